/* One cell: a figure or a sign; a word of quality. */
#ifndef UT_IMPORT_CELL_H
#define UT_IMPORT_CELL_H

#include <glib.h>

#include "import/fact.h"
#include "import/profile.h"

#define UT_QUALITY_WORDS "ok, estimate, split_estimate, preliminary, approximate, break, at_limit"

/* Fills value, status and printed decimals; FALSE when the text is neither a number nor a sign of the profile. */
gboolean ut_cell_read (const char *text, const UtProfile *profile, UtDecimalMark mark, UtFact *fact);

/* Whether a cell that may be a heading as well is written as a figure, by any mark, or as a sign that anybody uses. */
gboolean ut_cell_is_figure (const char *text);

/* A share 0..1 as per cent, without the dust of binary fractions: 0.0725 is 7.25. One that only the column can read
 * stays as it is. */
void ut_fact_to_percent (UtFact *fact);

/* Adds the flag a word means to `quality`; "" and "ok" mean none. FALSE when it is no such word. */
gboolean ut_quality_read (const char *word, guint16 *quality);

#endif
