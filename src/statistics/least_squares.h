/* Least squares with several terms: a scaled QR decomposition in extended precision, and what the standard errors that
 * forgive autocorrelation, unequal variance and clusters need of it. */
#ifndef UT_STATISTICS_LEAST_SQUARES_H
#define UT_STATISTICS_LEAST_SQUARES_H

#include <glib.h>
#include <utsyn/outcome.h>

typedef struct {
  gsize n, k;         /* points and terms */
  const double *x;    /* [n·k] row by row; not owned */
  double *estimate;   /* [k] */
  double *residual;   /* [n] */
  double *unscaled;   /* [k·k] (X'X)⁻¹ */
  double sum_squares; /* of the residuals */
} UtLeastSquares;

/* TOO_FEW_POINTS when there are no more points than terms; BAD_INPUT for NaN or infinity; NO_VARIATION when a term is a
 * combination of the others. To be cleared when OK. */
UtOutcome ut_least_squares_solve (const double *x, const double *y, gsize n, gsize k, UtLeastSquares *solution);
void ut_least_squares_clear (UtLeastSquares *solution);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtLeastSquares, ut_least_squares_clear)

/* Residual variance, n − k degrees of freedom. */
double ut_least_squares_variance (const UtLeastSquares *solution);

/* √ of the diagonal of (X'X)⁻¹·meat·(X'X)⁻¹·scale, into se [k]. */
void ut_least_squares_sandwich (const UtLeastSquares *solution, const double *meat, double scale, double *se);

/* Adds w·(a b' + b a')/2 of two score vectors [k] to the meat. */
void ut_least_squares_add_product (double *meat, gsize k, const double *a, const double *b, double weight);

/* Score of a point: its residual times its terms, into score [k]. */
void ut_least_squares_score (const UtLeastSquares *solution, gsize point, double *score);

#endif
