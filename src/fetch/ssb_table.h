/* What SSB says of a table, and what of it is requested. */
#ifndef UT_FETCH_SSB_TABLE_H
#define UT_FETCH_SSB_TABLE_H

#include <glib.h>
#include <utsyn/dataset.h>

typedef struct {
  char *code;
  GPtrArray *values;                 /* codes, in the table's order */
  gboolean is_time;                  /* top() is then the newest */
  gboolean is_contents;              /* the statistics variable: the columns */
  gboolean may_be_left_out;          /* the sum is meant then */
  const UtFetchSelection *selection; /* NULL: left out */
  GPtrArray *chosen;                 /* codes requested, borrowed from `values`; empty when left out */
} UtSsbDimension;

/* Reads the metadata (JSON-stat2) and finds which codes the selections mean: array of UtSsbDimension. Error: a
 * dimension the table has not, one that must be chosen and is not, a value it has not. */
GPtrArray *ut_ssb_table_read (GBytes *metadata, const UtFetchSource *source, GError **error);

/* Finds the codes of one dimension's selection: *, ?, 03*, top(n), top(n,skip), bottom(n), from(x), to(x), range(x,y),
 * codes. `file` is the dataset.yaml, for complaints. */
gboolean ut_ssb_choose (UtSsbDimension *dimension, const char *file, GError **error);

/* Cells of the query, empty ones too. G_MAXUINT64: more than that. */
guint64 ut_ssb_count_cells (const GPtrArray *dimensions);

/* Parts of a query that hold at most `limit` cells each: array of parts, a part is an array with a GPtrArray of codes
 * for each dimension, NULL where the selection stands as it was written. Error: more than 999 parts. */
GPtrArray *ut_ssb_split (const GPtrArray *dimensions, guint64 limit, GError **error);

#endif
