/* Averaged over the priors that the units leave possible, each by its likelihood; no single one is taken for known. */
#include "statistics/shrink_model.h"

#include "statistics/numeric.h"

#include <math.h>
#include <stdlib.h>

#define N_SPREADS 40
#define N_LEVELS  21
#define N_PRIORS  (N_SPREADS * N_LEVELS)
/* On either side of the common level. */
#define STANDARD_ERRORS 4
/* What all priors together weigh that are left out: far below what a limit is told with. */
#define LEFT_OUT 1e-12
/* Logits and logarithms whose share or rate is not told from none, or from all. */
#define FARTHEST 600
/* Newton's steps, on the scale of the logit or logarithm: what is left after a short one is its square. */
#define MOST_STEPS   20
#define LONGEST_STEP 1.0
#define SHORT_STEP   1e-7

typedef struct {
  double weight; /* all together: 1 */
  UtShrinkPrior prior;
  double on_scale, spread;
} Point;

typedef struct {
  const UtShrinkModel *model;
  Point points[N_PRIORS]; /* the heaviest first */
  guint n;
} Mixture;

static double
standard_error (const UtShrinkModel *model, const UtShrinkUnits *units, double level, double spread) {
  double precision = 0;
  for (gsize i = 0; i < units->k; i++)
    precision += 1 / model->variance (units->n[i], level, spread);
  return 1 / sqrt (precision);
}

static double
log_weight (const UtShrinkModel *model, const UtShrinkUnits *units, const UtShrinkPrior *prior) {
  double sum = (double) units->k * model->log_prior (prior);
  for (gsize i = 0; i < units->k; i++)
    sum += model->log_both (units->x[i], units->n[i], prior);
  return sum;
}

/* Equal steps of the level hold equal parts of it, so their width is a part of the weight. */
static void
weigh_level (Mixture *mixture, const UtShrinkUnits *units, double spread) {
  const UtShrinkModel *model = mixture->model;
  double level = model->start (units), centre = model->to_scale (level);
  double se = standard_error (model, units, level, spread);
  for (int i = 0; i < N_LEVELS; i++) {
    double on_scale = CLAMP (centre + STANDARD_ERRORS * se * (2.0 * i / (N_LEVELS - 1) - 1), -FARTHEST, FARTHEST);
    UtShrinkPrior prior = model->prior (on_scale, spread);
    mixture->points[mixture->n++] = (Point){ log_weight (model, units, &prior) + log (se), prior, on_scale, spread };
  }
}

static int
heavier (const void *a, const void *b) {
  const Point *first = a, *second = b;
  return (first->weight < second->weight) - (first->weight > second->weight);
}

static gboolean
weigh (Mixture *mixture, const UtShrinkUnits *units) {
  double all = 0, kept = 0;
  for (int i = 0; i < N_SPREADS; i++)
    weigh_level (mixture, units, mixture->model->most_spread * (i + 0.5) / N_SPREADS);
  for (guint i = 0; i < N_PRIORS; i++)
    if (isnan (mixture->points[i].weight))
      return FALSE;
  qsort (mixture->points, N_PRIORS, sizeof (Point), heavier);
  double most = mixture->points[0].weight;
  for (guint i = 0; i < N_PRIORS; i++)
    all += mixture->points[i].weight = exp (mixture->points[i].weight - most);
  for (mixture->n = 0; mixture->n < N_PRIORS && kept < 1 - LEFT_OUT; mixture->n++)
    kept += mixture->points[mixture->n].weight /= all;
  return isfinite (all);
}

typedef struct {
  const Mixture *mixture;
  double x, n, tail;
  gboolean upper_tail;
} Limit;

static UtLogTail
tail_at (const Limit *limit, double on_scale) {
  const Mixture *mixture = limit->mixture;
  double tail = 0, density = 0;
  for (guint i = 0; i < mixture->n; i++) {
    const Point *point = &mixture->points[i];
    UtLogTail one = mixture->model->log_tail (limit->x, limit->n, &point->prior, on_scale, limit->upper_tail);
    tail += point->weight * exp (one.tail);
    density += point->weight * exp (one.density);
  }
  return (UtLogTail){ log (tail), log (density) };
}

