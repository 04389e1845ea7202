/* Small numeric tools shared by the methods: the normal quantile of a level, and a root by bracketing. */
#ifndef UT_STATISTICS_NUMERIC_H
#define UT_STATISTICS_NUMERIC_H

#include <glib.h>
#include <utsyn/outcome.h>

/* A usable two-sided confidence level: inside (0,1), and not so near 0 that the normal deviate is 0, or so near 1 that
 * a tail is lost. */
gboolean ut_numeric_level_ok (double level);

/* The normal deviate of a two-sided level: 0.95 gives 1.959964. */
double ut_numeric_z (double level);

/* Two-sided p of a normal deviate, of any size. */
double ut_numeric_normal_p (double z);

/* All values that have a weight are the same; weights NULL: all have. */
gboolean ut_numeric_constant (const double *values, const double *weights, gsize n);

/* Finite, and so far inside the range of a double that sums of squares and their products are doubles too. */
gboolean ut_numeric_usable (double value);

/* A positive number, within 1e20 and its inverse: what is divided by it stays a double. */
gboolean ut_numeric_denominator (double value);

/* All usable. */
gboolean ut_numeric_all_finite (const double *values, gsize n);

/* The median; the values are sorted in place. n > 0. */
double ut_numeric_median (double *values, gsize n);

/* Σ t (t − 1)(2t + 5)/18 over the groups of t equal values: what ties take from the variance of Kendall's S. */
double ut_numeric_tie_term (const double *values, gsize n);

/* For qsort: doubles rising. */
int ut_numeric_compare (const void *a, const void *b);

/* A continuous, monotone function of one number. */
typedef double (*UtFunction) (double x, void *data);

/* The root of `f` in or near [lower, upper]; an end is pushed outwards, in steps that double, until they straddle it.
 * FALSE when no sign change is found or the iteration does not settle. */
gboolean ut_numeric_root (UtFunction f, void *data, gboolean increasing, double lower, double upper, double *root);

/* The highest top below 12, on a scale of logarithms, of a likelihood that rises again beyond it. FALSE: it has none.
 */
gboolean ut_numeric_inner_peak (UtFunction slope, void *data, double *peak);

#endif
