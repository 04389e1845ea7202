/* Which places the labels of a file are, and which year's codes. */
#ifndef UT_IMPORT_INSPECT_PLACES_H
#define UT_IMPORT_INSPECT_PLACES_H

#include <utsyn/import.h>

#include "import/label/place.h"

/* labels: char *. Fills `counts`, whose `strange` is the caller's to free. */
void ut_inspect_places (UtPlaces *places, const GPtrArray *labels, UtInspectPlaces *counts);

/* Whether four of five labels are places, of any time; bare numbers may be anything. */
gboolean ut_inspect_are_places (UtPlaces *places, const GPtrArray *labels);

#endif
