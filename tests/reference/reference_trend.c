#include "reference.h"

#include <math.h>
#include <utsyn/trend.h>

static void
check_theil_sen (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n), *y = csv_series (data, row, "y", &n);
  UtTheilSen result;
  g_assert_cmpint (ut_trend_theil_sen (x, y, n, 0.95, &result), ==, UT_OUTCOME_OK);
  expect_column (row, "slope", result.slope);
  expect_column (row, "intercept_separate", result.intercept);
  expect_column (row, "intercept_joint", result.intercept_joint);
  expect_interval (row, "slope_lower95", "slope_upper95", result.slope_interval);
  g_assert_cmpint (ut_trend_theil_sen (x, y, n, 0.90, &result), ==, UT_OUTCOME_OK);
  expect_interval (row, "slope_lower90", "slope_upper90", result.slope_interval);
}

static void
check_mann_kendall (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *y = csv_series (data, row, "y", &n);
  UtMannKendall result;
  g_assert_cmpint (ut_trend_mann_kendall (y, n, &result), ==, UT_OUTCOME_OK);
  expect_column (row, "S", result.s);
  expect_column (row, "var_S", result.variance);
  expect_column (row, "Z", result.z);
  expect_column (row, "p", result.p_normal);
  expect_column (row, "tau_a", result.tau_a);
  expect_column (row, "tau_b", result.tau_b);
  double exact = csv_number (row, "p_exact_no_ties");
  if (isnan (exact))
    g_assert_true (isnan (result.p_exact) && result.p == result.p_normal);
  else
    expect (row, "p_exact", result.p, exact);
}

static void
expect_line (const CsvRow *row, const UtLinear *result) {
  expect_column (row, "slope", result->slope);
  expect_within (row, "intercept", result->intercept, csv_number (row, "intercept"), 1e-8);
  expect_column (row, "se_slope", result->slope_se);
  expect_column (row, "se_intercept", result->intercept_se);
  expect_column (row, "t_slope", result->t);
  expect_column (row, "p_slope", result->p);
  expect_interval (row, "slope_lower95", "slope_upper95", result->slope_interval);
  expect_column (row, "r2", result->r_squared);
  expect_column (row, "sigma", result->sigma);
  expect_column (row, "df", (double) result->df);
}

static void
check_ols (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n), *y = csv_series (data, row, "y", &n);
  UtLinear result;
  expect_ok (ut_trend_ols (x, y, n, 0.95, &result));
  expect_line (row, &result);
}

static void
check_wls (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n), *y = csv_series (data, row, "y", &n),
                    *w = csv_series (data, row, "w", &n);
  UtLinear result;
  expect_ok (ut_trend_wls (x, y, w, n, 0.95, &result));
  expect_line (row, &result);
}

static void
check_predict (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n), *y = csv_series (data, row, "y", &n);
  UtPrediction result;
  expect_ok (ut_trend_predict (x, y, n, csv_number (row, "x0"), 0.95, &result));
  expect_column (row, "fit", result.value);
  expect_interval (row, "conf_lower95", "conf_upper95", result.confidence);
  expect_interval (row, "pred_lower95", "pred_upper95", result.prediction);
}

/* The series of another case. */
static double *
series_of (const Csv *data, const char *name, const char *heading, gsize *n) {
  for (guint i = 0; i < data->rows->len; i++) {
    CsvRow other = { data, i };
    if (g_str_equal (csv_text (&other, "case"), name))
      return csv_series (data, &other, heading, n);
  }
  g_assert_not_reached ();
}

static void
check_slope_difference (const CsvRow *row, const Csv *data) {
  gsize n, m;
  g_autofree double *x = csv_series (data, row, "x", &n), *y = csv_series (data, row, "y", &n);
  const char *other = csv_text (row, "other");
  g_autofree double *u = series_of (data, other, "x", &m), *v = series_of (data, other, "y", &m);
  UtSlopeDifference result;
  expect_ok (ut_trend_slope_difference (x, y, n, u, v, m, 0.95, &result));
  expect_column (row, "difference", result.difference);
  expect_column (row, "se", result.se);
  expect_column (row, "df", result.df);
  expect_column (row, "p", result.p);
  expect_interval (row, "lower95", "upper95", result.interval);
}

static void
expect_corrected (const CsvRow *row, const UtCorrected *corrected, const char *correction, const char *z,
                  const char *p) {
  expect_column (row, correction, corrected->correction);
  expect_column (row, z, corrected->z);
  expect_column (row, p, corrected->p);
}

