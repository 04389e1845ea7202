#include "project/previous_inputs.h"

#include <jansson.h>
#include <string.h>

#include "project/json_file.h"
#include <utsyn/import.h>

struct UtPreviousInputs {
  const UtProject *project;
  GHashTable *files; /* dataset's id -> GPtrArray of paths, NULL at the end */
};

static void
free_paths (gpointer paths) {
  g_ptr_array_unref (paths);
}

static GHashTable *
new_files (void) {
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_paths);
}

UtPreviousInputs *
ut_previous_inputs_new (const UtProject *project) {
  UtPreviousInputs *inputs = g_new0 (UtPreviousInputs, 1);
  inputs->project = project;
  inputs->files = new_files ();
  return inputs;
}

void
ut_previous_inputs_free (UtPreviousInputs *inputs) {
  if (inputs == NULL)
    return;
  g_hash_table_unref (inputs->files);
  g_free (inputs);
}

static gboolean
is_unchanged (const UtPreviousInputs *inputs, const char *path, const char *sha256) {
  g_autofree char *now = ut_project_sha256 (inputs->project, path, NULL);
  return sha256 != NULL && g_strcmp0 (now, sha256) == 0;
}

static void
add_path (GHashTable *files, const char *id, const char *path) {
  GPtrArray *paths = g_hash_table_lookup (files, id);
  if (paths == NULL) {
    paths = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (files, g_strdup (id), paths);
  }
  g_ptr_array_add (paths, g_strdup (path));
}

static const UtDataset *
find_dataset (const UtProject *project, const char *id) {
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    if (strcmp (dataset->id, id) == 0)
      return dataset;
  }
  return NULL;
}

/* In the order of the vintages: what lies in the dataset's own folder is the oldest. */
static int
compare_paths (gconstpointer a, gconstpointer b) {
  const char *left = *(const char *const *) a, *right = *(const char *const *) b;
  g_auto (GStrv) l = g_strsplit (left, "/", -1), r = g_strsplit (right, "/", -1);
  guint n_l = g_strv_length (l), n_r = g_strv_length (r);
  return n_l != n_r ? (n_l < n_r ? -1 : 1) : strcmp (left, right);
}

/* Whether the newest file of one is no older than the other's; both are closed by NULL. */
static gboolean
is_as_new (const GPtrArray *known, const GPtrArray *paths) {
  return compare_paths (&known->pdata[known->len - 2], &paths->pdata[paths->len - 2]) >= 0;
}

/* Takes over what is neither of today nor older than what is known already. */
static void
take (UtPreviousInputs *inputs, GHashTable *files) {
  GHashTableIter iter;
  gpointer id, paths;
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &id, &paths)) {
    const UtDataset *dataset = find_dataset (inputs->project, id);
    const GPtrArray *known = g_hash_table_lookup (inputs->files, id);
    g_ptr_array_sort (paths, compare_paths);
    g_ptr_array_add (paths, NULL);
    const char *const *all = (const char *const *) ((GPtrArray *) paths)->pdata;
    if (dataset == NULL || g_strv_equal (all, (const char *const *) dataset->files)
        || (known != NULL && is_as_new (known, paths)))
      continue;
    g_hash_table_insert (inputs->files, g_strdup (id), g_ptr_array_ref (paths));
  }
}

gboolean
ut_previous_inputs_add (UtPreviousInputs *inputs, const char *manifest) {
  g_autofree char *path = g_canonicalize_filename (manifest, inputs->project->root);
  g_autoptr (GHashTable) files = new_files (), lost = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  json_t *root = ut_json_file_read (path, JSON_REJECT_DUPLICATES, NULL);
  const json_t *listed = json_object_get (root, "inputs");
  for (size_t i = 0; i < json_array_size (listed); i++) {
    const json_t *input = json_array_get (listed, i);
    const char *id = json_string_value (json_object_get (input, "dataset"));
    const char *file = json_string_value (json_object_get (input, "file"));
    const char *sha256 = json_string_value (json_object_get (input, "sha256"));
    if (id == NULL || file == NULL)
      continue;
    if (is_unchanged (inputs, file, sha256))
      add_path (files, id, file);
    else
      g_hash_table_add (lost, g_strdup (id));
  }
  json_decref (root);
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, lost);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_remove (files, id);
  take (inputs, files);
  return g_hash_table_size (lost) == 0;
}

static void
free_dataset (gpointer dataset) {
  ut_dataset_free (dataset);
}

UtTable *
ut_previous_inputs_import (const UtPreviousInputs *inputs, GError **error) {
  const UtProject *project = inputs->project;
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func (free_dataset);
  g_autoptr (UtFindings) findings = ut_findings_new (); /* about these files, when they were new */
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *today = g_ptr_array_index (project->datasets, i);
    const GPtrArray *paths = g_hash_table_lookup (inputs->files, today->id);
    if (paths == NULL)
      continue;
    UtDataset *dataset = ut_dataset_load (project->root, today->dir, error);
    if (dataset == NULL)
      return NULL;
    ut_dataset_set_files (dataset, project->root, (const char *const *) paths->pdata, NULL);
    g_ptr_array_add (datasets, dataset);
  }
  return datasets->len > 0
             ? ut_import_datasets (project->root, datasets, project->catalogue, project->regions, findings, NULL, error)
             : NULL;
}
