#include "model/structure_store.h"

static void
clear_restated (gpointer data) {
  UtRestated *restated = data;
  if (restated->targets != NULL)
    g_array_unref (restated->targets);
}

static void
clear_structure (gpointer data) {
  UtStructure *structure = data;
  g_array_unref (structure->restated);
  g_array_unref (structure->county_in);
}

static UtRestated
restate (const UtRegions *regions, const UtReforms *reforms, const UtRegion *region, int year) {
  UtRestated restated = { UT_RESTATE_SAME, NULL };
  if (region->kind != UT_REGION_MUNICIPALITY || year < region->valid_from || year >= region->valid_to)
    return restated;
  g_autoptr (GArray) heirs = g_array_new (FALSE, FALSE, sizeof (UtHeir));
  restated.kind = ut_reforms_follow (reforms, region->code, year, heirs);
  restated.targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  for (guint i = 0; i < heirs->len; i++) {
    const UtHeir *heir = &g_array_index (heirs, UtHeir, i);
    UtRestatement target = { ut_regions_find_code (regions, heir->code)->id, heir->weight, heir->estimated };
    g_array_append_val (restated.targets, target);
  }
  return restated;
}

/* County of an old code: its first two digits. */
static UtRegionId
county_of_code (const UtRegions *regions, const char *code) {
  g_autofree char *digits = g_strndup (code, 2);
  const UtRegion *county = ut_regions_find_code (regions, digits);
  return county != NULL ? county->id : UT_REGION_NONE;
}

/* Predecessors in different counties leave none. */
static GArray *
trace_counties (const UtRegions *regions, const GArray *restated) {
  const UtRegionId none = UT_REGION_NONE;
  GArray *counties = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autofree gboolean *mixed = g_new0 (gboolean, restated->len);
  for (guint i = 0; i < restated->len; i++)
    g_array_append_val (counties, none);
  for (guint i = 0; i < restated->len; i++) {
    const GArray *targets = g_array_index (restated, UtRestated, i).targets;
    UtRegionId county = county_of_code (regions, ut_regions_get (regions, (UtRegionId) i)->code);
    for (guint t = 0; targets != NULL && t < targets->len; t++) {
      UtRegionId heir = g_array_index (targets, UtRestatement, t).region;
      UtRegionId *known = &g_array_index (counties, UtRegionId, heir);
      mixed[heir] |= *known != none && *known != county;
      *known = county;
    }
  }
  for (guint i = 0; i < restated->len; i++) {
    if (mixed[i])
      g_array_index (counties, UtRegionId, i) = none;
  }
  return counties;
}

/* Whether all that was in the former county is in today's now, and nothing in today's came from another. */
static gboolean
has_extent (const UtRegions *regions, const UtStructure *structure, UtRegionId former, const UtRegion *today) {
  for (guint m = 0; m < today->members->len; m++) {
    UtRegionId member = g_array_index (today->members, UtRegionId, m);
    if (g_array_index (structure->county_in, UtRegionId, member) != former)
      return FALSE;
  }
  for (guint i = 0; i < structure->restated->len; i++) {
    const GArray *targets = g_array_index (structure->restated, UtRestated, i).targets;
    if (targets == NULL || county_of_code (regions, ut_regions_get (regions, (UtRegionId) i)->code) != former)
      continue;
    for (guint t = 0; t < targets->len; t++)
      if (ut_regions_get (regions, g_array_index (targets, UtRestatement, t).region)->county != today->id)
        return FALSE;
  }
  return TRUE;
}

/* The county of today that is the former county under another code; UT_REGION_NONE when its border was moved. */
static UtRegionId
find_heir (const UtRegions *regions, const UtStructure *structure, UtRegionId former) {
  for (guint i = 0; i < structure->county_in->len; i++) {
    if (g_array_index (structure->county_in, UtRegionId, i) != former)
      continue;
    UtRegionId today = ut_regions_get (regions, (UtRegionId) i)->county;
    gboolean same = today != UT_REGION_NONE && has_extent (regions, structure, former, ut_regions_get (regions, today));
    return same ? today : UT_REGION_NONE;
  }
  return UT_REGION_NONE;
}

static void
replace_county (GArray *county_in, UtRegionId former, UtRegionId heir) {
  for (guint i = 0; i < county_in->len; i++) {
    UtRegionId *county = &g_array_index (county_in, UtRegionId, i);
    if (*county == former)
      *county = heir;
  }
}

/* A county whose border never moved keeps its series, whatever it was numbered in between. */
static void
carry_counties (const UtRegions *regions, UtStructure *structure) {
  for (guint i = 0; i < structure->restated->len; i++) {
    const UtRegion *county = ut_regions_get (regions, (UtRegionId) i);
    if (county->kind != UT_REGION_COUNTY || county->valid_to == G_MAXINT)
      continue;
    UtRegionId heir = find_heir (regions, structure, county->id);
    if (heir == UT_REGION_NONE)
      continue;
    const UtRestatement whole = { heir, 1, FALSE };
    UtRestated *restated = &g_array_index (structure->restated, UtRestated, i);
    restated->kind = UT_RESTATE_RENUMBER;
    restated->targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
    g_array_append_val (restated->targets, whole);
    replace_county (structure->county_in, county->id, heir);
  }
}

static void
add_structure (UtStructures *structures, const UtRegions *regions, const UtReforms *reforms, int year) {
  UtStructure structure = { year, g_array_new (FALSE, FALSE, sizeof (UtRestated)), NULL };
  g_array_set_clear_func (structure.restated, clear_restated);
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    UtRestated restated = restate (regions, reforms, ut_regions_get (regions, (UtRegionId) i), year);
    g_array_append_val (structure.restated, restated);
  }
  structure.county_in = trace_counties (regions, structure.restated);
  carry_counties (regions, &structure);
  g_array_append_val (structures->all, structure);
}

/* The first year of change after `year`; G_MAXINT when there is none. */
static int
next_year (const GPtrArray *changes, int year) {
  int next = G_MAXINT;
  for (guint i = 0; i < changes->len; i++) {
    const UtChange *change = g_ptr_array_index (changes, i);
    if (change->year > year)
      next = MIN (next, change->year);
  }
  return next;
}

UtStructures *
ut_structures_new (const UtRegions *regions, const UtReforms *reforms) {
  UtStructures *structures = g_new0 (UtStructures, 1);
  structures->all = g_array_new (FALSE, FALSE, sizeof (UtStructure));
  g_array_set_clear_func (structures->all, clear_structure);
  const GPtrArray *changes = ut_reforms_changes (reforms);
  for (int year = UT_OLDEST_STRUCTURE; year < G_MAXINT; year = next_year (changes, year))
    add_structure (structures, regions, reforms, year);
  return structures;
}
