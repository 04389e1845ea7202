/* A straight line through values (least squares), shares (logit) or rates (log), with an offset. */
#include "statistics/guarded.h"

#include "statistics/numeric.h"

#include <math.h>

#define MOST_STEPS 100

/* Steps are in standard errors. */
#define SETTLED 1e-11

/* Where so little of what the points tell is left at the likeliest line, it has none: all events are at one end. */
#define NOTHING_LEFT 1e-8

static double
offset_of (const UtTrendPoints *points, gsize i) {
  return points->offset != NULL ? points->offset[i] : 0;
}

static UtOutcome
check_point (const UtTrendPoints *points, gsize i) {
  if (!ut_numeric_usable (points->time[i]) || !ut_numeric_usable (offset_of (points, i))
      || (i > 0 && !(points->time[i] > points->time[i - 1])))
    return UT_OUTCOME_BAD_INPUT;
  if (points->model == UT_MODEL_VALUE)
    return ut_numeric_usable (points->value[i]) ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT;
  double n = points->persons[i], x = points->events[i];
  if (!(n > 0) || !isfinite (n))
    return UT_OUTCOME_NO_DENOMINATOR;
  gboolean fits
      = ut_numeric_denominator (n) && x >= 0 && ut_numeric_usable (x) && (points->model != UT_MODEL_SHARE || x <= n);
  return fits ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT;
}

UtOutcome
ut_guarded_check (const UtTrendPoints *points) {
  double events = 0, others = 0;
  if (points->n < 4)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_usable (points->least_dispersion) || points->least_dispersion < 0)
    return UT_OUTCOME_BAD_INPUT;
  for (gsize i = 0; i < points->n; i++) {
    UtOutcome outcome = check_point (points, i);
    if (outcome != UT_OUTCOME_OK)
      return outcome;
    if (points->model != UT_MODEL_VALUE) {
      events += points->events[i];
      others += points->persons[i] - points->events[i];
    }
  }
  gboolean nothing = points->model != UT_MODEL_VALUE && !(events > 0);
  gboolean everything = points->model == UT_MODEL_SHARE && !(others > 0);
  return nothing || everything ? UT_OUTCOME_NO_EVENTS : UT_OUTCOME_OK;
}

typedef struct {
  const UtTrendPoints *points;
  double centre;           /* of the times, to measure them from */
  double intercept, slope; /* of the line now */
  double weight, mean, xx; /* of the times from the centre, each by the information of its point */
} Line;

static double
time_of (const Line *line, gsize i) {
  return line->points->time[i] - line->centre;
}

/* The mean of a point by the line, and how much it tells of it. */
static double
fitted (const Line *line, double intercept, double slope, gsize i, double *information) {
  const UtTrendPoints *points = line->points;
  double scale = intercept + slope * time_of (line, i) + offset_of (points, i), n = points->persons[i];
  double mean = points->model == UT_MODEL_SHARE ? n / (1 + exp (-scale)) : n * exp (scale);
  if (information != NULL)
    *information = points->model == UT_MODEL_SHARE ? mean / (1 + exp (scale)) : mean;
  return mean;
}

static double
log_or_zero (double times, double ratio) {
  return times > 0 ? times * log (ratio) : 0;
}

/* Twice what the likelihood falls short of the points themselves. */
static double
deviance_at (const UtTrendPoints *points, gsize i, double mean) {
  double x = points->events[i], n = points->persons[i];
  double missed = log_or_zero (x, x / mean);
  return points->model == UT_MODEL_SHARE ? 2 * (missed + log_or_zero (n - x, (n - x) / (n - mean)))
                                         : 2 * (missed - (x - mean));
}

static double
deviance (const Line *line, double intercept, double slope) {
  double sum = 0;
  for (gsize i = 0; i < line->points->n; i++)
    sum += deviance_at (line->points, i, fitted (line, intercept, slope, i, NULL));
  return sum;
}

static void
weigh (Line *line) {
  line->weight = line->mean = line->xx = 0;
  for (gsize i = 0; i < line->points->n; i++) {
    double w;
    fitted (line, line->intercept, line->slope, i, &w);
    line->weight += w;
    line->mean += w * time_of (line, i);
  }
  line->mean /= line->weight;
  for (gsize i = 0; i < line->points->n; i++) {
    double w, away = time_of (line, i) - line->mean;
    fitted (line, line->intercept, line->slope, i, &w);
    line->xx += w * away * away;
  }
}

/* One Newton step, halved until the deviance does not rise; FALSE when it cannot be taken. */
static gboolean
take_step (Line *line, double *moved) {
  double over = 0, tilt = 0, before = deviance (line, line->intercept, line->slope);
  weigh (line);
  for (gsize i = 0; i < line->points->n; i++) {
    double residual = line->points->events[i] - fitted (line, line->intercept, line->slope, i, NULL);
    over += residual;
    tilt += residual * (time_of (line, i) - line->mean);
  }
  double slope = tilt / line->xx, level = over / line->weight - slope * line->mean;
  if (!isfinite (slope) || !isfinite (level) || !isfinite (before))
    return FALSE;
  for (double part = 1; part > 1e-10; part /= 2) {
    double after = deviance (line, line->intercept + part * level, line->slope + part * slope);
    if (!(after <= before + 1e-12 * (1 + fabs (before))))
      continue;
    *moved = fmax (fabs (part * slope) * sqrt (line->xx), fabs (part * over / sqrt (line->weight)));
    line->intercept += part * level;
    line->slope += part * slope;
    return TRUE;
  }
  return FALSE;
}

