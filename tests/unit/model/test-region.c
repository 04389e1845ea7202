#include "../places.h"
#include "folder.h"
#include <stdlib.h>
#include <string.h>

#include <utsyn/error.h>
#include <utsyn/region.h>

static char *
shared (const char *name) {
  char *path = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "..", "shared", "data", "geo", name, NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_test_skip ("the shared list of structures is not here");
    g_clear_pointer (&path, g_free);
  }
  return path;
}

static guint
n_in_force (const UtRegions *regions, UtRegionKind kind, int year) {
  guint n = 0;
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    n += region->kind == kind && region->valid_from <= year && year < region->valid_to;
  }
  return n;
}

static void
test_counts (void) {
  g_autoptr (UtRegions) regions = places_load ();
  static const struct {
    int year;
    guint municipalities, counties;
  } structures[] = { { 2016, 428, 19 }, { 2017, 426, 19 }, { 2018, 422, 18 }, { 2019, 422, 18 },
                     { 2020, 356, 11 }, { 2023, 356, 11 }, { 2024, 357, 15 } };
  for (guint i = 0; i < G_N_ELEMENTS (structures); i++) {
    g_assert_cmpuint (n_in_force (regions, UT_REGION_MUNICIPALITY, structures[i].year), ==,
                      structures[i].municipalities);
    g_autoptr (GArray) counties = ut_regions_counties (regions, structures[i].year);
    g_assert_cmpuint (counties->len, ==, structures[i].counties);
  }
}

/* Reports show the first of several names: it has to be the Norwegian one also where the official name begins in Sámi.
 */
static void
test_norwegian_first (void) {
  g_autoptr (UtRegions) regions = places_load ();
  static const char *const names[][2]
      = { { "1826", "Hattfjelldal - " }, { "1875", "Hamarøy - " },   { "5025", "Røros - " },
          { "5041", "Snåsa - " },        { "5043", "Røyrvik - " },   { "5512", "Tjeldsund - " },
          { "5518", "Lavangen - " },     { "5540", "Kåfjord - " },   { "5610", "Karasjok - " },
          { "5612", "Kautokeino - " },   { "5622", "Porsanger - " }, { "5628", "Tana - " },
          { "5636", "Nesseby - " } };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const UtRegion *region = ut_regions_find_code (regions, names[i][0]);
    g_assert_nonnull (region);
    g_assert_true (g_str_has_prefix (region->name, names[i][1]));
  }
}

/* Every code of every structure, and no other, is in force that year. */
static void
test_structures (void) {
  g_autofree char *path = shared ("kommuner-by-structure.csv");
  if (path == NULL)
    return;
  g_autoptr (UtRegions) regions = places_load ();
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) expected = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], ";", -1);
    gpointer year = GINT_TO_POINTER (atoi (cells[0]));
    const UtRegion *region = ut_regions_find_code (regions, cells[1]);
    g_assert_nonnull (region);
    g_assert_cmpint (region->valid_from, <=, GPOINTER_TO_INT (year));
    g_assert_cmpint (region->valid_to, >, GPOINTER_TO_INT (year));
    g_hash_table_insert (expected, year,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (expected, year)) + 1));
  }
  GHashTableIter iter;
  gpointer year, n;
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &year, &n))
    g_assert_cmpuint (n_in_force (regions, UT_REGION_MUNICIPALITY, GPOINTER_TO_INT (year)), ==, GPOINTER_TO_UINT (n));
}

/* Ålesund was made of these five in 2020, and one of them left it again in 2024. */
static const struct {
  const char *code, *today;
  UtRestateKind kind;
} returned[] = { { "1504", "1508", UT_RESTATE_MERGE },
                 { "1523", "1508", UT_RESTATE_MERGE },
                 { "1529", "1508", UT_RESTATE_MERGE },
                 { "1546", "1508", UT_RESTATE_MERGE },
                 { "1534", "1580", UT_RESTATE_RENUMBER } };

static gboolean
is_returned (const char *code) {
  for (guint i = 0; i < G_N_ELEMENTS (returned); i++)
    if (strcmp (code, returned[i].code) == 0)
      return TRUE;
  return FALSE;
}

