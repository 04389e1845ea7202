/* What a place is compared with, in words. */
#ifndef UT_TEXT_BENCHMARK_H
#define UT_TEXT_BENCHMARK_H

#include <utsyn/assess.h>

/* Whether a place is compared with those of an area who are not in the place, or with the area's own figure. Flags:
 * several comparisons can be of both kinds. */
typedef enum { UT_AGAINST_REST = 1 << 0, UT_AGAINST_WHOLE = 1 << 1, UT_AGAINST_END } UtAgainst;

/* As a rule has it. */
UtAgainst ut_against_of_rule (UtRule rule);
/* As it was in this comparison: the whole too where a source does not say how many were measured. */
UtAgainst ut_against_of_verdict (const UtVerdict *verdict);

/* "resten av landet", "landet", "landet eller resten av landet"; `against` are UtAgainst flags, of which the rest is
 * taken when there are none. New string. */
char *ut_phrase_against (guint against, const char *area, UtLanguage language);
/* The same for a verdict, or for the region where it has no figure: "resten av landet", or "landet" where the place
 * itself is not taken out. New string. */
char *ut_phrase_benchmark (const UtVerdict *verdict, UtRegionId region, const UtRegions *regions, UtLanguage language);
/* "resten av Telemark (12,1 prosent)" with as many decimals as it takes to tell it from the own figure; the benchmark
 * alone where it has no figure. New string. */
char *ut_phrase_benchmark_figure (const UtAssessed *assessed, UtBenchmark benchmark, const UtRegions *regions,
                                  UtLanguage language);

#endif
