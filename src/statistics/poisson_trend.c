#include <utsyn/trend.h>

#include "statistics/numeric.h"

#include <math.h>

#define MOST_STEPS 100

typedef struct {
  const double *count, *persons, *x;
  gsize n;
  double centre; /* x is measured from here while solving */
} Series;

static UtOutcome
check (const Series *series) {
  double events = 0;
  gboolean moves = FALSE;
  if (series->n < 3)
    return UT_OUTCOME_TOO_FEW_POINTS;
  for (gsize i = 0; i < series->n; i++) {
    if (!(series->persons[i] > 0) || !isfinite (series->persons[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!ut_numeric_denominator (series->persons[i]) || !(series->count[i] >= 0)
        || !ut_numeric_usable (series->count[i]) || !ut_numeric_usable (series->x[i]))
      return UT_OUTCOME_BAD_INPUT;
    events += series->count[i];
    moves = moves || series->x[i] != series->x[0];
  }
  return events <= 0 ? UT_OUTCOME_NO_EVENTS : moves ? UT_OUTCOME_OK : UT_OUTCOME_NO_VARIATION;
}

static double
fitted (const Series *series, gsize i, double intercept, double slope) {
  return exp (log (series->persons[i]) + intercept + slope * (series->x[i] - series->centre));
}

/* Without the parts that do not depend on the line. */
static double
log_likelihood (const Series *series, double intercept, double slope) {
  double sum = 0;
  for (gsize i = 0; i < series->n; i++)
    sum += series->count[i] * (intercept + slope * (series->x[i] - series->centre))
           - fitted (series, i, intercept, slope);
  return sum;
}

typedef struct {
  double intercept, slope;
  double mean, xx; /* of x from the centre, weighted by what is fitted; the sum of squares around it */
  double all;      /* fitted events */
} Line;

static void
weigh (const Series *series, Line *line) {
  line->all = line->mean = line->xx = 0;
  for (gsize i = 0; i < series->n; i++) {
    double m = fitted (series, i, line->intercept, line->slope);
    line->all += m;
    line->mean += m * (series->x[i] - series->centre);
  }
  line->mean /= line->all;
  for (gsize i = 0; i < series->n; i++) {
    double away = series->x[i] - series->centre - line->mean;
    line->xx += fitted (series, i, line->intercept, line->slope) * away * away;
  }
}

/* One Newton step, halved until the likelihood does not fall; FALSE when it cannot be taken. */
static gboolean
step (const Series *series, Line *line, double *moved) {
  weigh (series, line);
  double away = 0, over = 0;
  for (gsize i = 0; i < series->n; i++) {
    double residual = series->count[i] - fitted (series, i, line->intercept, line->slope);
    over += residual;
    away += residual * (series->x[i] - series->centre - line->mean);
  }
  double slope = away / line->xx, level = over / line->all,
         before = log_likelihood (series, line->intercept, line->slope);
  if (!isfinite (slope) || !isfinite (level) || !isfinite (before))
    return FALSE;
  for (double part = 1; part > 1e-10; part /= 2) {
    double new_slope = line->slope + part * slope;
    double new_intercept = line->intercept + part * (level - slope * line->mean);
    double after = log_likelihood (series, new_intercept, new_slope);
    if (!(after >= before - 1e-12 * fabs (before)))
      continue;
    *moved = MAX (fabs (part * slope) * sqrt (line->xx), fabs (part * level) * sqrt (line->all));
    line->slope = new_slope;
    line->intercept = new_intercept;
    return TRUE;
  }
  return FALSE;
}

static gboolean
solve (const Series *series, Line *line) {
  double events = 0, persons = 0, moved = 1;
  for (gsize i = 0; i < series->n; i++) {
    events += series->count[i];
    persons += series->persons[i];
  }
  *line = (Line){ .intercept = log (events / persons) };
  /* Steps in standard errors: where all events are at one end there is no largest likelihood, and they never shrink. */
  for (int i = 0; i < MOST_STEPS && moved > 1e-11; i++)
    if (!step (series, line, &moved))
      return FALSE;
  weigh (series, line);
  return moved <= 1e-11 && line->xx > 0;
}

static void
fit_quality (const Series *series, const Line *line, UtPoissonTrend *result) {
  double deviance = 0, pearson = 0;
  for (gsize i = 0; i < series->n; i++) {
    double m = fitted (series, i, line->intercept, line->slope), count = series->count[i];
    deviance += 2 * ((count > 0 ? count * log (count / m) : 0) - (count - m));
    /* Fitted 0 and seen 0: nothing is left. */
    pearson += m > 0 || count > 0 ? (count - m) / m * (count - m) : 0;
  }
  result->deviance = MAX (deviance, 0);
  result->df = series->n - 2;
  result->pearson = pearson / (double) result->df;
}

static double
middle (const double *x, gsize n) {
  double sum = 0;
  for (gsize i = 0; i < n; i++)
    sum += x[i] - x[0];
  return x[0] + sum / (double) n;
}

UtOutcome
ut_trend_poisson (const double *count, const double *persons, const double *x, gsize n, double origin, double level,
                  UtPoissonTrend *result) {
  Series series = { count, persons, x, n, 0 };
  UtOutcome outcome = check (&series);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_usable (origin) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  series.centre = middle (x, n);
  Line line;
  if (!solve (&series, &line))
    return UT_OUTCOME_NOT_CONVERGED;
  double from_mean = origin - series.centre - line.mean, se = 1 / sqrt (line.xx), half = ut_numeric_z (level) * se;
  UtPoissonTrend found = {
    .intercept = line.intercept + line.slope * (origin - series.centre),
    .slope = line.slope,
    .intercept_se = sqrt (1 / line.all + from_mean / line.xx * from_mean),
    .slope_se = se,
    .z = line.slope / se,
    .p = ut_numeric_normal_p (line.slope / se),
    .rate_ratio = exp (line.slope),
    .rate_ratio_interval = { exp (line.slope - half), exp (line.slope + half) },
  };
  fit_quality (&series, &line, &found);
  if (!isfinite (found.z) || !isfinite (found.pearson) || !isfinite (found.deviance))
    return UT_OUTCOME_NOT_CONVERGED;
  found.dispersion = MAX (1, found.pearson);
  found.p_dispersed = ut_numeric_normal_p (found.z / sqrt (found.dispersion));
  *result = found;
  return UT_OUTCOME_OK;
}
