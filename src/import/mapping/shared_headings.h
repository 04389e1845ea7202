/* Headings that several columns of a file have, and dataset.yaml names. */
#ifndef UT_IMPORT_MAPPING_SHARED_HEADINGS_H
#define UT_IMPORT_MAPPING_SHARED_HEADINGS_H

#include <utsyn/findings.h>

#include "import/mapping/collected_table.h"

/* Tells that the first of the columns was read. Where the second one is named as well, by its own name, there is
 * nothing to tell. `values` and `labels` are the columns that dataset.yaml names. */
void ut_shared_headings_report (const UtCollectedTable *table, const char *shown, char *const *values,
                                char *const *labels, UtFindings *findings);

#endif
