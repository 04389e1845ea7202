/* Rates and ratios: Gamma priors of Poisson counts. */
#include "statistics/shrink_model.h"

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>

#define MOST_ROUNDS 100000
/* Events whose tail is too long a sum to add up for hundreds of priors. */
#define MANY 1e6

static double
log_unit (double x, double n) {
  int sign;
  return x * log (n) - lgamma_r (x + 1, &sign);
}

static double
log_both (double x, double n, const UtShrinkPrior *prior) {
  int sign;
  return lgamma_r (x + prior->a, &sign) - (x + prior->a) * log (prior->b + n);
}

static double
log_prior (const UtShrinkPrior *prior) {
  int sign;
  return prior->a * log (prior->b) - lgamma_r (prior->a, &sign);
}

static double
log_alike (double x, double n, double rate) {
  return x * log (rate) - n * rate;
}

/* The likelihood rises from no variation between units only where they vary more than Poisson counts do. */
static double
excess (double x, double n, double rate) {
  double away = x - n * rate;
  return away * away - x;
}

static double
mean (double x, double n, const UtShrinkPrior *prior) {
  return (x + prior->a) / (n + prior->b);
}

/* One round: the mean and spread of the estimates make the next distribution. FALSE: nothing is left between units. */
static gboolean
next_moments (const UtShrinkUnits *units, UtShrinkPrior *prior) {
  double k = (double) units->k, centre = 0, spread = 0;
  for (gsize i = 0; i < units->k; i++)
    centre += mean (units->x[i], units->n[i], prior) / k;
  for (gsize i = 0; i < units->k; i++) {
    double away = mean (units->x[i], units->n[i], prior) - centre;
    spread += (1 + prior->b / units->n[i]) * away * away / (k - 1);
  }
  if (!(spread > 1e-12 * centre * centre))
    return FALSE;
  *prior = (UtShrinkPrior){ centre * centre / spread, centre / spread };
  return TRUE;
}

static UtOutcome
by_moments (const UtShrinkUnits *units, UtShrinkPrior *prior) {
  *prior = (UtShrinkPrior){ 0 };
  for (int i = 0; i < MOST_ROUNDS; i++) {
    double last = prior->b;
    if (!next_moments (units, prior))
      return UT_OUTCOME_NO_VARIATION;
    if (fabs (prior->b - last) <= 1e-14 * prior->b)
      return UT_OUTCOME_OK;
  }
  return UT_OUTCOME_NOT_CONVERGED;
}

static double
shape_of (const UtShrinkPrior *prior) {
  return prior->a;
}

/* Falls with the rate, from above 0 to below. */
static double
rate_slope (double log_rate, void *data) {
  const UtShrinkProfile *profile = data;
  double sum = 0;
  for (gsize i = 0; i < profile->units->k; i++) {
    double part = 1 / (1 + profile->units->n[i] * exp (-log_rate));
    sum += profile->size * (1 - part) - profile->units->x[i] * part;
  }
  return sum;
}

static double
slope (double log_shape, void *data) {
  UtShrinkProfile *profile = data;
  const UtShrinkUnits *units = profile->units;
  double log_rate, sum = 0;
  profile->size = exp (log_shape);
  if (!ut_numeric_root (rate_slope, profile, FALSE, log_shape - 0.5, log_shape + 0.5, &log_rate))
    return NAN;
  profile->prior = (UtShrinkPrior){ profile->size, exp (log_rate) };
  for (gsize i = 0; i < units->k; i++)
    sum += ut_digamma (units->x[i] + profile->size) - ut_digamma (profile->size)
           - log1p (units->n[i] / profile->prior.b);
  return sum;
}

/* Wilson & Hilferty 1931, PNAS 17:684: the cube root of so many events is normal. */
static UtLogTail
log_tail_of_many (double shape, double log_events, gboolean upper_tail) {
  double ratio = cbrt (exp (log_events - log (shape)));
  double z = (ratio - 1 + 1 / (9 * shape)) * 3 * sqrt (shape);
  return (UtLogTail){ log (erfc ((upper_tail ? z : -z) / M_SQRT2) / 2),
                      log (ratio) + (log (shape / (2 * G_PI)) - z * z) / 2 };
}

static UtLogTail
log_tail (double x, double n, const UtShrinkPrior *prior, double log_rate, gboolean upper_tail) {
  double shape = x + prior->a, log_events = log_rate + log (n + prior->b);
  if (shape > MANY)
    return log_tail_of_many (shape, log_events, upper_tail);
  return ut_gamma_log_tail (shape, log_events, upper_tail);
}

static gboolean
quantile (double x, double n, const UtShrinkPrior *prior, double tail, gboolean upper_tail, double *log_rate) {
  double events;
  if (!ut_gamma_quantile (x + prior->a, tail, upper_tail, &events))
    return FALSE;
  *log_rate = log (events) - log (n + prior->b);
  return TRUE;
}

static double
start (const UtShrinkUnits *units) {
  return (units->events + 0.5) / units->all;
}

static double
variance (double n, double rate, double spread) {
  return 1 / (n * rate) + spread * spread;
}

static UtShrinkPrior
prior_at (double log_rate, double spread) {
  double shape = 1 / (spread * spread);
  return (UtShrinkPrior){ shape, shape * exp (-log_rate) };
}

const UtShrinkModel ut_shrink_of_rates = {
  .log_unit = log_unit,
  .log_both = log_both,
  .log_prior = log_prior,
  .log_alike = log_alike,
  .excess = excess,
  .by_moments = by_moments,
  .size = shape_of,
  .usual_log_size = 2,
  .slope = slope,
  .mean = mean,
  .log_tail = log_tail,
  .quantile = quantile,
  .level_of = exp,
  .most_spread = 1,
  .start = start,
  .variance = variance,
  .to_scale = log,
  .prior = prior_at,
};

UtOutcome
ut_shrink_gamma_poisson (const double *observed, const double *expected, gsize n, UtShrinkMethod method, double level,
                         double *estimate, UtInterval *interval, UtGammaPrior *prior) {
  UtShrinkUnits units = { .x = observed, .n = expected, .k = n };
  UtShrinkPrior found;
  double likelihood;
  UtOutcome outcome
      = ut_shrink_plug_in (&ut_shrink_of_rates, &units, method, level, estimate, interval, &found, &likelihood);
  if (outcome == UT_OUTCOME_OK)
    *prior = (UtGammaPrior){ found.a, found.b, likelihood };
  return outcome;
}
