#include "change.h"

#include "base/i18n.h"
#include "figure.h"
#include "points.h"

#include <math.h>

/* Fewer points than this tell nothing of how they scatter. */
#define POINTS 4

static gboolean
is_partial (const UtTable *table, gsize row) {
  return (table->quality[row] & UT_QUALITY_PARTIAL) != 0 || !ut_period_is_complete (table->period[row]);
}

/* What keeps a row from being a point; UT_N_DROPS when nothing does. `newer` is the point taken before it. */
static UtDrop
why_dropped (const UtTable *table, gsize row, const gsize *newer, gboolean broken) {
  if (is_partial (table, row))
    return UT_DROP_PARTIAL;
  if (!ut_row_is_known (table, row))
    return UT_DROP_MISSING;
  if ((table->quality[row] & UT_QUALITY_ESTIMATE) != 0)
    return UT_DROP_ESTIMATE;
  if (broken)
    return UT_DROP_BREAK;
  return newer != NULL && ut_period_overlaps (table->period[row], table->period[*newer]) ? UT_DROP_OVERLAP : UT_N_DROPS;
}

/* Chooses the rows to use, from the newest back, so that the newest figure is always among them. */
static GArray *
choose_rows (UtSeries series, UtTrend *trend) {
  const UtTable *table = series.table;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  gboolean broken = FALSE;
  for (gsize i = series.n; i-- > 0;) {
    gsize row = series.first + i;
    const gsize *newer = rows->len > 0 ? &g_array_index (rows, gsize, rows->len - 1) : NULL;
    UtDroppedPoint dropped = { row, why_dropped (table, row, newer, broken) };
    if (dropped.why == UT_N_DROPS) {
      g_array_append_val (rows, row);
    } else {
      g_array_append_val (trend->dropped, dropped);
      trend->n_dropped[dropped.why]++;
    }
    if ((table->quality[row] & UT_QUALITY_BREAK) != 0)
      broken = TRUE;
  }
  for (guint i = 0; i < rows->len / 2; i++) {
    gsize *a = &g_array_index (rows, gsize, i), *b = &g_array_index (rows, gsize, rows->len - 1 - i);
    gsize kept = *a;
    *a = *b;
    *b = kept;
  }
  return rows;
}

/* What is not tested is described by the middle of its slopes; two points have one too. */
static void
describe_change (const UtPoints *points, UtTrend *trend) {
  UtTheilSen line;
  if (points->n == 2)
    trend->slope_per_year = (points->value[1] - points->value[0]) / (points->time[1] - points->time[0]);
  else if (ut_trend_theil_sen (points->time, points->value, points->n, 0.95, &line) == UT_OUTCOME_OK)
    trend->slope_per_year = line.slope;
}

static const char *const methods[] = {
  [UT_MODEL_VALUE] = N_ ("straight line, guarded against memory"),
  [UT_MODEL_SHARE] = N_ ("logistic line, guarded against memory"),
  [UT_MODEL_RATE] = N_ ("log-linear line, guarded against memory"),
};

UtReason
ut_change_reason (UtOutcome outcome) {
  switch (outcome) {
  case UT_OUTCOME_OK:
    return UT_REASON_NONE;
  case UT_OUTCOME_TOO_FEW_POINTS:
    return UT_REASON_TOO_FEW_POINTS;
  case UT_OUTCOME_NO_EVENTS:
    return UT_REASON_NO_EVENTS;
  case UT_OUTCOME_NO_VARIATION:
    return UT_REASON_NO_VARIATION;
  default:
    return UT_REASON_METHOD_FAILED;
  }
}

/* All events at one end have no finite slope, and none to see either. */
static void
tell_slope (UtTrend *trend) {
  UtLeastSeen least;
  if (!isfinite (trend->fit.slope))
    return;
  trend->slope_per_year = trend->fit.slope * trend->per_scale;
  trend->slope_interval = ut_interval_scale (trend->fit.slope_interval, trend->per_scale);
  if (ut_trend_least_seen (trend->fit.slope_se, trend->fit.guard, trend->fit.df, &least) == UT_OUTCOME_OK)
    trend->detectable_per_year = least.slope * trend->per_scale;
}

