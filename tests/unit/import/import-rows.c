/* What the datasets of a project give, as lines for test scripts to read: import-rows PROJECT, tab-separated:
 *   row    indicator  region  period  value  numerator  denominator  status  quality  origin…
 *   count  path  rows  used  not-selected  not-region  bad
 *   finding  path  line  message
 * An origin is path:line/code=value×weight. The first word is "error" when the project cannot be imported. */
#include <locale.h>
#include <stdio.h>
#include <utsyn/dataset.h>
#include <utsyn/import.h>
#include <utsyn/language.h>

#include <math.h>

static void
print_number (double value) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  printf ("\t%s", isnan (value) ? "" : g_ascii_dtostr (digits, sizeof digits, value));
}

static void
print_row (const UtTable *table, gsize i, const UtCatalogue *catalogue, const UtRegions *regions) {
  g_autofree char *period = ut_period_format (table->period[i], UT_LANGUAGE_EN);
  printf ("row\t%s\t%s\t%s", ut_catalogue_get (catalogue, table->indicator[i])->key,
          ut_regions_get (regions, table->region[i])->code, period);
  print_number (table->value[i]);
  print_number (ut_table_numerator (table, i));
  print_number (ut_table_denominator (table, i));
  printf ("\t%s\t%u", table->status[i] == UT_STATUS_OK ? "ok" : ut_status_sign (table->status[i]), table->quality[i]);
  gsize n = ut_table_n_origins (table, i);
  for (gsize k = 0; k < n; k++) {
    const UtOrigin origin = ut_table_origin (table, i, k);
    char weight[G_ASCII_DTOSTR_BUF_SIZE], value[G_ASCII_DTOSTR_BUF_SIZE];
    printf ("\t%s:%u/%s=%s×%s", ut_table_file (table, origin.file)->path, origin.line, origin.code,
            g_ascii_dtostr (value, sizeof value, n == 1 && isnan (origin.value) ? table->value[i] : origin.value),
            g_ascii_dtostr (weight, sizeof weight, origin.weight));
  }
  printf ("\n");
}

static void
print_all (const UtTable *table, const UtFindings *findings, const GArray *counts, const UtCatalogue *catalogue,
           const UtRegions *regions) {
  for (gsize i = 0; i < table->n_rows; i++)
    print_row (table, i, catalogue, regions);
  for (gsize i = 0; i < ut_findings_count (findings); i++) {
    const UtFinding *finding = ut_findings_get (findings, i);
    printf ("finding\t%s\t%u\t%s\n", finding->file, finding->line, finding->message);
  }
  for (guint i = 0; i < counts->len; i++) {
    const UtImportCount *count = &g_array_index (counts, UtImportCount, i);
    printf ("count\t%s\t%zu\t%zu\t%zu\t%zu\t%zu\n", count->path, count->n_rows, count->n_used, count->n_not_selected,
            count->n_not_region, count->n_bad);
  }
}

static void
clear_count (gpointer count) {
  ut_import_count_clear (count);
}

static gboolean
run (const char *root, GError **error) {
  g_autofree char *places = g_build_filename (root, "datasets", "inndeling", NULL);
  g_autofree char *indicators = g_build_filename (root, "indicators", NULL);
  g_autoptr (UtRegions) regions = ut_regions_load (places, error);
  g_autoptr (UtCatalogue) catalogue = regions != NULL ? ut_catalogue_load (indicators, error) : NULL;
  g_autoptr (GPtrArray) datasets = catalogue != NULL ? ut_datasets_load (root, error) : NULL;
  if (datasets == NULL)
    return FALSE;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (UtImportCount));
  g_array_set_clear_func (counts, clear_count);
  g_autoptr (UtTable) table = ut_import_datasets (root, datasets, catalogue, regions, findings, counts, error);
  if (table != NULL)
    print_all (table, findings, counts, catalogue, regions);
  return table != NULL;
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  if (argc != 2 || run (argv[1], &error))
    return argc == 2 ? 0 : 2;
  printf ("error\t%s\n", error->message);
  return 3;
}
