/* Workbooks made to fill the memory, or to be read for ever: each is refused, and says why. */
#include <locale.h>
#include <string.h>
#include <utsyn/error.h>
#include <utsyn/language.h>
#include <zip.h>

#include "hostile.h"

#define WORKBOOK "<workbook><sheets>%s</sheets></workbook>"
#define SHEET    "<sheet name=\"a\" sheetId=\"1\" id=\"r1\"/>"
#define RELATION "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
#define ROWS                                                                                                           \
  "<row><c t=\"str\"><v>region</v></c><c><v>2024</v></c></row><row><c t=\"str\"><v>0301 "                              \
  "Oslo</v></c><c><v>1</v></c></row>"

/* A part that is a beginning, a piece many times over, and an end; so that it need not be made whole. */
typedef struct {
  const char *start, *piece, *end;
  gsize n;
  gsize at; /* of the whole */
} Bomb;

static gsize
count_bytes (const Bomb *bomb) {
  return strlen (bomb->start) + bomb->n * strlen (bomb->piece) + strlen (bomb->end);
}

/* What is left of the beginning, of one piece or of the end. */
static gsize
copy_some (Bomb *bomb, char *to, gsize room) {
  gsize n_start = strlen (bomb->start), n_piece = strlen (bomb->piece), n_middle = bomb->n * n_piece;
  const char *from = bomb->start + bomb->at;
  gsize n_left = n_start - bomb->at;
  if (bomb->at >= n_start + n_middle) {
    from = bomb->end + (bomb->at - n_start - n_middle);
    n_left = count_bytes (bomb) - bomb->at;
  } else if (bomb->at >= n_start) {
    gsize within = (bomb->at - n_start) % n_piece;
    from = bomb->piece + within;
    n_left = n_piece - within;
  }
  gsize n = MIN (n_left, room);
  memcpy (to, from, n);
  bomb->at += n;
  return n;
}

static zip_int64_t
on_bomb (void *user, void *data, zip_uint64_t length, zip_source_cmd_t command) {
  Bomb *bomb = user;
  gsize n = count_bytes (bomb), n_read = 0;
  switch (command) {
  case ZIP_SOURCE_OPEN:
    bomb->at = 0;
    return 0;
  case ZIP_SOURCE_READ:
    while (n_read < length && bomb->at < n)
      n_read += copy_some (bomb, (char *) data + n_read, length - n_read);
    return (zip_int64_t) n_read;
  case ZIP_SOURCE_STAT:
    zip_stat_init (data);
    ((zip_stat_t *) data)->size = n;
    ((zip_stat_t *) data)->valid = ZIP_STAT_SIZE;
    return sizeof (zip_stat_t);
  case ZIP_SOURCE_ERROR:
    return zip_error_to_data (&(zip_error_t){ 0 }, data, length);
  case ZIP_SOURCE_SUPPORTS:
    return zip_source_make_command_bitmap (ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                           ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
  default:
    return 0;
  }
}

typedef struct {
  const char *name;
  Bomb part;
} Part;

static void
write_book (const Part *parts, gsize n_parts, const char *password) {
  int code;
  zip_t *zip = zip_open (hostile_path (), ZIP_CREATE | ZIP_TRUNCATE, &code);
  g_assert_nonnull (zip);
  g_autofree Part *copies = g_memdup2 (parts, n_parts * sizeof *parts);
  for (gsize i = 0; i < n_parts; i++) {
    zip_source_t *source = zip_source_function (zip, on_bomb, &copies[i].part);
    zip_int64_t number = zip_file_add (zip, copies[i].name, source, 0);
    g_assert_cmpint (number, >=, 0);
    zip_set_file_compression (zip, (zip_uint64_t) number, ZIP_CM_DEFLATE, 1);
    if (password != NULL)
      g_assert_cmpint (zip_file_set_encryption (zip, (zip_uint64_t) number, ZIP_EM_AES_256, password), ==, 0);
  }
  g_assert_cmpint (zip_close (zip), ==, 0);
}

/* A workbook of one sheet, and a part more when `extra` is not NULL. */
static void
write_sheet (Bomb sheet, const Part *extra) {
  g_autofree char *workbook = g_strdup_printf (WORKBOOK, SHEET);
  const Part parts[] = { { "xl/workbook.xml", { workbook, "", "", 0, 0 } },
                         { "xl/_rels/workbook.xml.rels", { RELATION, "", "", 0, 0 } },
                         { "xl/worksheets/sheet1.xml", sheet },
                         extra != NULL ? *extra : (Part){ 0 } };
  write_book (parts, extra != NULL ? 4 : 3, NULL);
}

static void
expect_refusal (const char *why) {
  g_auto (HostileAnswer) answer = { 0 };
  hostile_read (ut_importer_find ("xlsx"), &answer);
  g_assert_error (answer.error, UT_ERROR, UT_ERROR_DEFINITION);
  if (strstr (answer.error->message, why) == NULL)
    g_error ("%s", answer.error->message);
}

static void
expect_rows (gsize n_rows, gsize n_bad) {
  g_auto (HostileAnswer) answer = { 0 };
  hostile_read (ut_importer_find ("xlsx"), &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.n_rows, ==, n_rows);
  g_assert_cmpuint (answer.n_bad, ==, n_bad);
}

static void
test_sound (void) {
  write_sheet ((Bomb){ "<worksheet><sheetData>", ROWS, "</sheetData></worksheet>", 1, 0 }, NULL);
  expect_rows (1, 0);
}

/* Elements nobody reads, a hundred bytes each; a longer text would be stopped by the XML library before. */
#define UNREAD "<x a=\"                                                                                           \"/>"

static void
test_large_part (void) {
  enum { N = 2700 * 1000 };
  write_sheet ((Bomb){ "<worksheet>", UNREAD, "</worksheet>", N, 0 }, NULL);
  expect_refusal ("256 MB");
  write_sheet ((Bomb){ "<worksheet>", "", "</worksheet>", 0, 0 },
               &(Part){ "xl/sharedStrings.xml", { "<sst>", UNREAD, "</sst>", N, 0 } });
  expect_refusal ("256 MB");
}

/* One part read as many sheets. */
static void
test_large_book (void) {
  const Part parts[] = { { "xl/workbook.xml", { "<workbook><sheets>", SHEET, "</sheets></workbook>", 20, 0 } },
                         { "xl/_rels/workbook.xml.rels", { RELATION, "", "", 0, 0 } },
                         { "xl/worksheets/sheet1.xml",
                           { "<worksheet><sheetData>" ROWS "</sheetData>", UNREAD, "</worksheet>", 1000 * 1000, 0 } } };
  write_book (parts, G_N_ELEMENTS (parts), NULL);
  expect_refusal ("1 GB");
}

static void
test_many_sheets (void) {
  const Part parts[] = { { "xl/workbook.xml", { "<workbook><sheets>", SHEET, "</sheets></workbook>", 100000, 0 } },
                         { "xl/_rels/workbook.xml.rels", { RELATION, "", "", 0, 0 } },
                         { "xl/worksheets/sheet1.xml", { "<worksheet/>", "", "", 0, 0 } } };
  write_book (parts, G_N_ELEMENTS (parts), NULL);
  expect_refusal ("more than 1000 sheets");
}

static void
test_many_parts (void) {
  enum { N = 20000 };
  g_autofree Part *parts = g_new0 (Part, N);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N; i++) {
    g_ptr_array_add (names, g_strdup_printf ("xl/worksheets/sheet%u.xml", i));
    parts[i] = (Part){ g_ptr_array_index (names, i), { "<worksheet/>", "", "", 0, 0 } };
  }
  write_book (parts, N, NULL);
  expect_refusal ("names no sheets");
}

