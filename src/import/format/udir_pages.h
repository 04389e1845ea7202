/* Udir's data API answers in pages; each row says which page it is of, and how many rows there are in all. */
#ifndef UT_IMPORT_FORMAT_UDIR_PAGES_H
#define UT_IMPORT_FORMAT_UDIR_PAGES_H

#include "import/shape/json_records.h"

/* What is missing of the answer, in the message language; NULL when all of it is there, or it does not say. `root` may
 * be the list itself. New string. */
char *ut_udir_find_lack (const json_t *root, const UtJsonRecords *records);

#endif
