#include "reference.h"

#include <math.h>
#include <utsyn/exact.h>
#include <utsyn/standardise.h>

static void
check_esp2013 (const CsvRow *row, const Csv *data G_GNUC_UNUSED) {
  gsize n;
  const double *persons = ut_standard_esp2013 (&n);
  g_assert_cmpuint (n, ==, 19);
  expect_column (row, "esp2013", persons[(gsize) csv_number (row, "index") - 1]);
}

/* The bands of one case; a missing count is none, as in the sources of these files. */
typedef struct {
  gsize n;
  double *count, *persons, *standard;
} Bands;

static Bands
read_bands (const Csv *data, const CsvRow *row, const char *standard) {
  Bands bands;
  bands.count = csv_series (data, row, "count", &bands.n);
  bands.persons = csv_series (data, row, "pop", &bands.n);
  bands.standard = csv_series (data, row, standard, &bands.n);
  for (gsize i = 0; i < bands.n; i++)
    if (isnan (bands.count[i]))
      bands.count[i] = 0;
  return bands;
}

static void
free_bands (Bands *bands) {
  g_free (bands->count);
  g_free (bands->persons);
  g_free (bands->standard);
}

static UtStandardised
direct (const Bands *bands, double multiplier, double level, UtRateLimits limits) {
  UtStandardised result;
  expect_ok (ut_standardise_direct_raw (bands->count, bands->persons, bands->standard, bands->n, multiplier, level,
                                        limits, &result));
  return result;
}

static void
check_direct (const CsvRow *row, const Csv *data) {
  Bands bands = read_bands (data, row, "stdpop");
  UtStandardised result = direct (&bands, 1e5, 0.95, UT_RATE_LIMITS_BYAR);
  expect_column (row, "total_count", result.count);
  expect_column (row, "total_pop", result.persons);
  expect_column (row, "crude_rate", result.crude);
  expect_column (row, "dsr", result.rate);
  expect_column (row, "var_dsr", result.variance);
  expect_interval (row, "dobson_byar_lower95", "dobson_byar_upper95", result.interval);
  expect_interval (row, "dobson_byar_lower998", "dobson_byar_upper998",
                   direct (&bands, 1e5, 0.998, UT_RATE_LIMITS_BYAR).interval);
  expect_interval (row, "dobson_exact_lower95", "dobson_exact_upper95",
                   direct (&bands, 1e5, 0.95, UT_RATE_LIMITS_EXACT).interval);
  expect_interval (row, "fayfeuer_lower95", "fayfeuer_upper95",
                   direct (&bands, 1e5, 0.95, UT_RATE_LIMITS_GAMMA).interval);
  UtOutcome outcome = ut_standardise_direct (bands.count, bands.persons, bands.standard, bands.n, 1e5, 0.95,
                                             UT_RATE_LIMITS_BYAR, &result);
  g_assert_cmpint (outcome == UT_OUTCOME_TOO_FEW_EVENTS, ==, csv_number (row, "phe_suppressed"));
  free_bands (&bands);
}

static void
check_phe_direct (const CsvRow *row, const Csv *data) {
  Bands bands = read_bands (data, row, "stdpop");
  UtStandardised result;
  UtOutcome outcome = ut_standardise_direct (bands.count, bands.persons, bands.standard, bands.n,
                                             csv_number (row, "multiplier"), 0.95, UT_RATE_LIMITS_BYAR, &result);
  g_assert_cmpint (outcome, ==, isnan (csv_number (row, "dsr")) ? UT_OUTCOME_TOO_FEW_EVENTS : UT_OUTCOME_OK);
  if (outcome == UT_OUTCOME_OK) {
    expect_column (row, "dsr", result.rate);
    expect_interval (row, "lower95", "upper95", result.interval);
    UtInterval wide = direct (&bands, csv_number (row, "multiplier"), 0.998, UT_RATE_LIMITS_BYAR).interval;
    expect_known (row, "lower998", wide.lower);
    expect_known (row, "upper998", wide.upper);
  }
  free_bands (&bands);
}

/* Persons with 1, 2, … events, band by band. */
static double *
read_persons_with (const Csv *data, const CsvRow *row, const char *const *headings, gsize most) {
  gsize n = 0;
  double *all = NULL;
  for (gsize events = 0; events < most; events++) {
    g_autofree double *with = csv_series (data, row, headings[events], &n);
    if (!all)
      all = g_new (double, n *most);
    for (gsize i = 0; i < n; i++)
      all[i * most + events] = with[i];
  }
  return all;
}

static void
expect_repeated (const CsvRow *row, const Csv *data, const char *persons, const char *standard, double *with,
                 gsize most, double multiplier, const char *rate) {
  gsize n;
  g_autofree double *pop = csv_series (data, row, persons, &n), *weight = csv_series (data, row, standard, &n);
  UtStandardised result, wide;
  UtOutcome outcome
      = ut_standardise_direct_repeated (with, most, pop, weight, n, multiplier, 0.95, UT_RATE_LIMITS_BYAR, &result);
  g_assert_cmpint (outcome, ==, isnan (csv_number (row, rate)) ? UT_OUTCOME_TOO_FEW_EVENTS : UT_OUTCOME_OK);
  if (outcome != UT_OUTCOME_OK)
    return;
  expect_column (row, rate, result.rate);
  expect_interval (row, "lower95", "upper95", result.interval);
  expect_ok (
      ut_standardise_direct_repeated (with, most, pop, weight, n, multiplier, 0.998, UT_RATE_LIMITS_BYAR, &wide));
  expect_interval (row, "lower998", "upper998", wide.interval);
}

