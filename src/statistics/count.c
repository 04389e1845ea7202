#include "statistics/count.h"

#include "statistics/numeric.h"

#include <math.h>

/* GSL has no noncentral hypergeometric distribution, and its binomial one loses digits (log-gamma differences) where a
 * municipality meets a country. Both tails are therefore summed outwards from the observed count, in units of that
 * count's own probability: only terms that matter are visited, and nothing underflows. */

#define NEGLIGIBLE 1e-18
#define LARGE      1e250
/* From here a sum is so large beside the count's own probability that no p is left: exp (−1100) is 0. */
#define OUT_OF_REACH 1100

UtCountFamily
ut_count_binomial (double trials) {
  return (UtCountFamily){ .lowest = 0, .highest = trials, .trials = trials };
}

UtCountFamily
ut_count_hypergeometric (double n1, double n2, double m) {
  return (UtCountFamily){
    .lowest = MAX (0, m - n2),
    .highest = MIN (n1, m),
    .trials = n1,
    .hypergeometric = TRUE,
    .left = m,
    .offset = n2 - m,
  };
}

UtCountFamily
ut_count_poisson (void) {
  return (UtCountFamily){ .lowest = 0, .highest = INFINITY, .trials = INFINITY };
}

/* Probability of k + 1 over that of k: top / bottom. One division a term is what the sums cost. */
typedef struct {
  double top, bottom;
} Ratio;

static Ratio
ratio (const UtCountFamily *family, double k, double odds) {
  Ratio r = { odds, k + 1 };
  if (!isinf (family->trials))
    r.top *= family->trials - k;
  if (family->hypergeometric) {
    r.top *= family->left - k;
    r.bottom *= k + 1 + family->offset;
  }
  return r;
}

/* Probability of the next count in a direction over that of k. */
static double
next_over (const UtCountFamily *family, double k, double odds, gboolean upwards) {
  Ratio r = ratio (family, upwards ? k : k - 1, odds);
  return upwards ? r.top / r.bottom : r.bottom / r.top;
}

/* A sum that may be far outside the range of a double: value · exp (log_scale). */
typedef struct {
  double value;
  double moment; /* the same with each term times its distance from the count */
  double log_scale;
} ScaledSum;

static ScaledSum
tail (const UtCountFamily *family, double count, double odds, gboolean upwards) {
  ScaledSum sum = { 0, 0, 0 };
  double term = 1, end = upwards ? family->highest : family->lowest, distance = 0;
  for (double k = count; k != end; k += upwards ? 1 : -1) {
    double step = next_over (family, k, odds, upwards);
    term *= step;
    sum.value += term;
    sum.moment += term * ++distance;
    /* The weights are log-concave: once falling, they fall ever faster. */
    if (step < 1) {
      if (term < NEGLIGIBLE * (1 - step) * (sum.value + (sum.log_scale > 0 ? 0 : 1)))
        break;
    } else if (sum.value > LARGE) {
      term /= LARGE;
      sum.value /= LARGE;
      sum.moment /= LARGE;
      sum.log_scale += log (LARGE);
      if (sum.log_scale > OUT_OF_REACH)
        break;
    }
  }
  return sum;
}

static double
log_share (const ScaledSum *this, const ScaledSum *other, double own) {
  double top = MAX (this->log_scale, other->log_scale);
  double counted = own * exp (-top), near = this->value * exp (this->log_scale - top);
  double far = other->value * exp (other->log_scale - top);
  /* Where this tail is out of reach of a double beside the other, its logarithm is still in reach. */
  if (near + counted > 0)
    return log (near + counted) - log (near + exp (-top) + far);
  return log (this->value + own * exp (-this->log_scale)) + this->log_scale - log (far) - top;
}

/* E K − count. */
static double
mean_excess (const ScaledSum *above, const ScaledSum *below) {
  double top = MAX (above->log_scale, below->log_scale);
  double up = exp (above->log_scale - top), down = exp (below->log_scale - top);
  return (above->moment * up - below->moment * down) / (above->value * up + below->value * down + exp (-top));
}

/* How far from the count the tail's mean is. */
static double
tail_distance (const ScaledSum *sum, double own) {
  return sum->moment / (sum->value + own * exp (-sum->log_scale));
}

UtCountTails
ut_count_log_tails (const UtCountFamily *family, double count, double theta, double own) {
  ScaledSum above = tail (family, count, exp (theta), TRUE), below = tail (family, count, exp (theta), FALSE);
  double mean = mean_excess (&above, &below);
  return (UtCountTails){
    .above = log_share (&above, &below, own),
    .below = log_share (&below, &above, own),
    .above_slope = tail_distance (&above, own) - mean,
    .below_slope = -tail_distance (&below, own) - mean,
  };
}

double
ut_count_mean_excess (const UtCountFamily *family, double count, double theta) {
  ScaledSum above = tail (family, count, exp (theta), TRUE), below = tail (family, count, exp (theta), FALSE);
  return mean_excess (&above, &below);
}

/* The sum of the terms on one side that are no larger than the count's own, in units of that. */
static double
no_larger (const UtCountFamily *family, double count, double odds, gboolean upwards) {
  double log_term = 0, sum = 0, end = upwards ? family->highest : family->lowest;
  const double just_more = log1p (1e-7);
  for (double k = count; k != end; k += upwards ? 1 : -1) {
    double step = next_over (family, k, odds, upwards);
    log_term += log (step);
    if (log_term > just_more)
      continue;
    double term = exp (log_term);
    sum += term;
    if (step < 1 && term < NEGLIGIBLE * (1 - step) * (1 + sum))
      break;
  }
  return sum;
}

double
ut_count_minlike (const UtCountFamily *family, double count, double theta) {
  double odds = exp (theta);
  ScaledSum above = tail (family, count, odds, TRUE), below = tail (family, count, odds, FALSE);
  double top = MAX (above.log_scale, below.log_scale);
  if (top > OUT_OF_REACH)
    return 0;
  double all = above.value * exp (above.log_scale - top) + below.value * exp (below.log_scale - top) + exp (-top);
  double small = 1 + no_larger (family, count, odds, TRUE) + no_larger (family, count, odds, FALSE);
  return MIN (1, exp (log (small) - top - log (all)));
}

double
ut_count_log_odds (double x, double n) {
  return log ((x + 0.5) / (n - x + 0.5));
}

double
ut_count_log_odds_variance (double x, double n) {
  return 1 / (x + 0.5) + 1 / (n - x + 0.5);
}

double
ut_count_whole (double count) {
  return floor (count + 0.5);
}

UtOutcome
ut_count_check_share (double x, double n) {
  if (!(n > 0) || !isfinite (n))
    return UT_OUTCOME_NO_DENOMINATOR;
  return x >= 0 && x <= n && n <= UT_COUNT_MOST ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT;
}

UtOutcome
ut_count_check_rate (double x, double t) {
  if (!(t > 0) || !isfinite (t))
    return UT_OUTCOME_NO_DENOMINATOR;
  return ut_numeric_denominator (t) && x >= 0 && x <= UT_COUNT_MOST ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT;
}
