#include <utsyn/assess.h>
#include <utsyn/project.h>

#include <utsyn/error.h>
#include <utsyn/import.h>

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
tell (GError **error, GError **fault) {
  if (*fault != NULL)
    ut_error_join (error, g_steal_pointer (fault));
}

static UtProject *
read_definitions (const char *root, GPtrArray *(*load_datasets) (const char *, GError **), GError **error) {
  UtProject *project = g_new0 (UtProject, 1);
  g_autoptr (GError) fault = NULL;
  g_autofree char *places = g_build_filename (root, "datasets", "inndeling", NULL);
  g_autofree char *indicators = g_build_filename (root, "indicators", NULL);
  project->root = g_strdup (root);
  project->regions = ut_regions_load (places, &fault);
  tell (error, &fault);
  project->catalogue = ut_catalogue_load (indicators, &fault);
  tell (error, &fault);
  project->datasets = load_datasets (root, &fault);
  tell (error, &fault);
  return project;
}

UtProject *
ut_project_read (const char *root, GError **error) {
  return read_definitions (root, ut_datasets_load, error);
}

static gboolean
is_whole (const UtProject *project) {
  return project->regions != NULL && project->catalogue != NULL && project->datasets != NULL;
}

UtProject *
ut_project_load_definitions (const char *root, GError **error) {
  g_autoptr (UtProject) project = read_definitions (root, ut_datasets_load_definitions, error);
  return is_whole (project) ? g_steal_pointer (&project) : NULL;
}

static void
count_clear (gpointer data) {
  g_free (((UtImportCount *) data)->path);
}

UtProject *
ut_project_load (const char *root, UtFindings *findings, GError **error) {
  g_autoptr (UtProject) project = ut_project_read (root, error);
  if (!is_whole (project))
    return NULL;
  project->counts = g_array_new (FALSE, FALSE, sizeof (UtImportCount));
  g_array_set_clear_func (project->counts, count_clear);
  project->table = ut_import_datasets (root, project->datasets, project->catalogue, project->regions, findings,
                                       project->counts, error);
  if (project->table == NULL)
    return NULL;
  ut_assess_totals (project->table, project->catalogue, project->regions, findings);
  return g_steal_pointer (&project);
}

void
ut_project_free (UtProject *project) {
  if (project == NULL)
    return;
  g_clear_pointer (&project->counts, g_array_unref);
  g_clear_pointer (&project->table, ut_table_free);
  g_clear_pointer (&project->datasets, g_ptr_array_unref);
  g_clear_pointer (&project->catalogue, ut_catalogue_free);
  g_clear_pointer (&project->regions, ut_regions_free);
  g_free (project->root);
  g_free (project);
}
