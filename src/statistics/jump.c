#include <utsyn/trend.h>

#include "statistics/numeric.h"

#include <gsl/gsl_statistics.h>
#include <math.h>

/* Mean parameters of either model; the residual variance is one more in both. */
#define N_MEANS 2

static gboolean
rises (const double *x, gsize n) {
  for (gsize i = 1; i < n; i++)
    if (!(x[i] > x[i - 1]))
      return FALSE;
  return TRUE;
}

static double
line_residual (const double *x, const double *y, gsize n) {
  double mean_x = gsl_stats_mean (x, 1, n), mean_y = gsl_stats_mean (y, 1, n), cross = 0;
  for (gsize i = 0; i < n; i++)
    cross += (x[i] - mean_x) * (y[i] - mean_y);
  double slope = cross / gsl_stats_tss (x, 1, n), sum = 0;
  for (gsize i = 0; i < n; i++) {
    double residual = y[i] - mean_y - slope * (x[i] - mean_x);
    sum += residual * residual;
  }
  return sum;
}

static double
step_residual (const double *y, gsize n, gsize *first_after) {
  double least = INFINITY;
  for (gsize at = 1; at < n; at++) {
    double sum = gsl_stats_tss (y, 1, at) + gsl_stats_tss (y + at, 1, n - at);
    if (sum < least) {
      least = sum;
      *first_after = at;
    }
  }
  return least;
}

/* What rounding leaves of a perfect fit: below it, two fits are equally perfect, and the logarithm stays finite. */
static double
least_residual (const double *y, gsize n) {
  double largest = 0;
  for (gsize i = 0; i < n; i++)
    largest = MAX (largest, fabs (y[i]));
  double rounding = 16 * DBL_EPSILON * largest;
  return MAX ((double) n * rounding * rounding, 1e-20 * gsl_stats_tss (y, 1, n));
}

static double
bic (double residual, gsize n) {
  return (double) n * log (residual / (double) n) + (N_MEANS + 1) * log ((double) n);
}

UtOutcome
ut_trend_jump (const double *x, const double *y, gsize n, UtJump *result) {
  if (n < 5)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (x, n) || !ut_numeric_all_finite (y, n) || !rises (x, n))
    return UT_OUTCOME_BAD_INPUT;
  double least = least_residual (y, n);
  if (gsl_stats_tss (y, 1, n) <= least)
    return UT_OUTCOME_NO_VARIATION;
  result->bic_line = bic (MAX (line_residual (x, y, n), least), n);
  result->bic_step = bic (MAX (step_residual (y, n, &result->first_after), least), n);
  result->jump = result->bic_step < result->bic_line;
  return UT_OUTCOME_OK;
}
