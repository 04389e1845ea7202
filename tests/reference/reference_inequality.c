#include "reference.h"

#include <math.h>
#include <utsyn/inequality.h>

static UtScale
scale_named (const char *name) {
  return g_str_equal (name, "log") ? UT_SCALE_LOG : g_str_equal (name, "logit") ? UT_SCALE_LOGIT : UT_SCALE_PLAIN;
}

static void
check_inequality (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *persons = csv_series (data, row, "persons", &n), *value = csv_series (data, row, "value", &n),
                    *se = csv_series (data, row, "se", &n);
  UtInequality result;
  expect_ok (
      ut_inequality (persons, value, se, n, scale_named (csv_text (row, "scale")), csv_number (row, "conf"), &result));
  expect_column (row, "bottom", result.bottom);
  expect_column (row, "top", result.top);
  expect_column (row, "slope", result.slope);
  expect_column (row, "ratio", result.ratio);
  expect_column (row, "slope_lower", result.slope_interval.lower);
  expect_column (row, "slope_upper", result.slope_interval.upper);
  expect_column (row, "ratio_lower", result.ratio_interval.lower);
  expect_column (row, "ratio_upper", result.ratio_interval.upper);
}

/* The published standard errors are of log rates and logits of shares, whatever the line is straight on. */
static void
onto_scale (const char *type, UtScale scale, const double *value, double *se, gsize n) {
  if (scale != UT_SCALE_PLAIN)
    return;
  for (gsize i = 0; i < n; i++)
    se[i] *= g_str_equal (type, "rate") ? value[i] : g_str_equal (type, "proportion") ? value[i] * (1 - value[i]) : 1;
}

/* Simulated limits: within 1 % of their distance. */
static void
expect_simulated (const CsvRow *row, const char *lower, const char *upper, double got_lower, double got_upper) {
  double low = csv_number (row, lower), high = csv_number (row, upper);
  if (isnan (low))
    return;
  if (fabs (got_lower - low) > 0.01 * (high - low) || fabs (got_upper - high) > 0.01 * (high - low)) {
    g_test_message ("row %u: %s %.10g..%.10g, simulated %.10g..%.10g", row->row + 2, lower, got_lower, got_upper, low,
                    high);
    g_test_fail ();
  }
}

static void
check_phe (const CsvRow *row, const Csv *data) {
  gsize n;
  g_autofree double *persons = csv_series (data, row, "population", &n), *value = csv_series (data, row, "value", &n),
                    *se = csv_series (data, row, "se", &n);
  UtScale scale = scale_named (csv_text (row, "transform"));
  onto_scale (csv_text (row, "value_type"), scale, value, se, n);
  UtInequality result;
  double multiplier = csv_number (row, "multiplier");
  expect_ok (ut_inequality (persons, value, se, n, scale, csv_number (row, "confidence_pct") / 100, &result));
  gboolean turned = multiplier < 0;
  UtInterval slope = result.slope_interval, ratio = result.ratio_interval;
  expect_column (row, "sii", result.slope * multiplier);
  expect_known (row, "rii", turned ? 1 / result.ratio : result.ratio);
  expect_known (row, "intercept", result.bottom * fabs (multiplier));
  expect_simulated (row, "sii_lower_simulated", "sii_upper_simulated",
                    (turned ? slope.upper : slope.lower) * multiplier,
                    (turned ? slope.lower : slope.upper) * multiplier);
  expect_simulated (row, "rii_lower_simulated", "rii_upper_simulated", turned ? 1 / ratio.upper : ratio.lower,
                    turned ? 1 / ratio.lower : ratio.upper);
}

const Reference reference_inequality[] = {
  { "ut_inequality", "inequality", "inequality_data", check_inequality, 1e-9, 0, NULL },
  { "ut_inequality", "4_phe_sii", "4_phe_sii_data", check_phe, 1e-8, 0, PHE },
  { .functions = NULL },
};
