/* An inspection as data. */
#ifndef UT_CLI_INSPECT_JSON_H
#define UT_CLI_INSPECT_JSON_H

#include <utsyn/import.h>

/* One object, indented, with a line end. New string. */
char *ut_inspection_to_json (const char *path, const UtInspection *inspection, const UtProposal *proposal);

#endif
