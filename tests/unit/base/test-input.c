#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utsyn/error.h>
#include <utsyn/language.h>

#include "base/input.h"

static char *folder;

static char *
in_folder (const char *name) {
  return g_build_filename (folder, name, NULL);
}

/* Every way of opening refuses it at once: this test would wait for ever otherwise. */
static void
check_refused (const char *path, GQuark domain, int code, const char *says) {
  g_autoptr (GError) opened = NULL, streamed = NULL, read = NULL, mapped = NULL;
  char *bytes = NULL;
  g_assert_cmpint (ut_input_open (path, &opened), ==, -1);
  g_assert_null (ut_input_stream (path, &streamed));
  g_assert_false (ut_input_read (path, &bytes, NULL, &read));
  g_assert_null (bytes);
  g_assert_null (ut_input_map (path, &mapped));
  const GError *const all[] = { opened, streamed, read, mapped };
  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    g_assert_error (all[i], domain, code);
    if (says != NULL)
      g_assert_nonnull (strstr (all[i]->message, says));
  }
}

static void
test_ordinary (void) {
  g_autofree char *path = in_folder ("file"), *link = in_folder ("link");
  g_autofree char *bytes = NULL, *empty = NULL, *proc = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes = 0;
  g_assert_true (g_file_set_contents (path, "a\0b", 3, NULL));
  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_assert_true (ut_input_read (link, &bytes, &n_bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (bytes, n_bytes + 1, "a\0b", 4);
  g_autoptr (GMappedFile) map = ut_input_map (link, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_mapped_file_get_length (map), ==, 3);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_true (ut_input_read (path, &empty, &n_bytes, &error));
  g_assert_cmpuint (n_bytes, ==, 0);
  g_assert_cmpstr (empty, ==, "");
  /* A file that does not know its size. */
  g_assert_true (ut_input_read ("/proc/self/status", &proc, &n_bytes, &error));
  g_assert_cmpuint (n_bytes, ==, strlen (proc));
  g_assert_cmpuint (n_bytes, >, 100);
}

static void
test_grown (void) {
  g_autofree char *path = in_folder ("large"), *bytes = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n_bytes;
  for (guint i = 0; text->len < 300000; i++)
    g_string_append_printf (text, "%u;", i);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  g_assert_true (ut_input_read (path, &bytes, &n_bytes, NULL));
  g_assert_cmpmem (bytes, n_bytes, text->str, text->len);
}

static void
test_pipe (void) {
  g_autofree char *path = in_folder ("pipe"), *link = in_folder ("link-to-pipe");
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_cmpint (symlink ("pipe", link), ==, 0);
  check_refused (path, UT_ERROR, UT_ERROR_IO, "no ordinary file");
  check_refused (link, UT_ERROR, UT_ERROR_IO, "no ordinary file");
}

static void
test_device (void) {
  check_refused ("/dev/zero", UT_ERROR, UT_ERROR_IO, "no ordinary file");
  check_refused ("/dev/null", UT_ERROR, UT_ERROR_IO, "no ordinary file");
}

static void
test_socket (void) {
  g_autofree char *path = in_folder ("socket");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int end = socket (AF_UNIX, SOCK_STREAM, 0);
  g_assert_cmpuint (g_strlcpy (address.sun_path, path, sizeof address.sun_path), <, sizeof address.sun_path);
  g_assert_cmpint (bind (end, (const struct sockaddr *) &address, sizeof address), ==, 0);
  check_refused (path, UT_ERROR, UT_ERROR_IO, "no ordinary file");
  close (end);
}

static void
test_folder (void) {
  check_refused (folder, G_FILE_ERROR, G_FILE_ERROR_ISDIR, NULL);
}

static void
test_absent (void) {
  g_autofree char *path = in_folder ("absent"), *link = in_folder ("dangling");
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  check_refused (path, G_FILE_ERROR, G_FILE_ERROR_NOENT, NULL);
  check_refused (link, G_FILE_ERROR, G_FILE_ERROR_NOENT, NULL);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  folder = g_dir_make_tmp ("utsyn-input-XXXXXX", NULL);
  g_test_add_func ("/base/input/ordinary", test_ordinary);
  g_test_add_func ("/base/input/grown", test_grown);
  g_test_add_func ("/base/input/pipe", test_pipe);
  g_test_add_func ("/base/input/device", test_device);
  g_test_add_func ("/base/input/socket", test_socket);
  g_test_add_func ("/base/input/folder", test_folder);
  g_test_add_func ("/base/input/absent", test_absent);
  int failed = g_test_run ();
  static const char *const names[] = { "file", "link", "large", "pipe", "link-to-pipe", "socket", "dangling" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = in_folder (names[i]);
    g_unlink (path);
  }
  g_rmdir (folder);
  g_free (folder);
  return failed;
}
