/* A change over time in words. */
#ifndef UT_TEXT_TREND_H
#define UT_TEXT_TREND_H

#include <utsyn/phrases.h>

/* A number with two significant digits, for changes a year; `like` sets the decimals. New string. */
char *ut_phrase_change (double value, double like, UtLanguage language);

/* " That is the right direction."; "" where nothing is judged. */
const char *ut_phrase_direction (const UtIndicator *indicator, gboolean up, UtLanguage language);

/* The area whose trend is told beside the place's own: the country, or else the county. FALSE: neither. */
gboolean ut_trend_told_beside (const UtTrend *trend, UtBenchmark *area);

/* ", meir enn i landet", "; kan ikkje skiljast frå landet": after the words of a change; "" where there is none, or
 * nothing to set it beside. */
const char *ut_phrase_beside (const UtTrend *trend, UtLanguage language);
/* " Det er heller ikkje sikkert ulikt landet, som aukar.": after the sentence on no clear trend; "" otherwise. */
const char *ut_phrase_beside_sentence (const UtTrend *trend, UtLanguage language);

/* " Det kan vere tilfeldig når så mange trendar er prøvde.": where the change, or its difference from the area, does
 * not survive the many tests; "" otherwise. */
const char *ut_phrase_trend_doubt (const UtTrend *trend, UtLanguage language);

/* "Framskrivinga går frå 547 i 2026 til 530 i 2030 (−3 %; 521–540), …"; in a cell only the middle year. NULL when it
 * says nothing of the place. New string. */
char *ut_phrase_projection (const UtAssessed *assessed, UtLanguage language);
char *ut_phrase_projection_word (const UtAssessed *assessed, UtLanguage language);

/* "Fra 2019 til 2022 gikk tallet opp med 12 prosentpoeng …"; where the change between the two last surveys is not
 * tested, why. New string. */
char *ut_phrase_surveys (const UtAssessed *assessed, UtLanguage language);
/* Decimals that tell the difference and the ends of its interval from 0. */
int ut_survey_decimals (const UtSurveyChange *change);

/* "  endring per år ut over landet: 0,812 (95 % …)"; the contrast has an answer. New string. */
char *ut_phrase_contrast (const UtTrendContrast *contrast, UtBenchmark benchmark, UtLanguage language);

#endif
