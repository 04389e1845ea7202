/* Which rows of a sheet are headings and which are data. */
#ifndef UT_IMPORT_SHAPE_SHEET_ROWS_H
#define UT_IMPORT_SHAPE_SHEET_ROWS_H

#include <glib.h>

#include "import/shape/sheet.h"

#define UT_SHEET_HEADING_ROWS 4

typedef struct {
  guint heading; /* the first row of headings */
  guint data;    /* the first row below them */
} UtSheetRows;

/* As dataset.yaml tells or as the cells show. FALSE: there are none, and why is in the rows: `data` is 0 where no row
 * of figures was found, or has no row above. */
gboolean ut_sheet_rows_find (const UtSheet *sheet, const UtReadHints *hints, UtSheetRows *rows);

/* How many filled cells pass; `test` NULL: all of them. */
guint ut_sheet_rows_count (const UtSheet *sheet, guint row, gboolean (*test) (const char *cell));
gboolean ut_sheet_rows_is_period (const char *cell);
/* A row with a label and a figure that is no heading of years. */
gboolean ut_sheet_rows_is_data (const UtSheet *sheet, guint row);
/* Several texts, or years, and no figure that is none. */
gboolean ut_sheet_rows_is_heading (const UtSheet *sheet, guint row);
/* One filled cell: a title, a group, a note. */
gboolean ut_sheet_rows_is_alone (const UtSheet *sheet, guint row);
/* Whether nothing stands between a row and the one before it. */
gboolean ut_sheet_rows_are_next (const UtSheet *sheet, guint row);

#endif
