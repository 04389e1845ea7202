#include <utsyn/project.h>

#include "base/folder.h"
#include "base/i18n.h"
#include "base/input.h"
#include "base/input_record.h"
#include "base/reason.h"
#include "project/shared.h"
#include <utsyn/assess.h>
#include <utsyn/error.h>
#include <utsyn/import.h>

GPtrArray *
ut_project_list_reports (const UtProject *project, GError **error) {
  g_autofree char *folder = g_build_filename (project->root, "reports", NULL);
  if (!g_file_test (folder, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = ut_folder_read (folder, "reports", ".yaml", error);
  if (names == NULL)
    return NULL;
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (paths, g_build_filename (folder, g_ptr_array_index (names, i), NULL));
  return paths;
}

static gboolean
is_root (const char *folder) {
  g_autofree char *indicators = g_build_filename (folder, "indicators", NULL);
  g_autofree char *datasets = g_build_filename (folder, "datasets", NULL);
  return g_file_test (indicators, G_FILE_TEST_IS_DIR) && g_file_test (datasets, G_FILE_TEST_IS_DIR);
}

char *
ut_project_find_root (const char *start) {
  g_autofree char *folder = g_canonicalize_filename (start, NULL);
  while (!is_root (folder)) {
    char *above = g_path_get_dirname (folder);
    gboolean at_top = g_str_equal (above, folder);
    g_free (folder);
    folder = above;
    if (at_top)
      return NULL;
  }
  return g_steal_pointer (&folder);
}

static void
pass_on (GError **error, GError **fault) {
  if (*fault != NULL)
    ut_error_join (error, g_steal_pointer (fault));
}

/* The national catalogue, and what single reports have beside it. */
static UtCatalogue *
load_catalogue (const char *root, GError **error) {
  g_autofree char *indicators = g_build_filename (root, "indicators", NULL);
  g_autofree char *reports = g_build_filename (root, "reports", NULL);
  g_autoptr (UtCatalogue) catalogue = ut_catalogue_load (indicators, error);
  g_autoptr (GPtrArray) names = ut_folder_list (reports, "");
  gboolean sound = catalogue != NULL;
  for (guint i = 0; catalogue != NULL && i < names->len; i++)
    sound = ut_catalogue_load_report (catalogue, root, g_ptr_array_index (names, i), error) && sound;
  return sound ? g_steal_pointer (&catalogue) : NULL;
}

static UtProject *
read_definitions (const char *root, gboolean with_files, GError **error) {
  UtProject *project = g_new0 (UtProject, 1);
  project->shared = ut_shared_new ();
  g_autoptr (GError) fault = NULL;
  g_autofree char *places = g_build_filename (root, "datasets", "inndeling", NULL);
  project->root = g_strdup (root);
  project->unread = ut_unread_list_new ();
  project->regions = ut_regions_load (places, &fault);
  pass_on (error, &fault);
  project->catalogue = load_catalogue (root, &fault);
  pass_on (error, &fault);
  project->datasets = ut_datasets_load_readable (root, with_files, project->unread, &fault);
  pass_on (error, &fault);
  return project;
}

UtProject *
ut_project_read (const char *root, GError **error) {
  return read_definitions (root, TRUE, error);
}

/* What is wrong with the datasets is reported beside, since it may be the reason of the rest. */
static gboolean
is_whole (const UtProject *project, GError **error) {
  gboolean whole = project->regions != NULL && project->catalogue != NULL && project->datasets != NULL;
  if (!whole)
    ut_unread_join (project->unread, 0, error);
  return whole;
}

UtProject *
ut_project_load_definitions (const char *root, GError **error) {
  g_autoptr (UtProject) project = read_definitions (root, FALSE, error);
  return is_whole (project, error) ? g_steal_pointer (&project) : NULL;
}

static void
count_clear (gpointer data) {
  ut_import_count_clear (data);
}

static gboolean
is_unread (const UtProject *project, const UtDataset *dataset) {
  for (guint i = 0; i < project->unread->len; i++)
    if (g_str_equal (((const UtUnread *) g_ptr_array_index (project->unread, i))->id, dataset->id))
      return TRUE;
  return FALSE;
}

static void
drop_unread (UtProject *project) {
  for (guint i = project->datasets->len; i > 0; i--)
    if (is_unread (project, g_ptr_array_index (project->datasets, i - 1)))
      g_ptr_array_remove_index (project->datasets, i - 1);
}

/* A definition that does not say what it is about, or misspells it, may be about whatever no other dataset gives. */
static void
mark_unfed (UtProject *project) {
  g_autoptr (GHashTable) fed = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    for (guint k = 0; k < dataset->mappings->len; k++)
      g_hash_table_add (fed, ((UtMapping *) g_ptr_array_index (dataset->mappings, k))->indicator);
  }
  for (guint i = 0; i < ut_catalogue_count (project->catalogue); i++) {
    const char *key = ut_catalogue_get (project->catalogue, (UtIndicatorId) i)->key;
    if (!g_hash_table_contains (fed, key))
      ut_catalogue_mark_unread (project->catalogue, key);
  }
}

static void
mark_unread (UtProject *project) {
  for (guint i = 0; i < project->unread->len; i++) {
    const UtUnread *unread = g_ptr_array_index (project->unread, i);
    gboolean known = unread->indicators != NULL;
    for (char **key = unread->indicators; key != NULL && *key != NULL; key++) {
      known = known && ut_catalogue_find (project->catalogue, *key) != NULL;
      ut_catalogue_mark_unread (project->catalogue, *key);
    }
    if (!known)
      mark_unfed (project);
  }
}

void
ut_project_report_unread (const UtProject *project, UtFindings *findings) {
  for (guint i = 0; i < project->unread->len; i++) {
    const UtUnread *unread = g_ptr_array_index (project->unread, i);
    g_autofree char *message
        = g_strdup_printf (_ ("%1$s\n%2$s cannot be read and is left out: figures that only it has are missing"),
                           unread->error->message, unread->id);
    ut_findings_add_lines (findings, NULL, 0, UT_FINDING_UNREAD, message);
  }
}

/* Mappings name indicators by the ids of today. */
static void
carry_over (UtProject *project) {
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    for (guint k = 0; k < dataset->mappings->len; k++) {
      UtMapping *mapping = g_ptr_array_index (dataset->mappings, k);
      const UtIndicator *indicator = ut_catalogue_find (project->catalogue, mapping->indicator);
      if (indicator == NULL)
        continue;
      g_free (mapping->indicator);
      mapping->indicator = g_strdup (indicator->key);
    }
  }
}

