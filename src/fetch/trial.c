#include "fetch/trial.h"

#include <math.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/import.h>
#include <utsyn/intake.h>

#include "base/i18n.h"
#include "fetch/store.h"
#include "import/importer.h"

gboolean
ut_trial_check_own_name (const char *path, GError **error) {
  g_autofree char *name = g_path_get_basename (path);
  if (!ut_dataset_is_own_name (name))
    return TRUE;
  ut_error_set (error, UT_ERROR_DEFINITION,
                strcmp (name, UT_FETCH_RECORD) == 0
                    ? _ ("%s: the record of an import or a fetch has this name, and no file of figures can; rename it")
                    : _ ("%s: the definition of a dataset has this name, and no file of figures can; rename it"),
                path);
  return FALSE;
}

static gboolean
check_name (const UtDataset *dataset, const UtFetchedFile *file, GError **error) {
  if (!ut_trial_check_own_name (file->shown, error))
    return FALSE;
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

/* In the order they will be read in when they are the newest vintage, behind the older ones or alone. */
static void
take_files (const char *root, UtDataset *dataset, const UtStaging *staging, const GPtrArray *files,
            gboolean with_older) {
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free), shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy ((GPtrArray *) files, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_names);
  for (guint i = 0; with_older && dataset->files[i] != NULL; i++) {
    g_ptr_array_add (paths, g_strdup (dataset->files[i]));
    g_ptr_array_add (shown, dataset->files[i]);
  }
  for (guint i = 0; i < sorted->len; i++) {
    const UtFetchedFile *file = g_ptr_array_index (sorted, i);
    g_ptr_array_add (paths, ut_staging_path (staging, file->name));
    g_ptr_array_add (shown, file->shown);
  }
  g_ptr_array_add (paths, NULL);
  g_ptr_array_add (shown, NULL);
  g_auto (GStrv) kept = g_strdupv ((char **) shown->pdata); /* some are the dataset's own */
  ut_dataset_set_files (dataset, root, (const char *const *) paths->pdata, (const char *const *) kept);
}

/* The new files are the newest vintage. */
static guint
first_of_newest (const UtDataset *dataset) {
  return g_array_index (dataset->vintages, UtVintage, dataset->vintages->len - 1).first_file;
}

