/* The count behind a figure, and what a small count is. */
#ifndef UT_ASSESS_COUNTS_H
#define UT_ASSESS_COUNTS_H

#include <utsyn/indicator.h>
#include <utsyn/table.h>

/* Events among `n`: known (lowest = nearest = highest), or the integers that round to the printed figure. */
typedef struct {
  double lowest, nearest, highest;
  double n;
} UtCounts;

/*
 * The counts behind a figure. Without a published numerator they are the integers whose figure rounds to the printed
 * one, which needs the denominator and the indicator's resolution.
 *
 * FALSE when there is no telling: no denominator, no resolution, or no integer gives the printed figure.
 */
gboolean ut_counts_find (const UtIndicator *indicator, double value, double numerator, double denominator,
                         UtCounts *counts);

/* The same for hiding: also the count that a percentage is about, where nothing is said of its rounding, and for a
 * count measure the figure itself. NaN where a figure has no count. */
UtCounts ut_cell_counts (const UtIndicator *indicator, double value, double numerator, double denominator);
/* Of a row. */
UtCounts ut_row_counts (const UtTable *table, gsize row, const UtIndicator *indicator);

/* Whether a cell of these counts is at or below a limit. NaN is below no limit. */
gboolean ut_counts_are_small (const UtSuppression *limits, double lowest, double highest, double n);

#endif
