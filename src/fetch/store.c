#include "fetch/store.h"

#include <string.h>

#include "base/input.h"
#include "fetch/record.h"
#include "fetch/staging.h"
#include "fetch/trial.h"

static void
file_free (gpointer data) {
  UtFetchedFile *file = data;
  g_free (file->name);
  g_free (file->shown);
  g_bytes_unref (file->bytes);
  g_ptr_array_unref (file->requests);
  g_free (file);
}

GPtrArray *
ut_fetched_files_new (void) {
  return g_ptr_array_new_with_free_func (file_free);
}

void
ut_fetched_files_add (GPtrArray *files, const UtFetchSource *source, GBytes *bytes, gconstpointer *requests,
                      guint n_requests) {
  UtFetchedFile *file = g_new0 (UtFetchedFile, 1);
  file->name = g_strdup_printf ("%02u.%s", files->len + 1, ut_fetch_source_extension (source));
  file->shown = g_strdup (file->name);
  file->bytes = bytes;
  file->requests = g_ptr_array_new ();
  for (guint i = 0; i < n_requests; i++)
    g_ptr_array_add (file->requests, (gpointer) requests[i]);
  g_ptr_array_add (files, file);
}

static int
compare_sums (gconstpointer a, gconstpointer b) {
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What the files hold, whatever they are called: their sums, sorted. */
static GPtrArray *
sums_of_files (const GPtrArray *files) {
  GPtrArray *sums = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (sums, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256,
                                                         ((UtFetchedFile *) g_ptr_array_index (files, i))->bytes));
  g_ptr_array_sort (sums, compare_sums);
  return sums;
}

/* A file that cannot be read counts as different. */
static GPtrArray *
sums_of_newest (const char *root, const UtDataset *dataset) {
  GPtrArray *sums = g_ptr_array_new_with_free_func (g_free);
  for (char **name = dataset->files; *name != NULL; name++) {
    g_autofree char *path = g_build_filename (root, *name, NULL);
    g_autoptr (GMappedFile) file = ut_input_map (path, NULL);
    g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
    g_ptr_array_add (sums, bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : g_strdup (""));
  }
  g_ptr_array_sort (sums, compare_sums);
  return sums;
}

static gboolean
is_same (const char *root, const UtDataset *dataset, const GPtrArray *files) {
  g_autoptr (GPtrArray) fetched = sums_of_files (files);
  g_autoptr (GPtrArray) newest = sums_of_newest (root, dataset);
  gboolean same = fetched->len == newest->len;
  for (guint i = 0; same && i < fetched->len; i++)
    same = g_str_equal (g_ptr_array_index (fetched, i), g_ptr_array_index (newest, i));
  return same;
}

static gboolean
write_files (UtStaging *staging, const UtDataset *dataset, const GPtrArray *files, GDateTime *now, GError **error) {
  for (guint i = 0; i < files->len; i++) {
    const UtFetchedFile *file = g_ptr_array_index (files, i);
    gsize size = 0;
    const char *data = g_bytes_get_data (file->bytes, &size);
    if (!ut_staging_write (staging, file->name, data, size, error))
      return FALSE;
  }
  g_autofree char *record = ut_record_write (dataset, files, now);
  return ut_staging_write (staging, UT_FETCH_RECORD, record, strlen (record), error);
}

/* The files get their place when they have been read as the newest vintage will be. */
static gboolean
write_vintage (const UtIntake *intake, UtStaging *staging, UtDataset *dataset, const GPtrArray *files,
               UtFetchResult *result, GError **error) {
  g_autoptr (GDateTime) now = ut_record_time ();
  if (!ut_trial_check_names (dataset, files, error) || !write_files (staging, dataset, files, now, error))
    return FALSE;
  g_autoptr (UtTable) table = ut_trial_read (intake, dataset, staging, files, error);
  if (table == NULL)
    return FALSE;
  result->vintage = ut_staging_finish (staging, now, error);
  if (result->vintage != NULL)
    result->table = g_steal_pointer (&table);
  return result->vintage != NULL;
}

gboolean
ut_store_write (const UtIntake *intake, const UtDataset *dataset, const GPtrArray *files, UtFetchResult *result,
                GError **error) {
  g_autoptr (UtStaging) staging = ut_staging_open (intake->root, dataset->dir, error);
  /* Another run may have fetched the same in the meantime. */
  g_autoptr (UtDataset) newest
      = staging != NULL ? ut_dataset_load_definition (intake->root, dataset->dir, error) : NULL;
  if (newest == NULL)
    return FALSE;
  result->same = is_same (intake->root, newest, files);
  if (result->same)
    result->vintage = g_strdup (newest->vintage);
  return result->same || write_vintage (intake, staging, newest, files, result, error);
}
