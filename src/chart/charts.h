/* The chart kinds, for the registry. */
#ifndef UT_CHART_CHARTS_H
#define UT_CHART_CHARTS_H

#include <utsyn/chart.h>

UtScene *ut_chart_barometer (const UtChartRequest *request);
guint ut_chart_barometer_n_parts (const UtChartRequest *request);
UtScene *ut_chart_trend (const UtChartRequest *request);
/* Where the report has one place, which has figures of several periods. */
gboolean ut_chart_trend_suits (const UtChartRequest *request);
UtScene *ut_chart_places (const UtChartRequest *request);
/* Where there are several places to see beside each other, or one that has no series to show. */
gboolean ut_chart_places_suits (const UtChartRequest *request);

/* Whether a place has figures of two periods, so that a line can be drawn. */
gboolean ut_chart_has_line (const UtAssessed *assessed);

#endif
