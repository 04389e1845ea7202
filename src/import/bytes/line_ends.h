/* Line ends of old: a carriage return alone, as Excel for Mac saves "CSV (Macintosh)". */
#ifndef UT_IMPORT_BYTES_LINE_ENDS_H
#define UT_IMPORT_BYTES_LINE_ENDS_H

#include <glib.h>

/* Makes line feeds of them where the text's lines end so; FALSE, and nothing is changed, where they do not. A line feed
 * inside quotes is part of a cell and says nothing. */
gboolean ut_line_ends_mend (GString *text);

#endif
