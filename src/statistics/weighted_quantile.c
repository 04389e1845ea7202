#include <utsyn/quantile.h>

#include <math.h>
#include <stdlib.h>

typedef struct {
  double value, weight;
} Weighted;

static int
compare (const void *a, const void *b) {
  const Weighted *x = a, *y = b;
  return (x->value > y->value) - (x->value < y->value);
}

/* Those with a value and a weight, rising. */
static UtOutcome
sort_weighted (const double *values, const double *weights, gsize n, double probability, Weighted *sorted,
               gsize *n_sorted, double *all) {
  if (!(probability >= 0 && probability <= 1))
    return UT_OUTCOME_BAD_INPUT;
  *all = 0;
  *n_sorted = 0;
  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    if (!(weights[i] >= 0) || !isfinite (weights[i]))
      return UT_OUTCOME_BAD_INPUT;
    if (weights[i] == 0)
      continue;
    sorted[(*n_sorted)++] = (Weighted){ values[i], weights[i] };
    *all += weights[i];
  }
  qsort (sorted, *n_sorted, sizeof *sorted, compare);
  return *n_sorted > 0 ? UT_OUTCOME_OK : UT_OUTCOME_TOO_FEW_POINTS;
}

/* The first value with this much weight up to it; a hair of rounding does not count. */
static double
value_at (const Weighted *sorted, gsize n, double weight) {
  double sum = 0;
  for (gsize i = 0; i < n; i++) {
    sum += sorted[i].weight;
    if (sum >= weight * (1 - 1e-12))
      return sorted[i].value;
  }
  return sorted[n - 1].value;
}

UtOutcome
ut_quantile_weighted (const double *values, const double *weights, gsize n, double probability, double *quantile) {
  g_autofree Weighted *sorted = g_new (Weighted, MAX (n, 1));
  gsize n_sorted;
  double all;
  UtOutcome outcome = sort_weighted (values, weights, n, probability, sorted, &n_sorted, &all);
  if (outcome == UT_OUTCOME_OK)
    *quantile = value_at (sorted, n_sorted, probability * all);
  return outcome;
}

UtOutcome
ut_quantile_frequency (const double *values, const double *weights, gsize n, double probability, double *quantile) {
  g_autofree Weighted *sorted = g_new (Weighted, MAX (n, 1));
  gsize n_sorted;
  double all;
  UtOutcome outcome = sort_weighted (values, weights, n, probability, sorted, &n_sorted, &all);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double where = 1 + MAX (all - 1, 0) * probability, below = floor (where * (1 + 1e-14)), part = MAX (where - below, 0);
  double low = value_at (sorted, n_sorted, MAX (below, 1)), high = value_at (sorted, n_sorted, MIN (below + 1, all));
  *quantile = low == high ? low : (1 - part) * low + part * high;
  return UT_OUTCOME_OK;
}

gboolean
ut_quantile_groups (const double *values, gsize n, gsize n_groups, gboolean inverted, gsize *group) {
  double count = 0, groups = (double) n_groups;
  for (gsize i = 0; i < n; i++)
    count += !isnan (values[i]);
  gboolean enough = n_groups > 0 && count >= groups;
  for (gsize i = 0; i < n; i++) {
    group[i] = 0;
    if (!enough || isnan (values[i]))
      continue;
    double rank = 1;
    for (gsize j = 0; j < n; j++)
      rank += inverted ? values[j] > values[i] : values[j] < values[i];
    /* In floating point as PHEindicatormethods has it, so that the same places meet the same edges. */
    double number = floor ((groups + 1) - ceil (((count + 1) - rank) / (count / groups)));
    group[i] = (gsize) MAX (number, 1);
  }
  return enough;
}
