#include <math.h>
#include <utsyn/trend.h>

static const double years[] = { 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025 };

static void
test_theil_sen (void) {
  UtTheilSen r = { .slope = 7 };
  double flat[] = { 3, 3, 3, 3, 3 }, line[] = { 1, 3, 5, 7, 100 }, same[] = { 5, 5, 5 };
  g_assert_cmpint (ut_trend_theil_sen (years, flat, 1, 0.95, &r), ==, UT_OUTCOME_TOO_FEW_POINTS);
  g_assert_cmpint (ut_trend_theil_sen (same, line, 3, 0.95, &r), ==, UT_OUTCOME_NO_VARIATION);
  g_assert_cmpint (ut_trend_theil_sen (years, (double[]){ 1, NAN }, 2, 0.95, &r), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_theil_sen (years, line, 4, 0, &r), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpfloat (r.slope, ==, 7);
  g_assert_cmpint (ut_trend_theil_sen (years, flat, 5, 0.95, &r), ==, UT_OUTCOME_OK);
  g_assert_true (r.slope == 0 && r.intercept == 3 && r.slope_interval.lower == 0 && r.slope_interval.upper == 0);
  /* An outlier does not move it. */
  g_assert_cmpint (ut_trend_theil_sen (years, line, 5, 0.95, &r), ==, UT_OUTCOME_OK);
  g_assert_cmpfloat (r.slope, ==, 2);
}

static void
test_mann_kendall (void) {
  UtMannKendall r;
  double rising[60], flat[] = { 3, 3, 3, 3, 3 };
  for (guint i = 0; i < G_N_ELEMENTS (rising); i++)
    rising[i] = i;
  g_assert_cmpint (ut_trend_mann_kendall (rising, 2, &r), ==, UT_OUTCOME_TOO_FEW_POINTS);
  g_assert_cmpint (ut_trend_mann_kendall (flat, 5, &r), ==, UT_OUTCOME_NO_VARIATION);
  g_assert_cmpint (ut_trend_mann_kendall ((double[]){ 1, 2, NAN }, 3, &r), ==, UT_OUTCOME_BAD_INPUT);
  /* All rising: 2/n!. Four points can never be significant, five can. */
  ut_trend_mann_kendall (rising, 4, &r);
  g_assert_cmpfloat_with_epsilon (r.p, 2.0 / 24, 1e-15);
  ut_trend_mann_kendall (rising, 5, &r);
  g_assert_cmpfloat_with_epsilon (r.p, 2.0 / 120, 1e-15);
  ut_trend_mann_kendall (rising, 50, &r);
  g_assert_cmpfloat_with_epsilon (r.p_exact, 2 / tgamma (51), 1e-12 * 2 / tgamma (51));
  ut_trend_mann_kendall (rising, 51, &r);
  g_assert_true (isnan (r.p_exact) && r.p == r.p_normal);
  ut_trend_mann_kendall ((double[]){ 1, 2, 3, 2, 5 }, 5, &r);
  g_assert_true (isnan (r.p_exact) && r.p == r.p_normal);
  ut_trend_mann_kendall ((double[]){ 2, 4, 1, 3 }, 4, &r);
  g_assert_true (r.s == 0 && r.z == 0 && r.p == 1);
}

/* Theil and Sen's line goes through points, so what it leaves of them is equal, whatever rounding makes of it; checked
 * with fractions. */
static void
test_hamed_rao_ties (void) {
  const double falls[] = { 1, 0, 2, -1, 1, 0 }, rises[] = { -1, -1, -1, -1, -1, 0, 2, 1, 4, 1, 0, 2, 1, 3 };
  UtHamedRao result;
  for (double moved = 0; moved < 50; moved += 7.1) {
    double y[14];
    for (gsize i = 0; i < G_N_ELEMENTS (falls); i++)
      y[i] = falls[i] + moved;
    g_assert_cmpint (ut_trend_hamed_rao (y, G_N_ELEMENTS (falls), &result), ==, UT_OUTCOME_OK);
    g_assert_cmpuint (result.n_lags, ==, 1);
    g_assert_cmpfloat_with_epsilon (result.absolute.correction, 1.8088235294117647, 1e-12);
    for (gsize i = 0; i < G_N_ELEMENTS (rises); i++)
      y[i] = rises[i] + moved;
    g_assert_cmpint (ut_trend_hamed_rao (y, G_N_ELEMENTS (rises), &result), ==, UT_OUTCOME_OK);
    g_assert_cmpfloat_with_epsilon (result.absolute.correction, 1.3921188943215375, 1e-12);
  }
}

static void
test_ols (void) {
  UtLinear r;
  double line[10], flat[] = { 3, 3, 3, 3, 3 };
  for (guint i = 0; i < 10; i++)
    line[i] = 2 * (years[i] - 2000) + 1;
  g_assert_cmpint (ut_trend_ols (years, line, 2, 0.95, &r), ==, UT_OUTCOME_TOO_FEW_POINTS);
  g_assert_cmpint (ut_trend_ols (years, flat, 5, 0.95, &r), ==, UT_OUTCOME_NO_VARIATION);
  g_assert_cmpint (ut_trend_ols (flat, years, 5, 0.95, &r), ==, UT_OUTCOME_NO_VARIATION);
  g_assert_cmpint (ut_trend_ols (years, line, 5, 1, &r), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_ols (years, (double[]){ 1, 2, INFINITY }, 3, 0.95, &r), ==, UT_OUTCOME_BAD_INPUT);
  for (gsize n = 3; n <= 10; n++) {
    g_assert_cmpint (ut_trend_ols (years, line, n, 0.95, &r), ==, UT_OUTCOME_OK);
    g_assert_cmpfloat_with_epsilon (r.slope, 2, 1e-12);
    g_assert_true (r.p < 1e-6 && r.slope_interval.lower > 1.999 && r.slope_interval.upper < 2.001);
  }
}

/* No input of these shapes may reach GSL's error handler, which ends the program. */
static void
test_ols_any (void) {
  for (int i = 0; i < 3000; i++) {
    double x[60], y[60];
    gsize n = (gsize) g_test_rand_int_range (3, 60);
    double noise = pow (10, g_test_rand_double_range (-12, 6));
    for (gsize k = 0; k < n; k++) {
      x[k] = 2000 + (double) k;
      y[k] = (double) k + noise * g_test_rand_double_range (-1, 1);
    }
    UtLinear r;
    g_assert_cmpint (ut_trend_ols (x, y, n, i % 2 ? 0.95 : 0.998, &r), ==, UT_OUTCOME_OK);
    g_assert_true (r.p >= 0 && r.p <= 1 && r.slope_interval.lower <= r.slope && r.slope <= r.slope_interval.upper);
  }
}

static void
test_proportions (void) {
  UtProportionTrend r;
  double n[] = { 100, 100, 100, 100 }, none[] = { 0, 0, 0, 0 }, rising[] = { 10, 20, 30, 40 };
  double same[] = { 5, 5, 5, 5 }, wild[] = { 2, 60, 3, 70 };
  g_assert_cmpint (ut_trend_proportions (rising, n, years, 2, &r), ==, UT_OUTCOME_TOO_FEW_POINTS);
  g_assert_cmpint (ut_trend_proportions (none, n, years, 4, &r), ==, UT_OUTCOME_NO_EVENTS);
  g_assert_cmpint (ut_trend_proportions (n, n, years, 4, &r), ==, UT_OUTCOME_NO_EVENTS);
  g_assert_cmpint (ut_trend_proportions (rising, n, same, 4, &r), ==, UT_OUTCOME_NO_VARIATION);
  g_assert_cmpint (ut_trend_proportions (rising, none, years, 4, &r), ==, UT_OUTCOME_NO_DENOMINATOR);
  g_assert_cmpint (ut_trend_proportions (n, rising, years, 4, &r), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_proportions (rising, n, years, 4, &r), ==, UT_OUTCOME_OK);
  g_assert_cmpfloat_with_epsilon (r.slope, 0.1, 1e-12);
  g_assert_true (r.dispersion == 1 && r.p == r.p_dispersed && r.p < 1e-6);
  g_assert_cmpint (ut_trend_proportions (wild, n, years, 4, &r), ==, UT_OUTCOME_OK);
  g_assert_true (r.dispersion > 10 && r.p < 0.001 && r.p_dispersed > 0.05);
  /* A chi-square far out: p is 0, and nothing complains. */
  double many[] = { 1e6, 2e6, 3e6, 4e6 }, of[] = { 5e6, 5e6, 5e6, 5e6 };
  g_assert_cmpint (ut_trend_proportions (many, of, years, 4, &r), ==, UT_OUTCOME_OK);
  g_assert_true (r.p == 0);
}

static void
test_jump (void) {
  UtJump r;
  double step[] = { 100, 100, 100, 100, 180 }, line[] = { 1, 2, 3, 4, 5 }, flat[] = { 3, 3, 3, 3, 3 };
  double late[] = { 5.1, 4.9, 5.0, 9.0, 9.2, 8.9 }, noisy_line[] = { 1.1, 1.9, 3.2, 3.9, 5.1, 5.9, 7.2 };
  g_assert_cmpint (ut_trend_jump (years, step, 4, &r), ==, UT_OUTCOME_TOO_FEW_POINTS);
  g_assert_cmpint (ut_trend_jump (years, flat, 5, &r), ==, UT_OUTCOME_NO_VARIATION);
  g_assert_cmpint (ut_trend_jump (flat, step, 5, &r), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_jump ((double[]){ 1, 1, 2, 3, 4 }, step, 5, &r), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_jump ((double[]){ 1, 2, 3, 4, 4 }, step, 5, &r), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_jump (years, (double[]){ 1, 2, 3, 4, NAN }, 5, &r), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_jump (years, step, 5, &r), ==, UT_OUTCOME_OK);
  g_assert_true (r.jump && r.first_after == 4 && isfinite (r.bic_step));
  g_assert_cmpint (ut_trend_jump (years, line, 5, &r), ==, UT_OUTCOME_OK);
  g_assert_true (!r.jump && isfinite (r.bic_line));
  ut_trend_jump (years, late, 6, &r);
  g_assert_true (r.jump && r.first_after == 3);
  ut_trend_jump (years, noisy_line, 7, &r);
  g_assert_false (r.jump);
}

static double
normal (void) {
  double sum = 0;
  for (int i = 0; i < 12; i++)
    sum += g_test_rand_double ();
  return sum - 6;
}

/* Four of five series with that slope are found significant. */
static void
test_detectable (void) {
  double slope = 7, y[10];
  g_assert_cmpint (ut_trend_detectable (years, 2, 1, 0.95, &slope), ==, UT_OUTCOME_TOO_FEW_POINTS);
  g_assert_cmpint (ut_trend_detectable (years, 5, -1, 0.95, &slope), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_detectable (years, 5, NAN, 0.95, &slope), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_detectable ((double[]){ 1, 1, 1 }, 3, 1, 0.95, &slope), ==, UT_OUTCOME_NO_VARIATION);
  g_assert_cmpfloat (slope, ==, 7);
  for (gsize n = 5; n <= 10; n += 5) {
    g_assert_cmpint (ut_trend_detectable (years, n, 2, 0.95, &slope), ==, UT_OUTCOME_OK);
    int seen = 0;
    for (int i = 0; i < 4000; i++) {
      UtLinear r;
      for (gsize k = 0; k < n; k++)
        y[k] = slope * (years[k] - 2016) + 2 * normal ();
      g_assert_cmpint (ut_trend_ols (years, y, n, 0.95, &r), ==, UT_OUTCOME_OK);
      seen += r.p < 0.05;
    }
    g_assert_cmpfloat_with_epsilon (seen / 4000.0, 0.80, 0.05);
  }
}

static UtTrendPoints
values (const double *value, gsize n) {
  return (UtTrendPoints){ .n = n, .time = years, .value = value, .least_dispersion = 1 / 12.0 };
}

static UtTrendPoints
counts (const double *events, const double *persons, gsize n) {
  UtTrendPoints points = { .model = UT_MODEL_SHARE, .n = n, .time = years, .events = events, .persons = persons };
  points.least_dispersion = 1;
  return points;
}

static void
test_guarded_refused (void) {
  static const double flat[] = { 5, 5, 5, 5, 5, 5 }, persons[] = { 9, 9, 9, 9, 9, 9 }, none[6] = { 0 };
  static const double late[] = { 0, 0, 0, 0, 0, 4 }, many[] = { 10, 1, 1, 1, 1, 1 };
  UtGuardedTrend r = { .p = 7 };
  UtTrendPoints points = values (flat, 3);
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_TOO_FEW_POINTS);
  points = values (flat, 6);
  points.least_dispersion = 0;
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_NO_VARIATION);
  points.time = flat;
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_BAD_INPUT);
  points = counts (none, persons, 6);
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_NO_EVENTS);
  points = counts (persons, persons, 6);
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_NO_EVENTS);
  points = counts (many, persons, 6);
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_BAD_INPUT);
  points = counts (late, none, 6);
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_NO_DENOMINATOR);
  g_assert_cmpfloat (r.p, ==, 7);
  /* All events at one end: the steeper, the likelier, and nothing to measure that by. */
  points = counts (late, persons, 6);
  for (points.model = UT_MODEL_SHARE; points.model <= UT_MODEL_RATE; points.model++) {
    g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_OK);
    g_assert_true (r.slope == INFINITY && r.p == 1 && r.side == 0 && !r.jump);
  }
}

