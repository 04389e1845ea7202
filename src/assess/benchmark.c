#include "benchmark.h"

#include "prepare.h"

/* The county of a municipality today (year 0) or in a year. */
static UtRegionId
county_of (const UtRegions *regions, UtRegionId municipality, int year) {
  if (year != 0)
    return ut_regions_county_in (regions, municipality, year);
  return ut_regions_get (regions, municipality)->county;
}

/* The county all of a place lies in; UT_REGION_NONE when there is no one such county. */
static UtRegionId
common_county (const UtRegions *regions, UtRegionId place, int year) {
  const UtRegion *region = ut_regions_get (regions, place);
  if (region->kind == UT_REGION_MUNICIPALITY)
    return county_of (regions, place, year);
  if (region->kind != UT_REGION_OWN || region->members->len == 0)
    return UT_REGION_NONE;
  UtRegionId common = county_of (regions, g_array_index (region->members, UtRegionId, 0), year);
  for (guint i = 1; i < region->members->len; i++)
    if (county_of (regions, g_array_index (region->members, UtRegionId, i), year) != common)
      return UT_REGION_NONE;
  return common;
}

UtRegionId
ut_benchmark_county_today (const UtRegions *regions, UtRegionId place) {
  return common_county (regions, place, 0);
}

typedef enum { HAS_NOTHING, HAS_ROW, HAS_FIGURE } Holding;

static Holding
holding (const UtTable *table, UtIndicatorId indicator, UtRegionId region, UtPeriod period) {
  gsize row;
  if (region == UT_REGION_NONE || !ut_table_find_row (table, indicator, region, period, &row))
    return HAS_NOTHING;
  return table->status[row] == UT_STATUS_OK ? HAS_FIGURE : HAS_ROW;
}

UtRegionId
ut_benchmark_region (const UtTable *table, const UtRegions *regions, UtIndicatorId indicator, UtRegionId place,
                     UtPeriod period, UtBenchmark benchmark) {
  if (benchmark == UT_BENCHMARK_COUNTRY) {
    UtRegionId country = ut_regions_country (regions);
    return place == country ? UT_REGION_NONE : country;
  }
  UtRegionId today = common_county (regions, place, 0);
  if (period.kind == UT_PERIOD_NONE)
    return today;
  UtRegionId then = common_county (regions, place, period.last_year);
  if (holding (table, indicator, then, period) > holding (table, indicator, today, period))
    return then;
  return today;
}
