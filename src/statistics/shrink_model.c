#include "statistics/shrink_model.h"

#include "statistics/numeric.h"

#include <math.h>

/* Rounding of a log-likelihood of whole municipalities. */
#define LEAST_GAIN 1e-6

UtOutcome
ut_shrink_check_units (const UtShrinkModel *model, UtShrinkUnits *units, gsize least) {
  units->events = units->all = 0;
  if (units->k < least)
    return UT_OUTCOME_TOO_FEW_POINTS;
  for (gsize i = 0; i < units->k; i++) {
    double x = units->x[i], n = units->n[i];
    if (!(n > 0) || !isfinite (n))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!ut_numeric_denominator (n) || !(x >= 0) || !ut_numeric_usable (x) || (model->at_most_all && x > n))
      return UT_OUTCOME_BAD_INPUT;
    units->events += x;
    units->all += n;
  }
  return UT_OUTCOME_OK;
}

static double
log_likelihood (const UtShrinkModel *model, const UtShrinkUnits *units, const UtShrinkPrior *prior) {
  double sum = 0, each = model->log_prior (prior);
  for (gsize i = 0; i < units->k; i++)
    sum += model->log_unit (units->x[i], units->n[i]) + (model->log_both (units->x[i], units->n[i], prior) + each);
  return sum;
}

static double
likelihood_alike (const UtShrinkModel *model, const UtShrinkUnits *units) {
  double sum = 0;
  for (gsize i = 0; i < units->k; i++)
    sum += model->log_unit (units->x[i], units->n[i])
           + model->log_alike (units->x[i], units->n[i], units->events / units->all);
  return sum;
}

static gboolean
overdispersed (const UtShrinkModel *model, const UtShrinkUnits *units) {
  double sum = 0;
  for (gsize i = 0; i < units->k; i++)
    sum += model->excess (units->x[i], units->n[i], units->events / units->all);
  return sum > 0;
}

/* One large unit near the mean makes the likelihood fall at first, also where the small ones lie far apart. */
static UtOutcome
beyond_the_score (const UtShrinkModel *model, UtShrinkProfile *profile) {
  double log_size;
  if (!ut_numeric_inner_peak (model->slope, profile, &log_size))
    return UT_OUTCOME_NO_VARIATION;
  model->slope (log_size, profile);
  return log_likelihood (model, profile->units, &profile->prior) > likelihood_alike (model, profile->units) + LEAST_GAIN
             ? UT_OUTCOME_OK
             : UT_OUTCOME_NO_VARIATION;
}

static UtOutcome
by_likelihood (const UtShrinkModel *model, const UtShrinkUnits *units, UtShrinkPrior *prior) {
  UtShrinkProfile profile = { .units = units };
  UtOutcome outcome = UT_OUTCOME_OK;
  if (overdispersed (model, units)) {
    UtShrinkPrior start;
    double log_size,
        guess = model->by_moments (units, &start) == UT_OUTCOME_OK ? log (model->size (&start)) : model->usual_log_size;
    if (!ut_numeric_root (model->slope, &profile, FALSE, guess - 0.3, guess + 0.3, &log_size))
      return UT_OUTCOME_NOT_CONVERGED;
    model->slope (log_size, &profile);
  } else {
    outcome = beyond_the_score (model, &profile);
  }
  *prior = profile.prior;
  return outcome;
}

UtOutcome
ut_shrink_plug_in (const UtShrinkModel *model, UtShrinkUnits *units, UtShrinkMethod method, double level,
                   double *estimate, UtInterval *interval, UtShrinkPrior *prior, double *likelihood) {
  UtOutcome outcome = ut_shrink_check_units (model, units, 2);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!(units->events > 0) || (model->at_most_all && units->events >= units->all))
    return UT_OUTCOME_NO_EVENTS;
  if (!ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  outcome = method == UT_SHRINK_MOMENTS ? model->by_moments (units, prior) : by_likelihood (model, units, prior);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double tail = (1 - level) / 2, lower, upper;
  for (gsize i = 0; i < units->k; i++) {
    double x = units->x[i], n = units->n[i];
    if (!model->quantile (x, n, prior, tail, FALSE, &lower) || !model->quantile (x, n, prior, tail, TRUE, &upper))
      return UT_OUTCOME_NOT_CONVERGED;
    interval[i] = (UtInterval){ model->level_of (lower), model->level_of (upper) };
    estimate[i] = model->mean (x, n, prior);
  }
  *likelihood = log_likelihood (model, units, prior);
  return UT_OUTCOME_OK;
}
