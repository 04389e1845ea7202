/**
 * @file quantile.h
 * Quantiles, ranks and percentiles.
 */
#ifndef UTSYN_QUANTILE_H
#define UTSYN_QUANTILE_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/**
 * Sample quantile of type 2, 6, 7 or 8; Hyndman & Fan 1996, Am Stat 50:361.
 *
 * @param values       [n] in any order; NaN are left out
 * @param probability  0..1
 * @param type         7 is R's and Excel's default
 * @param[out] quantile  touched only when OK; one value is every quantile of itself
 * @return UT_OUTCOME_OK; UT_OUTCOME_BAD_INPUT for another type or a probability outside 0..1; UT_OUTCOME_TOO_FEW_POINTS
 *         when no value is left.
 *
 * Reference cases: tests/reference/quantile.csv
 */
UtOutcome ut_quantile (const double *values, gsize n, double probability, int type, double *quantile);

/**
 * Rank of a value among others: one more than the number of smaller ones, so 1 = smallest and ties share the lowest
 * rank.
 *
 * @param values  [n] in any order; NaN are left out; may be empty
 * @return the rank; 0 when `value` is NaN. A value that is not among them has the rank it would take.
 *
 * Reference cases: tests/reference/rank.csv
 */
gsize ut_rank (const double *values, gsize n, double value);

UT_END_DECLS

#endif
