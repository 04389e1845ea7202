/* Small texts the charts share. Whole sentences on verdicts belong to the report. */
#ifndef UT_CHART_WORDING_H
#define UT_CHART_WORDING_H

#include <utsyn/assess.h>

/* A place inside a sentence: "Vinje", "Trøndelag", "landet". New string. */
char *ut_word_place (const UtRegions *regions, UtRegionId region, UtLanguage language);
/* The same as a heading: "Landet". */
char *ut_word_place_heading (const UtRegions *regions, UtRegionId region, UtLanguage language);

/* The number with the indicator's decimals, the sign of a missing one, or a dash when there is no row. */
char *ut_word_figure (const UtFigure *figure, const UtIndicator *indicator, UtLanguage language);
/* A value of the indicator with its sign: "8,4 %". */
char *ut_word_value (const UtIndicator *indicator, double value, UtLanguage language);
/* A number with two significant digits, for changes a year; `like` sets the decimals. */
char *ut_word_change (double value, double like, UtLanguage language);

/* The short name, or the name. */
const char *ut_word_name (const UtIndicator *indicator, UtLanguage language);

/* "Innbyggjarar, personar", or "Personar" under a title that starts with the name. */
char *ut_word_subject (const UtIndicator *indicator, const char *title, UtLanguage language);

/* A period as short as it can be told: "2021–23", "2022/23", "22/23–24/25". */
char *ut_word_period (UtPeriod period, UtLanguage language);

/* Under a name: "2021–23 · prosent · om lag". */
char *ut_word_detail (const UtAssessed *assessed, UtLanguage language);

/* What a reader must know of figures with these marks, as one sentence each; "" when nothing. */
char *ut_word_quality_notes (guint16 quality, UtLanguage language);

/* "prosentpoeng", "per 1000": the unit of a difference. */
const char *ut_word_difference_unit (UtUnit unit, UtLanguage language);

/* With a capital first letter. */
char *ut_word_capital (const char *text);

guint ut_word_count (const char *text);

#endif
