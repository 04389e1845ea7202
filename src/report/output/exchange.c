#include "report/output/exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/i18n.h"
#include "base/reason.h"
#include "report/manifest.h"
#include <utsyn/error.h>

#define MOVING ".utsyn-move"

static gboolean
fail (const char *path, GError **error) {
  ut_error_set (error, UT_ERROR_IO, "%s: %s", path, ut_reason_errno (errno));
  return FALSE;
}

static char *
join (const char *dir, const char *name) {
  return g_build_filename (dir, name, NULL);
}

/* Beside the folder, for only there can it be exchanged for the other. */
static char *
aside_of (const char *dir) {
  g_autofree char *above = g_path_get_dirname (dir), *base = g_path_get_basename (dir);
  g_autofree char *name = g_strconcat (".", base, ".utsyn-old", NULL);
  return join (above, name);
}

static gboolean
is_folder (const char *path) {
  GStatBuf info;
  return g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode);
}

static gboolean
is_folder_name (const char *name) {
  return g_str_has_suffix (name, "/");
}

/* Names of the files a manifest lists, and its own. They are only compared with what is there: a manifest somebody
 * edited must not lead out of the folder. */
static void
add_listed (GHashTable *names, const char *dir) {
  g_autofree char *path = join (dir, UT_MANIFEST_NAME);
  g_autoptr (GPtrArray) listed = ut_manifest_read_names (path);
  for (guint i = 0; i < listed->len; i++)
    if (!is_folder_name (g_ptr_array_index (listed, i)))
      g_hash_table_add (names, g_strdup (g_ptr_array_index (listed, i)));
  g_hash_table_add (names, g_strdup (UT_MANIFEST_NAME));
}

static GHashTable *
listed_in (const char *dir, const char *other) {
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_listed (names, dir);
  if (other != NULL)
    add_listed (names, other);
  return names;
}

/* FALSE also where the folder cannot be given to the one whose the model is, or to its group: the others who work in
 * it would be shut out. */
static gboolean
copy_rights (const char *path, const GStatBuf *model) {
  GStatBuf made;
  if (g_lstat (path, &made) != 0)
    return FALSE;
  gboolean is_given = made.st_uid == model->st_uid && made.st_gid == model->st_gid;
  return (is_given || chown (path, model->st_uid, model->st_gid) == 0) && g_chmod (path, model->st_mode & 07777) == 0;
}

/* Folders for what is to lie at to/name, with the rights of those at from/name. */
static gboolean
make_parents (const char *from, const char *to, const char *name) {
  for (const char *end = strchr (name, '/'); end != NULL; end = strchr (end + 1, '/')) {
    g_autofree char *folder = g_strndup (name, (gsize) (end - name));
    g_autofree char *model = join (from, folder), *made = join (to, folder);
    GStatBuf info;
    if (is_folder (made))
      continue;
    if (g_mkdir (made, 0777) != 0 || (g_lstat (model, &info) == 0 && !copy_rights (made, &info)))
      return FALSE;
  }
  return TRUE;
}

/* What is in the way of the new report is somebody's own and left alone. */
static gboolean
check_room (const char *dir, const char *new_dir, GError **error) {
  g_autoptr (GPtrArray) names = ut_folder_tree (new_dir);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *path = join (dir, name);
    GStatBuf info;
    if (is_folder_name (name))
      path[strlen (path) - 1] = '\0';
    if (g_lstat (path, &info) != 0 || (S_ISDIR (info.st_mode) != 0) == is_folder_name (name))
      continue;
    ut_error_set (error, UT_ERROR_IO,
                  is_folder_name (name)
                      ? _ ("%s: the report needs a folder of this name, and this is not a folder; move it away")
                      : _ ("%s: the report has a file of this name, and this is a folder; move it away"),
                  path);
    return FALSE;
  }
  return TRUE;
}

/* Exchanging */

static gboolean
lies_in (const char *name, const char *folder) {
  gsize length = strlen (folder);
  return strncmp (name, folder, length) == 0 && (name[length] == '/' || name[length] == '\0');
}

/* A folder is made with what is in it, or by itself when that is nothing. */
static gboolean
is_carried (const GPtrArray *names, guint i, GHashTable *listed) {
  const char *name = g_ptr_array_index (names, i);
  if (lies_in (name, UT_EXCHANGE_NEW) || lies_in (name, MOVING) || g_hash_table_contains (listed, name))
    return FALSE;
  return !is_folder_name (name) || i + 1 == names->len || !g_str_has_prefix (g_ptr_array_index (names, i + 1), name);
}

