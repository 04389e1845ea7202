#include "import/bytes/xlsx_book.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/bytes/file.h"

#define MAX_STRINGS   4000000
#define MAX_SHEETS    1000
#define MAX_RELATIONS 100000

static void
free_sheet (gpointer data) {
  UtXlsxSheet *sheet = data;
  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

void
ut_xlsx_book_clear (UtXlsxBook *book) {
  g_clear_pointer (&book->sheets, g_ptr_array_unref);
  g_clear_pointer (&book->strings, g_ptr_array_unref);
  g_clear_pointer (&book->styles, g_array_unref);
}

char *
ut_xlsx_read_text (UtXlsxPart *part, const char *element) {
  GString *text = g_string_new (NULL);
  gboolean inside = FALSE, reading = FALSE;
  if (xmlTextReaderIsEmptyElement (part->xml))
    return g_string_free (text, FALSE);
  while (ut_xlsx_part_next (part) && !ut_xlsx_part_ends (part, element)) {
    if (ut_xlsx_part_begins (part, "rPh"))
      reading = !xmlTextReaderIsEmptyElement (part->xml);
    else if (ut_xlsx_part_ends (part, "rPh"))
      reading = FALSE;
    else if (ut_xlsx_part_begins (part, "t"))
      inside = !xmlTextReaderIsEmptyElement (part->xml);
    else if (ut_xlsx_part_ends (part, "t"))
      inside = FALSE;
    else if (inside && !reading && ut_xlsx_part_text (part) != NULL)
      g_string_append (text, ut_xlsx_part_text (part));
  }
  return g_string_free (text, FALSE);
}

/* What the workbook's part points to. Its own name is free, and so are those of the others. */
typedef struct {
  GHashTable *targets; /* by id */
  char *workbook, *strings, *styles;
} Relations;

static void
clear_relations (Relations *relations) {
  g_hash_table_unref (relations->targets);
  g_free (relations->workbook);
  g_free (relations->strings);
  g_free (relations->styles);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relations, clear_relations)

static void
take_relation (const UtXlsxPart *part, const char *folder, Relations *relations) {
  g_autofree char *id = ut_xlsx_part_attribute (part, "Id"), *target = ut_xlsx_part_attribute (part, "Target");
  g_autofree char *type = ut_xlsx_part_attribute (part, "Type");
  if (id == NULL || target == NULL)
    return;
  g_autofree char *absolute = g_canonicalize_filename (target, folder);
  char **known = type == NULL                                 ? NULL
                 : g_str_has_suffix (type, "/officeDocument") ? &relations->workbook
                 : g_str_has_suffix (type, "/sharedStrings")  ? &relations->strings
                 : g_str_has_suffix (type, "/styles")         ? &relations->styles
                                                              : NULL;
  if (known != NULL) {
    g_free (*known);
    *known = g_strdup (absolute + 1);
  }
  g_hash_table_replace (relations->targets, g_steal_pointer (&id), g_strdup (absolute + 1));
}

static void
read_relations_of (UtXlsx *xlsx, const char *folder, const char *name, Relations *relations) {
  g_autofree char *path = g_strdup_printf ("%s%s_rels/%s.rels", folder + 1, folder[1] != '\0' ? "/" : "", name);
  UtXlsxPart part;
  if (!ut_xlsx_part_open (xlsx, path, &part))
    return;
  while (g_hash_table_size (relations->targets) < MAX_RELATIONS && ut_xlsx_part_next (&part))
    if (ut_xlsx_part_begins (&part, "Relationship"))
      take_relation (&part, folder, relations);
  ut_xlsx_part_close (&part);
}

static void
read_relations (UtXlsx *xlsx, Relations *relations) {
  relations->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  read_relations_of (xlsx, "/", "", relations);
  g_hash_table_remove_all (relations->targets);
  if (relations->workbook == NULL)
    relations->workbook = g_strdup ("xl/workbook.xml");
  g_autofree char *path = g_strconcat ("/", relations->workbook, NULL);
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
  read_relations_of (xlsx, folder, name, relations);
}

static void
add_sheet (UtXlsxBook *book, const UtXlsxPart *part, GHashTable *targets) {
  g_autofree char *name = ut_xlsx_part_attribute (part, "name"), *state = ut_xlsx_part_attribute (part, "state");
  g_autofree char *id = NULL;
  /* r:id beside sheetId: only the relation's has a prefix. */
  for (int more = xmlTextReaderMoveToFirstAttribute (part->xml); more == 1 && id == NULL;
       more = xmlTextReaderMoveToNextAttribute (part->xml))
    if (strcmp ((const char *) xmlTextReaderConstLocalName (part->xml), "id") == 0)
      id = g_strdup ((const char *) xmlTextReaderConstValue (part->xml));
  xmlTextReaderMoveToElement (part->xml);
  const char *target = id != NULL ? g_hash_table_lookup (targets, id) : NULL;
  if (name == NULL || target == NULL)
    return;
  UtXlsxSheet *sheet = g_new0 (UtXlsxSheet, 1);
  *sheet = (UtXlsxSheet){ .name = g_strdup (name),
                          .part = g_strdup (target),
                          .hidden = state != NULL && strcmp (state, "visible") != 0 };
  g_ptr_array_add (book->sheets, sheet);
}

static int
compare_visible (gconstpointer a, gconstpointer b) {
  return (*(const UtXlsxSheet *const *) a)->hidden - (*(const UtXlsxSheet *const *) b)->hidden;
}

static void
read_workbook (UtXlsx *xlsx, const Relations *relations, UtXlsxBook *book) {
  UtXlsxPart part;
  if (!ut_xlsx_part_open (xlsx, relations->workbook, &part))
    return;
  while (book->sheets->len <= MAX_SHEETS && ut_xlsx_part_next (&part)) {
    if (ut_xlsx_part_begins (&part, "sheet"))
      add_sheet (book, &part, relations->targets);
    if (ut_xlsx_part_begins (&part, "workbookPr")) {
      g_autofree char *flag = ut_xlsx_part_attribute (&part, "date1904");
      book->since_1904 = flag != NULL && (strcmp (flag, "1") == 0 || strcmp (flag, "true") == 0);
    }
  }
  ut_xlsx_part_close (&part);
  g_ptr_array_sort (book->sheets, compare_visible);
}

static void
read_strings (UtXlsx *xlsx, const char *name, UtXlsxBook *book) {
  UtXlsxPart part;
  if (!ut_xlsx_part_open (xlsx, name != NULL ? name : "xl/sharedStrings.xml", &part))
    return;
  while (book->strings->len < MAX_STRINGS && ut_xlsx_part_next (&part)) {
    if (!ut_xlsx_part_begins (&part, "si"))
      continue;
    g_autofree char *text = ut_xlsx_read_text (&part, "si");
    g_ptr_array_add (book->strings, strlen (text) <= UT_MAX_CELL_BYTES ? g_steal_pointer (&text) : NULL);
  }
  ut_xlsx_part_close (&part);
}

/* Letters of a date outside quotes, brackets and escapes; m beside hours or seconds is a minute, and a time is no date.
 */
static UtXlsxStyle
read_format (const char *format) {
  gboolean quoted = FALSE, bracket = FALSE, year = FALSE, month = FALSE, day = FALSE, time = FALSE;
  for (const char *c = format; *c != '\0'; c++) {
    if (!quoted && strchr ("\\_*", *c) != NULL && c[1] != '\0')
      c++;
    else if (*c == '"')
      quoted = !quoted;
    else if (!quoted && (*c == '[' || *c == ']'))
      bracket = *c == '[';
    else if (!quoted && !bracket) {
      year = year || g_ascii_tolower (*c) == 'y';
      month = month || g_ascii_tolower (*c) == 'm';
      day = day || g_ascii_tolower (*c) == 'd';
      time = time || strchr ("hHsS", *c) != NULL;
    }
  }
  if (year && month && !day && !time)
    return UT_XLSX_MONTH;
  return year || day || (month && !time) ? UT_XLSX_DAY : UT_XLSX_NUMBER;
}

/* 17 is "mmm-yy". */
static UtXlsxStyle
built_in_style (gint64 id) {
  if (id == 17)
    return UT_XLSX_MONTH;
  return (id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? UT_XLSX_DAY
                                                                                                : UT_XLSX_NUMBER;
}

static void
read_styles (UtXlsx *xlsx, const char *name, UtXlsxBook *book) {
  g_autoptr (GHashTable) custom = g_hash_table_new (g_direct_hash, g_direct_equal);
  UtXlsxPart part;
  gboolean cells = FALSE;
  if (!ut_xlsx_part_open (xlsx, name != NULL ? name : "xl/styles.xml", &part))
    return;
  while (ut_xlsx_part_next (&part)) {
    if (ut_xlsx_part_begins (&part, "numFmt")) {
      g_autofree char *id = ut_xlsx_part_attribute (&part, "numFmtId");
      g_autofree char *format = ut_xlsx_part_attribute (&part, "formatCode");
      if (id != NULL && format != NULL)
        g_hash_table_insert (custom, GINT_TO_POINTER ((int) g_ascii_strtoll (id, NULL, 10)),
                             GINT_TO_POINTER ((int) read_format (format)));
    } else if (ut_xlsx_part_begins (&part, "cellXfs")) {
      cells = TRUE;
    } else if (ut_xlsx_part_ends (&part, "cellXfs")) {
      cells = FALSE;
    } else if (cells && ut_xlsx_part_begins (&part, "xf")) {
      g_autofree char *id = ut_xlsx_part_attribute (&part, "numFmtId");
      gint64 number = id != NULL ? g_ascii_strtoll (id, NULL, 10) : 0;
      gint style = (gint) built_in_style (number);
      if (style == UT_XLSX_NUMBER)
        style = GPOINTER_TO_INT (g_hash_table_lookup (custom, GINT_TO_POINTER ((int) number)));
      g_array_append_val (book->styles, style);
    }
  }
  ut_xlsx_part_close (&part);
}

gboolean
ut_xlsx_book_read (UtXlsx *xlsx, const char *shown, UtXlsxBook *book, GError **error) {
  book->sheets = g_ptr_array_new_with_free_func (free_sheet);
  book->strings = g_ptr_array_new_with_free_func (g_free);
  book->styles = g_array_new (FALSE, FALSE, sizeof (gint));
  g_auto (Relations) relations = { 0 };
  read_relations (xlsx, &relations);
  read_workbook (xlsx, &relations, book);
  read_strings (xlsx, relations.strings, book);
  read_styles (xlsx, relations.styles, book);
  if (ut_xlsx_fault (xlsx) != NULL)
    ut_error_set (error, UT_ERROR_DEFINITION, "%s: %s", shown, ut_xlsx_fault (xlsx));
  else if (book->sheets->len == 0)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: no workbook (.xlsx): it names no sheets"), shown);
  else if (book->sheets->len > MAX_SHEETS)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: a workbook of more than %d sheets"), shown, MAX_SHEETS);
  else
    return TRUE;
  return FALSE;
}