void
ut_project_import (UtProject *project, UtFindings *findings) {
  carry_over (project);
  project->counts = g_array_new (FALSE, FALSE, sizeof (UtImportCount));
  g_array_set_clear_func (project->counts, count_clear);
  project->table = ut_import_readable (project->root, project->datasets, project->catalogue, project->regions, findings,
                                       project->counts, project->unread);
  drop_unread (project);
  mark_unread (project);
  ut_project_report_unread (project, findings);
  ut_assess_totals (project->table, project->catalogue, project->regions, findings);
  ut_assess_figures (project->table, project->catalogue, project->regions, findings);
}

UtProject *
ut_project_load (const char *root, UtFindings *findings, GError **error) {
  g_autoptr (UtInputRecord) inputs = ut_input_record_new ();
  UtInputRecord *before = ut_input_record_use (inputs);
  UtProject *project = ut_project_load_figures (root, findings, error);
  ut_input_record_use (before);
  if (project == NULL)
    return NULL;
  project->inputs = g_steal_pointer (&inputs);
  project->past = ut_input_record_new ();
  return project;
}

UtProject *
ut_project_load_figures (const char *root, UtFindings *findings, GError **error) {
  g_autoptr (UtProject) project = ut_project_read (root, error);
  if (!is_whole (project, error))
    return NULL;
  ut_project_import (project, findings);
  return g_steal_pointer (&project);
}

char *
ut_project_sha256 (const UtProject *project, const char *relative, GError **error) {
  g_autofree char *path = g_canonicalize_filename (relative, project->root);
  const char *known = project->inputs != NULL ? ut_input_record_find (project->inputs, path) : NULL;
  if (known != NULL)
    return g_strdup (known);
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GMappedFile) file = ut_input_map (path, &trouble);
  if (file == NULL) {
    ut_error_set (error, UT_ERROR_IO, "%s: %s", relative, ut_reason_error (trouble));
    return NULL;
  }
  const guchar *data = (const guchar *) g_mapped_file_get_contents (file);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, g_mapped_file_get_length (file));
}

void
ut_project_free (UtProject *project) {
  if (project == NULL)
    return;
  ut_shared_free (project->shared);
  g_clear_pointer (&project->counts, g_array_unref);
  g_clear_pointer (&project->table, ut_table_free);
  g_clear_pointer (&project->datasets, g_ptr_array_unref);
  g_clear_pointer (&project->unread, g_ptr_array_unref);
  g_clear_pointer (&project->catalogue, ut_catalogue_free);
  g_clear_pointer (&project->regions, ut_regions_free);
  g_clear_pointer (&project->inputs, ut_input_record_free);
  g_clear_pointer (&project->past, ut_input_record_free);
  g_free (project->root);
  g_free (project);
}
