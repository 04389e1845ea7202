#include "fetch/store.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
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

/* What a file of the dataset holds; one that cannot be read is different from all. */
static char *
sum_of (const char *root, const char *name) {
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_autoptr (GMappedFile) file = ut_input_map (path, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : g_strdup ("");
}

/* The sums of the files of its vintages from number `from` on, each with the vintage it is in. */
static GHashTable *
sums_of_vintages (const char *root, const UtDataset *dataset, guint from) {
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; dataset->files[i] != NULL; i++)
    if (ut_dataset_vintage_of (dataset, i) >= from)
      g_hash_table_insert (sums, sum_of (root, dataset->files[i]),
                           &g_array_index (dataset->vintages, UtVintage, ut_dataset_vintage_of (dataset, i)));
  return sums;
}

static char *
sum_of_bytes (const GPtrArray *files, guint i) {
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, ((UtFetchedFile *) g_ptr_array_index (files, i))->bytes);
}

/* Whether the newest vintage holds the same files, whatever they are called. */
static gboolean
is_newest (const char *root, const UtDataset *dataset, const GPtrArray *files) {
  if (dataset->vintages->len == 0)
    return FALSE;
  guint newest = dataset->vintages->len - 1;
  g_autoptr (GHashTable) sums = sums_of_vintages (root, dataset, newest);
  gboolean same = files->len == g_array_index (dataset->vintages, UtVintage, newest).n_files;
  for (guint i = 0; same && i < files->len; i++) {
    g_autofree char *sum = sum_of_bytes (files, i);
    same = g_hash_table_contains (sums, sum);
  }
  return same;
}

/* A copy without the files that a vintage has already: an old download brought again is not the newest. */
static GPtrArray *
list_unknown (const char *root, const UtDataset *dataset, const GPtrArray *files, char **vintage) {
  GPtrArray *unknown = g_ptr_array_new ();
  g_autoptr (GHashTable) sums = sums_of_vintages (root, dataset, 0);
  for (guint i = 0; i < files->len; i++) {
    g_autofree char *sum = sum_of_bytes (files, i);
    const UtVintage *known = g_hash_table_lookup (sums, sum);
    if (known == NULL) {
      g_ptr_array_add (unknown, g_ptr_array_index (files, i));
      continue;
    }
    g_free (*vintage);
    *vintage = g_strdup (known->name);
  }
  return unknown;
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

/* A folder that sorts after the new one would be read instead of it, or over it. */
static gboolean
check_order (const UtDataset *dataset, GDateTime *now, GError **error) {
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  if (dataset->vintage == NULL || g_str_has_prefix (dataset->vintage, date) || strcmp (dataset->vintage, date) < 0)
    return TRUE;
  ut_error_set (error, UT_ERROR_DEFINITION,
                _ ("%1$s/%2$s sorts after today's date, %3$s, and would stand before what is new; rename the folder"),
                dataset->dir, dataset->vintage, date);
  return FALSE;
}

/* The files get their place when they have been read as the newest vintage will be. */
static gboolean
write_vintage (const UtIntake *intake, UtStaging *staging, UtDataset *dataset, const GPtrArray *files,
               UtFetchResult *result, GError **error) {
  g_autoptr (GDateTime) now = ut_record_time ();
  if ((intake->by_hand && !check_order (dataset, now, error)) || !ut_trial_check_names (dataset, files, error)
      || !write_files (staging, dataset, files, now, error))
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
  g_autoptr (GPtrArray) unknown = NULL;
  g_autofree char *vintage = g_strdup (newest->vintage);
  if (intake->by_hand && newest->reads == UT_VINTAGES_ALL) {
    unknown = list_unknown (intake->root, newest, files, &vintage);
    result->same = unknown->len == 0;
    files = unknown;
  } else
    result->same = is_newest (intake->root, newest, files);
  if (!result->same)
    result->n_files = files->len;
  else
    result->vintage = g_steal_pointer (&vintage);
  return result->same || write_vintage (intake, staging, newest, files, result, error);
}
