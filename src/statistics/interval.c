#include <utsyn/interval.h>

#include "statistics/numeric.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* From here the quantile of the gamma distribution is taken from its expansion, which has twelve digits there; GSL's
 * incomplete gamma function fails above a million. */
#define EXPANSION_FROM 1e4

UtOutcome
ut_interval_wilson (double x, double n, double level, UtInterval *interval) {
  if (!(n > 0) || !isfinite (n))
    return UT_OUTCOME_NO_DENOMINATOR;
  if (!(x >= 0 && x <= n) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  double z = ut_numeric_z (level), others = n - x;
  double spread = z * sqrt (z * z + 4 * x * (others / n));
  /* The lower end multiplied by its conjugate: the printed form loses its digits when x is small against n. */
  interval->lower = 2 * x * (x / n) / (2 * x + z * z + spread);
  interval->upper = others > 0 ? MIN (1, (2 * x + z * z + spread) / (2 * (n + z * z))) : 1;
  return UT_OUTCOME_OK;
}

typedef struct {
  double shape;
  double log_tail;
  gboolean upper_tail;
} GammaQuantile;

static double
gamma_excess (double log_mean, void *data) {
  const GammaQuantile *q = data;
  double mean = exp (log_mean);
  double tail = q->upper_tail ? gsl_cdf_gamma_Q (mean, q->shape, 1) : gsl_cdf_gamma_P (mean, q->shape, 1);
  return log (MAX (tail, G_MINDOUBLE)) - q->log_tail;
}

/* Quantile of the gamma distribution of scale 1 by its Cornish–Fisher expansion (Goldberg & Levine 1946), z the normal
 * deviate. */
static double
gamma_expansion (double a, double z) {
  double z2 = z * z, root = sqrt (a);
  return a + z * root + (z2 - 1) / 3 + z * (z2 - 7) / (36 * root) - (6 * z2 * z2 + 14 * z2 - 32) / (1620 * a)
         + z * (9 * z2 * z2 + 256 * z2 - 433) / (38880 * a * root);
}

static double
byar_lower (double x, double z) {
  double base = 1 - 1 / (9 * x) - z / (3 * sqrt (x));
  return base > 0 ? x * base * base * base : 0;
}

static double
byar_upper (double x, double z) {
  double base = 1 - 1 / (9 * (x + 1)) + z / (3 * sqrt (x + 1));
  return (x + 1) * base * base * base;
}

static gboolean
gamma_quantile (double shape, double level, gboolean upper_tail, double *quantile) {
  double z = ut_numeric_z (level);
  if (shape >= EXPANSION_FROM) {
    *quantile = gamma_expansion (shape, upper_tail ? z : -z);
    return TRUE;
  }
  GammaQuantile wanted = { shape, log ((1 - level) / 2), upper_tail };
  /* Below a mean of small shape the tail is close to mean^shape/Γ(shape + 1): a start that is never far off. */
  double start = upper_tail ? log (byar_upper (shape - 1, z)) : (wanted.log_tail + lgamma (shape + 1)) / shape;
  if (!upper_tail && byar_lower (shape, z) > 0)
    start = log (byar_lower (shape, z));
  double root;
  if (!ut_numeric_root (gamma_excess, &wanted, !upper_tail, start - 0.1, start + 0.1, &root))
    return FALSE;
  *quantile = exp (root);
  return TRUE;
}

static UtOutcome
check_rate (double x, double denominator, double level) {
  if (!(denominator > 0) || !isfinite (denominator))
    return UT_OUTCOME_NO_DENOMINATOR;
  if (!(x >= 0) || !isfinite (x) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_rate_exact (double x, double denominator, double level, UtInterval *interval) {
  UtOutcome outcome = check_rate (x, denominator, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double lower = 0, upper;
  if ((x > 0 && !gamma_quantile (x, level, FALSE, &lower)) || !gamma_quantile (x + 1, level, TRUE, &upper))
    return UT_OUTCOME_NOT_CONVERGED;
  interval->lower = lower / denominator;
  interval->upper = upper / denominator;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_rate_byar (double x, double denominator, double level, UtInterval *interval) {
  UtOutcome outcome = check_rate (x, denominator, level);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double z = ut_numeric_z (level);
  interval->lower = x > 0 ? byar_lower (x, z) / denominator : 0;
  interval->upper = byar_upper (x, z) / denominator;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_rate (double x, double denominator, double level, UtInterval *interval) {
  return x < 10 ? ut_interval_rate_exact (x, denominator, level, interval)
                : ut_interval_rate_byar (x, denominator, level, interval);
}
