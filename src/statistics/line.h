/* A weighted straight line, with centred times: what least squares, prediction and the difference of slopes share. */
#ifndef UT_STATISTICS_LINE_H
#define UT_STATISTICS_LINE_H

#include <glib.h>
#include <utsyn/outcome.h>

typedef struct {
  double weight; /* in all; n when there are no weights */
  double mean_x, mean_y;
  double xx, yy; /* weighted sums of squares around the means */
  double slope;
  double residual; /* weighted residual sum of squares */
  double df;       /* points with a weight, less 2 */
} UtLine;

/* weights NULL: all 1. TOO_FEW_POINTS below 3 with a weight; BAD_INPUT; NO_VARIATION when all times or values are the
 * same. */
UtOutcome ut_line_fit (const double *x, const double *y, const double *weights, gsize n, UtLine *line);

/* Variance of a point's residual, for weight 1. */
double ut_line_variance (const UtLine *line);
double ut_line_slope_se (const UtLine *line);

#endif
