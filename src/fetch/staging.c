#include "fetch/staging.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/reason.h"
#include <utsyn/error.h>

/* The dot keeps it from being read as a vintage; a number follows. */
#define UNFINISHED ".fetching"
#define MAX_A_DAY  99
#define MAX_TRIES  100
#define FOLDER     (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

struct UtStaging {
  char *root, *dir;
  int dataset; /* the dataset's folder, locked */
  int folder;  /* the unfinished one, -1 until there is one */
  char *name;  /* and its name */
};

static gboolean
fail (const UtStaging *staging, const char *name, GError **error) {
  int code = errno;
  g_autofree char *path = g_build_filename (staging->root, staging->dir, name, NULL);
  ut_error_set (error, UT_ERROR_IO, "%s: %s", path, ut_reason_errno (code));
  return FALSE;
}

/* Folders by descriptor */

static gboolean
is_link (int parent, const char *name) {
  struct stat info;
  return fstatat (parent, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK (info.st_mode);
}

/* Every folder from the project's to the dataset's must be one itself. -1 with an error. */
static int
open_dataset (const UtStaging *staging, GError **error) {
  g_auto (GStrv) parts = g_strsplit (staging->dir, G_DIR_SEPARATOR_S, -1);
  int folder = open (staging->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  for (char **part = parts; *part != NULL && folder >= 0; part++) {
    int above = folder;
    folder = openat (above, *part, FOLDER);
    if (folder < 0 && is_link (above, *part)) {
      ut_error_set (
          error, UT_ERROR_IO,
          _ ("%1$s/%2$s: '%3$s' is a link, and nothing is written through links; put the folder itself there"),
          staging->root, staging->dir, *part);
      close (above);
      return -1;
    }
    int code = errno;
    close (above);
    errno = code;
  }
  if (folder < 0)
    fail (staging, NULL, error);
  return folder;
}

/* Calls `each` with every name in an open folder until it says FALSE. */
static gboolean
for_each_name (int folder, gboolean (*each) (int folder, const char *name)) {
  int copy = openat (folder, ".", FOLDER);
  DIR *dir = copy >= 0 ? fdopendir (copy) : NULL;
  if (dir == NULL) {
    if (copy >= 0)
      close (copy);
    return FALSE;
  }
  gboolean fine = TRUE;
  for (const struct dirent *entry; fine && (entry = readdir (dir)) != NULL;)
    fine = strcmp (entry->d_name, ".") == 0 || strcmp (entry->d_name, "..") == 0 || each (folder, entry->d_name);
  closedir (dir);
  return fine;
}

static gboolean
is_file (int folder, const char *name) {
  struct stat info;
  return fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (info.st_mode);
}

static gboolean
remove_file (int folder, const char *name) {
  return unlinkat (folder, name, 0) == 0;
}

/* An unfinished folder of ours holds files and nothing else; what is something else is somebody's, and stays. */
static gboolean
clear_left (int dataset, const char *name) {
  gsize n = strlen (UNFINISHED);
  if (strncmp (name, UNFINISHED, n) != 0 || (name[n] != '\0' && name[n] != '-'))
    return TRUE;
  int left = openat (dataset, name, FOLDER);
  if (left < 0)
    return TRUE;
  if (for_each_name (left, is_file) && for_each_name (left, remove_file))
    unlinkat (dataset, name, AT_REMOVEDIR);
  close (left);
  return TRUE;
}

/* Opening and closing */

static gboolean
lock (const UtStaging *staging, GError **error) {
  while (flock (staging->dataset, LOCK_EX) != 0)
    if (errno != EINTR)
      return fail (staging, NULL, error);
  return TRUE;
}

UtStaging *
ut_staging_open (const char *root, const char *dir, GError **error) {
  g_autoptr (UtStaging) staging = g_new0 (UtStaging, 1);
  staging->root = g_strdup (root);
  staging->dir = g_strdup (dir);
  staging->folder = -1;
  staging->dataset = open_dataset (staging, error);
  if (staging->dataset < 0 || !lock (staging, error))
    return NULL;
  for_each_name (staging->dataset, clear_left);
  return g_steal_pointer (&staging);
}

void
ut_staging_close (UtStaging *staging) {
  if (staging == NULL)
    return;
  if (staging->folder >= 0) {
    for_each_name (staging->folder, remove_file);
    close (staging->folder);
    unlinkat (staging->dataset, staging->name, AT_REMOVEDIR);
  }
  if (staging->dataset >= 0)
    close (staging->dataset);
  g_free (staging->name);
  g_free (staging->dir);
  g_free (staging->root);
  g_free (staging);
}

/* Writing */

/* Under a name that is free: something else that is called so neither stops us nor is touched. */
static gboolean
make_folder (UtStaging *staging, GError **error) {
  for (guint i = 0; i < MAX_TRIES; i++) {
    g_free (staging->name);
    staging->name = g_strdup_printf (UNFINISHED "-%08x", g_random_int ());
    if (mkdirat (staging->dataset, staging->name, 0777) == 0) {
      staging->folder = openat (staging->dataset, staging->name, FOLDER);
      if (staging->folder >= 0)
        return TRUE;
    }
    if (errno != EEXIST)
      break;
  }
  return fail (staging, NULL, error);
}

static gboolean
write_all (int file, const char *data, gsize size) {
  for (gsize n = 0; n < size;) {
    gssize wrote = write (file, data + n, size - n);
    if (wrote < 0 && errno != EINTR)
      return FALSE;
    n += wrote > 0 ? (gsize) wrote : 0;
  }
  return fsync (file) == 0;
}

gboolean
ut_staging_write (UtStaging *staging, const char *name, const void *data, gsize size, GError **error) {
  if (staging->folder < 0 && !make_folder (staging, error))
    return FALSE;
  int file = openat (staging->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (file < 0)
    return fail (staging, name, error);
  gboolean fine = write_all (file, data, size) || fail (staging, name, error);
  if (close (file) != 0 && fine)
    fine = fail (staging, name, error);
  return fine;
}

char *
ut_staging_path (const UtStaging *staging, const char *name) {
  return g_build_filename (staging->dir, staging->name, name, NULL);
}

static gboolean
is_taken (const UtStaging *staging, const char *name) {
  struct stat info;
  return fstatat (staging->dataset, name, &info, AT_SYMLINK_NOFOLLOW) == 0;
}

char *
ut_staging_finish (UtStaging *staging, GDateTime *now, GError **error) {
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  for (guint i = 1; i <= MAX_A_DAY; i++) {
    g_autofree char *name = i == 1 ? g_strdup (date) : g_strdup_printf ("%s.%02u", date, i);
    if (is_taken (staging, name))
      continue;
    fsync (staging->folder);
    if (renameat (staging->dataset, staging->name, staging->dataset, name) != 0) {
      fail (staging, name, error);
      return NULL;
    }
    /* From here it is a vintage, and no longer ours to clear away. */
    close (staging->folder);
    staging->folder = -1;
    /* A name is only as lasting as the folder it is written in. */
    fsync (staging->dataset);
    return g_steal_pointer (&name);
  }
  ut_error_set (error, UT_ERROR_IO, _ ("%1$s/%2$s already has %3$d vintages of %4$s"), staging->root, staging->dir,
                MAX_A_DAY, date);
  return NULL;
}
