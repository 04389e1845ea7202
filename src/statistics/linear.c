#include <utsyn/trend.h>

#include "statistics/numeric.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_fit.h>
#include <gsl/gsl_statistics.h>
#include <math.h>

#define POWER 0.80

static double
sum_of_squares (const double *values, gsize n) {
  return gsl_stats_tss (values, 1, n);
}

/* Two-sided p; a t of any size, also infinite. */
static double
student_p (double t, double df) {
  return isinf (t) ? 0 : 2 * gsl_cdf_tdist_Q (fabs (t), df);
}

UtOutcome
ut_trend_ols (const double *x, const double *y, gsize n, double level, UtLinear *result) {
  if (n < 3)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (x, n) || !ut_numeric_all_finite (y, n) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  double total = sum_of_squares (y, n);
  if (sum_of_squares (x, n) <= 0 || total <= 0)
    return UT_OUTCOME_NO_VARIATION;
  double intercept, slope, cov00, cov01, cov11, residual;
  gsl_fit_linear (x, 1, y, 1, n, &intercept, &slope, &cov00, &cov01, &cov11, &residual);
  double df = (double) n - 2, half = gsl_cdf_tdist_Qinv ((1 - level) / 2, df) * sqrt (cov11);
  *result = (UtLinear){
    .slope = slope,
    .intercept = intercept,
    .slope_se = sqrt (cov11),
    .intercept_se = sqrt (cov00),
    .t = slope / sqrt (cov11),
    .r_squared = 1 - residual / total,
    .sigma = sqrt (residual / df),
    .slope_interval = { slope - half, slope + half },
    .df = n - 2,
  };
  /* A straight line without residuals: nothing is uncertain, unless it is flat, which is ruled out above. */
  result->p = student_p (result->t, df);
  return UT_OUTCOME_OK;
}

UtOutcome
ut_trend_detectable (const double *x, gsize n, double residual_sd, double level, double *slope) {
  if (n < 3)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (x, n) || !(residual_sd >= 0) || !isfinite (residual_sd) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  double spread = sum_of_squares (x, n);
  if (spread <= 0)
    return UT_OUTCOME_NO_VARIATION;
  double df = (double) n - 2;
  double deviates = gsl_cdf_tdist_Qinv ((1 - level) / 2, df) + gsl_cdf_tdist_Pinv (POWER, df);
  *slope = deviates * residual_sd / sqrt (spread);
  return UT_OUTCOME_OK;
}
