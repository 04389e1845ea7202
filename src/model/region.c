#include <utsyn/region.h>

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/plain_csv.h"
#include "model/reform.h"
#include "model/structure.h"
#include <utsyn/error.h>

struct UtRegions {
  GPtrArray *all;      /* UtRegion */
  GHashTable *by_code; /* code → UtRegion */
  UtStructures *structures;
};

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
read_year (const char *text, int when_empty, int *year) {
  gint64 parsed = when_empty;
  if (*text != '\0' && !g_ascii_string_to_signed (text, 10, 1838, G_MAXUINT16, &parsed, NULL))
    return FALSE;
  *year = (int) parsed;
  return TRUE;
}

static gboolean
read_county (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtRegions *regions = user;
  if (ut_regions_find_code (regions, cells[0]) != NULL)
    return complain_twice (path, line, cells[0], error);
  UtRegion *county = add_region (regions, UT_REGION_COUNTY, cells[0], cells[1]);
  if (read_year (cells[2], 0, &county->valid_from) && read_year (cells[3], G_MAXINT, &county->valid_to))
    return TRUE;
  g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: valid_from and valid_to are years, or empty"), path,
               line);
  return FALSE;
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
complain_not_today (const char *path, guint line, const char *code, GError **error) {
  g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: %3$s is no municipality of today"), path, line,
               code);
  return FALSE;
}

static gboolean
read_own (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtRegions *regions = user;
  g_auto (GStrv) codes = g_strsplit (cells[2], " ", -1);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  for (char **code = codes; *code != NULL; code++) {
    const UtRegion *member = ut_regions_find_code (regions, *code);
    if (member == NULL || member->county == UT_REGION_NONE)
      return complain_not_today (path, line, *code, error);
    g_array_append_val (members, member->id);
  }
  g_autoptr (GError) trouble = NULL;
  if (ut_regions_add_own (regions, cells[0], cells[1], (const UtRegionId *) (gpointer) members->data, members->len,
                          &trouble)
      != NULL)
    return TRUE;
  g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, "%s:%u: %s", path, line, trouble->message);
  return FALSE;
}

static gboolean
read_group (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtRegions *regions = user;
  if (ut_regions_find_code (regions, cells[0]) == NULL) {
    add_region (regions, UT_REGION_GROUP, cells[0], cells[1]);
    return TRUE;
  }
  g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: %3$s is there already"), path, line, cells[0]);
  return FALSE;
}

static gboolean
read_name (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtRegion *region = g_hash_table_lookup (((UtRegions *) user)->by_code, cells[0]);
  if (region == NULL) {
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: no place has the code %3$s"), path, line,
                 cells[0]);
    return FALSE;
  }
  guint n = region->other_names != NULL ? g_strv_length (region->other_names) : 0;
  region->other_names = g_renew (char *, region->other_names, n + 2);
  region->other_names[n] = g_strdup (cells[1]);
  region->other_names[n + 1] = NULL;
  return TRUE;
}

/* A project's own copy of the folder may be older than this list. */
static gboolean
read_names (UtRegions *regions, const char *dir, GError **error) {
  g_autofree char *path = g_build_filename (dir, "navn.csv", NULL);
  return !g_file_test (path, G_FILE_TEST_EXISTS)
         || ut_plain_csv_read (dir, "navn.csv", "code;name", read_name, regions, error);
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
add_former (UtRegions *regions, const GPtrArray *changes) {
  for (guint i = 0; i < changes->len; i++) {
    const UtChange *change = g_ptr_array_index (changes, i);
    if (ut_regions_find_code (regions, change->old_code) == NULL)
      add_region (regions, UT_REGION_MUNICIPALITY, change->old_code, change->old_name);
  }
}

/* Each code began in the year it took over from another, and ended in the year it went to others. */
static gboolean
date_codes (UtRegions *regions, const UtReforms *reforms, GError **error) {
  const GPtrArray *changes = ut_reforms_changes (reforms);
  for (guint i = 0; i < changes->len; i++) {
    const UtChange *change = g_ptr_array_index (changes, i);
    UtRegion *old = g_hash_table_lookup (regions->by_code, change->old_code);
    UtRegion *new = g_hash_table_lookup (regions->by_code, change->new_code);
    if (new == NULL)
      return complain_not_today (ut_reforms_path (reforms), change->line, change->new_code, error);
    if (!lives_on (changes, change->old_code, change->year))
      old->valid_to = change->year;
    if (!lives_on (changes, change->new_code, change->year))
      new->valid_from = change->year;
  }
  return TRUE;
}

static gboolean
is_in_force (const UtRegion *region, int year) {
  return region->valid_from <= year && year < region->valid_to;
}

static gboolean
load (UtRegions *regions, const char *dir, GError **error) {
  add_region (regions, UT_REGION_COUNTRY, "0", "Landet");
  g_autoptr (UtReforms) reforms = ut_reforms_load (dir, error);
  if (reforms == NULL
      || !ut_plain_csv_read (dir, "fylker.csv", "code;name;valid_from;valid_to", read_county, regions, error)
      || !ut_plain_csv_read (dir, "kommuner.csv", "code;name;county_code", read_municipality, regions, error))
    return FALSE;
  add_former (regions, ut_reforms_changes (reforms));
  if (!date_codes (regions, reforms, error))
    return FALSE;
  regions->structures = ut_structures_new (regions, reforms);
  return ut_plain_csv_read (dir, "regioner.csv", "id;name;members", read_own, regions, error)
         && ut_plain_csv_read (dir, "kostra-grupper.csv", "code;name", read_group, regions, error)
         && read_names (regions, dir, error);
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
  ut_structures_free (regions->structures);
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
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("the region «%s» has no municipalities"), id);
    return FALSE;
  }
  for (gsize i = 1; i < n_members; i++) {
    if (!holds (members, i, members[i]))
      continue;
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("the region «%1$s» names %2$s twice"), id,
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
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("«%s» is already the id of another region"), id);
    return NULL;
  }
  UtRegion *own = add_region (regions, UT_REGION_OWN, id, name);
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
