/* Cells as the agencies pad them. */
#ifndef UT_IMPORT_TRIM_H
#define UT_IMPORT_TRIM_H

#include <glib.h>

/* Cuts blanks of any kind (no-break spaces too) from both ends and turns line ends inside the text to spaces; answers
 * the new beginning. */
char *ut_trim_in_place (char *text);

#endif
