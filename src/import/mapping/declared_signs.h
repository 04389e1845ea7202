/* The signs that dataset.yaml declares with 'missing'. */
#ifndef UT_IMPORT_MAPPING_DECLARED_SIGNS_H
#define UT_IMPORT_MAPPING_DECLARED_SIGNS_H

#include <glib.h>

#include "import/label/notation.h"

/* The notation with signs (UtMissingSign) that take precedence over its own; their texts must live as long. Free with
 * ut_notation_free(). */
UtNotation *ut_declared_signs_add (const UtNotation *notation, const GArray *missing);

#endif
