/* `xlsx`: workbooks. Every sheet with figures is a table. */
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/bytes/xlsx_book.h"
#include "import/format/formats.h"
#include "import/shape/sheet_table.h"
#include "import/shape/xlsx_sheet.h"

int
ut_xlsx_detect (const UtFileHead *head) {
  if (head->n_bytes >= 4 && memcmp (head->bytes, "PK\003\004", 4) == 0)
    return 80;
  /* An old workbook is known, so that it can be told what to do with it. */
  return head->n_bytes >= 4 && memcmp (head->bytes, "\xd0\xcf\x11\xe0", 4) == 0 ? 60 : 0;
}

/* `none`: the sheets that were looked at, and what each lacks; empty when none was. */
static void
complain_no_table (const UtXlsxBook *book, const char *none, const char *shown, GError **error) {
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < book->sheets->len && *none == '\0'; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " | " : "",
                            ((const UtXlsxSheet *) g_ptr_array_index (book->sheets, i))->name);
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: no sheet that is requested has a table with figures (it has: %s)"),
                shown, *none != '\0' ? none : names->str);
}

gboolean
ut_xlsx_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form, GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  g_autoptr (UtXlsx) xlsx = ut_xlsx_open (path, shown, error);
  g_auto (UtXlsxBook) book = { 0 };
  g_autoptr (GString) none = g_string_new (NULL);
  gboolean any = FALSE;
  *form = (UtFileForm){ 0 };
  if (xlsx == NULL || !ut_xlsx_book_read (xlsx, shown, &book, error))
    return FALSE;
  for (guint i = 0; i < book.sheets->len; i++) {
    const UtXlsxSheet *from = g_ptr_array_index (book.sheets, i);
    const char *why_none;
    if (!ut_read_hints_want (hints, from->name))
      continue;
    g_autoptr (UtSheet) sheet = ut_xlsx_sheet_read (xlsx, &book, from, shown, error);
    if (sheet == NULL || !ut_sheet_table_send (sheet, from->name, hints, sink, &why_none, error))
      return FALSE;
    any = any || why_none == NULL;
    if (why_none != NULL && sink->passed_over != NULL)
      sink->passed_over (sink->user, from->name, why_none);
    if (why_none != NULL)
      g_string_append_printf (none, "%s%s: %s", none->len > 0 ? " | " : "", from->name, why_none);
  }
  if (!any)
    complain_no_table (&book, none->str, shown, error);
  return any;
}
