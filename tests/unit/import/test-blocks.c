#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/language.h>

#include "base/input_record.h"
#include "import/bytes/blocks.h"

#define READ_BYTES (512 * 1024) /* at a time, by blocks.c */

static char *folder, *path;

/* Every block of a file of these bytes, "#n" where line n is too long; each begins on the line it says. */
static char *
read_all (const GString *bytes, gsize n_head, UtBytes kind, const char *encoding) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  UtBlock block = { 0 };
  guint line = 1;
  g_assert_true (g_file_set_contents (path, bytes->str, (gssize) bytes->len, NULL));
  g_autoptr (UtInputRecord) record = ut_input_record_new ();
  ut_input_record_use (record);
  UtBlocks *blocks = ut_blocks_open (path, "a.csv", bytes->str, MIN (n_head, bytes->len), &error);
  ut_input_record_use (NULL);
  g_assert_no_error (error);
  g_assert_cmpint (ut_blocks_kind (blocks), ==, kind);
  g_assert_cmpstr (ut_blocks_encoding (blocks), ==, encoding);
  while (ut_blocks_next (blocks, &block)) {
    g_assert_cmpuint (block.first_line, ==, line);
    if (block.too_long) {
      g_string_append_printf (text, "#%u\n", line++);
      continue;
    }
    g_assert_cmpuint (block.length, >, 0);
    g_assert_cmpint (block.text[block.length - 1], ==, '\n');
    for (gsize i = 0; i < block.length; i++)
      line += block.text[i] == '\n';
    g_string_append_len (text, block.text, (gssize) block.length);
  }
  g_assert_true (ut_blocks_check (blocks, &error));
  g_assert_false (ut_blocks_next (blocks, &block));
  ut_block_clear (&block);
  ut_blocks_free (blocks);
  /* However it is cut and decoded, every byte went into the checksum once. */
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes->str, bytes->len);
  g_assert_cmpstr (ut_input_record_find (record, path), ==, sum);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check (const GString *bytes, gsize n_head, UtBytes kind, const char *encoding, const char *expected) {
  g_autofree char *text = read_all (bytes, n_head, kind, encoding);
  if (strlen (text) < 1000)
    g_assert_cmpstr (text, ==, expected);
  g_assert_true (strcmp (text, expected) == 0);
}

static void
check_short (const char *text, gsize length, UtBytes kind, const char *encoding, const char *expected) {
  g_autoptr (GString) bytes = g_string_new_len (text, (gssize) length);
  check (bytes, length, kind, encoding, expected);
}

#define BYTES(text) (text), sizeof (text) - 1

static void
test_short (void) {
  check_short (BYTES (""), UT_BYTES_UTF8, "UTF-8", "");
  check_short (BYTES ("a"), UT_BYTES_UTF8, "UTF-8", "a\n");
  check_short (BYTES ("\n"), UT_BYTES_UTF8, "UTF-8", "\n");
  check_short (BYTES ("a\r\n\nb"), UT_BYTES_UTF8, "UTF-8", "a\r\n\nb\n");
  check_short (BYTES ("\xef\xbb\xbf"), UT_BYTES_UTF8, "UTF-8 with BOM", "");
  check_short (BYTES ("\xef\xbb\xbf\xc3\xa5"), UT_BYTES_UTF8, "UTF-8 with BOM", "å\n");
  check_short (BYTES ("\xe5 b\n"), UT_BYTES_SINGLE, "ISO-8859-1", "\xe5 b\n");
  check_short (BYTES ("\xff\xfe"), UT_BYTES_UTF8, "UTF-16LE with BOM", "");
  check_short (BYTES ("\xff\xfe"
                      "a\0\xe5\0\n\0b\0"),
               UT_BYTES_UTF8, "UTF-16LE with BOM", "aå\nb\n");
  check_short (BYTES ("\0a\0;\0b\0\n\0\xe5"), UT_BYTES_UTF8, "UTF-16BE", "a;b\nå\n");
  /* Half a pair, and half a character, at the end of the file. */
  check_short (BYTES ("\xff\xfe"
                      "a\0\x3d\xd8"),
               UT_BYTES_UTF8, "UTF-16LE with BOM", "a\xef\xbf\xbd\n");
  check_short (BYTES ("\xff\xfe"
                      "a\0b"),
               UT_BYTES_UTF8, "UTF-16LE with BOM", "a\n");
}

static GString *
fill (gsize n_bytes) {
  GString *bytes = g_string_sized_new (n_bytes + 100);
  for (guint i = 0; bytes->len < n_bytes; i++)
    g_string_append_printf (bytes, "%u;x\n", i);
  g_string_set_size (bytes, n_bytes);
  return bytes;
}

/* Lines over the ends of blocks, of every kind. */
static void
test_long_files (void) {
  for (gsize n = READ_BYTES - 2; n <= READ_BYTES + 2; n++) {
    g_autoptr (GString) bytes = fill (n);
    g_autofree char *expected = g_strconcat (bytes->str, bytes->str[n - 1] == '\n' ? "" : "\n", NULL);
    check (bytes, 100, UT_BYTES_UTF8, "UTF-8", expected);
  }
  g_autoptr (GString) bytes = fill (3 * READ_BYTES);
  g_string_append (bytes, "\xe5\n");
  check (bytes, 100, UT_BYTES_SINGLE, "ISO-8859-1", bytes->str);
}

