/* A place's change beside that of the rest, in words. */
#ifndef UT_REPORT_WORDS_CONTRAST_H
#define UT_REPORT_WORDS_CONTRAST_H

#include <utsyn/assess.h>

/* "  endring per år minus endringa i resten av fylket: 0,812 (95 % …)"; the contrast has an answer. New string. */
char *ut_words_contrast (const UtTrendContrast *contrast, UtBenchmark benchmark, UtLanguage language);

/* A probability with four significant digits, for one that is reckoned on with. New string. */
char *ut_words_precise (double p, UtLanguage language);

#endif
