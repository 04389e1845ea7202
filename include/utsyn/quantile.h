/**
 * @file quantile.h
 * Quantiles, ranks and percentiles. Ranks are told by `utsyn rank` and the chapter; quantiles are for the spread of all
 * municipalities in the places chart.
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

/** Where a value stands among others. */
typedef struct {
  gsize lower, equal, higher; /**< of the others' values; itself is one of the equal when it is among them */
  double percentile;          /**< 100(lower + equal/2)/all: halfway through those it is equal to */
} UtPosition;

/**
 * Counts those below, equal and above; the rank from the lowest is 1 + lower, from the highest 1 + higher.
 *
 * A percentile says something from some twenty values on.
 *
 * @param values  [n] in any order; NaN are left out
 * @param[out] position  touched only when TRUE
 * @return FALSE when `value` is NaN or none of the values is a number
 *
 * Reference cases: tests/reference/position.csv
 */
gboolean ut_position (const double *values, gsize n, double value, UtPosition *position);

/**
 * Weighted quantile: the smallest value whose share of the weight, with all below it, reaches the probability.
 *
 * The inverse of the weighted distribution function (statsmodels' DescrStatsW.quantile).
 *
 * @param values       [n] in any order; NaN are left out
 * @param weights      [n] ≥ 0, finite; a value of weight 0 is left out
 * @param probability  0..1
 * @param[out] quantile  one of the values; touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_BAD_INPUT for a probability outside 0..1 or a weight that is negative, NaN or
 *         infinite; UT_OUTCOME_TOO_FEW_POINTS when no value is left.
 *
 * Reference cases: tests/reference/weighted_quantile.csv
 */
UtOutcome ut_quantile_weighted (const double *values, const double *weights, gsize n, double probability,
                                double *quantile);

/**
 * Quantile of type 7 of the sample that whole-number weights stand for (Hmisc's wtd.quantile).
 *
 * As ut_quantile_weighted(), interpolated between the values at places 1 + (Σw − 1)·probability.
 *
 * @param weights  [n] how many times each value was seen, ≥ 0, finite
 *
 * Reference cases: tests/reference/weighted_quantile_frequency.csv
 */
UtOutcome ut_quantile_frequency (const double *values, const double *weights, gsize n, double probability,
                                 double *quantile);

/**
 * Which of so many groups of equal size each value falls into, 1 for the smallest values.
 *
 * ⌊(k + 1) − ⌈((m + 1) − rank)/(m/k)⌉⌋, not below 1, for m values in k groups; ties share the lowest rank
 * (PHEindicatormethods' phe_quantile).
 *
 * @param values    [n] in any order; NaN belongs to no group
 * @param n_groups  4 for quarters, 10 for tenths
 * @param inverted  1 is for the largest values
 * @param[out] group  [n] 1..n_groups; 0 for NaN, and for all when there are fewer values than groups
 * @return whether there are enough values
 *
 * Reference cases: tests/reference/quantile_groups.csv
 */
gboolean ut_quantile_groups (const double *values, gsize n, gsize n_groups, gboolean inverted, gsize *group);

UT_END_DECLS

#endif
