/* The cells of one sheet of a workbook. */
#ifndef UT_IMPORT_SHAPE_XLSX_SHEET_H
#define UT_IMPORT_SHAPE_XLSX_SHEET_H

#include "import/bytes/xlsx_book.h"
#include "import/shape/sheet.h"

/* Every row with a cell in it. Numbers have a decimal point, dates are 2025-10-31; text that is a number with a decimal
 * comma ("  9,2", "1 234,5", not "1,234") gets a point, for the sheet's numbers have one. NULL with
 * UT_ERROR_DEFINITION when the part is broken or too large. */
UtSheet *ut_xlsx_sheet_read (UtXlsx *xlsx, const UtXlsxBook *book, const UtXlsxSheet *from, const char *shown,
                             GError **error);

#endif
