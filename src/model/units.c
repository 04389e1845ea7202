#include "base/i18n.h"
#include <utsyn/indicator.h>
#include <utsyn/number.h>

#define NO_BREAK_SPACE "\xc2\xa0"

static const struct {
  double factor;
  const char *label;
  const char *sign;
} units[] = {
  [UT_UNIT_PERCENT] = { 100, N_ ("per cent"), NO_BREAK_SPACE "%" },
  [UT_UNIT_PER_1000] = { 1000, N_ ("per 1000"), "" },
  [UT_UNIT_PER_100000] = { 100000, N_ ("per 100 000"), "" },
  [UT_UNIT_POINTS] = { 1, N_ ("scale points"), "" },
  [UT_UNIT_PERSONS] = { 1, N_ ("persons"), "" },
  [UT_UNIT_YEARS] = { 1, N_ ("years"), "" },
  [UT_UNIT_DAYS] = { 1, N_ ("days"), "" },
  [UT_UNIT_HOURS] = { 1, N_ ("hours"), "" },
  [UT_UNIT_NOK] = { 1, N_ ("kroner"), "" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (units) == UT_N_UNITS);

double
ut_unit_factor (UtUnit unit) {
  return units[unit].factor;
}

const char *
ut_unit_label (UtUnit unit, UtLanguage language) {
  return ut_tr (language, units[unit].label);
}

const char *
ut_unit_sign (UtUnit unit, UtLanguage language) {
  /* English writes 8.4%, Norwegian 8,4 %. */
  return language == UT_LANGUAGE_EN && unit == UT_UNIT_PERCENT ? "%" : units[unit].sign;
}

int
ut_indicator_decimals (const UtIndicator *indicator, double value) {
  if (indicator->decimals >= 0)
    return indicator->decimals;
  if (indicator->measure == UT_MEASURE_COUNT || indicator->unit == UT_UNIT_NOK)
    return 0;
  if (value == 0)
    return 1;
  return ut_number_auto_decimals (value);
}

gboolean
ut_indicator_has_limits (const UtIndicator *indicator) {
  return indicator->suppress.count >= 0 || indicator->suppress.complement >= 0 || indicator->suppress.denominator >= 0;
}
