/* A table of a file while it is read: what the mappings make of its columns. */
#ifndef UT_IMPORT_MAPPING_COLLECTED_TABLE_H
#define UT_IMPORT_MAPPING_COLLECTED_TABLE_H

#include <glib.h>

#include "import/importer.h"
#include "import/mapping/read_file.h"

struct UtCollectedTable {
  char *title;      /* of its sheet; NULL when it has none */
  GPtrArray *plans; /* UtPlan; NULL for a mapping without part in it */
  guint n_dimensions;
  guint16 *column_periods; /* [columns] of the calendar; UT_CALENDAR_NONE */
  guint16 quality;         /* of all its figures */
  char **headings;         /* [n_dimensions] */
  char **columns;          /* [n_columns] headings of the figures */
  guint n_columns;
  char **equal_headings; /* those several columns have; NULL: there is none */
  GArray *regions;       /* guint: the dimensions that the plans take their places from */
  /* [regions] UtContradictions or NULL, where the file was read before and something contradicts; NULL: not yet known,
   * and the collectors look for them */
  const GPtrArray *contradictions;
};

/* What the layout tells; plans, periods of the columns and contradictions are the collector's to fill in. */
UtCollectedTable *ut_collected_table_new (const UtCellLayout *layout);
void ut_collected_table_free (UtCollectedTable *table);
/* Adds the dimension to those the places are taken from. */
void ut_collected_table_note_region (UtCollectedTable *table, guint dimension);

#endif
