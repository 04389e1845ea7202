#include "import/shape/sheet_figures.h"

#include <stdlib.h>
#include <string.h>

#include "import/label/cell.h"
#include "import/label/odd_cell.h"
#include "import/shape/row_marks.h"

#define SAMPLED_ROWS 500
/* The fewest figures before the first gap that say what the column is. */
#define FEWEST_FIGURES 2

/* Labels stand leftmost. */
#define MOST_LABELS 50

static int
compare_marks (const void *a, const void *b) {
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return (x > y) - (x < y);
}

/* Whether what stands left of the column tells the rows apart, so that it need not be a label. */
static gboolean
is_told_apart (const UtSheet *sheet, guint column, guint first, guint end) {
  guint64 marks[SAMPLED_ROWS];
  guint n = 0;
  for (guint r = first; r < MIN (end, first + SAMPLED_ROWS); r++, n++) {
    marks[n] = 0;
    for (guint i = 0; i < MIN (column, MOST_LABELS); i++)
      marks[n] += ut_cell_mark (i, ut_sheet_cell (sheet, r, i));
  }
  qsort (marks, n, sizeof *marks, compare_marks);
  for (guint i = 1; i < n; i++)
    if (marks[i] == marks[i - 1])
      return FALSE;
  return TRUE;
}

/* A heading may be written again above every block of a table. */
static gboolean
says_nothing (const UtSheet *sheet, const char *cell, guint column, guint first) {
  return *cell == '\0' || (first > 0 && strcmp (cell, ut_sheet_cell (sheet, first - 1, column)) == 0);
}

static gboolean
are_figures (const UtSheet *sheet, guint column, guint first, guint end, guint fewest) {
  guint n_filled = 0, n_figures = 0, n_odd = 0, n_spans = 0, n_codes = 0;
  for (guint r = first; r < MIN (end, first + SAMPLED_ROWS); r++) {
    const char *cell = ut_sheet_cell (sheet, r, column);
    if (says_nothing (sheet, cell, column, first))
      continue;
    n_filled++;
    n_figures += ut_cell_is_figure (cell);
    n_odd += !ut_cell_is_figure (cell) && ut_odd_cell_is (cell);
    n_spans += ut_odd_cell_is_span (cell);
    n_codes += cell[0] == '0' && g_ascii_isdigit (cell[1]);
  }
  if (n_figures < fewest || n_codes > 0)
    return FALSE;
  guint n_strange = n_filled - n_figures - n_odd;
  return n_strange * 5 <= n_filled
         || ((n_strange == n_spans || (n_strange == 1 && n_figures > 1)) && is_told_apart (sheet, column, first, end));
}

/* After a gap there may be notes. */
gboolean
ut_sheet_holds_figures (const UtSheet *sheet, guint column, guint first) {
  return are_figures (sheet, column, first, sheet->rows->len, 1)
         || are_figures (sheet, column, first, ut_sheet_find_gap (sheet, first), FEWEST_FIGURES);
}
