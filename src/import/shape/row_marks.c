#include "import/shape/row_marks.h"

#include "base/hash.h"

struct UtRowMarks {
  guint n_columns;
  GArray *cells; /* guint64 [n_rows][n_columns] */
  GArray *sums;  /* guint64 [n_rows] of the columns taken in */
};

UtRowMarks *
ut_row_marks_new (guint n_columns) {
  UtRowMarks *marks = g_new (UtRowMarks, 1);
  *marks = (UtRowMarks){ n_columns, g_array_new (FALSE, FALSE, sizeof (guint64)),
                         g_array_new (FALSE, FALSE, sizeof (guint64)) };
  return marks;
}

void
ut_row_marks_free (UtRowMarks *marks) {
  if (marks == NULL)
    return;
  g_array_unref (marks->cells);
  g_array_unref (marks->sums);
  g_free (marks);
}

guint64
ut_cell_mark (guint column, const char *cell) {
  guint64 mark = ((guint64) column << 32 | g_str_hash (cell)) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (mark ^ mark >> 29) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
}

void
ut_row_marks_add_row (UtRowMarks *marks, guint n_cells, const char *const *cells) {
  const guint64 nothing = 0;
  for (guint i = 0; i < marks->n_columns; i++) {
    guint64 mark = ut_cell_mark (i, i < n_cells ? cells[i] : "");
    g_array_append_val (marks->cells, mark);
  }
  g_array_append_val (marks->sums, nothing);
}

static guint64
mark_of (const UtRowMarks *marks, guint row, guint column) {
  return g_array_index (marks->cells, guint64, (gsize) row * marks->n_columns + column);
}

void
ut_row_marks_take (UtRowMarks *marks, guint column) {
  for (guint r = 0; r < marks->sums->len; r++)
    g_array_index (marks->sums, guint64, r) += mark_of (marks, r, column);
}

gboolean
ut_row_marks_differ (const UtRowMarks *marks) {
  g_autoptr (GHashTable) seen = g_hash_table_new (ut_pair_hash, g_int64_equal);
  for (guint r = 0; r < marks->sums->len; r++)
    if (!g_hash_table_add (seen, &g_array_index (marks->sums, guint64, r)))
      return FALSE;
  return TRUE;
}
