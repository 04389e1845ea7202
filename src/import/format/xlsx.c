/* `xlsx`: workbooks. Every sheet with figures is a table. */
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/bytes/xlsx_book.h"
#include "import/format/formats.h"
#include "import/format/udir_columns.h"
#include "import/shape/sheet_blocks.h"
#include "import/shape/sheet_table.h"
#include "import/shape/xlsx_sheet.h"

/* Above a row of headings. */
#define MAX_TITLES 10

int
ut_xlsx_detect (const UtFileHead *head) {
  if (head->n_bytes >= 4 && memcmp (head->bytes, "PK\003\004", 4) == 0)
    return 80;
  /* An old workbook is known, so that it can be told what to do with it. */
  return head->n_bytes >= 4 && memcmp (head->bytes, "\xd0\xcf\x11\xe0", 4) == 0 ? 60 : 0;
}

/* What became of a workbook's sheets. */
typedef struct {
  const UtXlsxBook *book;
  const char *shown;
  const UtReadHints *hints;
  const UtCellSink *sink;
  UtFileForm *form;
  gboolean any;
  GString *none;   /* sheets that were looked at, and what each lacks */
  GString *others; /* tables that are not requested */
} Task;

static void
list (GString *names, const char *name, const char *why) {
  g_string_append_printf (names, "%s%s%s%s", names->len > 0 ? " | " : "", name, why != NULL ? ": " : "",
                          why != NULL ? why : "");
}

static void
complain_no_table (Task *task, GError **error) {
  GString *has = task->none->len > 0 ? task->none : task->others;
  for (guint i = 0; i < task->book->sheets->len && has->len == 0; i++)
    list (task->others, ((const UtXlsxSheet *) g_ptr_array_index (task->book->sheets, i))->name, NULL);
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: no sheet that is requested has a table with figures (it has: %s)"),
                task->shown, has->str);
}

/* The row of headings of an export of Udir's that was saved as a workbook; -1: it is none. */
static int
find_udir_headings (const UtSheet *sheet, const UtReadHints *hints) {
  for (guint r = 0; hints->header_row == 0 && r < MIN (sheet->rows->len, MAX_TITLES); r++)
    if (ut_udir_are_headings (ut_sheet_row (sheet, r)->cells, ut_sheet_row (sheet, r)->n_cells))
      return (int) r;
  return -1;
}

static gboolean
send_udir (Task *task, const UtSheet *sheet, guint heading, GError **error) {
  if (ut_udir_are_only_udirs (ut_sheet_row (sheet, heading)->cells))
    ut_file_form_set_source (task->form, ut_notation_udir.source);
  task->any = TRUE;
  return ut_grid_send_sheet (sheet, heading, sheet->name, task->hints, &ut_udir_grid_format, task->sink, error);
}

static gboolean
send_blocks (Task *task, const UtSheet *sheet, GError **error) {
  g_auto (UtSheetBlocks) blocks = { 0 };
  const char *why = NULL;
  gboolean found = FALSE;
  ut_sheet_blocks_find (&blocks, sheet, task->hints);
  for (guint i = 0; i < blocks.sheets->len; i++) {
    const char *name = g_ptr_array_index (blocks.names, i), *why_none;
    if (!ut_read_hints_want_table (task->hints, sheet->name, name)) {
      list (task->others, name, NULL);
      continue;
    }
    if (!ut_sheet_table_send (g_ptr_array_index (blocks.sheets, i), name, task->hints, task->sink, &why_none, error))
      return FALSE;
    found = found || why_none == NULL;
    why = why != NULL ? why : why_none;
  }
  task->any = task->any || found;
  if (found || why == NULL)
    return TRUE;
  list (task->none, sheet->name, why);
  if (task->sink->passed_over != NULL)
    task->sink->passed_over (task->sink->user, sheet->name, why);
  return TRUE;
}

/* A pattern that is no sheet's name is that of a table in one of them. */
static gboolean
names_table (const UtXlsxBook *book, const char *pattern) {
  for (guint i = 0; i < book->sheets->len; i++)
    if (g_pattern_match_simple (pattern, ((const UtXlsxSheet *) g_ptr_array_index (book->sheets, i))->name))
      return FALSE;
  return TRUE;
}

static gboolean
may_be_wanted (const Task *task, const char *sheet) {
  gboolean wanted = ut_read_hints_want (task->hints, sheet);
  for (const char *const *pattern = task->hints->sheets; !wanted && *pattern != NULL; pattern++)
    wanted = names_table (task->book, *pattern);
  return wanted;
}

gboolean
ut_xlsx_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form, GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  g_autoptr (UtXlsx) xlsx = ut_xlsx_open (path, shown, error);
  g_auto (UtXlsxBook) book = { 0 };
  g_autoptr (GString) none = g_string_new (NULL), others = g_string_new (NULL);
  Task task = { &book, shown, hints, sink, form, .none = none, .others = others };
  *form = (UtFileForm){ 0 };
  if (xlsx == NULL || !ut_xlsx_book_read (xlsx, shown, &book, error))
    return FALSE;
  for (guint i = 0; i < book.sheets->len; i++) {
    const UtXlsxSheet *from = g_ptr_array_index (book.sheets, i);
    if (!may_be_wanted (&task, from->name))
      continue;
    g_autoptr (UtSheet) sheet = ut_xlsx_sheet_read (xlsx, &book, from, shown, error);
    int udir = sheet != NULL && ut_read_hints_want (hints, from->name) ? find_udir_headings (sheet, hints) : -1;
    if (sheet == NULL
        || !(udir >= 0 ? send_udir (&task, sheet, (guint) udir, error) : send_blocks (&task, sheet, error)))
      return FALSE;
  }
  if (!task.any)
    complain_no_table (&task, error);
  return task.any;
}
