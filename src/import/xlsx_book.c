#include "import/xlsx_book.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"

#define MAX_STRINGS 4000000

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
  g_clear_pointer (&book->is_date, g_array_unref);
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
    else if (inside && !reading && xmlTextReaderHasValue (part->xml))
      g_string_append (text, (const char *) xmlTextReaderConstValue (part->xml));
  }
  return g_string_free (text, FALSE);
}

/* Targets of the workbook's relations, by id. */
static GHashTable *
read_relations (UtXlsx *xlsx) {
  GHashTable *targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  UtXlsxPart part;
  if (!ut_xlsx_part_open (xlsx, "xl/_rels/workbook.xml.rels", &part))
    return targets;
  while (ut_xlsx_part_next (&part))
    if (ut_xlsx_part_begins (&part, "Relationship")) {
      g_autofree char *id = ut_xlsx_part_attribute (&part, "Id"), *target = ut_xlsx_part_attribute (&part, "Target");
      if (id == NULL || target == NULL)
        continue;
      char *name = target[0] == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
      g_hash_table_replace (targets, g_steal_pointer (&id), name);
    }
  ut_xlsx_part_close (&part);
  return targets;
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
read_workbook (UtXlsx *xlsx, UtXlsxBook *book) {
  g_autoptr (GHashTable) targets = read_relations (xlsx);
  UtXlsxPart part;
  if (!ut_xlsx_part_open (xlsx, "xl/workbook.xml", &part))
    return;
  while (ut_xlsx_part_next (&part)) {
    if (ut_xlsx_part_begins (&part, "sheet"))
      add_sheet (book, &part, targets);
    if (ut_xlsx_part_begins (&part, "workbookPr")) {
      g_autofree char *flag = ut_xlsx_part_attribute (&part, "date1904");
      book->since_1904 = flag != NULL && (strcmp (flag, "1") == 0 || strcmp (flag, "true") == 0);
    }
  }
  ut_xlsx_part_close (&part);
  g_ptr_array_sort (book->sheets, compare_visible);
}

static void
read_strings (UtXlsx *xlsx, UtXlsxBook *book) {
  UtXlsxPart part;
  if (!ut_xlsx_part_open (xlsx, "xl/sharedStrings.xml", &part))
    return;
  while (book->strings->len < MAX_STRINGS && ut_xlsx_part_next (&part))
    if (ut_xlsx_part_begins (&part, "si"))
      g_ptr_array_add (book->strings, ut_xlsx_read_text (&part, "si"));
  ut_xlsx_part_close (&part);
}

/* Letters of a date outside quotes, brackets and escapes; hours and minutes alone are no date. */
static gboolean
is_date_format (const char *format) {
  gboolean quoted = FALSE, bracket = FALSE;
  for (const char *c = format; *c != '\0'; c++) {
    if (*c == '\\' && c[1] != '\0')
      c++;
    else if (*c == '"')
      quoted = !quoted;
    else if (*c == '[' || *c == ']')
      bracket = *c == '[';
    else if (!quoted && !bracket && strchr ("yYdDåÅ", *c) != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_built_in_date (gint64 id) {
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

static void
read_styles (UtXlsx *xlsx, UtXlsxBook *book) {
  g_autoptr (GHashTable) custom = g_hash_table_new (g_direct_hash, g_direct_equal);
  UtXlsxPart part;
  gboolean cells = FALSE;
  if (!ut_xlsx_part_open (xlsx, "xl/styles.xml", &part))
    return;
  while (ut_xlsx_part_next (&part)) {
    if (ut_xlsx_part_begins (&part, "numFmt")) {
      g_autofree char *id = ut_xlsx_part_attribute (&part, "numFmtId");
      g_autofree char *format = ut_xlsx_part_attribute (&part, "formatCode");
      if (id != NULL && format != NULL && is_date_format (format))
        g_hash_table_add (custom, GINT_TO_POINTER ((int) g_ascii_strtoll (id, NULL, 10)));
    } else if (ut_xlsx_part_begins (&part, "cellXfs")) {
      cells = TRUE;
    } else if (ut_xlsx_part_ends (&part, "cellXfs")) {
      cells = FALSE;
    } else if (cells && ut_xlsx_part_begins (&part, "xf")) {
      g_autofree char *id = ut_xlsx_part_attribute (&part, "numFmtId");
      gint64 number = id != NULL ? g_ascii_strtoll (id, NULL, 10) : 0;
      gboolean date = is_built_in_date (number) || g_hash_table_contains (custom, GINT_TO_POINTER ((int) number));
      g_array_append_val (book->is_date, date);
    }
  }
  ut_xlsx_part_close (&part);
}

gboolean
ut_xlsx_book_read (UtXlsx *xlsx, const char *shown, UtXlsxBook *book, GError **error) {
  book->sheets = g_ptr_array_new_with_free_func (free_sheet);
  book->strings = g_ptr_array_new_with_free_func (g_free);
  book->is_date = g_array_new (FALSE, FALSE, sizeof (gboolean));
  read_workbook (xlsx, book);
  if (book->sheets->len == 0) {
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%s: no workbook (.xlsx): it names no sheets"), shown);
    return FALSE;
  }
  read_strings (xlsx, book);
  if (ut_xlsx_fault (xlsx) != NULL) {
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, "%s: %s", shown, ut_xlsx_fault (xlsx));
    return FALSE;
  }
  read_styles (xlsx, book);
  return TRUE;
}
