/* Cells as the agencies pad them. */
#ifndef UT_IMPORT_BYTES_TRIM_H
#define UT_IMPORT_BYTES_TRIM_H

#include <glib.h>

/* Cuts blanks of any kind from both ends, and makes every other blank inside (line ends, no-break spaces) a plain
 * space, so that a label is written as people write it; answers the new beginning. */
char *ut_trim_in_place (char *text);

#endif
