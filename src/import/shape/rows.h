/* For formats that have their labels as text: takes rows one by one and hands them to the sink. */
#ifndef UT_IMPORT_SHAPE_ROWS_H
#define UT_IMPORT_SHAPE_ROWS_H

#include <glib.h>

#include "import/importer.h"

typedef struct UtRows UtRows;

/* Tells the sink the layout, which need only live during the call. NULL with error when the sink wants no more. */
UtRows *ut_rows_begin (const UtCellSink *sink, const UtCellLayout *layout, GError **error);
/* labels [n_dimensions], values [n_columns]: UTF-8, trimmed, valid during the call; qualities [n_columns] or NULL. */
void ut_rows_add (UtRows *rows, guint line, const char *const *labels, const char *const *values,
                  const guint16 *qualities);
/* The same of a sheet: numbers [n_columns], whether the cell is a number. */
void ut_rows_add_cells (UtRows *rows, guint line, const char *const *labels, const char *const *values,
                        const gboolean *numbers, const guint16 *qualities);
void ut_rows_bad (UtRows *rows, guint line, const char *why);
/* Why a row that has another number of cells than the header is bad. New string. */
char *ut_rows_misfit (guint n_cells, guint n_header);
void ut_rows_free (UtRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtRows, ut_rows_free)

/* Frees the strings of a layout made with g_strdup, and its arrays. */
void ut_cell_layout_clear (UtCellLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtCellLayout, ut_cell_layout_clear)

#endif