/* Each code of each structure goes to the municipalities of today that the list says; the list only follows the
 * changes, and does not know what came back. */
static void
test_heirs (void) {
  g_autofree char *path = shared ("kommune-to-2024.csv");
  if (path == NULL)
    return;
  g_autoptr (UtRegions) regions = places_load ();
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], ";", -1);
    UtRestateKind kind;
    if (is_returned (cells[1]))
      continue;
    g_assert_true (ut_regions_restate (regions, cells[1], atoi (cells[0]), &kind, targets));
    g_assert_cmpuint (targets->len, ==, (guint) atoi (cells[4]));
    gboolean found = FALSE;
    double weight = 0;
    for (guint t = 0; t < targets->len; t++) {
      const UtRestatement *target = &g_array_index (targets, UtRestatement, t);
      found |= strcmp (ut_regions_get (regions, target->region)->code, cells[3]) == 0;
      weight += target->weight;
    }
    g_assert_true (found);
    g_assert_cmpfloat_with_epsilon (weight, 1, 1e-12);
    g_assert_cmpint (kind == UT_RESTATE_SPLIT, ==, targets->len > 1);
  }
}

/* Where the county of an older structure went, as two lists say: "08" → "40"; more than one, and what else is there,
 * make it nobody. */
static GHashTable *
list_extents (const UtRegions *regions, const char *path, const char *structure, gboolean back) {
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GHashTable *went = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], ";", -1);
    if (strcmp (cells[0], structure) != 0)
      continue;
    UtRegionId county = ut_regions_find_code (regions, cells[3])->county;
    g_autofree char *then = g_strndup (cells[1], 2), *now = g_strdup (ut_regions_get (regions, county)->code);
    const char *known = g_hash_table_lookup (went, back ? now : then);
    const char *other = known == NULL || strcmp (known, back ? then : now) == 0 ? (back ? then : now) : "several";
    g_hash_table_replace (went, g_strdup (back ? now : then), g_strdup (other));
  }
  return went;
}

/* A county is carried exactly where all of it went to one county of today that has nothing else, by a list made without
 * this program. */
static void
test_extents (void) {
  static const char *const structures[] = { "2016", "2017", "2018", "2019", "2020" };
  g_autofree char *path = shared ("kommune-to-2024.csv");
  if (path == NULL)
    return;
  g_autoptr (UtRegions) regions = places_load ();
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  guint n_carried = 0;
  for (guint s = 0; s < G_N_ELEMENTS (structures); s++) {
    g_autoptr (GHashTable) to = list_extents (regions, path, structures[s], FALSE);
    g_autoptr (GHashTable) from = list_extents (regions, path, structures[s], TRUE);
    GHashTableIter iter;
    gpointer then, now;
    g_hash_table_iter_init (&iter, to);
    while (g_hash_table_iter_next (&iter, &then, &now)) {
      const char *back = g_hash_table_lookup (from, now);
      gboolean exact = back != NULL && strcmp (back, then) == 0 && strcmp (then, now) != 0;
      UtRestateKind kind;
      g_assert_true (ut_regions_restate (regions, then, atoi (structures[s]), &kind, targets));
      g_assert_cmpint (kind, ==, exact ? UT_RESTATE_RENUMBER : UT_RESTATE_SAME);
      g_assert_cmpstr (ut_regions_get (regions, g_array_index (targets, UtRestatement, 0).region)->code, ==,
                       exact ? (const char *) now : (const char *) then);
      n_carried += exact;
    }
  }
  g_assert_cmpuint (n_carried, ==, 8); /* 08 and 20, in four structures */
}

