/* What no honest source sends: every format answers with rows, bad rows or an error, soon and in little memory. */
#include <locale.h>
#include <string.h>
#include <utsyn/import.h>
#include <utsyn/language.h>

#include "hostile.h"

#define FIXTURES "tests/import/fixtures"

static void
read_text (const UtImporter *importer, const GString *text) {
  hostile_read_bytes (importer, text->str, text->len);
}

/* Appends a piece so many times. */
static void
repeat_bytes (GString *text, const char *piece, gsize n_bytes, gsize n) {
  gsize start = text->len;
  g_string_set_size (text, start + n * n_bytes);
  for (gsize i = 0; i < n; i++)
    memcpy (text->str + start + i * n_bytes, piece, n_bytes);
}

static void
repeat (GString *text, const char *piece, gsize n) {
  repeat_bytes (text, piece, strlen (piece), n);
}

static void
test_small (gconstpointer importer) {
  static const struct {
    const char *bytes;
    gsize n_bytes;
  } files[] = { { "", 0 },
                { "a", 1 },
                { "\n", 1 },
                { "{", 1 },
                { "\"", 1 },
                { "\xff", 1 },
                { "\xef\xbb\xbf", 3 },
                { "\xff\xfe", 2 },
                { "\xfe\xff", 2 },
                { "\0", 1 },
                { ";", 1 },
                { "\xff\xfe\n", 3 },
                { "sep=", 4 },
                { "sep=;", 5 },
                { "\xff\xfe\x3d\xd8", 4 },
                { "[]", 2 },
                { "{}", 2 },
                { "null", 4 },
                { "PK\3\4", 4 },
                { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 } };
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    hostile_read_bytes (importer, files[i].bytes, files[i].n_bytes);
  g_autofree char *nothing = g_malloc0 (100000);
  hostile_read_bytes (importer, nothing, 1000);
  hostile_read_bytes (importer, nothing, 100000);
}

static void
test_random (gconstpointer importer) {
  enum { N = 64 * 1024 };
  g_autofree char *bytes = g_malloc (N);
  for (guint round = 0; round < 3; round++) {
    for (gsize i = 0; i < N; i++)
      bytes[i] = (char) g_test_rand_int_range (0, round < 2 ? 256 : 128);
    hostile_read_bytes (importer, bytes, N);
  }
}

/* Each of a format's files, spoilt in several ways */

static GString *
as_utf16 (const char *bytes, gsize n_bytes, gboolean big_endian) {
  GString *text = g_string_new_len (big_endian ? "\xfe\xff" : "\xff\xfe", 2);
  g_string_set_size (text, 2 + 2 * n_bytes);
  memset (text->str + 2, 0, 2 * n_bytes);
  for (gsize i = 0; i < n_bytes; i++)
    text->str[2 + 2 * i + (big_endian ? 1 : 0)] = bytes[i];
  return text;
}

/* In two bytes a character; cut within one, and with half of a pair in it. */
static void
widen (const UtImporter *importer, const char *bytes, gsize n_bytes) {
  for (int big_endian = FALSE; big_endian <= TRUE; big_endian++) {
    g_autoptr (GString) wide = as_utf16 (bytes, n_bytes, big_endian);
    read_text (importer, wide);
    hostile_read_bytes (importer, wide->str, wide->len - 1);
    for (guint i = 0; i < 3; i++)
      wide->str[2 + 2 * g_test_rand_int_range (0, (gint32) n_bytes) + (big_endian ? 0 : 1)] = (char) (0xd8 + 2 * i);
    read_text (importer, wide);
  }
}

static void
cut (const UtImporter *importer, const char *bytes, gsize n_bytes) {
  for (gsize n = 0; n < n_bytes; n += 64)
    hostile_read_bytes (importer, bytes, n);
}

static void
spoil (const UtImporter *importer, const char *bytes, gsize n_bytes) {
  cut (importer, bytes, n_bytes);
  widen (importer, bytes, n_bytes);
  g_autoptr (GString) flipped = g_string_new_len (bytes, (gssize) n_bytes);
  for (gsize i = 0; i < n_bytes; i++)
    flipped->str[i] = (char) (bytes[i] ^ (g_ascii_isalpha (bytes[i]) ? 0x80 : 0));
  read_text (importer, flipped);
  for (guint round = 0; round < 8; round++) {
    g_autoptr (GString) holed = g_string_new_len (bytes, (gssize) n_bytes);
    for (guint i = 0; i <= round * round; i++)
      holed->str[g_test_rand_int_range (0, (gint32) n_bytes)]
          = round % 2 == 0 ? '\0' : (char) g_test_rand_int_range (0, 256);
    read_text (importer, holed);
  }
}

/* Repeated until a line is longer than any is read. */
static void
lengthen (const UtImporter *importer, const char *bytes, gsize n_bytes) {
  g_autoptr (GString) one = g_string_new_len (bytes, (gssize) n_bytes);
  for (gsize i = 0; i < n_bytes; i++)
    if (bytes[i] == '\n' || bytes[i] == '\r')
      one->str[i] = ' ';
  g_autoptr (GString) joined = g_string_new_len (bytes, (gssize) n_bytes);
  repeat_bytes (joined, one->str, one->len, 11 * 1024 * 1024 / n_bytes);
  read_text (importer, joined);
}

