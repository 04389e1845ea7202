#include "base/input_record.h"

#include <string.h>

struct UtInputRecord {
  GMutex mutex;
  GHashTable *sums; /* path → SHA-256, "" when it was another the second time */
};

/* A thread's own, so that two projects read at once do not mix. */
static GPrivate in_use;

UtInputRecord *
ut_input_record_new (void) {
  UtInputRecord *record = g_new0 (UtInputRecord, 1);
  g_mutex_init (&record->mutex);
  record->sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return record;
}

void
ut_input_record_free (UtInputRecord *record) {
  if (record == NULL)
    return;
  g_hash_table_unref (record->sums);
  g_mutex_clear (&record->mutex);
  g_free (record);
}

UtInputRecord *
ut_input_record_use (UtInputRecord *record) {
  UtInputRecord *before = g_private_get (&in_use);
  g_private_set (&in_use, record);
  return before;
}

UtInputRecord *
ut_input_record_in_use (void) {
  return g_private_get (&in_use);
}

void
ut_input_record_add_sum (UtInputRecord *record, const char *path, const char *sha256) {
  char *whole = g_canonicalize_filename (path, NULL);
  g_mutex_lock (&record->mutex);
  const char *earlier = g_hash_table_lookup (record->sums, whole);
  gboolean changed = earlier != NULL && strcmp (earlier, sha256) != 0;
  g_hash_table_insert (record->sums, whole, g_strdup (changed ? "" : sha256));
  g_mutex_unlock (&record->mutex);
}

void
ut_input_record_add (const char *path, gconstpointer bytes, gsize n_bytes) {
  UtInputRecord *record = ut_input_record_in_use ();
  if (record == NULL)
    return;
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, n_bytes);
  ut_input_record_add_sum (record, path, sha256);
}

void
ut_input_record_join (UtInputRecord *record, const UtInputRecord *other) {
  GHashTableIter iter;
  gpointer path, sha256;
  g_hash_table_iter_init (&iter, other->sums);
  while (g_hash_table_iter_next (&iter, &path, &sha256))
    ut_input_record_add_sum (record, path, sha256);
}

void
ut_input_record_clear (UtInputRecord *record) {
  g_mutex_lock (&record->mutex);
  g_hash_table_remove_all (record->sums);
  g_mutex_unlock (&record->mutex);
}

static int
compare_paths (gconstpointer a, gconstpointer b) {
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
ut_input_record_list (const UtInputRecord *record) {
  GPtrArray *paths = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer path;
  g_hash_table_iter_init (&iter, record->sums);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_ptr_array_add (paths, path);
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

const char *
ut_input_record_find (const UtInputRecord *record, const char *path) {
  return g_hash_table_lookup (record->sums, path);
}
