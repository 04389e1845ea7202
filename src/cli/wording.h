/* Words and fields the tables of several commands share; in the message language. New strings where char *. */
#ifndef UT_CLI_WORDING_H
#define UT_CLI_WORDING_H

#include "cli/question.h"
#include <jansson.h>

/* "Fyresdal", "The country". */
char *ut_cli_place (const UtQuestion *question, UtRegionId place);
/* "Children 0–17, per cent". */
char *ut_cli_indicator (const UtIndicator *indicator);
/* "2.58–8.99", or "−0.2 to 0.4" where a minus would stand beside the dash; "" when there is none. */
char *ut_cli_interval (UtInterval interval, int decimals);

/* "△ better, may be chance"; "– not tested: …", or the mark alone where there is no room for a reason. */
char *ut_cli_judgement (const UtVerdict *verdict);
char *ut_cli_short_judgement (const UtVerdict *verdict);

/* Prints what all of the table is about: the place when there is one, the indicator when there is one. */
void ut_cli_print_subject (const UtQuestion *question);

/* The first fields of a record: place, indicator and unit. */
json_t *ut_record_new (const UtQuestion *question, UtRegionId place, const UtIndicator *indicator);
/* Level, whether robust, reason, p and q. */
void ut_record_set_verdict (json_t *record, const char *prefix, const UtVerdict *verdict);

#endif