static void
test_fixtures (gconstpointer data) {
  const UtImporter *importer = data;
  g_autofree char *fixtures = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), FIXTURES, importer->name, NULL);
  g_autoptr (GDir) dir = g_dir_open (fixtures, 0, NULL);
  const char *name;
  gboolean lengthened = FALSE;
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (fixtures, name, NULL), *bytes = NULL;
    gsize n_bytes;
    if (g_str_has_suffix (name, ".cells"))
      continue;
    g_test_message ("%s", name);
    g_assert_true (g_file_get_contents (file, &bytes, &n_bytes, NULL));
    spoil (importer, bytes, n_bytes);
    if (!lengthened)
      lengthen (importer, bytes, n_bytes);
    lengthened = TRUE;
  }
}

static void
test_wide (gconstpointer importer) {
  g_autoptr (GString) text = g_string_new ("\"region\"");
  repeat (text, ";\"a 2020\"", 1000000);
  g_string_append (text, "\n\"0301 Oslo\"");
  repeat (text, ";1", 1000000);
  read_text (importer, text);
  g_string_assign (text, "\"region\"");
  repeat (text, ";\"a\"", 20000);
  repeat (text, "\n\"0301 Oslo\";1;2;3", 3);
  read_text (importer, text);
}

/* A heading over as many columns as a sheet has, which could each repeat it. */
static void
test_long_headings (gconstpointer importer) {
  g_autoptr (GString) text = g_string_new ("region");
  for (guint row = 0; row < 2; row++) {
    g_string_append (text, ";Tid: ");
    repeat (text, "lang ", 20000);
    repeat (text, ";", 15000);
    g_string_append (text, "\nkode");
  }
  repeat (text, ";Kjønn: a", 15000);
  g_string_append (text, "\n0301 Oslo");
  repeat (text, ";1", 15000);
  read_text (importer, text);
}

static void
test_many_rows (gconstpointer importer) {
  g_autoptr (GString) text = g_string_new ("\"region\";\"2020\"\n");
  repeat (text, "a;1\n", 300000);
  read_text (importer, text);
  g_string_assign (text, "\"region\";\"2020\"\n");
  repeat (text, "\"a;1\n", 20000);
  read_text (importer, text);
}

static void
test_deep (gconstpointer importer) {
  static const char *const pieces[] = { "[", "{\"a\":", "[{\"a\":[", "{\"dataset\":" };
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    repeat (text, pieces[i], 100000);
    read_text (importer, text);
  }
}

static void
test_absurd_sizes (gconstpointer importer) {
  static const char *const files[] = {
    "{\"class\":\"dataset\",\"version\":\"2.0\",\"id\":[\"a\",\"b\",\"c\"],\"size\":[100000,100000,100000],"
    "\"dimension\":{\"a\":{\"category\":{\"index\":[\"x\"]}},\"b\":{\"category\":{\"index\":[\"x\"]}},"
    "\"c\":{\"category\":{\"index\":[\"x\"]}}},\"value\":[1]}",
    "{\"class\":\"dataset\",\"version\":\"2.0\",\"id\":[\"a\"],\"size\":[9223372036854775807],"
    "\"dimension\":{\"a\":{\"category\":{\"index\":{\"x\":9223372036854775807}}}},\"value\":{\"4294967296\":1}}",
    "{\"class\":\"dataset\",\"version\":\"2.0\",\"id\":[\"a\"],\"size\":[-1],"
    "\"dimension\":{\"a\":{\"category\":{\"index\":{\"x\":-1}}}},\"value\":[1e999,null]}",
    "CHARSET=\"ANSI\";\nMATRIX=\"a\";\nSTUB=\"a\";\nHEADING=\"b\";\nVALUES(\"a\")=\"x\";\nVALUES(\"b\")=\"y\";\n"
    "DECIMALS=99999999999999999999;\nDATA=\n1 2 3 4 5 6 7 8;\n",
    "CHARSET=\"ANSI\";\nMATRIX=\"a\";\nSTUB=\"a\",\"b\",\"c\",\"d\",\"e\",\"f\";\nVALUES(\"a\")=\"x\";\nDATA=\n1;\n",
    "CHARSET=\"ANSI\";\nMATRIX=\"a\";\nSTUB=\"a\";\nTIMEVAL(\"a\")=TLIST(A1,\"0000\"-\"999999999\");\n"
    "VALUES(\"a\")=\"x\";\nDATA=\n1;\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    hostile_read_bytes (importer, files[i], strlen (files[i]));
  /* A cube of few labels and a thousand million cells. */
  g_autoptr (GString) px = g_string_new ("CHARSET=\"ANSI\";\nMATRIX=\"a\";\nSTUB=\"a\",\"b\",\"c\";\nHEADING=\"d\";\n");
  for (char name = 'a'; name <= 'd'; name++) {
    g_string_append_printf (px, "VALUES(\"%c\")=\"0\"", name);
    for (guint i = 1; i < 200; i++)
      g_string_append_printf (px, ",\"%u\"", i);
    g_string_append (px, ";\n");
  }
  g_string_append (px, "DATA=\n1 2 3;\n");
  read_text (importer, px);
}

static const struct {
  const char *name;
  GTestDataFunc run;
} tests[] = { { "small", test_small },
              { "random", test_random },
              { "fixtures", test_fixtures },
              { "wide", test_wide },
              { "long-headings", test_long_headings },
              { "many-rows", test_many_rows },
              { "deep", test_deep },
              { "absurd", test_absurd_sizes } };

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  hostile_begin ();
  /* With an argument, every fourth format from that one on: so they can be tested side by side. */
  guint first = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0, step = argc > 1 ? 4 : 1;
  for (guint k = first; k < ut_importers_count (); k += step)
    for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
      g_autofree char *name = g_strdup_printf ("/import/hostile/%s/%s", ut_importer_table[k].name, tests[i].name);
      g_test_add_data_func (name, &ut_importer_table[k], tests[i].run);
    }
  int status = g_test_run ();
  hostile_end ();
  return status;
}
