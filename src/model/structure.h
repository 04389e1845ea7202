/* Every structure of municipalities since 2016, worked out once: what each of its codes became, which county each
 * municipality of today belonged to, and which former counties are a county of today under another code. */
#ifndef UT_MODEL_STRUCTURE_H
#define UT_MODEL_STRUCTURE_H

#include "model/reform.h"
#include <utsyn/region.h>

typedef struct UtStructures UtStructures;

/* `regions` must hold all counties and municipalities, of any vintage. */
UtStructures *ut_structures_new (const UtRegions *regions, const UtReforms *reforms);
void ut_structures_free (UtStructures *structures);

/* As ut_regions_restate, for a municipality, or for a county in force in `year`; FALSE also when the county has no heir
 * of another code. */
gboolean ut_structures_restate (const UtStructures *structures, UtRegionId region, int year, UtRestateKind *kind,
                                GArray *targets);

/* As ut_regions_county_in. */
UtRegionId ut_structures_county_in (const UtStructures *structures, UtRegionId municipality, int year);

#endif