/* A text that many cells point to: longer than any that is read, the longest, and the longest as a heading over all
 * columns. */
static void
test_shared_text (void) {
  g_autofree char *long_text = g_strnfill (1000 * 1000, 'x'), *text = g_strnfill (8000, 'x');
  const Part strings[] = { { "xl/sharedStrings.xml", { "<sst><si><t>", long_text, "</t></si></sst>", 1, 0 } },
                           { "xl/sharedStrings.xml", { "<sst><si><t>", text, "</t></si></sst>", 1, 0 } } };
  const Bomb row = { "<worksheet>" ROWS "<row>", "<c t=\"s\"><v>0</v></c>", "</row></worksheet>", 16384, 0 };
  write_sheet (row, &strings[0]);
  expect_rows (1, 1);
  write_sheet ((Bomb){ "<worksheet>" ROWS, "<row><c t=\"s\"><v>0</v></c></row>", "</worksheet>", 200000, 0 },
               &strings[1]);
  expect_refusal ("1 GB");
  write_sheet ((Bomb){ "<worksheet><row><c/><c t=\"s\"><v>0</v></c></row><row><c t=\"str\"><v>region</v></c>",
                       "<c t=\"str\"><v>a</v></c>",
                       "</row><row><c t=\"str\"><v>0301 Oslo</v></c><c><v>1</v></c></row></worksheet>", 16000, 0 },
               &strings[1]);
  expect_rows (1, 0);
}

static void
test_deep (void) {
  static const Part nested = { "xl/sharedStrings.xml", { "<sst>", "<si><t>a", "", 100000, 0 } };
  write_sheet ((Bomb){ "<worksheet>", ROWS, "</worksheet>", 1, 0 }, &nested);
  expect_refusal ("no whole XML");
  write_sheet ((Bomb){ "<worksheet>", "<row>", "", 100000, 0 }, NULL);
  expect_refusal ("no whole XML");
}

/* A list of sheets that breaks off is not a shorter list. */
static void
test_cut_part (void) {
  const Part parts[] = { { "xl/workbook.xml", { "<workbook><sheets>" SHEET, "", "<sheet name=", 0, 0 } },
                         { "xl/_rels/workbook.xml.rels", { RELATION, "", "", 0, 0 } },
                         { "xl/worksheets/sheet1.xml", { "<worksheet>", ROWS, "</worksheet>", 1, 0 } } };
  write_book (parts, G_N_ELEMENTS (parts), NULL);
  expect_refusal ("no whole XML");
}

