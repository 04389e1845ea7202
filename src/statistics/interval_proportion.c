#include <utsyn/interval.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>

static UtOutcome
check (double x, double n, double level) {
  if (!(n > 0) || !isfinite (n))
    return UT_OUTCOME_NO_DENOMINATOR;
  return ut_numeric_denominator (n) && x >= 0 && x <= n && ut_numeric_level_ok (level) ? UT_OUTCOME_OK
                                                                                       : UT_OUTCOME_BAD_INPUT;
}

static double
wilson_spread (double x, double n, double z) {
  return z * sqrt (z * z + 4 * x * ((n - x) / n));
}

/* Multiplied by its conjugate: the printed form loses its digits when x is small against n. */
static double
wilson_lower (double x, double n, double z) {
  return 2 * x * (x / n) / (2 * x + z * z + wilson_spread (x, n, z));
}

static double
wilson_upper (double x, double n, double z) {
  return x < n ? MIN (1, (2 * x + z * z + wilson_spread (x, n, z)) / (2 * (n + z * z))) : 1;
}

UtOutcome
ut_interval_wilson (double x, double n, double level, UtInterval *interval) {
  UtOutcome outcome = check (x, n, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double z = ut_numeric_z (level);
  interval->lower = wilson_lower (x, n, z);
  interval->upper = wilson_upper (x, n, z);
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_wilson_corrected (double x, double n, double level, UtInterval *interval) {
  UtOutcome outcome = check (x, n, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double z = ut_numeric_z (level), correction = MIN (0.5, fabs (x - n / 2));
  interval->lower = wilson_lower (MAX (0, x - correction), n, z);
  interval->upper = wilson_upper (MIN (n, x + correction), n, z);
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_clopper_pearson (double x, double n, double level, UtInterval *interval) {
  UtOutcome outcome = check (x, n, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double tail = (1 - level) / 2;
  UtInterval limits = { 0, 1 };
  if ((x > 0 && !ut_beta_quantile (x, n - x + 1, tail, FALSE, &limits.lower))
      || (x < n && !ut_beta_quantile (x + 1, n - x, tail, TRUE, &limits.upper)))
    return UT_OUTCOME_NOT_CONVERGED;
  *interval = limits;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_jeffreys_raw (double x, double n, double level, UtInterval *interval) {
  UtOutcome outcome = check (x, n, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double tail = (1 - level) / 2;
  UtInterval limits;
  if (!ut_beta_quantile (x + 0.5, n - x + 0.5, tail, FALSE, &limits.lower)
      || !ut_beta_quantile (x + 0.5, n - x + 0.5, tail, TRUE, &limits.upper))
    return UT_OUTCOME_NOT_CONVERGED;
  *interval = limits;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_jeffreys (double x, double n, double level, UtInterval *interval) {
  UtOutcome outcome = ut_interval_jeffreys_raw (x, n, level, interval);
  if (outcome == UT_OUTCOME_OK && x == 0)
    interval->lower = 0;
  if (outcome == UT_OUTCOME_OK && x == n)
    interval->upper = 1;
  return outcome;
}

int
ut_interval_side (UtInterval interval, double benchmark) {
  return (interval.lower > benchmark) - (interval.upper < benchmark);
}
