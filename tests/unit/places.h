/* The bundled lists of places, for any test. */
#ifndef UT_TEST_PLACES_H
#define UT_TEST_PLACES_H

#include <utsyn/region.h>

UtRegions *places_load (void);
/* Into the project at `root`. */
void places_copy (const char *root);

#endif
