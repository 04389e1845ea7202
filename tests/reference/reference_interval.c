#include "reference.h"

#include <math.h>
#include <utsyn/interval.h>

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

typedef UtOutcome (*ProportionInterval) (double x, double n, double level, UtInterval *interval);

static UtInterval
proportion (const CsvRow *row, ProportionInterval method) {
  UtInterval interval;
  expect_ok (method (csv_number (row, "x"), csv_number (row, "n"), csv_number (row, "conf"), &interval));
  return interval;
}

static void
check_wilson_corrected (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  expect_interval (row, "lower", "upper", proportion (row, ut_interval_wilson_corrected));
}

static void
check_clopper_pearson (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  expect_interval (row, "lower", "upper", proportion (row, ut_interval_clopper_pearson));
}

static void
check_jeffreys (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  expect_interval (row, "lower", "upper", proportion (row, ut_interval_jeffreys));
  expect_interval (row, "lower_raw", "upper_raw", proportion (row, ut_interval_jeffreys_raw));
}

static void
expect_side (const CsvRow *row, double level, const char *heading) {
  static const char *const names[] = { "lower", "similar", "higher" };
  UtInterval interval;
  expect_ok (ut_interval_wilson (csv_number (row, "x"), csv_number (row, "n"), level, &interval));
  int side = ut_interval_side (interval, csv_number (row, "benchmark"));
  g_assert_cmpstr (names[side + 1], ==, csv_text (row, heading));
}

static void
check_side (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  expect_side (row, 0.95, "category95");
  expect_side (row, 0.998, "category998");
}

static void
check_mean (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *values = csv_series (data, row, "value", &n);
  UtInterval interval;
  double level = csv_number (row, "conf");
  expect_ok (ut_interval_mean (values, n, level, &interval));
  expect_interval (row, "lower", "upper", interval);
  expect_ok (ut_interval_mean_of (csv_number (row, "mean"), csv_number (row, "sd"), (double) n, level, &interval));
  expect_interval (row, "lower", "upper", interval);
}

static void
check_phe_mean (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *values = csv_series (data, row, "value", &n);
  UtInterval interval;
  expect_ok (ut_interval_mean (values, n, 0.95, &interval));
  expect_interval (row, "lower95", "upper95", interval);
  expect_ok (ut_interval_mean (values, n, 0.998, &interval));
  expect_interval (row, "lower998", "upper998", interval);
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

const Reference reference_interval[] = {
  { "ut_interval_wilson", "interval_wilson", NULL, check_wilson, 1e-12, 3e-16, NULL },
  { "ut_interval_wilson_corrected", "interval_wilson_corrected", NULL, check_wilson_corrected, 1e-9, 1e-13, NULL },
  { "ut_interval_clopper_pearson", "interval_clopper_pearson", NULL, check_clopper_pearson, 1e-9, 0, NULL },
  { "ut_interval_jeffreys ut_interval_jeffreys_raw", "interval_jeffreys", NULL, check_jeffreys, 1e-9, 0, NULL },
  { "ut_interval_side", "interval_side", NULL, check_side, 0, 0, NULL },
  { "ut_interval_mean ut_interval_mean_of", "interval_mean", "quantile_data", check_mean, 1e-9, 0, NULL },
  { "ut_interval_mean", "4_phe_mean", "4_phe_mean_data", check_phe_mean, 1e-8, 0, PHE },
  { "ut_interval_rate_exact", "interval_rate_exact", NULL, check_rate_exact, 1e-10, 0, NULL },
  { "ut_interval_rate_byar", "interval_rate_byar", NULL, check_rate_byar, 1e-12, 0, NULL },
  { "ut_interval_rate", "interval_rate", NULL, check_rate, 1e-10, 0, NULL },
  { "ut_interval_wilson", "4_phe_proportion", NULL, check_phe_proportion, 1e-8, 0, PHE },
  { "ut_interval_rate", "4_phe_rate", NULL, check_phe_rate, 1e-8, 0, PHE },
  { "ut_interval_wilson ut_interval_rate_byar", "4_phe_byars_wilson", NULL, check_phe_byars_wilson, 1e-8, 0, PHE },
  { .functions = NULL },
};
