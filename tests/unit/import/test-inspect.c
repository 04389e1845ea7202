#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <utsyn/dataset.h>
#include <utsyn/import.h>
#include <utsyn/language.h>

#include "../places.h"
#include "dump.h"

static UtRegions *regions;

static char *
propose (const UtInspection *inspection, const char *path) {
  g_autoptr (UtProposal) proposal = ut_inspection_propose (inspection, path, NULL);
  return g_steal_pointer (&proposal->yaml);
}

static UtInspection *
inspect (const char *relative, UtFindings *findings) {
  g_autofree char *path = source_path (relative);
  g_autoptr (GError) error = NULL;
  UtInspection *inspection = ut_inspect (path, regions, findings, &error);
  g_assert_no_error (error);
  return inspection;
}

static void
test_wide (void) {
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtInspection) it = inspect ("tests/import/fixtures/pxweb-csv/latin1-title-wide.csv", findings);
  g_assert_cmpstr (it->format, ==, "pxweb-csv");
  g_assert_cmpstr (it->encoding, ==, "ISO-8859-1");
  g_assert_cmpint (it->separator, ==, ';');
  const UtInspectTable *table = g_ptr_array_index (it->tables, 0);
  g_assert_cmpuint (table->n_rows, ==, 3);
  g_assert_cmpuint (table->columns->len, ==, 2);
  const UtInspectDimension *region = g_ptr_array_index (table->dimensions, 0);
  g_assert_cmpstr (region->role, ==, "region");
  g_assert_cmpuint (region->n_labels, ==, 3);
  g_assert_cmpuint (region->places.n_unknown, ==, 0);
  const UtInspectDimension *age = g_ptr_array_index (table->dimensions, 1);
  g_assert_cmpstr (age->role, ==, "");
  g_assert_cmpuint (age->n_labels, ==, 1);
  g_assert_cmpuint (table->signs->len, ==, 3);
  const UtInspectSign *sign = &g_array_index (table->signs, UtInspectSign, 0);
  g_assert_cmpstr (sign->sign, ==, "..");
  g_assert_cmpint (sign->status, ==, UT_STATUS_MISSING);
  g_assert_cmpuint (sign->n, ==, 1);
}

static void
test_old_places (void) {
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtInspection) it = inspect ("tests/import/fixtures/pxweb-csv/value-in-column-2.csv", findings);
  const UtInspectTable *table = g_ptr_array_index (it->tables, 0);
  const UtInspectDimension *region = g_ptr_array_index (table->dimensions, 2);
  g_assert_cmpstr (region->role, ==, "region");
  g_assert_cmpuint (region->places.n_municipalities, ==, 3);
  g_assert_cmpuint (region->places.n_old, ==, 2);
  g_assert_cmpuint (region->places.n_unknown, ==, 0);
}

static void
test_bad_rows (void) {
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtInspection) it = inspect ("tests/import/fixtures/pxweb-csv/quarters-ragged-nul.csv", findings);
  g_assert_cmpuint (((const UtInspectTable *) g_ptr_array_index (it->tables, 0))->n_rows, ==, 7);
  g_assert_cmpuint (ut_findings_count_kind (findings, UT_FINDING_BAD_ROW), ==, 4);
  const GArray *reasons = ((const UtInspectTable *) g_ptr_array_index (it->tables, 0))->reasons;
  g_assert_cmpuint (reasons->len, ==, 3);
  const UtInspectReason *first = &g_array_index (reasons, UtInspectReason, 0);
  g_assert_cmpstr (first->why, !=, "");
  gsize n = 0;
  for (guint i = 0; i < reasons->len; i++) {
    n += g_array_index (reasons, UtInspectReason, i).n;
    g_assert_cmpuint (g_array_index (reasons, UtInspectReason, i).line, >=, first->line);
  }
  g_assert_cmpuint (n, ==, 4);
}

