/* How large a count is to be expected: from what is public, whatever the count itself is. */
#ifndef UT_ASSESS_EXPECTED_H
#define UT_ASSESS_EXPECTED_H

#include "links.h"

/* Public sizes of places: of the indicator without limits that has a number of persons for most municipalities, the
 * newest number of each; of a county or the country, their sum. [regions]; NaN where there is none. */
double *ut_place_sizes_new (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions);

/*
 * What is expected of a member of a sum: its persons times the rate of the total. Where persons are not known, its
 * place's share of the people (`work->sizes`) times the count of the total; where these are not known either, every
 * member has an equal share. Where the total is not known, or is the cell itself, its county's or the country's figure
 * stands for it. 0 when neither is shown.
 */
double ut_expected_count (const UtLinks *links, guint32 which, guint32 cell);

/* The most that is expected of a cell in any of its sums. */
double ut_most_expected (const UtLinks *links, guint32 cell);

#endif
