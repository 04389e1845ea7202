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
  return g_test_run ();
}
