/* Names of places. */
#ifndef UT_TEXT_PLACE_H
#define UT_TEXT_PLACE_H

#include <utsyn/phrases.h>

/* Standing alone: "Landet"; in a sentence it is ut_phrase_place. New string. */
char *ut_phrase_place_heading (const UtRegions *regions, UtRegionId region, UtLanguage language);

#endif
