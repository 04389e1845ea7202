/* The columns of a table, whatever their types. */
#ifndef UT_MODEL_COLUMNS_H
#define UT_MODEL_COLUMNS_H

#include <utsyn/table.h>

/* Room for n rows, not cleared. Those that may be NULL in a table stay as they are. */
void ut_columns_make (UtTable *table, gsize n);
void ut_columns_make_optional (UtTable *table, gsize n);
/* Other room for those that are there. */
void ut_columns_resize (UtTable *table, gsize n);
/* The columns of `part` begin at row `at` of those of `whole`. */
void ut_columns_point (UtTable *part, const UtTable *whole, gsize at);
/* Copies rows, but not those columns that may be NULL; the two may overlap. */
void ut_columns_copy (UtTable *to, gsize at, const UtTable *from, gsize i, gsize n);
/* Lets go of all columns, and has none then. */
void ut_columns_free (UtTable *table);

#endif
