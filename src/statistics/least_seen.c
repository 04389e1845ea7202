/* The slope that a test would see in eight of ten series, by the noncentral t. */
#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>
#include <utsyn/trend.h>

#define POWER 0.8

/* The sum over the spread goes by equal steps of its logarithm: the density falls off fast at both ends, so they are as
 * good as exact when no step is longer than this part of what the terms change over. */
#define STEP       0.6
#define MOST_NODES 1000

/* Farther out than this a normal deviate adds nothing. */
#define NEVER 9.0

#define MOST_STEPS 50
#define SETTLED    1e-12

/* Where s is the spread that is measured for 1, df·s² is chi-square. */
typedef struct {
  guint n;
  double reach[MOST_NODES], weight[MOST_NODES]; /* critical·s, and how much it counts for */
} Spread;

/* Of u = log (s), but for a constant: its top is at u = 0. */
static double
density (double u, double df) {
  return exp (df * u - df * expm1 (2 * u) / 2);
}

static double
far_end (double step, double df) {
  double u = step;
  while (density (u, df) > 1e-13)
    u += step;
  return u;
}

static void
spread_init (Spread *spread, double critical, double df) {
  double changes = fmin (1 / sqrt (2 * df), 1 / (critical + 1)), all = 0;
  double lower = far_end (-changes, df), upper = far_end (changes, df);
  spread->n = (guint) fmin (ceil ((upper - lower) / (STEP * changes)) + 1, MOST_NODES);
  for (guint i = 0; i < spread->n; i++) {
    double u = lower + (upper - lower) * i / (spread->n - 1);
    spread->reach[i] = critical * exp (u);
    all += spread->weight[i] = density (u, df);
  }
  for (guint i = 0; i < spread->n; i++)
    spread->weight[i] /= all;
}

static double
normal_above (double z) {
  return erfc (z / G_SQRT2) / 2;
}

static double
normal_density (double z) {
  return exp (-z * z / 2) / sqrt (2 * G_PI);
}

/* How often a shift is seen, and how fast that grows with it. */
static double
power_of (const Spread *spread, double shift, double *growth) {
  double power = 0;
  *growth = 0;
  for (guint i = 0; i < spread->n; i++) {
    double above = spread->reach[i] - shift, below = spread->reach[i] + shift;
    if (above < NEVER) {
      power += spread->weight[i] * normal_above (above);
      *growth += spread->weight[i] * normal_density (above);
    }
    if (below < NEVER) {
      power += spread->weight[i] * normal_above (below);
      *growth -= spread->weight[i] * normal_density (below);
    }
  }
  return power;
}

/* Newton's steps, held inside what is known of the root. */
static gboolean
solve (const Spread *spread, double start, double *shift) {
  double lower = 0, upper = INFINITY, at = start;
  for (int i = 0; i < MOST_STEPS; i++) {
    double growth, missing = POWER - power_of (spread, at, &growth), next = at + missing / growth;
    if (missing > 0)
      lower = at;
    else
      upper = at;
    if (!(next > lower && next < upper))
      next = isinf (upper) ? 2 * at : (lower + upper) / 2;
    if (fabs (next - at) <= SETTLED * next) {
      *shift = next;
      return TRUE;
    }
    at = next;
  }
  return FALSE;
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
  Spread spread;
  spread_init (&spread, seen.critical, (double) df);
  if (!solve (&spread, seen.critical + 1, &seen.shift))
    return UT_OUTCOME_NOT_CONVERGED;
  seen.slope = seen.shift * slope_se;
  *result = seen;
  return UT_OUTCOME_OK;
}
