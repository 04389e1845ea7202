/* Small helpers on figures and intervals. */
#ifndef UT_ASSESS_FIGURE_H
#define UT_ASSESS_FIGURE_H

#include <utsyn/assess.h>

/* Both ends NaN. */
extern const UtInterval ut_no_interval;

/* Of an indicator where a place has no row. */
UtFigure ut_figure_none (const UtIndicator *indicator, UtRegionId region);

/* Whether a zero may stand for a suppressed figure. */
gboolean ut_figure_may_be_suppressed (UtStatus status, guint16 quality, double value);

/* Whether the figure of a row is known as the source has it: published, no "about", and no zero that may stand for a
 * suppressed one. */
gboolean ut_row_is_known (const UtTable *table, gsize row);

/* ut_figure_is_ranked() of a row. */
gboolean ut_row_is_ranked (const UtTable *table, gsize row);

/* What is known of it where it was put together of members' figures; NULL for others, a target among them, which is no
 * row. `table` may be NULL. */
const UtCombined *ut_figure_combined (const UtTable *table, const UtFigure *figure);

UtInterval ut_interval_scale (UtInterval interval, double factor);

#endif
