#include "folder.h"

#include <glib/gstdio.h>

Folder
folder_new (void) {
  return (Folder){ g_dir_make_tmp ("utsyn-XXXXXX", NULL) };
}

void
folder_write (const Folder *folder, const char *name, const char *text) {
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_all (const char *path) {
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    remove_all (child);
  }
  g_remove (path);
}

void
folder_clear (Folder *folder) {
  if (folder->path == NULL)
    return;
  remove_all (folder->path);
  g_clear_pointer (&folder->path, g_free);
}
