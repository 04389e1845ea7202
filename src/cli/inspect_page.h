/* An inspection as a page for a person. */
#ifndef UT_CLI_INSPECT_PAGE_H
#define UT_CLI_INSPECT_PAGE_H

#include <utsyn/import.h>

/* all: every label and column, not only the first ones. */
void ut_inspection_print (const char *path, const UtInspection *inspection, const UtProposal *proposal, gboolean all);

#endif
