/* A place's trend beside that of the rest of the county. */
#include "change.h"
#include "figure.h"

#include <math.h>
#include <utsyn/assess.h>
#include <utsyn/trend.h>

/* With three points a line has one degree of freedom left, and an interval that says nothing. */
#define POINTS 4

typedef struct {
  double *time, *own, *rest;
  gsize n;
} Lines;

/* The rest's share or rate in one period; NaN when its counts are not known or do not fit. */
static double
rest_of (const UtAssessed *assessed, const UtFigure *own, const UtFigure *whole) {
  double n = whole->denominator - own->denominator, events = whole->numerator - own->numerator;
  if (whole->status != UT_STATUS_OK || ut_figure_may_be_suppressed (whole->status, whole->quality, whole->value)
      || (whole->quality & (UT_QUALITY_APPROXIMATE | UT_QUALITY_ESTIMATE | UT_QUALITY_PARTIAL)) != 0 || !(n > 0)
      || !(events >= 0) || (assessed->indicator->test == UT_TEST_BINOMIAL && events > n))
    return NAN;
  return events / n * ut_unit_factor (assessed->indicator->unit);
}

static UtReason
add_points (const UtAssessed *assessed, UtSeries series, Lines *lines) {
  const UtTable *table = assessed->series.table;
  for (guint i = 0; i < assessed->trend.rows->len; i++) {
    gsize own_row = g_array_index (assessed->trend.rows, gsize, i), row;
    if (!ut_series_find (series, table->period[own_row], &row))
      continue;
    UtFigure own = ut_assess_figure (table, own_row, assessed->indicator);
    UtFigure whole = ut_assess_figure (table, row, assessed->indicator);
    double rest = rest_of (assessed, &own, &whole);
    if (isnan (rest))
      continue;
    if (lines->n > 0 && (whole.quality & UT_QUALITY_BREAK) != 0)
      return UT_REASON_SERIES_BROKEN;
    lines->time[lines->n] = ut_period_time (own.period);
    lines->own[lines->n] = own.value;
    lines->rest[lines->n++] = rest;
  }
  return lines->n == 0 ? UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED : UT_REASON_NONE;
}

static UtReason
find_reason (const UtAssessed *assessed, UtBenchmark benchmark) {
  if (assessed->trend.trend == UT_TREND_NOT_TESTED)
    return assessed->trend.reason;
  if (assessed->reference_series[benchmark].n == 0)
    return UT_REASON_NO_BENCHMARK;
  if (assessed->indicator->standardised)
    return UT_REASON_STANDARDISED;
  gsize row = g_array_index (assessed->trend.rows, gsize, 0);
  UtFigure first = ut_assess_figure (assessed->series.table, row, assessed->indicator);
  gboolean counted = assessed->indicator->test != UT_TEST_MARGIN && !isnan (first.numerator);
  return counted ? UT_REASON_NONE : UT_REASON_COUNT_NOT_PUBLISHED;
}

UtTrendContrast
ut_assess_trend_contrast (const UtAssessed *assessed, UtBenchmark benchmark) {
  UtTrendContrast contrast = { .difference_per_year = NAN, .interval = ut_no_interval, .p = NAN };
  contrast.reason = find_reason (assessed, benchmark);
  if (contrast.reason != UT_REASON_NONE)
    return contrast;
  guint most = assessed->trend.rows->len;
  g_autofree double *time = g_new (double, most), *own = g_new (double, most), *rest = g_new (double, most);
  Lines lines = { time, own, rest, 0 };
  UtSlopeDifference result;
  contrast.reason = add_points (assessed, assessed->reference_series[benchmark], &lines);
  contrast.n_points = (guint) lines.n;
  if (contrast.reason == UT_REASON_NONE && lines.n < POINTS)
    contrast.reason = UT_REASON_TOO_FEW_POINTS;
  if (contrast.reason != UT_REASON_NONE)
    return contrast;
  UtOutcome outcome = ut_trend_slope_difference (time, own, lines.n, time, rest, lines.n, 0.95, &result);
  if (outcome != UT_OUTCOME_OK) {
    contrast.reason = outcome == UT_OUTCOME_NO_VARIATION ? UT_REASON_NO_VARIATION : UT_REASON_METHOD_FAILED;
    return contrast;
  }
  contrast.difference_per_year = result.difference;
  contrast.interval = result.interval;
  contrast.p = result.p;
  return contrast;
}

