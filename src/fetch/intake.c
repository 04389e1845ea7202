#include <utsyn/intake.h>

#include <string.h>
#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "fetch/store.h"
#include "fetch/trial.h"

static gboolean
has_name (const UtDataset *dataset, const char *base) {
  for (char **file = dataset->files; *file != NULL; file++) {
    g_autofree char *own = g_path_get_basename (*file);
    if (strcmp (own, base) == 0)
      return TRUE;
  }
  return FALSE;
}

const UtDataset *
ut_intake_find (const GPtrArray *datasets, const char *path, GError **error) {
  g_autofree char *base = g_path_get_basename (path);
  if (!ut_trial_check_own_name (path, error))
    return NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  const UtDataset *found = NULL, *named = NULL;
  guint n = 0, n_named = 0;
  for (guint i = 0; i < datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (datasets, i);
    if (!ut_dataset_takes (dataset, base) || !ut_import_fits (dataset, path))
      continue;
    g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", dataset->id);
    found = dataset;
    n++;
    if (has_name (dataset, base)) {
      named = dataset;
      n_named++;
    }
  }
  if (n == 1 || n_named == 1)
    return n_named == 1 ? named : found;
  if (n == 0)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: no dataset wants it; utsyn inspect --yaml shows how one could"),
                  path);
  else
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s: fits several datasets (%2$s); choose one with --dataset"), path,
                  names->str);
  return NULL;
}

static gboolean
add_file (GPtrArray *files, const char *path, GError **error) {
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  g_autoptr (GError) trouble = NULL;
  if (!ut_input_read (path, &bytes, &n_bytes, &trouble)) {
    ut_error_set (error, UT_ERROR_IO, "%s: %s", path, ut_reason_error (trouble));
    return FALSE;
  }
  UtFetchedFile *file = g_new0 (UtFetchedFile, 1);
  file->name = g_path_get_basename (path);
  file->shown = g_strdup (path);
  file->bytes = g_bytes_new_take (g_steal_pointer (&bytes), n_bytes);
  file->requests = g_ptr_array_new ();
  for (guint i = 0; i < files->len; i++)
    if (strcmp (((UtFetchedFile *) g_ptr_array_index (files, i))->name, file->name) == 0) {
      ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: there is another file of that name"), path);
      g_ptr_array_add (files, file);
      return FALSE;
    }
  g_ptr_array_add (files, file);
  return TRUE;
}

gboolean
ut_intake_write (const UtIntake *intake, const UtDataset *dataset, const char *const *paths, UtFetchResult *result,
                 GError **error) {
  g_autoptr (GPtrArray) files = ut_fetched_files_new ();
  for (const char *const *path = paths; *path != NULL; path++)
    if (!add_file (files, *path, error))
      return FALSE;
  result->n_files = files->len;
  for (guint i = 0; i < files->len; i++)
    result->n_bytes += g_bytes_get_size (((UtFetchedFile *) g_ptr_array_index (files, i))->bytes);
  return ut_store_write (intake, dataset, files, result, error);
}
