/* The rows of a table being built, in blocks. */
#ifndef UT_MODEL_TABLE_ROWS_H
#define UT_MODEL_TABLE_ROWS_H

#include <utsyn/table.h>

#include "base/slab.h"

/* So many that a block fills one of the slabs'. */
#define UT_BLOCK_ROWS 1120

typedef struct {
  guint n;
  gboolean no_numerator;        /* every row's is NaN */
  gboolean numerator_is_value;  /* of every row, as for a number of people */
  double *numerator;            /* [UT_BLOCK_ROWS]; NULL while one of the two above says it all */
  double *denominator, *margin; /* [UT_BLOCK_ROWS]; NULL until a row of the block has one */
  UtPeriod period[UT_BLOCK_ROWS];
  double value[UT_BLOCK_ROWS];
  guint32 line[UT_BLOCK_ROWS];
  UtIndicatorId indicator[UT_BLOCK_ROWS];
  UtRegionId region[UT_BLOCK_ROWS];
  guint16 quality[UT_BLOCK_ROWS];
  guint16 file[UT_BLOCK_ROWS];
  guint8 status[UT_BLOCK_ROWS];
} UtBlockOfRows;

G_STATIC_ASSERT (sizeof (UtBlockOfRows) <= UT_SLAB_BLOCK_BYTES);

/* Blocks whose rows are in order, if `sorted`. */
typedef struct {
  UtSlabs *slabs;
  GPtrArray *blocks; /* UtBlockOfRows; NULL where one was let go */
  gsize n_rows;
  gboolean sorted;
} UtRun;

struct UtTableBuilder {
  UtSlabs *slabs;
  GPtrArray *runs;        /* UtRun; rows are added to the last */
  GArray *slices;         /* UtOriginSlice */
  GArray *origins;        /* UtOrigin */
  GPtrArray *files;       /* UtTableFile */
  GHashTable *file_index; /* "path\ndataset" → index */
};

/* A builder whose rows stand in somebody else's slabs. */
UtTableBuilder *ut_table_builder_new_in (UtSlabs *slabs);

/* Lets go of block number `i`. */
void ut_run_drop (UtRun *run, guint i);
/* Orders row `i` of one block and row `k` of another by indicator, region and period. */
int ut_rows_compare (const UtBlockOfRows *a, guint32 i, const UtBlockOfRows *b, guint32 k);

/* Begins anew after what there was has been handed over. */
void ut_table_builder_restart (UtTableBuilder *builder);

#endif
