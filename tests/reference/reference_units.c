/* Many units at once: funnels, over-dispersion, empirical Bayes. */
#include "reference.h"

#include <math.h>
#include <string.h>
#include <utsyn/funnel.h>
#include <utsyn/interval.h>
#include <utsyn/shrink.h>

/* Funnels */

static void
expect_funnel (const CsvRow *row, const UtFunnel *wide, const UtFunnel *narrow) {
  expect_interval (row, "quantile_l998", "quantile_u998", wide->exact);
  expect_interval (row, "quantile_l95", "quantile_u95", narrow->exact);
  expect_interval (row, "interp_l998", "interp_u998", wide->smooth);
  expect_interval (row, "interp_l95", "interp_u95", narrow->smooth);
}

static void
check_binomial (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double n = csv_number (row, "n"), target = csv_number (row, "target");
  UtFunnel wide, narrow;
  expect_ok (ut_funnel_binomial (n, target, 0.998, &wide));
  expect_ok (ut_funnel_binomial (n, target, 0.95, &narrow));
  expect_funnel (row, &wide, &narrow);
}

static void
check_poisson (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double expected = csv_number (row, "expected");
  UtFunnel wide, narrow;
  UtInterval chi_square;
  expect_ok (ut_funnel_poisson (expected, 0.998, &wide));
  expect_ok (ut_funnel_poisson (expected, 0.95, &narrow));
  expect_funnel (row, &wide, &narrow);
  expect_ok (ut_funnel_chi_square (expected, 0.998, &chi_square));
  expect_interval (row, "chisq_l998", "chisq_u998", chi_square);
  expect_ok (ut_funnel_chi_square (expected, 0.95, &chi_square));
  expect_interval (row, "chisq_l95", "chisq_u95", chi_square);
}

static void
check_normal (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double n = csv_number (row, "n"), target = csv_number (row, "target");
  UtInterval interval;
  expect_ok (ut_funnel_normal (n, target, 0.998, &interval));
  expect_interval (row, "l998", "u998", interval);
  expect_ok (ut_funnel_normal (n, target, 0.95, &interval));
  expect_interval (row, "l95", "u95", interval);
}

static void
check_place (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtInterval inner = { csv_number (row, "inner_lower"), csv_number (row, "inner_upper") };
  UtInterval outer = { csv_number (row, "outer_lower"), csv_number (row, "outer_upper") };
  expect_column (row, "place", ut_funnel_place (csv_number (row, "value"), inner, outer));
}

/* Units of a case are looked at once, with the first. */
static gboolean
is_first (const CsvRow *row) {
  return csv_number (row, "unit") == 1;
}

