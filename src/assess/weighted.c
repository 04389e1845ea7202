#include "weighted.h"

#include <math.h>
#include <string.h>

/* Weights are decimal fractions, whose sum has binary dust. */
#define DUST 1e-9

static gboolean
is_whole (double weight) {
  return weight > 0.5 && fabs (weight - round (weight)) < DUST;
}

gboolean
ut_weights_are_known (const GArray *origins, guint first) {
  for (guint i = first; i < origins->len; i++)
    if (!is_whole (g_array_index (origins, UtOrigin, i).weight))
      return TRUE;
  return FALSE;
}

/* How much of the place's number in the line that `origin` is from has come into the sum. */
static double
weight_of_line (const GArray *origins, const UtOrigin *origin) {
  double weight = 0;
  for (guint i = 0; i < origins->len; i++) {
    const UtOrigin *other = &g_array_index (origins, UtOrigin, i);
    if (other->file == origin->file && other->line == origin->line && strcmp (other->code, origin->code) == 0)
      weight += other->weight;
  }
  return weight;
}

double
ut_weighted_persons (const GArray *origins, gboolean by_value) {
  double persons = 0;
  gboolean any = FALSE;
  for (guint i = 0; i < origins->len; i++) {
    const UtOrigin *origin = &g_array_index (origins, UtOrigin, i);
    double of_line = by_value ? origin->value : origin->denominator;
    if (is_whole (origin->weight) || is_whole (weight_of_line (origins, origin)))
      continue;
    any = TRUE;
    persons += isnan (of_line) ? 0 : origin->weight * of_line;
  }
  return any && persons == 0 ? INFINITY : persons;
}
