#include "fetch/trial.h"

#include <math.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "fetch/store.h"
#include "import/importer.h"

static gboolean
check_name (const UtDataset *dataset, const UtFetchedFile *file, GError **error) {
  if (ut_dataset_takes (dataset, file->name))
    return TRUE;
  g_autofree char *patterns = g_strjoinv (", ", dataset->patterns);
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s: %2$s reads files called %3$s; rename it"), file->shown,
                dataset->id, patterns);
  return FALSE;
}

gboolean
ut_trial_check_names (const UtDataset *dataset, const GPtrArray *files, GError **error) {
  for (guint i = 0; i < files->len; i++)
    if (!check_name (dataset, g_ptr_array_index (files, i), error))
      return FALSE;
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b) {
  const UtFetchedFile *const *left = a, *const *right = b;
  return strcmp ((*left)->name, (*right)->name);
}

/* In the order they will be read in when they are the newest vintage. */
static void
take_files (UtDataset *dataset, const UtStaging *staging, const GPtrArray *files) {
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new (), shown = g_strv_builder_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy ((GPtrArray *) files, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_names);
  for (guint i = 0; i < sorted->len; i++) {
    const UtFetchedFile *file = g_ptr_array_index (sorted, i);
    g_autofree char *path = ut_staging_path (staging, file->name);
    g_strv_builder_add (paths, path);
    g_strv_builder_add (shown, file->shown);
  }
  g_strfreev (dataset->files);
  g_strfreev (dataset->shown);
  dataset->files = g_strv_builder_end (paths);
  dataset->shown = g_strv_builder_end (shown);
}

/* The complaint is about columns and lines; that it is a web page, or packed, says more. */
static void
explain_files (const UtIntake *intake, const UtDataset *dataset, GError **error) {
  for (guint i = 0; dataset->files[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (intake->root, dataset->files[i], NULL);
    const UtImporter *importer = ut_importer_detect (path, NULL);
    g_autofree char *what = importer == NULL ? ut_importer_explain (path) : NULL;
    if (what != NULL)
      ut_error_join (error, ut_error_new (UT_ERROR_DEFINITION, "%s: %s", dataset->shown[i], what));
    else if (importer != NULL && strcmp (importer->name, dataset->format) != 0)
      ut_error_join (error, ut_error_new (UT_ERROR_DEFINITION,
                                          _ ("%1$s: it looks like the format %2$s (%3$s), but %4$s expects %5$s"),
                                          dataset->shown[i], importer->name, _ (importer->help), dataset->id,
                                          dataset->format));
  }
}

static UtImportCount
add_up (const GArray *counts) {
  UtImportCount sum = { 0 };
  for (guint i = 0; i < counts->len; i++) {
    const UtImportCount *count = &g_array_index (counts, UtImportCount, i);
    sum.n_rows += count->n_rows;
    sum.n_used += count->n_used;
    sum.n_not_selected += count->n_not_selected;
    sum.n_not_region += count->n_not_region;
    sum.n_bad += count->n_bad;
  }
  return sum;
}

static gboolean
has_figure (const UtTable *table) {
  for (gsize i = 0; i < table->n_rows; i++)
    if (!isnan (table->value[i]))
      return TRUE;
  return FALSE;
}

/* A list of codes has rows and no figures, and its dataset wants none. */
static gboolean
check_figures (const UtDataset *dataset, const UtTable *table, const UtImportCount *sum, GError **error) {
  if (dataset->mappings->len == 0 ? sum->n_rows > 0 : has_figure (table))
    return TRUE;
  g_autofree char *files = g_strjoinv (", ", dataset->shown);
  if (sum->n_used > 0)
    ut_error_set (error, UT_ERROR_DEFINITION,
                  ut_trn (ut_language_messages (), "%1$s: every figure that %2$s reads there is missing (%3$zu row)",
                          "%1$s: every figure that %2$s reads there is missing (%3$zu rows)", sum->n_used),
                  files, dataset->id, sum->n_used);
  else
    ut_error_set (
        error, UT_ERROR_DEFINITION,
        ut_trn (ut_language_messages (),
                "%1$s: no figure for %2$s there: of %3$zu row %4$zu are not requested by its mappings, %5$zu are of no "
                "known place and %6$zu cannot be used",
                "%1$s: no figure for %2$s there: of %3$zu rows %4$zu are not requested by its mappings, %5$zu are "
                "of no known place and %6$zu cannot be used",
                sum->n_rows),
        files, dataset->id, sum->n_rows, sum->n_not_selected, sum->n_not_region, sum->n_bad);
  return FALSE;
}

/* Part of what was brought may be of something else; the rest is still the newest there is. */
static void
tell_unused (const GArray *counts, UtFindings *findings) {
  for (guint i = 0; i < counts->len; i++) {
    const UtImportCount *count = &g_array_index (counts, UtImportCount, i);
    if (count->n_used == 0)
      ut_findings_add (findings, count->path, 0, UT_FINDING_NOTHING_READ, _ ("no row of this file is used"));
  }
}

static void
clear_count (gpointer count) {
  ut_import_count_clear (count);
}

UtTable *
ut_trial_read (const UtIntake *intake, UtDataset *dataset, const UtStaging *staging, const GPtrArray *files,
               GError **error) {
  g_autoptr (GPtrArray) datasets = g_ptr_array_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (UtImportCount));
  g_array_set_clear_func (counts, clear_count);
  take_files (dataset, staging, files);
  g_ptr_array_add (datasets, dataset);
  g_autoptr (UtFindings) found = ut_findings_new ();
  g_autoptr (UtTable) table
      = ut_import_datasets (intake->root, datasets, intake->catalogue, intake->regions, found, counts, error);
  if (table == NULL) {
    explain_files (intake, dataset, error);
    return NULL;
  }
  const UtImportCount sum = add_up (counts);
  gboolean fine = check_figures (dataset, table, &sum, error);
  if (fine && dataset->mappings->len > 0)
    tell_unused (counts, found);
  if (intake->findings != NULL)
    ut_findings_take (intake->findings, found);
  return fine ? g_steal_pointer (&table) : NULL;
}
