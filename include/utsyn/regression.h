/**
 * @file regression.h
 * Least squares with several terms. For an interrupted series, see effect.h.
 */
#ifndef UTSYN_REGRESSION_H
#define UTSYN_REGRESSION_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** How well the terms describe the values. */
typedef struct {
  double residual_sd; /**< with n − terms degrees of freedom */
  double r_squared;   /**< around the mean; around 0 without an intercept */
  gsize df;
} UtFit;

/**
 * Multiple regression by least squares, with a scaled QR decomposition in extended precision; Golub & Van Loan 1996.
 *
 * @param x          [n · n_terms] terms, row by row, finite
 * @param y          [n] values, finite
 * @param intercept  the line need not pass 0
 * @param[out] estimate,se  [intercept + n_terms] coefficients, the intercept first, and their standard errors; touched
 *                          only when OK, as `fit`
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS when there are no more points than coefficients (or none of these);
 *         UT_OUTCOME_BAD_INPUT for NaN or infinity; UT_OUTCOME_NO_VARIATION when a term is a combination of the others.
 *
 * Reference cases: tests/reference/regression.csv
 */
UtOutcome ut_regress (const double *x, const double *y, gsize n, gsize n_terms, gboolean intercept, double *estimate,
                      double *se, UtFit *fit);

/**
 * Polynomial by least squares: y = b₀ + b₁x + … + b_degree·x^degree. As ut_regress().
 *
 * @param x  [n] finite
 * @param[out] estimate,se  [degree + 1]
 *
 * Reference cases: tests/reference/regression.csv
 */
UtOutcome ut_regress_polynomial (const double *x, const double *y, gsize n, gsize degree, double *estimate, double *se,
                                 UtFit *fit);

UT_END_DECLS

#endif
