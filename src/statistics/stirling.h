/* What Stirling's formula and a logarithm of nearly 1 leave over, to full precision: the parts that the densities of
 * the distributions are made of. */
#ifndef UT_STATISTICS_STIRLING_H
#define UT_STATISTICS_STIRLING_H

#include <glib.h>

/* lgamma (a) − ((a − 1/2)·log a − a + log (2π)/2). */
double ut_stirling_rest (double a);

/* x·log (x/mean) + mean − x, exact also where x is near the mean (Loader 2000). */
double ut_deviance_part (double x, double mean, double log_mean);

#endif
