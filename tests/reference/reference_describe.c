#include "reference.h"

#include <math.h>
#include <utsyn/describe.h>
#include <utsyn/multiplicity.h>
#include <utsyn/quantile.h>

/* The whole family is adjusted anew for each of its rows: the files are small. */
static void
check_adjust (const CsvRow *row, const Csv *data) {
  gsize n, i = (gsize) csv_number (row, "i") - 1;
  g_autofree double *p = csv_series (data, row, "p", &n), *q = g_new (double, n);
  ut_adjust_benjamini_hochberg (p, n, q);
  expect_column (row, "BH", q[i]);
  ut_adjust_holm (p, n, q);
  expect_column (row, "holm", q[i]);
  ut_adjust_hochberg (p, n, q);
  expect_column (row, "hochberg", q[i]);
  ut_adjust_bonferroni (p, n, q);
  expect_column (row, "bonferroni", q[i]);
  ut_adjust_benjamini_yekutieli (p, n, q);
  expect_column (row, "BY", q[i]);
}

/* One family over the places of a report, and one each: what is another place's is no test. */
static void
check_report (const CsvRow *row, const Csv *data) {
  gsize n, i = 0;
  g_autofree double *p = csv_series (data, row, "p", &n), *q = g_new (double, n);
  g_autofree double *place = csv_series (data, row, "place", &n), *indicator = csv_series (data, row, "indicator", &n);
  while (place[i] != csv_number (row, "place") || indicator[i] != csv_number (row, "indicator"))
    i++;
  ut_adjust_benjamini_hochberg (p, n, q);
  expect_column (row, "q_report", q[i]);
  for (gsize k = 0; k < n; k++)
    if (place[k] != place[i])
      p[k] = NAN;
  ut_adjust_benjamini_hochberg (p, n, q);
  expect_column (row, "q_place", q[i]);
}

static void
check_quantile (const CsvRow *row, const Csv *data) {
  static const int types[] = { 2, 6, 7, 8 };
  gsize n;
  g_autofree double *values = csv_series (data, row, "value", &n);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    double quantile;
    g_autofree char *heading = g_strdup_printf ("type%d", types[i]);
    g_assert_cmpint (ut_quantile (values, n, csv_number (row, "prob"), types[i], &quantile), ==, UT_OUTCOME_OK);
    expect_column (row, heading, quantile);
  }
}

static void
check_rank (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *values = csv_series (data, row, "value", &n);
  expect_column (row, "rank", (double) ut_rank (values, n, csv_number (row, "value")));
}

static void
check_position (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  g_auto (GStrv) words = g_strsplit (csv_text (row, "values"), " ", -1);
  gsize n = g_strv_length (words);
  g_autofree double *values = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    values[i] = g_ascii_strtod (words[i], NULL);
  UtPosition position;
  g_assert_true (ut_position (values, n, csv_number (row, "value"), &position));
  expect_column (row, "lower", (double) position.lower);
  expect_column (row, "equal", (double) position.equal);
  expect_column (row, "higher", (double) position.higher);
  expect_column (row, "rank_from_lowest", 1 + (double) position.lower);
  expect_column (row, "rank_from_highest", 1 + (double) position.higher);
  expect_column (row, "percentile", position.percentile);
}

static void
check_describe (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *values = csv_series (data, row, "value", &n);
  UtDescription result;
  expect_ok (ut_describe (values, n, &result));
  expect_column (row, "n", (double) result.n);
  expect_column (row, "mean", result.mean);
  expect_known (row, "sd", result.sd);
  g_assert_cmpint (isnan (result.sd), ==, n == 1);
  expect_column (row, "median", result.median);
  expect_column (row, "mad_raw", result.mad);
  expect_column (row, "min", result.min);
  expect_column (row, "max", result.max);
  expect_column (row, "iqr7", result.iqr);
}

/* NIST's data of NumAcc3 and NumAcc4 are no binary fractions. */
static void
check_univariate (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *values = csv_series (data, row, "value", &n);
  double tolerance = g_str_has_prefix (csv_text (row, "case"), "NumAcc") ? 1e-7 : 1e-8, correlation;
  UtDescription result;
  expect_ok (ut_describe (values, n, &result));
  expect_within (row, "mean", result.mean, csv_number (row, "mean"), 1e-12);
  expect_within (row, "sd", result.sd, csv_number (row, "sd"), tolerance);
  expect_ok (ut_autocorrelation (values, n, 1, &correlation));
  expect_within (row, "lag1", correlation, csv_number (row, "lag1_autocorrelation"), tolerance);
}

