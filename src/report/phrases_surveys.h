/* The sentence on the change between the two last surveys, for ut_phrase_trend. */
#ifndef UT_REPORT_PHRASES_SURVEYS_H
#define UT_REPORT_PHRASES_SURVEYS_H

#include <utsyn/assess.h>

/* "Fra 2019 til 2022 gikk tallet opp med 12 prosentpoeng …"; where the change is not tested, why. */
char *ut_phrase_surveys (const UtAssessed *assessed, UtLanguage language);

/* Decimals that tell the difference and the ends of its interval from 0. */
int ut_survey_decimals (const UtSurveyChange *change);

/* " That is the right direction."; "" where nothing is judged. */
const char *ut_phrase_direction (const UtIndicator *indicator, gboolean up, UtLanguage language);

#endif
