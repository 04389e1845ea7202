/**
 * @file compare.h
 * Comparing a group with another group, or with a constant: central mid-p tests and their inverted intervals.
 */
#ifndef UTSYN_COMPARE_H
#define UTSYN_COMPARE_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** A comparison: the test and the interval that inverts it, so p < 1 − level exactly when `ratio` excludes 1. */
typedef struct {
  double p;     /**< two-sided central mid-p, 0..1 */
  double ratio; /**< plain odds ratio or rate ratio of the counts as given; 0 or inf at the edge, never NaN */
  UtInterval ratio_interval; /**< of the odds ratio or rate ratio; lower 0 or upper inf where a group is at its edge */
  UtInterval own; /**< the same interval on the own group's scale, against the other group's estimate: share 0..1
                       = OR·p₂/(1 − p₂ + OR·p₂), or rate = RR·rate₂. Where p₂ is 0 or 1, or rate₂ is 0, no ratio
                       moves the estimate and this is the whole scale or its edge: only `ratio_interval` decides */
} UtComparison;

/**
 * Shares: own x1 of n1 against the other group's x2 of n2.
 *
 * Central conditional mid-p test (noncentral hypergeometric, x1 given x1 + x2): p = 2·min(P(X < x1) + P(X = x1)/2,
 * P(X > x1) + P(X = x1)/2) at odds ratio 1, and the odds ratios whose p is at least 1 − level. Lancaster 1961, JASA
 * 56:223; Berry & Armitage 1995, The Statistician 44:417. The limits are found by bracketing and Brent's method; tail
 * sums are taken in units of P(x1), so that counts of a whole country do not underflow (p may then be 0).
 *
 * The test is of whole counts: x and n are rounded to the nearest integers for p and `ratio_interval`; `ratio` and the
 * p₂ of `own` use them as they are.
 *
 * @param x1,x2  events, 0 ≤ x ≤ n
 * @param n1,n2  persons or answers, > 0; a group and the rest, never a group and a whole that holds it
 * @param level  two-sided, in (0,1)
 * @param[out] comparison  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when an n is not positive, not finite, or rounds to 0;
 *         UT_OUTCOME_BAD_INPUT when an x is NaN or outside 0..n, or the level outside (0,1); UT_OUTCOME_NO_EVENTS when
 *         neither group has an event, or neither has a non-event; UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/compare_proportions.csv
 */
UtOutcome ut_compare_proportions (double x1, double n1, double x2, double n2, double level, UtComparison *comparison);

/**
 * Rates: own x1 events over t1 against x2 over t2.
 *
 * Given x1 + x2, the own count is binomial with odds RR·t1/t2: central mid-p of RR = 1 and its inversion, as in
 * ut_compare_proportions(). Counts are rounded to the nearest integers for p and `ratio_interval`.
 *
 * @param x1,x2  events, ≥ 0; more events than persons is allowed
 * @param t1,t2  persons or person-years, > 0, the same unit in both; `own` is per that unit
 * @param level  two-sided, in (0,1)
 * @param[out] comparison  touched only when OK; `own` is 0..inf when x2 is 0
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when a t is not positive or not finite; UT_OUTCOME_BAD_INPUT when an
 * x is negative, NaN or infinite, or the level outside (0,1); UT_OUTCOME_NO_EVENTS when both counts are 0;
 *         UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/compare_rates.csv
 */
UtOutcome ut_compare_rates (double x1, double t1, double x2, double t2, double level, UtComparison *comparison);

/**
 * A share against a constant: binomial central mid-p and its inversion.
 *
 * Counts are rounded to the nearest integers for p and the intervals. `own` is the interval of the share, `ratio` and
 * `ratio_interval` are of share / p0.
 *
 * @param x      events, 0 ≤ x ≤ n
 * @param n      persons or answers, > 0
 * @param p0     the constant share, inside (0,1)
 * @param level  two-sided, in (0,1)
 * @param[out] comparison  touched only when OK; no event is an answer here (lower end 0), as is only events (upper end
 * 1)
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when n is not positive, not finite, or rounds to 0;
 *         UT_OUTCOME_BAD_INPUT when x is NaN or outside 0..n, p0 or the level outside (0,1); UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/compare_proportion_constant.csv
 */
UtOutcome ut_compare_proportion_constant (double x, double n, double p0, double level, UtComparison *comparison);

/**
 * A count against an expected count: Poisson central mid-p and its inversion.
 *
 * x is rounded to the nearest integer for p and the intervals. `own` is the interval of the count, `ratio` and
 * `ratio_interval` are of count / expected (a standardised ratio, or own rate / benchmark rate).
 *
 * @param x         events, ≥ 0, at most 1e10
 * @param expected  denominator · benchmark rate, > 0, at most 1e10
 * @param level     two-sided, in (0,1)
 * @param[out] comparison  touched only when OK; no event is an answer here (lower end 0)
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when `expected` is not positive or not finite; UT_OUTCOME_BAD_INPUT
 *         when x is negative or NaN, either above 1e10, or the level outside (0,1); UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/compare_rate_constant.csv
 */
UtOutcome ut_compare_rate_constant (double x, double expected, double level, UtComparison *comparison);

/**
 * A standardised ratio against that of the rest of the country.
 *
 * Observed and expected events of the place, the expected from the country's own rates, so that the country's expected
 * count is its observed one. Given the country's events, the own count is binomial (country_observed, expected /
 * country_observed) where the ratio to the rest is 1; the own counts are thereby taken out of the country. Central
 * mid-p and its inversion, as in ut_compare_rates(): Breslow & Day 1987, Statistical Methods in Cancer Research II,
 * ch. 3.
 *
 * `ratio` and `ratio_interval` are of the place's observed over expected to the rest's; `own` is the interval on the
 * place's own observed over expected (1 is the country's average).
 *
 * @param observed          own events, ≥ 0
 * @param expected          > 0, below country_observed
 * @param country_observed  events in the whole country, the own among them
 * @param level             two-sided, in (0,1)
 * @param[out] comparison   touched only when OK
 * @return as ut_compare_rates(); UT_OUTCOME_BAD_INPUT also when the own counts are more than the country's
 *
 * Reference cases: tests/reference/compare_ratio_rest.csv
 */
UtOutcome ut_compare_ratio_rest (double observed, double expected, double country_observed, double level,
                                 UtComparison *comparison);

UT_END_DECLS

#endif
