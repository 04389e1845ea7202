#include <utsyn/shrink.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>

#define MOST_ROUNDS 100000

/* Rounding of a log-likelihood of whole municipalities. */
#define LEAST_GAIN 1e-6

typedef struct {
  const double *observed, *expected;
  gsize n;
} Units;

static UtOutcome
check (const Units *units) {
  double events = 0;
  if (units->n < 2)
    return UT_OUTCOME_TOO_FEW_POINTS;
  for (gsize i = 0; i < units->n; i++) {
    if (!(units->expected[i] > 0) || !isfinite (units->expected[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!ut_numeric_denominator (units->expected[i]) || !(units->observed[i] >= 0)
        || !ut_numeric_usable (units->observed[i]))
      return UT_OUTCOME_BAD_INPUT;
    events += units->observed[i];
  }
  return events > 0 ? UT_OUTCOME_OK : UT_OUTCOME_NO_EVENTS;
}

static double
estimate_of (const Units *units, gsize i, const UtGammaPrior *prior) {
  return (units->observed[i] + prior->shape) / (units->expected[i] + prior->rate);
}

static double
log_likelihood (const Units *units, const UtGammaPrior *prior) {
  double sum = 0;
  int sign;
  for (gsize i = 0; i < units->n; i++) {
    double o = units->observed[i], e = units->expected[i], all = prior->rate + e;
    sum += lgamma_r (o + prior->shape, &sign) - lgamma_r (prior->shape, &sign) - lgamma_r (o + 1, &sign)
           + prior->shape * log (prior->rate / all) + o * log (e / all);
  }
  return sum;
}

/* One round: the mean and spread of the estimates make the next distribution. FALSE: nothing is left between units. */
static gboolean
next_moments (const Units *units, UtGammaPrior *prior) {
  double k = (double) units->n, mean = 0, variance = 0;
  for (gsize i = 0; i < units->n; i++)
    mean += estimate_of (units, i, prior) / k;
  for (gsize i = 0; i < units->n; i++) {
    double away = estimate_of (units, i, prior) - mean;
    variance += (1 + prior->rate / units->expected[i]) * away * away / (k - 1);
  }
  if (!(variance > 1e-12 * mean * mean))
    return FALSE;
  prior->shape = mean * mean / variance;
  prior->rate = mean / variance;
  return TRUE;
}

static UtOutcome
by_moments (const Units *units, UtGammaPrior *prior) {
  *prior = (UtGammaPrior){ 0 };
  for (int i = 0; i < MOST_ROUNDS; i++) {
    double last = prior->rate;
    if (!next_moments (units, prior))
      return UT_OUTCOME_NO_VARIATION;
    if (fabs (prior->rate - last) <= 1e-14 * prior->rate)
      return UT_OUTCOME_OK;
  }
  return UT_OUTCOME_NOT_CONVERGED;
}

typedef struct {
  const Units *units;
  double shape, rate;
} Profile;

/* Falls with the rate, from above 0 to below. */
static double
rate_slope (double log_rate, void *data) {
  const Profile *profile = data;
  double sum = 0;
  for (gsize i = 0; i < profile->units->n; i++) {
    double part = 1 / (1 + profile->units->expected[i] * exp (-log_rate));
    sum += profile->shape * (1 - part) - profile->units->observed[i] * part;
  }
  return sum;
}

/* Slope of the likelihood in the shape, at the best rate for it; NaN when there is none. */
static double
shape_slope (double log_shape, void *data) {
  Profile *profile = data;
  double log_rate, sum = 0;
  profile->shape = exp (log_shape);
  if (!ut_numeric_root (rate_slope, profile, FALSE, log_shape - 0.5, log_shape + 0.5, &log_rate))
    return NAN;
  profile->rate = exp (log_rate);
  for (gsize i = 0; i < profile->units->n; i++)
    sum += ut_digamma (profile->units->observed[i] + profile->shape) - ut_digamma (profile->shape)
           - log1p (profile->units->expected[i] / profile->rate);
  return sum;
}

/* The likelihood rises from no variation between units only where they vary more than Poisson counts do. */
static gboolean
overdispersed (const Units *units) {
  double events = 0, expected = 0, sum = 0;
  for (gsize i = 0; i < units->n; i++) {
    events += units->observed[i];
    expected += units->expected[i];
  }
  for (gsize i = 0; i < units->n; i++) {
    double away = units->observed[i] - units->expected[i] * (events / expected);
    sum += away * away - units->observed[i];
  }
  return sum > 0;
}

/* Of Poisson counts with one ratio. */
static double
null_likelihood (const Units *units) {
  double events = 0, expected = 0, sum = 0;
  int sign;
  for (gsize i = 0; i < units->n; i++) {
    events += units->observed[i];
    expected += units->expected[i];
  }
  for (gsize i = 0; i < units->n; i++) {
    double mean = units->expected[i] * (events / expected), o = units->observed[i];
    sum += o * log (mean) - mean - lgamma_r (o + 1, &sign);
  }
  return sum;
}

/* One large unit near the mean makes the likelihood fall at first, also where the small ones lie far apart. */
static UtOutcome
beyond_the_score (const Units *units, UtGammaPrior *prior) {
  Profile profile = { .units = units };
  double log_shape;
  if (!ut_numeric_inner_peak (shape_slope, &profile, &log_shape))
    return UT_OUTCOME_NO_VARIATION;
  shape_slope (log_shape, &profile);
  *prior = (UtGammaPrior){ profile.shape, profile.rate, 0 };
  return log_likelihood (units, prior) > null_likelihood (units) + LEAST_GAIN ? UT_OUTCOME_OK : UT_OUTCOME_NO_VARIATION;
}

static UtOutcome
by_likelihood (const Units *units, UtGammaPrior *prior) {
  if (!overdispersed (units))
    return beyond_the_score (units, prior);
  UtGammaPrior start;
  double guess = by_moments (units, &start) == UT_OUTCOME_OK ? log (start.shape) : 2, log_shape;
  Profile profile = { .units = units };
  if (!ut_numeric_root (shape_slope, &profile, FALSE, guess - 0.3, guess + 0.3, &log_shape))
    return UT_OUTCOME_NOT_CONVERGED;
  shape_slope (log_shape, &profile);
  *prior = (UtGammaPrior){ profile.shape, profile.rate, 0 };
  return UT_OUTCOME_OK;
}

static gboolean
posterior (const Units *units, const UtGammaPrior *prior, double level, UtInterval *interval) {
  double tail = (1 - level) / 2;
  for (gsize i = 0; i < units->n; i++) {
    double shape = units->observed[i] + prior->shape, rate = units->expected[i] + prior->rate, lower, upper;
    if (!ut_gamma_quantile (shape, tail, FALSE, &lower) || !ut_gamma_quantile (shape, tail, TRUE, &upper))
      return FALSE;
    interval[i] = (UtInterval){ lower / rate, upper / rate };
  }
  return TRUE;
}

UtOutcome
ut_shrink_gamma_poisson (const double *observed, const double *expected, gsize n, UtShrinkMethod method, double level,
                         double *estimate, UtInterval *interval, UtGammaPrior *prior) {
  Units units = { observed, expected, n };
  UtOutcome outcome = check (&units);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  UtGammaPrior found;
  outcome = method == UT_SHRINK_MOMENTS ? by_moments (&units, &found) : by_likelihood (&units, &found);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!posterior (&units, &found, level, interval))
    return UT_OUTCOME_NOT_CONVERGED;
  for (gsize i = 0; i < n; i++)
    estimate[i] = estimate_of (&units, i, &found);
  found.log_likelihood = log_likelihood (&units, &found);
  *prior = found;
  return UT_OUTCOME_OK;
}