static void
check_hamed_rao (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *y = csv_series (data, row, "y", &n);
  UtHamedRao result;
  expect_ok (ut_trend_hamed_rao (y, n, &result));
  expect_column (row, "S", result.s);
  expect_column (row, "n_sig_lags", (double) result.n_lags);
  expect_column (row, "var_S_corrected", result.corrected.variance);
  expect_corrected (row, &result.corrected, "correction", "Z", "p");
  expect_corrected (row, &result.absolute, "correction_abs", "Z_abs", "p_abs");
}

static void
check_poisson (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n), *count = csv_series (data, row, "count", &n),
                    *pop = csv_series (data, row, "pop", &n);
  UtPoissonTrend result;
  expect_ok (ut_trend_poisson (count, pop, x, n, csv_number (row, "x_origin"), 0.95, &result));
  expect_column (row, "intercept", result.intercept);
  expect_column (row, "slope", result.slope);
  expect_column (row, "se_intercept", result.intercept_se);
  expect_column (row, "se_slope", result.slope_se);
  expect_column (row, "z", result.z);
  expect_column (row, "p", result.p);
  expect_column (row, "rate_ratio", result.rate_ratio);
  expect_interval (row, "rr_lower95", "rr_upper95", result.rate_ratio_interval);
  expect_column (row, "deviance", result.deviance);
  expect_column (row, "df", (double) result.df);
  expect_column (row, "pearson_phi", result.pearson);
}

static void
check_marker (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *year = csv_series (data, row, "year", &n), *count = csv_series (data, row, "count", &n),
                    *persons = csv_series (data, row, "persons", &n);
  UtTrendKind kind = g_str_equal (csv_text (row, "kind"), "rate") ? UT_TREND_RATE : UT_TREND_PROPORTION;
  UtTrendMarker result;
  expect_ok (ut_trend_marker (count, persons, year, n, kind, &result));
  expect_column (row, "slope", result.slope);
  expect_column (row, "chi2", result.chi_square);
  g_assert_cmpint (result.side, ==, (int) csv_number (row, "side"));
}

static void
check_ols_nist (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n), *y = csv_series (data, row, "y", &n);
  UtLinear result;
  g_assert_cmpint (ut_trend_ols (x, y, n, 0.95, &result), ==, UT_OUTCOME_OK);
  expect_column (row, "slope", result.slope);
  expect_column (row, "intercept", result.intercept);
  expect_column (row, "slope_se", result.slope_se);
  expect_column (row, "intercept_se", result.intercept_se);
  expect_column (row, "sigma", result.sigma);
  expect_column (row, "r2", result.r_squared);
}

static void
check_proportion_trend (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *events = csv_series (data, row, "x", &n), *persons = csv_series (data, row, "n", &n);
  g_autofree double *t = csv_series (data, row, "score", &n);
  UtProportionTrend result;
  g_assert_cmpint (ut_trend_proportions (events, persons, t, n, &result), ==, UT_OUTCOME_OK);
  expect_column (row, "slope", result.slope);
  expect_column (row, "chi2_trend", result.chi_square);
  expect_column (row, "p_trend", result.p);
  expect (row, "departure", result.departure + result.chi_square, csv_number (row, "chi2_total"));
  expect_column (row, "p_total", result.p_total);
  expect_column (row, "p_departure", result.p_departure);
  double dispersion = csv_number (row, "chi2_departure") / (csv_number (row, "df_total") - 1);
  expect (row, "dispersion", result.dispersion, MAX (1, dispersion));
  if (dispersion <= 1)
    expect_column (row, "p_trend", result.p_dispersed);
}

static void
check_jump (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n), *y = csv_series (data, row, "y", &n);
  UtJump result;
  g_assert_cmpint (ut_trend_jump (x, y, n, &result), ==, UT_OUTCOME_OK);
  expect_column (row, "bic_line", result.bic_line);
  expect_column (row, "bic_step", result.bic_step);
  expect_column (row, "first_after", (double) result.first_after);
  expect_column (row, "jump", result.jump);
}

static void
check_detectable (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n);
  double slope;
  g_assert_cmpint (ut_trend_detectable (x, n, csv_number (row, "residual_sd"), csv_number (row, "level"), &slope), ==,
                   UT_OUTCOME_OK);
  expect_column (row, "slope", slope);
}

static gboolean
is_relative (const CsvRow *row) {
  return csv_number (row, "jumps") == 0;
}

static void
check_step (const CsvRow *row, const UtGuardedTrend *result) {
  if (isnan (csv_number (row, "step_after")))
    return;
  expect_column (row, "step_after", (double) result->step_after);
  expect_column (row, "step", result->step);
  expect_column (row, "p_step", result->step_p);
  g_assert_true (isnan (csv_number (row, "evidence")) == isnan (result->evidence));
  expect_known (row, "evidence", result->evidence);
}