static void
check_repeated (const CsvRow *row, const Csv *data) {
  static const char *const headings[] = { "with1", "with2", "with3" };
  g_autofree double *with = read_persons_with (data, row, headings, 3);
  expect_repeated (row, data, "persons", "standard", with, 3, 1e5, "rate");
}

static void
check_phe_repeated (const CsvRow *row, const Csv *data) {
  static const char *const headings[]
      = { "persons_1_event", "persons_2_events", "persons_3_events", "persons_4_events" };
  g_autofree double *with = read_persons_with (data, row, headings, 4);
  expect_repeated (row, data, "pop", "stdpop", with, 4, csv_number (row, "multiplier"), "dsr");
}

static UtIndirect
indirect (double observed, double expected, double rate, double level, UtRateLimits limits) {
  UtIndirect result;
  expect_ok (ut_standardise_indirect (observed, expected, rate, level, limits, &result));
  return result;
}

static void
expect_meis (const CsvRow *row, double observed, double expected, double rate) {
  UtMeis meis;
  /* The rates are a country's with a quarter more than it has in all; the country is still 100. */
  expect_ok (ut_standardise_meis (observed, expected * 1.25, 1000, 1250, rate, 0.95, &meis));
  expect (row, "smr", meis.smr / 100, csv_number (row, "smr"));
  expect_column (row, "isr_100k", meis.meis);
  expect_interval (row, "isr_lower95_phe", "isr_upper95_phe", meis.meis_interval);
}

static void
check_indirect (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *persons = csv_series (data, row, "pop", &n), *count = csv_series (data, row, "ref_count", &n),
                    *reference = csv_series (data, row, "ref_pop", &n);
  double observed = csv_number (row, "observed"), rate = csv_number (row, "ref_rate_100k"), expected;
  expect_ok (ut_standardise_expected (persons, count, reference, n, &expected));
  expect_column (row, "expected", expected);
  UtIndirect exact = indirect (observed, expected, rate, 0.95, UT_RATE_LIMITS_EXACT);
  expect_column (row, "smr", exact.ratio);
  expect_interval (row, "exact_lower95", "exact_upper95", exact.ratio_interval);
  expect_interval (row, "exact_lower998", "exact_upper998",
                   indirect (observed, expected, rate, 0.998, UT_RATE_LIMITS_EXACT).ratio_interval);
  expect_interval (row, "byar_lower95", "byar_upper95",
                   indirect (observed, expected, rate, 0.95, UT_RATE_LIMITS_BYAR).ratio_interval);
  UtIndirect rule = indirect (observed, expected, rate, 0.95, UT_RATE_LIMITS_RULE);
  expect_interval (row, "phe_lower95", "phe_upper95", rule.ratio_interval);
  expect_column (row, "isr_100k", rule.rate);
  expect_interval (row, "isr_lower95_phe", "isr_upper95_phe", rule.rate_interval);
  expect_meis (row, observed, expected, rate);
  UtExactTest test;
  expect_ok (ut_exact_rate_constant (observed, expected, &test));
  expect_within (row, "p_smr_eq_1_minlike", test.p, csv_number (row, "p_smr_eq_1_minlike"),
                 test.p < 1e-9 ? 1e-7 : 1e-9);
}

static void
check_phe_indirect (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *persons = csv_series (data, row, "pop", &n), *count = csv_series (data, row, "ref_count", &n),
                    *reference = csv_series (data, row, "ref_pop", &n), *own = csv_series (data, row, "count", &n);
  double observed = 0, expected, multiplier = csv_number (row, "multiplier"), events = 0, all = 0;
  for (gsize i = 0; i < n; i++) {
    observed += isnan (own[i]) ? 0 : own[i];
    events += count[i];
    all += reference[i];
  }
  expect_column (row, "observed", observed);
  expect_ok (ut_standardise_expected (persons, count, reference, n, &expected));
  expect_column (row, "expected", expected);
  gboolean rate = g_str_equal (csv_text (row, "kind"), "rate");
  double scale = rate ? multiplier * events / all : multiplier;
  if (rate)
    expect_known (row, "ref_rate", scale);
  UtIndirect result = indirect (observed, expected, scale, 0.95, UT_RATE_LIMITS_RULE);
  expect_column (row, "value", result.rate);
  expect_interval (row, "lower95", "upper95", result.rate_interval);
  result = indirect (observed, expected, scale, 0.998, UT_RATE_LIMITS_RULE);
  expect_known (row, "lower998", result.rate_interval.lower);
  expect_known (row, "upper998", result.rate_interval.upper);
}

const Reference reference_standardise[] = {
  { "ut_standard_esp2013", "standard_esp2013", NULL, check_esp2013, 0, 0, NULL },
  { "ut_standardise_direct ut_standardise_direct_raw", "standardise_direct", "standardise_direct_data", check_direct,
    1e-9, 0, NULL },
  { "ut_standardise_direct_repeated", "standardise_repeated", "standardise_repeated_data", check_repeated, 1e-9, 0,
    NULL },
  { "ut_standardise_expected ut_standardise_indirect ut_standardise_meis", "standardise_indirect",
    "standardise_indirect_data", check_indirect, 1e-9, 0, NULL },
  { "ut_standardise_direct", "4_phe_dsr", "4_phe_dsr_data", check_phe_direct, 1e-8, 0, PHE },
  { "ut_standardise_direct_repeated", "4_phe_dsr_nonindependent", "4_phe_dsr_nonindependent_data", check_phe_repeated,
    1e-7, 0, PHE },
  { "ut_standardise_indirect", "4_phe_isr", "4_phe_isr_data", check_phe_indirect, 1e-8, 0, PHE },
  { .functions = NULL },
};
