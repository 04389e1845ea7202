/* A separated file with one header row: which columns are labels and which are figures, and the rows. */
#ifndef UT_IMPORT_SHAPE_GRID_H
#define UT_IMPORT_SHAPE_GRID_H

#include <glib.h>

#include "import/importer.h"
#include "import/shape/sheet.h"

/* What a column looks like, from its heading and the first rows. */
typedef struct {
  const char *heading;
  gboolean names_region, names_period; /* by its heading */
  gboolean has_period;                 /* the heading ends with a period: "Personer 2023" */
  guint n_filled;
  guint n_numbers, n_signs; /* of the filled cells */
  guint n_codes;            /* digits with a leading zero: never a figure */
  guint n_periods, n_places;
  guint n_odd;          /* of the filled, what stands where a figure should but is none: <5, 1-4 */
  gboolean has_figures; /* in spite of cells that are neither figures nor signs */
  gboolean is_label;    /* dataset.yaml uses it as one */
  gboolean is_value;    /* dataset.yaml, or the format, takes its figures */
  int break_of;         /* a filled cell marks a break in the figure of that column, and is nothing else; -1: none */
} UtGridColumn;

/* What a format adds to what every such file has in common. */
typedef struct {
  const UtNotation *notation;
  /* A record is a line: no cell holds a line break, and a quote ends a cell only before a separator. Such files are
   * read in blocks, side by side. */
  gboolean line_records;
  /* Rows may lack cells at their end. */
  gboolean short_rows;
  /* Optional: sets is_value (and break_of) where dataset.yaml has not said which columns are figures. NULL: every
   * column is a label. */
  void (*decide) (UtGridColumn *columns, guint n_columns);
  /* Optional: a period and contents out of a heading, both new strings. NULL: the period ends it ("Personer 2023"). */
  gboolean (*split_heading) (const char *heading, char **contents, char **period);
  /* Optional, with `derive`: a label column put before the others, for places given by several columns. It becomes the
   * region dimension. */
  const char *derived_heading;
  /* The label of a row, written into `text`. labels [n_headings] are its cells, NULL where the column is no label.
   * `columns` are the numbers of the headings in `derived_from`, -1 where the file has none. */
  void (*derive) (const char *const *labels, const int *columns, char *text, gsize n_bytes);
  const char *const *derived_from; /* NULL-terminated headings, at most 8, case does not matter */
} UtGridFormat;

gboolean ut_grid_read (const char *path, const UtReadHints *hints, const UtGridFormat *format, const UtCellSink *sink,
                       UtFileForm *form, GError **error);

/* The rows of a sheet below row `heading`. */
gboolean ut_grid_send_sheet (const UtSheet *sheet, guint heading, const char *title, const UtReadHints *hints,
                             const UtGridFormat *format, const UtCellSink *sink, GError **error);

/* Whether all filled cells are figures or signs, or are odd ones among figures. */
gboolean ut_grid_holds_figures (const UtGridColumn *column);
/* The same, and at least one is a figure. */
gboolean ut_grid_is_numeric (const UtGridColumn *column);

#endif
