#include <locale.h>
#include <string.h>
#include <utsyn/language.h>

#include "import/bytes/csv.h"
#include "import/bytes/decode.h"
#include "import/bytes/trim.h"

/* Records as "line:cell|cell", bad ones as "line!", one a line. */
static char *
read_all (const char *bytes, gsize n_bytes, UtFileForm *form) {
  GString *text = g_string_new (NULL);
  UtCsvRecord record;
  g_autoptr (UtCsv) csv = ut_csv_new (bytes, n_bytes, form);
  while (csv != NULL && ut_csv_next (csv, &record)) {
    g_string_append_printf (text, "%u%s", record.line, record.fault != NULL ? "!" : ":");
    for (guint i = 0; i < record.n_cells; i++)
      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", record.cells[i]);
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

static void
check (const char *bytes, const char *expected) {
  UtFileForm form;
  g_autofree char *text = read_all (bytes, strlen (bytes), &form);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_lines (void) {
  check ("a;b\n1;2\n", "1:a|b\n2:1|2\n");
  check ("a;b\r\n1;2", "1:a|b\n2:1|2\n");
  check ("\n\na;b\n\n1;2\n   \n3;4\n", "3:a|b\n5:1|2\n7:3|4\n");
  check ("a\tb\n\t\n1\t\n", "1:a|b\n2:|\n3:1|\n");
  check ("a;b\n1;x\ry\n", "1:a|b\n2:1|x y\n");
}

static void
test_title (void) {
  check ("\"T, med komma; og semikolon\"\n\n\"a\";\"b\"\n1;2\n", "3:a|b\n4:1|2\n");
  check ("\"T uten \"dobling\", her\"\n\"a\",\"b\"\n1,2\n", "2:a|b\n3:1|2\n");
  check ("\"a\";\"b\"\n1;2\n", "1:a|b\n2:1|2\n");
  check ("\"bare\"\n\"en\"\n", "1:bare\n2:en\n");
}

static void
test_separator (void) {
  check ("sep=;\na,x;b\n1,5;2\n", "2:a,x|b\n3:1,5|2\n");
  check ("SEP=\t\r\na\tb\r\n1\t2\r\n", "2:a|b\n3:1|2\n");
  check ("a, b og c;d\n1,5;2\n1,6;2\n", "1:a, b og c|d\n2:1,5|2\n3:1,6|2\n");
  check ("\"a;b\",c\n\"d;e\",2\n", "1:a;b|c\n2:d;e|2\n");
}

static void
test_quotes (void) {
  check ("a;b\n\"x \"y\" z\";1\n", "1:a|b\n2:x \"y\" z|1\n");
  check ("a;b\n\"x \"y\"\";1\n\"z\";2\n", "1:a|b\n2:x \"y\"|1\n3:z|2\n");
  check ("a;b\n\"x\ny\";1\nz;2\n", "1:a|b\n2:x y|1\n4:z|2\n");
  /* An open quote costs its own line only. */
  check ("a;b\n\"x;1\nz;2\nw;3\n", "1:a|b\n2!\n3:z|2\n4:w|3\n");
  check ("a;b\nx \"y\" z;1\n", "1:a|b\n2:x \"y\" z|1\n");
}

static void
test_faults (void) {
  UtFileForm form;
  static const char nul[] = "a;b\n1;\0x\n3;4\n";
  g_autofree char *text = read_all (nul, sizeof nul - 1, &form);
  g_assert_cmpstr (text, ==, "1:a|b\n2!\n3:3|4\n");
  /* After a mark, bytes that are no UTF-8 are a fault of their line, not another encoding. */
  check ("\xef\xbb\xbf"
         "a;b\n\xe5;1\n\xc3\xa5;2\n",
         "1:a|b\n2!\n3:å|2\n");
  g_autofree char *filler = g_strnfill (11 * 1024 * 1024, 'x');
  g_autofree char *long_line = g_strconcat ("a;b\n", filler, ";1\n3;4\n", NULL);
  check (long_line, "1:a|b\n2!\n3:3|4\n");
}

static void
check_encoding (const char *bytes, gsize n_bytes, const char *encoding, const char *expected) {
  const char *found;
  g_autoptr (GString) text = ut_decode (bytes, n_bytes, &found);
  g_assert_cmpstr (found, ==, encoding);
  g_assert_cmpstr (text->str, ==, expected);
}

#define BYTES(text) (text), sizeof (text) - 1

/* The byte after a NUL says what the file is as well as any other. */
static void
test_encoding_after_nul (void) {
  const char *found;
  g_autoptr (GString) text = ut_decode (BYTES ("kommune;tal\nSkien\0\xe5;1\n"), &found);
  g_assert_cmpstr (found, ==, "ISO-8859-1");
  g_assert_cmpmem (text->str, text->len, "kommune;tal\nSkien\0å;1\n", 23);
}

static void
test_encodings (void) {
  check_encoding (BYTES ("abc"), "UTF-8", "abc");
  check_encoding (BYTES ("\xc3\xa5"), "UTF-8", "å");
  check_encoding (BYTES ("\xef\xbb\xbf\xc3\xa5"), "UTF-8 with BOM", "å");
  check_encoding (BYTES ("\xe5 b"), "ISO-8859-1", "å b");
  check_encoding (BYTES ("K\xe1r\x9ajohka"), "windows-1252", "Káršjohka");
  check_encoding (BYTES ("\xff\xfe"
                         "a\0\xe5\0"),
                  "UTF-16LE with BOM", "aå");
  check_encoding (BYTES ("\xfe\xff\0a\0\xe5"), "UTF-16BE with BOM", "aå");
  check_encoding (BYTES ("a\0;\0b\0\xe5\0"), "UTF-16LE", "a;bå");
  check_encoding (BYTES ("\0a\0;\0b\0\xe5"), "UTF-16BE", "a;bå");
  /* A pair of surrogates, and half of one. */
  check_encoding (BYTES ("\xff\xfe\x3d\xd8\x00\xde"
                         "a\0\x3d\xd8"),
                  "UTF-16LE with BOM", "😀a\xef\xbf\xbd");
  /* Cut in the middle of its last character. */
  check_encoding (BYTES ("\xc3\xa5;\xc3"), "UTF-8", "å;\xc3");
  check_encoding (BYTES (""), "UTF-8", "");
}

static void
test_trim (void) {
  char padded[] = "\xc2\xa0 Porsanki \xc2\xa0", inner[] = "a\r\nb", blank[] = " \t ";
  g_assert_cmpstr (ut_trim_in_place (padded), ==, "Porsanki");
  g_assert_cmpstr (ut_trim_in_place (inner), ==, "a  b");
  g_assert_cmpstr (ut_trim_in_place (blank), ==, "");
}

static void
test_empty (void) {
  UtFileForm form;
  g_assert_null (ut_csv_new ("", 0, &form));
  g_assert_null (ut_csv_new ("sep=;\n", 6, &form));
  g_assert_null (ut_csv_new ("\n \n", 3, &form));
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_test_add_func ("/import/csv/lines", test_lines);
  g_test_add_func ("/import/csv/title", test_title);
  g_test_add_func ("/import/csv/separator", test_separator);
  g_test_add_func ("/import/csv/quotes", test_quotes);
  g_test_add_func ("/import/csv/faults", test_faults);
  g_test_add_func ("/import/csv/encodings", test_encodings);
  g_test_add_func ("/import/csv/encodings-after-nul", test_encoding_after_nul);
  g_test_add_func ("/import/csv/trim", test_trim);
  g_test_add_func ("/import/csv/empty", test_empty);
  return g_test_run ();
}
