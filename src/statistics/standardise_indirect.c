#include <utsyn/standardise.h>

#include "statistics/numeric.h"

#include <utsyn/interval.h>

#include <math.h>

UtOutcome
ut_standardise_expected (const double *persons, const double *reference_count, const double *reference_persons,
                         gsize n_bands, double *expected) {
  double sum = 0;
  for (gsize i = 0; i < n_bands; i++) {
    if (!(persons[i] >= 0) || !isfinite (persons[i]) || !(reference_count[i] >= 0) || !isfinite (reference_count[i]))
      return UT_OUTCOME_BAD_INPUT;
    if (!(reference_persons[i] > 0) || !isfinite (reference_persons[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    sum += persons[i] * (reference_count[i] / reference_persons[i]);
  }
  *expected = sum;
  return UT_OUTCOME_OK;
}

static UtOutcome
count_limits (double count, double denominator, double level, UtRateLimits limits, UtInterval *interval) {
  switch (limits) {
  case UT_RATE_LIMITS_EXACT:
    return ut_interval_rate_exact (count, denominator, level, interval);
  case UT_RATE_LIMITS_BYAR:
    return ut_interval_rate_byar (count, denominator, level, interval);
  case UT_RATE_LIMITS_RULE:
    return ut_interval_rate (count, denominator, level, interval);
  case UT_RATE_LIMITS_GAMMA:
    break;
  }
  return UT_OUTCOME_BAD_INPUT;
}

UtOutcome
ut_standardise_indirect (double observed, double expected, double reference_rate, double level, UtRateLimits limits,
                         UtIndirect *result) {
  UtInterval interval;
  if (!(reference_rate >= 0) || !ut_numeric_usable (reference_rate))
    return UT_OUTCOME_BAD_INPUT;
  UtOutcome outcome = count_limits (observed, expected, level, limits, &interval);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!isfinite (interval.upper))
    return UT_OUTCOME_BAD_INPUT;
  *result = (UtIndirect){
    .ratio = observed / expected,
    .ratio_interval = interval,
    .rate = observed / expected * reference_rate,
    .rate_interval = { interval.lower * reference_rate, interval.upper * reference_rate },
  };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_standardise_meis (double observed, double expected, double country_observed, double country_expected,
                     double country_rate, double level, UtMeis *result) {
  if (!(country_observed > 0) || !isfinite (country_observed) || !(country_expected > 0)
      || !isfinite (country_expected))
    return UT_OUTCOME_NO_DENOMINATOR;
  UtIndirect indirect;
  /* What the country has beside its own expectation makes it 100. */
  double scaled = expected * (country_observed / country_expected);
  UtOutcome outcome = ut_standardise_indirect (observed, scaled, country_rate, level, UT_RATE_LIMITS_RULE, &indirect);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  *result = (UtMeis){
    .smr = 100 * indirect.ratio,
    .smr_interval = { 100 * indirect.ratio_interval.lower, 100 * indirect.ratio_interval.upper },
    .meis = indirect.rate,
    .meis_interval = indirect.rate_interval,
  };
  return UT_OUTCOME_OK;
}
