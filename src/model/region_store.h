/* Places being loaded. */
#ifndef UT_MODEL_REGION_STORE_H
#define UT_MODEL_REGION_STORE_H

#include "model/structure.h"
#include <utsyn/region.h>

struct UtRegions {
  GPtrArray *all;      /* UtRegion */
  GHashTable *by_code; /* code → UtRegion */
  UtStructures *structures;
  UtReforms *reforms;
};

/* Without any place; the structures are NULL until they are worked out. */
UtRegions *ut_regions_new (void);
/* Adds a place in force, whose members are not known yet. */
UtRegion *ut_regions_add (UtRegions *regions, UtRegionKind kind, const char *code, const char *name);

#endif
