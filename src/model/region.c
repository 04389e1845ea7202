#include <utsyn/region.h>

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/plain_csv.h"
#include "model/reform.h"
#include <utsyn/error.h>

/* The years in which a new structure came into force. */
static const int structures[] = { 2016, 2017, 2018, 2019, 2020, 2024 };

struct UtRegions {
  GPtrArray *all;      /* UtRegion */
  GHashTable *by_code; /* code → UtRegion */
  UtReforms *reforms;
  GArray *county_in[G_N_ELEMENTS (structures)]; /* UtRegionId by region */
};

static void
region_free (gpointer data) {
  UtRegion *region = data;
  g_free (region->code);
  g_free (region->name);
  if (region->members != NULL)
    g_array_unref (region->members);
  g_free (region);
}

static UtRegion *
add_region (UtRegions *regions, UtRegionKind kind, const char *code, const char *name) {
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
complain_twice (const char *path, guint line, const char *code, GError **error) {
  g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: %3$s stands twice"), path, line, code);
  return FALSE;
}

static gboolean
read_county (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtRegions *regions = user;
  if (ut_regions_find_code (regions, cells[0]) != NULL)
    return complain_twice (path, line, cells[0], error);
  UtRegion *county = add_region (regions, UT_REGION_COUNTY, cells[0], cells[1]);
  county->valid_from = atoi (cells[2]);
  county->valid_to = *cells[3] != '\0' ? atoi (cells[3]) : G_MAXINT;
  return TRUE;
}

static gboolean
read_municipality (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtRegions *regions = user;
  const UtRegion *county = ut_regions_find_code (regions, cells[2]);
  if (ut_regions_find_code (regions, cells[0]) != NULL)
    return complain_twice (path, line, cells[0], error);
  if (county == NULL || county->kind != UT_REGION_COUNTY) {
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: %3$s is no county"), path, line, cells[2]);
    return FALSE;
  }
  UtRegion *region = add_region (regions, UT_REGION_MUNICIPALITY, cells[0], cells[1]);
  const UtRegion *country = ut_regions_get (regions, ut_regions_country (regions));
  region->county = county->id;
  g_array_append_val (county->members, region->id);
  g_array_append_val (country->members, region->id);
  return TRUE;
}

static gboolean
read_own (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtRegions *regions = user;
  g_auto (GStrv) codes = g_strsplit (cells[2], " ", -1);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  for (char **code = codes; *code != NULL; code++) {
    const UtRegion *member = ut_regions_find_code (regions, *code);
    if (member == NULL || member->county == UT_REGION_NONE) {
      g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: %3$s is no municipality of today"), path, line,
                   *code);
      return FALSE;
    }
    g_array_append_val (members, member->id);
  }
  return ut_regions_add_own (regions, cells[0], cells[1], (const UtRegionId *) (gpointer) members->data, members->len,
                             error)
         != NULL;
}

