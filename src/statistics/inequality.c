#include <utsyn/inequality.h>

#include "statistics/numeric.h"

#include <math.h>

static double
to_scale (UtScale scale, double value) {
  return scale == UT_SCALE_LOG ? log (value) : scale == UT_SCALE_LOGIT ? log (value) - log1p (-value) : value;
}

static double
from_scale (UtScale scale, double value) {
  return scale == UT_SCALE_LOG ? exp (value) : scale == UT_SCALE_LOGIT ? 1 / (1 + exp (-value)) : value;
}

static gboolean
on_scale (UtScale scale, double value) {
  return ut_numeric_usable (value) && (scale == UT_SCALE_PLAIN || value > 0) && (scale != UT_SCALE_LOGIT || value < 1);
}

/* The line at the bottom (0) and the top (1) of the ranking: means and covariance. */
typedef struct {
  UtScale scale;
  double bottom, top;
  double bottom_variance, top_variance, covariance;
} Ends;

static UtOutcome
check (const double *persons, const double *value, const double *se, gsize n, UtScale scale, double *all) {
  *all = 0;
  for (gsize i = 0; i < n; i++) {
    if (!(persons[i] > 0) || !isfinite (persons[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!ut_numeric_denominator (persons[i]) || !on_scale (scale, value[i])
        || (se && (!(se[i] >= 0) || !ut_numeric_usable (se[i]))))
      return UT_OUTCOME_BAD_INPUT;
    *all += persons[i];
  }
  return UT_OUTCOME_OK;
}

/* Weighted least squares on the middle of each group's place in the ranking; both ends are sums over the values. */
static void
fit_ends (const double *persons, const double *value, const double *se, gsize n, double all, Ends *ends) {
  double below = 0, mean = 0, spread = 0;
  g_autofree double *place = g_new (double, n);
  for (gsize i = 0; i < n; i++) {
    place[i] = (below + persons[i] / 2) / all;
    below += persons[i];
    mean += persons[i] / all * place[i];
  }
  for (gsize i = 0; i < n; i++)
    spread += persons[i] / all * (place[i] - mean) * (place[i] - mean);
  for (gsize i = 0; i < n; i++) {
    double share = persons[i] / all, slope = share * (place[i] - mean) / spread;
    double bottom = share - mean * slope, top = bottom + slope, y = to_scale (ends->scale, value[i]);
    double variance = se ? se[i] * se[i] : 0;
    ends->bottom += bottom * y;
    ends->top += top * y;
    ends->bottom_variance += bottom * bottom * variance;
    ends->top_variance += top * top * variance;
    ends->covariance += bottom * top * variance;
  }
}

static double
slope_se (const Ends *ends) {
  return sqrt (MAX (0, ends->bottom_variance + ends->top_variance - 2 * ends->covariance));
}

/* Fieller: the ratios r with |top − r·bottom| within z of its standard error; none where the bottom may be 0. */
static UtInterval
fieller (const Ends *ends, double z) {
  double a = ends->bottom * ends->bottom - z * z * ends->bottom_variance;
  double b = ends->bottom * ends->top - z * z * ends->covariance;
  double c = ends->top * ends->top - z * z * ends->top_variance;
  if (a <= 0)
    return (UtInterval){ NAN, NAN };
  double root = sqrt (MAX (0, b * b - a * c));
  return (UtInterval){ (b - root) / a, (b + root) / a };
}

/* The line turned about its middle, where the mean of all groups is, to another slope. */
static Ends
turned (const Ends *ends, double slope) {
  double middle = (ends->bottom + ends->top) / 2;
  return (Ends){ .scale = ends->scale, .bottom = middle - slope / 2, .top = middle + slope / 2 };
}

static double
difference (const Ends *ends) {
  return from_scale (ends->scale, ends->top) - from_scale (ends->scale, ends->bottom);
}

static double
quotient (const Ends *ends) {
  return from_scale (ends->scale, ends->top) / from_scale (ends->scale, ends->bottom);
}

static void
limits (const Ends *ends, double level, UtInequality *result) {
  double z = ut_numeric_z (level), slope = ends->top - ends->bottom, half = z * slope_se (ends);
  Ends lower = turned (ends, slope - half), upper = turned (ends, slope + half);
  result->slope_interval = (UtInterval){ difference (&lower), difference (&upper) };
  if (isnan (result->ratio))
    return;
  result->ratio_interval
      = ends->scale == UT_SCALE_PLAIN ? fieller (ends, z) : (UtInterval){ quotient (&lower), quotient (&upper) };
}

UtOutcome
ut_inequality (const double *persons, const double *value, const double *se, gsize n, UtScale scale, double level,
               UtInequality *result) {
  double all;
  if (n < 3)
    return UT_OUTCOME_TOO_FEW_POINTS;
  UtOutcome outcome = check (persons, value, se, n, scale, &all);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  Ends ends = { .scale = scale };
  fit_ends (persons, value, se, n, all, &ends);
  double bottom = from_scale (scale, ends.bottom), top = from_scale (scale, ends.top);
  UtInequality found = {
    .bottom = bottom,
    .top = top,
    .slope = difference (&ends),
    .ratio = bottom > 0 ? quotient (&ends) : NAN,
    .slope_interval = { NAN, NAN },
    .ratio_interval = { NAN, NAN },
  };
  if (se)
    limits (&ends, level, &found);
  *result = found;
  return UT_OUTCOME_OK;
}
