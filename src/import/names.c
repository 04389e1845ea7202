#include "import/names.h"

#include <string.h>

struct UtNames {
  const UtRegions *regions;
  GHashTable *by_name; /* folded name → GPtrArray of UtRegion */
};

static void
add_name (UtNames *names, const char *name, const UtRegion *region) {
  char *folded = ut_fold_name (name);
  GPtrArray *regions = g_hash_table_lookup (names->by_name, folded);
  if (regions == NULL) {
    regions = g_ptr_array_new ();
    g_hash_table_insert (names->by_name, folded, regions);
  } else {
    g_free (folded);
  }
  if (!g_ptr_array_find (regions, region, NULL))
    g_ptr_array_add (regions, (gpointer) region);
}

/* "Troms - Romsa - Tromssa" whole and in parts; "Våler (Østfold)" whole and as "Våler". */
static void
add_region (UtNames *names, const UtRegion *region) {
  if (region->name == NULL)
    return;
  add_name (names, region->name, region);
  const char *open = strstr (region->name, " (");
  g_autofree char *plain
      = open != NULL ? g_strndup (region->name, (gsize) (open - region->name)) : g_strdup (region->name);
  add_name (names, plain, region);
  g_auto (GStrv) parts = g_strsplit (plain, " - ", -1);
  for (char **part = parts; *part != NULL; part++)
    add_name (names, *part, region);
}

static void
free_list (gpointer list) {
  g_ptr_array_unref (list);
}

UtNames *
ut_names_new (const UtRegions *regions) {
  UtNames *names = g_new0 (UtNames, 1);
  names->regions = regions;
  names->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_list);
  for (guint i = 0; i < ut_regions_count (regions); i++)
    add_region (names, ut_regions_get (regions, (UtRegionId) i));
  return names;
}

void
ut_names_free (UtNames *names) {
  if (names == NULL)
    return;
  g_hash_table_unref (names->by_name);
  g_free (names);
}

static gboolean
in_force (const UtRegion *region, int year) {
  return region->valid_from <= year && year < region->valid_to;
}

/* Whether the parenthesis is the municipality's county: the one its code says, or today's. */
static gboolean
is_in (const UtNames *names, const UtRegion *region, const char *qualifier) {
  char county_code[3] = "";
  if (region->kind != UT_REGION_MUNICIPALITY || region->code == NULL)
    return FALSE;
  g_strlcpy (county_code, region->code, sizeof county_code);
  const UtRegion *counties[]
      = { ut_regions_find_code (names->regions, county_code),
          region->county != UT_REGION_NONE ? ut_regions_get (names->regions, region->county) : NULL };
  g_autofree char *wanted = ut_fold_name (qualifier);
  for (gsize i = 0; i < G_N_ELEMENTS (counties); i++) {
    if (counties[i] == NULL || counties[i]->name == NULL)
      continue;
    g_autofree char *name = ut_fold_name (counties[i]->name);
    g_auto (GStrv) parts = g_strsplit (name, " - ", -1);
    if (strcmp (name, wanted) == 0 || g_strv_contains ((const char *const *) parts, wanted))
      return TRUE;
  }
  return FALSE;
}

/* A county that is another candidate's code today: Telemark was 08 and is 40. */
static gboolean
has_heir (const UtNames *names, const GPtrArray *candidates, const UtRegion *region) {
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  UtRestateKind kind;
  if (region->kind != UT_REGION_COUNTY || region->valid_to == G_MAXINT
      || !ut_regions_restate (names->regions, region->code, region->valid_to - 1, &kind, targets)
      || kind == UT_RESTATE_SAME)
    return FALSE;
  const UtRegion *heir = ut_regions_get (names->regions, g_array_index (targets, UtRestatement, 0).region);
  return g_ptr_array_find ((GPtrArray *) candidates, heir, NULL);
}

/* The only candidate that passes; Oslo the municipality before Oslo the county, which is the same people. */
static const UtRegion *
choose (const UtNames *names, const GPtrArray *candidates, const char *qualifier, int year, gboolean *ambiguous) {
  const UtRegion *chosen = NULL;
  guint n_municipalities = 0, n_others = 0;
  for (guint i = 0; i < candidates->len; i++) {
    const UtRegion *region = g_ptr_array_index (candidates, i);
    gboolean in_time = year != 0 ? in_force (region, year) : !has_heir (names, candidates, region);
    if (!in_time || (qualifier != NULL && !is_in (names, region, qualifier)))
      continue;
    gboolean municipality = region->kind == UT_REGION_MUNICIPALITY;
    if (chosen == NULL || (municipality && n_municipalities == 0))
      chosen = region;
    n_municipalities += municipality;
    n_others += !municipality;
  }
  *ambiguous = n_municipalities > 1 || (n_municipalities == 0 && n_others > 1);
  return *ambiguous ? NULL : chosen;
}

static const UtRegion *
find_one (const UtNames *names, const char *name, const char *qualifier, int year, gboolean *ambiguous) {
  g_autofree char *folded = ut_fold_name (name);
  const GPtrArray *candidates = g_hash_table_lookup (names->by_name, folded);
  *ambiguous = FALSE;
  return candidates != NULL ? choose (names, candidates, qualifier, year, ambiguous) : NULL;
}

/* In force in `year`, or ever when it is 0: the whole name, the name in its county, either part of a double name. */
static const UtRegion *
find_in (const UtNames *names, const UtRegionLabel *label, int year, gboolean *ambiguous) {
  const UtRegion *region = NULL;
  if (label->qualifier != NULL) {
    g_autofree char *whole = g_strdup_printf ("%s (%s)", label->name, label->qualifier);
    region = find_one (names, whole, NULL, year, ambiguous);
  }
  if (region == NULL)
    region = find_one (names, label->name, label->qualifier, year, ambiguous);
  if (region != NULL || *ambiguous || strstr (label->name, " - ") == NULL)
    return region;
  g_auto (GStrv) parts = g_strsplit (label->name, " - ", -1);
  for (char **part = parts; *part != NULL && region == NULL && !*ambiguous; part++)
    region = find_one (names, *part, label->qualifier, year, ambiguous);
  return region;
}

const UtRegion *
ut_names_find (const UtNames *names, const UtRegionLabel *label, int year, gboolean *ambiguous) {
  const UtRegion *region = find_in (names, label, year, ambiguous);
  return region != NULL || *ambiguous ? region : find_in (names, label, 0, ambiguous);
}