/* A pair of surrogates with the end of a block between its halves. */
static void
test_pairs (void) {
  for (guint before = READ_BYTES / 2 - 3; before < READ_BYTES / 2 + 2; before++) {
    g_autoptr (GString) bytes = g_string_new_len (BYTES ("\xff\xfe"));
    g_autoptr (GString) expected = g_string_new (NULL);
    for (guint i = 0; i < before; i++)
      g_string_append_len (bytes, i % 1000 == 0 ? "\n" : "x", 2);
    for (guint i = 0; i < before; i++)
      g_string_append_c (expected, i % 1000 == 0 ? '\n' : 'x');
    g_string_append_len (bytes, BYTES ("\x34\xd8\x1e\xdd\xe5\0"));
    g_string_append (expected, "𝄞å\n");
    check (bytes, 1000, UT_BYTES_UTF8, "UTF-16LE with BOM", expected->str);
  }
}

/* The head is plain ASCII: what comes far behind says what the file is, wherever it stands. */
static void
check_far (const char *tail, UtBytes kind, const char *encoding) {
  static const gsize n_head = 1000;
  for (gsize n = n_head + READ_BYTES - 4; n <= n_head + READ_BYTES + 1; n++) {
    g_autoptr (GString) bytes = fill (n);
    g_string_append (bytes, tail);
    g_string_append_c (bytes, '\n');
    check (bytes, n_head, kind, encoding, bytes->str);
  }
}

static void
test_far_behind (void) {
  check_far ("æ", UT_BYTES_UTF8, "UTF-8");
  check_far ("𝄞", UT_BYTES_UTF8, "UTF-8");
  check_far ("\xef\xbb\xbf", UT_BYTES_UTF8, "UTF-8");
  check_far ("\xe6 x", UT_BYTES_SINGLE, "ISO-8859-1");
  check_far ("\xff\xfe", UT_BYTES_SINGLE, "ISO-8859-1");
  check_far ("\x9a", UT_BYTES_SINGLE, "windows-1252");
}

/* A line longer than is read is passed over, and nothing else. */
static void
test_long_lines (void) {
  g_autofree char *long_line = g_strnfill (UT_MAX_LINE_BYTES + 2 * READ_BYTES, 'x');
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_string_append_printf (bytes, "a\n%s\nb\nc\n%s\n%s\nd", long_line, long_line, long_line);
  check (bytes, 100, UT_BYTES_UTF8, "UTF-8", "a\n#2\nb\nc\n#5\n#6\nd\n");
  g_string_assign (bytes, long_line);
  check (bytes, 100, UT_BYTES_UTF8, "UTF-8", "#1\n");
  g_string_append (bytes, "\n");
  check (bytes, 100, UT_BYTES_UTF8, "UTF-8", "#1\n");
  g_string_truncate (bytes, UT_MAX_LINE_BYTES);
  g_autofree char *expected = g_strconcat (bytes->str, "\n", NULL);
  check (bytes, 100, UT_BYTES_UTF8, "UTF-8", expected);
}

/* What was told of the head would not be true of what comes now. */
static void
test_changed_meanwhile (void) {
  g_autoptr (GError) error = NULL;
  g_assert_true (g_file_set_contents (path, "a;b\n1;3\n", -1, NULL));
  g_assert_null (ut_blocks_open (path, "a.csv", BYTES ("a;b\n1;2\n"), &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, "a.csv: "));
}

/* Nothing is noted of a file that was left half-way. */
static void
test_half_read (void) {
  g_autoptr (GString) bytes = g_string_new ("a;b\n");
  while (bytes->len < 3 * READ_BYTES)
    g_string_append (bytes, "1;2\n");
  g_assert_true (g_file_set_contents (path, bytes->str, (gssize) bytes->len, NULL));
  g_autoptr (UtInputRecord) record = ut_input_record_new ();
  ut_input_record_use (record);
  UtBlocks *blocks = ut_blocks_open (path, "a.csv", bytes->str, 4, NULL);
  ut_input_record_use (NULL);
  UtBlock block = { 0 };
  g_assert_true (ut_blocks_next (blocks, &block));
  ut_block_clear (&block);
  ut_blocks_free (blocks);
  g_assert_null (ut_input_record_find (record, path));
}

static void
test_no_file (void) {
  g_autoptr (GError) error = NULL;
  g_assert_null (ut_blocks_open ("/nowhere/a.csv", "a.csv", "", 0, &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (ut_blocks_open (folder, "a.csv", "", 0, &error));
  g_assert_error (error, UT_ERROR, UT_ERROR_IO);
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  folder = g_dir_make_tmp ("utsyn-blocks-XXXXXX", NULL);
  path = g_build_filename (folder, "a.csv", NULL);
  g_test_add_func ("/import/blocks/short", test_short);
  g_test_add_func ("/import/blocks/long-files", test_long_files);
  g_test_add_func ("/import/blocks/pairs", test_pairs);
  g_test_add_func ("/import/blocks/far-behind", test_far_behind);
  g_test_add_func ("/import/blocks/long-lines", test_long_lines);
  g_test_add_func ("/import/blocks/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/import/blocks/half-read", test_half_read);
  g_test_add_func ("/import/blocks/no-file", test_no_file);
  int status = g_test_run ();
  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
  g_free (folder);
  return status;
}
