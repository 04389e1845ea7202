/* The groups of an indicator: compare --by. */
#ifndef UT_CLI_COMPARE_BY_H
#define UT_CLI_COMPARE_BY_H

#include "cli/question.h"
#include "cli/records.h"
#include <utsyn/breakdown.h>

/* The dimension of that name. FALSE with UT_ERROR_USAGE: none such, or an indicator requested is not broken down by it.
 */
gboolean ut_compare_by_choose (const UtQuestion *question, const char *name, UtDimension *dimension, GError **error);

/* Prints each group against the same group of the benchmarks, and the groups against each other. */
void ut_compare_by_print (const UtQuestion *question, const GArray *benchmarks, UtDimension dimension, UtForm form);

#endif
