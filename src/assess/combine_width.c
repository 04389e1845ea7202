#include "combine.h"

#include <math.h>
#include <stdlib.h>

static int
compare_lowest (const void *a, const void *b) {
  double x = ((const UtCombinedMember *) a)->lowest_value, y = ((const UtCombinedMember *) b)->lowest_value;
  return (x > y) - (x < y);
}

static int
compare_highest (const void *a, const void *b) {
  double x = ((const UtCombinedMember *) a)->highest_value, y = ((const UtCombinedMember *) b)->highest_value;
  return (x < y) - (x > y);
}

/* The greatest distance from `value` of the mean in which the first k members have most persons and the others least,
 * over k. */
static double
find_distance (const UtCombinedMember *members, guint n, gboolean greatest, double value) {
  double persons = 0, sum = 0, distance = 0;
  for (guint i = 0; i < n; i++) {
    persons += members[i].lowest;
    sum += members[i].lowest * (greatest ? members[i].highest_value : members[i].lowest_value);
  }
  for (guint k = 0; k <= n; k++) {
    double from = (sum / persons - value) * (greatest ? 1 : -1);
    distance = fmax (distance, from);
    if (k == n)
      break;
    double more = members[k].highest - members[k].lowest;
    persons += more;
    sum += more * (greatest ? members[k].highest_value : members[k].lowest_value);
  }
  return distance;
}

double
ut_combine_width (UtCombinedMember *members, guint n, double value) {
  qsort (members, n, sizeof *members, compare_highest);
  double above = find_distance (members, n, TRUE, value);
  qsort (members, n, sizeof *members, compare_lowest);
  return fmax (above, find_distance (members, n, FALSE, value));
}
