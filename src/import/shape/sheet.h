/* A rectangle of cells in memory: for files whose heading is more than one row, which must be seen whole. */
#ifndef UT_IMPORT_SHAPE_SHEET_H
#define UT_IMPORT_SHAPE_SHEET_H

#include <glib.h>

#include "import/importer.h"

/* Several times what a workbook can have, for a table across has a column for every age, sex and year. */
#define UT_SHEET_COLUMNS 100000

typedef struct {
  guint line; /* physical line or sheet row */
  guint n_cells;
  const char **cells;    /* [n_cells] UTF-8, trimmed; they live as long as the sheet */
  const guint8 *numbers; /* [n_cells] whether the cell is a number and no text; NULL: none is known to be */
  const char *fault;     /* why the row cannot be used; NULL when it can */
} UtSheetRow;

typedef struct {
  const char *name; /* of a sheet of a workbook, which must outlive it; NULL: it has none */
  GPtrArray *rows;  /* UtSheetRow */
  guint n_columns;  /* of the widest row */
  GStringChunk *texts;
  GHashTable *merges; /* last column of merged cells, by where they begin; NULL: none */
  guint first_column; /* of a window, in the whole sheet */
} UtSheet;

UtSheet *ut_sheet_new (void);
void ut_sheet_free (UtSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtSheet, ut_sheet_free)

/* Copies the cells, at most UT_SHEET_COLUMNS. A text that is too long for a heading or a figure is left out, and the
 * row then has a fault. numbers [n_cells] or NULL. */
void ut_sheet_add (UtSheet *sheet, guint line, guint n_cells, const char *const *cells, const guint8 *numbers,
                   const char *fault);
/* A whole separated file. Error: UT_ERROR_IO, UT_ERROR_DEFINITION when it is empty or wider than a sheet. */
UtSheet *ut_sheet_read_csv (const char *path, const char *shown, UtFileForm *form, GError **error);
/* The first rows of a file's head. */
UtSheet *ut_sheet_peek_csv (const UtFileHead *head, guint n_rows);

const UtSheetRow *ut_sheet_row (const UtSheet *sheet, guint row);
/* "" beyond the end of a row. */
const char *ut_sheet_cell (const UtSheet *sheet, guint row, guint column);
gboolean ut_sheet_is_number (const UtSheet *sheet, guint row, guint column);

/* Tells that the cells of a row from `first` to `last` are merged into one. */
void ut_sheet_merge (UtSheet *sheet, guint line, guint first, guint last);
/* The last column the cell of a row reaches over; G_MAXUINT when it is not merged. */
guint ut_sheet_reach (const UtSheet *sheet, guint line, guint column);

/* Neighbouring columns and rows of a sheet, without the rows that are blank in them. */
typedef struct {
  guint first_column, n_columns;
  guint first_row, n_rows; /* may reach beyond the last */
} UtSheetArea;

/* Its texts are those of the sheet, which must outlive it. */
UtSheet *ut_sheet_window (const UtSheet *sheet, UtSheetArea area);

/* How many cells of a row are filled, from a column on. */
guint ut_sheet_count (const UtSheet *sheet, guint row, guint first);
/* Where a stretch of rows that begins at `row` ends, before a blank one. */
guint ut_sheet_find_gap (const UtSheet *sheet, guint row);
/* Which columns have a filled cell from row `first` on. New [n_columns]. */
gboolean *ut_sheet_find_filled (const UtSheet *sheet, guint first);
/* Whether every filled cell from row `first` on is a period; a title or note that stands alone in its row is none of
 * them. */
gboolean ut_sheet_holds_periods (const UtSheet *sheet, guint column, guint first);
/* Whether nearly every one of them is a known place. */
gboolean ut_sheet_holds_places (const UtSheet *sheet, guint column, guint first, UtPlaces *places);

/* The column of places among the first `n` columns, from row `first` on: by codes, else by heading, else by names where
 * `places` is not NULL; -1: none. headings [n]. */
int ut_sheet_find_region (const UtSheet *sheet, const char *const *headings, guint n, guint first, UtPlaces *places);

#endif
