#include "expected.h"

#include <math.h>

/* Sizes of places */

typedef struct {
  guint n;
  double sum;
} Coverage;

static gboolean
is_municipality (const UtRegions *regions, UtRegionId region) {
  return ut_regions_get (regions, region)->kind == UT_REGION_MUNICIPALITY;
}

/* Persons that a row counts, or counts among; NaN when it does not tell. */
static double
persons_in (const UtTable *table, gsize row, const UtIndicator *indicator) {
  if (table->status[row] != UT_STATUS_OK)
    return NAN;
  if (indicator->measure == UT_MEASURE_COUNT)
    return indicator->unit == UT_UNIT_PERSONS && !ut_indicator_has_limits (indicator) ? table->value[row] : NAN;
  return indicator->measure == UT_MEASURE_PROPORTION || indicator->measure == UT_MEASURE_RATE
             ? ut_table_denominator (table, row)
             : NAN;
}

/* The newest of each municipality. */
static Coverage
read_sizes (const UtTable *table, const UtRegions *regions, const UtIndicator *indicator, gsize first, gsize end,
            double *sizes) {
  Coverage coverage = { 0, 0 };
  for (gsize row = end; row-- > first;) {
    double persons = persons_in (table, row, indicator);
    UtRegionId region = table->region[row];
    if (isnan (persons) || !(persons > 0) || !isnan (sizes[region]) || !is_municipality (regions, region))
      continue;
    sizes[region] = persons;
    coverage.n++;
    coverage.sum += persons;
  }
  return coverage;
}

static void
add_areas (const UtRegions *regions, double *sizes) {
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    if ((region->kind != UT_REGION_COUNTY && region->kind != UT_REGION_COUNTRY) || region->members == NULL)
      continue;
    sizes[i] = 0;
    for (guint k = 0; k < region->members->len; k++)
      sizes[i] += sizes[g_array_index (region->members, UtRegionId, k)];
  }
}

double *
ut_place_sizes_new (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions) {
  guint n = ut_regions_count (regions);
  double *best = g_new (double, n + 1), *sizes = g_new (double, n + 1);
  Coverage most = { 0, 0 };
  for (guint i = 0; i < n; i++)
    best[i] = NAN;
  for (gsize first = 0, end; first < table->n_rows; first = end) {
    for (end = first + 1; end < table->n_rows && table->indicator[end] == table->indicator[first];)
      end++;
    const UtIndicator *indicator = ut_catalogue_get (catalogue, table->indicator[first]);
    if (indicator->projection)
      continue;
    for (guint i = 0; i < n; i++)
      sizes[i] = NAN;
    Coverage coverage = read_sizes (table, regions, indicator, first, end, sizes);
    if (coverage.n < most.n || (coverage.n == most.n && coverage.sum <= most.sum))
      continue;
    double *worse = best;
    best = sizes;
    sizes = worse;
    most = coverage;
  }
  g_free (sizes);
  add_areas (regions, best);
  return best;
}

/* Expected counts */

/* A count and a percentage that is printed beside it tell among how many it is. */
static double
persons_of (const UtTable *table, gsize row, const UtIndicator *indicator) {
  double persons = ut_table_denominator (table, row), events = ut_table_numerator (table, row);
  if (isnan (persons) && indicator->measure != UT_MEASURE_COUNT && events > 0 && table->value[row] > 0)
    return events / table->value[row] * ut_unit_factor (indicator->unit);
  return persons;
}

static gboolean
find_shown (const UtSuppressionRun *work, gsize row, UtRegionId area, gsize *found) {
  const UtTable *table = work->table;
  return area != UT_REGION_NONE && area != table->region[row]
         && ut_table_find_row (table, table->indicator[row], area, table->period[row], found)
         && table->status[*found] == UT_STATUS_OK && !work->suppressed[*found];
}

/* `n` members with equal shares. */
static double
share_of (const UtLinks *links, gsize row, gsize whole, guint n) {
  const UtSuppressionRun *work = links->work;
  const UtTable *table = work->table;
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, table->indicator[row]);
  double share = NAN;
  if (links->quantity == UT_QUANTITY_COUNT)
    share = persons_of (table, row, indicator)
            / persons_of (table, whole, ut_catalogue_get (work->catalogue, table->indicator[whole]));
  if (isnan (share) && table->region[row] != table->region[whole])
    share = work->sizes[table->region[row]] / work->sizes[table->region[whole]];
  return isfinite (share) ? share : 1.0 / MAX (n, 1);
}

static double
expected_of_area (const UtLinks *links, gsize row) {
  const UtSuppressionRun *work = links->work;
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, work->table->indicator[row]);
  const UtRegion *region = ut_regions_get (work->regions, work->table->region[row]);
  gsize area;
  if (!find_shown (work, row, region->county, &area)
      && !find_shown (work, row, ut_regions_country (work->regions), &area))
    return 0;
  double count = ut_links_value (work->table, area, indicator, links->quantity);
  const GArray *members = ut_regions_get (work->regions, work->table->region[area])->members;
  return isnan (count) ? 0 : count * share_of (links, row, area, members != NULL ? members->len : 1);
}

double
ut_expected_count (const UtLinks *links, guint32 which, guint32 cell) {
  guint n;
  guint32 total = *ut_links_cells (links, which, &n);
  gsize row = links->row[cell], whole = links->row[total];
  if (row == G_MAXSIZE)
    return 0;
  if (total == cell || !links->known[total])
    return expected_of_area (links, row);
  return links->value[total] * (whole == G_MAXSIZE ? 1.0 / (n - 1) : share_of (links, row, whole, n - 1));
}

double
ut_most_expected (const UtLinks *links, guint32 cell) {
  double most = 0;
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++)
    most = fmax (most, ut_expected_count (links, links->of_cell[i], cell));
  return most;
}
