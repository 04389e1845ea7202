#include "report/output/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/reason.h"
#include "report/manifest.h"
#include "report/output/exchange.h"
#include <utsyn/error.h>

struct UtOutputFolder {
  char *dir;        /* as it was given, for complaints */
  char *whole;      /* the same from the root, without a slash at its end */
  char *waiting;    /* where files wait until all are written */
  int lock;         /* the folder itself, open: -1 when it is not */
  int waiting_lock; /* the folder that takes its place, so that there is no moment without a lock */
  gboolean made;    /* the folder was not there before */
  GPtrArray *files; /* UtManifestFile */
};

static void
manifest_file_free (gpointer data) {
  UtManifestFile *file = data;
  g_free (file->name);
  g_free (file->kind);
  g_free (file->sha256);
  g_free (file);
}

static gboolean
fail (const char *path, GError **error) {
  ut_error_set (error, UT_ERROR_IO, "%s: %s", path, ut_reason_errno (errno));
  return FALSE;
}

/* The folder above may be a link somebody made; the report's own folder may not. */
static gboolean
make_folder (UtOutputFolder *output, GError **error) {
  GStatBuf info;
  output->made = g_lstat (output->whole, &info) != 0;
  if (!output->made && S_ISLNK (info.st_mode)) {
    ut_error_set (
        error, UT_ERROR_IO,
        _ ("%s: is a link, and a report needs a folder; move it away, or choose with -o where the folder is to be"),
        output->dir);
    return FALSE;
  }
  if (g_mkdir_with_parents (output->whole, 0777) == 0)
    return TRUE;
  ut_error_set (error, UT_ERROR_IO, _ ("%s: the folder cannot be made: %s"), output->dir, ut_reason_errno (errno));
  return FALSE;
}

/* -1 with an error. A file system without locks is taken as it is. */
static int
lock (const char *path, const char *shown, GError **error) {
  int folder = g_open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);
  if (folder < 0) {
    fail (shown, error);
    return -1;
  }
  if (flock (folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
    return folder;
  close (folder);
  ut_error_set (error, UT_ERROR_IO, _ ("%s: another run is writing this report; try again when it has finished"),
                shown);
  return -1;
}

static gboolean
is_still (int folder, const char *path) {
  GStatBuf now, then;
  return g_lstat (path, &now) == 0 && fstat (folder, &then) == 0 && now.st_ino == then.st_ino
         && now.st_dev == then.st_dev;
}

/* A run that finished while we opened the folder has left another one under its name. */
static gboolean
take_folder (UtOutputFolder *output, GError **error) {
  do {
    if (output->lock >= 0)
      close (output->lock);
    output->lock = -1;
    if (!make_folder (output, error))
      return FALSE;
    output->lock = lock (output->whole, output->dir, error);
  } while (output->lock >= 0 && !is_still (output->lock, output->whole));
  return output->lock >= 0;
}

static gboolean
make_waiting (UtOutputFolder *output, GError **error) {
  if (g_mkdir (output->waiting, 0777) != 0)
    return fail (output->dir, error);
  output->waiting_lock = lock (output->waiting, output->dir, error);
  return output->waiting_lock >= 0;
}

UtOutputFolder *
ut_output_folder_open (const char *out_dir, GError **error) {
  g_autoptr (UtOutputFolder) output = g_new0 (UtOutputFolder, 1);
  output->dir = g_strdup (out_dir);
  output->whole = g_canonicalize_filename (out_dir, NULL);
  output->waiting = g_build_filename (output->whole, UT_EXCHANGE_NEW, NULL);
  output->files = g_ptr_array_new_with_free_func (manifest_file_free);
  output->lock = output->waiting_lock = -1;
  if (!take_folder (output, error) || !ut_exchange_recover (output->whole, error) || !make_waiting (output, error))
    return NULL;
  return g_steal_pointer (&output);
}

void
ut_output_folder_free (UtOutputFolder *output) {
  if (output == NULL)
    return;
  if (output->lock >= 0) {
    ut_exchange_discard (output->whole);
    if (output->made)
      g_rmdir (output->whole); /* only when nothing came into it */
    close (output->lock);
  }
  if (output->waiting_lock >= 0)
    close (output->waiting_lock);
  g_free (output->waiting);
  g_free (output->whole);
  g_free (output->dir);
  g_ptr_array_unref (output->files);
  g_free (output);
}

/* Complaints name the file where it is to be. */
static gboolean
complain (const UtOutputFolder *output, const char *name, const char *reason, GError **error) {
  g_autofree char *path = g_build_filename (output->dir, name, NULL);
  ut_error_set (error, UT_ERROR_IO, "%s: %s", path, reason);
  return FALSE;
}

static gboolean
write_waiting (const UtOutputFolder *output, const char *name, const char *data, gsize size, GError **error) {
  g_autofree char *path = g_build_filename (output->waiting, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) trouble = NULL;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    return complain (output, name, ut_reason_errno (errno), error);
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_DURABLE, 0666, &trouble))
    return complain (output, name, ut_reason_error (trouble), error);
  return TRUE;
}

gboolean
ut_output_folder_write (UtOutputFolder *output, const char *name, GBytes *bytes, const char *kind, GError **error) {
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  if (!write_waiting (output, name, data, size, error))
    return FALSE;
  UtManifestFile *file = g_new0 (UtManifestFile, 1);
  file->name = g_strdup (name);
  file->kind = g_strdup (kind);
  file->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  file->size = size;
  g_ptr_array_add (output->files, file);
  return TRUE;
}

GPtrArray *
ut_output_folder_files (UtOutputFolder *output) {
  return output->files;
}

gboolean
ut_output_folder_finish (UtOutputFolder *output, const char *manifest, GError **error) {
  return write_waiting (output, UT_MANIFEST_NAME, manifest, strlen (manifest), error)
         && ut_exchange_run (output->whole, error);
}
