#include <utsyn/trend.h>

#include "statistics/numeric.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

/* The chi-square of one degree of freedom, by the normal distribution: GSL's gamma function complains of underflow. */
static double
chi_square_p (double chi_square) {
  return 2 * gsl_cdf_ugaussian_Q (sqrt (chi_square));
}

static UtOutcome
check_points (const double *events, const double *n, const double *t, gsize n_points) {
  if (n_points < 3)
    return UT_OUTCOME_TOO_FEW_POINTS;
  for (gsize i = 0; i < n_points; i++) {
    if (!(n[i] > 0) || !isfinite (n[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!(events[i] >= 0 && events[i] <= n[i]) || !isfinite (t[i]))
      return UT_OUTCOME_BAD_INPUT;
  }
  return UT_OUTCOME_OK;
}

UtOutcome
ut_trend_proportions (const double *events, const double *n, const double *t, gsize n_points,
                      UtProportionTrend *result) {
  UtOutcome outcome = check_points (events, n, t, n_points);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double all_events = 0, all = 0, mean_time = 0;
  for (gsize i = 0; i < n_points; i++) {
    all_events += events[i];
    all += n[i];
    mean_time += n[i] * (t[i] - t[0]);
  }
  if (all_events == 0 || all_events == all)
    return UT_OUTCOME_NO_EVENTS;
  mean_time = t[0] + mean_time / all;
  double share = all_events / all, cross = 0, spread = 0;
  for (gsize i = 0; i < n_points; i++) {
    double away = t[i] - mean_time;
    cross += away * (events[i] - n[i] * share);
    spread += n[i] * away * away;
  }
  if (spread <= 0)
    return UT_OUTCOME_NO_VARIATION;
  double slope = cross / spread, variance = share * (1 - share), departure = 0;
  for (gsize i = 0; i < n_points; i++) {
    double residual = events[i] / n[i] - share - slope * (t[i] - mean_time);
    departure += n[i] * residual * residual / variance;
  }
  result->slope = slope;
  result->chi_square = cross * cross / (spread * variance);
  result->p = chi_square_p (result->chi_square);
  result->dispersion = MAX (1, departure / (double) (n_points - 2));
  result->p_dispersed = chi_square_p (result->chi_square / result->dispersion);
  return UT_OUTCOME_OK;
}
