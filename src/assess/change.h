/* Change over time. */
#ifndef UT_ASSESS_CHANGE_H
#define UT_ASSESS_CHANGE_H

#include <utsyn/assess.h>

/* That of a series that was not requested. */
UtTrend ut_change_none (void);
/* The trend of a series; ut_change_clear frees what it holds. */
UtTrend ut_change_find (const UtIndicator *indicator, UtSeries series);
void ut_change_clear (UtTrend *trend);

/* The change between the newest two of the trend's rows; see UtSurveyChange. `trend` has its rows and its reason. */
UtSurveyChange ut_surveys_compare (const UtIndicator *indicator, const UtTable *table, const UtTrend *trend);

/* See UtAssessed.trend_is_shared: the place's own trend and the series of the benchmark are there. */
gboolean ut_assess_trend_is_shared (const UtAssessed *assessed, UtBenchmark benchmark);

#endif
