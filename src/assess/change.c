#include "change.h"

#include "base/i18n.h"
#include "figure.h"

#include <math.h>
#include <utsyn/compare.h>
#include <utsyn/trend.h>

/* Points that the primary tests need: with fewer they can never reach 5 %. */
enum { POINTS_COUNTS = 4, POINTS_VALUES = 5, POINTS_JUMP = 5 };

/* Fewer points show no autocorrelation. */
#define POINTS_MEMORY 10

/* Very strong evidence, Kass & Raftery 1995. */
#define BIC_VERY_STRONG 10.0

/* Parameters that a step's place counts for. A step may lie anywhere: without a price for that, lines are called jumps;
 * at a whole parameter's, too many steps are called trends. Chosen by tests/bench/calibration.md. */
#define PLACE_PARAMETERS 0.5

typedef struct {
  gsize n;
  double *time, *value, *events, *persons; /* [n]; events and persons only when `counted` */
  gboolean counted;
  gboolean share; /* events are some of the persons; else a rate */
  gboolean even;  /* equal steps of time */
} Points;

static void
points_clear (Points *points) {
  g_free (points->time);
  g_free (points->value);
  g_free (points->events);
  g_free (points->persons);
}

static Points
points_new (const UtIndicator *indicator, const UtTable *table, const GArray *rows) {
  Points points = { .n = rows->len, .share = indicator->test == UT_TEST_BINOMIAL, .even = TRUE };
  points.counted = (points.share || indicator->test == UT_TEST_POISSON) && !indicator->standardised;
  points.time = g_new (double, points.n);
  points.value = g_new (double, points.n);
  points.events = g_new (double, points.n);
  points.persons = g_new (double, points.n);
  for (gsize i = 0; i < points.n; i++) {
    gsize row = g_array_index (rows, gsize, i);
    points.time[i] = ut_period_time (table->period[row]);
    points.value[i] = table->value[row];
    points.events[i] = ut_table_numerator (table, row);
    points.persons[i] = ut_table_denominator (table, row);
    if (isnan (points.events[i]) || isnan (points.persons[i]))
      points.counted = FALSE;
    if (i >= 2 && points.time[i] - points.time[i - 1] != points.time[1] - points.time[0])
      points.even = FALSE;
  }
  return points;
}

static gboolean
is_partial (const UtTable *table, gsize row) {
  return (table->quality[row] & UT_QUALITY_PARTIAL) != 0 || !ut_period_is_complete (table->period[row]);
}

static gboolean
is_unknown (const UtTable *table, gsize row) {
  return table->status[row] != UT_STATUS_OK || (table->quality[row] & UT_QUALITY_APPROXIMATE) != 0
         || ut_figure_may_be_suppressed (table->status[row], table->quality[row], table->value[row]);
}

