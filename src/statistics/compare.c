#include <utsyn/compare.h>

#include "statistics/count.h"
#include "statistics/numeric.h"

#include <math.h>

#define MID_P 0.5

static UtOutcome
check_both (UtOutcome first, UtOutcome second, double level) {
  if (first != UT_OUTCOME_OK)
    return first;
  if (second != UT_OUTCOME_OK)
    return second;
  return ut_numeric_level_ok (level) ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT;
}

/* The share whose odds are `odds_ratio` times those of `share`; the very same at 1, where the interval just holds it.
 */
static double
share_at (double odds_ratio, double share) {
  if (odds_ratio == 1)
    return share;
  if (odds_ratio == 0 || isinf (odds_ratio))
    return odds_ratio == 0 ? 0 : 1;
  return odds_ratio * share / (1 - share + odds_ratio * share);
}

UtOutcome
ut_compare_proportions (double x1, double n1, double x2, double n2, double level, UtComparison *comparison) {
  UtOutcome outcome = check_both (ut_count_check_share (x1, n1), ut_count_check_share (x2, n2), level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double k1 = ut_count_whole (x1), k2 = ut_count_whole (x2), size1 = ut_count_whole (n1), size2 = ut_count_whole (n2),
         events = k1 + k2;
  if (size1 < 1 || size2 < 1)
    return UT_OUTCOME_NO_DENOMINATOR;
  if (events == 0 || events == size1 + size2)
    return UT_OUTCOME_NO_EVENTS;
  UtCountFamily family = ut_count_hypergeometric (size1, size2, events);
  double guess = ut_count_log_odds (k1, size1) - ut_count_log_odds (k2, size2);
  double se = sqrt (ut_count_log_odds_variance (k1, size1) + ut_count_log_odds_variance (k2, size2));
  UtInterval theta;
  double p;
  outcome = ut_count_test (&family, k1, MID_P, 0, guess, se, level, &p, &theta);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double share2 = x2 / n2;
  comparison->p = p;
  comparison->ratio = x1 * (n2 - x2) / ((n1 - x1) * x2);
  comparison->ratio_interval = (UtInterval){ exp (theta.lower), exp (theta.upper) };
  comparison->own = (UtInterval){ share_at (comparison->ratio_interval.lower, share2),
                                  share_at (comparison->ratio_interval.upper, share2) };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_compare_rates (double x1, double t1, double x2, double t2, double level, UtComparison *comparison) {
  UtOutcome outcome = check_both (ut_count_check_rate (x1, t1), ut_count_check_rate (x2, t2), level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double k1 = ut_count_whole (x1), k2 = ut_count_whole (x2), log_times = log (t1 / t2);
  if (k1 + k2 == 0)
    return UT_OUTCOME_NO_EVENTS;
  /* Given both counts together, the own one is binomial with odds RR·t1/t2. */
  UtCountFamily family = ut_count_binomial (k1 + k2);
  UtInterval theta;
  double p;
  outcome = ut_count_test (&family, k1, MID_P, log_times, ut_count_log_odds (k1, k1 + k2),
                           sqrt (ut_count_log_odds_variance (k1, k1 + k2)), level, &p, &theta);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double rate2 = x2 / t2;
  comparison->p = p;
  comparison->ratio = (x1 / t1) / rate2;
  comparison->ratio_interval = (UtInterval){ exp (theta.lower - log_times), exp (theta.upper - log_times) };
  comparison->own
      = (UtInterval){ comparison->ratio_interval.lower * rate2,
                      isinf (comparison->ratio_interval.upper) ? INFINITY : comparison->ratio_interval.upper * rate2 };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_compare_proportion_constant (double x, double n, double p0, double level, UtComparison *comparison) {
  UtOutcome outcome = check_both (ut_count_check_share (x, n),
                                  ut_numeric_denominator (p0) && p0 < 1 ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double k = ut_count_whole (x), size = ut_count_whole (n);
  if (size < 1)
    return UT_OUTCOME_NO_DENOMINATOR;
  UtCountFamily family = ut_count_binomial (size);
  UtInterval theta;
  double p;
  outcome = ut_count_test (&family, k, MID_P, log (p0) - log1p (-p0), ut_count_log_odds (k, size),
                           sqrt (ut_count_log_odds_variance (k, size)), level, &p, &theta);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  comparison->p = p;
  comparison->ratio = x / n / p0;
  comparison->own = (UtInterval){ 1 / (1 + exp (-theta.lower)), 1 / (1 + exp (-theta.upper)) };
  comparison->ratio_interval = (UtInterval){ comparison->own.lower / p0, comparison->own.upper / p0 };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_compare_rate_constant (double x, double expected, double level, UtComparison *comparison) {
  UtOutcome outcome = check_both (ut_count_check_rate (x, expected),
                                  expected <= UT_COUNT_MOST ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double k = ut_count_whole (x);
  UtCountFamily family = ut_count_poisson ();
  UtInterval theta;
  double p;
  outcome = ut_count_test (&family, k, MID_P, log (expected), log (k + 0.5), 1 / sqrt (k + 0.5), level, &p, &theta);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  comparison->p = p;
  comparison->ratio = x / expected;
  comparison->own = (UtInterval){ exp (theta.lower), exp (theta.upper) };
  comparison->ratio_interval = (UtInterval){ comparison->own.lower / expected, comparison->own.upper / expected };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_compare_ratio_rest (double observed, double expected, double country_observed, double level,
                       UtComparison *comparison) {
  if (!(observed <= country_observed))
    return UT_OUTCOME_BAD_INPUT;
  return ut_compare_rates (observed, expected, country_observed - observed, country_observed - expected, level,
                           comparison);
}
