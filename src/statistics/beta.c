#include "statistics/distribution.h"

#include "statistics/numeric.h"
#include "statistics/stirling.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* The fraction needs some times √max (a, b) terms. */
#define MOST_TERMS 2000000

/* The even part of the continued fraction of the incomplete beta function, by forward recurrence (Didonato & Morris
 * 1992, ACM TOMS 18:360); for x below about the mean. `away` is a − (a + b)·x. */
static double
fraction (double a, double b, double x, double y, double away) {
  double c = 1 + away, c1 = 1 + 1 / a, p = 1, s = a + 1;
  double before = 0, before_below = 1, now = 1, below = c / c1, value = c1 / c;
  for (int i = 1; i < MOST_TERMS; i++) {
    double n = i, w = n * (b - n) * x, e = a / s;
    double alpha = p * (p + b / a) * e * e * (w * x);
    double beta = n + w / s + (n / a + 1) / (c1 + 2 * n / a) * (c + n * (y + 1));
    double next = alpha * before + beta * now, next_below = alpha * before_below + beta * below, last = value;
    p = n / a + 1;
    s += 2;
    value = next / next_below;
    if (!(fabs (value - last) > 2e-16 * fabs (value)))
      return value;
    before = now / next_below;
    before_below = below / next_below;
    now = value;
    below = 1;
  }
  return NAN;
}

/* Logarithm of x^a·(1 − x)^b/B (a, b), by deviances so that large a and b cost no digits. */
static double
log_front (double a, double b, double log_x, double log_y) {
  double n = a + b, log_n = log (n);
  return (log (a) + log (b) - log_n - log (2 * G_PI)) / 2 - ut_deviance_part (a, n * exp (log_x), log_n + log_x)
         - ut_deviance_part (b, n * exp (log_y), log_n + log_y) - ut_stirling_rest (a) - ut_stirling_rest (b)
         + ut_stirling_rest (n);
}

/* log (1 − exp (x)), x ≤ 0 */
static double
log_complement (double x) {
  return x > -G_LN2 ? log (-expm1 (MIN (x, 0))) : log1p (-exp (x));
}

UtLogTail
ut_beta_log_tail (double a, double b, double logit, gboolean upper_tail) {
  double log_x = logit > 0 ? -log1p (exp (-logit)) : logit - log1p (exp (logit));
  double log_y = logit < 0 ? -log1p (exp (logit)) : -logit - log1p (exp (-logit));
  double x = exp (log_x), y = exp (log_y), front = log_front (a, b, log_x, log_y);
  double away = x < y ? a - (a + b) * x : (a + b) * y - b;
  gboolean below = x < (a + 1) / (a + b + 2);
  double tail = front + log (below ? fraction (a, b, x, y, away) : fraction (b, a, y, x, -away));
  return (UtLogTail){ below == !upper_tail ? tail : log_complement (tail), front };
}

typedef struct {
  double a, b, log_tail;
  gboolean upper_tail;
} BetaQuantile;

static double
excess (double logit, void *data) {
  const BetaQuantile *wanted = data;
  return ut_beta_log_tail (wanted->a, wanted->b, logit, wanted->upper_tail).tail - wanted->log_tail;
}

gboolean
ut_beta_quantile_logit (double a, double b, double tail, gboolean upper_tail, double *logit) {
  BetaQuantile wanted = { a, b, log (tail), upper_tail };
  double spread = gsl_cdf_ugaussian_Qinv (tail) * sqrt (1 / a + 1 / b);
  double guess = log (a) - log (b) + (upper_tail ? spread : -spread);
  return ut_numeric_root (excess, &wanted, !upper_tail, guess - 0.1, guess + 0.1, logit);
}

gboolean
ut_beta_quantile (double a, double b, double tail, gboolean upper_tail, double *quantile) {
  double logit;
  if (!ut_beta_quantile_logit (a, b, tail, upper_tail, &logit))
    return FALSE;
  *quantile = 1 / (1 + exp (-logit));
  return TRUE;
}
