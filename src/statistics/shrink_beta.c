/* Shares: Beta priors of binomial counts. */
#include "statistics/shrink_model.h"

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>

static double
log_unit (double x, double n) {
  int sign;
  return lgamma_r (n + 1, &sign) - lgamma_r (x + 1, &sign) - lgamma_r (n - x + 1, &sign);
}

static double
log_both (double x, double n, const UtShrinkPrior *prior) {
  int sign;
  return lgamma_r (x + prior->a, &sign) + lgamma_r (n - x + prior->b, &sign)
         - lgamma_r (n + prior->a + prior->b, &sign);
}

static double
log_prior (const UtShrinkPrior *prior) {
  int sign;
  return lgamma_r (prior->a + prior->b, &sign) - lgamma_r (prior->a, &sign) - lgamma_r (prior->b, &sign);
}

static double
log_alike (double x, double n, double share) {
  return x * log (share) + (n - x) * log1p (-share);
}

/* Tarone's: units vary more than shares of one binomial do. */
static double
excess (double x, double n, double share) {
  double away = x - n * share;
  return away * away / (share * (1 - share)) - n;
}

static UtOutcome
by_moments (const UtShrinkUnits *units, UtShrinkPrior *prior) {
  double share = units->events / units->all, within = share * (1 - share), squares = 0, spread = 0;
  for (gsize i = 0; i < units->k; i++) {
    double away = units->x[i] / units->n[i] - share;
    spread += units->n[i] * away * away;
    squares += units->n[i] * units->n[i];
  }
  double free_units = (double) units->k - 1;
  double rho = (spread - free_units * within) / (within * (units->all - squares / units->all - free_units));
  if (!(rho > 0) || !isfinite (rho))
    return UT_OUTCOME_NO_VARIATION;
  if (rho >= 1)
    return UT_OUTCOME_NOT_CONVERGED;
  *prior = (UtShrinkPrior){ share * (1 / rho - 1), (1 - share) * (1 / rho - 1) };
  return UT_OUTCOME_OK;
}

static double
size_of (const UtShrinkPrior *prior) {
  return prior->a + prior->b;
}

static double
rise (double from, double by) {
  return ut_digamma (from + by) - ut_digamma (from);
}

/* Falls with the share: the likelihood is concave in it. */
static double
share_slope (double logit, void *data) {
  const UtShrinkProfile *profile = data;
  const UtShrinkUnits *units = profile->units;
  double a = profile->size / (1 + exp (-logit)), b = profile->size / (1 + exp (logit)), sum = 0;
  for (gsize i = 0; i < units->k; i++)
    sum += rise (a, units->x[i]) - rise (b, units->n[i] - units->x[i]);
  return sum;
}

static double
slope (double log_size, void *data) {
  UtShrinkProfile *profile = data;
  const UtShrinkUnits *units = profile->units;
  double logit, guess = log (units->events) - log (units->all - units->events), sum = 0;
  profile->size = exp (log_size);
  if (!ut_numeric_root (share_slope, profile, FALSE, guess - 0.1, guess + 0.1, &logit))
    return NAN;
  double share = 1 / (1 + exp (-logit)), others = 1 / (1 + exp (logit));
  profile->prior = (UtShrinkPrior){ share * profile->size, others * profile->size };
  for (gsize i = 0; i < units->k; i++)
    sum += share * rise (profile->prior.a, units->x[i]) + others * rise (profile->prior.b, units->n[i] - units->x[i])
           - rise (profile->size, units->n[i]);
  return sum;
}

static double
mean (double x, double n, const UtShrinkPrior *prior) {
  return (x + prior->a) / (n + prior->a + prior->b);
}

static UtLogTail
log_tail (double x, double n, const UtShrinkPrior *prior, double logit, gboolean upper_tail) {
  return ut_beta_log_tail (x + prior->a, n - x + prior->b, logit, upper_tail);
}

static gboolean
quantile (double x, double n, const UtShrinkPrior *prior, double tail, gboolean upper_tail, double *logit) {
  return ut_beta_quantile_logit (x + prior->a, n - x + prior->b, tail, upper_tail, logit);
}

static double
share_of (double logit) {
  return 1 / (1 + exp (-logit));
}

static double
logit_of (double share) {
  return log (share) - log1p (-share);
}

static double
start (const UtShrinkUnits *units) {
  return (units->events + 0.5) / (units->all + 1);
}

static double
variance (double n, double share, double root_correlation) {
  return (1 + (n - 1) * root_correlation * root_correlation) / (n * share * (1 - share));
}

static UtShrinkPrior
prior_at (double logit, double root_correlation) {
  double size = 1 / (root_correlation * root_correlation) - 1;
  return (UtShrinkPrior){ size / (1 + exp (-logit)), size / (1 + exp (logit)) };
}

const UtShrinkModel ut_shrink_of_shares = {
  .at_most_all = TRUE,
  .log_unit = log_unit,
  .log_both = log_both,
  .log_prior = log_prior,
  .log_alike = log_alike,
  .excess = excess,
  .by_moments = by_moments,
  .size = size_of,
  .usual_log_size = 3,
  .slope = slope,
  .mean = mean,
  .log_tail = log_tail,
  .quantile = quantile,
  .level_of = share_of,
  .most_spread = 0.5,
  .start = start,
  .variance = variance,
  .to_scale = logit_of,
  .prior = prior_at,
};

UtOutcome
ut_shrink_beta_binomial (const double *x, const double *n, gsize k, UtShrinkMethod method, double level,
                         double *estimate, UtInterval *interval, UtBetaPrior *prior) {
  UtShrinkUnits units = { .x = x, .n = n, .k = k };
  UtShrinkPrior found;
  double likelihood;
  UtOutcome outcome
      = ut_shrink_plug_in (&ut_shrink_of_shares, &units, method, level, estimate, interval, &found, &likelihood);
  if (outcome == UT_OUTCOME_OK)
    *prior = (UtBetaPrior){ found.a, found.b, 1 / (1 + found.a + found.b), likelihood };
  return outcome;
}
