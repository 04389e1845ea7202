#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <utsyn/dataset.h>
#include <utsyn/error.h>
#include <utsyn/import.h>
#include <utsyn/language.h>

#include "../places.h"
#include "dump.h"

#define PROJECT "tests/import/project"

static UtRegions *regions;
static UtCatalogue *catalogue;

static void
add_number (GString *text, const char *name, double value) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  if (isnan (value))
    return;
  g_ascii_formatd (digits, sizeof digits, "%.8g", value);
  g_string_append_printf (text, " %s=%s", name, digits);
}

static void
add_quality (GString *text, guint quality) {
  static const char *const names[]
      = { "estimate", "preliminary", "break", "partial", "approximate", "summed", "restated", "at_limit" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (quality & (1u << i))
      g_string_append_printf (text, " %s", names[i]);
}

static void
add_row (GString *text, const UtTable *table, gsize i) {
  g_autofree char *period = ut_period_format (table->period[i], UT_LANGUAGE_EN);
  g_string_append_printf (text, "%s %s %s:", ut_catalogue_get (catalogue, table->indicator[i])->key,
                          ut_regions_get (regions, table->region[i])->code, period);
  add_number (text, "value", table->value[i]);
  add_number (text, "numerator", ut_table_numerator (table, i));
  add_number (text, "denominator", ut_table_denominator (table, i));
  add_number (text, "margin", ut_table_margin (table, i));
  if (table->status[i] == UT_STATUS_NOT_ADDABLE)
    g_string_append (text, " not addable");
  else if (table->status[i] == UT_STATUS_UNUSABLE)
    g_string_append (text, " unusable");
  else if (table->status[i] != UT_STATUS_OK)
    g_string_append_printf (text, " sign [%s]", ut_status_sign (table->status[i]));
  add_quality (text, table->quality[i]);
  g_string_append (text, " from");
  gsize n = ut_table_n_origins (table, i);
  for (gsize k = 0; k < n; k++) {
    const UtOrigin origin = ut_table_origin (table, i, k);
    g_string_append_printf (text, " %u:%u/%s", origin.file, origin.line,
                            *origin.code != '\0' ? origin.code : ut_regions_get (regions, table->region[i])->code);
    if (origin.weight != 1)
      add_number (text, "×", origin.weight);
  }
  g_string_append_c (text, '\n');
}

static char *
describe (const UtTable *table, const UtFindings *findings, const GArray *counts) {
  GString *text = g_string_new (NULL);
  for (gsize i = 0; table != NULL && i < table->n_rows; i++)
    add_row (text, table, i);
  for (gsize i = 0; i < ut_findings_count (findings); i++) {
    const UtFinding *finding = ut_findings_get (findings, i);
    g_string_append_printf (text, "finding %s:%u: %s\n", finding->file, finding->line, finding->message);
  }
  for (guint i = 0; i < counts->len; i++) {
    const UtImportCount *c = &g_array_index (counts, UtImportCount, i);
    g_string_append_printf (text, "%s: %u rows = %u used + %u not selected + %u not region + %u bad\n", c->path,
                            (guint) c->n_rows, (guint) c->n_used, (guint) c->n_not_selected, (guint) c->n_not_region,
                            (guint) c->n_bad);
    g_assert_cmpuint (c->n_rows, ==, c->n_used + c->n_not_selected + c->n_not_region + c->n_bad);
  }
  return g_string_free (text, FALSE);
}

static void
clear_count (gpointer count) {
  ut_import_count_clear (count);
}

static void
free_dataset (gpointer dataset) {
  ut_dataset_free (dataset);
}

/* Imports datasets of the trial project (names with commas between); the table, findings and counts as text. */
static char *
import (const char *names) {
  g_autofree char *root = source_path (PROJECT);
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func (free_dataset);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (UtImportCount));
  g_auto (GStrv) list = g_strsplit (names, ",", -1);
  g_autoptr (GError) error = NULL;
  g_array_set_clear_func (counts, clear_count);
  for (char **name = list; *name != NULL; name++) {
    g_autofree char *dir = g_build_filename ("datasets", *name, NULL);
    UtDataset *dataset = ut_dataset_load (root, dir, &error);
    g_assert_no_error (error);
    g_ptr_array_add (datasets, dataset);
  }
  g_autoptr (UtTable) table = ut_import_datasets (root, datasets, catalogue, regions, findings, counts, &error);
  g_assert_true ((table == NULL) == (error != NULL));
  if (error != NULL) {
    /* The formats there are, are another test's matter. */
    char *formats = strstr (error->message, "(allowed: tidy");
    if (formats != NULL)
      *formats = '\0';
    return g_strdup_printf ("error %d: %s\n", error->code, error->message);
  }
  return describe (table, findings, counts);
}

