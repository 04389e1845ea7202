/* The rows of a table being built. */
#ifndef UT_MODEL_TABLE_ROWS_H
#define UT_MODEL_TABLE_ROWS_H

#include <utsyn/table.h>

/* Rows that were added one after the other. */
typedef struct {
  UtTable rows;   /* n_rows and the columns */
  gsize capacity; /* rows the columns have room for */
  gboolean owned; /* FALSE: a part of the builder's room */
  gboolean sorted;
  gboolean no_numerator;          /* every row's is NaN */
  gboolean numerator_is_value;    /* of every row, as for a number of people */
  gboolean denominators, margins; /* a row has one; without, and where one of the two above says it all, the
                                     column is not written */
} UtRowRun;

struct UtTableBuilder {
  UtTable room;           /* columns that parts fill side by side */
  GPtrArray *runs;        /* UtRowRun; rows are added to the last */
  GArray *slices;         /* UtOriginSlice */
  GArray *origins;        /* UtOrigin */
  GPtrArray *files;       /* UtTableFile */
  GHashTable *file_index; /* "path\ndataset" → index */
};

/* Orders row `i` of one and row `k` of another by indicator, region and period. */
int ut_rows_compare (const UtTable *a, gsize i, const UtTable *b, gsize k);

/* Begins anew after what there was has been handed over. */
void ut_table_builder_restart (UtTableBuilder *builder);

#endif
