#include "base/folder.h"

#include <glib/gstdio.h>

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "base/reason.h"

static int
compare_names (gconstpointer a, gconstpointer b) {
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
ut_folder_read (const char *path, const char *shown, const char *suffix, GError **error) {
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &trouble);
  if (dir == NULL) {
    ut_error_set (error, UT_ERROR_IO, "%s: %s", shown, ut_reason_error (trouble));
    return NULL;
  }
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, suffix))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

GPtrArray *
ut_folder_list (const char *path, const char *suffix) {
  GPtrArray *names = ut_folder_read (path, path, suffix, NULL);
  return names != NULL ? names : g_ptr_array_new_with_free_func (g_free);
}

gboolean
ut_folder_check_names (const char *path, const char *shown, GError **error) {
  static const char *const mistaken[] = { ".yml", ".yaml.txt", ".yml.txt" };
  g_autoptr (GPtrArray) names = ut_folder_list (path, "");
  gboolean sound = TRUE;
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    for (gsize k = 0; k < G_N_ELEMENTS (mistaken); k++) {
      if (!g_str_has_suffix (name, mistaken[k]))
        continue;
      g_autofree char *stem = g_strndup (name, strlen (name) - strlen (mistaken[k]));
      ut_error_join (error,
                     ut_error_new (UT_ERROR_DEFINITION, _ ("%1$s/%2$s: is not read under this name; call it %3$s.yaml"),
                                   shown, name, stem));
      sound = FALSE;
      break;
    }
  }
  return sound;
}

static void
add_tree (GPtrArray *tree, const char *path, const char *below) {
  g_autoptr (GPtrArray) names = ut_folder_list (path, "");
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *inner = g_build_filename (path, name, NULL);
    GStatBuf info;
    gboolean folder = g_lstat (inner, &info) == 0 && S_ISDIR (info.st_mode);
    char *entry = g_strconcat (below, name, folder ? "/" : NULL, NULL);
    g_ptr_array_add (tree, entry);
    if (folder)
      add_tree (tree, inner, entry);
  }
}

GPtrArray *
ut_folder_tree (const char *path) {
  GPtrArray *tree = g_ptr_array_new_with_free_func (g_free);
  add_tree (tree, path, "");
  return tree;
}

void
ut_folder_remove (const char *path) {
  g_autoptr (GPtrArray) names = NULL;
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    names = ut_folder_list (path, "");
  for (guint i = 0; names != NULL && i < names->len; i++) {
    g_autofree char *below = g_build_filename (path, g_ptr_array_index (names, i), NULL);
    ut_folder_remove (below);
  }
  g_remove (path);
}
