#include <utsyn/regression.h>

#include "statistics/least_squares.h"

#include <math.h>

static double
total (const double *y, gsize n, gboolean intercept) {
  double mean = 0, sum = 0;
  for (gsize i = 0; i < n && intercept; i++)
    mean += y[i] / (double) n;
  for (gsize i = 0; i < n; i++)
    sum += (y[i] - mean) * (y[i] - mean);
  return sum;
}

/* A design that is made here, so that it outlives the solution. */
static UtOutcome
solve (double *design, const double *y, gsize n, gsize k, gboolean intercept, double *estimate, double *se,
       UtFit *fit) {
  g_auto (UtLeastSquares) solution = { 0 };
  UtOutcome outcome = ut_least_squares_solve (design, y, n, k, &solution);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double variance = ut_least_squares_variance (&solution), all = total (y, n, intercept);
  for (gsize j = 0; j < k; j++) {
    estimate[j] = solution.estimate[j];
    se[j] = sqrt (variance * solution.unscaled[j * k + j]);
  }
  *fit = (UtFit){ sqrt (variance), all > 0 ? 1 - solution.sum_squares / all : 1, n - k };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_regress (const double *x, const double *y, gsize n, gsize n_terms, gboolean intercept, double *estimate, double *se,
            UtFit *fit) {
  gsize k = n_terms + (intercept ? 1 : 0);
  if (n <= k || k == 0)
    return UT_OUTCOME_TOO_FEW_POINTS;
  g_autofree double *design = g_new (double, n *k);
  for (gsize i = 0; i < n; i++) {
    double *row = design + i * k;
    if (intercept)
      *row++ = 1;
    for (gsize j = 0; j < n_terms; j++)
      row[j] = x[i * n_terms + j];
  }
  return solve (design, y, n, k, intercept, estimate, se, fit);
}

UtOutcome
ut_regress_polynomial (const double *x, const double *y, gsize n, gsize degree, double *estimate, double *se,
                       UtFit *fit) {
  gsize k = degree + 1;
  if (n <= k)
    return UT_OUTCOME_TOO_FEW_POINTS;
  g_autofree double *design = g_new (double, n *k);
  for (gsize i = 0; i < n; i++) {
    design[i * k] = 1;
    for (gsize j = 1; j < k; j++)
      design[i * k + j] = design[i * k + j - 1] * x[i];
  }
  return solve (design, y, n, k, TRUE, estimate, se, fit);
}
