#include <utsyn/describe.h>

#include "statistics/numeric.h"

#include <utsyn/quantile.h>

#include <math.h>

/* Twice, in extended precision: the second pass takes away what rounding left of the first. */
static double
mean_of (const double *values, gsize n) {
  long double mean = 0;
  for (int pass = 0; pass < 2; pass++) {
    long double sum = 0;
    for (gsize i = 0; i < n; i++)
      sum += values[i] - mean;
    mean += sum / (long double) n;
  }
  return (double) mean;
}

static long double
squares (const double *values, gsize n, double mean) {
  long double sum = 0, left = 0;
  for (gsize i = 0; i < n; i++) {
    long double away = (long double) values[i] - mean;
    sum += away * away;
    left += away;
  }
  return sum - left * left / (long double) n;
}

static double *
finite_values (const double *values, gsize n, gsize *n_left) {
  double *left = g_new (double, MAX (n, 1));
  *n_left = 0;
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      left[(*n_left)++] = values[i];
  return left;
}

static double
quantile_of (const double *values, gsize n, double probability) {
  double quantile = NAN;
  ut_quantile (values, n, probability, 7, &quantile);
  return quantile;
}

UtOutcome
ut_describe (const double *values, gsize n, UtDescription *result) {
  gsize left;
  g_autofree double *x = finite_values (values, n, &left);
  if (left == 0)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (x, left))
    return UT_OUTCOME_BAD_INPUT;
  double mean = mean_of (x, left), size = (double) left;
  UtDescription found = {
    .n = left,
    .mean = mean,
    .sd = left > 1 ? (double) sqrtl (squares (x, left, mean) / (size - 1)) : NAN,
    .iqr = quantile_of (x, left, 0.75) - quantile_of (x, left, 0.25),
  };
  found.median = ut_numeric_median (x, left);
  found.min = x[0];
  found.max = x[left - 1];
  for (gsize i = 0; i < left; i++)
    x[i] = fabs (x[i] - found.median);
  found.mad = ut_numeric_median (x, left);
  *result = found;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_autocorrelation (const double *values, gsize n, gsize lag, double *correlation) {
  if (n < 2 || lag >= n)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (values, n))
    return UT_OUTCOME_BAD_INPUT;
  if (ut_numeric_constant (values, NULL, n))
    return UT_OUTCOME_NO_VARIATION;
  double mean = mean_of (values, n);
  long double sum = 0;
  for (gsize i = 0; i + lag < n; i++)
    sum += ((long double) values[i] - mean) * ((long double) values[i + lag] - mean);
  *correlation = (double) (sum / squares (values, n, mean));
  return UT_OUTCOME_OK;
}

/* NaN values and weights of 0 are passed over; FALSE for a weight that is none. */
static gboolean
sum_weights (const double *values, const double *weights, gsize n, double *all, double *squared) {
  *all = *squared = 0;
  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    if (!ut_numeric_usable (values[i]) || !(weights[i] >= 0) || !ut_numeric_usable (weights[i]))
      return FALSE;
    *all += weights[i];
    *squared += weights[i] * weights[i];
  }
  return TRUE;
}

UtOutcome
ut_describe_weighted (const double *values, const double *weights, gsize n, UtWeighted *result) {
  double all, squared;
  if (!sum_weights (values, weights, n, &all, &squared))
    return UT_OUTCOME_BAD_INPUT;
  if (all <= 0)
    return UT_OUTCOME_NO_DENOMINATOR;
  long double sum = 0, away = 0;
  for (gsize i = 0; i < n; i++)
    sum += isnan (values[i]) ? 0 : (long double) weights[i] * values[i];
  double mean = (double) (sum / all);
  for (gsize i = 0; i < n; i++)
    away += isnan (values[i]) ? 0 : weights[i] * ((long double) values[i] - mean) * ((long double) values[i] - mean);
  *result = (UtWeighted){
    .weight = all,
    .mean = mean,
    .variance_frequency = all > 1 ? (double) away / (all - 1) : NAN,
    .variance = (double) away / all,
    .effective_n = all * all / squared,
  };
  return UT_OUTCOME_OK;
}
