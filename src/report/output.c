#include "report/output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/folder.h"
#include "base/i18n.h"
#include "base/reason.h"
#include "report/manifest.h"
#include <utsyn/error.h>

#define MANIFEST_NAME "manifest.json"
#define WAITING_NAME  ".utsyn-new"

struct UtOutput {
  char *dir;
  char *waiting;      /* where files wait until all are written */
  GPtrArray *earlier; /* names an earlier manifest lists */
  GPtrArray *files;   /* UtManifestFile */
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
make_folder (const char *dir, GError **error) {
  if (g_mkdir_with_parents (dir, 0777) == 0)
    return TRUE;
  g_set_error (error, UT_ERROR, UT_ERROR_IO, _ ("%s: the folder cannot be made: %s"), dir, ut_reason_errno (errno));
  return FALSE;
}

UtOutput *
ut_output_open (const char *out_dir, GError **error) {
  g_autofree char *waiting = g_build_filename (out_dir, WAITING_NAME, NULL);
  ut_folder_remove (waiting); /* of a run that was cut off */
  if (!make_folder (out_dir, error) || !make_folder (waiting, error))
    return NULL;
  UtOutput *output = g_new0 (UtOutput, 1);
  g_autofree char *manifest = g_build_filename (out_dir, MANIFEST_NAME, NULL);
  output->dir = g_strdup (out_dir);
  output->waiting = g_steal_pointer (&waiting);
  output->earlier = ut_manifest_read_names (manifest);
  output->files = g_ptr_array_new_with_free_func (manifest_file_free);
  return output;
}

void
ut_output_free (UtOutput *output) {
  if (output == NULL)
    return;
  ut_folder_remove (output->waiting);
  g_free (output->waiting);
  g_free (output->dir);
  g_ptr_array_unref (output->earlier);
  g_ptr_array_unref (output->files);
  g_free (output);
}

/* Complaints name the file where it is to be. */
static gboolean
complain (const UtOutput *output, const char *name, const char *reason, GError **error) {
  g_autofree char *path = g_build_filename (output->dir, name, NULL);
  g_set_error (error, UT_ERROR, UT_ERROR_IO, "%s: %s", path, reason);
  return FALSE;
}

static gboolean
write_waiting (const UtOutput *output, const char *name, const char *data, gsize size, GError **error) {
  g_autofree char *path = g_build_filename (output->waiting, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) trouble = NULL;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    return complain (output, name, ut_reason_errno (errno), error);
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_DURABLE, 0666, &trouble))
    return complain (output, name, ut_reason_error (trouble), error);
  return TRUE;
}

static gboolean
move_to_place (const UtOutput *output, const char *name, GError **error) {
  g_autofree char *from = g_build_filename (output->waiting, name, NULL);
  g_autofree char *to = g_build_filename (output->dir, name, NULL);
  g_autofree char *folder = g_path_get_dirname (to);
  if (!make_folder (folder, error))
    return FALSE;
  return g_rename (from, to) == 0 || complain (output, name, ut_reason_errno (errno), error);
}

gboolean
ut_output_write (UtOutput *output, const char *name, GBytes *bytes, const char *kind, GError **error) {
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

static gboolean
was_written (const UtOutput *output, const char *name) {
  for (guint i = 0; i < output->files->len; i++) {
    const UtManifestFile *file = g_ptr_array_index (output->files, i);
    if (strcmp (file->name, name) == 0)
      return TRUE;
  }
  return FALSE;
}

/* A manifest someone edited must not make us remove a file outside the folder. */
static gboolean
stays_inside (const char *name) {
  return !g_path_is_absolute (name) && strstr (name, "..") == NULL;
}

static void
remove_left_over (const UtOutput *output) {
  for (guint i = 0; i < output->earlier->len; i++) {
    const char *name = g_ptr_array_index (output->earlier, i);
    if (was_written (output, name) || !stays_inside (name))
      continue;
    g_autofree char *path = g_build_filename (output->dir, name, NULL);
    g_unlink (path);
  }
}

gboolean
ut_output_finish (UtOutput *output, const UtReport *report, const UtProject *project, const UtAssessment *assessment,
                  GError **error) {
  g_autofree char *text = ut_manifest_write (report, project, assessment, output->files, error);
  if (text == NULL)
    return FALSE;
  if (!write_waiting (output, MANIFEST_NAME, text, strlen (text), error))
    return FALSE;
  for (guint i = 0; i < output->files->len; i++) {
    const UtManifestFile *file = g_ptr_array_index (output->files, i);
    if (!move_to_place (output, file->name, error))
      return FALSE;
  }
  if (!move_to_place (output, MANIFEST_NAME, error))
    return FALSE;
  remove_left_over (output);
  return TRUE;
}