/* Not one that we may not look into, nor one that lies on another disk. */
static gboolean
is_empty_folder (const char *path) {
  g_autofree char *above = g_build_filename (path, "..", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GStatBuf info, info_above;
  return dir != NULL && g_dir_read_name (dir) == NULL && g_lstat (path, &info) == 0 && g_lstat (above, &info_above) == 0
         && info.st_dev == info_above.st_dev;
}

static gboolean
carry (const char *dir, const char *new_dir, const char *name) {
  g_autofree char *from = join (dir, name), *to = join (new_dir, name);
  if (!make_parents (dir, new_dir, name))
    return FALSE;
  return is_folder_name (name) ? is_empty_folder (from) : linkat (AT_FDCWD, from, AT_FDCWD, to, 0) == 0;
}

/* The folders of the new report get the rights of those they replace. */
static gboolean
keep_rights (const char *dir, const char *new_dir) {
  g_autoptr (GPtrArray) names = ut_folder_tree (new_dir);
  g_ptr_array_add (names, g_strdup ("/"));
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *model = join (dir, name), *made = join (new_dir, name);
    GStatBuf info;
    if (is_folder_name (name) && g_lstat (model, &info) == 0 && !copy_rights (made, &info))
      return FALSE;
  }
  return TRUE;
}

/* FALSE where that cannot be. Links to files, so that both folders are whole. */
static gboolean
carry_over (const char *dir, const char *new_dir) {
  g_autoptr (GHashTable) listed = listed_in (dir, new_dir);
  g_autoptr (GPtrArray) names = ut_folder_tree (dir);
  for (guint i = 0; i < names->len; i++) {
    if (is_carried (names, i, listed) && !carry (dir, new_dir, g_ptr_array_index (names, i)))
      return FALSE;
  }
  return keep_rights (dir, new_dir);
}

static void
keep_on_disk (const char *path) {
  int folder = g_open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);
  if (folder < 0)
    return;
  fsync (folder);
  close (folder);
}

/* Names are only as lasting as the folders they stand in. */
static void
keep_tree_on_disk (const char *path) {
  g_autoptr (GPtrArray) names = ut_folder_tree (path);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *inner = join (path, g_ptr_array_index (names, i));
    if (is_folder_name (inner))
      keep_on_disk (inner);
  }
  keep_on_disk (path);
}

static gboolean
is_same_file (const char *path, const char *other) {
  GStatBuf one, two;
  return g_lstat (path, &one) == 0 && g_lstat (other, &two) == 0 && one.st_ino == two.st_ino
         && one.st_dev == two.st_dev;
}

/* Or the only one of the two. */
static gboolean
is_newer (const char *path, const char *other) {
  GStatBuf one, two;
  if (g_lstat (path, &one) != 0 || g_lstat (other, &two) != 0)
    return TRUE;
  gboolean same_second = one.st_mtim.tv_sec == two.st_mtim.tv_sec;
  return same_second ? one.st_mtim.tv_nsec > two.st_mtim.tv_nsec : one.st_mtim.tv_sec > two.st_mtim.tv_sec;
}

/* Somebody's file that is not the one in the report's folder was saved in the last moment, and goes back; or it is an
 * old one, when this is done by the next run and somebody has saved again in between. */
static gboolean
clear_entry (const char *aside, const char *dir, const char *name, GHashTable *listed) {
  g_autofree char *path = join (aside, name), *place = join (dir, name);
  if (is_folder_name (name))
    return g_rmdir (path) == 0;
  if (g_hash_table_contains (listed, name) || is_same_file (path, place) || !is_newer (path, place))
    return g_unlink (path) == 0;
  return make_parents (aside, dir, name) && g_rename (path, place) == 0;
}

/* The old folder after the exchange, or a finished new one that was not exchanged yet. What cannot be cleared stays for
 * the next run, and so does its manifest, which tells what may go. */
