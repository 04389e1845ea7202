#include <glib/gstdio.h>
#include <string.h>

#include "base/input.h"
#include "base/input_record.h"
#include "base/pool.h"

#define N_FILES 40

static char *folder;

static char *
path_of (guint file) {
  return g_strdup_printf ("%s/%02u", folder, file);
}

static void
put (guint file, const char *text) {
  g_autofree char *path = path_of (file);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
read_file (gpointer user, guint file, guint worker) {
  g_autofree char *path = path_of (file), *bytes = NULL;
  (void) user;
  (void) worker;
  g_assert_true (ut_input_read (path, &bytes, NULL, NULL));
}

static void
check_sum (const UtInputRecord *record, guint file, const char *text) {
  g_autofree char *path = path_of (file),
                  *sum = text != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1) : NULL;
  g_assert_cmpstr (ut_input_record_find (record, path), ==, sum);
}

/* The bytes that were read, whatever lies there afterwards. */
static void
test_as_read (void) {
  g_autoptr (UtInputRecord) record = ut_input_record_new ();
  put (0, "before");
  g_assert_null (ut_input_record_use (record));
  read_file (NULL, 0, 0);
  g_assert_true (ut_input_record_use (NULL) == record);
  put (0, "after");
  check_sum (record, 0, "before");
  read_file (NULL, 0, 0); /* no record is in use */
  check_sum (record, 0, "before");
}

static void
test_read_twice (void) {
  g_autoptr (UtInputRecord) record = ut_input_record_new ();
  g_autofree char *path = path_of (0);
  ut_input_record_use (record);
  put (0, "same");
  read_file (NULL, 0, 0);
  read_file (NULL, 0, 0);
  check_sum (record, 0, "same");
  put (0, "other");
  read_file (NULL, 0, 0);
  g_assert_cmpstr (ut_input_record_find (record, path), ==, "");
  put (0, "same");
  read_file (NULL, 0, 0);
  g_assert_cmpstr (ut_input_record_find (record, path), ==, ""); /* once changed is changed */
  ut_input_record_use (NULL);
}

/* By another name it is the same file, and a name from here is one from the root. */
static void
test_names (void) {
  g_autoptr (UtInputRecord) record = ut_input_record_new ();
  g_autofree char *winding = g_strdup_printf ("%s/./x/../00", folder), *bytes = NULL, *path = path_of (0);
  g_autofree char *inner = g_strdup_printf ("%s/x", folder);
  put (0, "text");
  g_assert_cmpint (g_mkdir (inner, 0777), ==, 0);
  ut_input_record_use (record);
  g_assert_true (ut_input_read (winding, &bytes, NULL, NULL));
  ut_input_record_use (NULL);
  g_autoptr (GPtrArray) paths = ut_input_record_list (record);
  g_assert_cmpuint (paths->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (paths, 0), ==, path);
  g_rmdir (inner);
}

/* Other threads read for the one that has a record, and only for it. */
static void
test_threads (void) {
  g_autoptr (UtInputRecord) record = ut_input_record_new (), none = ut_input_record_new ();
  for (guint i = 0; i < N_FILES; i++) {
    g_autofree char *text = g_strdup_printf ("text of %u", i);
    put (i, text);
  }
  ut_input_record_use (record);
  ut_pool_run (8, N_FILES, read_file, NULL);
  ut_input_record_use (NULL);
  ut_pool_run (8, N_FILES, read_file, NULL);
  g_autoptr (GPtrArray) paths = ut_input_record_list (record), nothing = ut_input_record_list (none);
  g_assert_cmpuint (paths->len, ==, N_FILES);
  g_assert_cmpuint (nothing->len, ==, 0);
  for (guint i = 0; i < N_FILES; i++) {
    g_autofree char *text = g_strdup_printf ("text of %u", i), *path = path_of (i);
    check_sum (record, i, text);
    g_assert_cmpstr (g_ptr_array_index (paths, i), ==, path);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("utsyn-record-XXXXXX", NULL);
  g_test_add_func ("/base/input-record/as-read", test_as_read);
  g_test_add_func ("/base/input-record/read-twice", test_read_twice);
  g_test_add_func ("/base/input-record/names", test_names);
  g_test_add_func ("/base/input-record/threads", test_threads);
  int status = g_test_run ();
  for (guint i = 0; i < N_FILES; i++) {
    g_autofree char *path = path_of (i);
    g_unlink (path);
  }
  g_rmdir (folder);
  g_free (folder);
  return status;
}
