/**
 * @file interval.h
 * Confidence intervals of a proportion, a rate and a mean.
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
 * Wilson score interval with continuity correction.
 *
 * The Wilson interval of x ∓ min(½, |x − n/2|), kept inside 0..n; Newcombe 1998, Stat Med 17:857; the correction
 * shrinks near n/2 as in R's prop.test. Parameters and outcomes as ut_interval_wilson().
 *
 * Reference cases: tests/reference/interval_wilson_corrected.csv
 */
UtOutcome ut_interval_wilson_corrected (double x, double n, double level, UtInterval *interval);

/**
 * Exact (Clopper–Pearson) interval of a proportion.
 *
 * Beta(α/2; x, n − x + 1) and Beta(1 − α/2; x + 1, n − x); Clopper & Pearson 1934, Biometrika 26:404. Parameters and
 * outcomes as ut_interval_wilson(), and UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/interval_clopper_pearson.csv
 */
UtOutcome ut_interval_clopper_pearson (double x, double n, double level, UtInterval *interval);

/**
 * Jeffreys interval of a proportion.
 *
 * Equal tails of Beta(x + ½, n − x + ½), the lower end 0 at x = 0 and the upper end 1 at x = n; Brown, Cai & DasGupta
 * 2001, Stat Sci 16:101. Parameters and outcomes as ut_interval_clopper_pearson().
 *
 * Reference cases: tests/reference/interval_jeffreys.csv
 */
UtOutcome ut_interval_jeffreys (double x, double n, double level, UtInterval *interval);

/**
 * Jeffreys interval without the rule for x = 0 and x = n: there it does not hold the share.
 *
 * Parameters and outcomes as ut_interval_clopper_pearson().
 *
 * Reference cases: tests/reference/interval_jeffreys.csv
 */
UtOutcome ut_interval_jeffreys_raw (double x, double n, double level, UtInterval *interval);

/**
 * The side of a benchmark an interval is on: what Fingertips colours by.
 *
 * @param interval   of the own figure; a NaN end excludes nothing
 * @param benchmark  in the interval's unit
 * @return 1 when the interval is above the benchmark, −1 when below, 0 when it holds or touches it (or is NaN)
 *
 * Reference cases: tests/reference/interval_side.csv
 */
int ut_interval_side (UtInterval interval, double benchmark);

/**
 * Exact interval of a Poisson rate.
 *
 * Limits of the count: χ²(α/2; 2x)/2 and χ²(1 − α/2; 2x + 2)/2, Garwood 1936, Biometrika 28:437; both divided by the
 * denominator. From a million events the quantile is its Cornish–Fisher expansion (Goldberg & Levine 1946, Ann Math
 * Stat 17:216), which has fourteen digits there.
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

/**
 * Student's interval of a mean.
 *
 * mean ∓ t(1 − α/2; n − 1)·sd/√n, sd with n − 1; Student 1908, Biometrika 6:1.
 *
 * @param values  [n] finite
 * @param level   two-sided, in (0,1)
 * @param[out] interval  in the values' unit; touched only when OK; equal values give an interval of no width
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 2; UT_OUTCOME_BAD_INPUT for NaN, infinity or a level outside
 *         (0,1); UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/interval_mean.csv
 */
UtOutcome ut_interval_mean (const double *values, gsize n, double level, UtInterval *interval);

/**
 * Student's interval of a mean of which only mean, standard deviation and number are known.
 *
 * As ut_interval_mean().
 *
 * @param mean  finite
 * @param sd    sample standard deviation (n − 1), ≥ 0
 * @param n     number of values, > 1
 *
 * Reference cases: tests/reference/interval_mean.csv
 */
UtOutcome ut_interval_mean_of (double mean, double sd, double n, double level, UtInterval *interval);

UT_END_DECLS

#endif
