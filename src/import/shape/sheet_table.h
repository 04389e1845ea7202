/* A table of a sheet as people make them: titles, rows of headings, rows of labels and figures. */
#ifndef UT_IMPORT_SHAPE_SHEET_TABLE_H
#define UT_IMPORT_SHAPE_SHEET_TABLE_H

#include "import/shape/sheet.h"

/* Hands a sheet with one table over under a title. FALSE with error when the sink wants no more. A sheet without a
 * table is passed over: *why_none says why, in the message language; NULL when it had one. */
gboolean ut_sheet_table_send (const UtSheet *sheet, const char *title, const UtReadHints *hints, const UtCellSink *sink,
                              const char **why_none, GError **error);

/* Whether it is a table of figures of places that show themselves. */
gboolean ut_sheet_table_has_places (const UtSheet *sheet, const UtReadHints *hints);

#endif
