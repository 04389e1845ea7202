#include "reference.h"

#include <math.h>
#include <string.h>
#include <utsyn/compare.h>
#include <utsyn/exact.h>
#include <utsyn/possible.h>

static int
side_of (const CsvRow *row) {
  const char *direction = csv_text (row, "direction");
  return strcmp (direction, "higher") == 0 ? 1 : strcmp (direction, "lower") == 0 ? -1 : 0;
}

/* The verdict that the two p give: undecided where only the best of them is below the limit. */
static const char *
verdict_of (int side, double p_worst, double p_best) {
  if (p_worst < 0.05)
    return side > 0 ? "higher" : "lower";
  return p_best >= 0.05 ? "similar" : "undecided";
}

static void
check_shares (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  const UtPrinted own
      = ut_printed_figure (csv_number (row, "share"), csv_number (row, "half_width"), csv_number (row, "n_low"),
                           csv_number (row, "n_high"), csv_number (row, "outward") != 0);
  const UtPrinted whole = ut_printed_figure (csv_number (row, "bench_share"), csv_number (row, "bench_half_width"),
                                             csv_number (row, "bench_n_low"), csv_number (row, "bench_n_high"), FALSE);
  UtPossible answer;
  UtOutcome outcome
      = ut_possible_compare (UT_POSSIBLE_SHARES, UT_POSSIBLE_PART, &own, &whole, csv_number (row, "deff"), &answer);
  gboolean possible = strcmp (csv_text (row, "verdict"), "inconsistent") != 0;
  g_assert_cmpint (ut_printed_is_possible (UT_POSSIBLE_SHARES, &own), ==, possible);
  if (!possible) {
    g_assert_cmpint (outcome, ==, UT_OUTCOME_TOO_FEW_POINTS);
    return;
  }
  expect_ok (outcome);
  expect_column (row, "u_min", answer.u_least);
  expect_column (row, "u_max", answer.u_greatest);
  expect_column (row, "p_worst", answer.p_worst);
  expect_column (row, "p_best", answer.p_best);
  g_assert_cmpint (answer.side, ==, side_of (row));
  g_assert_cmpstr (verdict_of (answer.side, answer.p_worst, answer.p_best), ==, csv_text (row, "verdict"));
  gboolean excludes = answer.ratio_interval.lower > 1 || answer.ratio_interval.upper < 1;
  g_assert_cmpint (excludes, ==, answer.p_worst < 0.05);
}

static void
check_means (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  const UtPrintedMean own = { csv_number (row, "mean"), csv_number (row, "half_width"), csv_number (row, "n_low"),
                              csv_number (row, "n_high") };
  const UtPrintedMean whole = { csv_number (row, "bench_mean"), csv_number (row, "bench_half_width"),
                                csv_number (row, "bench_n_low"), csv_number (row, "bench_n_high") };
  UtPossibleMean answer;
  expect_ok (ut_possible_means (UT_POSSIBLE_PART, &own, &whole, csv_number (row, "sd_low"), csv_number (row, "sd_high"),
                                csv_number (row, "deff"), &answer));
  expect_column (row, "p_worst", answer.p_worst);
  expect_column (row, "p_best", answer.p_best);
  g_assert_cmpint (answer.side, ==, side_of (row));
  g_assert_cmpstr (verdict_of (answer.side, answer.p_worst, answer.p_best), ==, csv_text (row, "verdict"));
  gboolean excludes = answer.difference.lower > 0 || answer.difference.upper < 0;
  g_assert_cmpint (excludes, ==, answer.p_worst < 0.05);
}

static void
check_design_effect (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  double design_effect = csv_number (row, "deff");
  expect_column (row, "p_deflated", ut_design_effect_p (csv_number (row, "p"), design_effect));
  expect_column (row, "conf_of_95", ut_design_effect_level (design_effect));
  expect_column (row, "deff_of_cluster",
                 ut_design_effect_of_clusters (csv_number (row, "cluster_size"), csv_number (row, "icc")));
}

static void
check_ratio_rest (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtComparison comparison;
  double observed = csv_number (row, "observed"), expected = csv_number (row, "expected");
  expect_ok (ut_compare_ratio_rest (observed, expected, csv_number (row, "country_observed"), 0.95, &comparison));
  expect_column (row, "rest_ratio", comparison.ratio);
  expect_column (row, "p_midp_rest", comparison.p);
  expect_interval (row, "ratio_lower95", "ratio_upper95", comparison.ratio_interval);
  UtExactTest known;
  expect_ok (ut_exact_rate_constant (observed, expected, &known));
  expect_column (row, "p_fhi_poisson", known.p);
}

const Reference reference_possible[] = {
  { "ut_possible_compare ut_printed_is_possible", "possible_shares", NULL, check_shares, 1e-9, 1e-9, NULL },
  { "ut_possible_means", "possible_means", NULL, check_means, 1e-9, 0, NULL },
  { "ut_design_effect_p ut_design_effect_level ut_design_effect_of_clusters", "design_effect", NULL,
    check_design_effect, 1e-9, 0, NULL },
  { "ut_compare_ratio_rest", "compare_ratio_rest", NULL, check_ratio_rest, 1e-7, 0, NULL },
  { .functions = NULL },
};