/* The rows of a series in the years of a trend. */
static UtSeries
cut_to (UtSeries series, const UtTrend *trend) {
  const UtPeriod *period = series.table->period;
  while (series.n > 0 && ut_period_compare (period[series.first], trend->first) < 0) {
    series.first++;
    series.n--;
  }
  while (series.n > 0 && ut_period_compare (period[series.first + series.n - 1], trend->last) > 0)
    series.n--;
  return series;
}

/* Index of the first point after the jump. */
static guint
find_step (const UtTrend *trend, const UtTable *table) {
  guint i = 0;
  while (ut_period_compare (table->period[g_array_index (trend->rows, gsize, i)], trend->jump_period) < 0)
    i++;
  return i;
}

static double
mean_of (const UtTrend *trend, const UtTable *table, guint from, guint to) {
  double sum = 0;
  for (guint i = from; i < to; i++)
    sum += table->value[g_array_index (trend->rows, gsize, i)];
  return sum / (to - from);
}

/* 1 up, −1 down, 0 neither. */
static int
direction_of (const UtTrend *trend, const UtTable *table) {
  if (trend->trend != UT_TREND_JUMP)
    return (trend->trend == UT_TREND_RISING) - (trend->trend == UT_TREND_FALLING);
  guint step = find_step (trend, table);
  return mean_of (trend, table, step, trend->rows->len) > mean_of (trend, table, 0, step) ? 1 : -1;
}

/* Whether two jumps may be one: each lies after the point before the other, for one series may lack a year that the
 * other has. */
static gboolean
jump_together (const UtTrend *one, const UtTrend *other, const UtTable *table) {
  UtPeriod before_one = table->period[g_array_index (one->rows, gsize, find_step (one, table) - 1)];
  UtPeriod before_other = table->period[g_array_index (other->rows, gsize, find_step (other, table) - 1)];
  return ut_period_compare (one->jump_period, before_other) > 0
         && ut_period_compare (other->jump_period, before_one) > 0;
}

/* A rise is a rise in whatever shape the area's is; a jump is shared by a jump alone. */
static gboolean
moves_alike (const UtTrend *own, const UtTrend *whole, const UtTable *table) {
  if (direction_of (own, table) != direction_of (whole, table))
    return FALSE;
  return own->trend != UT_TREND_JUMP || (whole->trend == UT_TREND_JUMP && jump_together (own, whole, table));
}

gboolean
ut_assess_trend_is_shared (const UtAssessed *assessed, UtBenchmark benchmark) {
  const UtTrend *own = &assessed->trend;
  /* Nobody is outside the place: the area is itself. */
  if (own->trend <= UT_TREND_NONE || assessed->reference_series[benchmark].n == 0
      || assessed->verdicts[benchmark].reason == UT_REASON_REST_EMPTY)
    return FALSE;
  const UtTable *table = assessed->series.table;
  UtTrend whole = ut_change_find (assessed->indicator, cut_to (assessed->reference_series[benchmark], own));
  gboolean alike = moves_alike (own, &whole, table), up = direction_of (own, table) > 0;
  ut_change_clear (&whole);
  if (!alike)
    return FALSE;
  UtTrendContrast contrast = ut_assess_trend_contrast (assessed, benchmark);
  gboolean further = (contrast.difference_per_year > 0) == up;
  return !(contrast.reason == UT_REASON_NONE && contrast.p < 0.05 && further);
}
