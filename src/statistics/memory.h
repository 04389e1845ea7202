/* What is assumed of how a short series remembers: neighbouring points lie on the same side of the line. */
#ifndef UT_STATISTICS_MEMORY_H
#define UT_STATISTICS_MEMORY_H

#include <glib.h>

/* Correlation of neighbouring residuals of the least-squares line; NaN when the values are constant. */
double ut_memory_lag1 (const double *time, const double *value, gsize n);

/* The correlation to guard against: what is assumed, or from ten points the measured one with its bias taken out. */
double ut_memory_of (double assumed, double lag1, gsize n);

#endif
