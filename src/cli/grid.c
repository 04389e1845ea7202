#include "cli/grid.h"

#include "base/text.h"

#define GAP 2

struct UtGrid {
  const UtGridColumn *columns;
  guint n_columns;
  GPtrArray *cells; /* char *, by row */
};

UtGrid *
ut_grid_new (const UtGridColumn *columns, guint n_columns) {
  UtGrid *grid = g_new0 (UtGrid, 1);
  grid->columns = columns;
  grid->n_columns = n_columns;
  grid->cells = g_ptr_array_new_with_free_func (g_free);
  return grid;
}

void
ut_grid_free (UtGrid *grid) {
  if (grid == NULL)
    return;
  g_ptr_array_unref (grid->cells);
  g_free (grid);
}

void
ut_grid_add (UtGrid *grid, const char *text) {
  /* A cell is one line, and as wide as it looks. */
  g_ptr_array_add (grid->cells, ut_text_clean (text, UT_TEXT_LINE));
}

void
ut_grid_take (UtGrid *grid, char *text) {
  ut_grid_add (grid, text);
  g_free (text);
}

guint
ut_grid_text_width (const char *text) {
  guint width = 0;
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar letter = g_utf8_get_char (text);
    width += g_unichar_iszerowidth (letter) ? 0 : g_unichar_iswide (letter) ? 2 : 1;
  }
  return width;
}

static guint
column_width (const UtGrid *grid, guint column) {
  guint width = ut_grid_text_width (grid->columns[column].heading);
  for (guint i = column; i < grid->cells->len; i += grid->n_columns)
    width = MAX (width, ut_grid_text_width (g_ptr_array_index (grid->cells, i)));
  return width;
}

static void
append_cell (GString *line, const char *text, guint width, gboolean right) {
  int pad = (int) (width - ut_grid_text_width (text));
  if (line->len > 0)
    g_string_append_printf (line, "%*s", GAP, "");
  g_string_append_printf (line, "%*s%s%*s", right ? pad : 0, "", text, right ? 0 : pad, "");
}

static void
append_line (GString *out, GString *line) {
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_string_append_printf (out, "%s\n", line->str);
  g_string_truncate (line, 0);
}

char *
ut_grid_format (const UtGrid *grid) {
  GString *out = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree guint *widths = g_new (guint, grid->n_columns);
  for (guint i = 0; i < grid->n_columns; i++) {
    const UtGridColumn *column = &grid->columns[i];
    widths[i] = column_width (grid, i);
    if (!column->hidden)
      append_cell (line, column->heading, widths[i], column->right);
  }
  append_line (out, line);
  for (guint i = 0; i < grid->cells->len; i++) {
    const UtGridColumn *column = &grid->columns[i % grid->n_columns];
    if (!column->hidden)
      append_cell (line, g_ptr_array_index (grid->cells, i), widths[i % grid->n_columns], column->right);
    if (i % grid->n_columns == grid->n_columns - 1)
      append_line (out, line);
  }
  return g_string_free (out, FALSE);
}
