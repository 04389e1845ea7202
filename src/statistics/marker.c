#include <utsyn/trend.h>

#include "statistics/numeric.h"

#include <math.h>

#define N_POINTS    5
#define SIGNIFICANT 9.5495 /* chi-square of 1 df, p 0.002 */

typedef struct {
  double slope, chi_square;
} Slope;

/* Of the points but one; none is left out when `but` is N_POINTS. */
static Slope
slope_of (const double *count, const double *persons, UtTrendKind kind, gsize but) {
  double events = 0, all = 0, mean = 0, cross = 0, spread = 0;
  for (gsize i = 0; i < N_POINTS; i++)
    if (i != but) {
      events += count[i];
      all += persons[i];
      mean += persons[i] * (double) i;
    }
  mean /= all;
  double share = events / all;
  for (gsize i = 0; i < N_POINTS; i++)
    if (i != but) {
      double away = (double) i - mean;
      cross += away * (count[i] - persons[i] * share);
      spread += persons[i] * away * away;
    }
  double variance = kind == UT_TREND_PROPORTION ? share * (1 - share) : share;
  return (Slope){ cross / spread, variance > 0 ? cross / spread * cross / variance : 0 };
}

static UtOutcome
check (const double *count, const double *persons, const double *year, UtTrendKind kind) {
  double events = 0, all = 0;
  for (gsize i = 0; i < N_POINTS; i++) {
    if (!(persons[i] > 0) || !isfinite (persons[i]))
      return UT_OUTCOME_NO_DENOMINATOR;
    if (!ut_numeric_denominator (persons[i]) || !(count[i] >= 0) || !ut_numeric_usable (count[i])
        || (kind == UT_TREND_PROPORTION && count[i] > persons[i]))
      return UT_OUTCOME_BAD_INPUT;
    if (i > 0 && year[i] != year[i - 1] + 1)
      return UT_OUTCOME_TOO_FEW_POINTS;
    events += count[i];
    all += persons[i];
  }
  return events <= 0 || (kind == UT_TREND_PROPORTION && events >= all) ? UT_OUTCOME_NO_EVENTS : UT_OUTCOME_OK;
}

UtOutcome
ut_trend_marker (const double *count, const double *persons, const double *year, gsize n, UtTrendKind kind,
                 UtTrendMarker *result) {
  if (n < N_POINTS)
    return UT_OUTCOME_TOO_FEW_POINTS;
  gsize first = n - N_POINTS;
  UtOutcome outcome = check (count + first, persons + first, year + first, kind);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  Slope all = slope_of (count + first, persons + first, kind, N_POINTS);
  int rising = 0, falling = 0;
  for (gsize but = 0; but <= N_POINTS; but++) {
    double slope = slope_of (count + first, persons + first, kind, but).slope;
    rising += slope > 0;
    falling += slope < 0;
  }
  int side = rising == N_POINTS + 1 ? 1 : falling == N_POINTS + 1 ? -1 : 0;
  *result = (UtTrendMarker){ all.slope, all.chi_square, all.chi_square > SIGNIFICANT ? side : 0 };
  return UT_OUTCOME_OK;
}