/* A line without residuals is as sure as its rounding, and without rounding quite sure. */
static void
test_guarded_perfect (void) {
  static const double line[] = { 1, 2, 3, 4, 5, 6, 7 }, step[] = { 1, 1, 1, 9, 9, 9, 9 }, end[] = { 1, 1, 1, 1, 1, 9 };
  UtGuardedTrend r;
  UtTrendPoints points = values (line, 7);
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_OK);
  g_assert_cmpfloat_with_epsilon (r.slope_se, sqrt (1 / 12.0 / 28), 1e-12);
  g_assert_true (r.side == 1 && !r.jump);
  points.least_dispersion = 0;
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_OK);
  g_assert_true (r.side == 1 && !r.jump && r.p < 1e-10);
  points = values (step, 7);
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_OK);
  g_assert_true (r.side == 1 && r.jump && r.step_after == 3 && r.step == 8);
  points.least_dispersion = 0;
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_OK);
  g_assert_true (r.side == 1 && r.jump && r.step_p == 0);
  points = values (end, 6);
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_OK);
  g_assert_true (r.side == 0 && !r.jump);
}

/* Seen beside a country that rises as it does, it does not rise; and no shape is claimed beside an offset. */
static void
test_guarded_offset (void) {
  static const double events[] = { 12, 20, 28, 37, 45, 50, 61 }, persons[] = { 99, 99, 99, 99, 99, 99, 99 };
  double offset[7];
  for (int i = 0; i < 7; i++)
    offset[i] = log (events[i] / (persons[i] - events[i])) + 1;
  UtTrendPoints points = counts (events, persons, 7);
  UtGuardedTrend r;
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_OK);
  g_assert_true (r.side == 1 && r.slope_interval.lower > 0);
  points.offset = offset;
  g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_OK);
  g_assert_cmpfloat_with_epsilon (r.slope, 0, 1e-9);
  g_assert_true (r.side == 0 && r.step_after == 0 && isnan (r.step_p) && isnan (r.evidence));
}

