#include "statistics/distribution.h"

#include "statistics/stirling.h"

#include <math.h>

double
ut_binomial_cdf (double k, double n, double p) {
  if (k >= n)
    return 1;
  return exp (ut_beta_log_tail (k + 1, n - k, log (p) - log1p (-p), TRUE).tail);
}

/* Loader's form, which loses no digits where n is large. */
double
ut_binomial_pmf (double k, double n, double p) {
  if (k == 0)
    return exp (n * log1p (-p));
  if (k == n)
    return exp (n * log (p));
  double mean = n * p, others = n * (1 - p);
  return exp (ut_stirling_rest (n) - ut_stirling_rest (k) - ut_stirling_rest (n - k)
              - ut_deviance_part (k, mean, log (mean)) - ut_deviance_part (n - k, others, log (others))
              + (log (n) - log (k) - log (n - k) - log (2 * G_PI)) / 2);
}

double
ut_poisson_cdf (double k, double mean) {
  return exp (ut_gamma_log_tail (k + 1, log (mean), TRUE).tail);
}

double
ut_poisson_pmf (double k, double mean) {
  if (k == 0)
    return exp (-mean);
  return exp (-ut_stirling_rest (k) - ut_deviance_part (k, mean, log (mean)) - log (2 * G_PI * k) / 2);
}
