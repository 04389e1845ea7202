/* Places, from the files of datasets/inndeling. */
#include "model/region_store.h"

#include <string.h>

#include "base/i18n.h"
#include "model/plain_csv.h"
#include "model/reform.h"
#include <utsyn/error.h>

static gboolean
complain_twice (const char *path, guint line, const char *code, GError **error) {
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: %3$s is given twice"), path, line, code);
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
  UtRegion *county = ut_regions_add (regions, UT_REGION_COUNTY, cells[0], cells[1]);
  if (read_year (cells[2], 0, &county->valid_from) && read_year (cells[3], G_MAXINT, &county->valid_to))
    return TRUE;
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: valid_from and valid_to are years, or empty"), path, line);
  return FALSE;
}

static gboolean
read_municipality (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtRegions *regions = user;
  const UtRegion *county = ut_regions_find_code (regions, cells[2]);
  if (ut_regions_find_code (regions, cells[0]) != NULL)
    return complain_twice (path, line, cells[0], error);
  if (county == NULL || county->kind != UT_REGION_COUNTY) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: %3$s is no county"), path, line, cells[2]);
    return FALSE;
  }
  UtRegion *region = ut_regions_add (regions, UT_REGION_MUNICIPALITY, cells[0], cells[1]);
  const UtRegion *country = ut_regions_get (regions, ut_regions_country (regions));
  region->county = county->id;
  g_array_append_val (county->members, region->id);
  g_array_append_val (country->members, region->id);
  return TRUE;
}

static gboolean
complain_not_today (const char *path, guint line, const char *code, GError **error) {
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: %3$s is no municipality of today"), path, line, code);
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
  ut_error_set (error, UT_ERROR_DEFINITION, "%s:%u: %s", path, line, trouble->message);
  return FALSE;
}

static gboolean
read_group (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtRegions *regions = user;
  if (ut_regions_find_code (regions, cells[0]) == NULL) {
    ut_regions_add (regions, UT_REGION_GROUP, cells[0], cells[1]);
    return TRUE;
  }
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: %3$s is there already"), path, line, cells[0]);
  return FALSE;
}

static gboolean
read_name (gpointer user, char **cells, const char *path, guint line, GError **error) {
  UtRegion *region = g_hash_table_lookup (((UtRegions *) user)->by_code, cells[0]);
  if (region == NULL) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: no place has the code %3$s"), path, line, cells[0]);
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
      ut_regions_add (regions, UT_REGION_MUNICIPALITY, change->old_code, change->old_name);
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
load (UtRegions *regions, const char *dir, GError **error) {
  ut_regions_add (regions, UT_REGION_COUNTRY, "0", "Landet");
  g_autoptr (UtReforms) reforms = ut_reforms_load (dir, error);
  if (reforms == NULL
      || !ut_plain_csv_read (dir, "fylker.csv", "code;name;valid_from;valid_to", read_county, regions, error)
      || !ut_plain_csv_read (dir, "kommuner.csv", "code;name;county_code", read_municipality, regions, error))
    return FALSE;
  add_former (regions, ut_reforms_changes (reforms));
  if (!date_codes (regions, reforms, error))
    return FALSE;
  regions->structures = ut_structures_new (regions, reforms);
  regions->reforms = g_steal_pointer (&reforms);
  return ut_plain_csv_read (dir, "regioner.csv", "id;name;members", read_own, regions, error)
         && ut_plain_csv_read (dir, "kostra-grupper.csv", "code;name", read_group, regions, error)
         && read_names (regions, dir, error);
}

UtRegions *
ut_regions_load (const char *dir, GError **error) {
  g_autoptr (UtRegions) regions = ut_regions_new ();
  return load (regions, dir, error) ? g_steal_pointer (&regions) : NULL;
}
