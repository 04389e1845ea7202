#include "model/region_store.h"

#include <string.h>

#include "base/i18n.h"
#include <utsyn/error.h>

static void
region_free (gpointer data) {
  UtRegion *region = data;
  g_free (region->code);
  g_free (region->name);
  g_strfreev (region->other_names);
  if (region->members != NULL)
    g_array_unref (region->members);
  g_free (region);
}

UtRegions *
ut_regions_new (void) {
  UtRegions *regions = g_new0 (UtRegions, 1);
  regions->all = g_ptr_array_new_with_free_func (region_free);
  regions->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  return regions;
}

UtRegion *
ut_regions_add (UtRegions *regions, UtRegionKind kind, const char *code, const char *name) {
  UtRegion *region = g_new0 (UtRegion, 1);
  region->id = (UtRegionId) regions->all->len;
  region->kind = kind;
  region->code = g_strdup (code);
  region->name = g_strdup (name);
  region->valid_to = G_MAXINT;
  region->county = UT_REGION_NONE;
  if (kind != UT_REGION_MUNICIPALITY)
    region->members = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_ptr_array_add (regions->all, region);
  g_hash_table_insert (regions->by_code, region->code, region);
  return region;
}

static gboolean
is_in_force (const UtRegion *region, int year) {
  return region->valid_from <= year && year < region->valid_to;
}

void
ut_regions_free (UtRegions *regions) {
  if (regions == NULL)
    return;
  ut_structures_free (regions->structures);
  ut_reforms_free (regions->reforms);
  g_hash_table_unref (regions->by_code);
  g_ptr_array_unref (regions->all);
  g_free (regions);
}

guint
ut_regions_count (const UtRegions *regions) {
  return regions->all->len;
}

const UtRegion *
ut_regions_get (const UtRegions *regions, UtRegionId id) {
  return g_ptr_array_index (regions->all, id);
}

UtRegionId
ut_regions_country (const UtRegions *regions) {
  (void) regions; /* always the first */
  return 0;
}

const UtRegion *
ut_regions_find_code (const UtRegions *regions, const char *code) {
  return g_hash_table_lookup (regions->by_code, strcmp (code, "00") == 0 ? "0" : code);
}

static gboolean
holds (const UtRegionId *members, gsize n_members, UtRegionId wanted) {
  for (gsize i = 0; i < n_members; i++) {
    if (members[i] == wanted)
      return TRUE;
  }
  return FALSE;
}

/* Each member once; the order is the author's own. */
static gboolean
check_members (const UtRegions *regions, const char *id, const UtRegionId *members, gsize n_members, GError **error) {
  if (n_members == 0) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the region '%s' has no municipalities"), id);
    return FALSE;
  }
  for (gsize i = 1; i < n_members; i++) {
    if (!holds (members, i, members[i]))
      continue;
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the region '%1$s' names %2$s twice"), id,
                  ut_regions_get (regions, members[i])->name);
    return FALSE;
  }
  return TRUE;
}

static gboolean
is_same_own (const UtRegion *known, const UtRegionId *members, gsize n_members) {
  if (known->kind != UT_REGION_OWN || known->members->len != n_members)
    return FALSE;
  for (guint i = 0; i < known->members->len; i++) {
    if (!holds (members, n_members, g_array_index (known->members, UtRegionId, i)))
      return FALSE;
  }
  return TRUE;
}

const UtRegion *
ut_regions_add_own (UtRegions *regions, const char *id, const char *name, const UtRegionId *members, gsize n_members,
                    GError **error) {
  const UtRegion *known = ut_regions_find_code (regions, id);
  if (!check_members (regions, id, members, n_members, error))
    return NULL;
  if (known != NULL && is_same_own (known, members, n_members))
    return known;
  if (known != NULL) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("'%s' is already the id of another region"), id);
    return NULL;
  }
  UtRegion *own = ut_regions_add (regions, UT_REGION_OWN, id, name);
  g_array_append_vals (own->members, members, (guint) n_members);
  return own;
}

gboolean
ut_regions_restate (const UtRegions *regions, const char *code, int year, UtRestateKind *kind, GArray *targets) {
  const UtRegion *region = ut_regions_find_code (regions, code);
  g_array_set_size (targets, 0);
  if (region == NULL)
    return FALSE;
  if (region->kind == UT_REGION_MUNICIPALITY)
    return ut_structures_restate (regions->structures, region->id, year, kind, targets);
  if (!is_in_force (region, MAX (year, UT_OLDEST_STRUCTURE)))
    return FALSE;
  if (region->kind == UT_REGION_COUNTY && ut_structures_restate (regions->structures, region->id, year, kind, targets))
    return TRUE;
  UtRestatement self = { region->id, 1, FALSE };
  *kind = UT_RESTATE_SAME;
  g_array_append_val (targets, self);
  return TRUE;
}

gboolean
ut_regions_ancestors (const UtRegions *regions, const char *code, int year, GPtrArray *codes) {
  return ut_reforms_trace (regions->reforms, code, year, codes);
}

static int
compare_codes (gconstpointer a, gconstpointer b, gpointer data) {
  const UtRegions *regions = data;
  return strcmp (ut_regions_get (regions, *(const UtRegionId *) a)->code,
                 ut_regions_get (regions, *(const UtRegionId *) b)->code);
}

GArray *
ut_regions_counties (const UtRegions *regions, int year) {
  GArray *counties = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  for (guint i = 0; i < regions->all->len; i++) {
    const UtRegion *region = g_ptr_array_index (regions->all, i);
    UtRestateKind kind;
    if (region->kind == UT_REGION_COUNTY && ut_regions_restate (regions, region->code, year, &kind, targets))
      g_array_append_val (counties, g_array_index (targets, UtRestatement, 0).region);
  }
  g_array_sort_with_data (counties, compare_codes, (gpointer) regions);
  return counties;
}

UtRegionId
ut_regions_county_in (const UtRegions *regions, UtRegionId municipality, int year) {
  return ut_structures_county_in (regions->structures, municipality, year);
}
