#include <utsyn/quantile.h>

#include "statistics/numeric.h"

#include <math.h>
#include <stdlib.h>

/* Where the quantile lies among 1 … n, Hyndman & Fan's n·p + m. */
static gboolean
position (int type, double probability, double n, double *where) {
  switch (type) {
  case 2:
    *where = n * probability;
    return TRUE;
  case 6:
    *where = (n + 1) * probability;
    return TRUE;
  case 7:
    *where = (n - 1) * probability + 1;
    return TRUE;
  case 8:
    *where = (n + 1.0 / 3) * probability + 1.0 / 3;
    return TRUE;
  default:
    return FALSE;
  }
}

static gsize
sorted_numbers (const double *values, gsize n, double *sorted) {
  gsize count = 0;
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      sorted[count++] = values[i];
  qsort (sorted, count, sizeof *sorted, ut_numeric_compare);
  return count;
}

UtOutcome
ut_quantile (const double *values, gsize n, double probability, int type, double *quantile) {
  g_autofree double *sorted = g_new (double, MAX (n, 1));
  gsize count = sorted_numbers (values, n, sorted);
  double where, size = (double) count;
  if (!(probability >= 0 && probability <= 1) || !position (type, probability, size, &where))
    return UT_OUTCOME_BAD_INPUT;
  if (count == 0)
    return UT_OUTCOME_TOO_FEW_POINTS;
  /* 0.1 · 30 is a hair above 3, and a third is often written with fifteen digits: a position that near a whole number
   * is that number. */
  const double fuzz = 1e-14 * MAX (size, 1);
  double below = floor (where + fuzz), part = where - below;
  if (type == 2)
    part = part > fuzz ? 1 : 0.5;
  else if (fabs (part) < fuzz)
    part = 0;
  double low = sorted[(gsize) CLAMP (below, 1, size) - 1], high = sorted[(gsize) CLAMP (below + 1, 1, size) - 1];
  *quantile = part == 0 ? low : part == 1 ? high : low == high ? low : (1 - part) * low + part * high;
  return UT_OUTCOME_OK;
}

gboolean
ut_position (const double *values, gsize n, double value, UtPosition *position) {
  UtPosition found = { 0 };
  for (gsize i = 0; i < n; i++) {
    found.lower += values[i] < value;
    found.equal += values[i] == value;
    found.higher += values[i] > value;
  }
  gsize all = found.lower + found.equal + found.higher;
  if (all == 0)
    return FALSE;
  found.percentile = 100 * ((double) found.lower + (double) found.equal / 2) / (double) all;
  *position = found;
  return TRUE;
}

gsize
ut_rank (const double *values, gsize n, double value) {
  if (isnan (value))
    return 0;
  gsize rank = 1;
  for (gsize i = 0; i < n; i++)
    rank += values[i] < value;
  return rank;
}
