#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/language.h>

#include "dump.h"

#define TABLE "STUB=\"a\";HEADING=\"b\";VALUES(\"a\")=\"x\",\"y\";VALUES(\"b\")=\"1\",\"2\";"

static const UtReadHints hints = { .shown = "x.px" };

static char *
read_bytes (const char *bytes, gsize n_bytes, GError **error) {
  g_autofree char *folder = g_dir_make_tmp ("utsyn-px-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.px", NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) n_bytes, NULL));
  char *cells = dump_cells (ut_importer_find ("px"), path, &hints, error);
  g_unlink (path);
  g_rmdir (folder);
  return cells;
}

static void
check_error (const char *text, const char *message) {
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = read_bytes (text, strlen (text), &error);
  g_assert_null (cells);
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, message));
}

static void
check_holds (const char *text, const char *part) {
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = read_bytes (text, strlen (text), &error);
  g_assert_no_error (error);
  g_test_message ("%s", cells);
  g_assert_nonnull (strstr (cells, part));
}

static void
test_errors (void) {
  check_error ("", "x.px:1: the file ends before its figures (DATA=)");
  check_error ("CHARSET=\"ANSI\";\n\n;", "x.px:3: this is no PC-Axis keyword");
  check_error ("CHARSET=\"ANSI\";\nSTUB \"a\";", "x.px:2: this is no PC-Axis keyword");
  check_error ("CHARSET=\"ANSI\";\nSTUB=\"a", "x.px:2: a quote is not closed");
  check_error ("CHARSET=\"ANSI\";\nVALUES(\"a\"", "x.px:2: the file ends where ')' was to come");
  check_error ("CHARSET=\"ANSI\";\nTIMEVAL(\"a\")=TLIST(A1,\"2000", "x.px:2: a quote is not closed");
  check_error ("CHARSET=\"ANSI\";\nDATA=1 2;", "x.px:1: neither STUB nor HEADING names a variable");
  check_error ("\nSTUB=\"a\";DATA=1 2;", "x.px:2: VALUES(\"a\") is missing");
  check_error (TABLE "\nCODES(\"b\")=\"1\";DATA=1 2;", "x.px:2: CODES(\"b\") are not as many as its VALUES");
  check_error ("STUB=\"a\",\"b\";VALUES(\"a\")=\"x\";VALUES(\"b\")=\"1\";KEYS(\"a\")=CODES;DATA=1 2;",
               "KEYS(\"b\") is missing");
}

static void
append_variables (GString *text, guint n_variables, guint n_values) {
  g_string_append (text, "STUB=");
  for (guint i = 0; i < n_variables; i++)
    g_string_append_printf (text, "%s\"v%u\"", i > 0 ? "," : "", i);
  g_string_append (text, ";\n");
  for (guint i = 0; i < n_variables; i++) {
    g_string_append_printf (text, "VALUES(\"v%u\")=", i);
    for (guint k = 0; k < n_values; k++)
      g_string_append_printf (text, "%s\"%u\"", k > 0 ? "," : "", k);
    g_string_append (text, ";\n");
  }
  g_string_append (text, "DATA=1 2 3;");
}

/* Sizes are believed only as far as there are figures. */
static void
test_sizes (void) {
  g_autoptr (GString) large = g_string_new (NULL), overflow = g_string_new (NULL), many = g_string_new (NULL);
  append_variables (large, 5, 1000);
  check_holds (large->str,
               "\n7: 0 | 0 | 0 | 0 | 2 | <3>\n7: bad: figures missing: 999999999999997 of 1000000000000000\n");
  append_variables (overflow, 7, 1000);
  check_error (overflow->str, "x.px:1: the table is too large to be counted");
  append_variables (many, 101, 1);
  check_error (many->str, "x.px:1: more variables than a table of figures can have");
  g_autofree char *label = g_strnfill (9000, 'x');
  g_autofree char *wide = g_strdup_printf ("STUB=\"a\";VALUES(\"a\")=\"%s\";DATA=1;", label);
  check_error (wide, "x.px:1: the labels of one figure are longer than 8 kB together");
}