static void
check_guarded (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n), *value = csv_series (data, row, "value", &n);
  g_autofree double *events = csv_series (data, row, "events", &n), *persons = csv_series (data, row, "persons", &n);
  g_autofree double *offset = csv_series (data, row, "offset", &n);
  const char *kind = csv_text (row, "kind"), *class = csv_text (row, "class");
  UtTrendPoints points = { .n = n, .time = x, .value = value, .events = events, .persons = persons };
  points.model = g_str_equal (kind, "share")  ? UT_MODEL_SHARE
                 : g_str_equal (kind, "rate") ? UT_MODEL_RATE
                                              : UT_MODEL_VALUE;
  points.offset = is_relative (row) ? offset : NULL;
  points.least_dispersion = csv_number (row, "floor");
  UtGuardedTrend result;
  expect_ok (ut_trend_guarded (&points, &result));
  expect_column (row, "slope", result.slope);
  expect_column (row, "se", result.slope_se);
  expect_column (row, "dispersion", result.dispersion);
  g_assert_true (isnan (csv_number (row, "lag1")) == isnan (result.lag1));
  expect_known (row, "lag1", result.lag1);
  expect_column (row, "rho", result.memory);
  expect_column (row, "guard", result.guard);
  expect_column (row, "t", result.t);
  expect_column (row, "df", (double) result.df);
  expect_column (row, "p", result.p);
  check_step (row, &result);
  const char *found = result.jump ? "jump" : result.side > 0 ? "rising" : result.side < 0 ? "falling" : "none";
  g_assert_cmpstr (found, ==, class);
  g_assert_true ((result.slope_interval.lower > 0 || result.slope_interval.upper < 0) == (result.p < 0.05));
}

static void
check_guard (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  g_auto (GStrv) words = g_strsplit (csv_text (row, "times"), " ", -1);
  gsize n = g_strv_length (words);
  g_autofree double *time = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    time[i] = g_ascii_strtod (words[i], NULL);
  double after = csv_number (row, "step_after"), guard;
  expect_ok (ut_trend_guard (time, n, csv_number (row, "rho"), isnan (after) ? 0 : (gsize) after, &guard));
  expect_column (row, "guard", guard);
}

static void
check_least_seen (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtLeastSeen result;
  expect_ok (ut_trend_least_seen (csv_number (row, "se_slope"), csv_number (row, "guard"),
                                  (gsize) csv_number (row, "df"), &result));
  expect_column (row, "critical", result.critical);
  expect_column (row, "delta80", result.shift);
  expect_column (row, "detectable_slope", result.slope);
}

const Reference reference_trend[] = {
  { "ut_trend_theil_sen", "trend_theil_sen", "trend_data", check_theil_sen, 1e-10, 0, NULL },
  { "ut_trend_mann_kendall", "trend_mann_kendall", "trend_data", check_mann_kendall, 1e-10, 0, NULL },
  { "ut_trend_ols", "trend_ols", "trend_data", check_ols, 1e-9, 0, NULL },
  { "ut_trend_ols", "trend_ols_nist", "trend_ols_nist_data", check_ols_nist, 1e-10, 0, NULL },
  { "ut_trend_proportions", "trend_proportions", "trend_proportions_data", check_proportion_trend, 1e-9, 0, NULL },
  { "ut_trend_jump", "trend_jump", "trend_data", check_jump, 1e-9, 0, NULL },
  { "ut_trend_detectable", "trend_detectable", "trend_data", check_detectable, 1e-9, 0, NULL },
  { "ut_trend_wls", "trend_wls", "trend_data", check_wls, 1e-9, 0, NULL },
  { "ut_trend_predict", "trend_predict", "trend_data", check_predict, 1e-9, 0, NULL },
  { "ut_trend_slope_difference", "trend_slope_difference", "trend_data", check_slope_difference, 1e-9, 0, NULL },
  { "ut_trend_hamed_rao", "trend_hamed_rao", "trend_data", check_hamed_rao, 1e-9, 0, NULL },
  { "ut_trend_poisson", "trend_poisson", "trend_poisson_data", check_poisson, 1e-7, 0, NULL },
  /* Where nothing changes, slopes and what is left of them are rounding. */
  { "ut_trend_guarded", "trend_guarded", "trend_guarded_data", check_guarded, 1e-6, 1e-9, NULL },
  { "ut_trend_guard", "trend_guard", NULL, check_guard, 1e-9, 0, NULL },
  { "ut_trend_least_seen", "trend_least_seen", NULL, check_least_seen, 1e-7, 0, NULL },
  { "ut_trend_marker", "trend_marker", "trend_marker_data", check_marker, 1e-9, 0, NULL },
  { .functions = NULL },
};
