/* An aligned table for a terminal. */
#ifndef UT_CLI_GRID_H
#define UT_CLI_GRID_H

#include <glib.h>

typedef struct {
  const char *heading; /* translated; "" for none */
  gboolean right;      /* numbers */
  gboolean hidden;
} UtGridColumn;

typedef struct UtGrid UtGrid;

/* `columns` must outlive the grid. */
UtGrid *ut_grid_new (const UtGridColumn *columns, guint n_columns);
void ut_grid_free (UtGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtGrid, ut_grid_free)

/* The next cell, row by row; hidden columns take theirs too. */
void ut_grid_add (UtGrid *grid, const char *text);
/* The same, and frees the text. */
void ut_grid_take (UtGrid *grid, char *text);

/* Headings and rows, with a line end each and no blanks before it. New string. */
char *ut_grid_format (const UtGrid *grid);

/* How many cells of a terminal a text takes: none for combining marks, two for wide letters. */
guint ut_grid_text_width (const char *text);

#endif
