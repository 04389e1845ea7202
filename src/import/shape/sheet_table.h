/* A sheet as people make them, read as a table: titles, one to three rows of headings, rows of labels and figures. */
#ifndef UT_IMPORT_SHAPE_SHEET_TABLE_H
#define UT_IMPORT_SHAPE_SHEET_TABLE_H

#include "import/shape/sheet.h"

/* Hands a sheet over under its name. FALSE with error when the sink wants no more. A sheet without a table is passed
 * over: *why_none says why, in the message language; NULL when it had one. */
gboolean ut_sheet_table_send (const UtSheet *sheet, const char *title, const UtReadHints *hints, const UtCellSink *sink,
                              const char **why_none, GError **error);

#endif
