/* How to read what is printed. */
#ifndef UT_TEXT_READING_H
#define UT_TEXT_READING_H

#include <utsyn/language.h>

/* What the marks mean; `country` as in "resten av landet". New string. */
char *ut_phrase_marks (const char *country, UtLanguage language);

#endif
