/**
 * @file interval.h
 * Confidence intervals of a proportion and of a rate.
 */
#ifndef UTSYN_INTERVAL_H
#define UTSYN_INTERVAL_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/**
 * Wilson score interval of a proportion.
 *
 * (2x + z² ∓ z √(z² + 4x(1 − x/n))) / (2(n + z²)); Wilson 1927, JASA 22:209.
 *
 * @param x      events, 0 ≤ x ≤ n (may be fractional after restating a split)
 * @param n      persons or answers, > 0 (may be fractional)
 * @param level  two-sided confidence level in (0,1), e.g. 0.95
 * @param[out] interval  lower and upper share, 0..1; lower is exactly 0 at x = 0, upper exactly 1 at x = n
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when n is not positive or not finite; UT_OUTCOME_BAD_INPUT when x is
 *         NaN or outside 0..n, or the level outside (0,1). The interval is touched only when OK.
 *
 * Reference cases: tests/reference/interval_wilson.csv
 */
UtOutcome ut_interval_wilson (double x, double n, double level, UtInterval *interval);

/**
 * Exact interval of a Poisson rate.
 *
 * Limits of the count: χ²(α/2; 2x)/2 and χ²(1 − α/2; 2x + 2)/2, Garwood 1936, Biometrika 28:437; both divided by the
 * denominator. From 10 000 events the quantile is its Cornish–Fisher expansion (Goldberg & Levine 1946, Ann Math Stat
 * 17:216), which has twelve digits there.
 *
 * @param x            events, ≥ 0 (may be fractional)
 * @param denominator  persons or person-years, > 0; in thousands to get a rate per thousand
 * @param level        two-sided confidence level in (0,1)
 * @param[out] interval  rate per unit of the denominator; lower is exactly 0 at x = 0
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when the denominator is not positive or not finite;
 *         UT_OUTCOME_BAD_INPUT when x is negative, NaN or infinite, or the level outside (0,1);
 *         UT_OUTCOME_NOT_CONVERGED. The interval is touched only when OK.
 *
 * Reference cases: tests/reference/interval_rate_exact.csv
 */
UtOutcome ut_interval_rate_exact (double x, double denominator, double level, UtInterval *interval);

/**
 * Byar's approximation to the exact interval of a rate.
 *
 * x(1 − 1/(9x) − z/(3√x))³ and the same of x + 1 with + z, divided by the denominator; Breslow & Day 1987. A lower
 * limit that would be negative (1 event at 99.8 %) is 0, as it is at x = 0. Parameters and outcomes as
 * ut_interval_rate_exact(), but it always converges.
 *
 * Reference cases: tests/reference/interval_rate_byar.csv
 */
UtOutcome ut_interval_rate_byar (double x, double denominator, double level, UtInterval *interval);

/**
 * The interval of a rate: exact below 10 events, Byar's from 10; the rule of PHEindicatormethods.
 *
 * Parameters and outcomes as ut_interval_rate_exact().
 *
 * Reference cases: tests/reference/interval_rate.csv
 */
UtOutcome ut_interval_rate (double x, double denominator, double level, UtInterval *interval);

UT_END_DECLS

#endif
