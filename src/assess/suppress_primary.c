/* What is suppressed for its own sake: the cell at a limit, and the series that is mostly such cells. */
#include "suppress.h"

#include "counts.h"

#include <math.h>

/* FHI's rule for time series: suppressed when more than 20 % of the points are, or more than 50 % rest on fewer than
 * six.
 */
#define MOST_SUPPRESSED 0.20
#define MOST_WEAK       0.50
enum { WEAK_BELOW = 6, SERIES_POINTS = 2 };

/* Weights of split units leave binary dust on counts. */
#define DUST 1e-6

/* A country is never small, and neither is a group the source publishes. */
static gboolean
may_be_small (const UtSuppressionRun *work, gsize row) {
  UtRegionKind kind = ut_regions_get (work->regions, work->table->region[row])->kind;
  return work->table->status[row] == UT_STATUS_OK && kind != UT_REGION_COUNTRY && kind != UT_REGION_GROUP
         && ut_indicator_has_limits (ut_catalogue_get (work->catalogue, work->table->indicator[row]));
}

static const GArray *
stretches_of (const UtSuppressionRun *work, guint32 family) {
  return g_ptr_array_index (work->families->rows, family);
}

static void
suppress_small (const UtSuppressionRun *work, gsize row) {
  if (!may_be_small (work, row))
    return;
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, work->table->indicator[row]);
  UtCounts counts = ut_row_counts (work->table, row, indicator);
  work->primary[row] = work->suppressed[row]
      = ut_counts_are_small (&indicator->suppress, counts.lowest, counts.highest, counts.n);
}

void
ut_suppress_primary (const UtSuppressionRun *work, guint32 family) {
  const GArray *stretches = stretches_of (work, family);
  for (guint k = 0; k < stretches->len; k++) {
    const UtRowStretch *stretch = &g_array_index (stretches, UtRowStretch, k);
    for (gsize row = stretch->first; row < stretch->end; row++)
      suppress_small (work, row);
  }
}

static void
suppress_series (const UtSuppressionRun *work, gsize first, gsize end) {
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, work->table->indicator[first]);
  gsize n = 0, n_suppressed = 0, n_weak = 0;
  for (gsize i = first; i < end; i++) {
    if (!may_be_small (work, i))
      continue;
    n++;
    n_suppressed += work->primary[i];
    n_weak += indicator->suppress.count >= 0 && ut_row_counts (work->table, i, indicator).lowest < WEAK_BELOW - DUST;
  }
  if (n < SERIES_POINTS
      || ((double) n_suppressed <= MOST_SUPPRESSED * (double) n && (double) n_weak <= MOST_WEAK * (double) n))
    return;
  for (gsize i = first; i < end; i++)
    work->suppressed[i] = work->in_series[i] = work->suppressed[i] || work->table->status[i] == UT_STATUS_OK;
}

void
ut_suppress_series (const UtSuppressionRun *work, guint32 family) {
  const UtTable *table = work->table;
  const GArray *stretches = stretches_of (work, family);
  for (guint k = 0; k < stretches->len; k++) {
    const UtRowStretch *stretch = &g_array_index (stretches, UtRowStretch, k);
    for (gsize first = stretch->first, end; first < stretch->end; first = end) {
      for (end = first + 1; end < stretch->end && table->region[end] == table->region[first];)
        end++;
      suppress_series (work, first, end);
    }
  }
}

void
ut_suppress_own (const UtSuppressionRun *work) {
  const UtTable *table = work->table;
  for (guint i = 0; i < work->sums->len; i++) {
    const UtSum *sum = &g_array_index (work->sums, UtSum, i);
    UtSeries series = ut_table_series (table, sum->indicator, sum->partition->region);
    gsize row;
    if (ut_series_find (series, sum->period, &row))
      suppress_small (work, row);
  }
  for (guint i = 0; i < work->sums->len; i++) {
    const UtSum *sum = &g_array_index (work->sums, UtSum, i);
    UtSeries series = ut_table_series (table, sum->indicator, sum->partition->region);
    suppress_series (work, series.first, series.first + series.n);
  }
  for (guint i = 0; i < work->sums->len; i++) {
    const UtSum *sum = &g_array_index (work->sums, UtSum, i);
    gsize row;
    if (ut_table_find_row (table, sum->indicator, sum->partition->region, sum->period, &row)
        && ut_suppress_has_member (work, sum))
      work->suppressed[row] = TRUE;
  }
}