static UtFunnelKind
kind_named (const char *name) {
  static const char *const names[] = { [UT_FUNNEL_RATIO_LOG] = "SR_SHMI",
                                       [UT_FUNNEL_RATIO_ROOT] = "SR_CQC",
                                       [UT_FUNNEL_SHARE] = "PR",
                                       [UT_FUNNEL_RATE] = "RC",
                                       [UT_FUNNEL_SHARE_PLAIN] = "PR_untransformed" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return (UtFunnelKind) i;
  g_error ("%s", name);
}

static void
check_overdispersion (const CsvRow *row, const Csv *data) {
  if (!is_first (row))
    return;
  gsize n;
  g_autofree double *x = csv_series (data, row, "numerator", &n), *d = csv_series (data, row, "denominator", &n);
  g_autofree double *value = g_new (double, n), *se = g_new (double, n);
  g_autofree UtFunnelScore *scores = g_new (UtFunnelScore, n);
  double target;
  UtOverdispersion result;
  expect_ok (ut_funnel_transform (x, d, n, kind_named (csv_text (row, "type")), value, se, &target));
  expect_ok (ut_overdispersion (value, se, n, target, &result, scores));
  expect_column (row, "phi", result.phi);
  expect_column (row, "tau2", result.tau2);
  for (guint i = 0; i < n; i++) {
    const CsvRow unit = { row->csv, row->row + i };
    expect_column (&unit, "target", target);
    expect_column (&unit, "y", value[i]);
    expect_column (&unit, "s", se[i]);
    expect_column (&unit, "z", scores[i].z);
    expect_column (&unit, "z_winsorised", scores[i].winsorised);
    expect_column (&unit, "z_adjusted_additive", scores[i].additive);
    expect_column (&unit, "z_adjusted_multiplicative", scores[i].multiplicative);
  }
}

/* Empirical Bayes */

typedef UtOutcome (*LinearShrink) (const double *, const double *, gsize, double *, UtShrinkLinear *);

static void
check_linear (const CsvRow *row, const Csv *data, LinearShrink shrink, const char *mean, const char *between) {
  if (!is_first (row))
    return;
  gsize n;
  g_autofree double *count = csv_series (data, row, "count", &n), *persons = csv_series (data, row, "pop", &n);
  g_autofree double *estimate = g_new (double, n);
  UtShrinkLinear result;
  expect_ok (shrink (count, persons, n, estimate, &result));
  expect_column (row, mean, result.mean);
  if (between != NULL)
    expect_column (row, between, result.between);
  for (guint i = 0; i < n; i++)
    expect_column (&(CsvRow){ row->csv, row->row + i }, "eb", estimate[i]);
}

static void
check_marshall (const CsvRow *row, const Csv *data) {
  check_linear (row, data, ut_shrink_marshall, "m_global", "a_between");
}

static void
check_martuzzi_elliott (const CsvRow *row, const Csv *data) {
  check_linear (row, data, ut_shrink_martuzzi_elliott, "b_global", NULL);
}

/* The likelihood's maximum is as flat as it is: a millionth. */
static void
expect_ml (const CsvRow *row, const char *heading, double got) {
  expect_within (row, heading, got, csv_number (row, heading), 1e-6);
}

static void
check_gamma_poisson (const CsvRow *row, const Csv *data) {
  if (!is_first (row))
    return;
  gsize n;
  g_autofree double *observed = csv_series (data, row, "observed", &n),
                    *expected = csv_series (data, row, "expected", &n);
  g_autofree double *moments = g_new (double, n), *likelihood = g_new (double, n);
  g_autofree UtInterval *intervals = g_new (UtInterval, n);
  UtGammaPrior prior;
  expect_ok (ut_shrink_gamma_poisson (observed, expected, n, UT_SHRINK_MOMENTS, 0.95, moments, intervals, &prior));
  expect_column (row, "nu_mom", prior.shape);
  expect_column (row, "alpha_mom", prior.rate);
  expect_ok (
      ut_shrink_gamma_poisson (observed, expected, n, UT_SHRINK_LIKELIHOOD, 0.95, likelihood, intervals, &prior));
  expect_ml (row, "nu_ml", prior.shape);
  expect_ml (row, "alpha_ml", prior.rate);
  expect_ml (row, "loglik", prior.log_likelihood);
  for (guint i = 0; i < n; i++) {
    const CsvRow unit = { row->csv, row->row + i };
    expect_column (&unit, "eb_mom", moments[i]);
    expect_ml (&unit, "eb_ml", likelihood[i]);
    expect_ml (&unit, "eb_ml_lower95", intervals[i].lower);
    expect_ml (&unit, "eb_ml_upper95", intervals[i].upper);
  }
}

static void
check_beta_binomial (const CsvRow *row, const Csv *data) {
  if (!is_first (row))
    return;
  gsize k;
  g_autofree double *x = csv_series (data, row, "x", &k), *n = csv_series (data, row, "n", &k);
  g_autofree double *moments = g_new (double, k), *likelihood = g_new (double, k);
  g_autofree UtInterval *intervals = g_new (UtInterval, k);
  UtBetaPrior prior;
  expect_ok (ut_shrink_beta_binomial (x, n, k, UT_SHRINK_MOMENTS, 0.95, moments, intervals, &prior));
  expect_column (row, "rho_mom", prior.correlation);
  expect_column (row, "alpha_mom", prior.alpha);
  expect_column (row, "beta_mom", prior.beta);
  expect_ok (ut_shrink_beta_binomial (x, n, k, UT_SHRINK_LIKELIHOOD, 0.95, likelihood, intervals, &prior));
  expect_ml (row, "alpha_ml", prior.alpha);
  expect_ml (row, "beta_ml", prior.beta);
  expect_ml (row, "loglik_ml", prior.log_likelihood);
  for (guint i = 0; i < k; i++) {
    const CsvRow unit = { row->csv, row->row + i };
    expect_column (&unit, "eb_mom", moments[i]);
    expect_ml (&unit, "eb_ml", likelihood[i]);
    expect_ml (&unit, "eb_ml_lower95", intervals[i].lower);
    expect_ml (&unit, "eb_ml_upper95", intervals[i].upper);
  }
}

static void
check_averaged (const CsvRow *row, const Csv *data) {
  if (!is_first (row))
    return;
  gsize k;
  g_autofree double *x = csv_series (data, row, "x", &k), *n = csv_series (data, row, "n", &k);
  g_autofree double *estimate = g_new (double, k);
  g_autofree UtInterval *interval = g_new (UtInterval, k);
  UtShrinkKind kind = g_str_equal (csv_text (row, "kind"), "rates") ? UT_SHRINK_RATES : UT_SHRINK_SHARES;
  UtShrinkAveraged averaged;
  expect_ok (ut_shrink_averaged (kind, x, n, k, x, n, k, 0.95, estimate, interval, &averaged));
  expect_column (row, "level", averaged.level);
  expect_column (row, "spread", averaged.spread);
  for (guint i = 0; i < k; i++) {
    const CsvRow unit = { row->csv, row->row + i };
    expect_column (&unit, "eb_mean", estimate[i]);
    expect_interval (&unit, "lower95", "upper95", interval[i]);
  }
}

/* Published test data */

static int
place_named (const char *name) {
  int size = strstr (name, "0.001") != NULL ? 2 : strstr (name, "0.025") != NULL ? 1 : 0;
  return g_str_has_prefix (name, "Low") ? -size : size;
}

static void
expect_place (const CsvRow *row, int got) {
  expect (row, "significance", got, place_named (csv_text (row, "significance")));
}

static void
check_phe_share (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double n = csv_number (row, "denominator"), average = csv_number (row, "average");
  UtInterval wide, narrow;
  expect_ok (ut_funnel_normal (n, average, 0.998, &wide));
  expect_ok (ut_funnel_normal (n, average, 0.95, &narrow));
  expect_place (row, ut_funnel_place (csv_number (row, "numerator") / n, narrow, wide));
}

/* A count's own interval against its expectation says the same from the other side. */
static int
place_of_count (double count, double expected) {
  UtInterval wide, narrow;
  expect_ok (ut_interval_rate (count, 1, 0.998, &wide));
  expect_ok (ut_interval_rate (count, 1, 0.95, &narrow));
  return -ut_funnel_place (expected, narrow, wide);
}

static void
check_phe_ratio (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  expect_place (row, place_of_count (csv_number (row, "observed"), csv_number (row, "expected")));
}

static void
check_phe_rate (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double expected = csv_number (row, "derived_denominator") * csv_number (row, "average");
  expect_place (row, place_of_count (csv_number (row, "count"), expected));
}

/* The expectations between which a count is inside the funnel. */
static void
expect_touching (const CsvRow *row, const char *low, const char *high, double level, double scale) {
  UtInterval exact;
  expect_ok (ut_interval_rate_exact (csv_number (row, g_str_has_suffix (low, "yr") ? "events" : "observed"), 1, level,
                                     &exact));
  expect_column (row, low, exact.upper * scale);
  expect_column (row, high, exact.lower * scale);
}

static void
check_phe_ratio_limits (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  expect_touching (row, "lower95_exp_events", "upper95_exp_events", 0.95, 1);
  expect_touching (row, "lower998_exp_events", "upper998_exp_events", 0.998, 1);
}

static void
check_phe_rate_limits (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double scale = 1 / csv_number (row, "average") / csv_number (row, "years");
  expect_touching (row, "lower95_pop_1yr", "upper95_pop_1yr", 0.95, scale);
  expect_touching (row, "lower998_pop_1yr", "upper998_pop_1yr", 0.998, scale);
}

static void
check_phe_share_limits (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double n = csv_number (row, "population"), average = csv_number (row, "average");
  UtInterval wide, narrow;
  expect_ok (ut_funnel_normal (n, average, 0.998, &wide));
  expect_ok (ut_funnel_normal (n, average, 0.95, &narrow));
  expect_interval (row, "lower95_pct", "upper95_pct", (UtInterval){ 100 * narrow.lower, 100 * narrow.upper });
  expect_interval (row, "lower998_pct", "upper998_pct", (UtInterval){ 100 * wide.lower, 100 * wide.upper });
}

const Reference reference_units[] = {
  { "ut_funnel_binomial", "funnel_binomial", NULL, check_binomial, 1e-8, 1e-14, NULL },
  { "ut_funnel_poisson ut_funnel_chi_square", "funnel_poisson", NULL, check_poisson, 1e-8, 1e-14, NULL },
  { "ut_funnel_normal", "funnel_normal", NULL, check_normal, 1e-11, 0, NULL },
  { "ut_funnel_place", "funnel_place", NULL, check_place, 0, 0, NULL },
  { "ut_funnel_transform ut_overdispersion", "overdispersion", "overdispersion", check_overdispersion, 1e-9, 1e-12,
    NULL },
  { "ut_shrink_marshall", "shrink_marshall", "shrink_marshall", check_marshall, 1e-10, 0, NULL },
  { "ut_shrink_martuzzi_elliott", "shrink_martuzzi_elliott", "shrink_martuzzi_elliott", check_martuzzi_elliott, 1e-9, 0,
    NULL },
  { "ut_shrink_gamma_poisson", "shrink_gamma_poisson", "shrink_gamma_poisson", check_gamma_poisson, 1e-7, 0, NULL },
  { "ut_shrink_averaged", "shrink_averaged", "shrink_averaged", check_averaged, 1e-7, 0, NULL },
  { "ut_shrink_beta_binomial", "shrink_beta_binomial", "shrink_beta_binomial", check_beta_binomial, 1e-9, 0, NULL },
  { "ut_funnel_normal ut_funnel_place", "7_phe_funnel_prop_significance", NULL, check_phe_share, 0, 0, PHE },
  { "ut_funnel_place", "7_phe_funnel_ratio_significance", NULL, check_phe_ratio, 0, 0, PHE },
  { "ut_funnel_place", "7_phe_funnel_rate_significance", NULL, check_phe_rate, 0, 0, PHE },
  { "ut_funnel_normal", "7_phe_funnel_prop_limits", NULL, check_phe_share_limits, 0, 2e-6, PHE },
  { "ut_interval_rate_exact", "7_phe_funnel_ratio_limits", NULL, check_phe_ratio_limits, 1e-4, 0, PHE },
  { "ut_interval_rate_exact", "7_phe_funnel_rate_limits", NULL, check_phe_rate_limits, 1e-4, 0, PHE },
  { .functions = NULL },
};
