/* What dataset.yaml tells of a crosstab, and what cannot be read of one. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/language.h>

#include "dump.h"

static char *folder, *path;

static char *
read_text (const char *text, const UtReadHints *hints, GError **error) {
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  UtReadHints named = *hints;
  named.shown = "file.csv";
  return dump_cells (ut_importer_find ("crosstab"), path, &named, error);
}

static void
expect (const char *text, UtReadHints hints, const char *const *pieces) {
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = read_text (text, &hints, &error);
  g_assert_no_error (error);
  for (; *pieces != NULL; pieces++) {
    if (strstr (cells, *pieces) == NULL)
      g_test_message ("lacks %s:\n%s", *pieces, cells);
    g_assert_nonnull (strstr (cells, *pieces));
  }
}

static void
expect_error (const char *text, UtReadHints hints, const char *message) {
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = read_text (text, &hints, &error);
  g_assert_null (cells);
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_assert_cmpstr (error->message, ==, message);
}

#define TABLE "Sted;Barn;;Voksne;\n;Menn;Kvinner;Menn;Kvinner\n;antall;antall;antall;antall\nSkien;1;2;3;4\n"

static void
test_told_rows (void) {
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 1; i <= 60; i++)
    g_string_append_printf (text, "Merknad %u;%u;%u\n", i, i, i + 1);
  g_string_append (text, TABLE);
  static const char *const pieces[] = { "label Sted\n", "figures Barn Kvinner antall = Barn Kvinner antall []\n",
                                        "\n64: Skien | <1> <2> <3> <4>\n", NULL };
  expect (text->str, (UtReadHints){ .header_row = 61, .header_rows = 3 }, pieces);
  /* How many they are shows. */
  expect (text->str, (UtReadHints){ .header_row = 61 }, pieces);
  expect_error (text->str, (UtReadHints){ .header_row = 65 }, "file.csv: there is no line 65 for the header row");
  expect_error (text->str, (UtReadHints){ .header_row = 64, .header_rows = 9 },
                "file.csv: there is no line 72 for the header row");
}

/* One row told where two could be seen. */
static void
test_told_one_row (void) {
  static const char *const pieces[] = { "figures Menn = Menn []\n", "\n3: Skien | <1> <2>\n", NULL };
  expect (";2023;\nKommune;Menn;Kvinner\nSkien;1;2\n", (UtReadHints){ .header_row = 2, .header_rows = 1 }, pieces);
}

/* Names alone are not taken for places, be they down or across, when dataset.yaml calls other columns figures. */
static void
test_told_values (void) {
  static const char *const values[] = { "Antall", NULL }, *const labels[] = { "Sted", NULL };
  static const char *const pieces[] = { "label Sted\n", "label Andel\n", "figures Antall = Antall []\n", NULL };
  expect ("Sted;Antall;Andel\nSkien;1;2\nVinje;3;4\n",
          (UtReadHints){ .value_columns = values, .label_columns = labels }, pieces);
}

/* A text among figures does not make them labels. */
static void
test_stray_text (void) {
  static const char *const pieces[] = { "figures Barn 2024 = Barn [2024]\n", "\n5: Tinn | <ukjent>\n", NULL };
  expect ("Kommune;Barn 2024\nSkien;1\nVinje;3\nFyresdal;4\nTinn;ukjent\nNome;5\n", (UtReadHints){ 0 }, pieces);
}

/* Text columns before the figures; years as figures; sections. */
static void
test_where_data_begin (void) {
  static const char *const texts[] = { "label Type\n", "\n2: Skien | a | b | c | <5>\n", NULL };
  expect ("Kommune;Type;Form;Lag;2024\nSkien;a;b;c;5\nVinje;d;e;f;6\n", (UtReadHints){ 0 }, texts);
  static const char *const years[] = { "\n2: Skien | <1998> <2004>\n", NULL };
  expect ("Kommune;2020;2021\nSkien;1998;2004\nVinje;5;6\n", (UtReadHints){ 0 }, years);
  static const char *const sections[] = { "\n2: Telemark | <> <>\n", "\n3: Skien | <1> <2>\n", NULL };
  expect ("Kommune;2020;2021\nTelemark;;\nSkien;1;2\n", (UtReadHints){ .header_row = 1 }, sections);
}

static void
test_none (void) {
  expect_error (
      "a;b\nc;d\n", (UtReadHints){ 0 },
      "file.csv:1: no row of headings with rows of figures below it was found; say where it is with 'header:'");
  g_autoptr (GString) wide = g_string_new ("Kommune");
  for (guint i = 0; i < 100000; i++)
    g_string_append (wide, ";a");
  g_string_append (wide, "\nSkien;1;2\n");
  expect_error (wide->str, (UtReadHints){ 0 }, "file.csv:1: the row has 100001 cells; at most 100000 are read");
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  folder = g_dir_make_tmp ("utsyn-crosstab-XXXXXX", NULL);
  path = g_build_filename (folder, "file.csv", NULL);
  g_test_add_func ("/import/crosstab/told-rows", test_told_rows);
  g_test_add_func ("/import/crosstab/told-one-row", test_told_one_row);
  g_test_add_func ("/import/crosstab/told-values", test_told_values);
  g_test_add_func ("/import/crosstab/stray-text", test_stray_text);
  g_test_add_func ("/import/crosstab/where-data-begin", test_where_data_begin);
  g_test_add_func ("/import/crosstab/none", test_none);
  int status = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
  g_free (folder);
  return status;
}
