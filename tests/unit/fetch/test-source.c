#include "../model/folder.h"
#include "source.h"
#include <string.h>
#include <utsyn/error.h>

static void
test_ssb (void) {
  g_autoptr (UtDataset) dataset
      = source_get ("{api: ssb, table: \"07459\", select: {Region: \"*\", Kjonn: [\"1\", \"2\"], Tid: from(2015)}, "
                    "codelist: {Region: agg_KommSummer}, url: \"https://speil.example/ssb//\"}");
  const UtFetchSource *source = dataset->fetch;
  g_assert_cmpint (source->api, ==, UT_FETCH_SSB);
  g_assert_cmpstr (source->table, ==, "07459");
  g_assert_cmpstr (source->format, ==, "csv");
  g_assert_cmpstr (source->url, ==, "https://speil.example/ssb");
  g_assert_cmpstr (ut_fetch_source_extension (source), ==, "csv");
  g_assert_cmpuint (source->select->len, ==, 3);
  const UtFetchSelection *region = g_ptr_array_index (source->select, 0), *sex = g_ptr_array_index (source->select, 1);
  g_assert_cmpstr (region->codelist, ==, "agg_KommSummer");
  g_assert_null (sex->codelist);
  g_assert_cmpstr (sex->values[1], ==, "2");
  g_assert_cmpuint (sex->line, ==, 9);
  g_assert_null (dataset->files[0]);
}

static void
test_others (void) {
  g_autoptr (UtDataset) fhi = source_get ("{api: fhi, source: nokkel, table: 932, select: {AAR: bottom(3)}}");
  g_assert_cmpstr (fhi->fetch->format, ==, "json-stat2");
  g_assert_cmpstr (fhi->fetch->source, ==, "nokkel");
  g_assert_cmpstr (ut_fetch_source_extension (fhi->fetch), ==, "json");
  g_autoptr (UtDataset) udir = source_get ("{api: udir, table: 148, filter: TidID(202412_202512)_KjoennID(-10)}");
  g_assert_cmpstr (udir->fetch->filter, ==, "TidID(202412_202512)_KjoennID(-10)");
  g_autoptr (UtDataset) klass = source_get ("{api: klass, classification: 131, from: 2020, to: 2024-01-02}");
  g_assert_cmpstr (klass->fetch->kind, ==, "codes");
  g_assert_cmpstr (klass->fetch->from, ==, "2020-01-01");
  g_assert_cmpstr (klass->fetch->to, ==, "2024-01-02");
}

/* Columns count from the beginning of the line "fetch: …". */
static void
test_complaints (void) {
  static const struct {
    const char *fetch, *place, *says;
  } cases[] = {
    { "ssb", "9:8: ", "{api: ssb" },
    { "{table: 1}", "9:8: ", "ssb, fhi, udir, klass" },
    { "{api: sbb}", "9:14: ", "'ssb'" },
    { "{api: ssb, tabel: 1}", "9:19: ", "table, select" },
    { "{api: udir, table: 1, select: {a: b}}", "9:30: ", "filter" },
    { "{api: ssb, table: 1/2, select: {a: b}}", "9:26: ", "1/2" },
    { "{api: ssb, table: \"../x\", select: {a: b}}", "9:26: ", "../x" },
    { "{api: ssb, table: 1}", "9:8: ", "select" },
    { "{api: ssb, table: 1, select: {}}", "9:37: ", "select" },
    { "{api: ssb, table: 1, select: {Tid: []}}", "9:43: ", "\"*\"" },
    { "{api: ssb, table: 1, select: {Tid: [range(2018,2020)]}}", "9:43: ", "range(2018" },
    { "{api: ssb, table: 1, select: {Tid: [\"1\", \"1\"]}}", "9:43: ", "twice" },
    { "{api: ssb, table: 1, select: {a: b}, codelist: {c: d}}", "9:56: ", "'c'" },
    { "{api: ssb, table: 1, select: {a: b}, format: xlsx}", "9:53: ", "csv, json-stat2" },
    { "{api: ssb, table: 1, select: {a: b}, url: \"http://data.ssb.no\"}", "9:50: ", "https://host" },
    { "{api: ssb, table: 1, select: {a: b}, url: \"https://a.no/?x=1\"}", "9:50: ", "https://host" },
    { "{api: ssb, table: 1, select: {a: b}, url: \"https://u:p@a.no\"}", "9:50: ", "https://host" },
    { "{api: ssb, table: 1, select: {a: b}, url: data.ssb.no}", "9:50: ", "https://host" },
    { "{api: udir, table: 1, filter: \"TidID=2025\"}", "9:38: ", "TidID(202412_202512)" },
    { "{api: klass, classification: 131, from: i fjor}", "9:48: ", "2024-01-01" },
    { "{api: klass, classification: 131, from: 2024-02-30}", "9:48: ", "2024-02-30" },
    { "{api: klass, classification: 131, from: 2024, to: 2020}", "9:58: ", "later" },
    { "{api: klass, classification: 131}", "9:8: ", "from" },
    { "{api: klass, classification: 131, from: 2024, kind: alt}", "9:60: ", "codes, changes" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (source_load (cases[i].fetch, &error));
    g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
    g_autofree char *place = g_strconcat ("datasets/prove/dataset.yaml:", cases[i].place, NULL);
    if (!g_str_has_prefix (error->message, place) || strstr (error->message, cases[i].says) == NULL)
      g_error ("case %u: %s", i, error->message);
  }
}

#define HEAD "id: a\nsource: b\ntitle: c\nlicence: d\npublished: 2026\nformat: tidy\nboundaries: 2024\n"
#define FHI  "fetch: {api: fhi, source: nokkel, table: 1, select: {AAR: \"*\"}}\nobservations: []\n"

/* Without files the dataset cannot be read, and the complaint says how to get them; its definition can. */
static void
test_not_fetched_yet (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/a/dataset.yaml", HEAD "files: \"*.json\"\n" FHI);
  folder_write (&folder, "datasets/a/2026-01-01/" UT_FETCH_RECORD, "{}");
  folder_write (&folder, "datasets/a/.fetching/01.json", "{}");
  g_assert_null (ut_dataset_load (folder.path, "datasets/a", &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_assert_nonnull (strstr (error->message, "utsyn fetch a"));
  g_clear_error (&error);
  g_autoptr (UtDataset) dataset = ut_dataset_load_definition (folder.path, "datasets/a", &error);
  g_assert_no_error (error);
  g_assert_null (dataset->files[0]);
  folder_write (&folder, "datasets/a/2026-01-01/01.json", "{}");
  g_autoptr (UtDataset) fetched = ut_dataset_load (folder.path, "datasets/a", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fetched->vintage, ==, "2026-01-01");
  g_assert_cmpuint (g_strv_length (fetched->files), ==, 1);
}

static void
test_unread_name (void) {
  g_auto (Folder) folder = folder_new ();
  g_autoptr (GError) error = NULL;
  folder_write (&folder, "datasets/a/dataset.yaml", HEAD "files: \"*.csv\"\n" FHI);
  g_assert_null (ut_dataset_load_definition (folder.path, "datasets/a", &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_assert_nonnull (strstr (error->message, "[\"*.json\"]"));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_test_add_func ("/fetch/source/ssb", test_ssb);
  g_test_add_func ("/fetch/source/others", test_others);
  g_test_add_func ("/fetch/source/complaints", test_complaints);
  g_test_add_func ("/fetch/source/not-fetched-yet", test_not_fetched_yet);
  g_test_add_func ("/fetch/source/unread-name", test_unread_name);
  return g_test_run ();
}
