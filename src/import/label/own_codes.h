/* A column of figures that holds nothing but the codes of its rows' places: 3807 in Skien's row is no figure. */
#ifndef UT_IMPORT_LABEL_OWN_CODES_H
#define UT_IMPORT_LABEL_OWN_CODES_H

#include <glib.h>

#include "import/label/code_columns.h"
#include "import/label/place.h"

/* What one thread met in a row, in a column that is not ruled out; label: of the place in the row */
void ut_own_codes_note (UtCodeColumns *columns, guint column, UtPlaces *places, const char *label, const char *text);

/* The first column of a table where all threads met only own codes, and two different ones at least; -1: none.
 * all: UtCodeColumns */
int ut_own_codes_find (const GPtrArray *all);

#endif