static void
clear_aside (const char *aside, const char *dir) {
  g_autofree char *manifest = join (aside, UT_MANIFEST_NAME);
  if (!is_folder (aside)) {
    g_unlink (aside);
    return;
  }
  g_autoptr (GHashTable) listed = listed_in (aside, dir);
  g_autoptr (GPtrArray) names = ut_folder_tree (aside);
  gboolean cleared = TRUE;
  for (guint i = names->len; i > 0; i--) {
    const char *name = g_ptr_array_index (names, i - 1);
    if (strcmp (name, UT_MANIFEST_NAME) != 0)
      cleared = clear_entry (aside, dir, name, listed) && cleared;
  }
  if (cleared)
    g_unlink (manifest);
  g_rmdir (aside); /* fails while there is anything left in it */
}

/* FALSE, and everything as it was, where the two folders cannot be exchanged. */
static gboolean
exchange (const char *dir, const char *new_dir) {
  g_autofree char *aside = aside_of (dir), *above = g_path_get_dirname (dir);
  keep_tree_on_disk (new_dir);
  if (g_rename (new_dir, aside) != 0)
    return FALSE;
  if (renameat2 (AT_FDCWD, aside, AT_FDCWD, dir, RENAME_EXCHANGE) != 0) {
    g_rename (aside, new_dir);
    return FALSE;
  }
  keep_on_disk (above);
  clear_aside (aside, dir);
  return TRUE;
}

/* One by one */

static gboolean
move_files (const char *moving, const char *dir, GError **error) {
  g_autoptr (GHashTable) listed = listed_in (moving, NULL);
  g_autoptr (GPtrArray) names = ut_folder_tree (moving);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *from = join (moving, name), *to = join (dir, name);
    if (!g_hash_table_contains (listed, name) || strcmp (name, UT_MANIFEST_NAME) == 0)
      continue;
    if (!make_parents (moving, dir, name) || g_rename (from, to) != 0)
      return fail (to, error);
  }
  return TRUE;
}

/* What the previous manifest lists and the new one does not. */
static gboolean
remove_left_over (const char *moving, const char *dir, GError **error) {
  g_autoptr (GHashTable) previous = listed_in (dir, NULL), listed = listed_in (moving, NULL);
  g_autoptr (GPtrArray) names = ut_folder_tree (dir);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *path = join (dir, name);
    if (g_hash_table_contains (previous, name) && !g_hash_table_contains (listed, name) && g_unlink (path) != 0)
      return fail (path, error);
  }
  return TRUE;
}

/* Also goes on where it was cut off. The manifest moves last: while it is in `moving` there is something left to do. */
static gboolean
move_in (const char *moving, const char *dir, GError **error) {
  g_autofree char *from = join (moving, UT_MANIFEST_NAME), *to = join (dir, UT_MANIFEST_NAME);
  GStatBuf info;
  if (g_lstat (from, &info) == 0) {
    if (!check_room (dir, moving, error) || !move_files (moving, dir, error) || !remove_left_over (moving, dir, error))
      return FALSE;
    if (g_rename (from, to) != 0)
      return fail (to, error);
  }
  keep_tree_on_disk (dir);
  ut_folder_remove (moving);
  return TRUE;
}

static gboolean
move_one_by_one (const char *dir, const char *new_dir, GError **error) {
  g_autofree char *moving = join (dir, MOVING);
  g_autoptr (GError) trouble = NULL;
  if (g_rename (new_dir, moving) != 0)
    return fail (dir, error);
  if (move_in (moving, dir, &trouble))
    return TRUE;
  g_set_error (error, UT_ERROR, UT_ERROR_IO,
               _ ("%1$s\n%2$s: has files of the new report and of the previous one; the next run completes it"),
               trouble->message, dir);
  return FALSE;
}

gboolean
ut_exchange_run (const char *dir, GError **error) {
  g_autofree char *new_dir = join (dir, UT_EXCHANGE_NEW);
  if (!check_room (dir, new_dir, error))
    return FALSE;
  if (carry_over (dir, new_dir) && exchange (dir, new_dir))
    return TRUE;
  return move_one_by_one (dir, new_dir, error);
}

void
ut_exchange_discard (const char *dir) {
  g_autofree char *new_dir = join (dir, UT_EXCHANGE_NEW);
  ut_folder_remove (new_dir);
}

gboolean
ut_exchange_recover (const char *dir, GError **error) {
  g_autofree char *aside = aside_of (dir), *moving = join (dir, MOVING);
  GStatBuf info;
  if (g_lstat (aside, &info) == 0)
    clear_aside (aside, dir);
  if (is_folder (moving) && !move_in (moving, dir, error))
    return FALSE;
  ut_folder_remove (moving);
  ut_exchange_discard (dir);
  return TRUE;
}
