/* The steps of ut_assess_prepare: which areas make up which, adding sums, suppressing small cells. */
#ifndef UT_ASSESS_PREPARE_H
#define UT_ASSESS_PREPARE_H

#include <utsyn/assess.h>

/* An area and the areas that make it up without gap or overlap. */
typedef struct {
  UtRegionId region;
  GArray *members;  /* UtRegionId, at least one */
  gboolean may_sum; /* FALSE: only used to see what could be worked out */
} UtPartition;

/* Every way to make up a county, the country or an own region; for the country the finest first. GPtrArray of
 * UtPartition, owned by the caller. */
GPtrArray *ut_partitions_new (const UtRegions *regions, const GArray *own);
/* Those of own regions alone. */
GPtrArray *ut_partitions_of_own (const UtRegions *regions, const GArray *own);

/* A row that is no source's, but a sum of ours. */
typedef struct {
  UtIndicatorId indicator;
  UtPeriod period;
  const UtPartition *partition;
} UtSum;

/* The only municipality of a county of today, which is the same people: Oslo is both. UT_REGION_NONE when it has more.
 */
UtRegionId ut_county_municipality (const UtRegions *regions, UtRegionId county);

/* The rows of the indicators that are wanted ([indicators]; NULL: all), with their sums; `sums` gets a UtSum for each.
 * A county that is one municipality has its figures, and the other way round, where the source has none under the other
 * code. NULL when nothing is added. */
UtTable *ut_aggregate (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                       const GPtrArray *partitions, const gboolean *wanted, GArray *sums, UtFindings *findings);

/* The periods of rows [first, end), newest first, each once. */
GArray *ut_distinct_periods (const UtTable *table, gsize first, gsize end);

/* The files of the table are then those of the builder, with the same numbers. */
void ut_take_files (UtTableBuilder *builder, const UtTable *table);

/* Adds the origins of a row of the table, with the builder's numbers of files and the code of every one. FALSE when one
 * comes from another dataset than those before (`dataset`; NULL before the first). */
gboolean ut_take_origins (const UtTable *table, gsize row, const UtRegions *regions, UtTableBuilder *builder,
                          GArray *origins, const char **dataset);

/* Whether an area's figure is the sum of its members'. */
gboolean ut_can_be_summed (const UtIndicator *indicator);

/* Whether a row has a count to add. A zero that may be a suppressed figure is not a known count, and figures the source
 * marks as not additive have no usable count. */
gboolean ut_has_count (const UtTable *table, gsize row, const UtIndicator *indicator);

#endif
