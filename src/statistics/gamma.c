#include "statistics/distribution.h"

#include "statistics/numeric.h"
#include "statistics/stirling.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* Both sums need some times √shape terms; from here the quantile is its expansion, which has fourteen digits there. */
#define EXPANSION_FROM 1e6
#define MOST_TERMS     2000000

/* Logarithm of x^shape·exp (−x)/Γ (shape + 1). */
static double
log_front (double shape, double log_x) {
  return -ut_deviance_part (shape, exp (log_x), log_x) - ut_stirling_rest (shape) - log (2 * G_PI * shape) / 2;
}

/* Σ xⁱ/((shape + 1)…(shape + i)), DLMF 8.7.1; x below about shape. */
static double
series (double shape, double x) {
  double sum = 1, term = 1;
  for (int i = 1; i < MOST_TERMS && term > 1e-17 * sum; i++) {
    term *= x / (shape + i);
    sum += term;
  }
  return sum;
}

/* Continued fraction DLMF 8.9.2 by Lentz's method; x above about shape. */
static double
fraction (double shape, double x) {
  double b = x + 1 - shape, c = 1e300, d = 1 / b, product = d;
  for (int i = 1; i < MOST_TERMS; i++) {
    double factor = -i * (i - shape);
    b += 2;
    d = factor * d + b;
    d = 1 / (fabs (d) < 1e-300 ? 1e-300 : d);
    c = b + factor / c;
    c = fabs (c) < 1e-300 ? 1e-300 : c;
    product *= d * c;
    if (fabs (d * c - 1) < 4e-16)
      return product;
  }
  return NAN;
}

UtLogTail
ut_gamma_log_tail (double shape, double log_x, gboolean upper_tail) {
  double x = exp (log_x), front = log_front (shape, log_x), density = front + log (shape);
  gboolean below = x < shape + 1;
  double tail = below ? front + log (series (shape, x)) : density + log (fraction (shape, x));
  if (below != !upper_tail)
    tail = tail > -G_LN2 ? log (-expm1 (MIN (tail, 0))) : log1p (-exp (tail));
  return (UtLogTail){ tail, density };
}

typedef struct {
  double shape, log_tail;
  gboolean upper_tail;
} GammaQuantile;

static double
excess (double log_x, void *data) {
  const GammaQuantile *wanted = data;
  return ut_gamma_log_tail (wanted->shape, log_x, wanted->upper_tail).tail - wanted->log_tail;
}

/* Cornish–Fisher expansion (Goldberg & Levine 1946), z the normal deviate. */
static double
expansion (double a, double z) {
  double z2 = z * z, root = sqrt (a);
  return a + z * root + (z2 - 1) / 3 + z * (z2 - 7) / (36 * root) - (6 * z2 * z2 + 14 * z2 - 32) / (1620 * a)
         + z * (9 * z2 * z2 + 256 * z2 - 433) / (38880 * a * root);
}

gboolean
ut_gamma_quantile (double shape, double tail, gboolean upper_tail, double *quantile) {
  double z = gsl_cdf_ugaussian_Qinv (tail);
  if (shape >= EXPANSION_FROM) {
    *quantile = expansion (shape, upper_tail ? z : -z);
    return TRUE;
  }
  GammaQuantile wanted = { shape, log (tail), upper_tail };
  /* Wilson & Hilferty's cube; where that is no guess, P (X < x) is close to x^shape/Γ(shape + 1). */
  int sign;
  double root = 1 - 1 / (9 * shape) + (upper_tail ? z : -z) / (3 * sqrt (shape)), log_x;
  double guess = root > 0.05 ? log (shape) + 3 * log (root) : (wanted.log_tail + lgamma_r (shape + 1, &sign)) / shape;
  if (!ut_numeric_root (excess, &wanted, !upper_tail, guess - 0.1, guess + 0.1, &log_x))
    return FALSE;
  *quantile = exp (log_x);
  return TRUE;
}
