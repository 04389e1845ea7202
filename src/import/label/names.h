/* Places by the names files use, of any vintage. */
#ifndef UT_IMPORT_LABEL_NAMES_H
#define UT_IMPORT_LABEL_NAMES_H

#include <glib.h>
#include <utsyn/region.h>

#include "import/label/region.h"

typedef struct UtNames UtNames;

UtNames *ut_names_new (const UtRegions *regions);
void ut_names_free (UtNames *names);

/* The place of that name in `year`, else the only one that ever had it. Its names in several languages may stand side
 * by side in any order, with anything between them: "Romsa/Troms"; a name of nothing else may stand among them. Two
 * places of one name are told apart by the county in parentheses, never by a guess; Oslo is the municipality.
 *
 * ambiguous: whether several places have the name and none can be chosen. NULL when there is none. */
const UtRegion *ut_names_find (const UtNames *names, const UtRegionLabel *label, int year, gboolean *ambiguous);

/* Whether what stands beside a label's code is nothing, or names of that code and nothing else: those it has had in any
 * year, in any of its languages, whole or in parts, in any order. A code of digits alone may be an age or an industry,
 * so its text must be a name of the place; one with an agency's letters is only refused for the name of another place.
 * Of notes in parentheses only a county is judged: it must hold a place of that name that the code was or became. A
 * code nobody has fits anything. */
gboolean ut_names_fit (const UtNames *names, const UtRegionLabel *label);

#endif
