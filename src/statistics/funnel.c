#include <utsyn/funnel.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>

typedef struct {
  gboolean poisson;
  double n, p; /* of the binomial */
  double mean;
} Counts;

static double
cdf (const Counts *counts, double k) {
  if (k < 0)
    return 0;
  return counts->poisson ? ut_poisson_cdf (k, counts->mean) : ut_binomial_cdf (k, counts->n, counts->p);
}

static double
pmf (const Counts *counts, double k) {
  return counts->poisson ? ut_poisson_pmf (k, counts->mean) : ut_binomial_pmf (k, counts->n, counts->p);
}

/* The least k with P (K ≤ k) ≥ probability: halved between two places that hold it, a hair of rounding aside. */
static double
quantile (const Counts *counts, double probability) {
  double wanted = probability * (1 - 64 * DBL_EPSILON);
  double spread = 1 + sqrt (counts->mean), below = floor (counts->mean), above = below + 1;
  for (; below >= 0 && cdf (counts, below) >= wanted; spread *= 2)
    below = floor (below - spread);
  for (spread = 1 + sqrt (counts->mean); cdf (counts, above) < wanted; spread *= 2)
    above = ceil (above + spread);
  below = MAX (below, -1);
  if (!counts->poisson)
    above = MIN (above, counts->n);
  while (above - below > 1) {
    double middle = floor ((below + above) / 2);
    if (cdf (counts, middle) >= wanted)
      above = middle;
    else
      below = middle;
  }
  return above;
}

/* Spiegelhalter's: the quantile less the part of its probability that is too much. */
static double
interpolated (const Counts *counts, double probability) {
  double k = quantile (counts, probability);
  return k - (cdf (counts, k) - probability) / pmf (counts, k);
}

static UtFunnel
limits (const Counts *counts, double level, double scale) {
  double tail = (1 - level) / 2;
  return (UtFunnel){
    .exact = { quantile (counts, tail) * scale, quantile (counts, 1 - tail) * scale },
    .smooth = { interpolated (counts, tail) * scale, interpolated (counts, 1 - tail) * scale },
  };
}

UtOutcome
ut_funnel_binomial (double n, double target, double level, UtFunnel *result) {
  double size = floor (n + 0.5);
  if (!(size >= 1) || !isfinite (size))
    return UT_OUTCOME_NO_DENOMINATOR;
  if (!(ut_numeric_denominator (target) && target < 1) || !ut_numeric_level_ok (level) || size > UT_FUNNEL_MOST)
    return UT_OUTCOME_BAD_INPUT;
  *result = limits (&(Counts){ FALSE, size, target, size * target }, level, 1 / size);
  return UT_OUTCOME_OK;
}

UtOutcome
ut_funnel_poisson (double expected, double level, UtFunnel *result) {
  if (!(expected > 0) || !isfinite (expected))
    return UT_OUTCOME_NO_DENOMINATOR;
  if (!ut_numeric_denominator (expected) || !ut_numeric_level_ok (level) || expected > UT_FUNNEL_MOST)
    return UT_OUTCOME_BAD_INPUT;
  *result = limits (&(Counts){ .poisson = TRUE, .mean = expected }, level, 1 / expected);
  return UT_OUTCOME_OK;
}

UtOutcome
ut_funnel_chi_square (double expected, double level, UtInterval *interval) {
  if (!(expected > 0) || !isfinite (expected))
    return UT_OUTCOME_NO_DENOMINATOR;
  if (!ut_numeric_denominator (expected) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  double lower, upper, tail = (1 - level) / 2;
  if (!ut_gamma_quantile (expected, tail, FALSE, &lower) || !ut_gamma_quantile (expected + 1, tail, TRUE, &upper))
    return UT_OUTCOME_NOT_CONVERGED;
  *interval = (UtInterval){ lower / expected, upper / expected };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_funnel_normal (double n, double target, double level, UtInterval *interval) {
  if (!(n > 0) || !isfinite (n))
    return UT_OUTCOME_NO_DENOMINATOR;
  if (!ut_numeric_denominator (n) || !(target >= 0 && target <= 1) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  double half = ut_numeric_z (level) * sqrt (target * (1 - target) / n);
  *interval = (UtInterval){ MAX (0, target - half), MIN (1, target + half) };
  return UT_OUTCOME_OK;
}

int
ut_funnel_place (double value, UtInterval inner, UtInterval outer) {
  if (value > outer.upper || value < outer.lower)
    return value > outer.upper ? 2 : -2;
  return (value > inner.upper) - (value < inner.lower);
}