/* What keeps a row from being a point; UT_N_DROPS when nothing does. `newer` is the point taken before it. */
static UtDrop
why_dropped (const UtTable *table, gsize row, const gsize *newer, gboolean broken) {
  if (is_partial (table, row))
    return UT_DROP_PARTIAL;
  if (is_unknown (table, row))
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

static void
describe_slope (const Points *points, UtTrend *trend) {
  UtTheilSen line;
  if (ut_trend_theil_sen (points->time, points->value, points->n, 0.95, &line) != UT_OUTCOME_OK)
    return;
  trend->slope_per_year = line.slope;
  trend->slope_interval = line.slope_interval;
}

/* Two points have a slope too, which a description may tell; Theil–Sen need not take so few. */
static void
describe_change (const Points *points, UtTrend *trend) {
  describe_slope (points, trend);
  trend->slope_interval = ut_no_interval;
  if (points->n == 2 && isnan (trend->slope_per_year))
    trend->slope_per_year = (points->value[1] - points->value[0]) / (points->time[1] - points->time[0]);
}

static double
mean (const double *values, gsize n) {
  double sum = 0;
  for (gsize i = 0; i < n; i++)
    sum += values[i];
  return sum / (double) n;
}

/* What chance alone makes a count vary, in the unit; 0 when counts are not known. */
static double
counting_sd (const UtIndicator *indicator, const Points *points) {
  if (!points->counted)
    return 0;
  double persons = mean (points->persons, points->n);
  double share = mean (points->events, points->n) / persons;
  double variance = points->share ? share * (1 - share) : share;
  return sqrt (variance / persons) * ut_unit_factor (indicator->unit);
}

/* A short series can lie on its line by luck, so what chance makes of the counts is the least it can scatter. */
static void
find_detectable (const UtIndicator *indicator, const Points *points, UtTrend *trend) {
  UtLinear line;
  if (ut_trend_ols (points->time, points->value, points->n, 0.95, &line) != UT_OUTCOME_OK)
    return;
  double sd = fmax (line.sigma, counting_sd (indicator, points)), slope;
  if (ut_trend_detectable (points->time, points->n, sd, 0.95, &slope) != UT_OUTCOME_OK)
    return;
  trend->scatter = sd;
  trend->detectable_per_year = slope;
}

static UtReason
reason_of (UtOutcome outcome) {
  switch (outcome) {
  case UT_OUTCOME_OK:
    return UT_REASON_NONE;
  case UT_OUTCOME_TOO_FEW_POINTS:
    return UT_REASON_TOO_FEW_POINTS;
  case UT_OUTCOME_NO_VARIATION:
  case UT_OUTCOME_NO_EVENTS:
    return UT_REASON_NO_VARIATION;
  default:
    return UT_REASON_METHOD_FAILED;
  }
}

static UtReason
test_shares (const Points *points, UtTrend *trend) {
  UtProportionTrend result;
  UtOutcome outcome = ut_trend_proportions (points->events, points->persons, points->time, points->n, &result);
  trend->method = N_ ("chi-square for trend in proportions");
  if (outcome != UT_OUTCOME_OK)
    return reason_of (outcome);
  trend->p = result.p_dispersed;
  trend->statistic = result.chi_square;
  trend->dispersion = result.dispersion;
  return UT_REASON_NONE;
}

static UtReason
test_rates (const Points *points, UtTrend *trend) {
  UtPoissonTrend result;
  UtOutcome outcome = ut_trend_poisson (points->events, points->persons, points->time, points->n,
                                        mean (points->time, points->n), 0.95, &result);
  trend->method = N_ ("log-linear Poisson trend");
  if (outcome != UT_OUTCOME_OK)
    return reason_of (outcome);
  trend->p = result.p_dispersed;
  trend->statistic = result.z * result.z;
  trend->dispersion = result.dispersion;
  return UT_REASON_NONE;
}

/* Autocorrelated points carry less information than independent ones; only the longer p of the two is believed. */
static void
mind_memory (const Points *points, UtTrend *trend) {
  UtHamedRao result;
  if (points->n < POINTS_MEMORY || !points->even
      || ut_trend_hamed_rao (points->value, points->n, &result) != UT_OUTCOME_OK || result.n_lags == 0
      || result.absolute.p <= trend->p)
    return;
  trend->p = result.absolute.p;
  trend->method = N_ ("Mann–Kendall, corrected for autocorrelation (Hamed–Rao)");
}

static UtReason
test_values (const Points *points, UtTrend *trend) {
  UtMannKendall result;
  UtOutcome outcome = ut_trend_mann_kendall (points->value, points->n, &result);
  if (outcome != UT_OUTCOME_OK)
    return reason_of (outcome);
  trend->p = result.p;
  trend->statistic = result.s;
  trend->method = isnan (result.p_exact) ? N_ ("Mann–Kendall, corrected for ties") : N_ ("Mann–Kendall, exact");
  mind_memory (points, trend);
  return UT_REASON_NONE;
}

/* The primary test. */
static UtReason
test_points (const Points *points, UtTrend *trend) {
  if (!points->counted)
    return test_values (points, trend);
  return points->share ? test_shares (points, trend) : test_rates (points, trend);
}

static double
sum_of_squares (const double *values, gsize n) {
  double centre = mean (values, n), sum = 0;
  for (gsize i = 0; i < n; i++)
    sum += (values[i] - centre) * (values[i] - centre);
  return sum;
}

static double
sum (const double *values, gsize n) {
  return n == 0 ? 0 : mean (values, n) * (double) n;
}

/* Whether counts before and after differ by more than chance, when the best of all places for the step was picked. */
static gboolean
step_is_more_than_chance (const Points *points, gsize first_after) {
  gsize before = first_after, after = points->n - first_after;
  UtComparison comparison;
  double x1 = sum (points->events + first_after, after), n1 = sum (points->persons + first_after, after);
  double x2 = sum (points->events, before), n2 = sum (points->persons, before);
  UtOutcome outcome = points->share
                          ? ut_compare_proportions (round (x1), round (n1), round (x2), round (n2), 0.95, &comparison)
                          : ut_compare_rates (x1, n1, x2, n2, 0.95, &comparison);
  return outcome == UT_OUTCOME_OK && comparison.p * (double) (points->n - 1) < 0.05;
}

/* Whether the step is clear by itself, when the primary test sees no change; see UtTrend for why. */
static gboolean
step_is_clear (const UtIndicator *indicator, const Points *points, const UtJump *jump) {
  gsize before = jump->first_after, after = points->n - before;
  double n = (double) points->n;
  double step = mean (points->value + before, after) - mean (points->value, before);
  if (fabs (step) <= indicator->resolution)
    return FALSE;
  /* As in ut_trend_jump; a mean and a residual variance. */
  double bic_constant = n * log (sum_of_squares (points->value, points->n) / n) + 2 * log (n);
  return bic_constant - jump->bic_step >= BIC_VERY_STRONG
         && (!points->counted || step_is_more_than_chance (points, before));
}

/* Index of the first point after a jump; 0 when there is none. */
static gsize
find_jump (const UtIndicator *indicator, const Points *points, double p) {
  UtJump jump;
  if (points->n < POINTS_JUMP || ut_trend_jump (points->time, points->value, points->n, &jump) != UT_OUTCOME_OK
      || jump.bic_step + PLACE_PARAMETERS * log ((double) points->n) >= jump.bic_line)
    return 0;
  return p < 0.05 || step_is_clear (indicator, points, &jump) ? jump.first_after : 0;
}

static void
classify (const UtIndicator *indicator, const Points *points, const UtTable *table, UtTrend *trend) {
  gsize first_after = find_jump (indicator, points, trend->p);
  gboolean sure = trend->p < 0.05;
  trend->trend = UT_TREND_NONE;
  if (first_after > 0) {
    trend->trend = UT_TREND_JUMP;
    trend->jump_period = table->period[g_array_index (trend->rows, gsize, first_after)];
  } else if (sure && trend->slope_interval.lower > 0) {
    trend->trend = UT_TREND_RISING;
  } else if (sure && trend->slope_interval.upper < 0) {
    trend->trend = UT_TREND_FALLING;
  }
}

static UtReason
find_reason (const UtIndicator *indicator, const Points *points, const UtTrend *trend) {
  if (indicator->projection)
    return UT_REASON_PROJECTION;
  if (indicator->test == UT_TEST_NONE)
    return UT_REASON_FULL_COUNT;
  gsize needed = points->counted ? POINTS_COUNTS : POINTS_VALUES;
  if (points->n >= needed)
    return UT_REASON_NONE;
  if (points->n + trend->n_dropped[UT_DROP_ESTIMATE] >= needed)
    return UT_REASON_ESTIMATED;
  return points->n + trend->n_dropped[UT_DROP_BREAK] >= needed ? UT_REASON_SERIES_BROKEN : UT_REASON_TOO_FEW_POINTS;
}

static void
answer (const UtIndicator *indicator, const Points *points, const UtTable *table, UtTrend *trend) {
  trend->reason = find_reason (indicator, points, trend);
  if (trend->reason == UT_REASON_PROJECTION || trend->reason == UT_REASON_FULL_COUNT)
    describe_change (points, trend);
  if (trend->reason == UT_REASON_NONE)
    trend->reason = test_points (points, trend);
  if (trend->reason != UT_REASON_NONE) {
    trend->method = NULL;
    return;
  }
  describe_slope (points, trend);
  find_detectable (indicator, points, trend);
  classify (indicator, points, table, trend);
}

UtTrend
ut_change_none (void) {
  return (UtTrend){
    .trend = UT_TREND_NOT_TESTED,
    .p = NAN,
    .statistic = NAN,
    .dispersion = NAN,
    .slope_per_year = NAN,
    .slope_interval = ut_no_interval,
    .detectable_per_year = NAN,
    .scatter = NAN,
    .dropped = g_array_new (FALSE, FALSE, sizeof (UtDroppedPoint)),
    .surveys = { .difference = NAN, .interval = ut_no_interval },
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
  Points points = points_new (indicator, series.table, rows);
  answer (indicator, &points, series.table, &trend);
  if (series.n == 0 && indicator->unread)
    trend.reason = UT_REASON_UNREAD;
  trend.surveys = ut_surveys_compare (indicator, series.table, &trend);
  points_clear (&points);
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
