/* A place's trend beside that of county and country. */
#include "change.h"
#include "figure.h"
#include "points.h"

#include <math.h>

/* As many as a trend of its own needs. */
#define POINTS 4

UtTrendContrast
ut_contrast_none (void) {
  return (
      UtTrendContrast){ .difference_per_year = NAN, .interval = ut_no_interval, .p = NAN, .q = NAN, .q_report = NAN };
}

static gboolean
is_comparable (const UtTable *table, gsize row) {
  return ut_row_is_known (table, row) && (table->quality[row] & (UT_QUALITY_ESTIMATE | UT_QUALITY_PARTIAL)) == 0;
}

/* The share or rate of those of the area who are not the place's; NaN when it is not known. */
static double
rest_of (const UtTable *table, gsize own, gsize area, const UtPoints *points) {
  double n = ut_table_denominator (table, area) - ut_table_denominator (table, own);
  double events = ut_table_numerator (table, area) - ut_table_numerator (table, own);
  gboolean fits = n > 0 && events >= 0 && (points->model != UT_MODEL_SHARE || events <= n);
  return fits ? events / n : NAN;
}

/* The area's rows in the years of the points, back to its last break; G_MAXSIZE where it has none. */
static GArray *
find_rows (const UtAssessed *assessed, UtSeries area, gboolean *broken) {
  const UtTable *table = area.table;
  const GArray *own = assessed->trend.rows;
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (gsize), own->len);
  g_array_set_size (rows, own->len);
  gsize oldest = area.first;
  for (gsize row = area.first + area.n; row-- > area.first;)
    if ((table->quality[row] & UT_QUALITY_BREAK) != 0) {
      oldest = row;
      break;
    }
  for (guint i = 0; i < own->len; i++) {
    gsize row;
    UtPeriod period = table->period[g_array_index (own, gsize, i)];
    gboolean found = ut_series_find (area, period, &row) && is_comparable (table, row);
    *broken |= found && row < oldest;
    g_array_index (rows, gsize, i) = found && row >= oldest ? row : G_MAXSIZE;
  }
  return rows;
}

/* Own points are counts of their persons, and the area's are published with them in every year. */
static gboolean
rest_is_known (const UtAssessed *assessed, const GArray *rows, const UtPoints *points) {
  if (points->basis != UT_BASIS_COUNTS)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    gsize row = g_array_index (rows, gsize, i);
    if (row != G_MAXSIZE
        && isnan (rest_of (assessed->series.table, g_array_index (assessed->trend.rows, gsize, i), row, points)))
      return FALSE;
  }
  return TRUE;
}

static void
set_offsets (const UtAssessed *assessed, const GArray *rows, gboolean rest, UtPoints *points) {
  const UtTable *table = assessed->series.table;
  for (guint i = 0; i < rows->len; i++) {
    gsize row = g_array_index (rows, gsize, i);
    if (row == G_MAXSIZE)
      continue;
    double value = rest ? rest_of (table, g_array_index (assessed->trend.rows, gsize, i), row, points)
                        : table->value[row] / points->factor;
    points->offset[i] = ut_points_scale (points, value);
  }
}

/* The area's own trend in the years that were compared. */
static void
find_area (const UtAssessed *assessed, UtSeries area, const GArray *rows, UtTrendContrast *contrast) {
  gsize first = G_MAXSIZE, last = 0;
  for (guint i = 0; i < rows->len; i++) {
    gsize row = g_array_index (rows, gsize, i);
    if (row == G_MAXSIZE)
      continue;
    first = MIN (first, row);
    last = row;
  }
  UtTrend trend = ut_change_find (assessed->indicator, (UtSeries){ area.table, first, last - first + 1 });
  contrast->area = trend.trend;
  contrast->area_side = trend.side;
  ut_change_clear (&trend);
}

static void
answer (const UtPoints *points, UtTrendContrast *contrast) {
  UtOutcome outcome = ut_points_fit (points, TRUE, &contrast->fit);
  contrast->reason = ut_change_reason (outcome);
  if (outcome != UT_OUTCOME_OK)
    return;
  double per_scale = ut_points_per_scale (points);
  contrast->side = contrast->fit.side;
  contrast->p = contrast->fit.p;
  if (!isfinite (contrast->fit.slope))
    return;
  contrast->difference_per_year = contrast->fit.slope * per_scale;
  contrast->interval = ut_interval_scale (contrast->fit.slope_interval, per_scale);
}

static UtReason
find_reason (const UtAssessed *assessed, UtBenchmark benchmark) {
  if (assessed->reference_series[benchmark].n == 0)
    return UT_REASON_NO_BENCHMARK;
  /* Nobody is outside the place: the area is itself. */
  if (assessed->verdicts[benchmark].reason == UT_REASON_REST_EMPTY)
    return UT_REASON_REST_EMPTY;
  return assessed->trend.trend == UT_TREND_NOT_TESTED ? assessed->trend.reason : UT_REASON_NONE;
}

UtTrendContrast
ut_contrast_find (const UtAssessed *assessed, UtBenchmark benchmark) {
  UtTrendContrast contrast = ut_contrast_none ();
  UtSeries area = assessed->reference_series[benchmark];
  gboolean broken = FALSE;
  contrast.reason = find_reason (assessed, benchmark);
  if (contrast.reason != UT_REASON_NONE)
    return contrast;
  g_auto (UtPoints) points = ut_points_new (assessed->indicator, assessed->series.table, assessed->trend.rows);
  g_autoptr (GArray) rows = find_rows (assessed, area, &broken);
  contrast.against_rest = rest_is_known (assessed, rows, &points);
  set_offsets (assessed, rows, contrast.against_rest, &points);
  ut_points_keep_offset (&points);
  contrast.n_points = (guint) points.n;
  if (points.n > 0)
    find_area (assessed, area, rows, &contrast);
  if (points.n >= POINTS)
    answer (&points, &contrast);
  else
    contrast.reason = broken ? UT_REASON_SERIES_BROKEN : UT_REASON_TOO_FEW_POINTS;
  return contrast;
}

gboolean
ut_trend_follows (const UtTrend *trend, UtBenchmark benchmark) {
  if (trend->side == 0 || benchmark >= UT_N_ENCLOSING)
    return FALSE;
  const UtTrendContrast *contrast = &trend->relative[benchmark];
  return contrast->reason == UT_REASON_NONE ? contrast->side != trend->side : contrast->area_side == trend->side;
}
