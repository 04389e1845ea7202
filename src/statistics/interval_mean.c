#include <utsyn/interval.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <gsl/gsl_statistics.h>
#include <math.h>

UtOutcome
ut_interval_mean_of (double mean, double sd, double n, double level, UtInterval *interval) {
  if (!(n > 1) || !isfinite (n))
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_usable (mean) || !(sd >= 0) || !ut_numeric_usable (sd) || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  double t;
  if (!ut_student_quantile (level, n - 1, &t))
    return UT_OUTCOME_NOT_CONVERGED;
  double half = t * sd / sqrt (n);
  *interval = (UtInterval){ mean - half, mean + half };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_interval_mean (const double *values, gsize n, double level, UtInterval *interval) {
  if (n < 2)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (values, n))
    return UT_OUTCOME_BAD_INPUT;
  double mean = gsl_stats_mean (values, 1, n);
  return ut_interval_mean_of (mean, gsl_stats_sd_m (values, 1, n, mean), (double) n, level, interval);
}
