#include <utsyn/funnel.h>

#include "statistics/numeric.h"

#include <utsyn/quantile.h>

#include <math.h>

#define WINSORISED 0.10

static UtOutcome
check (const double *numerator, const double *denominator, gsize n, UtFunnelKind kind) {
  gboolean share = kind == UT_FUNNEL_SHARE || kind == UT_FUNNEL_SHARE_PLAIN;
  for (gsize i = 0; i < n; i++) {
    if (!(denominator[i] > 0) || !isfinite (denominator[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!(numerator[i] >= 0) || !isfinite (numerator[i]) || (share && numerator[i] > denominator[i]))
      return UT_OUTCOME_BAD_INPUT;
    if (kind == UT_FUNNEL_RATIO_LOG && numerator[i] == 0)
      return UT_OUTCOME_NO_EVENTS;
  }
  return UT_OUTCOME_OK;
}

static double
target_of (double share, UtFunnelKind kind) {
  switch (kind) {
  case UT_FUNNEL_RATIO_LOG:
    return 0;
  case UT_FUNNEL_RATIO_ROOT:
    return 1;
  case UT_FUNNEL_SHARE:
    return asin (sqrt (share));
  case UT_FUNNEL_RATE:
    return log (share);
  case UT_FUNNEL_SHARE_PLAIN:
    break;
  }
  return share;
}

static double
value_of (double x, double n, UtFunnelKind kind) {
  switch (kind) {
  case UT_FUNNEL_RATIO_LOG:
    return log (x / n);
  case UT_FUNNEL_RATIO_ROOT:
    return sqrt (x / n);
  case UT_FUNNEL_SHARE:
    return asin (sqrt (x / n));
  case UT_FUNNEL_RATE:
    return log ((x + 0.5) / (n + 0.5));
  case UT_FUNNEL_SHARE_PLAIN:
    break;
  }
  return x / n;
}

static double
se_of (double x, double n, double share, UtFunnelKind kind) {
  switch (kind) {
  case UT_FUNNEL_RATIO_LOG:
    return 1 / sqrt (n);
  case UT_FUNNEL_RATIO_ROOT:
  case UT_FUNNEL_SHARE:
    return 1 / (2 * sqrt (n));
  case UT_FUNNEL_RATE:
    return sqrt (x / ((x + 0.5) * (x + 0.5)) + n / ((n + 0.5) * (n + 0.5)));
  case UT_FUNNEL_SHARE_PLAIN:
    break;
  }
  return sqrt (share * (1 - share) / n);
}

UtOutcome
ut_funnel_transform (const double *numerator, const double *denominator, gsize n, UtFunnelKind kind, double *value,
                     double *se, double *target) {
  if (n == 0)
    return UT_OUTCOME_TOO_FEW_POINTS;
  UtOutcome outcome = check (numerator, denominator, n, kind);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double events = 0, all = 0;
  for (gsize i = 0; i < n; i++) {
    events += numerator[i];
    all += denominator[i];
  }
  if (events <= 0 || (kind == UT_FUNNEL_SHARE_PLAIN && events >= all))
    return UT_OUTCOME_NO_EVENTS;
  double share = events / all;
  *target = target_of (share, kind);
  for (gsize i = 0; i < n; i++) {
    value[i] = value_of (numerator[i], denominator[i], kind);
    se[i] = se_of (numerator[i], denominator[i], share, kind);
  }
  return UT_OUTCOME_OK;
}

static double
between_variance (const double *se, gsize n, double phi) {
  double k = (double) n, weight = 0, squared = 0;
  for (gsize i = 0; i < n; i++) {
    double w = 1 / (se[i] * se[i]);
    weight += w;
    squared += w * w;
  }
  return MAX (0, (k * phi - (k - 1)) / (weight - squared / weight));
}

UtOutcome
ut_overdispersion (const double *value, const double *se, gsize n, double target, UtOverdispersion *result,
                   UtFunnelScore *scores) {
  if (n < 2)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (value, n) || !ut_numeric_all_finite (se, n) || !ut_numeric_usable (target))
    return UT_OUTCOME_BAD_INPUT;
  g_autofree double *z = g_new (double, n);
  for (gsize i = 0; i < n; i++) {
    if (!ut_numeric_denominator (se[i]))
      return UT_OUTCOME_BAD_INPUT;
    z[i] = (value[i] - target) / se[i];
  }
  double low, high, phi = 0;
  ut_quantile (z, n, WINSORISED, 7, &low);
  ut_quantile (z, n, 1 - WINSORISED, 7, &high);
  for (gsize i = 0; i < n; i++) {
    double kept = CLAMP (z[i], low, high);
    phi += kept * kept / (double) n;
  }
  double between = between_variance (se, n, phi);
  if (!isfinite (between))
    return UT_OUTCOME_NOT_CONVERGED;
  *result = (UtOverdispersion){ phi, between };
  for (gsize i = 0; scores && i < n; i++)
    scores[i] = (UtFunnelScore){
      .z = z[i],
      .winsorised = CLAMP (z[i], low, high),
      .additive = (value[i] - target) / sqrt (se[i] * se[i] + between),
      .multiplicative = z[i] / sqrt (MAX (1, phi)),
    };
  return UT_OUTCOME_OK;
}
