#include "reference.h"

#include <math.h>
#include <utsyn/compare.h>
#include <utsyn/difference.h>
#include <utsyn/exact.h>
#include <utsyn/homogeneity.h>

static void
check_proportions (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtComparison comparison;
  g_assert_cmpint (ut_compare_proportions (csv_number (row, "x1"), csv_number (row, "n1"), csv_number (row, "x2"),
                                           csv_number (row, "n2"), csv_number (row, "conf"), &comparison),
                   ==, UT_OUTCOME_OK);
  expect_column (row, "p_midp_central", comparison.p);
  expect_interval (row, "or_lower", "or_upper", comparison.ratio_interval);
  expect_interval (row, "own_share_lower", "own_share_upper", comparison.own);
}

static void
check_rates (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtComparison comparison;
  double rate2 = csv_number (row, "count2") / csv_number (row, "denom2");
  g_assert_cmpint (ut_compare_rates (csv_number (row, "count1"), csv_number (row, "denom1"), csv_number (row, "count2"),
                                     csv_number (row, "denom2"), csv_number (row, "conf"), &comparison),
                   ==, UT_OUTCOME_OK);
  expect_column (row, "p_midp_central", comparison.p);
  expect_interval (row, "ratio_lower", "ratio_upper", comparison.ratio_interval);
  expect (row, "own", comparison.own.upper, csv_number (row, "ratio_upper") * rate2);
}

static void
check_constant (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtComparison comparison;
  g_assert_cmpint (ut_compare_proportion_constant (csv_number (row, "x"), csv_number (row, "n"),
                                                   csv_number (row, "benchmark"), csv_number (row, "conf"),
                                                   &comparison),
                   ==, UT_OUTCOME_OK);
  expect_column (row, "p_midp_central", comparison.p);
  expect_interval (row, "lower", "upper", comparison.own);
}

static void
check_rate_constant (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtComparison comparison;
  double expected = csv_number (row, "expected");
  expect_ok (ut_compare_rate_constant (csv_number (row, "count"), expected, csv_number (row, "conf"), &comparison));
  expect_column (row, "p_midp", comparison.p);
  expect_interval (row, "lower", "upper", comparison.own);
  expect (row, "ratio", comparison.ratio_interval.upper, csv_number (row, "upper") / expected);
}

static void
expect_exact (const CsvRow *row, const char *heading, const UtExactTest *test) {
  expect_within (row, heading, test->p, csv_number (row, heading), test->p < 1e-9 ? 1e-7 : 1e-9);
  expect_column (row, "p_midp_central", test->p_midp);
}

/* Where the correction leaves nothing, the reference has what rounding left. */
static void
expect_corrected (const CsvRow *row, const char *heading, double got) {
  double corrected = csv_number (row, heading);
  expect (row, heading, got, corrected < 1e-20 ? 0 : corrected);
}

static void
check_exact_constant (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double x = csv_number (row, "x"), n = csv_number (row, "n"), p0 = csv_number (row, "benchmark");
  UtExactTest test;
  expect_ok (ut_exact_proportion_constant (x, n, p0, &test));
  expect_exact (row, "p_minlike", &test);
  expect_column (row, "p_central", test.p_central);
  expect_column (row, "p_less", test.p_less);
  expect_column (row, "p_greater", test.p_greater);
  UtScoreTest score;
  expect_ok (ut_score_proportion_constant (x, n, p0, &score));
  expect_column (row, "chi2_score", score.chi_square);
  expect_column (row, "p_score", score.p);
  expect_corrected (row, "chi2_score_cc", score.chi_square_corrected);
  expect_column (row, "p_score_cc", score.p_corrected);
}

static void
check_exact_rate_constant (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtExactTest test;
  double expected = csv_number (row, "denominator") * csv_number (row, "benchmark_rate");
  expect_ok (ut_exact_rate_constant (csv_number (row, "count"), expected, &test));
  expect_exact (row, "p_minlike", &test);
  expect_column (row, "p_central", test.p_central);
  UtComparison comparison;
  expect_ok (ut_compare_rate_constant (csv_number (row, "count"), expected, 0.95, &comparison));
  expect_column (row, "p_midp_central", comparison.p);
  expect_column (row, "ratio", comparison.ratio);
}

static void
check_fisher (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double x1 = csv_number (row, "x1"), n1 = csv_number (row, "n1"), x2 = csv_number (row, "x2"),
         n2 = csv_number (row, "n2");
  UtExactTest test;
  expect_ok (ut_exact_proportions (x1, n1, x2, n2, &test));
  expect_exact (row, "p_two_sided", &test);
  expect_column (row, "p_less", test.p_less);
  expect_column (row, "p_greater", test.p_greater);
  UtExactRatio ratio;
  expect_ok (ut_exact_odds_ratio (x1, n1, x2, n2, 0.95, &ratio));
  expect_column (row, "or_cond_mle", ratio.ratio);
  expect_interval (row, "or_lower95", "or_upper95", ratio.interval);
}

static void
check_exact_rates (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double x1 = csv_number (row, "count1"), t1 = csv_number (row, "denom1"), x2 = csv_number (row, "count2"),
         t2 = csv_number (row, "denom2");
  UtExactTest test;
  expect_ok (ut_exact_rates (x1, t1, x2, t2, &test));
  expect_exact (row, "p_minlike", &test);
  UtExactRatio ratio;
  expect_ok (ut_exact_rate_ratio (x1, t1, x2, t2, 0.95, &ratio));
  expect_column (row, "ratio", ratio.ratio);
  expect_column (row, "p_central", ratio.p_central);
  expect_interval (row, "lower95", "upper95", ratio.interval);
  expect_ok (ut_exact_rate_ratio (x1, t1, x2, t2, 0.998, &ratio));
  expect_interval (row, "lower998", "upper998", ratio.interval);
}

