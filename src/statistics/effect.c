#include <utsyn/effect.h>

#include "statistics/distribution.h"
#include "statistics/least_squares.h"
#include "statistics/numeric.h"

#include <math.h>

#define N_TERMS 4

/* estimate/se; a term that is 0 without any doubt has no t to speak of. */
static double
ratio (double estimate, double se) {
  return estimate == 0 ? 0 : estimate / se;
}

static void
plain_terms (const UtLeastSquares *solution, double *se, double *t, double *p) {
  double variance = ut_least_squares_variance (solution), df = (double) (solution->n - solution->k);
  for (gsize j = 0; j < N_TERMS; j++) {
    se[j] = sqrt (variance * solution->unscaled[j * N_TERMS + j]);
    t[j] = ratio (solution->estimate[j], se[j]);
    p[j] = ut_student_p (t[j], df);
  }
}

/* MacKinnon & White's first correction: n/(n − k). */
static void
unequal_variance (const UtLeastSquares *solution, double *se) {
  double meat[N_TERMS * N_TERMS] = { 0 }, score[N_TERMS], n = (double) solution->n;
  for (gsize i = 0; i < solution->n; i++) {
    ut_least_squares_score (solution, i, score);
    ut_least_squares_add_product (meat, N_TERMS, score, score, 1);
  }
  ut_least_squares_sandwich (solution, meat, n / (n - N_TERMS), se);
}

/* Bartlett's weights up to the lag. */
static void
newey_west (const UtLeastSquares *solution, gsize lag, double *se) {
  double meat[N_TERMS * N_TERMS] = { 0 }, score[N_TERMS], other[N_TERMS], n = (double) solution->n;
  for (gsize i = 0; i < solution->n; i++) {
    ut_least_squares_score (solution, i, score);
    for (gsize back = 0; back <= lag && back <= i; back++) {
      double weight = 1 - (double) back / (double) (lag + 1);
      ut_least_squares_score (solution, i - back, other);
      ut_least_squares_add_product (meat, N_TERMS, score, other, back == 0 ? 1 : 2 * weight);
    }
  }
  ut_least_squares_sandwich (solution, meat, n / (n - N_TERMS), se);
}

static double
durbin_watson (const double *residual, gsize n) {
  double moves = 0, all = residual[0] * residual[0];
  for (gsize i = 1; i < n; i++) {
    moves += (residual[i] - residual[i - 1]) * (residual[i] - residual[i - 1]);
    all += residual[i] * residual[i];
  }
  return all > 0 ? moves / all : 2;
}

static void
describe_series (const UtLeastSquares *solution, gsize lag, UtInterruption *result) {
  double plain[N_TERMS], t[N_TERMS], p[N_TERMS], unequal[N_TERMS], autocorrelated[N_TERMS];
  plain_terms (solution, plain, t, p);
  unequal_variance (solution, unequal);
  newey_west (solution, lag, autocorrelated);
  double df = (double) (solution->n - N_TERMS);
  UtEffect *terms[] = { &result->level, &result->trend, &result->step, &result->bend };
  for (gsize j = 0; j < N_TERMS; j++)
    *terms[j] = (UtEffect){
      .estimate = solution->estimate[j],
      .se_plain = plain[j],
      .p_plain = p[j],
      .se_unequal = unequal[j],
      .se = autocorrelated[j],
      .p = ut_student_p (ratio (solution->estimate[j], autocorrelated[j]), df),
    };
  result->lag = lag;
  result->durbin_watson = durbin_watson (solution->residual, solution->n);
}

UtOutcome
ut_effect_interrupted (const double *time, const double *y, gsize n, double change, int lag, UtInterruption *result) {
  if (n <= N_TERMS)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (time, n) || !isfinite (change))
    return UT_OUTCOME_BAD_INPUT;
  g_autofree double *design = g_new (double, n *N_TERMS);
  for (gsize i = 0; i < n; i++) {
    if (i > 0 && !(time[i] > time[i - 1]))
      return UT_OUTCOME_BAD_INPUT;
    double *row = design + i * N_TERMS, since = time[i] - change;
    row[0] = 1;
    row[1] = time[i];
    row[2] = since > 0;
    row[3] = MAX (since, 0);
  }
  g_auto (UtLeastSquares) solution = { 0 };
  UtOutcome outcome = ut_least_squares_solve (design, y, n, N_TERMS, &solution);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double automatic = floor (4 * pow ((double) n / 100, 2.0 / 9));
  describe_series (&solution, MIN (lag < 0 ? (gsize) automatic : (gsize) lag, n - 1), result);
  return UT_OUTCOME_OK;
}