/* A code that takes in others and keeps its number (Stavanger 2020) neither begins nor ends that year. */
static gboolean
lives_on (const GPtrArray *changes, const char *code, int year) {
  for (guint i = 0; i < changes->len; i++) {
    const UtChange *change = g_ptr_array_index (changes, i);
    if (change->year == year && strcmp (change->old_code, code) == 0 && strcmp (change->new_code, code) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Codes no longer in force become regions too, so that old files and old names are known. */
static void
add_former (UtRegions *regions) {
  const GPtrArray *changes = ut_reforms_changes (regions->reforms);
  for (guint i = 0; i < changes->len; i++) {
    const UtChange *change = g_ptr_array_index (changes, i);
    if (ut_regions_find_code (regions, change->old_code) == NULL)
      add_region (regions, UT_REGION_MUNICIPALITY, change->old_code, change->old_name);
  }
  for (guint i = 0; i < changes->len; i++) {
    const UtChange *change = g_ptr_array_index (changes, i);
    UtRegion *old = g_hash_table_lookup (regions->by_code, change->old_code);
    UtRegion *new = g_hash_table_lookup (regions->by_code, change->new_code);
    if (!lives_on (changes, change->old_code, change->year))
      old->valid_to = change->year;
    if (!lives_on (changes, change->new_code, change->year))
      new->valid_from = change->year;
  }
}

static gboolean
is_in_force (const UtRegion *region, int year) {
  return region->valid_from <= year && year < region->valid_to;
}

/* County of each municipality of today under structure `s`; predecessors in different counties leave none. */
static void
trace_counties (UtRegions *regions, guint s) {
  GArray *counties = g_array_new (FALSE, TRUE, sizeof (UtRegionId));
  g_array_set_size (counties, regions->all->len);
  for (guint i = 0; i < counties->len; i++)
    g_array_index (counties, UtRegionId, i) = UT_REGION_NONE;
  g_autoptr (GHashTable) mixed = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  for (guint i = 0; i < regions->all->len; i++) {
    const UtRegion *region = g_ptr_array_index (regions->all, i);
    UtRestateKind kind;
    if (region->kind != UT_REGION_MUNICIPALITY
        || !ut_regions_restate (regions, region->code, structures[s], &kind, targets))
      continue;
    char code[3] = { region->code[0], region->code[1], '\0' };
    const UtRegion *county = ut_regions_find_code (regions, code);
    for (guint t = 0; county != NULL && t < targets->len; t++) {
      UtRegionId *known = &g_array_index (counties, UtRegionId, g_array_index (targets, UtRestatement, t).region);
      if (*known != UT_REGION_NONE && *known != county->id)
        g_hash_table_add (mixed, known);
      *known = county->id;
    }
  }
  GHashTableIter iter;
  gpointer known;
  g_hash_table_iter_init (&iter, mixed);
  while (g_hash_table_iter_next (&iter, &known, NULL))
    *(UtRegionId *) known = UT_REGION_NONE;
  regions->county_in[s] = counties;
}

static gboolean
load (UtRegions *regions, const char *dir, GError **error) {
  add_region (regions, UT_REGION_COUNTRY, "0", "Landet");
  regions->reforms = ut_reforms_load (dir, error);
  if (regions->reforms == NULL
      || !ut_plain_csv_read (dir, "fylker.csv", "code;name;valid_from;valid_to", read_county, regions, error)
      || !ut_plain_csv_read (dir, "kommuner.csv", "code;name;county_code", read_municipality, regions, error))
    return FALSE;
  add_former (regions);
  for (guint s = 0; s < G_N_ELEMENTS (structures); s++)
    trace_counties (regions, s);
  return ut_plain_csv_read (dir, "regioner.csv", "id;name;members", read_own, regions, error);
}

UtRegions *
ut_regions_load (const char *dir, GError **error) {
  g_autoptr (UtRegions) regions = g_new0 (UtRegions, 1);
  regions->all = g_ptr_array_new_with_free_func (region_free);
  regions->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  return load (regions, dir, error) ? g_steal_pointer (&regions) : NULL;
}

void
ut_regions_free (UtRegions *regions) {
  if (regions == NULL)
    return;
  for (guint s = 0; s < G_N_ELEMENTS (structures); s++)
    g_clear_pointer (&regions->county_in[s], g_array_unref);
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

const UtRegion *
ut_regions_add_own (UtRegions *regions, const char *id, const char *name, const UtRegionId *members, gsize n_members,
                    GError **error) {
  const UtRegion *known = ut_regions_find_code (regions, id);
  if (known != NULL) {
    gboolean same = known->kind == UT_REGION_OWN && known->members->len == n_members
                    && memcmp (known->members->data, members, n_members * sizeof *members) == 0;
    if (!same)
      g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("«%s» is already the id of another region"), id);
    return same ? known : NULL;
  }
  UtRegion *own = add_region (regions, UT_REGION_OWN, id, name);
  g_array_append_vals (own->members, members, (guint) n_members);
  return own;
}

gboolean
ut_regions_restate (const UtRegions *regions, const char *code, int year, UtRestateKind *kind, GArray *targets) {
  const UtRegion *region = ut_regions_find_code (regions, code);
  int structure = MAX (year, UT_OLDEST_STRUCTURE);
  g_array_set_size (targets, 0);
  if (region == NULL || !is_in_force (region, structure))
    return FALSE;
  if (region->kind != UT_REGION_MUNICIPALITY) {
    UtRestatement self = { region->id, 1, FALSE };
    *kind = UT_RESTATE_SAME;
    g_array_append_val (targets, self);
    return TRUE;
  }
  g_autoptr (GArray) heirs = g_array_new (FALSE, FALSE, sizeof (UtHeir));
  *kind = ut_reforms_follow (regions->reforms, code, structure, heirs);
  for (guint i = 0; i < heirs->len; i++) {
    const UtHeir *heir = &g_array_index (heirs, UtHeir, i);
    UtRestatement target = { ut_regions_find_code (regions, heir->code)->id, heir->weight, heir->estimated };
    g_array_append_val (targets, target);
  }
  return TRUE;
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
  for (guint i = 0; i < regions->all->len; i++) {
    const UtRegion *region = g_ptr_array_index (regions->all, i);
    if (region->kind == UT_REGION_COUNTY && is_in_force (region, MAX (year, UT_OLDEST_STRUCTURE)))
      g_array_append_val (counties, region->id);
  }
  g_array_sort_with_data (counties, compare_codes, (gpointer) regions);
  return counties;
}

UtRegionId
ut_regions_county_in (const UtRegions *regions, UtRegionId municipality, int year) {
  guint s = G_N_ELEMENTS (structures) - 1;
  while (s > 0 && structures[s] > year)
    s--;
  const GArray *counties = regions->county_in[s];
  return municipality < counties->len ? g_array_index (counties, UtRegionId, municipality) : UT_REGION_NONE;
}
