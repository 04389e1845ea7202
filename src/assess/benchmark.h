/* Which region is the benchmark. */
#ifndef UT_ASSESS_BENCHMARK_H
#define UT_ASSESS_BENCHMARK_H

#include "verdict.h"

/* The county of today that holds the municipality, or every member of the own region; UT_REGION_NONE when there is
 * none. */
UtRegionId ut_benchmark_county_today (const UtRegions *regions, UtRegionId place);

/* What the benchmarks of one indicator in one place are found in. */
typedef struct {
  const UtTable *table; /* prepared */
  const UtRegions *regions;
  const UtAssessOptions *options;
  const UtIndicator *indicator;
  UtRegionId place;
  const UtFigure *own;
} UtComparisonContext;

/* A benchmark of a place. */
typedef struct {
  UtRegionId region; /* UT_REGION_NONE when it is no area's */
  UtSeries series;   /* the region's; empty when there is none */
  UtFigure figure;   /* in the own figure's period (the past: in that year) */
  UtQuestion question;
} UtReference;

/*
 * County: today's when it has a figure that is printed or a sum, else the county of then (the period's last year) when
 * that has one: Vestfold og Telemark in 2021. Else today's as its municipalities' figures make it. When neither has:
 * the one that at least has a row, else today's. None for a county, the country, and an own region over several
 * counties. Country: none for the country itself.
 */
UtReference ut_benchmark_find (const UtComparisonContext *setting, UtBenchmark benchmark);

#endif
