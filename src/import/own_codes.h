/* A column of figures that holds nothing but the codes of its rows' places: 3807 in Skien's row is no figure. */
#ifndef UT_IMPORT_OWN_CODES_H
#define UT_IMPORT_OWN_CODES_H

#include <glib.h>

#include "import/place.h"

/* What one thread met in the columns of figures of a table. */
typedef struct UtOwnCodes UtOwnCodes;

UtOwnCodes *ut_own_codes_new (guint n_columns);
void ut_own_codes_free (UtOwnCodes *self);
/* [n_columns] there is nothing more to be noted of the column; lives as long as `self`. */
const gboolean *ut_own_codes_ruled_out (const UtOwnCodes *self);
/* label: of the place in the row */
void ut_own_codes_note (UtOwnCodes *self, guint column, UtPlaces *places, const char *label, const char *text);

/* The first column of a table where all threads met only own codes, and two different ones at least; -1: none.
 * all: UtOwnCodes */
int ut_own_codes_find (const GPtrArray *all);

#endif
