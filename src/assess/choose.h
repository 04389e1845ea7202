/* Which cells are suppressed besides. */
#ifndef UT_ASSESS_CHOOSE_H
#define UT_ASSESS_CHOOSE_H

#include "links.h"

/*
 * The further cells to suppress for one that stands alone in a sum, in the sum that leaves least to choose from:
 * guint32, none when there is no more to suppress. Nothing but what is public decides, so that it tells nothing which
 * were chosen.
 *
 * Municipalities before counties before the country, what has limits before what has none, parts before the whole; of
 * these the cells whose expected count (ut_expected_count()) is at least 2(T + 1), with T the limit; what leaves fewest
 * suppressed cells alone; the least expected; the first by code. Where no cell is expected to be as large, the whole
 * line.
 */
GArray *ut_choose_company (const UtLinks *links, guint cell);

/* The same for one that has company, but not doubt enough (see ut_links_leave_doubt()): the first cell that is enough
 * once it is suppressed, in its own sums or in those of its company; else as above, in the narrowest of its sums. */
GArray *ut_choose_further (UtLinks *links, guint cell, guint n_values, const double *upper);

/* The same in one sum, whichever cells are suppressed in it. */
GArray *ut_choose_in (const UtLinks *links, guint which, int limit);

/* The largest count that is suppressed for its own sake, or what stands for it. */
int ut_limit_of (const UtIndicator *indicator);

#endif
