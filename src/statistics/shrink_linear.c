#include <utsyn/shrink.h>

#include "statistics/numeric.h"

#include <math.h>

static UtOutcome
check (const double *count, const double *persons, gsize n, gboolean shares, double *events, double *all) {
  *events = *all = 0;
  if (n < 2)
    return UT_OUTCOME_TOO_FEW_POINTS;
  for (gsize i = 0; i < n; i++) {
    if (!(persons[i] > 0) || !isfinite (persons[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!ut_numeric_denominator (persons[i]) || !(count[i] >= 0) || !ut_numeric_usable (count[i])
        || (shares && count[i] > persons[i]))
      return UT_OUTCOME_BAD_INPUT;
    *events += count[i];
    *all += persons[i];
  }
  return *events <= 0 || (shares && *events >= *all) ? UT_OUTCOME_NO_EVENTS : UT_OUTCOME_OK;
}

static double
spread (const double *count, const double *persons, gsize n, double mean, double all) {
  double sum = 0;
  for (gsize i = 0; i < n; i++) {
    double away = count[i] / persons[i] - mean;
    sum += persons[i] / all * away * away;
  }
  return sum;
}

UtOutcome
ut_shrink_marshall (const double *count, const double *persons, gsize n, double *estimate, UtShrinkLinear *result) {
  double events, all;
  UtOutcome outcome = check (count, persons, n, FALSE, &events, &all);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double mean = events / all, between = MAX (0, spread (count, persons, n, mean, all) - mean / (all / (double) n));
  for (gsize i = 0; i < n; i++)
    estimate[i]
        = between > 0 ? mean + (count[i] / persons[i] - mean) * (between / (between + mean / persons[i])) : mean;
  *result = (UtShrinkLinear){ mean, between };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_shrink_martuzzi_elliott (const double *count, const double *persons, gsize n, double *estimate,
                            UtShrinkLinear *result) {
  double events, all;
  UtOutcome outcome = check (count, persons, n, TRUE, &events, &all);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double mean = events / all, within = mean * (1 - mean), seen = spread (count, persons, n, mean, all);
  double between = seen - within * (double) n / all;
  for (gsize i = 0; i < n; i++) {
    double weight = between / (between + (within - seen) / persons[i]);
    estimate[i] = mean + (isfinite (weight) ? weight * (count[i] / persons[i] - mean) : 0);
  }
  *result = (UtShrinkLinear){ mean, between };
  return UT_OUTCOME_OK;
}