static void
classify (const UtTable *table, UtTrend *trend) {
  trend->side = trend->fit.side;
  trend->p = trend->fit.jump ? trend->fit.step_p : trend->fit.p;
  trend->trend = UT_TREND_NONE;
  if (trend->fit.jump) {
    trend->trend = UT_TREND_JUMP;
    trend->jump_period = table->period[g_array_index (trend->rows, gsize, trend->fit.step_after)];
  } else if (trend->side != 0) {
    trend->trend = trend->side > 0 ? UT_TREND_RISING : UT_TREND_FALLING;
  }
}

static UtReason
find_reason (const UtIndicator *indicator, const UtPoints *points, const UtTrend *trend) {
  if (indicator->projection)
    return UT_REASON_PROJECTION;
  if (indicator->test == UT_TEST_NONE)
    return UT_REASON_FULL_COUNT;
  if (points->n >= POINTS)
    return UT_REASON_NONE;
  if (points->n + trend->n_dropped[UT_DROP_ESTIMATE] >= POINTS)
    return UT_REASON_ESTIMATED;
  return points->n + trend->n_dropped[UT_DROP_BREAK] >= POINTS ? UT_REASON_SERIES_BROKEN : UT_REASON_TOO_FEW_POINTS;
}

static void
answer (const UtIndicator *indicator, const UtPoints *points, const UtTable *table, UtTrend *trend) {
  trend->reason = find_reason (indicator, points, trend);
  if (trend->reason == UT_REASON_FULL_COUNT)
    describe_change (points, trend);
  if (trend->reason == UT_REASON_NONE)
    trend->reason = ut_change_reason (ut_points_fit (points, FALSE, &trend->fit));
  if (trend->reason != UT_REASON_NONE)
    return;
  trend->method = methods[points->model];
  trend->model = points->model;
  trend->basis = points->basis;
  trend->per_scale = ut_points_per_scale (points);
  tell_slope (trend);
  classify (table, trend);
}

UtTrend
ut_change_none (void) {
  return (UtTrend){
    .trend = UT_TREND_NOT_TESTED,
    .p = NAN,
    .q = NAN,
    .per_scale = NAN,
    .slope_per_year = NAN,
    .slope_interval = ut_no_interval,
    .detectable_per_year = NAN,
    .dropped = g_array_new (FALSE, FALSE, sizeof (UtDroppedPoint)),
    .surveys = { .difference = NAN, .interval = ut_no_interval },
    .relative = { ut_contrast_none (), ut_contrast_none () },
  };
}

UtTrend
ut_change_find (const UtIndicator *indicator, UtSeries series) {
  UtTrend trend = ut_change_none ();
  g_autoptr (GArray) rows = choose_rows (series, &trend);
  if (rows->len > 0) {
    trend.first = series.table->period[g_array_index (rows, gsize, 0)];
    trend.last = series.table->period[g_array_index (rows, gsize, rows->len - 1)];
    trend.rows = g_array_ref (rows);
  }
  g_auto (UtPoints) points = ut_points_new (indicator, series.table, rows);
  answer (indicator, &points, series.table, &trend);
  if (series.n == 0 && indicator->unread)
    trend.reason = UT_REASON_UNREAD;
  trend.surveys = ut_surveys_compare (indicator, series.table, &trend);
  return trend;
}

gboolean
ut_trend_ends (const UtTrend *trend, gsize *first, gsize *last) {
  if (trend->rows == NULL)
    return FALSE;
  gsize oldest = g_array_index (trend->rows, gsize, 0);
  gsize newest = g_array_index (trend->rows, gsize, trend->rows->len - 1);
  for (guint i = 0; i < trend->dropped->len; i++) {
    const UtDroppedPoint *dropped = &g_array_index (trend->dropped, UtDroppedPoint, i);
    if (dropped->why == UT_DROP_OVERLAP)
      oldest = MIN (oldest, dropped->row);
  }
  if (oldest == newest)
    return FALSE;
  *first = oldest;
  *last = newest;
  return TRUE;
}

void
ut_change_clear (UtTrend *trend) {
  g_clear_pointer (&trend->rows, g_array_unref);
  g_clear_pointer (&trend->dropped, g_array_unref);
}
