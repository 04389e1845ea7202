#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/input_record.h"
#include <utsyn/error.h>

#define LEAST_ROOM (64 * 1024)

static void
fail (int code, GError **error) {
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
}

static gboolean
check_kind (const struct stat *info, GError **error) {
  if (S_ISDIR (info->st_mode))
    fail (EISDIR, error);
  else if (!S_ISREG (info->st_mode))
    g_set_error_literal (error, UT_ERROR, UT_ERROR_IO,
                         _ ("this is no ordinary file but a pipe, a device or a socket; name the file itself"));
  return S_ISREG (info->st_mode);
}

int
ut_input_open (const char *path, GError **error) {
  struct stat info;
  /* Asked before it is opened too: to open a device may already do something. */
  if (stat (path, &info) != 0) {
    fail (errno, error);
    return -1;
  }
  if (!check_kind (&info, error))
    return -1;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0 || fstat (file, &info) != 0)
    fail (errno, error);
  else if (check_kind (&info, error))
    return file;
  if (file >= 0)
    close (file);
  return -1;
}

FILE *
ut_input_stream (const char *path, GError **error) {
  int file = ut_input_open (path, error);
  FILE *stream = file >= 0 ? fdopen (file, "rb") : NULL;
  if (file >= 0 && stream == NULL) {
    fail (errno, error);
    close (file);
  }
  return stream;
}

/* As far as the file goes, whatever its size was said to be: one byte of room is left over to see its end. */
static char *
read_all (int file, gsize expected, gsize *n_bytes, GError **error) {
  gsize room = expected + 1, n = 0;
  g_autofree char *bytes = g_try_malloc (room + 1);
  while (bytes != NULL) {
    gssize got = read (file, bytes + n, room - n);
    if (got == 0) {
      bytes[n] = '\0';
      *n_bytes = n;
      return g_steal_pointer (&bytes);
    }
    if (got < 0 && errno != EINTR) {
      fail (errno, error);
      return NULL;
    }
    n += got > 0 ? (gsize) got : 0;
    if (n < room)
      continue;
    room = MAX (2 * room, LEAST_ROOM);
    char *more = g_try_realloc (bytes, room + 1);
    if (more == NULL)
      break;
    bytes = more;
  }
  fail (ENOMEM, error);
  return NULL;
}

gboolean
ut_input_read (const char *path, char **bytes, gsize *n_bytes, GError **error) {
  struct stat info;
  gsize n = 0;
  int file = ut_input_open (path, error);
  if (file < 0)
    return FALSE;
  *bytes = read_all (file, fstat (file, &info) == 0 ? (gsize) info.st_size : 0, &n, error);
  close (file);
  if (*bytes != NULL)
    ut_input_record_add (path, *bytes, n);
  if (n_bytes != NULL)
    *n_bytes = n;
  return *bytes != NULL;
}

GMappedFile *
ut_input_map (const char *path, GError **error) {
  int file = ut_input_open (path, error);
  GMappedFile *map = file >= 0 ? g_mapped_file_new_from_fd (file, FALSE, error) : NULL;
  if (file >= 0)
    close (file);
  return map;
}
