/* Beta, gamma and Student distributions with full relative precision in both tails, and their quantiles. GSL's
 * incomplete functions end the program where they underflow or need many terms, and lose digits where a municipality
 * meets a country; these are sums and fractions that neither underflow nor stop. */
#ifndef UT_STATISTICS_DISTRIBUTION_H
#define UT_STATISTICS_DISTRIBUTION_H

#include <glib.h>

/* Logarithms of a tail, and of the density at its end on the scale that the end is given on. */
typedef struct {
  double tail, density;
} UtLogTail;

/* P (X < x), or P (X > x), for X ~ Beta (a, b) and x = 1/(1 + exp (−logit)). a, b > 0. */
UtLogTail ut_beta_log_tail (double a, double b, double logit, gboolean upper_tail);

/* The logit of the x that has `tail` below it, or above it. FALSE: not found. */
gboolean ut_beta_quantile_logit (double a, double b, double tail, gboolean upper_tail, double *logit);
gboolean ut_beta_quantile (double a, double b, double tail, gboolean upper_tail, double *quantile);

/* P (X < x), or P (X > x), for X ~ Gamma (shape, scale 1) and x = exp (log_x). */
UtLogTail ut_gamma_log_tail (double shape, double log_x, gboolean upper_tail);
gboolean ut_gamma_quantile (double shape, double tail, gboolean upper_tail, double *quantile);

/* P (X > chi_square), df > 0. */
double ut_chi_square_p (double chi_square, double df);

/* Two-sided p of Student's t; a t of any size, also infinite. */
double ut_student_p (double t, double df);

/* The t whose two-sided p is 1 − level. FALSE: not found. */
gboolean ut_student_quantile (double level, double df, double *t);

/* P (K ≤ k) and P (K = k), whole k ≥ 0, for K ~ Bin (n, p) and K ~ Poisson (mean); 0 < p < 1, mean > 0. */
double ut_binomial_cdf (double k, double n, double p);
double ut_binomial_pmf (double k, double n, double p);
double ut_poisson_cdf (double k, double mean);
double ut_poisson_pmf (double k, double mean);

/* d/dx log Γ (x), x > 0. */
double ut_digamma (double x);

#endif
