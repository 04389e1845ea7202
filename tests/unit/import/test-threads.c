/* A large file read by one thread and by several gives the same table, findings and counts. */
#include <glib/gstdio.h>
#include <locale.h>
#include <sched.h>
#include <string.h>
#include <utsyn/dataset.h>
#include <utsyn/import.h>
#include <utsyn/language.h>

#include "../places.h"
#include "base/pool.h"
#include "dump.h"

#define N_ROWS 200000
#define N_AGES 12

static const char definition[] = "id: a\n"
                                 "source: SSB\n"
                                 "title: a\n"
                                 "licence: NLOD 2.0\n"
                                 "published: 2024\n"
                                 "format: pxweb-csv\n"
                                 "boundaries: auto\n"
                                 "files: [a.csv]\n"
                                 "observations:\n"
                                 "  - {indicator: penger, select: {alder: alder 0}, value: Personer}\n"
                                 "  - indicator: antall\n"
                                 "    value: {alder: [alder 1, alder 2, alder 3], columns: Personer}\n"
                                 "  - indicator: andel\n"
                                 "    numerator: {alder: [alder 4, alder 5], columns: Personer}\n"
                                 "    denominator: {alder: [alder 6], columns: Personer}\n";

static UtRegions *regions;
static UtCatalogue *catalogue;

static guint
below (guint n) {
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static void
add_row (GString *text, const UtRegion *region, guint age, guint year, guint value) {
  g_string_append_printf (text, "\"%s %s                    \";\"alder %u\";\"%u\";%u\n", region->code, region->name,
                          age, year, value);
}

/* Every municipality there ever was, in a few years; figures that come again, the same or not; strange places, signs
 * and broken rows: all of it in any order. */
static char *
make_file (gsize *n_bytes) {
  GString *text = g_string_new ("\"region\";\"alder\";\"år\";\"Personer\"\n");
  guint n_regions = ut_regions_count (regions);
  for (guint i = 0; i < N_ROWS; i++) {
    const UtRegion *region = ut_regions_get (regions, (UtRegionId) below (n_regions));
    guint age = below (N_AGES), year = 2014 + below (12);
    add_row (text, region, age, year, below (50) == 0 ? 7 : 100 * age + year % 10);
    if (below (500) == 0)
      g_string_append_printf (text, "\"9%03u Nowhere\";\"alder 0\";\"2020\";5\n", below (40));
    if (below (500) == 0)
      g_string_append_printf (text, "\"0301 Oslo\";\"alder 1\";\"2020\";%s\n", below (2) ? ".." : "mange");
    if (below (1000) == 0)
      g_string_append (text, below (2) ? "\"0301 Oslo\";\"alder 0\"\n" : "\"0301 Oslo\";\"alder 0\";\"en gang\";3\n");
  }
  *n_bytes = text->len;
  /* What import.c takes for a file that all threads read together. */
  g_assert_cmpuint (text->len, >, 8 * 1024 * 1024);
  return g_string_free (text, FALSE);
}

static void
free_dataset (gpointer dataset) {
  ut_dataset_free (dataset);
}

static void
clear_count (gpointer count) {
  ut_import_count_clear (count);
}

static void
add_number (GString *text, double number) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append_printf (text, " %s", g_ascii_dtostr (digits, sizeof digits, number));
}

static void
describe_row (GString *text, const UtTable *table, gsize i) {
  const UtPeriod period = table->period[i];
  g_string_append_printf (text, "%u %u %u-%u %u %u:", table->indicator[i], table->region[i], period.first_year,
                          period.last_year, table->status[i], table->quality[i]);
  add_number (text, table->value[i]);
  add_number (text, ut_table_numerator (table, i));
  add_number (text, ut_table_denominator (table, i));
  for (gsize k = 0; k < ut_table_n_origins (table, i); k++) {
    const UtOrigin origin = ut_table_origin (table, i, k);
    g_string_append_printf (text, " %u/%s", origin.line, origin.code);
    add_number (text, origin.value);
    add_number (text, origin.weight);
  }
  g_string_append_c (text, '\n');
}

