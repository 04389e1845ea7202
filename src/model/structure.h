/* Every structure of municipalities since 2016, worked out once: what each of its codes became, and which county each
 * municipality of today belonged to. */
#ifndef UT_MODEL_STRUCTURE_H
#define UT_MODEL_STRUCTURE_H

#include "model/reform.h"
#include <utsyn/region.h>

typedef struct UtStructures UtStructures;

/* `regions` must hold all counties and municipalities, of any vintage. */
UtStructures *ut_structures_new (const UtRegions *regions, const UtReforms *reforms);
void ut_structures_free (UtStructures *structures);

/* As ut_regions_restate, for a municipality. */
gboolean ut_structures_restate (const UtStructures *structures, UtRegionId municipality, int year, UtRestateKind *kind,
                                GArray *targets);

/* As ut_regions_county_in. */
UtRegionId ut_structures_county_in (const UtStructures *structures, UtRegionId municipality, int year);

#endif
