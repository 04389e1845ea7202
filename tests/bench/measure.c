#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare_doubles (const void *a, const void *b) {
  double x = *(const double *) a, y = *(const double *) b;
  return (x > y) - (x < y);
}

double
middle (const double *values, guint n) {
  double sorted[ROUNDS];
  memcpy (sorted, values, n * sizeof *sorted);
  qsort (sorted, n, sizeof *sorted, compare_doubles);
  return sorted[n / 2];
}

double
middle_ratio (const double *above, const double *below, guint n) {
  double ratios[ROUNDS];
  for (guint i = 0; i < n; i++)
    ratios[i] = above[i] / below[i];
  return middle (ratios, n);
}

void
say_ratio (const char *what, double ratio) {
  printf ("%-44s %6.2f\n", what, ratio);
}

void
say_goal (const char *what, double ratio, double goal) {
  printf ("%-44s %6.2f   goal ≤ %.2f   %s\n", what, ratio, goal, ratio <= goal ? "met" : "MISSED");
}