static void
check_weighted (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *values = csv_series (data, row, "value", &n), *weights = csv_series (data, row, "weight", &n);
  UtWeighted result;
  expect_ok (ut_describe_weighted (values, weights, n, &result));
  expect_column (row, "sum_w", result.weight);
  expect_column (row, "wmean", result.mean);
  expect_column (row, "wvar_frequency", result.variance_frequency);
  expect_column (row, "wvar_reliability_ml", result.variance);
  expect_column (row, "kish_neff", result.effective_n);
}

static void
check_weighted_quantile (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *values = csv_series (data, row, "value", &n), *weights = csv_series (data, row, "weight", &n);
  double quantile;
  expect_ok (ut_quantile_weighted (values, weights, n, csv_number (row, "prob"), &quantile));
  expect_column (row, "wq_cdf", quantile);
}

static void
check_frequency_quantile (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *values = csv_series (data, row, "value", &n), *weights = csv_series (data, row, "weight", &n);
  double quantile;
  expect_ok (ut_quantile_frequency (values, weights, n, csv_number (row, "prob"), &quantile));
  expect_column (row, "wq_type7_frequency", quantile);
}

/* The group of one row among all rows with the same name. */
static gsize
group_of (const CsvRow *row, const char *name, const char *number, const char *inverted) {
  const Csv *csv = row->csv;
  g_autofree double *values = g_new (double, csv->rows->len);
  g_autofree gsize *group = g_new (gsize, csv->rows->len);
  gsize n = 0, own = 0;
  for (guint i = 0; i < csv->rows->len; i++) {
    CsvRow other = { csv, i };
    if (!g_str_equal (csv_text (&other, name), csv_text (row, name)))
      continue;
    if (i == row->row)
      own = n;
    values[n++] = csv_number (&other, "value");
  }
  ut_quantile_groups (values, n, (gsize) csv_number (row, number), csv_number (row, inverted) == 1, group);
  return group[own];
}

static void
check_groups (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  expect_column (row, "group", (double) group_of (row, "case", "groups", "inverted"));
}

static void
check_phe_groups (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double quantile = csv_number (row, "quantile");
  expect (row, "quantile", (double) group_of (row, "group", "nquantiles", "inverted"), isnan (quantile) ? 0 : quantile);
}

const Reference reference_describe[] = {
  { "ut_adjust_benjamini_hochberg ut_adjust_holm ut_adjust_hochberg ut_adjust_bonferroni ut_adjust_benjamini_yekutieli",
    "adjust", "adjust", check_adjust, 1e-12, 0, NULL },
  { "ut_adjust_benjamini_hochberg", "adjust_report", "adjust_report", check_report, 1e-12, 0, NULL },
  { "ut_quantile", "quantile", "quantile_data", check_quantile, 1e-12, 0, NULL },
  { "ut_rank", "rank", "quantile_data", check_rank, 0, 0, NULL },
  { "ut_position", "position", NULL, check_position, 1e-12, 0, NULL },
  { "ut_describe", "describe", "quantile_data", check_describe, 1e-11, 0, NULL },
  { "ut_describe ut_autocorrelation", "autocorrelation", "autocorrelation_data", check_univariate, 1e-8, 0, NULL },
  { "ut_describe_weighted", "weighted", "weighted_data", check_weighted, 1e-11, 0, NULL },
  { "ut_quantile_weighted", "weighted_quantile", "weighted_data", check_weighted_quantile, 0, 0, NULL },
  { "ut_quantile_frequency", "weighted_quantile_frequency", "weighted_data", check_frequency_quantile, 1e-10, 0, NULL },
  { "ut_quantile_groups", "quantile_groups", NULL, check_groups, 0, 0, NULL },
  { "ut_quantile_groups", "6_phe_quantile", NULL, check_phe_groups, 0, 0, PHE },
  { .functions = NULL },
};
