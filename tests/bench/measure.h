/* Times and what is said of them. */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <glib.h>

/* How often a thing is measured. A ratio is the middle one of the rounds': a slow minute of the machine is in both of
 * its sides. */
#define ROUNDS 9

/* The middle one of n values, n odd and at most ROUNDS. */
double middle (const double *values, guint n);
/* The middle one of above[i] / below[i]. */
double middle_ratio (const double *above, const double *below, guint n);
void say_ratio (const char *what, double ratio);
void say_goal (const char *what, double ratio, double goal);

#endif
