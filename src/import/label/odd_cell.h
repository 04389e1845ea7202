/* What people and programs write where a figure should stand, and no source's notation has a sign for. */
#ifndef UT_IMPORT_LABEL_ODD_CELL_H
#define UT_IMPORT_LABEL_ODD_CELL_H

#include <glib.h>

/* An error of a spreadsheet (#DIV/0!, #VERDI!), a word for nothing (nan, null, n/a), a bound (<5, ≥ 95), a figure that
 * is about so (ca. 5) or has a note (12*, 12¹, 12 1)). A span (1-4) is none: it may be a heading of ages. */
gboolean ut_odd_cell_is (const char *text);
/* "1-4", "1 – 4". */
gboolean ut_odd_cell_is_span (const char *text);

#endif
