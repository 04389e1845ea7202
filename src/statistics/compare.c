#include <utsyn/compare.h>

#include "statistics/midp.h"
#include "statistics/numeric.h"

#include <math.h>

static double
whole (double count) {
  return floor (count + 0.5);
}

/* Where the odds ratio lies about, and how sure that is: Haldane's half count keeps both finite. */
static double
log_odds (double x, double n) {
  return log ((x + 0.5) / (n - x + 0.5));
}

static double
log_odds_variance (double x, double n) {
  return 1 / (x + 0.5) + 1 / (n - x + 0.5);
}

static UtOutcome
check_share (double x, double n) {
  if (!(n > 0) || !isfinite (n))
    return UT_OUTCOME_NO_DENOMINATOR;
  return x >= 0 && x <= n ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT;
}

static UtOutcome
check_rate (double x, double t) {
  if (!(t > 0) || !isfinite (t))
    return UT_OUTCOME_NO_DENOMINATOR;
  return x >= 0 && isfinite (x) ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT;
}

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
  UtOutcome outcome = check_both (check_share (x1, n1), check_share (x2, n2), level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double k1 = whole (x1), k2 = whole (x2), size1 = whole (n1), size2 = whole (n2), events = k1 + k2;
  if (size1 < 1 || size2 < 1)
    return UT_OUTCOME_NO_DENOMINATOR;
  if (events == 0 || events == size1 + size2)
    return UT_OUTCOME_NO_EVENTS;
  UtCountFamily family = ut_midp_hypergeometric (size1, size2, events);
  double guess = log_odds (k1, size1) - log_odds (k2, size2);
  double se = sqrt (log_odds_variance (k1, size1) + log_odds_variance (k2, size2));
  UtInterval theta;
  double p;
  outcome = ut_midp_test (&family, k1, 0, guess, se, level, &p, &theta);
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
  UtOutcome outcome = check_both (check_rate (x1, t1), check_rate (x2, t2), level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double k1 = whole (x1), k2 = whole (x2), log_times = log (t1 / t2);
  if (k1 + k2 == 0)
    return UT_OUTCOME_NO_EVENTS;
  /* Given both counts together, the own one is binomial with odds RR·t1/t2. */
  UtCountFamily family = ut_midp_binomial (k1 + k2);
  UtInterval theta;
  double p;
  outcome = ut_midp_test (&family, k1, log_times, log_odds (k1, k1 + k2), sqrt (log_odds_variance (k1, k1 + k2)), level,
                          &p, &theta);
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
  UtOutcome outcome = check_both (check_share (x, n), p0 > 0 && p0 < 1 ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double k = whole (x), size = whole (n);
  if (size < 1)
    return UT_OUTCOME_NO_DENOMINATOR;
  UtCountFamily family = ut_midp_binomial (size);
  UtInterval theta;
  double p;
  outcome = ut_midp_test (&family, k, log (p0) - log1p (-p0), log_odds (k, size), sqrt (log_odds_variance (k, size)),
                          level, &p, &theta);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  comparison->p = p;
  comparison->ratio = x / n / p0;
  comparison->own = (UtInterval){ 1 / (1 + exp (-theta.lower)), 1 / (1 + exp (-theta.upper)) };
  comparison->ratio_interval = (UtInterval){ comparison->own.lower / p0, comparison->own.upper / p0 };
  return UT_OUTCOME_OK;
}
