/* What dataset.yaml says of how its files are to be read. */
#ifndef UT_IMPORT_HINTS_H
#define UT_IMPORT_HINTS_H

#include <glib.h>

#include "import/label/place.h"

/* An importer may need to know which columns are values. Headings, or their contents part. */
typedef struct {
  const char *shown;                /* how complaints name the file; NULL: its path */
  const char *const *value_columns; /* NULL-terminated, NULL when not given: the importer decides */
  const char *const *label_columns; /* NULL-terminated: never values; NULL when not given */
  const char *const
      *sheets;       /* NULL-terminated patterns (*, ?) of sheets or tables in them to read; NULL: all with figures */
  guint header_row;  /* physical line or sheet row where the heading begins; 0: found */
  guint header_rows; /* how many rows the heading has; 0: found */
  UtPlaces *places;  /* to know places among headings; NULL: by how they are written */
  guint n_threads;   /* at most so many read side by side; 0 is 1 */
} UtReadHints;

/* Whether the sheet or table of this name is wanted. A file of one table has no name (NULL), and is. */
gboolean ut_read_hints_want (const UtReadHints *hints, const char *title);
/* Of a workbook: a table is wanted by its own name or by its sheet's. */
gboolean ut_read_hints_want_table (const UtReadHints *hints, const char *sheet, const char *title);

#endif
