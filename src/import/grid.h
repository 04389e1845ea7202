/* A separated file with one header row: which columns are labels and which are figures, and the rows. */
#ifndef UT_IMPORT_GRID_H
#define UT_IMPORT_GRID_H

#include <glib.h>

#include "import/importer.h"

/* What a column looks like, from its heading and the first rows. */
typedef struct {
  const char *heading;
  gboolean names_region, names_period; /* by its heading */
  gboolean has_period;                 /* the heading ends with a period: "Personer 2023" */
  guint n_filled;
  guint n_numbers, n_signs; /* of the filled cells */
  guint n_codes;            /* digits with a leading zero: never a figure */
  guint n_periods, n_places;
  gboolean is_label; /* dataset.yaml uses it as one */
  gboolean is_value; /* dataset.yaml, or the format, takes its figures */
} UtGridColumn;

/* Sets is_value where dataset.yaml has not told which columns are. Optional: NULL leaves every column a label. */
typedef void (*UtGridPolicy) (UtGridColumn *columns, guint n_columns);

gboolean ut_grid_read (const char *path, const UtReadHints *hints, UtGridPolicy policy, const UtCellSink *sink,
                       UtFileForm *form, GError **error);

/* Whether all filled cells are figures or signs, and at least one a figure. */
gboolean ut_grid_is_numeric (const UtGridColumn *column);
/* Headings of known meaning, also in "Region - region". */
gboolean ut_grid_names_region (const char *heading);
gboolean ut_grid_names_period (const char *heading);

#endif
