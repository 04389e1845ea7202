#include <utsyn/interval.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>

static double
byar_lower (double x, double z) {
  double base = 1 - 1 / (9 * x) - z / (3 * sqrt (x));
  return base > 0 ? x * base * base * base : 0;
}

static double
byar_upper (double x, double z) {
  double base = 1 - 1 / (9 * (x + 1)) + z / (3 * sqrt (x + 1));
  return (x + 1) * base * base * base;
}

static UtOutcome
check_rate (double x, double denominator, double level) {
  if (!(denominator > 0) || !isfinite (denominator))
    return UT_OUTCOME_NO_DENOMINATOR;
  if (!ut_numeric_denominator (denominator) || !(x >= 0) || !ut_numeric_usable (x) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_rate_exact (double x, double denominator, double level, UtInterval *interval) {
  UtOutcome outcome = check_rate (x, denominator, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double lower = 0, upper, tail = (1 - level) / 2;
  if ((x > 0 && !ut_gamma_quantile (x, tail, FALSE, &lower)) || !ut_gamma_quantile (x + 1, tail, TRUE, &upper))
    return UT_OUTCOME_NOT_CONVERGED;
  interval->lower = lower / denominator;
  interval->upper = upper / denominator;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_rate_byar (double x, double denominator, double level, UtInterval *interval) {
  UtOutcome outcome = check_rate (x, denominator, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double z = ut_numeric_z (level);
  interval->lower = x > 0 ? byar_lower (x, z) / denominator : 0;
  interval->upper = byar_upper (x, z) / denominator;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_rate (double x, double denominator, double level, UtInterval *interval) {
  return x < 10 ? ut_interval_rate_exact (x, denominator, level, interval)
                : ut_interval_rate_byar (x, denominator, level, interval);
}
