#include <gio/gio.h>
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

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/exit-codes", test_exit_codes);
  g_test_add_func ("/error/other-domains", test_other_domains);
  return g_test_run ();
}
