#include <utsyn/trend.h>

#include "statistics/numeric.h"

#include <gsl/gsl_statistics.h>
#include <math.h>

/* What the slope at these places leaves. */
static UtOutcome
detrend (const double *y, gsize n, double *left) {
  g_autofree double *place = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    place[i] = (double) i;
  UtTheilSen line;
  UtOutcome outcome = ut_trend_theil_sen (place, y, n, 0.95, &line);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  for (gsize i = 0; i < n; i++)
    left[i] = y[i] - line.slope * (double) (i + 1);
  return UT_OUTCOME_OK;
}

/* Rounding of values of this size: what differs by less is a tie. */
static double
rounding (const double *y, gsize n) {
  double largest = 0;
  for (gsize i = 0; i < n; i++)
    largest = MAX (largest, fabs (y[i]));
  return 16 * DBL_EPSILON * largest;
}

/* Average rank, less the mean of all ranks. */
static void
centred_ranks (const double *values, gsize n, double tie, double *ranks) {
  for (gsize i = 0; i < n; i++) {
    double below = 0;
    for (gsize j = 0; j < n; j++)
      below += (values[j] < values[i] - tie) + (fabs (values[j] - values[i]) <= tie) / 2.0;
    ranks[i] = below - (double) n / 2;
  }
}

static double
autocorrelation (const double *ranks, gsize n, gsize lag) {
  double sum = 0, all = 0;
  for (gsize i = 0; i < n; i++)
    all += ranks[i] * ranks[i];
  for (gsize i = 0; i + lag < n; i++)
    sum += ranks[i] * ranks[i + lag];
  return all > 0 ? sum / all : 0;
}

static void
correct (double s, double variance, double correction, UtCorrected *result) {
  result->correction = correction;
  result->variance = variance * correction;
  result->z = s == 0 ? 0 : (s - copysign (1, s)) / sqrt (result->variance);
  result->p = ut_numeric_normal_p (result->z);
}

UtOutcome
ut_trend_hamed_rao (const double *y, gsize n, UtHamedRao *result) {
  UtMannKendall plain;
  UtOutcome outcome = ut_trend_mann_kendall (y, n, &plain);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  g_autofree double *left = g_new (double, n), *ranks = g_new (double, n);
  outcome = detrend (y, n, left);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  centred_ranks (left, n, rounding (y, n), ranks);
  double size = (double) n, bound = ut_numeric_z (0.95) / sqrt (size), sum = 0, absolute = 0;
  gsize n_lags = 0;
  for (gsize lag = 1; lag < n; lag++) {
    double rho = autocorrelation (ranks, n, lag), k = (double) lag;
    if (!(fabs (rho) > bound))
      continue;
    double part = (size - k) * (size - k - 1) * (size - k - 2) * rho;
    sum += part;
    absolute += fabs (part);
    n_lags++;
  }
  double factor = 2 / (size * (size - 1) * (size - 2));
  if (1 + factor * sum <= 0)
    return UT_OUTCOME_NO_VARIATION;
  result->s = plain.s;
  result->n_lags = n_lags;
  correct (plain.s, plain.variance, 1 + factor * sum, &result->corrected);
  correct (plain.s, plain.variance, 1 + factor * absolute, &result->absolute);
  return UT_OUTCOME_OK;
}
