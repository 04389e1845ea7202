/* Change over time. */
#ifndef UT_ASSESS_CHANGE_H
#define UT_ASSESS_CHANGE_H

#include <utsyn/assess.h>

/* That of a series that was not requested. */
UtTrend ut_change_none (void);
/* The trend of a series, beside nobody; ut_change_clear frees what it holds. */
UtTrend ut_change_find (const UtIndicator *indicator, UtSeries series);
void ut_change_clear (UtTrend *trend);

/* Why the statistics gave no answer. */
UtReason ut_change_reason (UtOutcome outcome);

/* The change between the newest two of the trend's rows; see UtSurveyChange. `trend` has its rows and its reason. */
UtSurveyChange ut_surveys_compare (const UtIndicator *indicator, const UtTable *table, const UtTrend *trend);

UtTrendContrast ut_contrast_none (void);
/* The place's own trend, the verdict and the series of the benchmark are there. */
UtTrendContrast ut_contrast_find (const UtAssessed *assessed, UtBenchmark benchmark);

#endif
