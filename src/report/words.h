/* Parts of sentences the chapter shares with phrases.c. */
#ifndef UT_REPORT_WORDS_H
#define UT_REPORT_WORDS_H

#include <utsyn/assess.h>

/* "4,9 prosent", "214": a number in running text. */
char *ut_words_quantity (double value, int decimals, const UtIndicator *indicator, UtLanguage language);

/* As many decimals as it takes not to print two values alike that differ by the test. */
int ut_words_telling_decimals (double own, double other, const UtIndicator *indicator, UtLanguage language);

/* A figure in running text, with "om lag" where the source says so; its value must be shown. */
char *ut_words_figure (const UtFigure *figure, const UtIndicator *indicator, UtLanguage language);

/* Why there is no figure. Never says whether the source or we have hidden it. */
const char *ut_words_missing (const UtFigure *figure, UtLanguage language);

/* "Folketal: 14 276 i Vest-Telemark (2026).", or that there is none and why. */
char *ut_words_own (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language);

/* "resten av landet", or "landet" where the place itself is not taken out. */
char *ut_words_benchmark (const UtVerdict *verdict, UtRegionId region, const UtRegions *regions, UtLanguage language);

/* "resten av Telemark (12,1 prosent)" with as many decimals as it takes to tell it from the own figure; the benchmark
 * alone where it has no figure. */
char *ut_words_benchmark_figure (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions,
                                 UtLanguage language);

/* A sentence from a table, with a text in the place of its only %s. */
char *ut_words_fill (const char *sentence, const char *text);

/* What the verdict says, as a sentence of its own. */
char *ut_words_judgement (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions,
                          UtLanguage language);

/* The own figure and the judgement against country and county, in one sentence where both are the same. */
char *ut_words_level (const UtAssessed *assessed, const UtRegions *regions, UtLanguage language);

#endif
