/* The chart kinds, for the registry. */
#ifndef UT_CHART_CHARTS_H
#define UT_CHART_CHARTS_H

#include <utsyn/chart.h>

UtScene *ut_chart_barometer (const UtChartRequest *request);
guint ut_chart_barometer_n_parts (const UtChartRequest *request);
UtScene *ut_chart_trend (const UtChartRequest *request);
UtScene *ut_chart_places (const UtChartRequest *request);

#endif
