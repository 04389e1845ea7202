#include "model/structure_store.h"

void
ut_structures_free (UtStructures *structures) {
  if (structures == NULL)
    return;
  g_array_unref (structures->all);
  g_free (structures);
}

/* The structure in force on 1 January of `year`; the oldest for any year before it. */
static const UtStructure *
find_structure (const UtStructures *structures, int year) {
  guint s = structures->all->len - 1;
  while (s > 0 && g_array_index (structures->all, UtStructure, s).year > year)
    s--;
  return &g_array_index (structures->all, UtStructure, s);
}

gboolean
ut_structures_restate (const UtStructures *structures, UtRegionId region, int year, UtRestateKind *kind,
                       GArray *targets) {
  const UtRestated *restated = &g_array_index (find_structure (structures, year)->restated, UtRestated, region);
  if (restated->targets == NULL)
    return FALSE;
  *kind = restated->kind;
  g_array_append_vals (targets, restated->targets->data, restated->targets->len);
  return TRUE;
}

UtRegionId
ut_structures_county_in (const UtStructures *structures, UtRegionId municipality, int year) {
  const GArray *counties = find_structure (structures, year)->county_in;
  return municipality < counties->len ? g_array_index (counties, UtRegionId, municipality) : UT_REGION_NONE;
}