/* What a workbook holds beside its tables is named, with the reason. */
static void
test_sheets_without_a_table (void) {
  static const struct {
    const char *name, *why;
  } expected[] = {
    { "Forside", "text only, no figures" },
    { "Tom", "no cells are filled in: it is empty, or only a chart" },
    { "Utan overskrift", "figures, but no row of headings above them" },
    { "Berre tal", "no row with both a label and a figure" },
  };
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtInspection) it = inspect ("tests/import/fixtures/xlsx/sheets-without-a-table.xlsx", findings);
  g_assert_cmpuint (it->tables->len, ==, 1);
  g_assert_cmpuint (it->passed_over->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < it->passed_over->len; i++) {
    const UtInspectSheet *sheet = &g_array_index (it->passed_over, UtInspectSheet, i);
    g_assert_cmpstr (sheet->name, ==, expected[i].name);
    g_assert_cmpstr (sheet->why, ==, expected[i].why);
  }
}

static void
test_missing (void) {
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (GError) error = NULL;
  g_assert_null (ut_inspect ("/nowhere/x.csv", regions, findings, &error));
  g_assert_nonnull (error);
}

static UtInspection *
inspect_text (const char *text) {
  g_autofree char *folder = g_dir_make_tmp ("utsyn-inspect-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "figures.csv", NULL);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (GError) error = NULL;
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  UtInspection *inspection = ut_inspect (path, regions, findings, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return inspection;
}

static const UtInspectDimension *
get_dimension (const UtInspection *inspection, const char *name) {
  const UtInspectTable *table = g_ptr_array_index (inspection->tables, 0);
  for (guint i = 0; i < table->dimensions->len; i++)
    if (strcmp (((UtInspectDimension *) g_ptr_array_index (table->dimensions, i))->name, name) == 0)
      return g_ptr_array_index (table->dimensions, i);
  g_assert_not_reached ();
}

/* Which places are not known is shown; among counties Oslo is one. */
static void
test_strange_places (void) {
  g_autoptr (UtInspection) it = inspect_text ("Fylke;År;Andel\nTelemark;2024;5\nOslo;2024;6\nAgder;2024;7\n"
                                              "Ukjent fylke;2024;8\nHerøy;2024;9\n");
  const UtInspectPlaces *places = &get_dimension (it, "Fylke")->places;
  g_assert_cmpuint (places->n_counties, ==, 3);
  g_assert_cmpuint (places->n_municipalities, ==, 0);
  g_assert_cmpuint (places->n_unknown, ==, 1);
  g_assert_cmpuint (places->n_ambiguous, ==, 1);
  g_assert_cmpuint (places->strange->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (places->strange, 0), ==, "Ukjent fylke");
  g_assert_cmpstr (g_ptr_array_index (places->strange, 1), ==, "Herøy");
}

/* Former counties are counties, whether their figures are carried to another code or not. */
static void
test_former_counties (void) {
  g_autoptr (UtInspection) it = inspect_text ("Fylke;År;Andel\n07 Vestfold;2018;5\n08 Telemark;2018;6\n"
                                              "20 Finnmark;2018;7\n03 Oslo;2018;8\n");
  const UtInspectPlaces *places = &get_dimension (it, "Fylke")->places;
  g_assert_cmpuint (places->n_counties, ==, 4);
  g_assert_cmpuint (places->n_municipalities, ==, 0);
  g_assert_cmpuint (places->n_old, ==, 0);
  g_assert_cmpint (places->structure, ==, 2019);
}

/* One older municipality among counties is not Oslo. */
static void
test_older_among_counties (void) {
  g_autoptr (UtInspection) it = inspect_text ("Kode;År;Andel\n50;2018;5\n34;2018;6\n0834;2018;7\n");
  const UtInspectPlaces *places = &get_dimension (it, "Kode")->places;
  g_assert_cmpuint (places->n_counties, ==, 2);
  g_assert_cmpuint (places->n_municipalities, ==, 1);
  g_assert_cmpuint (places->n_old, ==, 1);
}

/* Names beside codes and years beside periods are not suggested to choose from; totals are. */
static void
test_followers (void) {
  g_autoptr (UtInspection) it
      = inspect_text ("Kommunenummer;Navn;År;Skoleår_slutt;Kjønn;Uke;Versjon;Andel\n"
                      "4003;Skien;2023;2022/23;Jenter;;7;5\n4003;Skien;2024;2023/24;Begge kjønn;;7;6\n"
                      "4036;Vinje;2023;2022/23;Begge kjønn;;7;7\n4036;Vinje;2024;2023/24;Jenter;;7;8\n");
  g_assert_true (get_dimension (it, "Navn")->follows_place);
  g_assert_true (get_dimension (it, "Skoleår_slutt")->follows_period);
  g_assert_false (get_dimension (it, "Kjønn")->follows_place || get_dimension (it, "Kjønn")->follows_period);
  g_autofree char *yaml = propose (it, "figures.csv");
  g_assert_nonnull (strstr (yaml, "    select: {\"Kjønn\": \"Begge kjønn\"} #"));
  g_assert_nonnull (strstr (yaml, "    value: \"Andel\"\n"));
}

/* Which column holds the places is seen by what stands in it; "": none does. */
static void
test_place_column (void) {
  static const struct {
    const char *text, *column;
  } cases[] = {
    { "Sted;År;Andel\nSkien;2023;5\nVinje;2024;6\n", "Sted" },
    { "Nivå;Enhet;Alder;Andel\nFylker;Agder;18 - 29 år;1\nKommuner;Skien;18 - 66 år;2\nLandet;Landet;18 - 66 år;2\n",
      "Enhet" },
    { "bydel;0;1;2;11;18\nSkien;1;2;3;4;5\nVinje;1;2;3;4;6\n", "bydel" },
    { "Alder;År;Antall\n0;2023;5\n1;2023;6\n11;2023;6\n", "" },
    { "Alder;Antall\n16 år;5\n18 - 29 år;6\n", "" },
    { "Måned;Antall\n01;5\n02;6\n03;6\n11;6\n12;6\n", "" },
    { "Trinn;Antall\n08;5\n09;6\n10;7\n", "" },
    { "Næring;Antall\n01 Jordbruk;5\n02 Skogbruk;6\n03 Fiske;7\n", "" },
    { "Næring;Kommune;Antall\n01 Jordbruk;Skien;5\n02 Skogbruk;Vinje;6\n", "Kommune" },
    { "Fylke;Antall\n03;5\n11;6\n40;7\n", "Fylke" },
    { "nr;navn;Antall\n03;Oslo;5\n11;Rogaland;6\n40;Telemark;7\n", "nr" },
    { "01;delbydel_navn;Antall\n0101;Lodalen;5\n0102;Grønland;6\n0201;Sagene;7\n", "" },
    { "Fylke;Kommune;KommuneID;Stemmer\n38;Skien;3807;100\n30;Våler;3018;20\n34;Våler;3419;10\n", "KommuneID" },
    { "Kommune;id;Antall\nSkien;4001;100\nVinje;3301;20\n", "Kommune" },
    { "Fylke;Sted;Antall\nTelemark;Skien;100\nTelemark;Vinje;20\n", "Sted" },
    { "Fylke;Navn;Antall\n03;Oslo;100\n11;Rogaland;20\n", "Fylke" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (UtInspection) it = inspect_text (cases[i].text);
    const UtInspectTable *table = g_ptr_array_index (it->tables, 0);
    const char *column = "";
    for (guint k = 0; k < table->dimensions->len; k++) {
      const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, k);
      if (strcmp (dimension->role, "region") == 0)
        column = dimension->name;
    }
    if (strcmp (column, cases[i].column) != 0)
      g_error ("%s: “%s” and not “%s”", cases[i].text, column, cases[i].column);
  }
}

/* A column of places that nothing marks is asked for, and so is a column of figures. */
static void
test_incomplete_suggestions (void) {
  g_autoptr (UtInspection) names = inspect_text ("Sted;År;Andel\nLodalen;2023;5\nKampen;2024;6\n");
  g_autofree char *yaml = propose (names, "figures.csv");
  g_assert_nonnull (strstr (yaml, "    # region: no column of places was found: name it\n"));
  g_autoptr (UtInspection) texts = inspect_text ("Kommune;Merknad\nSkien;a\nVinje;b\n");
  g_autofree char *none = propose (texts, "figures.csv");
  g_assert_nonnull (strstr (none, "    # value: the file has no column of figures: name what to read\n"));
}

/* What is no table is reported as what it is, whatever the file is called. */
static void
test_no_table (void) {
  static const struct {
    const char *bytes, *why;
  } files[] = {
    { "\n<!DOCTYPE html><html lang=\"nb\"><head><title>\n 404 – finnes ikke</title></head><body>a;b;c</body></html>",
      "it is a web page (HTML) with the title '404 – finnes ikke', not a table: download the figures themselves and "
      "not "
      "the page that shows them or an error page" },
    { "<HTML><BODY>a,b\n1,2</BODY></HTML>",
      "it is a web page (HTML), not a table: download the figures themselves and not the page that shows them or an "
      "error page" },
    { "<?xml version=\"1.0\"?>\n<message:Generic a=\"1;2\">1,2</message:Generic>",
      "it is XML ('message:Generic'), which is not read: get the table as CSV, Excel or JSON-stat" },
    { "{\"type\":\"Parameter error\",\"title\":\"Too many cells selected\",\"status\":400}",
      "it is an answer without figures; the source says 'Too many cells selected'" },
    { "[{\"a\":1,\"b;c\":2},{\"a\":3}]",
      "it is JSON of no kind that is known, with the keys a, b;c: JSON-stat, Udir's and Klass's JSON and GeoJSON are "
      "read" },
    { "{\"a\": [1, 2", "it is JSON of no kind that is known: JSON-stat, Udir's and Klass's JSON and GeoJSON are read" },
    { "%PDF-1.7\n1,2;3", "it is a PDF document; separated text, Excel (.xlsx), PX and JSON-stat are read" },
    { "\x1f\x8b\x08\x01\x02,\x03;",
      "it is a gzip archive: unpack it; separated text, Excel (.xlsx), PX and JSON-stat are read" },
    { "\x01\x02\x03,\x04;\n", "it is not text; separated text, Excel (.xlsx), PX and JSON-stat are read" },
    { " \r\n", "the file is empty" },
    { "Kommune\nSkien\n",
      "it is text, but no table: there is no semicolon, tab or comma between cells in its heading row" },
  };
  g_autofree char *folder = g_dir_make_tmp ("utsyn-no-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "figures.csv", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (UtFindings) findings = ut_findings_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *expected = g_strdup_printf ("%s: the format is not recognised: %s", path, files[i].why);
    g_assert_true (g_file_set_contents (path, files[i].bytes, -1, NULL));
    g_assert_null (ut_inspect (path, regions, findings, &error));
    g_assert_nonnull (error);
    g_assert_cmpstr (error->message, ==, expected);
  }
  g_unlink (path);
  g_rmdir (folder);
}

/* Each table of a file has its own dimensions. */
static void
test_tables (void) {
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtInspection) it = inspect ("tests/import/fixtures/json-stat/collection.json", findings);
  g_assert_cmpuint (it->tables->len, ==, 2);
  for (guint i = 0; i < it->tables->len; i++) {
    const UtInspectTable *table = g_ptr_array_index (it->tables, i);
    g_assert_nonnull (table->title);
    g_assert_cmpuint (table->n_rows, >, 0);
    g_assert_cmpuint (table->dimensions->len, >, 0);
  }
}

/* Codes of 2020 and labels of every kind. */
static void
test_places (void) {
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtInspection) it = inspect ("tests/import/fixtures/pxweb-csv/kostra-signs.csv", findings);
  const UtInspectTable *table = g_ptr_array_index (it->tables, 0);
  const UtInspectDimension *region = g_ptr_array_index (table->dimensions, 0);
  g_assert_cmpuint (region->places.n_countries, ==, 1);
  g_assert_cmpuint (region->places.n_groups, ==, 2);
  g_assert_cmpuint (region->places.n_counties, ==, 1);
  g_assert_cmpuint (region->places.n_municipalities, ==, 4);
  g_assert_cmpint (region->places.structure, ==, 2024);
  const UtInspectDimension *period = g_ptr_array_index (table->dimensions, 1);
  g_assert_cmpuint (period->first.first_year, ==, 2023);
  const UtInspectColumn *column = g_ptr_array_index (table->columns, 0);
  g_assert_cmpuint (column->n_figures, ==, 3);
  g_assert_cmpfloat (column->least, ==, 0);
  g_assert_cmpfloat (column->greatest, ==, 50.1);
}

