#include "fetch/store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/reason.h"
#include "fetch/record.h"
#include <utsyn/error.h>

/* The dot keeps it from being read as a vintage. */
#define UNFINISHED ".fetching"
#define MAX_A_DAY  99

static void
file_free (gpointer data) {
  UtFetchedFile *file = data;
  g_free (file->name);
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
  file->bytes = bytes;
  file->requests = g_ptr_array_new ();
  for (guint i = 0; i < n_requests; i++)
    g_ptr_array_add (file->requests, (gpointer) requests[i]);
  g_ptr_array_add (files, file);
}

static gboolean
fail (const char *path, GError **error) {
  g_set_error (error, UT_ERROR, UT_ERROR_IO, "%s: %s", path, ut_reason_errno (errno));
  return FALSE;
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
    g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
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

/* An empty folder for the files until they are all there; what an earlier run left in it is removed. */
static gboolean
open_unfinished (const char *path, GError **error) {
  g_autoptr (GDir) left = g_dir_open (path, 0, NULL);
  for (const char *name; left != NULL && (name = g_dir_read_name (left)) != NULL;) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    if (g_unlink (file) != 0)
      return fail (file, error);
  }
  return g_mkdir (path, 0777) == 0 || errno == EEXIST || fail (path, error);
}

static gboolean
write_whole (const char *folder, const char *name, const char *data, gsize size, GError **error) {
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) trouble = NULL;
  GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  if (g_file_set_contents_full (path, data, (gssize) size, flags, 0666, &trouble))
    return TRUE;
  g_set_error (error, UT_ERROR, UT_ERROR_IO, "%s: %s", path, ut_reason_error (trouble));
  return FALSE;
}

/* Two runs at once would clear away each other's unfinished files. -1 with an error; closing it lets the next one in.
 */
static int
lock_folder (const char *path, GError **error) {
  int folder = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (folder < 0)
    fail (path, error);
  else
    flock (folder, LOCK_EX);
  return folder;
}

static gboolean
write_files (const char *folder, const UtDataset *dataset, const GPtrArray *files, GDateTime *now, GError **error) {
  for (guint i = 0; i < files->len; i++) {
    const UtFetchedFile *file = g_ptr_array_index (files, i);
    gsize size = 0;
    const char *data = g_bytes_get_data (file->bytes, &size);
    if (!write_whole (folder, file->name, data, size, error))
      return FALSE;
  }
  g_autofree char *record = ut_record_write (dataset, files, now);
  return write_whole (folder, UT_FETCH_RECORD, record, strlen (record), error);
}

/* Gives the finished folder its name: the date, and .02, .03 … for what came later the same day. */
static char *
name_vintage (const char *dir, const char *unfinished, GDateTime *now, GError **error) {
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  for (guint i = 1; i <= MAX_A_DAY; i++) {
    g_autofree char *name = i == 1 ? g_strdup (date) : g_strdup_printf ("%s.%02u", date, i);
    g_autofree char *path = g_build_filename (dir, name, NULL);
    if (g_file_test (path, G_FILE_TEST_EXISTS))
      continue;
    if (g_rename (unfinished, path) != 0) {
      fail (path, error);
      return NULL;
    }
    return g_steal_pointer (&name);
  }
  g_set_error (error, UT_ERROR, UT_ERROR_IO, _ ("%1$s already has %2$d vintages of %3$s"), dir, MAX_A_DAY, date);
  return NULL;
}

static gboolean
write_vintage (const char *dir, const UtDataset *dataset, const GPtrArray *files, UtFetchResult *result,
               GError **error) {
  g_autofree char *unfinished = g_build_filename (dir, UNFINISHED, NULL);
  g_autoptr (GDateTime) now = ut_record_time ();
  if (!open_unfinished (unfinished, error) || !write_files (unfinished, dataset, files, now, error))
    return FALSE;
  result->vintage = name_vintage (dir, unfinished, now, error);
  return result->vintage != NULL;
}

gboolean
ut_store_write (const char *root, const UtDataset *dataset, const GPtrArray *files, UtFetchResult *result,
                GError **error) {
  g_autofree char *dir = g_build_filename (root, dataset->dir, NULL);
  int folder = lock_folder (dir, error);
  if (folder < 0)
    return FALSE;
  /* Another run may have fetched the same in the meantime. */
  g_autoptr (UtDataset) fresh = ut_dataset_load_definition (root, dataset->dir, NULL);
  const UtDataset *newest = fresh != NULL ? fresh : dataset;
  result->same = is_same (root, newest, files);
  gboolean fine = result->same || write_vintage (dir, dataset, files, result, error);
  if (result->same)
    result->vintage = g_strdup (newest->vintage);
  /* A rename is only as lasting as the folder it is written in. */
  fsync (folder);
  close (folder);
  return fine;
}
