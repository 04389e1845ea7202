/* How exactly a figure is printed. */
#ifndef UT_ASSESS_ROUNDING_H
#define UT_ASSESS_ROUNDING_H

#include <utsyn/assess.h>

/* How far a printed share or rate that is not rounded may be from the true one, without unit. */
#define UT_UNROUNDED 1e-9

/* How far the true value may be from the figure, in the indicator's unit: half its `resolution`, or else half the last
 * decimal that the same file prints of the indicator; of an area that was put together, what its members' digits and
 * persons leave open. `table` may be NULL: the figure alone then tells. */
double ut_figure_half_width (const UtTable *table, const UtIndicator *indicator, const UtFigure *figure);

#endif
