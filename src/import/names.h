/* Places by the names files use, of any vintage. */
#ifndef UT_IMPORT_NAMES_H
#define UT_IMPORT_NAMES_H

#include <glib.h>
#include <utsyn/region.h>

#include "import/region_label.h"

typedef struct UtNames UtNames;

UtNames *ut_names_new (const UtRegions *regions);
void ut_names_free (UtNames *names);

/* The place of that name in `year`, else the only one that ever had it. Either part of "Porsanger - Porsáŋgu" will do.
 * Two places of one name are told apart by the county in parentheses, never by a guess; Oslo is the municipality.
 *
 * ambiguous: whether several places have the name and none can be chosen. NULL when there is none. */
const UtRegion *ut_names_find (const UtNames *names, const UtRegionLabel *label, int year, gboolean *ambiguous);

#endif