/* Scores summed within each unit; returns how many units there are. */
static gsize
cluster_meat (const UtLeastSquares *solution, const double *unit, double *meat) {
  gsize n_units = 0;
  for (gsize i = 0; i < solution->n; i++) {
    gboolean seen = FALSE;
    for (gsize j = 0; j < i && !seen; j++)
      seen = unit[j] == unit[i];
    if (seen)
      continue;
    double sum[N_TERMS] = { 0 }, score[N_TERMS];
    for (gsize j = i; j < solution->n; j++) {
      if (unit[j] != unit[i])
        continue;
      ut_least_squares_score (solution, j, score);
      for (gsize term = 0; term < N_TERMS; term++)
        sum[term] += score[term];
    }
    ut_least_squares_add_product (meat, N_TERMS, sum, sum, 1);
    n_units++;
  }
  return n_units;
}

/* Placebos: what each place without the measure would have been said to gain by it */

typedef struct {
  const double *y, *treated, *after, *unit;
  gsize n;
} Panel;

static gboolean
is_first_of_unit (const Panel *panel, gsize i) {
  for (gsize j = 0; j < i; j++)
    if (panel->unit[j] == panel->unit[i])
      return FALSE;
  return TRUE;
}

/* Change of one unit, or of all units with or without the measure but that one; NaN where it has not both. */
static double
change_of (const Panel *panel, gboolean alone, double unit, double treated) {
  double sum[2] = { 0 }, n[2] = { 0 };
  for (gsize i = 0; i < panel->n; i++) {
    if (alone ? panel->unit[i] != unit : panel->treated[i] != treated || panel->unit[i] == unit)
      continue;
    gsize after = panel->after[i] == 1;
    sum[after] += panel->y[i];
    n[after]++;
  }
  return n[0] > 0 && n[1] > 0 ? sum[1] / n[1] - sum[0] / n[0] : NAN;
}

/* Its rank among them, itself counted; ties to rounding are ties. */
static void
rank_among_placebos (const Panel *panel, double effect, UtDifferenceInDifferences *result) {
  double as_large = 1;
  for (gsize i = 0; i < panel->n; i++) {
    if (!is_first_of_unit (panel, i))
      continue;
    result->n_treated += panel->treated[i] == 1;
    if (panel->treated[i] == 1)
      continue;
    double placebo = change_of (panel, TRUE, panel->unit[i], 0) - change_of (panel, FALSE, panel->unit[i], 0);
    if (isnan (placebo))
      continue;
    result->n_placebos++;
    as_large += fabs (placebo) >= fabs (effect) * (1 - 1e-12);
  }
  if (result->n_treated >= UT_EFFECT_MANY_TREATED)
    return;
  result->by_placebo = TRUE;
  result->effect.p
      = result->n_placebos >= UT_EFFECT_LEAST_PLACEBOS ? as_large / (1 + (double) result->n_placebos) : NAN;
}

static UtOutcome
describe_difference (const UtLeastSquares *solution, const double *unit, UtDifferenceInDifferences *result) {
  double plain[N_TERMS], t[N_TERMS], p[N_TERMS], unequal[N_TERMS], clustered[N_TERMS];
  double meat[N_TERMS * N_TERMS] = { 0 }, n = (double) solution->n;
  gsize n_units = cluster_meat (solution, unit, meat);
  if (n_units < 2)
    return UT_OUTCOME_TOO_FEW_POINTS;
  double units = (double) n_units;
  plain_terms (solution, plain, t, p);
  unequal_variance (solution, unequal);
  ut_least_squares_sandwich (solution, meat, units / (units - 1) * (n - 1) / (n - N_TERMS), clustered);
  UtEffect *terms[] = { &result->level, &result->treated, &result->after, &result->effect };
  for (gsize j = 0; j < N_TERMS; j++)
    *terms[j] = (UtEffect){
      .estimate = solution->estimate[j],
      .se_plain = plain[j],
      .p_plain = p[j],
      .se_unequal = unequal[j],
      .se = clustered[j],
      .p = ut_student_p (ratio (solution->estimate[j], clustered[j]), units - 1),
    };
  result->n_units = n_units;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_effect_difference (const double *y, const double *treated, const double *after, const double *unit, gsize n,
                      UtDifferenceInDifferences *result) {
  if (n <= N_TERMS)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (unit, n))
    return UT_OUTCOME_BAD_INPUT;
  g_autofree double *design = g_new (double, n *N_TERMS);
  for (gsize i = 0; i < n; i++) {
    if ((treated[i] != 0 && treated[i] != 1) || (after[i] != 0 && after[i] != 1))
      return UT_OUTCOME_BAD_INPUT;
    double *row = design + i * N_TERMS;
    row[0] = 1;
    row[1] = treated[i];
    row[2] = after[i];
    row[3] = treated[i] * after[i];
  }
  g_auto (UtLeastSquares) solution = { 0 };
  UtOutcome outcome = ut_least_squares_solve (design, y, n, N_TERMS, &solution);
  if (outcome == UT_OUTCOME_OK)
    outcome = describe_difference (&solution, unit, result);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  const Panel panel = { y, treated, after, unit, n };
  result->n_treated = result->n_placebos = 0;
  result->by_placebo = FALSE;
  rank_among_placebos (&panel, result->effect.estimate, result);
  return UT_OUTCOME_OK;
}
