#include <utsyn/trend.h>

#include "statistics/numeric.h"

#include <math.h>

#define EXACT_UP_TO 50

static double
score (const double *y, gsize n) {
  double s = 0;
  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; j < n; j++)
      s += (y[j] > y[i]) - (y[j] < y[i]);
  return s;
}

/* Two-sided p of S over all orders of n different values. S is the number of pairs less twice the number of inversions,
 * and the inversions of i values are those of i − 1 values plus 0 … i − 1, each as likely. */
static double
exact_p (double s, gsize n) {
  gsize pairs = n * (n - 1) / 2;
  g_autofree double *share = g_new0 (double, pairs + 1);
  g_autofree double *next = g_new0 (double, pairs + 1);
  share[0] = 1;
  for (gsize i = 2; i <= n; i++) {
    for (gsize k = 0; k <= i * (i - 1) / 2; k++) {
      double window = 0;
      for (gsize back = 0; back < i && back <= k; back++)
        window += share[k - back];
      next[k] = window / (double) i;
    }
    double *swap = share;
    share = next;
    next = swap;
  }
  gsize fewer = (pairs - (gsize) fabs (s)) / 2;
  double tail = 0;
  for (gsize k = 0; k <= fewer; k++)
    tail += share[k];
  return MIN (1, 2 * tail);
}

static double
tied_pairs (const double *y, gsize n) {
  double tied = 0;
  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; j < n; j++)
      tied += y[i] == y[j];
  return tied;
}

UtOutcome
ut_trend_mann_kendall (const double *y, gsize n, UtMannKendall *result) {
  if (n < 3)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (y, n))
    return UT_OUTCOME_BAD_INPUT;
  double points = (double) n, ties = ut_numeric_tie_term (y, n);
  double variance = points * (points - 1) * (2 * points + 5) / 18 - ties;
  if (ut_numeric_constant (y, NULL, n))
    return UT_OUTCOME_NO_VARIATION;
  double s = score (y, n);
  result->s = s;
  result->variance = variance;
  result->z = s == 0 ? 0 : (s - copysign (1, s)) / sqrt (variance);
  result->p_normal = ut_numeric_normal_p (result->z);
  double pairs = points * (points - 1) / 2;
  result->tau_a = s / pairs;
  result->tau_b = s / sqrt (pairs * (pairs - tied_pairs (y, n)));
  result->p_exact = ties == 0 && n <= EXACT_UP_TO ? exact_p (s, n) : NAN;
  result->p = isnan (result->p_exact) ? result->p_normal : result->p_exact;
  return UT_OUTCOME_OK;
}