/* datasets/<name> gives what expected/<name>.txt says; UTSYN_GOLDEN_UPDATE=1 writes the latter anew. */
static void
test_case (gconstpointer data) {
  const char *name = data;
  g_autofree char *relative = g_strdup_printf (PROJECT "/expected/%s.txt", name);
  g_autofree char *golden = source_path (relative);
  g_autofree char *expected = NULL;
  g_autofree char *text = import (name);
  if (g_getenv ("UTSYN_GOLDEN_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (golden, text, -1, NULL));
  g_assert_true (g_file_get_contents (golden, &expected, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* Which figure is used does not depend on which dataset comes first: what one of them hides is hidden. */
static void
test_order (void) {
  static const char *const orders[] = { "order-missing,order-hidden,order-figure",
                                        "order-missing,order-figure,order-hidden",
                                        "order-hidden,order-missing,order-figure",
                                        "order-hidden,order-figure,order-missing",
                                        "order-figure,order-missing,order-hidden",
                                        "order-figure,order-hidden,order-missing",
                                        "order-missing,order-hidden",
                                        "order-hidden,order-missing" };
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autofree char *text = import (orders[i]);
    g_test_message ("%s: %s", orders[i], text);
    g_assert_true (g_str_has_prefix (text, "antall 4003 2023: sign [:] from "));
    g_assert_null (strstr (text, "the same figure again"));
  }
}

static const char real_definition[] = "id: ssb\n"
                                      "source: SSB\n"
                                      "title: 07459\n"
                                      "licence: NLOD 2.0\n"
                                      "published: 2018\n"
                                      "format: pxweb-csv\n"
                                      "boundaries: auto\n"
                                      "files: [a.csv]\n"
                                      "observations:\n"
                                      "  - indicator: antall\n"
                                      "    select: {age: 0 years}\n"
                                      "    value: Persons\n";

static void
check_real (const UtTable *table, const char *code, const char *year, double expected) {
  gsize row;
  UtPeriod period;
  g_assert_true (ut_period_parse (year, &period));
  UtSeries series
      = ut_table_series (table, ut_catalogue_find (catalogue, "antall")->id, ut_regions_find_code (regions, code)->id);
  g_assert_true (ut_series_find (series, period, &row));
  g_assert_cmpfloat (table->value[row], ==, expected);
}

/* Old and new codes of Trøndelag side by side, with 0 where a code was not in force. */
static void
test_real (void) {
  g_autofree char *source = shared_path ("data/real/ssb_07459_personer_2015-2018_tab.csv"), *bytes = NULL;
  gsize n_bytes;
  if (!g_file_get_contents (source, &bytes, &n_bytes, NULL)) {
    g_test_skip ("the shared data are not here");
    return;
  }
  g_autofree char *root = g_dir_make_tmp ("utsyn-real-XXXXXX", NULL);
  g_autofree char *parent = g_build_filename (root, "datasets", NULL), *folder = g_build_filename (parent, "ssb", NULL);
  g_autofree char *file = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *definition = g_build_filename (folder, "dataset.yaml", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, bytes, (gssize) n_bytes, NULL));
  g_assert_true (g_file_set_contents (definition, real_definition, -1, NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func (free_dataset);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  UtDataset *dataset = ut_dataset_load (root, "datasets/ssb", &error);
  g_assert_no_error (error);
  g_ptr_array_add (datasets, dataset);
  g_autoptr (UtTable) table = ut_import_datasets (root, datasets, catalogue, regions, findings, NULL, &error);
  g_assert_no_error (error);
  check_real (table, "0301", "2018", 9235);
  check_real (table, "4020", "2015", 64 + 48);
  check_real (table, "4020", "2018", 73 + 33);
  check_real (table, "5001", "2015", 2329 + 71);
  check_real (table, "5001", "2018", 2210 + 77);
  for (gsize i = 0; i < MIN (ut_findings_count (findings), 20); i++)
    g_test_message ("%s", ut_findings_get (findings, i)->message);
  g_unlink (file);
  g_unlink (definition);
  g_rmdir (folder);
  g_rmdir (parent);
  g_rmdir (root);
}

/* A figure of two thousand sums for every place and year would fill the memory, and little of the file is needed. */
static void
test_too_many (void) {
  g_autofree char *root = g_dir_make_tmp ("utsyn-many-XXXXXX", NULL);
  g_autofree char *parent = g_build_filename (root, "datasets", NULL), *folder = g_build_filename (parent, "m", NULL);
  g_autofree char *file = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *definition = g_build_filename (folder, "dataset.yaml", NULL);
  g_autoptr (GString) csv = g_string_new ("kode;aar");
  g_autoptr (GString) yaml = g_string_new (NULL);
  g_autofree char *blank = g_strnfill (2000, ';');
  g_string_append (yaml,
                   "id: m\nsource: P\ntitle: P\nlicence: NLOD 2.0\npublished: 2024\nformat: tidy\nboundaries: 2024\n"
                   "files: [a.csv]\nobservations:\n  - indicator: antall\n    region: kode\n"
                   "    period: {column: aar}\n    value: {columns: [c0");
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (csv, ";c%u", i);
  for (guint i = 1; i < 2000; i++)
    g_string_append_printf (yaml, ",c%u", i);
  g_string_append (yaml, "]}\n");
  guint n = 0;
  for (guint i = 0; i < ut_regions_count (regions); i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) i);
    if (region->kind == UT_REGION_MUNICIPALITY && region->valid_to == G_MAXINT)
      g_string_append_printf (csv, "\n%s;%u%s1", region->code, 1900 + n++ % 100, blank);
  }
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, csv->str, -1, NULL));
  g_assert_true (g_file_set_contents (definition, yaml->str, -1, NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func (free_dataset);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  UtDataset *dataset = ut_dataset_load (root, "datasets/m", &error);
  g_assert_no_error (error);
  g_ptr_array_add (datasets, dataset);
  g_assert_null (ut_import_datasets (root, datasets, catalogue, regions, findings, NULL, &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_assert_nonnull (strstr (error->message, "datasets/m/dataset.yaml:10: 'antall': 357 places in 100 periods of 2000"));
  g_unlink (file);
  g_unlink (definition);
  g_rmdir (folder);
  g_rmdir (parent);
  g_rmdir (root);
}

static int
compare_names (gconstpointer a, gconstpointer b) {
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_cases (void) {
  g_autofree char *folder = source_path (PROJECT "/datasets");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_autofree char *indicators = source_path (PROJECT "/indicators");
  g_autoptr (GError) error = NULL;
  regions = places_load ();
  catalogue = ut_catalogue_load (indicators, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) cases = list_cases ();
  for (guint i = 0; i < cases->len; i++) {
    g_autofree char *path = g_strconcat ("/import/", (const char *) g_ptr_array_index (cases, i), NULL);
    g_test_add_data_func (path, g_ptr_array_index (cases, i), test_case);
  }
  /* The same key in two datasets: what they agree on stays. */
  g_test_add_data_func ("/import/two-datasets", "again,two-mappings", test_case);
  /* A gap is no other figure, unless it hides one. */
  g_test_add_data_func ("/import/filled-gaps", "gaps,gaps-filled", test_case);
  g_test_add_func ("/import/order", test_order);
  g_test_add_func ("/import/real", test_real);
  g_test_add_func ("/import/too-many", test_too_many);
  int status = g_test_run ();
  ut_catalogue_free (catalogue);
  ut_regions_free (regions);
  return status;
}
