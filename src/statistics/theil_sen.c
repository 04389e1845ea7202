#include <utsyn/trend.h>

#include "statistics/numeric.h"

#include <math.h>
#include <stdlib.h>

/* Slopes between all pairs at different times, rising; returns how many. */
static gsize
pairwise_slopes (const double *x, const double *y, gsize n, double *slopes) {
  gsize n_slopes = 0;
  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; j < n; j++)
      if (x[i] != x[j])
        slopes[n_slopes++] = (y[j] - y[i]) / (x[j] - x[i]);
  qsort (slopes, n_slopes, sizeof *slopes, ut_numeric_compare);
  return n_slopes;
}

static double
median_of (const double *values, gsize n) {
  g_autofree double *copy = g_memdup2 (values, n * sizeof *values);
  return ut_numeric_median (copy, n);
}

UtOutcome
ut_trend_theil_sen (const double *x, const double *y, gsize n, double level, UtTheilSen *result) {
  if (n < 2)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (x, n) || !ut_numeric_all_finite (y, n) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  g_autofree double *slopes = g_new (double, n *(n - 1) / 2);
  g_autofree double *left = g_new (double, n);
  gsize n_slopes = pairwise_slopes (x, y, n, slopes);
  if (n_slopes == 0)
    return UT_OUTCOME_NO_VARIATION;
  double points = (double) n, last = (double) n_slopes - 1;
  double variance
      = points * (points - 1) * (2 * points + 5) / 18 - ut_numeric_tie_term (y, n) - ut_numeric_tie_term (x, n);
  double spread = ut_numeric_z (level) * sqrt (MAX (variance, 0));
  /* Halves to even, as SciPy's theilslopes. */
  double lower = nearbyint (((double) n_slopes - spread) / 2) - 1, upper = nearbyint (((double) n_slopes + spread) / 2);
  UtTheilSen line
      = { .slope_interval = { slopes[(gsize) CLAMP (lower, 0, last)], slopes[(gsize) CLAMP (upper, 0, last)] } };
  line.slope = ut_numeric_median (slopes, n_slopes);
  line.intercept = median_of (y, n) - line.slope * median_of (x, n);
  for (gsize i = 0; i < n; i++)
    left[i] = y[i] - line.slope * x[i];
  line.intercept_joint = ut_numeric_median (left, n);
  if (!ut_numeric_all_finite ((const double[]){ line.slope, line.slope_interval.lower, line.slope_interval.upper }, 3))
    return UT_OUTCOME_BAD_INPUT;
  *result = line;
  return UT_OUTCOME_OK;
}
