/* What an indicator and its figures are called. */
#ifndef UT_TEXT_INDICATOR_H
#define UT_TEXT_INDICATOR_H

#include <utsyn/assess.h>

/* The short name, or the name. */
const char *ut_phrase_name (const UtIndicator *indicator, UtLanguage language);

/* "Innbyggjarar, personar", or "Personar" under a title that starts with the name. New string. */
char *ut_phrase_subject (const UtIndicator *indicator, const char *title, UtLanguage language);

/* A period as short as it can be written: "2021–23", "2022/23", "22/23–24/25". New string. */
char *ut_phrase_period (UtPeriod period, UtLanguage language);

/* Under a name: "2021–23 · prosent · om lag". New string. */
char *ut_phrase_detail (const UtAssessed *assessed, UtLanguage language);

/* "prosentpoeng", "per 1000": the unit of a difference. */
const char *ut_phrase_difference_unit (UtUnit unit, UtLanguage language);

#endif