static double
excess (double on_scale, void *data) {
  const Limit *limit = data;
  return tail_at (limit, on_scale).tail - log (limit->tail);
}

/* Newton's steps on the logarithm of the tail, which is close to concave. FALSE: where it is not. */
static gboolean
step_to_limit (const Limit *limit, double guess, double *on_scale) {
  *on_scale = guess;
  for (int i = 0; i < MOST_STEPS; i++) {
    UtLogTail at = tail_at (limit, *on_scale);
    double step = (at.tail - log (limit->tail)) * exp (at.tail - at.density);
    if (!(fabs (step) <= LONGEST_STEP))
      return FALSE;
    *on_scale += limit->upper_tail ? step : -step;
    if (fabs (step) <= SHORT_STEP)
      return TRUE;
  }
  return FALSE;
}

/* Begins at the limit by the heaviest prior, or, where that is too far out to be found, at the estimate. */
static gboolean
find_limit (const Mixture *mixture, double x, double n, double tail, gboolean upper_tail, double *limit) {
  Limit search = { mixture, x, n, tail, upper_tail };
  const UtShrinkPrior *heaviest = &mixture->points[0].prior;
  double guess, on_scale, end = upper_tail ? FARTHEST : -FARTHEST;
  if (!mixture->model->quantile (x, n, heaviest, tail, upper_tail, &guess))
    guess = CLAMP (mixture->model->to_scale (mixture->model->mean (x, n, heaviest)), -FARTHEST, FARTHEST);
  if (!step_to_limit (&search, guess, &on_scale)) {
    if ((mixture->model->at_most_all || !upper_tail) && excess (end, &search) >= 0)
      on_scale = upper_tail ? INFINITY : -INFINITY;
    else if (!isfinite (guess)
             || !ut_numeric_root (excess, &search, !upper_tail, guess - 0.05, guess + 0.05, &on_scale))
      return FALSE;
  }
  *limit = mixture->model->level_of (on_scale);
  return TRUE;
}

static UtOutcome
estimate_units (const Mixture *mixture, const UtShrinkUnits *own, double level, double *estimate,
                UtInterval *interval) {
  double tail = (1 - level) / 2;
  for (gsize i = 0; i < own->k; i++) {
    double x = own->x[i], n = own->n[i];
    estimate[i] = 0;
    for (guint k = 0; k < mixture->n; k++)
      estimate[i] += mixture->points[k].weight * mixture->model->mean (x, n, &mixture->points[k].prior);
    if (!find_limit (mixture, x, n, tail, FALSE, &interval[i].lower)
        || !find_limit (mixture, x, n, tail, TRUE, &interval[i].upper))
      return UT_OUTCOME_NOT_CONVERGED;
  }
  return UT_OUTCOME_OK;
}

static UtShrinkAveraged
describe (const Mixture *mixture) {
  UtShrinkAveraged averaged = { 0 };
  for (guint i = 0; i < mixture->n; i++) {
    const Point *point = &mixture->points[i];
    averaged.level += point->weight * mixture->model->level_of (point->on_scale);
    averaged.spread += point->weight * point->spread * point->spread;
  }
  return averaged;
}

UtOutcome
ut_shrink_averaged (UtShrinkKind kind, const double *x, const double *n, gsize k, const double *own_x,
                    const double *own_n, gsize n_own, double level, double *estimate, UtInterval *interval,
                    UtShrinkAveraged *averaged) {
  const UtShrinkModel *model = kind == UT_SHRINK_SHARES ? &ut_shrink_of_shares : &ut_shrink_of_rates;
  UtShrinkUnits units = { .x = x, .n = n, .k = k }, own = { .x = own_x, .n = own_n, .k = n_own };
  UtOutcome outcome = ut_shrink_check_units (model, &units, 2);
  if (outcome == UT_OUTCOME_OK)
    outcome = ut_shrink_check_units (model, &own, 0);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  g_autofree Mixture *mixture = g_new0 (Mixture, 1);
  mixture->model = model;
  if (!weigh (mixture, &units))
    return UT_OUTCOME_NOT_CONVERGED;
  outcome = estimate_units (mixture, &own, level, estimate, interval);
  if (outcome == UT_OUTCOME_OK)
    *averaged = describe (mixture);
  return outcome;
}
