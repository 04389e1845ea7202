/* Every public function of the statistics against numbers computed elsewhere; see README.md beside the files. */
#include "csv.h"

#include <math.h>
#include <string.h>
#include <utsyn/compare.h>
#include <utsyn/interval.h>
#include <utsyn/multiplicity.h>
#include <utsyn/quantile.h>
#include <utsyn/trend.h>

#define NEAR_ZERO 1e-12

typedef struct {
  const char *functions; /* what it vouches for, separated by spaces */
  const char *file;      /* in tests/reference */
  const char *data;      /* the series, or NULL */
  void (*check) (const CsvRow *row, const Csv *data);
  double tolerance;
  double absolute;    /* an error this small is one of the reference's own rounding */
  const char *folder; /* NULL: tests/reference; otherwise below the folder beside the project, which may be absent */
} Reference;

static const Reference *current;
static double worst;

static char *
root_path (const char *folder, const char *file) {
  const char *root = g_getenv ("UTSYN_SOURCE_ROOT");
  g_assert_nonnull (root);
  return g_build_filename (root, folder, file, NULL);
}

static void
expect_within (const CsvRow *row, const char *what, double got, double expected, double tolerance) {
  double error = isinf (expected) ? (got == expected ? 0 : INFINITY) : fabs (got - expected);
  if (isfinite (expected) && expected != 0 && error > 1e-300)
    error /= fabs (expected);
  double allowed = expected == 0 ? NEAR_ZERO : tolerance;
  if (expected != 0)
    worst = MAX (worst, error);
  if (!(error <= allowed) && !(fabs (got - expected) <= current->absolute)) {
    g_test_message ("%s, row %u: %s is %.17g, expected %.17g", current->file, row->row + 2, what, got, expected);
    g_test_fail ();
  }
}

static void
expect (const CsvRow *row, const char *what, double got, double expected) {
  expect_within (row, what, got, expected, current->tolerance);
}

static void
expect_column (const CsvRow *row, const char *heading, double got) {
  expect (row, heading, got, csv_number (row, heading));
}

static void
expect_interval (const CsvRow *row, const char *lower, const char *upper, UtInterval got) {
  expect_column (row, lower, got.lower);
  expect_column (row, upper, got.upper);
}

static void
check_wilson (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtInterval interval;
  g_assert_cmpint (
      ut_interval_wilson (csv_number (row, "x"), csv_number (row, "n"), csv_number (row, "conf"), &interval), ==,
      UT_OUTCOME_OK);
  expect_interval (row, "lower", "upper", interval);
}

typedef UtOutcome (*RateInterval) (double x, double denominator, double level, UtInterval *interval);

static void
check_rate_interval (const CsvRow *row, RateInterval method) {
  UtInterval interval;
  double multiplier = csv_number (row, "multiplier");
  g_assert_cmpint (method (csv_number (row, "count"), csv_number (row, "denominator") / multiplier,
                           csv_number (row, "conf"), &interval),
                   ==, UT_OUTCOME_OK);
  expect_interval (row, "rate_lower", "rate_upper", interval);
}

static void
check_rate_exact (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  check_rate_interval (row, ut_interval_rate_exact);
}

static void
check_rate_byar (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  check_rate_interval (row, ut_interval_rate_byar);
}

static void
check_rate (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  check_rate_interval (row, ut_interval_rate);
}

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
check_theil_sen (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n), *y = csv_series (data, row, "y", &n);
  UtTheilSen result;
  g_assert_cmpint (ut_trend_theil_sen (x, y, n, 0.95, &result), ==, UT_OUTCOME_OK);
  expect_column (row, "slope", result.slope);
  expect_column (row, "intercept_separate", result.intercept);
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
  double exact = csv_number (row, "p_exact_no_ties");
  if (isnan (exact))
    g_assert_true (isnan (result.p_exact) && result.p == result.p_normal);
  else
    expect (row, "p_exact", result.p, exact);
}

