#include "statistics/midp.h"

#include "statistics/numeric.h"

#include <math.h>

/* GSL has no noncentral hypergeometric distribution, and its binomial one loses digits (log-gamma differences) where a
 * municipality meets a country. Both tails are therefore summed outwards from the observed count, in units of that
 * count's own probability: only terms that matter are visited, and nothing underflows. */

#define NEGLIGIBLE 1e-18
#define LARGE      1e250

UtCountFamily
ut_midp_binomial (double trials) {
  return (UtCountFamily){ .lowest = 0, .highest = trials, .trials = trials };
}

UtCountFamily
ut_midp_hypergeometric (double n1, double n2, double m) {
  return (UtCountFamily){
    .lowest = MAX (0, m - n2),
    .highest = MIN (n1, m),
    .trials = n1,
    .hypergeometric = TRUE,
    .left = m,
    .offset = n2 - m,
  };
}

/* weight (k + 1)/weight (k) */
static double
ratio (const UtCountFamily *family, double k) {
  double r = (family->trials - k) / (k + 1);
  return family->hypergeometric ? r * (family->left - k) / (k + 1 + family->offset) : r;
}

/* A sum that may be far outside the range of a double: value · exp (log_scale). */
typedef struct {
  double value;
  double log_scale;
} ScaledSum;

static ScaledSum
tail (const UtCountFamily *family, double count, double odds, gboolean upwards) {
  ScaledSum sum = { 0, 0 };
  double term = 1, end = upwards ? family->highest : family->lowest;
  for (double k = count; k != end; k += upwards ? 1 : -1) {
    double step = upwards ? ratio (family, k) * odds : 1 / (ratio (family, k - 1) * odds);
    term *= step;
    sum.value += term;
    if (sum.value > LARGE) {
      term /= LARGE;
      sum.value /= LARGE;
      sum.log_scale += log (LARGE);
    }
    /* The weights are log-concave: once falling, they fall ever faster. */
    if (step < 1 && term < NEGLIGIBLE * (1 - step) * (sum.value + (sum.log_scale > 0 ? 0 : 1)))
      break;
  }
  return sum;
}

/* Logarithm of the mid-p tail: P (on that side of the count) + P (count)/2. */
static double
log_tail (const UtCountFamily *family, double count, double theta, gboolean upwards) {
  ScaledSum this = tail (family, count, exp (theta), upwards);
  ScaledSum other = tail (family, count, exp (theta), !upwards);
  double top = MAX (this.log_scale, other.log_scale);
  double half = exp (-top) / 2, near = this.value * exp (this.log_scale - top);
  double far = other.value * exp (other.log_scale - top);
  /* Where this tail is out of reach of a double beside the other, its logarithm is still in reach. */
  if (near + half > 0)
    return log (near + half) - log (near + 2 * half + far);
  return log (this.value + exp (-this.log_scale) / 2) + this.log_scale - log (far) - top;
}

typedef struct {
  const UtCountFamily *family;
  double count;
  gboolean upwards;
  double level;
} Limit;

static double
limit_excess (double theta, void *data) {
  const Limit *limit = data;
  return log_tail (limit->family, limit->count, theta, limit->upwards) - log ((1 - limit->level) / 2);
}

/* Twice the tail. One event among 220 can have a p of 0.05 to the last digit: rounding must not decide it here and
 * otherwise there, so what is that near the level is the level. */
static double
two_sided (const Limit *limit, double theta) {
  double alpha = 1 - limit->level;
  double p = 2 * exp (log_tail (limit->family, limit->count, theta, limit->upwards));
  return fabs (p / alpha - 1) < 1e-12 ? alpha : MIN (p, 1);
}

/* The θ at which the tail is the wanted one. The null bounds the bracket on the side its own tail tells, so that the
 * limit never contradicts p. */
static gboolean
find_limit (Limit *limit, double null, double guess, double *theta) {
  gboolean excluded = two_sided (limit, null) < 1 - limit->level;
  /* The tail upwards grows with θ and gives the lower limit; the tail downwards falls and gives the upper one. */
  gboolean above_null = limit->upwards == excluded;
  if (!ut_numeric_root (limit_excess, limit, limit->upwards, guess - 0.5, guess + 0.5, theta))
    return FALSE;
  double least = 4 * DBL_EPSILON * MAX (1, fabs (null));
  if (above_null)
    *theta = MAX (*theta, excluded ? null + least : null);
  else
    *theta = MIN (*theta, excluded ? null - least : null);
  return TRUE;
}

UtOutcome
ut_midp_test (const UtCountFamily *family, double count, double null, double guess, double guess_se, double level,
              double *p, UtInterval *theta) {
  double z = ut_numeric_z (level);
  Limit lower = { family, count, TRUE, level }, upper = { family, count, FALSE, level };
  UtInterval limits = { -INFINITY, INFINITY };
  if (count > family->lowest && !find_limit (&lower, null, guess - z * guess_se, &limits.lower))
    return UT_OUTCOME_NOT_CONVERGED;
  if (count < family->highest && !find_limit (&upper, null, guess + z * guess_se, &limits.upper))
    return UT_OUTCOME_NOT_CONVERGED;
  *p = MIN (two_sided (&lower, null), two_sided (&upper, null));
  *theta = limits;
  return UT_OUTCOME_OK;
}