static void
test_restate (void) {
  g_autoptr (UtRegions) regions = places_load ();
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  static const struct {
    const char *code;
    int year;
    gboolean known;
    UtRestateKind kind;
    const char *today;
  } cases[] = {
    { "4036", 2024, TRUE, UT_RESTATE_SAME, "4036" },
    { "3825", 2021, TRUE, UT_RESTATE_RENUMBER, "4036" },
    { "0834", 2004, TRUE, UT_RESTATE_RENUMBER, "4036" },
    { "0821", 2019, TRUE, UT_RESTATE_MERGE, "4020" }, /* Bø i Telemark, into Midt-Telemark */
    { "0822", 2019, TRUE, UT_RESTATE_MERGE, "4020" },
    { "3817", 2020, TRUE, UT_RESTATE_RENUMBER, "4020" },
    { "1103", 2019, TRUE, UT_RESTATE_MERGE, "1103" }, /* Stavanger kept its code and grew */
    { "1103", 2020, TRUE, UT_RESTATE_SAME, "1103" },
    { "1103", 2003, TRUE, UT_RESTATE_MERGE, "1103" },
    { "5001", 2019, TRUE, UT_RESTATE_MERGE, "5001" },
    { "5001", 2021, TRUE, UT_RESTATE_SAME, "5001" },
    { "5013", 2019, TRUE, UT_RESTATE_MERGE, "5056" }, /* Hitra took in a part of Snillfjord */
    { "5001", 2017, FALSE, UT_RESTATE_SAME, NULL },
    { "0834", 2020, FALSE, UT_RESTATE_SAME, NULL },
    { "4036", 2023, FALSE, UT_RESTATE_SAME, NULL },
    { "9999", 2023, FALSE, UT_RESTATE_SAME, NULL },
    { "38", 2021, TRUE, UT_RESTATE_SAME, "38" },
    { "38", 2024, FALSE, UT_RESTATE_SAME, NULL },
    { "08", 2019, TRUE, UT_RESTATE_RENUMBER, "40" },
    { "08", 1998, TRUE, UT_RESTATE_RENUMBER, "40" },
    { "08", 2020, FALSE, UT_RESTATE_SAME, NULL },
    { "40", 2023, FALSE, UT_RESTATE_SAME, NULL },
    { "40", 2024, TRUE, UT_RESTATE_SAME, "40" },
    { "20", 2018, TRUE, UT_RESTATE_RENUMBER, "56" },
    { "07", 2019, TRUE, UT_RESTATE_SAME, "07" }, /* Svelvik left it */
    { "19", 2019, TRUE, UT_RESTATE_SAME, "19" }, /* Tjeldsund came from Nordland */
    { "01", 2017, TRUE, UT_RESTATE_SAME, "01" }, /* Rømskog left it */
    { "02", 2017, TRUE, UT_RESTATE_SAME, "02" }, /* nothing left it, but others came */
    { "09", 2019, TRUE, UT_RESTATE_SAME, "09" }, /* only a part of Agder */
    { "30", 2022, TRUE, UT_RESTATE_SAME, "30" },
    { "54", 2022, TRUE, UT_RESTATE_SAME, "54" },
    { "50", 2018, TRUE, UT_RESTATE_SAME, "50" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    UtRestateKind kind = UT_RESTATE_SAME;
    gboolean known = ut_regions_restate (regions, cases[i].code, cases[i].year, &kind, targets);
    g_assert_cmpint (known, ==, cases[i].known);
    g_assert_cmpint (kind, ==, cases[i].kind);
    g_assert_cmpuint (targets->len, ==, known ? 1 : 0);
    if (known)
      g_assert_cmpstr (ut_regions_get (regions, g_array_index (targets, UtRestatement, 0).region)->code, ==,
                       cases[i].today);
  }
}

static void
test_split (void) {
  g_autoptr (UtRegions) regions = places_load ();
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  UtRestateKind kind;
  static const struct {
    const char *code;
    int year;
    const char *today;
    double weight;
  } cases[] = {
    { "1507", 2023, "1508", 0.862 }, { "1507", 2023, "1580", 0.138 }, { "1850", 2019, "1806", 0.5 },
    { "1850", 2019, "1875", 0.5 },   { "5012", 2019, "5055", 0.35 },  { "5012", 2018, "5056", 0.35 },
    { "1613", 2017, "5059", 0.3 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double weight = 0;
    g_assert_true (ut_regions_restate (regions, cases[i].code, cases[i].year, &kind, targets));
    g_assert_cmpint (kind, ==, UT_RESTATE_SPLIT);
    for (guint t = 0; t < targets->len; t++) {
      const UtRestatement *target = &g_array_index (targets, UtRestatement, t);
      g_assert_true (target->estimated);
      if (strcmp (ut_regions_get (regions, target->region)->code, cases[i].today) == 0)
        weight = target->weight;
    }
    g_assert_cmpfloat_with_epsilon (weight, cases[i].weight, 1e-12);
  }
}

/* What became of the five: only the figures of the years between are shared out. */
static void
test_return (void) {
  g_autoptr (UtRegions) regions = places_load ();
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (UtRestatement));
  for (guint i = 0; i < G_N_ELEMENTS (returned); i++)
    for (int year = 2016; year <= 2019; year++) {
      UtRestateKind kind;
      g_assert_true (ut_regions_restate (regions, returned[i].code, year, &kind, targets));
      g_assert_cmpint (kind, ==, returned[i].kind);
      g_assert_cmpuint (targets->len, ==, 1);
      const UtRestatement *target = &g_array_index (targets, UtRestatement, 0);
      g_assert_cmpstr (ut_regions_get (regions, target->region)->code, ==, returned[i].today);
      g_assert_cmpfloat (target->weight, ==, 1);
      g_assert_false (target->estimated);
    }
  static const char *const gone[] = { "1504", "1523", "1529", "1546", "1534", "1508", "1580" };
  for (int year = 2020; year <= 2023; year++) {
    UtRestateKind kind;
    for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
      g_assert_false (ut_regions_restate (regions, gone[i], year, &kind, targets));
    g_assert_true (ut_regions_restate (regions, "1507", year, &kind, targets));
    g_assert_cmpint (kind, ==, UT_RESTATE_SPLIT);
    g_assert_cmpuint (targets->len, ==, 2);
  }
}

static const char *
county_in (const UtRegions *regions, const char *code, int year) {
  UtRegionId county = ut_regions_county_in (regions, ut_regions_find_code (regions, code)->id, year);
  return county == UT_REGION_NONE ? NULL : ut_regions_get (regions, county)->name;
}

static void
test_county_in (void) {
  g_autoptr (UtRegions) regions = places_load ();
  g_assert_cmpstr (county_in (regions, "4036", 2026), ==, "Telemark");
  g_assert_cmpstr (county_in (regions, "4036", 2021), ==, "Vestfold og Telemark");
  g_assert_cmpuint (ut_regions_county_in (regions, ut_regions_find_code (regions, "4036")->id, 2015), ==,
                    ut_regions_find_code (regions, "40")->id);
  g_assert_cmpuint (ut_regions_county_in (regions, ut_regions_find_code (regions, "5601")->id, 2019), ==,
                    ut_regions_find_code (regions, "56")->id);
  g_assert_cmpuint (ut_regions_county_in (regions, ut_regions_find_code (regions, "3907")->id, 2015), ==,
                    ut_regions_find_code (regions, "07")->id);
  g_assert_cmpstr (county_in (regions, "3427", 2010), ==, "Hedmark");
  /* Asker of today came from Akershus and Buskerud. */
  g_assert_null (county_in (regions, "3203", 2019));
  g_assert_cmpstr (county_in (regions, "5061", 2018), ==, "Møre og Romsdal");
  g_assert_cmpstr (county_in (regions, "5061", 2019), ==, "Trøndelag");
}

static void
test_find (void) {
  g_autoptr (UtRegions) regions = places_load ();
  static const struct {
    const char *text, *code;
  } cases[] = {
    { "Vinje", "4036" },
    { "vinje kommune", "4036" },
    { " VINJE KOMMUNE ", "4036" },
    { "38", "38" },
    { "4036", "4036" },
    { "301", "0301" },
    { "Oslo", "0301" },
    { "Telemark", "40" },
    { "40", "40" },
    { "landet", "0" },
    { "Hele landet", "0" },
    { "00", "0" },
    { "Fauske", "1841" },
    { "Fuossko", "1841" },
    { "Våler (Østfold)", "3114" },
    { "Vest-Telemark", "vest-telemark" },
    { "nord-osterdal", "nord-osterdal" },
    { "TRØNDELAG", "50" },
    { "fuosko", "1841" },
    { "Oslo - Oslove", "0301" },
    { "Fuossko - Fauske", "1841" },
    { "FAUSKE/FUOSSKO", "1841" },
    { "Trondelag fylkeskommune", "50" },
    { "Våler (Innlandet)", "3419" },
    { "Vinje (Telemark)", "4036" },
    { "Valer (Østfold)", "3114" },
    { "4036 Vinje", "4036" },
    { "4036 Vinje kommune", "4036" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    const UtRegion *region = ut_regions_find (regions, cases[i].text, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (region->code, ==, cases[i].code);
  }
}

static void
test_refused (void) {
  g_autoptr (UtRegions) regions = places_load ();
  static const char *const cases[][2] = {
    { "Våler", "3114 Våler (Østfold), 3419 Våler (Innlandet)" },
    { "Herøy", "1515 Herøy (Møre og Romsdal)" },
    { "Vinej", "Vinje" },
    { "Atlantis", "utsyn list regions" },
    { "fuoskoo", "«Fauske - Fuossko»" },
    { "vinj kommune", "«Vinje»" },
    { "0834", "2020; i dag: 4036 Vinje" },
    { "08", "2020; i dag: 40 Telemark" },
    { "1507", "1508 Ålesund, 1580 Haram" },
    { "", "utsyn list regions" },
    { "Vinje - Fauske", "utsyn list regions" },
    { "Vinje (Innlandet)", "utsyn list regions" },
    { "Valer", "3114 Våler (Østfold), 3419 Våler (Innlandet)" },
    { "4036 Fauske", "4036 er Vinje" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (ut_regions_find (regions, cases[i][0], &error));
    g_assert_error (error, UT_ERROR, UT_ERROR_USAGE);
    g_assert_nonnull (strstr (error->message, cases[i][1]));
  }
}

static void
test_own (void) {
  g_autoptr (UtRegions) regions = places_load ();
  g_autoptr (GError) error = NULL;
  const UtRegion *own = ut_regions_find_code (regions, "vest-telemark");
  const UtRegionId *members = (const UtRegionId *) (gpointer) own->members->data;
  g_assert_cmpuint (own->members->len, ==, 6);
  g_assert_true (ut_regions_add_own (regions, "vest-telemark", "Vest-Telemark", members, 6, &error) == own);
  UtRegionId turned[6];
  for (guint i = 0; i < 6; i++)
    turned[i] = members[5 - i];
  g_assert_true (ut_regions_add_own (regions, "vest-telemark", "Vest-Telemark", turned, 6, &error) == own);
  turned[1] = turned[0];
  const struct {
    const char *id;
    gsize n_members;
  } refused[] = { { "vest-telemark", 5 }, { "40", 6 }, { "ny", 0 }, { "ny", 6 } };
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_assert_null (ut_regions_add_own (regions, refused[i].id, "Ny", turned, refused[i].n_members, &error));
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    g_clear_error (&error);
  }
  g_assert_null (ut_regions_find_code (regions, "ny"));
}

/* One line goes into a sound set of four small files; the complaint names file and line. */
static void
test_bad_files (void) {
  static const struct {
    const char *file, *line, *place, *says;
  } cases[] = {
    { "fylker.csv", "40;Telemark", "fylker.csv:3: ", "4" },
    { "fylker.csv", "40;Telemark;2024;", "fylker.csv:3: ", "40" },
    { "fylker.csv", "39;Vestfold;i fjor;", "fylker.csv:3: ", "valid_from" },
    { "kommuner.csv", "4036;Vinje;40", "kommuner.csv:4: ", "4036" },
    { "kommuner.csv", "4099;Vinje;99", "kommuner.csv:4: ", "99" },
    { "kommune-endringer.csv", "3825;Vinje;4036;Vinje;2024;flytting;", "kommune-endringer.csv:3: ", "split" },
    { "kommune-endringer.csv", "3825;Vinje;4036;Vinje;snart;merge;", "kommune-endringer.csv:3: ", "split" },
    { "kommune-endringer.csv", "3825;Vinje;4036;Vinje;2024;split;-1", "kommune-endringer.csv:3: ", "split" },
    { "kommune-endringer.csv", "3825;Vinje;4036;Vinje;2024;split;0.9", "kommune-endringer.csv:3: ", "3825" },
    { "kommune-endringer.csv", "3824;Tokke;4034;Tokke;2024;renumber;", "kommune-endringer.csv:2: ", "3824" },
    { "kommune-endringer.csv", "3824;Tokke;4036;Vinje;2024;return;", "kommune-endringer.csv:3: ", "3824" },
    { "kommune-endringer.csv", "3824;Tokke;4034;Tokke;2024;return;0.5", "kommune-endringer.csv:3: ", "return" },
    { "kommune-endringer.csv", "3825;Vinje;4099;Vinje;2024;renumber;", "kommune-endringer.csv:3: ", "4099" },
    { "regioner.csv", "vest;Vest;4034 4099", "regioner.csv:3: ", "4099" },
    { "regioner.csv", "vest;Vest;4034 4034", "regioner.csv:3: ", "Tokke" },
    { "regioner.csv", "40;Vest;4034", "regioner.csv:3: ", "40" },
    { "kostra-grupper.csv", "4034;Tokke", "kostra-grupper.csv:3: ", "4034" },
    { "navn.csv", "4099;Vinje i Telemark", "navn.csv:3: ", "4099" },
  };
  static const char *const sound[][2] = {
    { "fylker.csv", "code;name;valid_from;valid_to\n40;Telemark;2024;\n" },
    { "kommuner.csv", "code;name;county_code\n4034;Tokke;40\n4036;Vinje;40\n" },
    { "kommune-endringer.csv",
      "old_code;old_name;new_code;new_name;year;kind;weight\n3824;Tokke;4034;Tokke;2024;renumber;\n" },
    { "regioner.csv", "id;name;members\nbegge;Begge;4034 4036\n" },
    { "kostra-grupper.csv", "code;name\nEAKUO;Landet uten Oslo\n" },
    { "navn.csv", "code;name\n4036;Vinje i Telemark\n" },
  };
  for (guint i = 0; i <= G_N_ELEMENTS (cases); i++) {
    g_auto (Folder) folder = folder_new ();
    g_autoptr (GError) error = NULL;
    for (guint f = 0; f < G_N_ELEMENTS (sound); f++) {
      gboolean spoilt = i < G_N_ELEMENTS (cases) && strcmp (cases[i].file, sound[f][0]) == 0;
      g_autofree char *text = g_strconcat (sound[f][1], spoilt ? cases[i].line : NULL, NULL);
      folder_write (&folder, sound[f][0], text);
    }
    g_autoptr (UtRegions) regions = ut_regions_load (folder.path, &error);
    if (i == G_N_ELEMENTS (cases)) {
      g_assert_no_error (error);
      g_assert_cmpuint (n_in_force (regions, UT_REGION_MUNICIPALITY, 2024), ==, 2);
      break;
    }
    g_assert_null (regions);
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    if (strstr (error->message, cases[i].place) == NULL || strstr (error->message, cases[i].says) == NULL)
      g_error ("case %u: %s", i, error->message);
  }
}

static void
test_wrong_header (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  g_assert_null (ut_regions_load (folder.path, &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_IO);
  g_clear_error (&error);
  folder_write (&folder, "kommune-endringer.csv", "code;name\n");
  g_assert_null (ut_regions_load (folder.path, &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_assert_nonnull (strstr (error->message, "kommune-endringer.csv:1: "));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/region/counts", test_counts);
  g_test_add_func ("/model/region/norwegian-first", test_norwegian_first);
  g_test_add_func ("/model/region/structures", test_structures);
  g_test_add_func ("/model/region/heirs", test_heirs);
  g_test_add_func ("/model/region/extents", test_extents);
  g_test_add_func ("/model/region/restate", test_restate);
  g_test_add_func ("/model/region/split", test_split);
  g_test_add_func ("/model/region/return", test_return);
  g_test_add_func ("/model/region/county-in", test_county_in);
  g_test_add_func ("/model/region/find", test_find);
  g_test_add_func ("/model/region/refused", test_refused);
  g_test_add_func ("/model/region/own", test_own);
  g_test_add_func ("/model/region/bad-files", test_bad_files);
  g_test_add_func ("/model/region/wrong-header", test_wrong_header);
  return g_test_run ();
}
