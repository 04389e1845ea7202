/* Which dimensions of a table follow its place, its period or each other. */
#ifndef UT_IMPORT_INSPECT_FOLLOWS_H
#define UT_IMPORT_INSPECT_FOLLOWS_H

#include <utsyn/import.h>

#include "import/importer.h"

typedef struct UtFollows UtFollows;

UtFollows *ut_follows_new (const UtCellLayout *layout);
void ut_follows_free (UtFollows *follows);
/* A row of label codes, one a dimension. */
void ut_follows_row (UtFollows *follows, const guint32 *labels);
/* Fills in what is said of the dimensions. */
void ut_follows_finish (const UtFollows *follows, UtInspectTable *table);

#endif
