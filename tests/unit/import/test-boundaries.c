/* The boundaries of 2016–2024: the lists of changes replayed, and the counties there were for four years only. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "../places.h"
#include "dump.h"
#include "import/label/place.h"

#define FIRST_YEAR 2016
#define LAST_YEAR  2024

static UtRegions *regions;

static gboolean
in_force (const char *code, int year) {
  UtRestateKind kind;
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  return strlen (code) == 4 && ut_regions_restate (regions, code, year, &kind, targets);
}

/* The codes the program has in force, as a set. */
static GHashTable *
codes_of (int year) {
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    if (region->kind == UT_REGION_MUNICIPALITY && in_force (region->code, year))
      g_hash_table_add (codes, g_strdup (region->code));
  }
  return codes;
}

/* Lines of a list of changes: old code, old name, new code, new name, year. Every old code of the year must be there to
 * be taken out before the new ones are put in. */
static guint
replay (char **lines, int year, GHashTable *codes) {
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
    char **cells = g_strsplit (lines[i], ";", -1);
    /* A return is no change of codes. */
    if (atoi (cells[4]) != year || g_strcmp0 (cells[5], "return") == 0) {
      g_strfreev (cells);
      continue;
    }
    g_ptr_array_add (rows, cells);
    gboolean known = g_hash_table_remove (codes, cells[0]) || g_hash_table_contains (gone, cells[0]);
    g_hash_table_add (gone, cells[0]);
    if (!known)
      g_error ("%s is changed in %d, but was not there", cells[0], year);
  }
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (codes, g_strdup (((char **) g_ptr_array_index (rows, i))[2]));
  return rows->len;
}

static void
assert_same_codes (GHashTable *found, GHashTable *expected, int year) {
  GHashTableIter iter;
  gpointer code;
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    if (!g_hash_table_contains (found, code))
      g_error ("%s is in force in %d, but not after the changes", (char *) code, year);
  g_assert_cmpuint (g_hash_table_size (found), ==, g_hash_table_size (expected));
}

/* From the codes of 2016 and a list of changes, every year's codes and no others. */
static void
replay_list (const char *path) {
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) codes = codes_of (FIRST_YEAR);
  guint n_rows = 0;
  g_assert_cmpuint (g_hash_table_size (codes), ==, 428);
  for (int year = FIRST_YEAR + 1; year <= LAST_YEAR; year++) {
    n_rows += replay (lines, year, codes);
    g_autoptr (GHashTable) expected = codes_of (year);
    assert_same_codes (codes, expected, year);
  }
  g_assert_cmpuint (n_rows, ==, 487);
  g_assert_cmpuint (g_hash_table_size (codes), ==, 357);
}

static void
test_own_list (void) {
  g_autofree char *path = source_path ("datasets/inndeling/kommune-endringer.csv");
  replay_list (path);
}

static void
test_shared_list (void) {
  g_autofree char *path = shared_path ("data/geo/kommune-changes.csv");
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    replay_list (path);
  else
    g_test_skip ("the shared list of changes is not here");
}

/* A county of 2020–2023 as its files write it. */
static const struct {
  const char *code, *name;
  const char *labels[6];
  const char *municipality; /* of today, in it then */
} former[] = {
  { "30", "Viken", { "30 Viken", "Viken", "F-30", "EKA30 Viken", "30 Viken (2020-2023)", "Viken fylke" }, "3303" },
  { "38",
    "Vestfold og Telemark",
    { "38", "Vestfold og Telemark", "EKA38 Vestfold og Telemark", "F38", "38 Vestfold og Telemark (-2023)",
      "VESTFOLD OG TELEMARK" },
    "4036" },
  { "54",
    "Troms og Finnmark",
    { "54 Troms og Finnmark", "Troms og Finnmark", "Troms og Finnmark - Romsa ja Finnmárku", "F-54",
      "54 Troms og Finnmark - Romsa ja Finnmárku - Tromssa ja Finmarkku (2020 - 2023)", "TROMS OG FINNMARK" },
    "5501" },
};

/* In force for four years, also when the name is all there is. */
static void
test_former_counties (void) {
  UtPlaces *places = ut_places_new (regions);
  for (guint i = 0; i < G_N_ELEMENTS (former); i++)
    for (guint k = 0; k < G_N_ELEMENTS (former[i].labels); k++)
      for (int year = 2020; year < 2024; year++) {
        const UtPlace *place = ut_places_find (places, former[i].labels[k], year);
        g_test_message ("%s in %d", former[i].labels[k], year);
        g_assert_cmpint (place->state, ==, UT_PLACE_DIRECT);
        g_assert_cmpstr (ut_regions_get (regions, place->region)->code, ==, former[i].code);
      }
  for (guint i = 0; i < G_N_ELEMENTS (former); i++)
    for (guint k = 0; k < 2; k++)
      g_assert_cmpint (ut_places_find (places, former[i].code, k == 0 ? 2019 : 2024)->state, ==, UT_PLACE_OUT_OF_TIME);
  ut_places_free (places);
}

/* Today's municipalities lay in them, and in no other county, those years. */
static void
test_county_then (void) {
  for (guint i = 0; i < G_N_ELEMENTS (former); i++) {
    UtRegionId municipality = ut_regions_find_code (regions, former[i].municipality)->id;
    for (int year = 2019; year <= 2024; year++) {
      UtRegionId county = ut_regions_county_in (regions, municipality, year);
      gboolean then = year >= 2020 && year < 2024;
      g_assert_cmpuint (county, !=, UT_REGION_NONE);
      g_assert_cmpint (strcmp (ut_regions_get (regions, county)->code, former[i].code) == 0, ==, then);
    }
  }
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  regions = places_load ();
  g_test_add_func ("/import/boundaries/own-list", test_own_list);
  g_test_add_func ("/import/boundaries/shared-list", test_shared_list);
  g_test_add_func ("/import/boundaries/former-counties", test_former_counties);
  g_test_add_func ("/import/boundaries/county-then", test_county_then);
  int status = g_test_run ();
  ut_regions_free (regions);
  return status;
}
