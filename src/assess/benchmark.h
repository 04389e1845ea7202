/* Which region is the benchmark. */
#ifndef UT_ASSESS_BENCHMARK_H
#define UT_ASSESS_BENCHMARK_H

#include <utsyn/assess.h>

/* The county of today that holds the municipality, or every member of the own region; UT_REGION_NONE when there is
 * none. */
UtRegionId ut_benchmark_county_today (const UtRegions *regions, UtRegionId place);

/*
 * The region a place is held against in one period.
 *
 * County: today's when it has a figure, else the county of then (the period's last year) when that has one: Vestfold og
 * Telemark in 2021. When neither has: the one that at least has a row, else today's. UT_REGION_NONE for a county, the
 * country, and an own region over several counties. Country: the country, but UT_REGION_NONE for the country itself.
 */
UtRegionId ut_benchmark_region (const UtTable *table, const UtRegions *regions, UtIndicatorId indicator,
                                UtRegionId place, UtPeriod period, UtBenchmark benchmark);

#endif
