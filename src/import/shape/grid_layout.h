/* The columns of a grid: what each is, and where it stands among the labels or the figures. */
#ifndef UT_IMPORT_SHAPE_GRID_LAYOUT_H
#define UT_IMPORT_SHAPE_GRID_LAYOUT_H

#include <glib.h>

#include "import/bytes/csv.h"
#include "import/shape/grid.h"

#define UT_GRID_DERIVED_FROM 8

typedef enum { UT_GRID_LABEL, UT_GRID_VALUE, UT_GRID_BREAK, UT_GRID_NOTHING } UtGridRole;

/* What is done with the cell of a column. */
typedef struct {
  UtGridRole role;
  guint number; /* of the dimension or the value column; of the value column it breaks */
} UtGridPlace;

typedef struct {
  const UtGridFormat *format;
  guint n_columns;
  char **headings;       /* [n_columns] */
  UtGridColumn *columns; /* [n_columns] */
  UtGridPlace *places;   /* [n_columns] */
  gboolean has_breaks;
  int derived_from[UT_GRID_DERIVED_FROM];
  UtCellLayout layout;
} UtGrid;

#define UT_GRID_SAMPLED_ROWS 200

/* Takes the header record and looks at the first rows after it; `csv` stands there afterwards. */
void ut_grid_prepare (UtGrid *grid, const UtGridFormat *format, const UtReadHints *hints, const UtCsvRecord *header,
                      UtCsv *csv);
/* The same in steps, for rows that stand elsewhere: the headings, the first rows, what follows from them. */
void ut_grid_begin (UtGrid *grid, const UtGridFormat *format, const UtReadHints *hints, guint n_cells,
                    const char *const *headings);
void ut_grid_look_at (UtGrid *grid, guint n_cells, const char *const *cells);
void ut_grid_settle (UtGrid *grid);
void ut_grid_clear (UtGrid *grid);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtGrid, ut_grid_clear)

/* Why a record is no row of the grid, in the message language; NULL when it is. New string. */
char *ut_grid_misfit (const UtGrid *grid, guint n_cells, const char *const *cells);

#endif
