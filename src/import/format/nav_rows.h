/* A sink before another one: a row without any figure whose place is a title or a footnote goes on as a bad row. */
#ifndef UT_IMPORT_FORMAT_NAV_ROWS_H
#define UT_IMPORT_FORMAT_NAV_ROWS_H

#include "import/importer.h"

typedef struct UtNavRows UtNavRows;

/* `sink` must live as long. */
UtNavRows *ut_nav_rows_new (const UtCellSink *sink);
void ut_nav_rows_free (UtNavRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtNavRows, ut_nav_rows_free)

const UtCellSink *ut_nav_rows_sink (const UtNavRows *rows);

#endif
