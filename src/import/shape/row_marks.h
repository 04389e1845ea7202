/* The first rows of a table as numbers, to see whether some of their cells tell them apart. */
#ifndef UT_IMPORT_SHAPE_ROW_MARKS_H
#define UT_IMPORT_SHAPE_ROW_MARKS_H

#include <glib.h>

/* Of a text in a column: rows whose sums are the same have the same texts in the same places. */
guint64 ut_cell_mark (guint column, const char *cell);

typedef struct UtRowMarks UtRowMarks;

UtRowMarks *ut_row_marks_new (guint n_columns);
void ut_row_marks_free (UtRowMarks *marks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtRowMarks, ut_row_marks_free)

/* The rows come first; a cell that is lacking is empty. */
void ut_row_marks_add_row (UtRowMarks *marks, guint n_cells, const char *const *cells);
/* Then columns are taken in, which none is at first. */
void ut_row_marks_take (UtRowMarks *marks, guint column);
/* Whether no two rows are the same in the columns taken in. */
gboolean ut_row_marks_differ (const UtRowMarks *marks);

#endif
