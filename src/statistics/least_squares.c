#include "statistics/least_squares.h"

#include "statistics/numeric.h"

#include <math.h>
#include <string.h>

/* A column that keeps less than this of its length beside those before it is a combination of them. */
#define DEPENDENT 1e-15L

/* Column-major, each column scaled to length 1; the decomposition leaves R above the diagonal. */
typedef struct {
  gsize n, k;
  long double *a, *length, *diagonal, *y;
} Decomposition;

static long double *
column (const Decomposition *d, gsize j) {
  return d->a + j * d->n;
}

static long double
product (const long double *u, const long double *v, gsize from, gsize n) {
  long double sum = 0;
  for (gsize i = from; i < n; i++)
    sum += u[i] * v[i];
  return sum;
}

static gboolean
load (Decomposition *d, const double *x, const double *y) {
  for (gsize j = 0; j < d->k; j++) {
    long double *a = column (d, j);
    for (gsize i = 0; i < d->n; i++)
      a[i] = x[i * d->k + j];
    d->length[j] = sqrtl (product (a, a, 0, d->n));
    if (!(d->length[j] > 0))
      return FALSE;
    for (gsize i = 0; i < d->n; i++)
      a[i] /= d->length[j];
  }
  for (gsize i = 0; i < d->n; i++)
    d->y[i] = y[i];
  return TRUE;
}

static void
reflect (long double *target, const long double *v, gsize from, gsize n, long double squared) {
  long double factor = 2 * product (v, target, from, n) / squared;
  for (gsize i = from; i < n; i++)
    target[i] -= factor * v[i];
}

/* Householder's reflections; FALSE when a column depends on those before it. */
static gboolean
decompose (Decomposition *d) {
  for (gsize j = 0; j < d->k; j++) {
    long double *v = column (d, j), length = sqrtl (product (v, v, j, d->n));
    if (!(length > DEPENDENT))
      return FALSE;
    d->diagonal[j] = v[j] > 0 ? -length : length;
    v[j] -= d->diagonal[j];
    long double squared = product (v, v, j, d->n);
    for (gsize other = j + 1; other < d->k; other++)
      reflect (column (d, other), v, j, d->n, squared);
    reflect (d->y, v, j, d->n, squared);
  }
  return TRUE;
}

/* R z = right, from the last; z may be right. */
static void
back_substitute (const Decomposition *d, long double *z) {
  for (gsize j = d->k; j-- > 0;) {
    for (gsize other = j + 1; other < d->k; other++)
      z[j] -= column (d, other)[j] * z[other];
    z[j] /= d->diagonal[j];
  }
}

static void
unpack (const Decomposition *d, const double *x, const double *y, UtLeastSquares *solution) {
  gsize n = d->n, k = d->k;
  g_autofree long double *inverse = g_new0 (long double, k *k);
  back_substitute (d, d->y);
  for (gsize j = 0; j < k; j++) {
    inverse[j * k + j] = 1;
    back_substitute (d, inverse + j * k);
    solution->estimate[j] = (double) (d->y[j] / d->length[j]);
  }
  for (gsize i = 0; i < k; i++)
    for (gsize j = 0; j < k; j++) {
      long double sum = 0;
      for (gsize m = 0; m < k; m++)
        sum += inverse[m * k + i] * inverse[m * k + j];
      solution->unscaled[i * k + j] = (double) (sum / d->length[i] / d->length[j]);
    }
  long double squares = 0;
  for (gsize i = 0; i < n; i++) {
    long double left = y[i];
    for (gsize j = 0; j < k; j++)
      left -= x[i * k + j] * (d->y[j] / d->length[j]);
    solution->residual[i] = (double) left;
    squares += left * left;
  }
  solution->sum_squares = (double) squares;
}

UtOutcome
ut_least_squares_solve (const double *x, const double *y, gsize n, gsize k, UtLeastSquares *solution) {
  if (n <= k || k == 0)
    return UT_OUTCOME_TOO_FEW_POINTS;
  if (!ut_numeric_all_finite (x, n * k) || !ut_numeric_all_finite (y, n))
    return UT_OUTCOME_BAD_INPUT;
  g_autofree long double *a = g_new (long double, n *k), *length = g_new (long double, k),
                         *diagonal = g_new (long double, k), *copy = g_new (long double, n);
  Decomposition d = { n, k, a, length, diagonal, copy };
  if (!load (&d, x, y) || !decompose (&d))
    return UT_OUTCOME_NO_VARIATION;
  *solution = (UtLeastSquares){ .n = n, .k = k, .x = x };
  solution->estimate = g_new (double, k);
  solution->residual = g_new (double, n);
  solution->unscaled = g_new (double, k *k);
  unpack (&d, x, y, solution);
  return UT_OUTCOME_OK;
}

void
ut_least_squares_clear (UtLeastSquares *solution) {
  g_clear_pointer (&solution->estimate, g_free);
  g_clear_pointer (&solution->residual, g_free);
  g_clear_pointer (&solution->unscaled, g_free);
}

double
ut_least_squares_variance (const UtLeastSquares *solution) {
  return solution->sum_squares / (double) (solution->n - solution->k);
}

void
ut_least_squares_score (const UtLeastSquares *solution, gsize point, double *score) {
  for (gsize j = 0; j < solution->k; j++)
    score[j] = solution->residual[point] * solution->x[point * solution->k + j];
}

void
ut_least_squares_add_product (double *meat, gsize k, const double *a, const double *b, double weight) {
  for (gsize i = 0; i < k; i++)
    for (gsize j = 0; j < k; j++)
      meat[i * k + j] += weight * (a[i] * b[j] + b[i] * a[j]) / 2;
}

void
ut_least_squares_sandwich (const UtLeastSquares *solution, const double *meat, double scale, double *se) {
  gsize k = solution->k;
  for (gsize term = 0; term < k; term++) {
    const double *row = solution->unscaled + term * k;
    double variance = 0;
    for (gsize i = 0; i < k; i++)
      for (gsize j = 0; j < k; j++)
        variance += row[i] * meat[i * k + j] * row[j];
    /* A perfect fit may leave a hair below 0. */
    se[term] = sqrt (MAX (0, scale * variance));
  }
}
