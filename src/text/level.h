/* What a verdict says, in sentences. */
#ifndef UT_TEXT_LEVEL_H
#define UT_TEXT_LEVEL_H

#include <utsyn/phrases.h>

/* "Folketal: 14 276 i Vest-Telemark (2026).", or that there is none and why. New string. */
char *ut_phrase_own (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language);

/* What the verdict says, as a sentence of its own. New string. */
char *ut_phrase_judgement (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions,
                           UtLanguage language);

/* The own figure and the judgement against country and county, in one sentence where both are the same. New string. */
char *ut_phrase_levels (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language);

/* A translated sentence with a text in the place of its only %s. New string. */
char *ut_phrase_fill (const char *sentence, const char *text);

#endif
