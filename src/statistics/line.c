#include "statistics/line.h"

#include "statistics/numeric.h"

#include <math.h>

static double
weight_of (const double *weights, gsize i) {
  return weights ? weights[i] : 1;
}

static UtOutcome
check (const double *x, const double *y, const double *weights, gsize n, gsize *n_used) {
  if (!ut_numeric_all_finite (x, n) || !ut_numeric_all_finite (y, n)
      || (weights && !ut_numeric_all_finite (weights, n)))
    return UT_OUTCOME_BAD_INPUT;
  *n_used = 0;
  for (gsize i = 0; i < n; i++) {
    if (weight_of (weights, i) < 0)
      return UT_OUTCOME_BAD_INPUT;
    *n_used += weight_of (weights, i) > 0;
  }
  return *n_used < 3 ? UT_OUTCOME_TOO_FEW_POINTS : UT_OUTCOME_OK;
}

/* Twice: the second pass takes away what rounding left of the first (NIST's NumAcc4 needs it). */
static double
weighted_mean (const double *values, const double *weights, gsize n, double all) {
  double mean = 0;
  for (int pass = 0; pass < 2; pass++) {
    double sum = 0;
    for (gsize i = 0; i < n; i++)
      sum += weight_of (weights, i) * (values[i] - mean);
    mean += sum / all;
  }
  return mean;
}

UtOutcome
ut_line_fit (const double *x, const double *y, const double *weights, gsize n, UtLine *line) {
  gsize n_used;
  if (n < 3)
    return UT_OUTCOME_TOO_FEW_POINTS;
  UtOutcome outcome = check (x, y, weights, n, &n_used);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double all = 0, xx = 0, yy = 0, xy = 0, residual = 0;
  for (gsize i = 0; i < n; i++)
    all += weight_of (weights, i);
  double mean_x = weighted_mean (x, weights, n, all), mean_y = weighted_mean (y, weights, n, all);
  for (gsize i = 0; i < n; i++) {
    double w = weight_of (weights, i), u = x[i] - mean_x, v = y[i] - mean_y;
    xx += w * u * u;
    yy += w * v * v;
    xy += w * u * v;
  }
  if (!isfinite (xx) || !isfinite (yy))
    return UT_OUTCOME_BAD_INPUT;
  if (ut_numeric_constant (x, weights, n) || ut_numeric_constant (y, weights, n) || xx <= 0 || yy <= 0)
    return UT_OUTCOME_NO_VARIATION;
  double slope = xy / xx;
  for (gsize i = 0; i < n; i++) {
    double r = y[i] - mean_y - slope * (x[i] - mean_x);
    residual += weight_of (weights, i) * r * r;
  }
  *line = (UtLine){ all, mean_x, mean_y, xx, yy, slope, residual, (double) n_used - 2 };
  return UT_OUTCOME_OK;
}

double
ut_line_variance (const UtLine *line) {
  return line->residual / line->df;
}

double
ut_line_slope_se (const UtLine *line) {
  return sqrt (ut_line_variance (line) / line->xx);
}
