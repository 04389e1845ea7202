/* Workbooks that are small on disk and enormous unpacked: told as such, and read no further. */
#include "dump.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utsyn/error.h>
#include <zip.h>

#define BOMB_BYTES    ((gsize) 400 * 1024 * 1024)
#define ELEMENT_BYTES ((gsize) 4096)

#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN     "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

static const char workbook[] = "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATION
                               "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
static const char relations[]
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"r1\" Type=\"" RELATION "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"r2\" Type=\"" RELATION "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
static const char package[]
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"r1\" Type=\"" RELATION "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
static const char sheet[] = "<worksheet xmlns=\"" MAIN "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                            "Kommune</t></is></c></row></sheetData></worksheet>";

static void
add_part (zip_t *archive, const char *name, const void *bytes, gsize n) {
  zip_source_t *source = zip_source_buffer (archive, bytes, n, 0);
  zip_int64_t index = zip_file_add (archive, name, source, 0);
  g_assert_cmpint (index, >=, 0);
  /* The quickest packing is tight enough. */
  g_assert_cmpint (zip_set_file_compression (archive, (zip_uint64_t) index, ZIP_CM_DEFLATE, 1), ==, 0);
}

/* A workbook whose part `bomb` begins as it should and goes on with elements nobody reads. A long text would be stopped
 * by the XML library before. */
static char *
make_bomb (const char *bomb, const char *beginning) {
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("utsyn-bomb-XXXXXX.xlsx", &path, NULL);
  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  gsize n = strlen (beginning);
  char *bytes = g_malloc (BOMB_BYTES);
  memset (bytes, ' ', BOMB_BYTES);
  memcpy (bytes, beginning, n);
  for (gsize at = n; at + ELEMENT_BYTES < BOMB_BYTES; at += ELEMENT_BYTES) {
    memcpy (bytes + at, "<x a=\"", 6);
    memcpy (bytes + at + ELEMENT_BYTES - 3, "\"/>", 3);
  }
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  g_assert_nonnull (archive);
  add_part (archive, "_rels/.rels", package, strlen (package));
  add_part (archive, "xl/workbook.xml", workbook, strlen (workbook));
  add_part (archive, "xl/_rels/workbook.xml.rels", relations, strlen (relations));
  if (strcmp (bomb, "xl/worksheets/sheet1.xml") != 0)
    add_part (archive, "xl/worksheets/sheet1.xml", sheet, strlen (sheet));
  add_part (archive, bomb, bytes, BOMB_BYTES);
  g_assert_cmpint (zip_close (archive), ==, 0);
  g_free (bytes);
  return g_steal_pointer (&path);
}

static void
test_bomb (gconstpointer part) {
  static const char beginning[] = "<worksheet xmlns=\"" MAIN "\"><sheetData>";
  g_autofree char *path = make_bomb (part, beginning);
  const UtReadHints hints = { .shown = "bomb.xlsx" };
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = dump_cells (ut_importer_find ("xlsx"), path, &hints, &error);
  g_unlink (path);
  g_assert_null (cells);
  g_assert_error (error, UT_ERROR, UT_ERROR_DEFINITION);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "256 MB"));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/bomb/sheet", "xl/worksheets/sheet1.xml", test_bomb);
  g_test_add_data_func ("/bomb/shared-strings", "xl/sharedStrings.xml", test_bomb);
  return g_test_run ();
}
