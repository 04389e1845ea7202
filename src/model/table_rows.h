/* The rows of a table being built, in blocks. */
#ifndef UT_MODEL_TABLE_ROWS_H
#define UT_MODEL_TABLE_ROWS_H

#include <utsyn/table.h>

#define UT_BLOCK_ROWS 1024

/* The three doubles are NULL until a row of the block has one. */
typedef struct {
  guint n;
  UtIndicatorId indicator[UT_BLOCK_ROWS];
  UtRegionId region[UT_BLOCK_ROWS];
  UtPeriod period[UT_BLOCK_ROWS];
  double value[UT_BLOCK_ROWS];
  guint32 line[UT_BLOCK_ROWS];
  guint16 quality[UT_BLOCK_ROWS];
  guint16 file[UT_BLOCK_ROWS];
  guint8 status[UT_BLOCK_ROWS];
  double *numerator, *denominator, *margin;
} UtBlockOfRows;

/* Blocks whose rows are in order, if `sorted`. */
typedef struct {
  GPtrArray *blocks;
  gsize n_rows;
  gboolean sorted;
} UtRun;

struct UtTableBuilder {
  GPtrArray *runs;        /* Run; rows are added to the last */
  GArray *slices;         /* UtOriginSlice */
  GArray *origins;        /* UtOrigin */
  GPtrArray *files;       /* UtTableFile */
  GHashTable *file_index; /* "path\ndataset" → index */
};

void ut_block_of_rows_free (UtBlockOfRows *block);
/* Orders row `i` of one block and row `k` of another by indicator, region and period. */
int ut_rows_compare (const UtBlockOfRows *a, guint32 i, const UtBlockOfRows *b, guint32 k);

/* Begins anew after what there was has been handed over. */
void ut_table_builder_restart (UtTableBuilder *builder);

#endif