static double
middle (const double *values, gsize n) {
  double sum = 0;
  for (gsize i = 0; i < n; i++)
    sum += values[i] - values[0];
  return values[0] + sum / (double) n;
}

/* FALSE: it does not settle. The slope is infinite when the steeper is the likelier. */
static gboolean
solve (Line *line) {
  const UtTrendPoints *points = line->points;
  double events = 0, persons = 0, offsets = 0, moved = 1;
  for (gsize i = 0; i < points->n; i++) {
    events += points->events[i];
    persons += points->persons[i];
    offsets += offset_of (points, i) / (double) points->n;
  }
  double level = points->model == UT_MODEL_SHARE ? log (events / (persons - events)) : log (events / persons);
  line->intercept = level - offsets;
  weigh (line);
  double level_tells = line->xx;
  for (int i = 0; i < MOST_STEPS && moved > SETTLED; i++)
    if (!take_step (line, &moved))
      return FALSE;
  weigh (line);
  if (!(line->xx > NOTHING_LEFT * level_tells))
    line->slope = line->slope > 0 ? INFINITY : -INFINITY;
  return moved <= SETTLED;
}

static UtOutcome
fit_counts (const UtTrendPoints *points, UtGuardedFit *fit) {
  Line line = { .points = points, .centre = middle (points->time, points->n) };
  if (!solve (&line))
    return UT_OUTCOME_NOT_CONVERGED;
  *fit = (UtGuardedFit){ .slope = line.slope, .se = 1 / sqrt (line.xx) };
  if (isinf (line.slope)) {
    fit->se = INFINITY;
    return UT_OUTCOME_OK;
  }
  fit->fit = fmax (deviance (&line, line.intercept, line.slope), 0);
  for (gsize i = 0; i < points->n; i++) {
    double variance, residual = points->events[i] - fitted (&line, line.intercept, line.slope, i, &variance);
    fit->left += residual * residual / variance;
  }
  return isfinite (fit->left) && isfinite (fit->fit) ? UT_OUTCOME_OK : UT_OUTCOME_NOT_CONVERGED;
}

static UtOutcome
fit_values (const UtTrendPoints *points, UtGuardedFit *fit) {
  g_autofree double *y = g_new (double, points->n);
  double xx = 0, xy = 0, squares = 0, t = middle (points->time, points->n);
  for (gsize i = 0; i < points->n; i++)
    y[i] = points->value[i] - offset_of (points, i);
  double v = middle (y, points->n);
  for (gsize i = 0; i < points->n; i++) {
    xx += (points->time[i] - t) * (points->time[i] - t);
    xy += (points->time[i] - t) * (y[i] - v);
  }
  for (gsize i = 0; i < points->n; i++) {
    double residual = y[i] - v - xy / xx * (points->time[i] - t);
    squares += residual * residual;
  }
  *fit = (UtGuardedFit){ .slope = xy / xx, .se = 1 / sqrt (xx), .fit = squares, .left = squares };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_guarded_line (const UtTrendPoints *points, UtGuardedFit *fit) {
  return points->model == UT_MODEL_VALUE ? fit_values (points, fit) : fit_counts (points, fit);
}

/* The level of some points, and what they add to the fit. */
static double
add_level (const UtTrendPoints *points, gsize from, gsize to, UtGuardedFit *fit, double *variance) {
  double events = 0, persons = 0;
  gboolean values = points->model == UT_MODEL_VALUE, share = points->model == UT_MODEL_SHARE;
  for (gsize i = from; i < to; i++) {
    events += values ? points->value[i] : points->events[i];
    persons += values ? 1 : points->persons[i];
  }
  double level = events / persons, spread = share ? level * (1 - level) : level;
  for (gsize i = from; i < to; i++) {
    double residual = values ? points->value[i] - level : points->events[i] - points->persons[i] * level;
    if (values)
      fit->fit += residual * residual;
    else if (spread > 0)
      fit->fit += deviance_at (points, i, points->persons[i] * level);
    if (values || spread > 0)
      fit->left += values ? residual * residual : residual * residual / (points->persons[i] * spread);
  }
  *variance += 1 / (values ? persons : persons * spread);
  return values ? level : share ? log (level / (1 - level)) : log (level);
}

void
ut_guarded_step (const UtTrendPoints *points, gsize after, UtGuardedFit *fit) {
  double variance = 0;
  *fit = (UtGuardedFit){ .slope = 0 };
  double before = add_level (points, 0, after, fit, &variance);
  fit->slope = add_level (points, after, points->n, fit, &variance) - before;
  fit->se = sqrt (variance);
}
