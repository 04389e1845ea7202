/* Figures of places that should be ours and are not: one finding a place, however many rows it has. */
#ifndef UT_IMPORT_MAPPING_UNKNOWN_PLACES_H
#define UT_IMPORT_MAPPING_UNKNOWN_PLACES_H

#include <glib.h>
#include <utsyn/findings.h>

#include "import/label/beside.h"
#include "import/label/place.h"

typedef struct UtUnknownPlaces UtUnknownPlaces;

UtUnknownPlaces *ut_unknown_places_new (void);
void ut_unknown_places_free (UtUnknownPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtUnknownPlaces, ut_unknown_places_free)

void ut_unknown_places_add (UtUnknownPlaces *self, const UtPlace *place, const char *label, guint line);
/* A figure whose place stands in a column that holds no codes of places; `example` is one of them, with its name
 * where it has one. */
void ut_unknown_places_add_column (UtUnknownPlaces *self, const char *heading, UtCodesDoubt doubt, const char *example,
                                   guint line);
/* Adds what another thread met in the same file. */
void ut_unknown_places_merge (UtUnknownPlaces *self, const UtUnknownPlaces *others);
/* In the order of their first lines. */
void ut_unknown_places_report (UtUnknownPlaces *self, const UtRegions *regions, const char *file, UtFindings *findings);

#endif
