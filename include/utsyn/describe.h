/**
 * @file describe.h
 * Means, spread and autocorrelation. For the spread of all municipalities in `utsyn rank` and its chart; until they are
 * told there, checked against their reference cases.
 */
#ifndef UTSYN_DESCRIBE_H
#define UTSYN_DESCRIBE_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** In the values' unit. */
typedef struct {
  gsize n; /**< values that are not NaN */
  double mean;
  double sd; /**< with n − 1; NaN for one value */
  double median;
  double mad; /**< median distance from the median; times 1.4826 it is comparable with sd */
  double min, max;
  double iqr; /**< between the quartiles of type 7 */
} UtDescription;

/**
 * Mean, spread and order statistics, by corrected sums in extended precision; Chan, Golub & LeVeque 1983, Am Stat
 * 37:242.
 *
 * @param values  [n] in any order; NaN are left out
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS when no value is left; UT_OUTCOME_BAD_INPUT for infinity.
 *
 * Reference cases: tests/reference/describe.csv
 */
UtOutcome ut_describe (const double *values, gsize n, UtDescription *result);

/**
 * Autocorrelation: Σ (xᵢ − x̄)(xᵢ₊ₗ − x̄)/Σ (xᵢ − x̄)²; Box & Jenkins 1976.
 *
 * @param values  [n] in time order, finite
 * @param lag     places apart, below n
 * @param[out] correlation  −1..1; touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 2 values, or for a lag of n and more; UT_OUTCOME_BAD_INPUT for
 *         NaN or infinity; UT_OUTCOME_NO_VARIATION when all values are the same.
 *
 * Reference cases: tests/reference/autocorrelation.csv
 */
UtOutcome ut_autocorrelation (const double *values, gsize n, gsize lag, double *correlation);

/** Weighted mean and spread. */
typedef struct {
  double weight; /**< in all */
  double mean;
  double variance;           /**< Σ w(x − mean)²/Σ w */
  double variance_frequency; /**< Σ w(x − mean)²/(Σ w − 1), for weights that count; NaN where Σ w is not above 1 */
  double effective_n;        /**< (Σ w)²/Σ w²; Kish 1965 */
} UtWeighted;

/**
 * Weighted mean and variance.
 *
 * @param values   [n] NaN are left out
 * @param weights  [n] ≥ 0, finite
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when there is no weight; UT_OUTCOME_BAD_INPUT for an infinite value,
 *         or a weight that is negative, NaN or infinite.
 *
 * Reference cases: tests/reference/weighted.csv
 */
UtOutcome ut_describe_weighted (const double *values, const double *weights, gsize n, UtWeighted *result);

UT_END_DECLS

#endif
