#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/language.h>

#include "dump.h"
#include "import/bytes/number_text.h"

static const UtReadHints no_hints = { .shown = "x.json" };

static char *
read_text (const char *format, const char *text, gssize length, const UtReadHints *hints, GError **error) {
  g_autofree char *folder = g_dir_make_tmp ("utsyn-json-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.json", NULL);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
  char *cells = dump_cells (ut_importer_find (format), path, hints, error);
  g_unlink (path);
  g_rmdir (folder);
  return cells;
}

static void
check_error (const char *format, const char *text, gssize length, const char *message) {
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = read_text (format, text, length, &no_hints, &error);
  g_assert_null (cells);
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_numbers (void) {
  static const struct {
    double value;
    const char *text;
  } cases[] = { { 0, "0" },
                { -0.0, "0" },
                { 114.6, "114.6" },
                { -0.5, "-0.5" },
                { 1000, "1000" },
                { 0.1, "0.1" },
                { 0.30000000000000004, "0.30000000000000004" },
                { 1e21, "1000000000000000000000" },
                { 1.5e-7, "0.00000015" },
                { 123456789.125, "123456789.125" },
                { NAN, "" },
                { INFINITY, "" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = ut_number_text (cases[i].value, UT_DECIMAL_POINT);
    g_assert_cmpstr (text, ==, cases[i].text);
    double parsed;
    if (*text != '\0')
      g_assert_true (ut_number_parse (text, UT_DECIMAL_POINT, &parsed) && parsed == cases[i].value);
  }
  g_autofree char *comma = ut_number_text (-12.25, UT_DECIMAL_COMMA);
  g_assert_cmpstr (comma, ==, "-12,25");
}

#define DATASET(sizes, index, rest)                                                                                    \
  "{\"class\":\"dataset\",\"id\":[\"A\"],\"size\":" sizes ",\"dimension\":{\"A\":{\"category\":{\"index\":" index      \
  "}}}," rest "}"

/* What cannot be used is said with what was found. */
static void
test_errors (void) {
  static const struct {
    const char *format, *text, *message;
  } cases[] = {
    { "json-stat", "", "x.json:1:" },
    { "json-stat", "{\n\"a\":}", "x.json:2: this is no JSON" },
    { "json-stat", "{\"a\":1,\"a\":2}", "the same key twice" },
    { "json-stat", "[1e999]", "too large" },
    { "json-stat", "{\"a\":\"\\u0000\"}", "NUL" },
    { "json-stat", "{} x", "after the end" },
    { "json-stat", "{}", "no JSON-stat dataset" },
    { "json-stat", "{\"dimension\":{}}", "lists of the same length" },
    { "json-stat", DATASET ("[1,2]", "[]", "\"value\":[]"), "lists of the same length" },
    { "json-stat", DATASET ("[-1]", "[]", "\"value\":[]"), "not a whole number" },
    { "json-stat", DATASET ("[2]", "[\"x\"]", "\"value\":[1,2]"), "has size 2, but not as many categories" },
    { "json-stat", DATASET ("[2]", "{\"x\":0,\"y\":0}", "\"value\":[1,2]"), "has size 2, but not as many categories" },
    { "json-stat", DATASET ("[2]", "{\"x\":1,\"y\":2}", "\"value\":[1,2]"), "has size 2, but not as many categories" },
    { "json-stat", DATASET ("[1]", "[\"x\"]", "\"value\":[1,2]"), "'value' has length 2" },
    { "json-stat", DATASET ("[1]", "[\"x\"]", "\"value\":[1],\"status\":[\".\",\".\"]"), "'status' has length 2" },
    { "json-stat", DATASET ("[1]", "[\"x\"]", "\"status\":\".\""), "no list 'value'" },
    { "json-stat", DATASET ("[100000001]", "[\"x\"]", "\"value\":{}"), "more than 100000000 cells" },
    { "json-stat", DATASET ("[9223372036854775807]", "[\"x\"]", "\"value\":{}"), "more than 100000000 cells" },
    { "json-stat",
      "{\"id\":[\"A\",\"A\",\"A\"],\"size\":[100000,100000,100000],\"dimension\":{\"A\":{}},\"value\":{\"0\":1}}",
      "more than 100000000 cells" },
    { "json-stat", "{\"id\":[\"B\"],\"size\":[1],\"dimension\":{\"A\":{}},\"value\":[1]}", "('B') is not described" },
    { "json-stat", "{\"id\":[7],\"size\":[1],\"dimension\":{\"A\":{}},\"value\":[1]}",
      "number 1 ('') is not described" },
    { "udir-json", "{\"kode\":400,\"feiltype\":\"UgyldigFilter\",\"melding\":\"Filter må oppgis!\"}",
      "answered with an error, not with figures: 400 Filter må oppgis!" },
    { "udir-json", "{\"a\":1}", "no answer of Udir" },
    { "udir-json", "[]", "has no rows" },
    { "udir-json", "[{},[],1]", "has no rows" },
    { "udir-json", "{\"rows\":[]}", "do not cover the same columns" },
    { "udir-json", "{\"rows\":[],\"metadata\":{\"columns\":[[{\"name\":\"x\",\"columnCount\":1000000000000}]]}}",
      "do not cover the same columns" },
    { "udir-json",
      "{\"rows\":[],\"metadata\":{\"columns\":[[{\"columnCount\":3}],[{\"name\":\"x\"},{\"name\":\"y\"}]]}}",
      "do not cover the same columns" },
    { "geojson", "{\"type\":\"Topology\"}", "no FeatureCollection" },
    { "geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}", "has no rows" },
    { "klass-json", "{\"codes\":{}}", "no answer of Klass" },
    { "klass-json", "{\"codes\":[]}", "has no rows" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_error (cases[i].format, cases[i].text, -1, cases[i].message);
  check_error ("json-stat", "{\"a\0\":1}", 8, "x.json:1:");
}

static char *
repeat (const char *before, const char *part, guint n, const char *after) {
  GString *text = g_string_new (before);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", part);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

/* Deep, wide and long: an error, soon. */
static void
test_hostile (void) {
  g_autofree char *deep = g_strnfill (1000000, '[');
  check_error ("json-stat", deep, -1, "too deep");
  g_autoptr (GString) wide = g_string_new ("[{\"EnhetNivaa\":1");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (wide, ",\"k%u\":1", i);
  g_string_append (wide, "}]");
  check_error ("udir-json", wide->str, -1, "more than 256 different keys");
  g_autofree char *spans = repeat ("{\"rows\":[],\"metadata\":{\"columns\":[[", "{\"name\":\"x\"}", 5000, "]]}}");
  check_error ("udir-json", spans, -1, "do not cover the same columns");
  g_autofree char *levels = repeat ("{\"rows\":[],\"metadata\":{\"columns\":[", "[{\"columnCount\":4}]", 5000, "]}}");
  check_error ("udir-json", levels, -1, "do not cover the same columns");
  g_autofree char *letters = g_strnfill (100000, 'x');
  g_autofree char *name = g_strdup_printf (
      "{\"rows\":[],\"metadata\":{\"columns\":[[{\"name\":\"%s\",\"columnCount\":4096}]]}}", letters);
  check_error ("udir-json", name, -1, "do not cover the same columns");
  g_autofree char *ids = repeat ("{\"id\":[", "\"A\"", 65, "],");
  g_autofree char *sizes = repeat ("\"size\":[", "1", 65, "],\"dimension\":{\"A\":{}},\"value\":[1]}");
  g_autofree char *many = g_strconcat (ids, sizes, NULL);
  check_error ("json-stat", many, -1, "at most 64 dimensions");
}

/* Figures of a map are those that are named; a table of several is the one that is wanted. */
static void
test_hints (void) {
  static const char *const figures[] = { "areal", NULL }, *const sheets[] = { "Kom*", NULL };
  const UtReadHints map = { .value_columns = figures }, one = { .sheets = sheets };
  g_autofree char *path = source_path ("tests/import/fixtures/geojson/kommuner.geojson");
  g_autofree char *cells = dump_cells (ut_importer_find ("geojson"), path, &map, NULL);
  g_assert_nonnull (strstr (cells, "figures areal = areal []\n"));
  g_assert_nonnull (strstr (cells, "<454.1>"));
  g_autofree char *layers = source_path ("tests/import/fixtures/geojson/layers.json");
  g_autofree char *layer = dump_cells (ut_importer_find ("geojson"), layers, &one, NULL);
  g_assert_nonnull (strstr (layer, "kommunenummer"));
  g_assert_null (strstr (layer, "fylkesnummer"));
}

static const UtImporter *
detect_text (const char *text) {
  g_autofree char *folder = g_dir_make_tmp ("utsyn-json-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.json", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  const UtImporter *importer = ut_importer_detect (path, NULL, NULL);
  g_unlink (path);
  g_rmdir (folder);
  return importer;
}

/* A format is known by its beginning, also where a long list comes first, and an error of an agency is known too. */
static void
test_detect (void) {
  static const struct {
    const char *text, *format;
  } cases[] = {
    { "{\"kode\":400,\"feiltype\":\"x\",\"melding\":\"Filter må oppgis!\"}", "udir-json" },
    { "{\"codeChanges\":[]}", "klass-json" },
    { "{\"features\":[{\"type\":\"Feature\"", "geojson" },
    { "{\"a\":1}", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const UtImporter *importer = detect_text (cases[i].text);
    g_assert_cmpstr (importer != NULL ? importer->name : NULL, ==, cases[i].format);
  }
  g_autofree char *statuses = repeat ("{\"dataset\":{\"status\":{", "\"1\":\".\"", 20000, "}}}");
  g_assert_cmpstr (detect_text (statuses)->name, ==, "json-stat");
  g_autofree char *values = repeat ("{\"folk\":{\"label\":\"x\",\"updated\":\"y\",\"value\":[", "1", 50000, "]}}");
  g_assert_cmpstr (detect_text (values)->name, ==, "json-stat");
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_test_add_func ("/import/json/numbers", test_numbers);
  g_test_add_func ("/import/json/errors", test_errors);
  g_test_add_func ("/import/json/hostile", test_hostile);
  g_test_add_func ("/import/json/hints", test_hints);
  g_test_add_func ("/import/json/detect", test_detect);
  return g_test_run ();
}
