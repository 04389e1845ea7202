/* Facts of data files: what is not known is null. */
#ifndef UT_TEXT_JSON_FACT_H
#define UT_TEXT_JSON_FACT_H

#include <jansson.h>
#include <utsyn/period.h>

/* NULL is null. */
json_t *ut_json_text (const char *text);
/* "2023", "2022/23", "2021–2023"; null when there is none. */
json_t *ut_json_period (UtPeriod period);

/* A field of an object; keys keep their order. A number that is not finite is null, a whole one has no decimals. */
void ut_json_set_number (json_t *object, const char *key, double value);
void ut_json_set_text (json_t *object, const char *key, const char *text);
void ut_json_set_period (json_t *object, const char *key, UtPeriod period);

/* Indented, numbers with so many digits, with a line end. New string. */
char *ut_json_to_text (const json_t *value, guint n_digits);

#endif
