/**
 * @file exact.h
 * Exact tests of counts, each with its several p, and exact limits of an odds ratio and a rate ratio. Those against a
 * constant are rule fhi's; those of two groups are what `utsyn explain` will show where a reader asks for Fisher's
 * test.
 */
#ifndef UTSYN_EXACT_H
#define UTSYN_EXACT_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** The p of one count under a null, by the usual definitions; each 0..1, and 0 only below about 1e-308. */
typedef struct {
  double p;         /**< two-sided, minimum likelihood: all outcomes no likelier than the observed (times 1 + 1e-7) */
  double p_central; /**< twice the smaller tail, at most 1 */
  double p_midp;    /**< the same with half the observed outcome's probability in the tail */
  double p_less;    /**< P(this count or fewer) */
  double p_greater; /**< P(this count or more) */
} UtExactTest;

/**
 * Exact binomial test of a share against a constant.
 *
 * X ~ Bin(n, p0); the definitions of R's binom.test. Clopper & Pearson 1934, Biometrika 26:404; rule of the smaller
 * probabilities: Freeman & Halton 1951, Biometrika 38:141. x and n are rounded to whole numbers.
 *
 * @param x   events, 0 ≤ x ≤ n
 * @param n   persons or answers, > 0, at most 1e10
 * @param p0  the constant share, inside (0,1)
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when n is not positive, not finite, or rounds to 0;
 *         UT_OUTCOME_BAD_INPUT when x is NaN or outside 0..n, n above 1e10, or p0 outside (0,1).
 *
 * Reference cases: tests/reference/exact_proportion_constant.csv
 */
UtOutcome ut_exact_proportion_constant (double x, double n, double p0, UtExactTest *result);

/**
 * Exact Poisson test of a count against an expected count.
 *
 * X ~ Poisson(expected); the definitions of R's poisson.test. x is rounded to a whole number.
 *
 * @param x         events, ≥ 0, at most 1e10
 * @param expected  events expected under the null: denominator · benchmark rate, > 0, at most 1e10
 * @param[out] result  touched only when OK; no event is an answer here
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when `expected` is not positive or not finite; UT_OUTCOME_BAD_INPUT
 *         when x is negative or NaN, or either is above 1e10.
 *
 * Reference cases: tests/reference/exact_rate_constant.csv
 */
UtOutcome ut_exact_rate_constant (double x, double expected, UtExactTest *result);

/**
 * Fisher's exact test of two shares.
 *
 * x1 given x1 + x2 is hypergeometric; Fisher 1935, JRSS 98:39; the definitions of R's fisher.test. Counts are rounded.
 *
 * @param x1,x2  events, 0 ≤ x ≤ n
 * @param n1,n2  persons or answers, > 0, at most 1e10; a group and the rest, never a group and a whole that holds it
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when an n is not positive, not finite, or rounds to 0;
 *         UT_OUTCOME_BAD_INPUT when an x is NaN or outside 0..n, or an n above 1e10; UT_OUTCOME_NO_EVENTS when neither
 *         group has an event, or neither has a non-event.
 *
 * Reference cases: tests/reference/exact_proportions.csv
 */
UtOutcome ut_exact_proportions (double x1, double n1, double x2, double n2, UtExactTest *result);

/**
 * Exact conditional test of two rates.
 *
 * x1 given x1 + x2 is Bin(x1 + x2, t1/(t1 + t2)); Przyborowski & Wilenski 1940, Biometrika 31:313; the definitions of
 * R's poisson.test. Counts are rounded.
 *
 * @param x1,x2  events, ≥ 0, at most 1e10
 * @param t1,t2  persons or person-years, > 0, the same unit in both
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when a t is not positive or not finite; UT_OUTCOME_BAD_INPUT when an
 *         x is negative, NaN or above 1e10; UT_OUTCOME_NO_EVENTS when both counts are 0.
 *
 * Reference cases: tests/reference/exact_rates.csv
 */
UtOutcome ut_exact_rates (double x1, double t1, double x2, double t2, UtExactTest *result);

/** A ratio with its exact central limits: p_central < 1 − level exactly when the interval excludes 1. */
typedef struct {
  double ratio;     /**< 0 or inf at the edge, never NaN */
  double p_central; /**< of ratio 1 */
  UtInterval interval;
} UtExactRatio;

/**
 * Conditional odds ratio of two shares with its exact central interval.
 *
 * `ratio` is the conditional maximum likelihood estimate (not the plain ratio of odds): the odds ratio at which x1 is
 * the mean of its noncentral hypergeometric distribution. The limits invert the two one-sided Fisher tests; Cornfield
 * 1956, Proc 3rd Berkeley Symp 4:135.
 *
 * Parameters and outcomes as ut_exact_proportions(); UT_OUTCOME_BAD_INPUT also for a level outside (0,1), and
 * UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/exact_proportions.csv
 */
UtOutcome ut_exact_odds_ratio (double x1, double n1, double x2, double n2, double level, UtExactRatio *result);

/**
 * Ratio of two rates with its exact central interval.
 *
 * (x1/t1)/(x2/t2); the limits are those of Clopper and Pearson for x1 of x1 + x2, as odds times t2/t1. Parameters and
 * outcomes as ut_exact_rates(); UT_OUTCOME_BAD_INPUT also for a level outside (0,1), and UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/exact_rates.csv
 */
UtOutcome ut_exact_rate_ratio (double x1, double t1, double x2, double t2, double level, UtExactRatio *result);

UT_END_DECLS

#endif