/* Four of five series with that slope are seen by the test itself. */
static void
test_least_seen (void) {
  for (gsize n = 5; n <= 10; n += 5) {
    double y[10], xx = n == 5 ? 10 : 82.5;
    UtLeastSeen least;
    UtGuardedTrend r;
    g_assert_cmpint (ut_trend_guarded (&(UtTrendPoints){ .n = n, .time = years, .value = years }, &r), ==,
                     UT_OUTCOME_OK);
    g_assert_cmpint (ut_trend_least_seen (2 / sqrt (xx), r.guard, n - 2, &least), ==, UT_OUTCOME_OK);
    int seen = 0;
    for (int i = 0; i < 4000; i++) {
      for (gsize k = 0; k < n; k++)
        y[k] = least.slope * (years[k] - 2016) + 2 * normal ();
      UtTrendPoints points = { .n = n, .time = years, .value = y };
      g_assert_cmpint (ut_trend_guarded (&points, &r), ==, UT_OUTCOME_OK);
      seen += r.side != 0;
    }
    g_assert_cmpfloat_with_epsilon (seen / 4000.0, 0.80, 0.05);
  }
  UtLeastSeen untouched = { .slope = 7 };
  g_assert_cmpint (ut_trend_least_seen (1, 1, 0, &untouched), ==, UT_OUTCOME_TOO_FEW_POINTS);
  g_assert_cmpint (ut_trend_least_seen (-1, 1, 5, &untouched), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_trend_least_seen (1, 0, 5, &untouched), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpfloat (untouched.slope, ==, 7);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/trend/theil-sen", test_theil_sen);
  g_test_add_func ("/statistics/trend/mann-kendall", test_mann_kendall);
  g_test_add_func ("/statistics/trend/hamed-rao-ties", test_hamed_rao_ties);
  g_test_add_func ("/statistics/trend/ols", test_ols);
  g_test_add_func ("/statistics/trend/ols-any-series", test_ols_any);
  g_test_add_func ("/statistics/trend/proportions", test_proportions);
  g_test_add_func ("/statistics/trend/jump", test_jump);
  g_test_add_func ("/statistics/trend/detectable", test_detectable);
  g_test_add_func ("/statistics/trend/guarded-refused", test_guarded_refused);
  g_test_add_func ("/statistics/trend/guarded-perfect", test_guarded_perfect);
  g_test_add_func ("/statistics/trend/guarded-offset", test_guarded_offset);
  g_test_add_func ("/statistics/trend/least-seen", test_least_seen);
  return g_test_run ();
}
