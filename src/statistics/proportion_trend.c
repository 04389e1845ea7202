#include <utsyn/trend.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <math.h>

static UtOutcome
check_points (const double *events, const double *n, const double *t, gsize n_points) {
  if (n_points < 3)
    return UT_OUTCOME_TOO_FEW_POINTS;
  for (gsize i = 0; i < n_points; i++) {
    if (!(n[i] > 0) || !isfinite (n[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!ut_numeric_denominator (n[i]) || !(events[i] >= 0 && events[i] <= n[i]) || !ut_numeric_usable (t[i]))
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
  double chi_square = cross * cross / (spread * variance);
  if (!isfinite (chi_square) || !isfinite (departure))
    return UT_OUTCOME_BAD_INPUT;
  result->slope = slope;
  result->chi_square = chi_square;
  result->p = ut_chi_square_p (result->chi_square, 1);
  result->departure = departure;
  result->df_departure = n_points - 2;
  result->p_departure = ut_chi_square_p (departure, (double) n_points - 2);
  result->p_total = ut_chi_square_p (departure + result->chi_square, (double) n_points - 1);
  result->dispersion = MAX (1, departure / (double) (n_points - 2));
  result->p_dispersed = ut_chi_square_p (result->chi_square / result->dispersion, 1);
  return UT_OUTCOME_OK;
}