static char *
describe (const UtTable *table, const UtFindings *findings, const GArray *counts) {
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < table->n_rows; i++)
    describe_row (text, table, i);
  for (gsize i = 0; i < ut_findings_count (findings); i++) {
    const UtFinding *finding = ut_findings_get (findings, i);
    g_string_append_printf (text, "%d %s:%u %s\n", finding->kind, finding->file, finding->line, finding->message);
  }
  for (guint i = 0; i < counts->len; i++) {
    const UtImportCount *c = &g_array_index (counts, UtImportCount, i);
    g_assert_cmpuint (c->n_rows, ==, c->n_used + c->n_not_selected + c->n_not_region + c->n_bad);
    g_string_append_printf (text, "%zu %zu %zu %zu %zu\n", c->n_rows, c->n_used, c->n_not_selected, c->n_not_region,
                            c->n_bad);
  }
  return g_string_free (text, FALSE);
}

static char *
import (const char *root) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func (free_dataset);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (UtImportCount));
  g_array_set_clear_func (counts, clear_count);
  UtDataset *dataset = ut_dataset_load (root, "datasets/a", &error);
  g_assert_no_error (error);
  g_ptr_array_add (datasets, dataset);
  g_autoptr (UtTable) table = ut_import_datasets (root, datasets, catalogue, regions, findings, counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (table->n_rows, >, 1000);
  g_assert_cmpuint (ut_findings_count_kind (findings, UT_FINDING_DUPLICATE), >, 100);
  g_assert_cmpuint (ut_findings_count_kind (findings, UT_FINDING_CONFLICT), >, 100);
  return describe (table, findings, counts);
}

/* The first line in which two texts differ. */
static void
check_same (const char *a, const char *b) {
  gsize begin = 0;
  for (gsize i = 0; a[i] != '\0' && a[i] == b[i]; i++)
    if (a[i] == '\n')
      begin = i + 1;
  g_autofree char *left = g_strndup (a + begin, strcspn (a + begin, "\n"));
  g_autofree char *right = g_strndup (b + begin, strcspn (b + begin, "\n"));
  g_assert_cmpstr (left, ==, right);
}

static void
test_same (void) {
  cpu_set_t all, one;
  g_assert_cmpint (sched_getaffinity (0, sizeof all, &all), ==, 0);
  if (ut_pool_width () < 2) {
    g_test_skip ("there is one processor only");
    return;
  }
  g_autofree char *root = g_dir_make_tmp ("utsyn-threads-XXXXXX", NULL);
  g_autofree char *parent = g_build_filename (root, "datasets", NULL), *folder = g_build_filename (parent, "a", NULL);
  g_autofree char *file = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *yaml = g_build_filename (folder, "dataset.yaml", NULL);
  gsize n_bytes;
  g_autofree char *bytes = make_file (&n_bytes);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, bytes, (gssize) n_bytes, NULL));
  g_assert_true (g_file_set_contents (yaml, definition, -1, NULL));
  CPU_ZERO (&one);
  for (int i = 0; CPU_COUNT (&one) == 0; i++)
    if (CPU_ISSET (i, &all))
      CPU_SET (i, &one);
  g_assert_cmpint (sched_setaffinity (0, sizeof one, &one), ==, 0);
  g_assert_cmpuint (ut_pool_width (), ==, 1);
  g_autofree char *alone = import (root);
  g_assert_cmpint (sched_setaffinity (0, sizeof all, &all), ==, 0);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *together = import (root);
    check_same (together, alone);
  }
  g_unlink (file);
  g_unlink (yaml);
  g_rmdir (folder);
  g_rmdir (parent);
  g_rmdir (root);
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_autofree char *indicators = source_path ("tests/import/project/indicators");
  g_autoptr (GError) error = NULL;
  regions = places_load ();
  catalogue = ut_catalogue_load (indicators, &error);
  g_assert_no_error (error);
  g_test_add_func ("/import/threads/same", test_same);
  int status = g_test_run ();
  ut_regions_free (regions);
  ut_catalogue_free (catalogue);
  return status;
}