/* The complaint is about columns and lines; that it is a web page, or packed, says more. */
static void
explain_files (const UtIntake *intake, const UtDataset *dataset, GError **error) {
  for (guint i = first_of_newest (dataset); dataset->files[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (intake->root, dataset->files[i], NULL);
    const UtImporter *importer = ut_importer_detect (path, NULL, NULL);
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
add_up (const GArray *counts, guint first) {
  UtImportCount sum = { 0 };
  for (guint i = first; i < counts->len; i++) {
    const UtImportCount *count = &g_array_index (counts, UtImportCount, i);
    sum.n_rows += count->n_rows;
    sum.n_used += count->n_used;
    sum.n_not_selected += count->n_not_selected;
    sum.n_not_region += count->n_not_region;
    sum.n_bad += count->n_bad;
  }
  return sum;
}

/* Whether a row of the table has a figure from one of the new files. */
static gboolean
has_figure (const UtTable *table, char **shown) {
  g_autofree gboolean *is_new = g_new0 (gboolean, table->files->len + 1);
  for (guint i = 0; i < table->files->len; i++)
    is_new[i] = g_strv_contains ((const char *const *) shown, ut_table_file (table, (guint16) i)->path);
  for (gsize i = 0; i < table->n_rows; i++)
    for (gsize k = 0, n = isnan (table->value[i]) ? 0 : ut_table_n_origins (table, i); k < n; k++)
      if (is_new[ut_table_origin (table, i, k).file])
        return TRUE;
  return FALSE;
}

/* A list of codes has rows and no figures, and its dataset wants none. */
static gboolean
check_figures (const UtDataset *dataset, guint first, const UtTable *table, const UtImportCount *sum, GError **error) {
  char **shown = dataset->shown + first;
  if (dataset->mappings->len == 0 ? sum->n_rows > 0 : has_figure (table, shown))
    return TRUE;
  g_autofree char *files = g_strjoinv (", ", shown);
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

/* Part of what was fetched may be of something else; what somebody brought was meant. */
static gboolean
check_used (const UtIntake *intake, const GArray *counts, guint first, UtFindings *findings, GError **error) {
  gboolean fine = TRUE;
  for (guint i = first; i < counts->len; i++) {
    const UtImportCount *count = &g_array_index (counts, UtImportCount, i);
    if (count->n_used > 0)
      continue;
    if (!intake->by_hand)
      ut_findings_add (findings, count->path, 0, UT_FINDING_NOTHING_READ, _ ("no row of this file is used"));
    else
      ut_error_join (error,
                     ut_error_new (UT_ERROR_DEFINITION, "%s: %s", count->path, _ ("no row of this file is used")));
    fine = fine && !intake->by_hand;
  }
  return fine;
}

/* "2019 (357), 2020 (12)" */
static gboolean
check_vanished (const UtIntake *intake, const UtDataset *dataset, const UtTable *table, GError **error) {
  if (intake->before == NULL)
    return TRUE;
  g_autoptr (GArray) changes = ut_intake_compare (intake->before, table, intake->catalogue, intake->regions, NULL);
  g_autoptr (GString) list = g_string_new (NULL);
  gsize n = 0;
  for (guint i = 0; i < changes->len; i++) {
    const UtIntakeChange *change = &g_array_index (changes, UtIntakeChange, i);
    g_autofree char *period = ut_period_format (change->period, ut_language_messages ());
    n += change->n_vanished;
    if (change->n_vanished > 0)
      g_string_append_printf (list, "%s%s (%zu)", list->len > 0 ? ", " : "", period, change->n_vanished);
  }
  if (n > 0)
    ut_error_set (error, UT_ERROR_DEFINITION,
                  ut_trn (ut_language_messages (),
                          "%1$s: %2$zu figure would vanish: %3$s; 'vintages: all' in %4$s keeps what a new file does "
                          "not have, and --replace lets it go",
                          "%1$s: %2$zu figures would vanish: %3$s; 'vintages: all' in %4$s keeps what a new file does "
                          "not have, and --replace lets them go",
                          n),
                  dataset->id, n, list->str, dataset->file);
  return n == 0;
}

/* What is found in older files was told when they came, and check tells it. */
static void
take_findings (UtFindings *findings, const UtFindings *found, char **shown, const UtDataset *dataset) {
  for (gsize i = 0; i < ut_findings_count (found); i++) {
    const UtFinding *finding = ut_findings_get (found, i);
    if (finding->file == NULL || g_strcmp0 (finding->file, dataset->file) == 0
        || g_strv_contains ((const char *const *) shown, finding->file))
      ut_findings_add_lines (findings, finding->file, finding->line, finding->kind, finding->message);
  }
}

static void
clear_count (gpointer count) {
  ut_import_count_clear (count);
}

/* With the older vintages, if there are any and they can be read: one that cannot says so by itself, and must not keep
 * good files out. */
static UtTable *
read_with_older (const UtIntake *intake, UtDataset *dataset, const UtStaging *staging, const GPtrArray *files,
                 UtFindings *found, GArray *counts, GError **error) {
  g_autoptr (GPtrArray) datasets = g_ptr_array_new ();
  g_ptr_array_add (datasets, dataset);
  gboolean with_older = dataset->reads == UT_VINTAGES_ALL && dataset->files[0] != NULL;
  take_files (intake->root, dataset, staging, files, with_older);
  UtTable *table = ut_import_datasets (intake->root, datasets, intake->catalogue, intake->regions, found, counts,
                                       with_older ? NULL : error);
  if (table != NULL || !with_older)
    return table;
  g_array_set_size (counts, 0);
  take_files (intake->root, dataset, staging, files, FALSE);
  return ut_import_datasets (intake->root, datasets, intake->catalogue, intake->regions, found, counts, error);
}

UtTable *
ut_trial_read (const UtIntake *intake, UtDataset *dataset, const UtStaging *staging, const GPtrArray *files,
               GError **error) {
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (UtImportCount));
  g_array_set_clear_func (counts, clear_count);
  g_autoptr (UtFindings) found = ut_findings_new ();
  g_autoptr (UtTable) table = read_with_older (intake, dataset, staging, files, found, counts, error);
  if (table == NULL) {
    explain_files (intake, dataset, error);
    return NULL;
  }
  guint first = first_of_newest (dataset);
  const UtImportCount sum = add_up (counts, first);
  gboolean fine = check_figures (dataset, first, table, &sum, error)
                  && (dataset->mappings->len == 0 || check_used (intake, counts, first, found, error))
                  && check_vanished (intake, dataset, table, error);
  if (intake->findings != NULL)
    take_findings (intake->findings, found, dataset->shown + first, dataset);
  return fine ? g_steal_pointer (&table) : NULL;
}
