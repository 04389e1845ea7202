#include "report/output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/reason.h"
#include "report/manifest.h"
#include <utsyn/error.h>

#define MANIFEST_NAME "manifest.json"

struct UtOutput {
  char *dir;
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
  if (!make_folder (out_dir, error))
    return NULL;
  UtOutput *output = g_new0 (UtOutput, 1);
  g_autofree char *manifest = g_build_filename (out_dir, MANIFEST_NAME, NULL);
  output->dir = g_strdup (out_dir);
  output->earlier = ut_manifest_read_names (manifest);
  output->files = g_ptr_array_new_with_free_func (manifest_file_free);
  return output;
}

void
ut_output_free (UtOutput *output) {
  if (output == NULL)
    return;
  g_free (output->dir);
  g_ptr_array_unref (output->earlier);
  g_ptr_array_unref (output->files);
  g_free (output);
}

static gboolean
write_whole (const char *path, const char *data, gsize size, GError **error) {
  g_autoptr (GError) trouble = NULL;
  GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  if (g_file_set_contents_full (path, data, (gssize) size, flags, 0666, &trouble))
    return TRUE;
  g_set_error (error, UT_ERROR, UT_ERROR_IO, "%s: %s", path, ut_reason_error (trouble));
  return FALSE;
}

gboolean
ut_output_write (UtOutput *output, const char *name, GBytes *bytes, const char *kind, GError **error) {
  g_autofree char *path = g_build_filename (output->dir, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  if (!make_folder (folder, error) || !write_whole (path, data, size, error))
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
  g_autofree char *path = g_build_filename (output->dir, MANIFEST_NAME, NULL);
  if (!write_whole (path, text, strlen (text), error))
    return FALSE;
  remove_left_over (output);
  return TRUE;
}
