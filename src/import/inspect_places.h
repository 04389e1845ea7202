/* Which places the labels of a file are, and which year's codes. */
#ifndef UT_IMPORT_INSPECT_PLACES_H
#define UT_IMPORT_INSPECT_PLACES_H

#include <utsyn/import.h>

/* labels: char *. Fills `places`. */
void ut_inspect_places (const UtRegions *regions, const GPtrArray *labels, UtInspectPlaces *places);

#endif