static void
check_ols (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *x = csv_series (data, row, "x", &n), *y = csv_series (data, row, "y", &n);
  UtLinear result;
  g_assert_cmpint (ut_trend_ols (x, y, n, 0.95, &result), ==, UT_OUTCOME_OK);
  expect_column (row, "slope", result.slope);
  expect_within (row, "intercept", result.intercept, csv_number (row, "intercept"), 1e-8);
  expect_column (row, "se_slope", result.slope_se);
  expect_column (row, "se_intercept", result.intercept_se);
  expect_column (row, "t_slope", result.t);
  expect_column (row, "p_slope", result.p);
  expect_interval (row, "slope_lower95", "slope_upper95", result.slope_interval);
  expect_column (row, "r2", result.r_squared);
  expect_column (row, "sigma", result.sigma);
  expect_column (row, "df", (double) result.df);
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

/* The whole family is adjusted anew for each of its rows: the files are small. */
static void
check_adjust (const CsvRow *row, const Csv *data) {
  gsize n, i = (gsize) csv_number (row, "i") - 1;
  g_autofree double *p = csv_series (data, row, "p", &n), *q = g_new (double, n);
  ut_adjust_benjamini_hochberg (p, n, q);
  expect_column (row, "BH", q[i]);
  ut_adjust_holm (p, n, q);
  expect_column (row, "holm", q[i]);
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
check_phe_proportion (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtInterval interval = { NAN, NAN };
  double multiplier = csv_number (row, "multiplier");
  UtOutcome outcome = ut_interval_wilson (csv_number (row, "numerator"), csv_number (row, "denominator"),
                                          csv_number (row, "conf"), &interval);
  if (isnan (csv_number (row, "lower")))
    g_assert_cmpint (outcome, !=, UT_OUTCOME_OK);
  else
    expect_interval (row, "lower", "upper", (UtInterval){ interval.lower * multiplier, interval.upper * multiplier });
}

static void
check_phe_rate (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtInterval interval = { NAN, NAN };
  UtOutcome outcome = ut_interval_rate (csv_number (row, "numerator"),
                                        csv_number (row, "denominator") / csv_number (row, "multiplier"),
                                        csv_number (row, "conf"), &interval);
  if (isnan (csv_number (row, "lower")))
    g_assert_cmpint (outcome, !=, UT_OUTCOME_OK);
  else
    expect_interval (row, "lower", "upper", interval);
}

static void
check_phe_byars_wilson (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  UtInterval interval;
  double x = csv_number (row, "x"), n = csv_number (row, "n"), level = csv_number (row, "conf");
  UtOutcome outcome
      = isnan (n) ? ut_interval_rate_byar (x, 1, level, &interval) : ut_interval_wilson (x, n, level, &interval);
  g_assert_cmpint (outcome, ==, UT_OUTCOME_OK);
  double lower = csv_number (row, "lower");
  expect (row, "lower", interval.lower, isnan (lower) ? 0 : lower);
  expect_column (row, "upper", interval.upper);
}

#define PHE "../shared/oracles"

static const Reference references[] = {
  { "ut_interval_wilson", "interval_wilson", NULL, check_wilson, 1e-12, 3e-16, NULL },
  { "ut_interval_rate_exact", "interval_rate_exact", NULL, check_rate_exact, 1e-10, 0, NULL },
  { "ut_interval_rate_byar", "interval_rate_byar", NULL, check_rate_byar, 1e-12, 0, NULL },
  { "ut_interval_rate", "interval_rate", NULL, check_rate, 1e-10, 0, NULL },
  { "ut_compare_proportions", "compare_proportions", NULL, check_proportions, 1e-8, 0, NULL },
  { "ut_compare_rates", "compare_rates", NULL, check_rates, 1e-8, 0, NULL },
  { "ut_compare_proportion_constant", "compare_proportion_constant", NULL, check_constant, 1e-9, 0, NULL },
  { "ut_trend_theil_sen", "trend_theil_sen", "trend_data", check_theil_sen, 1e-10, 0, NULL },
  { "ut_trend_mann_kendall", "trend_mann_kendall", "trend_data", check_mann_kendall, 1e-10, 0, NULL },
  { "ut_trend_ols", "trend_ols", "trend_data", check_ols, 1e-9, 0, NULL },
  { "ut_trend_ols", "trend_ols_nist", "trend_ols_nist_data", check_ols_nist, 1e-10, 0, NULL },
  { "ut_trend_proportions", "trend_proportions", "trend_proportions_data", check_proportion_trend, 1e-9, 0, NULL },
  { "ut_trend_jump", "trend_jump", "trend_data", check_jump, 1e-9, 0, NULL },
  { "ut_trend_detectable", "trend_detectable", "trend_data", check_detectable, 1e-9, 0, NULL },
  { "ut_adjust_benjamini_hochberg ut_adjust_holm", "adjust", "adjust", check_adjust, 1e-12, 0, NULL },
  { "ut_quantile", "quantile", "quantile_data", check_quantile, 1e-12, 0, NULL },
  { "ut_rank", "rank", "quantile_data", check_rank, 0, 0, NULL },
  { "ut_interval_wilson", "4_phe_proportion", NULL, check_phe_proportion, 1e-8, 0, PHE },
  { "ut_interval_rate", "4_phe_rate", NULL, check_phe_rate, 1e-8, 0, PHE },
  { "ut_interval_wilson ut_interval_rate_byar", "4_phe_byars_wilson", NULL, check_phe_byars_wilson, 1e-8, 0, PHE },
};

static Csv *
read_file (const Reference *reference, const char *name) {
  g_autofree char *file = g_strconcat (name, ".csv", NULL);
  g_autofree char *path = root_path (reference->folder ? reference->folder : "tests/reference", file);
  return csv_read (path);
}

static void
test_reference (gconstpointer data) {
  current = data;
  worst = 0;
  g_autoptr (Csv) cases = read_file (current, current->file);
  if (!cases && current->folder) {
    g_test_skip ("the published test data are not here");
    return;
  }
  g_assert_nonnull (cases);
  g_assert_cmpuint (cases->rows->len, >, 0);
  g_autoptr (Csv) series = current->data ? read_file (current, current->data) : NULL;
  g_assert_true (!current->data || series);
  for (guint i = 0; i < cases->rows->len; i++)
    current->check (&(CsvRow){ cases, i }, series);
  g_test_message ("%s: %u rows, largest relative error %.2g", current->file, cases->rows->len, worst);
}

static gboolean
has_reference (const char *function) {
  for (guint i = 0; i < G_N_ELEMENTS (references); i++) {
    g_auto (GStrv) names = g_strsplit (references[i].functions, " ", -1);
    if (!references[i].folder && g_strv_contains ((const char *const *) names, function))
      return TRUE;
  }
  return FALSE;
}

/* Every function the headers declare is in the table. */
static void
test_complete (void) {
  static const char *const headers[] = { "interval.h", "compare.h", "trend.h", "multiplicity.h", "quantile.h" };
  g_autoptr (GRegex) declaration = g_regex_new ("^[A-Za-z]\\w* \\*?(ut_\\w+) \\(", G_REGEX_MULTILINE, 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++) {
    g_autofree char *path = root_path ("include/utsyn", headers[i]);
    g_autofree char *text = NULL;
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    g_autoptr (GMatchInfo) match = NULL;
    guint n = 0;
    for (g_regex_match (declaration, text, 0, &match); g_match_info_matches (match); n++) {
      g_autofree char *function = g_match_info_fetch (match, 1);
      if (!has_reference (function)) {
        g_test_message ("%s has no reference file", function);
        g_test_fail ();
      }
      g_match_info_next (match, NULL);
    }
    g_assert_cmpuint (n, >, 0);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/complete", test_complete);
  for (guint i = 0; i < G_N_ELEMENTS (references); i++) {
    g_autofree char *path = g_strdup_printf ("/reference/%s", references[i].file);
    g_test_add_data_func (path, &references[i], test_reference);
  }
  return g_test_run ();
}
