#include "reference.h"

#include <math.h>
#include <utsyn/effect.h>
#include <utsyn/regression.h>

#define MOST_TERMS 12

/* Certified digits that double precision reaches with each set, as NIST's own programs do. */
static double
digits (const CsvRow *row) {
  const char *set = csv_text (row, "case");
  return g_str_equal (set, "Filip")                                          ? 1e-5
         : g_str_has_prefix (set, "Wampler") || g_str_equal (set, "Longley") ? 1e-7
                                                                             : 1e-10;
}

/* The terms x1, x2, … that are there, row by row. */
static double *
read_terms (const CsvRow *row, const Csv *data, gsize n_terms) {
  gsize n = 0;
  double *x = NULL;
  for (gsize j = 0; j < n_terms; j++) {
    g_autofree char *heading = g_strdup_printf ("x%d", (int) j + 1);
    g_autofree double *values = csv_series (data, row, heading, &n);
    if (!x)
      x = g_new (double, n *n_terms);
    for (gsize i = 0; i < n; i++)
      x[i * n_terms + j] = values[i];
  }
  return x;
}

/* Only polynomials have one term in the data and more than two coefficients. */
static UtFit
fit (const CsvRow *row, const Csv *data, double *estimate, double *se) {
  gsize n, n_par = (gsize) csv_number (row, "n_par"), intercept = (gsize) csv_number (row, "intercept");
  g_autofree double *y = csv_series (data, row, "y", &n), *x1 = csv_series (data, row, "x1", &n),
                    *x2 = csv_series (data, row, "x2", &n);
  UtFit result;
  if (isnan (x2[0]) && n_par > 2) {
    expect_ok (ut_regress_polynomial (x1, y, n, n_par - 1, estimate, se, &result));
    return result;
  }
  g_autofree double *x = read_terms (row, data, n_par - intercept);
  expect_ok (ut_regress (x, y, n, n_par - intercept, intercept == 1, estimate, se, &result));
  return result;
}

static void
check_coefficient (const CsvRow *row, const Csv *data) {
  double estimate[MOST_TERMS], se[MOST_TERMS];
  fit (row, data, estimate, se);
  gsize term = (gsize) g_ascii_strtoull (csv_text (row, "term") + 1, NULL, 10);
  gsize j = csv_number (row, "intercept") == 1 ? term : term - 1;
  expect_within (row, "estimate", estimate[j], csv_number (row, "estimate"), digits (row));
  /* Without residuals, what rounding leaves is all there is. */
  double certified = csv_number (row, "se");
  if (certified == 0)
    g_assert_cmpfloat (se[j], <, 1e-6);
  else
    expect_within (row, "se", se[j], certified, digits (row));
}

static void
check_fit (const CsvRow *row, const Csv *data) {
  double estimate[MOST_TERMS], se[MOST_TERMS], certified = csv_number (row, "residual_sd");
  UtFit result = fit (row, data, estimate, se);
  if (certified == 0)
    g_assert_cmpfloat (result.residual_sd, <, 1e-6);
  else
    expect_within (row, "residual_sd", result.residual_sd, certified, digits (row));
  expect_within (row, "r_squared", result.r_squared, csv_number (row, "r_squared"), digits (row));
  expect_column (row, "residual_df", (double) result.df);
}

static void
expect_effect (const CsvRow *row, const UtEffect *effect) {
  expect_column (row, "estimate", effect->estimate);
  expect_column (row, "se_ols", effect->se_plain);
  expect_column (row, "p_ols", effect->p_plain);
  expect_column (row, "se_hc1", effect->se_unequal);
}

static const UtEffect *
interruption_term (const CsvRow *row, const UtInterruption *result) {
  const char *term = csv_text (row, "term");
  return g_str_equal (term, "intercept") ? &result->level
         : g_str_equal (term, "t")       ? &result->trend
         : g_str_equal (term, "post")    ? &result->step
                                         : &result->bend;
}

static void
check_interrupted (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *t = csv_series (data, row, "t", &n), *y = csv_series (data, row, "y", &n);
  double change = csv_number (row, "change_point");
  UtInterruption result;
  expect_ok (ut_effect_interrupted (t, y, n, change, -1, &result));
  const UtEffect *effect = interruption_term (row, &result);
  expect_effect (row, effect);
  expect_column (row, "nw_lag", (double) result.lag);
  expect_column (row, "se_nw_adj", effect->se);
  expect (row, "se_nw", effect->se * sqrt (((double) n - 4) / (double) n), csv_number (row, "se_nw"));
  expect_column (row, "p_nw_adj", effect->p);
  expect_column (row, "durbin_watson", result.durbin_watson);
  expect_ok (ut_effect_interrupted (t, y, n, change, 3, &result));
  expect_column (row, "se_nw_lag3_adj", interruption_term (row, &result)->se);
}

static void
check_difference (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *y = csv_series (data, row, "y", &n), *treated = csv_series (data, row, "treated", &n),
                    *after = csv_series (data, row, "post", &n), *unit = csv_series (data, row, "unit", &n);
  UtDifferenceInDifferences result;
  expect_ok (ut_effect_difference (y, treated, after, unit, n, &result));
  const char *term = csv_text (row, "term");
  const UtEffect *effect = g_str_equal (term, "intercept") ? &result.level
                           : g_str_equal (term, "treated") ? &result.treated
                           : g_str_equal (term, "post")    ? &result.after
                                                           : &result.effect;
  expect_effect (row, effect);
  expect_column (row, "se_cluster_unit", effect->se);
  expect_column (row, "units", (double) result.n_units);
  expect_column (row, "did_of_means", result.effect.estimate);
}

/* A few treated are ranked among placebos; too few of these, or enough treated, are not. */
static void
check_placebo (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *y = csv_series (data, row, "y", &n), *treated = csv_series (data, row, "treated", &n),
                    *after = csv_series (data, row, "post", &n), *unit = csv_series (data, row, "unit", &n);
  UtDifferenceInDifferences result;
  expect_ok (ut_effect_difference (y, treated, after, unit, n, &result));
  expect_column (row, "effect", result.effect.estimate);
  expect_column (row, "treated_units", (double) result.n_treated);
  expect_column (row, "placebos", (double) result.n_placebos);
  g_assert_cmpint (result.by_placebo, ==, csv_number (row, "treated_units") < 5);
  if (!result.by_placebo)
    g_assert_cmpfloat (result.effect.p, >, 0);
  else if (csv_number (row, "placebos") < 19)
    g_assert_true (isnan (result.effect.p));
  else
    expect_column (row, "p_placebo", result.effect.p);
}

const Reference reference_effect[] = {
  { "ut_regress ut_regress_polynomial", "regression", "regression_data", check_coefficient, 1e-10, 0, NULL },
  { "ut_regress ut_regress_polynomial", "regression_fit", "regression_data", check_fit, 1e-10, 0, NULL },
  { "ut_effect_interrupted", "effect_interrupted", "effect_interrupted_data", check_interrupted, 1e-8, 0, NULL },
  { "ut_effect_difference", "effect_difference", "effect_difference_data", check_difference, 1e-8, 0, NULL },
  { "ut_effect_difference", "effect_placebo", "effect_placebo_data", check_placebo, 1e-9, 0, NULL },
  { .functions = NULL },
};
