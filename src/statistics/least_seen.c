/* The slope that a test would see in eight of ten series, by the noncentral t. */
#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>
#include <utsyn/trend.h>

#define POWER 0.8

/* Points of the sum over the spread: it falls off faster than any power at both ends, so equal steps of its logarithm
 * are as good as exact. */
#define STEPS 240

typedef struct {
  double critical, df;
  double lower, width; /* of the logarithm of the spread */
} Spread;

/* Of u = log (s), where df·s² is chi-square, but for a constant: e^(df·u − df·(e^2u − 1)/2), whose top is at u = 0. */
static double
density (double u, double df) {
  return exp (df * u - df * expm1 (2 * u) / 2);
}

static double
normal_above (double z) {
  return erfc (z / G_SQRT2) / 2;
}

/* How often it is seen, beyond the power that is wished for. */
static double
excess_power (double shift, void *data) {
  const Spread *spread = data;
  double sum = 0, all = 0;
  for (int i = 0; i <= STEPS; i++) {
    double u = spread->lower + spread->width * i / STEPS, weight = density (u, spread->df);
    double reach = spread->critical * exp (u);
    all += weight;
    sum += weight * (normal_above (reach - shift) + normal_above (reach + shift));
  }
  return sum / all - POWER;
}

/* Outside it the density is below 1e-18 of its top. */
static Spread
spread_new (double critical, double df) {
  double lower = 0, upper = 0, step = 0.25 / sqrt (df);
  while (density (lower, df) > 1e-18)
    lower -= step;
  while (density (upper, df) > 1e-18)
    upper += step;
  return (Spread){ .critical = critical, .df = df, .lower = lower, .width = upper - lower };
}

UtOutcome
ut_trend_least_seen (double slope_se, double guard, gsize df, UtLeastSeen *result) {
  UtLeastSeen seen;
  if (df < 1)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_usable (slope_se) || slope_se < 0 || !ut_numeric_usable (guard) || !(guard > 0))
    return UT_OUTCOME_BAD_INPUT;
  if (!ut_student_quantile (0.95, (double) df, &seen.critical))
    return UT_OUTCOME_NOT_CONVERGED;
  seen.critical *= guard;
  Spread spread = spread_new (seen.critical, (double) df);
  if (!ut_numeric_root (excess_power, &spread, TRUE, seen.critical, seen.critical + 2, &seen.shift))
    return UT_OUTCOME_NOT_CONVERGED;
  seen.slope = seen.shift * slope_se;
  *result = seen;
  return UT_OUTCOME_OK;
}
