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

/* After a rise, fall or jump that the country, or only the county, has too: " The figure for the country changes in the
 * same direction."; the second ", as in the country"; "" where it is the place's own. */
const char *ut_word_shared_change (const UtAssessed *assessed, UtLanguage language);
const char *ut_word_shared_with (const UtAssessed *assessed, UtLanguage language);

/* With a capital first letter. */
char *ut_word_capital (const char *text);

guint ut_word_count (const char *text);

/* Whether a place is held against those of an area who are not in the place, or against the area's own figure. Flags:
 * several comparisons can be of both kinds. */
typedef enum { UT_AGAINST_REST = 1 << 0, UT_AGAINST_WHOLE = 1 << 1, UT_N_AGAINST = 1 << 2 } UtAgainst;

/* As a rule has it. */
UtAgainst ut_word_against_by (UtRule rule);
/* As it was in this comparison: the whole too where a source does not say how many were measured. */
UtAgainst ut_word_against_in (const UtVerdict *verdict);
/* "resten av landet", "landet", "landet eller resten av landet"; `against` are UtAgainst flags, of which the rest is
 * taken when there are none. New string. */
char *ut_word_against (guint against, const char *area, UtLanguage language);

/* One sentence each for the rules, flags 1 << UtRule, that a reader of a figure alone must be told; "" for utsyn. New
 * string. */
char *ut_word_rules (guint rules, UtLanguage language);

#endif