static void
test_grammar (void) {
  check_holds (TABLE "DATA=1 2 3 4", "\n1: y | 2 | <4>\n");
  check_holds (TABLE "DATA=1,2,\t3\r\n4 ;", "\n1: y | 1 | <3>\n");
  check_holds (TABLE "data=\n\"..\" \". \n\"-\" 4;", "\n2: x | 1 | <..>\n2: x | 2 | <.>\n3: y | 1 | <->\n");
  check_holds ("stub [no] = \"a\" ; LANGUAGE=\"no\"; VALUES[no](\"a\")=\"x\"\n \"y\" , \"z\";DATA=1 2;",
               "\n2: xy | <1>\n2: z | <2>\n");
  check_holds ("STUB[en]=\"b\";STUB=\"a\";VALUES(\"a\")=\"x\";VALUES[en](\"b\")=\"y\";LANGUAGE=\"no\";DATA=1;",
               "\n1: x | <1>\n");
  check_holds ("STUB=\"\";HEADING=\"a\";VALUES(\"a\")=\"x\";DATA=1;", "\n1: x | <1>\n");
  check_holds ("NOTE=\"a;b\nSTUB=;\";STUB=\"a\";VALUES(\"a\")=\"x\";DATA=1;", "\n2: x | <1>\n");
  check_holds ("STUB=\"tid\",\"år\";VALUES(\"tid\")=\"1\";VALUES(\"år\")=\"2020\",\"2021\";"
               "TIMEVAL(\"år\")=TLIST(A1,\"2020\"-\"2021\");DATA=1 2;",
               "label tid\nlabel år (period)\n");
  check_holds ("STUB=\"a\";VALUES(\"a\")=\"x\";DATASYMBOL1=\":\";DATASYMBOLNIL=\"0\";DATASYMBOLSUM=\"...\";DATA=\"-\";",
               "\n1: x | <0>\n");
}

static void
check_encoding (const char *bytes, const char *encoding) {
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = read_bytes (bytes, strlen (bytes), &error);
  g_assert_no_error (error);
  g_test_message ("%s", cells);
  g_assert_true (g_str_has_prefix (cells, encoding));
  g_assert_nonnull (strstr (cells, ": Å | <1>\n"));
}

static void
test_encodings (void) {
  static const char rest[] = ";VALUES(\"a\")=\"%s\";DATA=1;";
  static const struct {
    const char *begin, *letter, *encoding;
  } cases[] = {
    { "CODEPAGE=\"iso-8859-1\";\nSTUB=\"a\"", "\xc3\x85", "UTF-8\n" },
    { "CODEPAGE=\"utf-8\";\nSTUB=\"a\"", "\xc5", "ISO-8859-1\n" },
    { "CODEPAGE=\"no-such-page\";\nSTUB=\"a\"", "\xc5", "ISO-8859-1\n" },
    { "CODEPAGE=\"Windows-1252\";\nSTUB=\"a\"", "\xc5", "ISO-8859-1\n" },
    { "CODEPAGE=\"iso-8859-15\";\nSTUB=\"a\"", "\xc5", "ISO-8859-15\n" },
    { "CHARSET=\"ANSI\";\nCODEPAGE = \"IBM850\";\nSTUB=\"a\"", "\x8f", "IBM850\n" },
    { "CHARSET=\"OEM\";\nSTUB=\"a\"", "\x8f", "IBM850\n" },
    { "MATRIX=\"m\";\nSTUB=\"a\"", "\x8f", "IBM850\n" },
    { "MATRIX=\"m\";\nSTUB=\"a\"", "\xc5", "ISO-8859-1\n" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) halves = g_strsplit (rest, "%s", 2);
    g_autofree char *bytes = g_strconcat (cases[i].begin, halves[0], cases[i].letter, halves[1], NULL);
    check_encoding (bytes, cases[i].encoding);
  }
}

/* NUL, broken UTF-8 after a mark, parentheses without end. */
static void
test_hostile (void) {
  static const char nul[] = "STUB=\"a\";VALUES(\"a\")=\"x\0y\";DATA=1 \0 2;";
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = read_bytes (nul, sizeof nul - 1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (cells, "<1>\n"));
  static const char broken[] = "\xef\xbb\xbfSTUB=\"a\";VALUES(\"a\")=\"\xe6\";DATA=\xff;";
  g_autofree char *mended = read_bytes (broken, sizeof broken - 1, &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (mended, -1, NULL));
  g_autofree char *open = g_strnfill (1000000, '(');
  g_autofree char *deep = g_strconcat ("TIMEVAL(\"a\")=", open, NULL);
  check_error (deep, "x.px:1: the file ends where ';' was to come");
  g_autofree char *commas = g_strnfill (1000000, ',');
  g_autofree char *empty = g_strconcat ("STUB=\"a\";VALUES(\"a\")=", commas, ";DATA=", commas, NULL);
  check_error (empty, "VALUES(\"a\") is missing");
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_test_add_func ("/import/px/errors", test_errors);
  g_test_add_func ("/import/px/sizes", test_sizes);
  g_test_add_func ("/import/px/grammar", test_grammar);
  g_test_add_func ("/import/px/encodings", test_encodings);
  g_test_add_func ("/import/px/hostile", test_hostile);
  return g_test_run ();
}