/* Cells and rows that are outside any sheet. */
static void
test_references (void) {
  static const char *const rows[]
      = { "4294967295", "4294967296", "18446744073709551616", "-1", "0", "1048577", "a", "" };
  static const char *const cells[] = { "XFE3", "ZZZZZZZZZZZZZZZZ3", "-1", "A-1", "3", "", "A99999999999999999999" };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *row = g_strdup_printf ("<row r=\"%s\"><c><v>1</v></c></row>", rows[i]);
    write_sheet ((Bomb){ "<worksheet>" ROWS, row, "</worksheet>", 1, 0 }, NULL);
    expect_refusal ("more rows or cells than a sheet can have");
  }
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *row
        = g_strdup_printf ("<row><c r=\"%s\" t=\"str\"><v>0301 Oslo</v></c><c><v>2</v></c></row>", cells[i]);
    write_sheet ((Bomb){ "<worksheet>" ROWS, row, "</worksheet>", 1, 0 }, NULL);
    expect_rows (2, 0);
  }
}

static void
test_wide (void) {
  write_sheet ((Bomb){ "<worksheet>" ROWS "<row>", "<c><v>1</v></c>", "</row></worksheet>", 20000, 0 }, NULL);
  expect_rows (1, 1);
}

/* Entities that grow, and one that would be fetched. */
static void
test_entities (void) {
  g_autoptr (GString) laughs = g_string_new ("<!DOCTYPE worksheet [<!ENTITY l0 \"ha\">");
  for (guint i = 1; i < 30; i++)
    g_string_append_printf (laughs, "<!ENTITY l%u \"&l%u;&l%u;&l%u;&l%u;\">", i, i - 1, i - 1, i - 1, i - 1);
  g_string_append (laughs, "]><worksheet><row><c t=\"str\"><v>&l29;</v></c></row></worksheet>");
  write_sheet ((Bomb){ laughs->str, "", "", 0, 0 }, NULL);
  /* The XML library may see what they grow to before the document type is handed over. */
  expect_refusal ("a part of the workbook");
  write_sheet ((Bomb){ "<!DOCTYPE worksheet [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><worksheet>"
                       "<row><c t=\"str\"><v>&f;</v></c></row>",
                       ROWS, "</worksheet>", 1, 0 },
               NULL);
  expect_refusal ("document type");
  write_sheet (
      (Bomb){ "<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:1/a.dtd\"><worksheet>", ROWS, "</worksheet>", 1, 0 },
      NULL);
  expect_refusal ("document type");
}

static void
test_broken (void) {
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  test_sound ();
  g_assert_true (g_file_get_contents (hostile_path (), &bytes, &n_bytes, NULL));
  for (gsize n = 5; n < n_bytes; n += 13) {
    g_assert_true (g_file_set_contents (hostile_path (), bytes, (gssize) n, NULL));
    expect_refusal ("was it cut off?");
  }
  g_assert_true (g_file_set_contents (hostile_path (), "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", -1, NULL));
  expect_refusal ("save it as .xlsx without a password");
}

static void
test_encrypted (void) {
  g_autofree char *workbook = g_strdup_printf (WORKBOOK, SHEET);
  const Part parts[] = { { "xl/workbook.xml", { workbook, "", "", 0, 0 } },
                         { "xl/_rels/workbook.xml.rels", { RELATION, "", "", 0, 0 } },
                         { "xl/worksheets/sheet1.xml", { "<worksheet>", ROWS, "</worksheet>", 1, 0 } } };
  write_book (parts, G_N_ELEMENTS (parts), "hemmeleg");
  expect_refusal ("names no sheets");
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ut_language_set_messages (UT_LANGUAGE_EN);
  hostile_begin ();
  g_test_add_func ("/import/hostile-workbook/sound", test_sound);
  g_test_add_func ("/import/hostile-workbook/large-part", test_large_part);
  g_test_add_func ("/import/hostile-workbook/large-book", test_large_book);
  g_test_add_func ("/import/hostile-workbook/many-sheets", test_many_sheets);
  g_test_add_func ("/import/hostile-workbook/many-parts", test_many_parts);
  g_test_add_func ("/import/hostile-workbook/shared-text", test_shared_text);
  g_test_add_func ("/import/hostile-workbook/deep", test_deep);
  g_test_add_func ("/import/hostile-workbook/cut-part", test_cut_part);
  g_test_add_func ("/import/hostile-workbook/references", test_references);
  g_test_add_func ("/import/hostile-workbook/wide", test_wide);
  g_test_add_func ("/import/hostile-workbook/entities", test_entities);
  g_test_add_func ("/import/hostile-workbook/broken", test_broken);
  g_test_add_func ("/import/hostile-workbook/encrypted", test_encrypted);
  int status = g_test_run ();
  hostile_end ();
  return status;
}
