#include <utsyn/trend.h>

#include "statistics/distribution.h"
#include "statistics/line.h"
#include "statistics/numeric.h"

#include <gsl/gsl_statistics.h>
#include <math.h>

#define POWER 0.80

static UtOutcome
fit (const double *x, const double *y, const double *weights, gsize n, double level, UtLine *line, double *t) {
  UtOutcome outcome = ut_line_fit (x, y, weights, n, line);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  return ut_student_quantile (level, line->df, t) ? UT_OUTCOME_OK : UT_OUTCOME_NOT_CONVERGED;
}

UtOutcome
ut_trend_wls (const double *x, const double *y, const double *weights, gsize n, double level, UtLinear *result) {
  UtLine line;
  double quantile;
  UtOutcome outcome = fit (x, y, weights, n, level, &line, &quantile);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double se = ut_line_slope_se (&line), variance = ut_line_variance (&line);
  *result = (UtLinear){
    .slope = line.slope,
    .intercept = line.mean_y - line.slope * line.mean_x,
    .slope_se = se,
    .intercept_se = sqrt (variance * (1 / line.weight + line.mean_x / line.xx * line.mean_x)),
    .t = line.slope == 0 ? 0 : line.slope / se,
    .r_squared = 1 - line.residual / line.yy,
    .sigma = sqrt (variance),
    .slope_interval = { line.slope - quantile * se, line.slope + quantile * se },
    .df = (gsize) line.df,
  };
  /* A straight line without residuals: nothing is uncertain. */
  result->p = ut_student_p (result->t, line.df);
  return UT_OUTCOME_OK;
}

UtOutcome
ut_trend_ols (const double *x, const double *y, gsize n, double level, UtLinear *result) {
  return ut_trend_wls (x, y, NULL, n, level, result);
}

UtOutcome
ut_trend_predict (const double *x, const double *y, gsize n, double x0, double level, UtPrediction *result) {
  UtLine line;
  double quantile;
  if (!isfinite (x0))
    return UT_OUTCOME_BAD_INPUT;
  UtOutcome outcome = fit (x, y, NULL, n, level, &line, &quantile);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double away = x0 - line.mean_x, value = line.mean_y + line.slope * away, variance = ut_line_variance (&line);
  double of_line = 1 / line.weight + away / line.xx * away;
  double narrow = quantile * sqrt (variance * of_line), wide = quantile * sqrt (variance * (1 + of_line));
  *result = (UtPrediction){ value, { value - narrow, value + narrow }, { value - wide, value + wide } };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_trend_slope_difference (const double *x1, const double *y1, gsize n1, const double *x2, const double *y2, gsize n2,
                           double level, UtSlopeDifference *result) {
  UtLine first, second;
  UtOutcome outcome = ut_line_fit (x1, y1, NULL, n1, &first);
  if (outcome == UT_OUTCOME_OK)
    outcome = ut_line_fit (x2, y2, NULL, n2, &second);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  double a = ut_line_variance (&first) / first.xx, b = ut_line_variance (&second) / second.xx, se = sqrt (a + b);
  double difference = first.slope - second.slope, quantile;
  /* Welch & Satterthwaite; two lines without residuals have any. */
  double df = se > 0 ? (a + b) * (a + b) / (a * a / first.df + b * b / second.df) : first.df + second.df;
  if (!ut_student_quantile (level, df, &quantile))
    return UT_OUTCOME_NOT_CONVERGED;
  double t = difference == 0 ? 0 : difference / se;
  *result = (UtSlopeDifference){
    .difference = difference,
    .se = se,
    .df = df,
    .t = t,
    .p = ut_student_p (t, df),
    .interval = { difference - quantile * se, difference + quantile * se },
  };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_trend_detectable (const double *x, gsize n, double residual_sd, double level, double *slope) {
  if (n < 3)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (x, n) || !(residual_sd >= 0) || !ut_numeric_usable (residual_sd)
      || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  double spread = gsl_stats_tss (x, 1, n);
  if (spread <= 0)
    return UT_OUTCOME_NO_VARIATION;
  double df = (double) n - 2, significant, powerful;
  if (!ut_student_quantile (level, df, &significant) || !ut_student_quantile (2 * POWER - 1, df, &powerful))
    return UT_OUTCOME_NOT_CONVERGED;
  double found = (significant + powerful) * residual_sd / sqrt (spread);
  if (!isfinite (found))
    return UT_OUTCOME_BAD_INPUT;
  *slope = found;
  return UT_OUTCOME_OK;
}
