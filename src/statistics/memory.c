/* How much further a slope, or a step, wanders when the points remember. */
#include "statistics/memory.h"

#include "statistics/numeric.h"

#include <math.h>
#include <utsyn/trend.h>

/* Fewer points cannot show their memory. */
#define POINTS_MEASURED 10
#define MOST_MEMORY     0.9

static double
mean_of (const double *values, gsize n) {
  double sum = 0;
  for (gsize i = 0; i < n; i++)
    sum += values[i] - values[0];
  return values[0] + sum / (double) n;
}

double
ut_memory_lag1 (const double *time, const double *value, gsize n) {
  double t = mean_of (time, n), v = mean_of (value, n), tt = 0, tv = 0, squares = 0, neighbours = 0, before = 0;
  if (ut_numeric_constant (value, NULL, n))
    return NAN;
  for (gsize i = 0; i < n; i++) {
    tt += (time[i] - t) * (time[i] - t);
    tv += (time[i] - t) * (value[i] - v);
  }
  for (gsize i = 0; i < n; i++) {
    double residual = value[i] - v - tv / tt * (time[i] - t);
    squares += residual * residual;
    neighbours += residual * before;
    before = residual;
  }
  return squares > 0 ? neighbours / squares : 0;
}

double
ut_memory_of (double assumed, double lag1, gsize n) {
  if (n < POINTS_MEASURED || isnan (lag1))
    return assumed;
  return fmin (MOST_MEMORY, fmax (assumed, lag1 + (1 + 4 * fmax (0, lag1)) / (double) n));
}

/* Away from its mean: the time itself, or which side of the step. */
static void
set_contrast (const double *time, gsize n, gsize step_after, double *c) {
  for (gsize i = 0; i < n; i++)
    c[i] = step_after == 0 ? time[i] : i >= step_after;
  double mean = mean_of (c, n);
  for (gsize i = 0; i < n; i++)
    c[i] -= mean;
}

UtOutcome
ut_trend_guard (const double *time, gsize n, double memory, gsize step_after, double *guard) {
  if (n < 3)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (time, n) || !(memory >= 0) || !(memory < 1) || step_after >= n)
    return UT_OUTCOME_BAD_INPUT;
  g_autofree double *c = g_new (double, n);
  set_contrast (time, n, step_after, c);
  double squares = 0, among = 0, around = 0;
  for (gsize i = 0; i < n; i++)
    squares += c[i] * c[i];
  if (!(squares > 0))
    return UT_OUTCOME_NO_VARIATION;
  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++) {
      double alike = i == j ? 1 : pow (memory, fabs (time[i] - time[j]));
      around += alike;
      among += c[i] * alike * c[j];
    }
  /* tr (MR), where M takes a mean and this contrast out: n less the two. */
  double left = (double) n - around / (double) n - among / squares;
  if (!(left > 0))
    return UT_OUTCOME_NO_VARIATION;
  *guard = sqrt (among / squares / (left / (double) (n - 2)));
  return UT_OUTCOME_OK;
}