static void
check_score (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtScoreTest score;
  expect_ok (ut_score_proportions (csv_number (row, "x1"), csv_number (row, "n1"), csv_number (row, "x2"),
                                   csv_number (row, "n2"), &score));
  expect_column (row, "chi2", score.chi_square);
  expect_column (row, "p", score.p);
  expect_corrected (row, "chi2_yates", score.chi_square_corrected);
  expect_column (row, "p_yates", score.p_corrected);
}

static UtDifference
newcombe (const CsvRow *row, double level) {
  UtDifference difference;
  expect_ok (ut_difference_newcombe (csv_number (row, "x1"), csv_number (row, "n1"), csv_number (row, "x2"),
                                     csv_number (row, "n2"), level, &difference));
  return difference;
}

static void
check_newcombe (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  expect_column (row, "diff", newcombe (row, 0.95).difference);
  expect_interval (row, "lower95", "upper95", newcombe (row, 0.95).interval);
  expect_interval (row, "lower998", "upper998", newcombe (row, 0.998).interval);
}

static void
check_part (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double x = csv_number (row, "x_part"), n = csv_number (row, "n_part"), whole_x = csv_number (row, "x_whole"),
         whole_n = csv_number (row, "n_whole");
  UtPart part;
  expect_ok (ut_part_of_whole_proportion (x, n, whole_x, whole_n, 0.95, &part));
  expect_column (row, "diff_part_whole", part.difference);
  expect_column (row, "se_pooled", part.se);
  expect_column (row, "z", part.z);
  expect_column (row, "p_z", part.p);
  expect_column (row, "chi2_part_rest", part.z * part.z);
  expect_column (row, "diff_part_rest", part.from_rest.difference);
  expect_interval (row, "newcombe_part_rest_lower95", "newcombe_part_rest_upper95", part.from_rest.interval);
  expect_interval (row, "diff_part_whole_lower95", "diff_part_whole_upper95", part.interval);
  UtExactTest test;
  expect_ok (ut_exact_proportions (x, n, whole_x - x, whole_n - n, &test));
  expect_within (row, "fisher", test.p, csv_number (row, "p_fisher_part_rest"), test.p < 1e-9 ? 1e-7 : 1e-8);
}

static void
check_part_rate (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtPartRate part;
  expect_ok (ut_part_of_whole_rate (csv_number (row, "count_part"), csv_number (row, "denom_part"),
                                    csv_number (row, "count_whole"), csv_number (row, "denom_whole"), 0.95, &part));
  expect_column (row, "rate_ratio_part_whole", part.ratio_to_whole);
  expect_column (row, "rate_ratio_part_rest", part.rest.ratio);
  expect_within (row, "p", part.p, csv_number (row, "p_minlike"), part.p < 1e-9 ? 1e-7 : 1e-9);
  expect_interval (row, "lower95", "upper95", part.rest.interval);
}

static void
check_homogeneity (const CsvRow *row, const Csv *data) {
  gsize k;
  g_autofree double *events = csv_series (data, row, "x", &k), *size = csv_series (data, row, "n", &k);
  gboolean rate = g_str_equal (csv_text (row, "kind"), "rate");
  UtHomogeneity result;
  expect_ok (rate ? ut_homogeneity_rates (events, size, k, &result)
                  : ut_homogeneity_proportions (events, size, k, &result));
  expect_column (row, "chi2", result.chi_square);
  expect_column (row, "p", result.p);
  expect_column (row, "least_expected", result.least_expected);
  if (isnan (csv_number (row, "p_exact")))
    g_assert_true (isnan (result.p_exact));
  else
    expect_column (row, "p_exact", result.p_exact);
}

const Reference reference_compare[] = {
  { "ut_compare_proportions", "compare_proportions", NULL, check_proportions, 1e-8, 0, NULL },
  { "ut_compare_rates", "compare_rates", NULL, check_rates, 1e-8, 0, NULL },
  { "ut_compare_proportion_constant", "compare_proportion_constant", NULL, check_constant, 1e-9, 0, NULL },
  { "ut_compare_rate_constant", "compare_rate_constant", NULL, check_rate_constant, 1e-9, 0, NULL },
  { "ut_exact_proportion_constant ut_score_proportion_constant", "exact_proportion_constant", NULL,
    check_exact_constant, 1e-9, 0, NULL },
  { "ut_exact_rate_constant", "exact_rate_constant", NULL, check_exact_rate_constant, 1e-9, 0, NULL },
  { "ut_exact_proportions ut_exact_odds_ratio", "exact_proportions", NULL, check_fisher, 1e-8, 0, NULL },
  { "ut_exact_rates ut_exact_rate_ratio", "exact_rates", NULL, check_exact_rates, 1e-9, 0, NULL },
  { "ut_score_proportions", "score_proportions", NULL, check_score, 1e-10, 0, NULL },
  { "ut_difference_newcombe", "difference_newcombe", NULL, check_newcombe, 1e-10, 1e-14, NULL },
  { "ut_part_of_whole_proportion", "part_of_whole_proportion", NULL, check_part, 1e-9, 1e-12, NULL },
  { "ut_part_of_whole_rate", "part_of_whole_rate", NULL, check_part_rate, 1e-9, 0, NULL },
  { "ut_homogeneity_proportions ut_homogeneity_rates", "homogeneity", "homogeneity_data", check_homogeneity, 1e-9, 0,
    NULL },
  { .functions = NULL },
};
