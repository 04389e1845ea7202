/* Which labels of a dimension stand in the rows that a mapping would take, whatever stands in that dimension. */
#ifndef UT_IMPORT_MAPPING_SUM_LABELS_H
#define UT_IMPORT_MAPPING_SUM_LABELS_H

#include <glib.h>
#include <utsyn/dataset.h>

#include "import/mapping/plan.h"

/* A selection whose labels are asked for. */
typedef struct {
  guint mapping;
  int part; /* UtPart whose own selection it is; -1: of the mapping */
  const UtSelection *selection;
  GPtrArray *labels; /* char *, in the order of the file; the caller's to clear before another is read */
  gboolean halves;   /* they are "code - text" */
  gboolean met;      /* a table of the file has the dimension */
} UtSumLabels;

/* Reads a file of the dataset once. asked: UtSumLabels *. Error: as for the importer, and a heading the file lacks. */
gboolean ut_sum_labels_read (const UtDataset *dataset, const char *path, const char *shown, const GPtrArray *asked,
                             GError **error);

#endif
