/* Small helpers on figures and intervals. */
#ifndef UT_ASSESS_FIGURE_H
#define UT_ASSESS_FIGURE_H

#include <utsyn/assess.h>

/* Both ends NaN. */
extern const UtInterval ut_no_interval;

/* Of an indicator where a place has no row. */
UtFigure ut_figure_none (const UtIndicator *indicator, UtRegionId region);

/* Whether a zero may stand for a hidden figure. */
gboolean ut_figure_may_be_hidden (UtStatus status, guint16 quality, double value);

/* Whether a row has a figure that can have a place among others: one that is known, and its own people's. */
gboolean ut_figure_is_ranked (const UtTable *table, gsize row);

UtInterval ut_interval_scale (UtInterval interval, double factor);

#endif
