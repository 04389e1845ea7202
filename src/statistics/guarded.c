/* A trend whose error is widened by what short series hide, and a step that must beat it. */
#include "statistics/guarded.h"

#include "statistics/distribution.h"
#include "statistics/memory.h"
#include "statistics/numeric.h"

#include <math.h>

/* Points that a jump needs, and on either side of it. */
enum { POINTS_JUMP = 6, POINTS_SIDE = 2 };

/* Sampling noise has no memory, so counts are assumed to have less. */
#define MEMORY_VALUES 0.4
#define MEMORY_COUNTS 0.2

#define LEVEL           0.05
#define LEVEL_STEP      0.02
#define STRONG_EVIDENCE 6 /* Kass & Raftery 1995, on the scale of deviances */

static double
dispersion_of (const UtTrendPoints *points, const UtGuardedFit *fit) {
  return fmax (points->least_dispersion, fit->left / (double) (points->n - 2));
}

/* Without a slope there is no t; an infinite one, of a line or a step that has all events on one side, has no error to
 * measure it by. */
static double
ratio (double slope, double error) {
  return slope == 0 || isinf (error) ? 0 : slope / error;
}

/* What is left is that of the values as they are: an offset of shares has no such scale. */
static double
lag1_of (const UtTrendPoints *points) {
  g_autofree double *value = g_new (double, points->n);
  for (gsize i = 0; i < points->n; i++)
    value[i] = points->model != UT_MODEL_VALUE ? points->events[i] / points->persons[i]
                                               : points->value[i] - (points->offset ? points->offset[i] : 0);
  return ut_memory_lag1 (points->time, value, points->n);
}

static UtOutcome
test_line (const UtTrendPoints *points, UtGuardedFit *line, UtGuardedTrend *result) {
  double df = (double) points->n - 2, critical;
  UtOutcome outcome = ut_guarded_line (points, line);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  result->lag1 = lag1_of (points);
  result->memory
      = ut_memory_of (points->model == UT_MODEL_VALUE ? MEMORY_VALUES : MEMORY_COUNTS, result->lag1, points->n);
  outcome = ut_trend_guard (points->time, points->n, result->memory, 0, &result->guard);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  result->df = points->n - 2;
  result->slope = line->slope;
  result->dispersion = dispersion_of (points, line);
  result->slope_se = line->se * sqrt (result->dispersion);
  result->t = ratio (result->slope, result->slope_se);
  result->p = ut_student_p (result->t / result->guard, df);
  if (!ut_student_quantile (1 - LEVEL, df, &critical))
    return UT_OUTCOME_NOT_CONVERGED;
  double half = critical * result->slope_se * result->guard;
  result->slope_interval
      = isinf (half) ? (UtInterval){ -INFINITY, INFINITY } : (UtInterval){ result->slope - half, result->slope + half };
  return UT_OUTCOME_OK;
}

static gsize
best_step (const UtTrendPoints *points, UtGuardedFit *best) {
  gsize where = 0;
  for (gsize after = POINTS_SIDE; after + POINTS_SIDE <= points->n; after++) {
    UtGuardedFit fit;
    ut_guarded_step (points, after, &fit);
    if (where != 0 && !(fit.fit < best->fit))
      continue;
    *best = fit;
    where = after;
  }
  return where;
}

/* How much better the step describes the series than the line; what rounding leaves is never too little. */
static double
evidence_of (const UtTrendPoints *points, const UtGuardedFit *line, const UtGuardedFit *step) {
  double least = points->least_dispersion, df = (double) points->n - 2;
  if (points->model != UT_MODEL_VALUE)
    return (line->fit - step->fit) / fmax (least, fmin (line->fit, step->fit) / df);
  double of_line = fmax (line->fit, df * least), of_step = fmax (step->fit, df * least);
  return of_line > 0 ? (double) points->n * log (of_line / of_step) : NAN;
}

static UtOutcome
test_step (const UtTrendPoints *points, const UtGuardedFit *line, UtGuardedTrend *result) {
  UtGuardedFit step;
  double guard, df = (double) points->n - 2;
  result->step_after = best_step (points, &step);
  UtOutcome outcome = ut_trend_guard (points->time, points->n, result->memory, result->step_after, &guard);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double error = step.se * sqrt (dispersion_of (points, &step)) * guard;
  result->step = step.slope;
  result->step_p = fmin (1, (df - 1) * ut_student_p (ratio (step.slope, error), df));
  /* Nothing changes: there is no telling a step from a line. */
  if (!isnan (result->lag1))
    result->evidence = evidence_of (points, line, &step);
  result->jump = result->step_p < LEVEL_STEP && result->evidence >= STRONG_EVIDENCE;
  return UT_OUTCOME_OK;
}

static int
side_of (double value) {
  return (value > 0) - (value < 0);
}

UtOutcome
ut_trend_guarded (const UtTrendPoints *points, UtGuardedTrend *result) {
  UtGuardedFit line;
  UtGuardedTrend found = { .step = NAN, .step_p = NAN, .evidence = NAN };
  UtOutcome outcome = ut_guarded_check (points);
  if (outcome == UT_OUTCOME_OK)
    outcome = test_line (points, &line, &found);
  if (outcome == UT_OUTCOME_OK && isnan (found.lag1) && !(found.dispersion > 0))
    outcome = UT_OUTCOME_NO_VARIATION;
  if (outcome == UT_OUTCOME_OK && points->offset == NULL && points->n >= POINTS_JUMP)
    outcome = test_step (points, &line, &found);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  found.side = found.jump ? side_of (found.step) : found.p < LEVEL ? side_of (found.slope) : 0;
  *result = found;
  return UT_OUTCOME_OK;
}