/* What is suggested for any fixture is a dataset.yaml the loader takes, once it lies in a folder of its name. */
static void
test_suggestion (gconstpointer data) {
  const char *relative = data;
  g_autofree char *source = source_path (relative), *bytes = NULL, *base = g_path_get_basename (relative);
  gsize n_bytes;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtInspection) it = inspect (relative, findings);
  g_autofree char *yaml = propose (it, source);
  g_assert_true (g_str_has_prefix (yaml, "id: "));
  g_autofree char *id = g_strndup (yaml + 4, strcspn (yaml + 4, " \n"));
  g_autofree char *root = g_dir_make_tmp ("utsyn-suggest-XXXXXX", NULL);
  g_autofree char *dir = g_build_filename ("datasets", id, NULL);
  g_autofree char *datasets = g_build_filename (root, "datasets", NULL), *folder = g_build_filename (root, dir, NULL);
  g_autofree char *file = g_build_filename (folder, base, NULL);
  g_autofree char *definition = g_build_filename (folder, "dataset.yaml", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (source, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (file, bytes, (gssize) n_bytes, NULL));
  g_assert_true (g_file_set_contents (definition, yaml, -1, NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (UtDataset) dataset = ut_dataset_load (root, dir, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dataset->format, ==, it->format);
  g_assert_cmpuint (dataset->mappings->len, ==, 1);
  g_assert_cmpuint (g_strv_length (dataset->files), ==, 1);
  g_unlink (file);
  g_unlink (definition);
  g_rmdir (folder);
  g_rmdir (datasets);
  g_rmdir (root);
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  regions = places_load ();
  static const char *const suggested[]
      = { "pxweb-csv/latin1-title-wide.csv",    "pxweb-csv/codes-only-long.csv", "pxweb-csv/inner-quotes.csv",
          "pxweb-csv/codes-and-texts-wide.csv", "tidy/several-columns.csv",      "tidy/multiline-header.csv" };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_test_add_func ("/import/inspect/wide", test_wide);
  g_test_add_func ("/import/inspect/old-places", test_old_places);
  g_test_add_func ("/import/inspect/bad-rows", test_bad_rows);
  g_test_add_func ("/import/inspect/no-table", test_no_table);
  g_test_add_func ("/import/inspect/strange-places", test_strange_places);
  g_test_add_func ("/import/inspect/former-counties", test_former_counties);
  g_test_add_func ("/import/inspect/older-among-counties", test_older_among_counties);
  g_test_add_func ("/import/inspect/followers", test_followers);
  g_test_add_func ("/import/inspect/place-column", test_place_column);
  g_test_add_func ("/import/inspect/incomplete-suggestions", test_incomplete_suggestions);
  g_test_add_func ("/import/inspect/tables", test_tables);
  g_test_add_func ("/import/inspect/places", test_places);
  g_test_add_func ("/import/inspect/missing", test_missing);
  g_test_add_func ("/import/inspect/sheets-without-a-table", test_sheets_without_a_table);
  for (gsize i = 0; i < G_N_ELEMENTS (suggested); i++) {
    g_autofree char *name = g_strconcat ("/import/inspect/suggest/", suggested[i], NULL);
    g_ptr_array_add (paths, g_strconcat ("tests/import/fixtures/", suggested[i], NULL));
    g_test_add_data_func (name, g_ptr_array_index (paths, i), test_suggestion);
  }
  int status = g_test_run ();
  ut_regions_free (regions);
  return status;
}
