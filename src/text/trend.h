/* A change over time in words. */
#ifndef UT_TEXT_TREND_H
#define UT_TEXT_TREND_H

#include <utsyn/phrases.h>

/* A number with two significant digits, for changes a year; `like` sets the decimals. New string. */
char *ut_phrase_change (double value, double like, UtLanguage language);

/* " That is the right direction."; "" where nothing is judged. */
const char *ut_phrase_direction (const UtIndicator *indicator, gboolean up, UtLanguage language);

/* " The figure for the country changes in the same direction.", ", as in the country"; the county where only it does;
 * "" when neither. */
const char *ut_phrase_shared_change (const UtAssessed *assessed, UtLanguage language);
const char *ut_phrase_shared_with (const UtAssessed *assessed, UtLanguage language);

/* "Fra 2019 til 2022 gikk tallet opp med 12 prosentpoeng …"; where the change between the two last surveys is not
 * tested, why. New string. */
char *ut_phrase_surveys (const UtAssessed *assessed, UtLanguage language);
/* Decimals that tell the difference and the ends of its interval from 0. */
int ut_survey_decimals (const UtSurveyChange *change);

/* "  endring per år minus endringa i resten av fylket: 0,812 (95 % …)"; the contrast has an answer. New string. */
char *ut_phrase_against_rest (const UtTrendContrast *contrast, UtBenchmark benchmark, UtLanguage language);

#endif
