#include <gio/gio.h>
#include <string.h>
#include <utsyn/error.h>

static void
test_exit_codes (void) {
  static const struct {
    int code, exit_code;
  } cases[] = {
    { UT_ERROR_FINDINGS, 1 },
    { UT_ERROR_USAGE, 2 },
    { UT_ERROR_DEFINITION, 3 },
    { UT_ERROR_IO, 4 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = g_error_new_literal (UT_ERROR, cases[i].code, "x");
    g_assert_cmpint (ut_error_exit_code (error), ==, cases[i].exit_code);
  }
}

static void
test_other_domains (void) {
  g_autoptr (GError) option = g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "x");
  g_autoptr (GError) file = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "x");
  g_autoptr (GError) io = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "x");
  g_assert_cmpint (ut_error_exit_code (option), ==, UT_ERROR_USAGE);
  g_assert_cmpint (ut_error_exit_code (file), ==, UT_ERROR_IO);
  g_assert_cmpint (ut_error_exit_code (io), ==, UT_ERROR_IO);
  g_assert_cmpint (ut_error_exit_code (NULL), ==, 0);
}

static void
join (GError **error, const char *message) {
  ut_error_join (error, g_error_new_literal (UT_ERROR, UT_ERROR_DEFINITION, message));
}

static void
test_join (void) {
  g_autoptr (GError) error = NULL;
  guint n_files;
  join (NULL, "nobody asks");
  ut_error_join (&error, g_error_new_literal (UT_ERROR, UT_ERROR_IO, "a.yaml: cannot be read"));
  g_assert_cmpuint (ut_error_count (error, &n_files), ==, 1);
  g_assert_cmpuint (n_files, ==, 1);
  join (&error, "b.yaml:1:2: wrong");
  join (&error, "b.yaml:3:1: wrong");
  g_assert_error (error, UT_ERROR, UT_ERROR_IO);
  g_assert_cmpstr (error->message, ==, "a.yaml: cannot be read\nb.yaml:1:2: wrong\nb.yaml:3:1: wrong");
  g_assert_cmpuint (ut_error_count (error, &n_files), ==, 3);
  g_assert_cmpuint (n_files, ==, 2);
}

/* A file of nothing but faults is not reported to its end. */
static void
test_join_many (void) {
  g_autoptr (GError) error = NULL;
  guint n_files;
  for (guint i = 0; i < 100; i++)
    join (&error, "a.yaml:1:1: wrong");
  g_assert_cmpuint (ut_error_count (error, &n_files), ==, 100);
  for (guint i = 0; i < 5000; i++)
    join (&error, "a.yaml:1:1: wrong");
  g_assert_cmpuint (strlen (error->message), <, 100 * strlen ("a.yaml:1:1: wrong\n") + 40);
  g_assert_cmpuint (ut_error_count (error, &n_files), ==, 0);
}

/* A name with a line break is a name, and no message of ours. */
static void
test_one_line (void) {
  g_autoptr (GError) error = NULL,
                     other = ut_error_new (UT_ERROR_USAGE, "'%s' is no place", "Vinje\nutsyn: 0 findings");
  ut_error_set (&error, UT_ERROR_DEFINITION, "%s:%u: wrong", "a\tb\r.csv", 3);
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_assert_cmpstr (error->message, ==, "a\\u0009b\\u000d.csv:3: wrong");
  g_assert_cmpstr (other->message, ==, "'Vinje\\u000autsyn: 0 findings' is no place");
  ut_error_set (NULL, UT_ERROR_IO, "nobody asks");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/error/exit-codes", test_exit_codes);
  g_test_add_func ("/base/error/other-domains", test_other_domains);
  g_test_add_func ("/base/error/one-line", test_one_line);
  g_test_add_func ("/base/error/join", test_join);
  g_test_add_func ("/base/error/join-many", test_join_many);
  return g_test_run ();
}
