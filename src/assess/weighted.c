#include "weighted.h"

#include <math.h>
#include <string.h>

/* Weights are decimal fractions, whose sum has binary dust. */
#define DUST 1e-9

static void
free_heirs (gpointer heirs) {
  g_array_unref (heirs);
}

GPtrArray *
ut_splits_new (const UtRegions *regions) {
  GPtrArray *splits = g_ptr_array_new_with_free_func (free_heirs);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    UtRestateKind kind;
    if (region->kind != UT_REGION_MUNICIPALITY || region->valid_to == G_MAXINT
        || !ut_regions_restate (regions, region->code, region->valid_to - 1, &kind, targets)
        || kind != UT_RESTATE_SPLIT)
      continue;
    GArray *heirs = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
    for (guint t = 0; t < targets->len; t++)
      g_array_append_val (heirs, g_array_index (targets, UtRestatement, t).region);
    g_ptr_array_add (splits, heirs);
  }
  return splits;
}

static gboolean
is_among (const GArray *places, UtRegionId place) {
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, UtRegionId, i) == place)
      return TRUE;
  return FALSE;
}

gboolean
ut_splits_are_whole (const GPtrArray *splits, UtRegionId place, const GArray *members) {
  gboolean any = FALSE;
  for (guint i = 0; i < splits->len; i++) {
    const GArray *heirs = g_ptr_array_index (splits, i);
    if (!is_among (heirs, place))
      continue;
    any = TRUE;
    for (guint k = 0; k < heirs->len; k++)
      if (!is_among (members, g_array_index (heirs, UtRegionId, k)))
        return FALSE;
  }
  return any;
}

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
