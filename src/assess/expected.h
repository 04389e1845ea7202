/* How large a count is to be expected: from what is public, whatever the count itself is. */
#ifndef UT_ASSESS_EXPECTED_H
#define UT_ASSESS_EXPECTED_H

#include "suppress.h"

/* Public sizes of places: of the indicator without limits that has a number of persons for most municipalities, the
 * newest number of each; of a county or the country, their sum. [regions]; NaN where there is none. */
double *ut_place_sizes_new (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions);

/*
 * What is expected of the row of a table: its persons times the rate of its county, or of the country where the
 * county's figure is not shown or the row is a county's own. Where persons are not known, the place's share of the
 * area's people
 * (`work->sizes`); where these are not known either, every place has an equal share. 0 when no area's figure is shown.
 */
double ut_expected_count (const UtSuppressing *work, gsize row);

#endif
