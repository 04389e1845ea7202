/* The bundled figures against values taken from the agencies' own files (tests/import/expected-values.csv). */
#include <math.h>
#include <string.h>

#include "../places.h"
#include "base/text.h"
#include <utsyn/import.h>

typedef struct {
  UtRegions *regions;
  UtCatalogue *catalogue;
  GPtrArray *datasets;
  UtFindings *findings;
  GArray *counts;
  UtTable *table;
} Bundle;

static Bundle bundle;

static void
load (void) {
  g_autoptr (GError) error = NULL;
  const char *root = g_getenv ("UTSYN_SOURCE_ROOT");
  g_autofree char *indicators = g_build_filename (root, "indicators", NULL);
  bundle.regions = places_load ();
  bundle.catalogue = ut_catalogue_load (indicators, &error);
  g_assert_no_error (error);
  static const char *const reports[] = { "gjovikregionen", "trysil", "vestre-slidre" };
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    g_assert_true (ut_catalogue_load_report (bundle.catalogue, root, reports[i], &error));
  bundle.datasets = ut_datasets_load (root, &error);
  g_assert_no_error (error);
  bundle.findings = ut_findings_new ();
  bundle.counts = g_array_new (FALSE, FALSE, sizeof (UtImportCount));
  bundle.table = ut_import_datasets (root, bundle.datasets, bundle.catalogue, bundle.regions, bundle.findings,
                                     bundle.counts, &error);
  g_assert_no_error (error);
}

static void
unload (void) {
  for (guint i = 0; i < bundle.counts->len; i++)
    ut_import_count_clear (&g_array_index (bundle.counts, UtImportCount, i));
  g_array_unref (bundle.counts);
  ut_table_free (bundle.table);
  ut_findings_free (bundle.findings);
  g_ptr_array_unref (bundle.datasets);
  ut_catalogue_free (bundle.catalogue);
  ut_regions_free (bundle.regions);
}

static void
expect (const char *text, double actual, const char *line) {
  if (*text == '\0')
    return;
  double expected = g_ascii_strtod (text, NULL);
  if (!(fabs (actual - expected) <= 1e-9 * fabs (expected)))
    g_error ("%s: the figure is %.15g", line, actual);
}

static void
check_line (const char *line) {
  enum { INDICATOR, REGION, PERIOD, VALUE, NUMERATOR, DENOMINATOR, SIGN };
  g_auto (GStrv) cells = g_strsplit (line, ";", -1);
  const UtIndicator *indicator = ut_catalogue_find (bundle.catalogue, cells[INDICATOR]);
  const UtRegion *region = ut_regions_find_code (bundle.regions, cells[REGION]);
  UtPeriod period;
  gsize row;
  if (indicator == NULL || region == NULL || !ut_period_parse (cells[PERIOD], &period)
      || !ut_series_find (ut_table_series (bundle.table, indicator->id, region->id), period, &row))
    g_error ("%s: not in the table", line);
  g_assert_cmpstr (ut_status_sign ((UtStatus) bundle.table->status[row]), ==, cells[SIGN]);
  expect (cells[VALUE], bundle.table->value[row], line);
  expect (cells[NUMERATOR], ut_table_numerator (bundle.table, row), line);
  expect (cells[DENOMINATOR], ut_table_denominator (bundle.table, row), line);
}

static void
test_values (void) {
  g_autofree char *path
      = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "tests", "import", "expected-values.csv", NULL);
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 50);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    check_line (lines[i]);
}

/* Every dataset has such a value. */
static void
test_every_dataset (void) {
  g_autofree char *path
      = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "tests", "import", "expected-values.csv", NULL);
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < bundle.datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (bundle.datasets, i);
    gboolean found = FALSE;
    for (guint k = 0; k < dataset->mappings->len && !found; k++) {
      g_autofree char *start
          = g_strconcat ("\n", ((const UtMapping *) g_ptr_array_index (dataset->mappings, k))->indicator, ";", NULL);
      found = strstr (text, start) != NULL;
    }
    if (!found)
      g_error ("%s has no expected value", dataset->id);
  }
}

static void
test_no_findings (void) {
  for (gsize i = 0; i < ut_findings_count (bundle.findings); i++) {
    const UtFinding *finding = ut_findings_get (bundle.findings, i);
    g_error ("%s:%u: %s", finding->file, finding->line, finding->message);
  }
}

static void
test_counts_add_up (void) {
  for (guint i = 0; i < bundle.counts->len; i++) {
    const UtImportCount *count = &g_array_index (bundle.counts, UtImportCount, i);
    g_assert_cmpuint (count->n_rows, ==, count->n_used + count->n_not_selected + count->n_not_region + count->n_bad);
    g_assert_cmpuint (count->n_used, >, 0);
  }
}

/* An id is the short name in bokmål, so that it can be guessed. */
static void
test_ids (void) {
  for (guint i = 0; i < ut_catalogue_count (bundle.catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (bundle.catalogue, (UtIndicatorId) i);
    g_autofree char *slug = ut_slug (ut_text_get (&indicator->short_name, UT_LANGUAGE_NB));
    g_assert_cmpstr (indicator->key, ==, slug);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  load ();
  g_test_add_func ("/import/bundle/values", test_values);
  g_test_add_func ("/import/bundle/every-dataset", test_every_dataset);
  g_test_add_func ("/import/bundle/no-findings", test_no_findings);
  g_test_add_func ("/import/bundle/counts-add-up", test_counts_add_up);
  g_test_add_func ("/import/bundle/ids", test_ids);
  int code = g_test_run ();
  unload ();
  return code;
}
