/* The trend of a place beside that of the rest of the county and the country, as utsyn trend prints it. */
#ifndef UT_CLI_TREND_CONTRAST_H
#define UT_CLI_TREND_CONTRAST_H

#include "cli/question.h"
#include <jansson.h>

/* A line for each benchmark below the table; nothing for a place that has no trend of its own, or no benchmark. */
void ut_trend_print_contrasts (const UtQuestion *question);

/* county_difference_per_year and so on, and why there is none. */
void ut_trend_set_contrasts (json_t *record, const UtAssessed *assessed);

#endif
