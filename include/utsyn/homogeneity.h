/**
 * @file homogeneity.h
 * Whether several groups have the same share or rate: girls and boys, grades.
 */
#ifndef UTSYN_HOMOGENEITY_H
#define UTSYN_HOMOGENEITY_H

#include <glib.h>
#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** A test of k groups against each other. */
typedef struct {
  double chi_square;     /**< Pearson's, k − 1 degrees of freedom */
  double p;              /**< of it; 0 below about 1e-308 */
  double least_expected; /**< smallest expected count of events, or of those without where they are counted; the
                              chi-square is trusted from 5 (Cochran 1954, Biometrics 10:417) */
  double p_exact;        /**< given the total of events: all tables no likelier than the observed (times 1 + 1e-7); NaN
                              where there are more than a million tables, or more
                              than ten million persons */
} UtHomogeneity;

/**
 * Shares of k groups with nobody in common.
 *
 * χ² = Σ (x − n·P)²/(n·P(1 − P)), P the share of them all; Pearson 1900, Phil Mag 50:157. Exact: Freeman & Halton 1951,
 * Biometrika 38:141, the events divided among the groups as by the multivariate hypergeometric distribution; whole
 * counts, so x and n are rounded for it.
 *
 * @param x  [k] events, 0 ≤ x ≤ n (may be fractional)
 * @param n  [k] persons or answers, > 0
 * @param k  groups, 2 or more
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS for fewer than 2 groups; UT_OUTCOME_NO_DENOMINATOR when an n is not
 *         positive, not finite, or rounds to 0; UT_OUTCOME_BAD_INPUT when an x is NaN or outside 0..n;
 *         UT_OUTCOME_NO_EVENTS when no group has an event, or none a non-event.
 *
 * Reference cases: tests/reference/homogeneity.csv
 */
UtOutcome ut_homogeneity_proportions (const double *x, const double *n, gsize k, UtHomogeneity *result);

/**
 * Rates of k groups with nobody in common.
 *
 * χ² = Σ (x − t·R)²/(t·R), R the rate of them all. Exact: the events divided as by the multinomial distribution with
 * probabilities t/Σt.
 *
 * @param x  [k] events, ≥ 0 (may be fractional)
 * @param t  [k] persons or person-years, > 0, the same unit in all
 * @param k  groups, 2 or more
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS for fewer than 2 groups; UT_OUTCOME_NO_DENOMINATOR when a t is not
 *         positive or not finite; UT_OUTCOME_BAD_INPUT when an x is negative, NaN or infinite; UT_OUTCOME_NO_EVENTS
 *         when no group has an event.
 *
 * Reference cases: tests/reference/homogeneity.csv
 */
UtOutcome ut_homogeneity_rates (const double *x, const double *t, gsize k, UtHomogeneity *result);

UT_END_DECLS

#endif
