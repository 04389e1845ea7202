/* An answer as data: flat records, written as a JSON array or as CSV (RFC 4180). */
#ifndef UT_CLI_RECORDS_H
#define UT_CLI_RECORDS_H

#include "text/json_fact.h"
#include <utsyn/assess.h>

typedef enum { UT_FORM_TABLE, UT_FORM_CSV, UT_FORM_JSON } UtForm;

/* The two options that choose, as GOption has filled them in. UT_ERROR_USAGE when both are given. */
gboolean ut_form_choose (gboolean csv, gboolean json, UtForm *form, GError **error);

/* A field of a record, beside those of text/json_fact.h. */
void ut_record_set_flag (json_t *record, const char *key, gboolean value);
void ut_record_set_null (json_t *record, const char *key);
/* <prefix>_lower and <prefix>_upper. */
void ut_record_set_interval (json_t *record, const char *prefix, UtInterval interval);

/* value, its interval, counts, sign of a missing one, with `prefix` before each key. */
void ut_record_set_figure (json_t *record, const char *prefix, const UtFigure *figure);

/* Prints an array of records that all have the same keys. CSV has a heading row, an empty field for null, decimal
 * points and CRLF line ends. */
void ut_records_print (const json_t *records, UtForm form);

#endif
