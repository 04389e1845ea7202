/* Which cells are hidden besides. */
#ifndef UT_ASSESS_CHOOSE_H
#define UT_ASSESS_CHOOSE_H

#include "links.h"

/*
 * The further cells to hide for one that is hidden and has no company, or not enough: guint32, none when there is no
 * more to hide. Nothing but what is public decides, so that it tells nothing which were chosen.
 *
 * In the sum in which the cell stands alone (the one that leaves least to choose from), else in all of its sums and in
 * those of its company: municipalities before counties before the country, and what has limits before what has none;
 * what leaves fewest hidden cells alone; then the one whose expected count (ut_expected_count()) is least but at least
 * 2(T + 1), with T the limit; then the first by code. Where no cell is expected to be as large the whole line is
 * hidden.
 */
GArray *ut_choose_further (UtLinks *links, guint cell, guint n_values, const double *upper);

/* Those only that a cell needs which stands alone in a sum. */
GArray *ut_choose_company (const UtLinks *links, guint cell);

/* The same in one sum, whichever cells are hidden in it. */
GArray *ut_choose_in (const UtLinks *links, guint which, int limit);

/* The largest count that is hidden for its own sake, or what stands for it. */
int ut_limit_of (const UtIndicator *indicator);

#endif
