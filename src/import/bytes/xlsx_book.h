/* What all sheets of a workbook share: their names and parts, the shared strings, which styles are dates. */
#ifndef UT_IMPORT_BYTES_XLSX_BOOK_H
#define UT_IMPORT_BYTES_XLSX_BOOK_H

#include <glib.h>

#include "import/bytes/xlsx_parts.h"

typedef struct {
  char *name;
  char *part; /* "xl/worksheets/sheet1.xml" */
  gboolean hidden;
} UtXlsxSheet;

/* What a number of a style is. */
typedef enum { UT_XLSX_NUMBER, UT_XLSX_DAY, UT_XLSX_MONTH } UtXlsxStyle;

typedef struct {
  GPtrArray *sheets;   /* UtXlsxSheet, the visible ones first */
  GPtrArray *strings;  /* char *, the shared ones; NULL for one longer than UT_MAX_CELL_BYTES */
  GArray *styles;      /* gint, an UtXlsxStyle, by cell style */
  gboolean since_1904; /* days are counted from 1904 */
} UtXlsxBook;

/* Error: UT_ERROR_DEFINITION when it is no workbook. */
gboolean ut_xlsx_book_read (UtXlsx *xlsx, const char *shown, UtXlsxBook *book, GError **error);
void ut_xlsx_book_clear (UtXlsxBook *book);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtXlsxBook, ut_xlsx_book_clear)

/* The text of a shared or inline string, up to the end of `element`: runs of rich text joined, readings of signs (rPh)
 * left out. New string. */
char *ut_xlsx_read_text (UtXlsxPart *part, const char *element);

#endif
