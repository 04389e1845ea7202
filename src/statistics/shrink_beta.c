#include <utsyn/shrink.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>

/* Rounding of a log-likelihood of whole municipalities. */
#define LEAST_GAIN 1e-6

typedef struct {
  const double *x, *n;
  gsize k;
  double events, all;
} Units;

static UtOutcome
check (Units *units) {
  if (units->k < 2)
    return UT_OUTCOME_TOO_FEW_POINTS;
  for (gsize i = 0; i < units->k; i++) {
    if (!(units->n[i] > 0) || !isfinite (units->n[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!ut_numeric_denominator (units->n[i]) || !(units->x[i] >= 0 && units->x[i] <= units->n[i]))
      return UT_OUTCOME_BAD_INPUT;
    units->events += units->x[i];
    units->all += units->n[i];
  }
  return units->events > 0 && units->events < units->all ? UT_OUTCOME_OK : UT_OUTCOME_NO_EVENTS;
}

static UtOutcome
by_moments (const Units *units, UtBetaPrior *prior) {
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
  *prior = (UtBetaPrior){ .alpha = share * (1 / rho - 1), .beta = (1 - share) * (1 / rho - 1), .correlation = rho };
  return UT_OUTCOME_OK;
}

static double
rise (double from, double by) {
  return ut_digamma (from + by) - ut_digamma (from);
}

typedef struct {
  const Units *units;
  double size, share; /* alpha + beta, alpha/(alpha + beta) */
} Profile;

/* Falls with the share: the likelihood is concave in it. */
static double
share_slope (double logit, void *data) {
  Profile *profile = data;
  const Units *units = profile->units;
  double alpha = profile->size / (1 + exp (-logit)), beta = profile->size / (1 + exp (logit)), sum = 0;
  for (gsize i = 0; i < units->k; i++)
    sum += rise (alpha, units->x[i]) - rise (beta, units->n[i] - units->x[i]);
  return sum;
}

static double
size_slope (double log_size, void *data) {
  Profile *profile = data;
  const Units *units = profile->units;
  double logit, guess = log (units->events) - log (units->all - units->events), sum = 0;
  profile->size = exp (log_size);
  if (!ut_numeric_root (share_slope, profile, FALSE, guess - 0.1, guess + 0.1, &logit))
    return NAN;
  double share = profile->share = 1 / (1 + exp (-logit)), alpha = share * profile->size;
  double others = 1 / (1 + exp (logit)), beta = others * profile->size;
  for (gsize i = 0; i < units->k; i++)
    sum += share * rise (alpha, units->x[i]) + others * rise (beta, units->n[i] - units->x[i])
           - rise (profile->size, units->n[i]);
  return sum;
}

/* Tarone's: units vary more than shares of one binomial do. */
static gboolean
overdispersed (const Units *units) {
  double share = units->events / units->all, sum = 0;
  for (gsize i = 0; i < units->k; i++) {
    double away = units->x[i] - units->n[i] * share;
    sum += away * away / (share * (1 - share)) - units->n[i];
  }
  return sum > 0;
}

static UtBetaPrior
prior_of (const Profile *profile) {
  return (UtBetaPrior){
    .alpha = profile->share * profile->size,
    .beta = (1 - profile->share) * profile->size,
    .correlation = 1 / (1 + profile->size),
  };
}

static double
log_likelihood (const Units *units, const UtBetaPrior *prior) {
  double sum = 0, a = prior->alpha, b = prior->beta;
  int sign;
  for (gsize i = 0; i < units->k; i++) {
    double x = units->x[i], n = units->n[i];
    sum += lgamma_r (n + 1, &sign) - lgamma_r (x + 1, &sign) - lgamma_r (n - x + 1, &sign) + lgamma_r (x + a, &sign)
           + lgamma_r (n - x + b, &sign) - lgamma_r (n + a + b, &sign) - lgamma_r (a, &sign) - lgamma_r (b, &sign)
           + lgamma_r (a + b, &sign);
  }
  return sum;
}

/* Of binomial counts with one share. */
static double
null_likelihood (const Units *units) {
  double share = units->events / units->all, sum = 0;
  int sign;
  for (gsize i = 0; i < units->k; i++) {
    double x = units->x[i], n = units->n[i];
    sum += lgamma_r (n + 1, &sign) - lgamma_r (x + 1, &sign) - lgamma_r (n - x + 1, &sign) + x * log (share)
           + (n - x) * log1p (-share);
  }
  return sum;
}

/* One large unit near the mean makes the likelihood fall at first, also where the small ones lie far apart. */
static UtOutcome
beyond_the_score (const Units *units, UtBetaPrior *prior) {
  Profile profile = { .units = units };
  double log_size;
  if (!ut_numeric_inner_peak (size_slope, &profile, &log_size))
    return UT_OUTCOME_NO_VARIATION;
  size_slope (log_size, &profile);
  *prior = prior_of (&profile);
  return log_likelihood (units, prior) > null_likelihood (units) + LEAST_GAIN ? UT_OUTCOME_OK : UT_OUTCOME_NO_VARIATION;
}

static UtOutcome
by_likelihood (const Units *units, UtBetaPrior *prior) {
  if (!overdispersed (units))
    return beyond_the_score (units, prior);
  UtBetaPrior start;
  double guess = by_moments (units, &start) == UT_OUTCOME_OK ? log (start.alpha + start.beta) : 3, log_size;
  Profile profile = { .units = units };
  if (!ut_numeric_root (size_slope, &profile, FALSE, guess - 0.3, guess + 0.3, &log_size))
    return UT_OUTCOME_NOT_CONVERGED;
  size_slope (log_size, &profile);
  *prior = prior_of (&profile);
  return UT_OUTCOME_OK;
}

static gboolean
posterior (const Units *units, const UtBetaPrior *prior, double level, UtInterval *interval) {
  double tail = (1 - level) / 2;
  for (gsize i = 0; i < units->k; i++) {
    double a = units->x[i] + prior->alpha, b = units->n[i] - units->x[i] + prior->beta;
    if (!ut_beta_quantile (a, b, tail, FALSE, &interval[i].lower)
        || !ut_beta_quantile (a, b, tail, TRUE, &interval[i].upper))
      return FALSE;
  }
  return TRUE;
}

UtOutcome
ut_shrink_beta_binomial (const double *x, const double *n, gsize k, UtShrinkMethod method, double level,
                         double *estimate, UtInterval *interval, UtBetaPrior *prior) {
  Units units = { .x = x, .n = n, .k = k };
  UtOutcome outcome = check (&units);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  UtBetaPrior found;
  outcome = method == UT_SHRINK_MOMENTS ? by_moments (&units, &found) : by_likelihood (&units, &found);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!posterior (&units, &found, level, interval))
    return UT_OUTCOME_NOT_CONVERGED;
  for (gsize i = 0; i < k; i++)
    estimate[i] = (x[i] + found.alpha) / (n[i] + found.alpha + found.beta);
  found.log_likelihood = log_likelihood (&units, &found);
  *prior = found;
  return UT_OUTCOME_OK;
}
