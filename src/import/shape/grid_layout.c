#include "import/shape/grid_layout.h"

#include <string.h>

#include "base/text.h"
#include "import/label/heading_words.h"
#include "import/label/odd_cell.h"
#include "import/label/period.h"
#include "import/label/region.h"
#include "import/shape/row_marks.h"
#include "import/shape/rows.h"

/* In a wider table only the cells themselves tell figures from labels. */
#define MOST_COLUMNS 5000

gboolean
ut_grid_holds_figures (const UtGridColumn *column) {
  return column->n_codes == 0 && (column->has_figures || column->n_numbers + column->n_signs == column->n_filled);
}

gboolean
ut_grid_is_numeric (const UtGridColumn *column) {
  return column->n_numbers > 0 && ut_grid_holds_figures (column);
}

/* By the whole heading, by what it holds without its period, or by either half of "code - text". */
static gboolean
is_listed (const char *const *list, const char *heading, const char *contents) {
  if (list == NULL || g_strv_contains (list, heading))
    return list != NULL;
  if (contents == NULL)
    contents = heading;
  g_auto (GStrv) halves = g_strsplit (contents, " - ", 2);
  return (*contents != '\0' && g_strv_contains (list, contents))
         || (halves[0] != NULL && halves[1] != NULL
             && (g_strv_contains (list, halves[0]) || g_strv_contains (list, halves[1])));
}

static void
look_at_cell (UtGridColumn *column, const UtNotation *notation, const char *cell) {
  UtStatus status;
  UtPeriod period;
  if (*cell == '\0')
    return;
  gboolean number = ut_number_is_written (cell), sign = ut_notation_sign (notation, cell, &status);
  column->n_filled++;
  column->n_numbers += number;
  column->n_signs += sign;
  column->n_odd += !number && !sign && (ut_odd_cell_is (cell) || ut_odd_cell_is_span (cell));
  column->n_codes += cell[0] == '0' && g_ascii_isdigit (cell[1]);
  column->n_periods += ut_period_label_read (cell, &period);
  column->n_places += ut_region_label_is_marked_code (cell);
}

void
ut_grid_look_at (UtGrid *grid, guint n_cells, const char *const *cells) {
  for (guint i = 0; i < MIN (grid->n_columns, n_cells); i++)
    look_at_cell (&grid->columns[i], grid->format->notation, cells[i]);
}

/* Figures, and cells that are none: odd ones, or a few of any kind. Labels may look so, as ages do: 0, 1, 105+. */
static gboolean
may_have_figures (const UtGridColumn *column) {
  guint n_known = column->n_numbers + column->n_signs + column->n_odd;
  guint n_strange = column->n_filled - MIN (n_known, column->n_filled);
  return column->n_numbers > 0 && column->n_codes == 0 && !column->is_label && !column->names_region
         && !column->names_period && column->n_numbers + column->n_signs < column->n_filled
         && (n_strange * 5 <= column->n_filled || (n_strange == 1 && column->n_numbers > 1));
}

static gboolean
is_certain_label (const UtGridColumn *column) {
  gboolean label = !ut_grid_is_numeric (column) || column->is_label || column->names_region || column->names_period;
  return label && !may_have_figures (column);
}

static void
back_to_rows (UtCsv *csv) {
  UtCsvRecord header;
  ut_csv_rewind (csv);
  ut_csv_next (csv, &header);
}

static UtRowMarks *
mark_rows (UtCsv *csv, const UtGrid *grid) {
  UtCsvRecord record;
  UtRowMarks *marks = ut_row_marks_new (grid->n_columns);
  back_to_rows (csv);
  for (guint n = 0; n < UT_GRID_SAMPLED_ROWS && ut_csv_next (csv, &record); n++)
    if (record.fault == NULL)
      ut_row_marks_add_row (marks, record.n_cells, record.cells);
  return marks;
}

/* A label has a part in telling the rows apart, a figure has none. What tells them apart if a column has figures are
 * all labels, and what stands left of it and may be labels. */
static void
look_for_figures (UtCsv *csv, UtGrid *grid) {
  guint n_likely = 0;
  for (guint i = 0; i < grid->n_columns; i++)
    n_likely += may_have_figures (&grid->columns[i]);
  if (n_likely == 0 || grid->n_columns > MOST_COLUMNS)
    return;
  g_autoptr (UtRowMarks) marks = mark_rows (csv, grid);
  for (guint i = 0; i < grid->n_columns; i++)
    if (is_certain_label (&grid->columns[i]))
      ut_row_marks_take (marks, i);
  for (guint i = 0; i < grid->n_columns; i++) {
    UtGridColumn *column = &grid->columns[i];
    column->has_figures = may_have_figures (column) && ut_row_marks_differ (marks);
    if (!column->has_figures && !is_certain_label (column))
      ut_row_marks_take (marks, i);
  }
}

static gboolean
split_heading (const UtGrid *grid, const char *heading, char **contents, char **period) {
  return grid->format->split_heading != NULL ? grid->format->split_heading (heading, contents, period)
                                             : ut_period_heading_split (heading, contents, period);
}

static void
look_at_headings (UtGrid *grid, const UtReadHints *hints) {
  for (guint i = 0; i < grid->n_columns; i++) {
    UtGridColumn *column = &grid->columns[i];
    g_autofree char *contents = NULL, *period = NULL;
    column->heading = grid->headings[i];
    column->names_region = ut_heading_names_region (column->heading);
    column->names_period = ut_heading_names_period (column->heading);
    column->has_period = split_heading (grid, column->heading, &contents, &period);
    column->is_label = is_listed (hints->label_columns, column->heading, NULL);
    column->is_value = !column->is_label && is_listed (hints->value_columns, column->heading, contents);
    column->break_of = -1;
  }
}

static gboolean
names_values (const UtGrid *grid) {
  for (guint i = 0; i < grid->n_columns; i++)
    if (grid->columns[i].is_value)
      return TRUE;
  return FALSE;
}

/* dataset.yaml's word takes precedence over the format's; only which column marks breaks is the format's to say. */
static void
decide_values (UtGrid *grid) {
  gboolean given = names_values (grid);
  if (grid->format->decide == NULL)
    return;
  g_autofree UtGridColumn *decided = g_memdup2 (grid->columns, grid->n_columns * sizeof *grid->columns);
  grid->format->decide (decided, grid->n_columns);
  for (guint i = 0; i < grid->n_columns; i++) {
    grid->columns[i].break_of = decided[i].break_of;
    if (!given)
      grid->columns[i].is_value = decided[i].is_value;
  }
}

/* The label column whose heading has the lowest rank; -1: none has any. */
static int
find_dimension (const UtGrid *grid, int (*rank_of) (const char *heading)) {
  int best = -1, best_rank = G_MAXINT;
  for (guint i = 0; i < grid->n_columns; i++) {
    int rank = grid->places[i].role != UT_GRID_LABEL ? -1 : rank_of (grid->headings[i]);
    if (rank >= 0 && rank < best_rank) {
      best = (int) grid->places[i].number;
      best_rank = rank;
    }
  }
  return best;
}

/* A label column where nearly every cell is of the kind that `n_of_kind` counted. */
static int
find_by_cells (const UtGrid *grid, gsize n_of_kind) {
  for (guint i = 0; i < grid->n_columns; i++) {
    const UtGridColumn *column = &grid->columns[i];
    guint n = G_STRUCT_MEMBER (guint, column, n_of_kind);
    if (grid->places[i].role == UT_GRID_LABEL && column->n_filled > 0 && n * 5 >= column->n_filled * 4)
      return (int) grid->places[i].number;
  }
  return -1;
}

static void
add_value_column (UtGrid *grid, guint i, gboolean split) {
  UtCellColumn *column = &grid->layout.columns[grid->layout.n_columns];
  grid->places[i] = (UtGridPlace){ UT_GRID_VALUE, grid->layout.n_columns++ };
  column->name = g_strdup (grid->headings[i]);
  if (!split || !split_heading (grid, column->name, &column->contents, &column->period))
    column->contents = g_strdup (column->name);
}

static void
add_dimension (UtGrid *grid, const char *heading) {
  grid->layout.dimensions[grid->layout.n_dimensions++] = g_strdup (heading);
}

static void
place_columns (UtGrid *grid) {
  gboolean has_period_column = FALSE;
  for (guint i = 0; i < grid->n_columns; i++)
    has_period_column = has_period_column || (!grid->columns[i].is_value && grid->columns[i].names_period);
  for (guint i = 0; i < grid->n_columns; i++) {
    const UtGridColumn *column = &grid->columns[i];
    if (column->is_value) {
      add_value_column (grid, i, !has_period_column);
    } else if (column->break_of < 0) {
      grid->places[i] = (UtGridPlace){ UT_GRID_LABEL, grid->layout.n_dimensions };
      add_dimension (grid, grid->headings[i]);
    }
  }
  for (guint i = 0; i < grid->n_columns; i++) {
    int broken = grid->columns[i].is_value ? -1 : grid->columns[i].break_of;
    if (broken < 0)
      continue;
    gboolean known = grid->places[broken].role == UT_GRID_VALUE;
    grid->places[i] = (UtGridPlace){ known ? UT_GRID_BREAK : UT_GRID_NOTHING, grid->places[broken].number };
    grid->has_breaks = grid->has_breaks || known;
  }
}

static void
lay_out (UtGrid *grid) {
  UtCellLayout *layout = &grid->layout;
  layout->dimensions = g_new0 (char *, grid->n_columns + 2);
  layout->columns = g_new0 (UtCellColumn, grid->n_columns + 1);
  if (grid->format->derive != NULL)
    add_dimension (grid, grid->format->derived_heading);
  place_columns (grid);
  gboolean wide = layout->n_columns > 0 && layout->columns[0].period != NULL;
  layout->region_dimension = grid->format->derive != NULL ? 0 : find_dimension (grid, ut_heading_region_rank);
  layout->region_guessed = layout->region_dimension < 0;
  if (layout->region_guessed)
    layout->region_dimension = find_by_cells (grid, G_STRUCT_OFFSET (UtGridColumn, n_places));
  layout->period_dimension = find_dimension (grid, ut_heading_period_rank);
  if (layout->period_dimension < 0 && !wide && layout->n_columns > 0)
    layout->period_dimension = find_by_cells (grid, G_STRUCT_OFFSET (UtGridColumn, n_periods));
  if (layout->period_dimension == layout->region_dimension)
    layout->period_dimension = -1;
}

/* The headings the derived label is made of. */
static void
find_sources (UtGrid *grid) {
  const char *const *wanted = grid->format->derived_from;
  for (guint k = 0; wanted != NULL && wanted[k] != NULL && k < UT_GRID_DERIVED_FROM; k++) {
    grid->derived_from[k] = -1;
    for (guint i = 0; i < grid->n_columns && grid->derived_from[k] < 0; i++)
      if (ut_text_equal_folded (grid->headings[i], wanted[k]))
        grid->derived_from[k] = (int) i;
  }
}

void
ut_grid_begin (UtGrid *grid, const UtGridFormat *format, const UtReadHints *hints, guint n_cells,
               const char *const *headings) {
  grid->format = format;
  grid->n_columns = n_cells;
  grid->headings = g_new0 (char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    grid->headings[i] = ut_heading_or_number (headings[i], i);
  grid->columns = g_new0 (UtGridColumn, n_cells);
  grid->places = g_new0 (UtGridPlace, n_cells);
  look_at_headings (grid, hints);
}

void
ut_grid_settle (UtGrid *grid) {
  decide_values (grid);
  lay_out (grid);
  find_sources (grid);
}

void
ut_grid_prepare (UtGrid *grid, const UtGridFormat *format, const UtReadHints *hints, const UtCsvRecord *header,
                 UtCsv *csv) {
  UtCsvRecord record;
  ut_csv_expect (csv, header->n_cells);
  ut_grid_begin (grid, format, hints, header->n_cells, header->cells);
  for (guint n = 0; n < UT_GRID_SAMPLED_ROWS && ut_csv_next (csv, &record); n++)
    ut_grid_look_at (grid, record.n_cells, record.cells);
  if (!names_values (grid))
    look_for_figures (csv, grid);
  ut_grid_settle (grid);
  back_to_rows (csv);
}

void
ut_grid_clear (UtGrid *grid) {
  ut_cell_layout_clear (&grid->layout);
  g_strfreev (grid->headings);
  g_free (grid->columns);
  g_free (grid->places);
}

/* Cells beyond the header must be empty: a separator at the end of the line. */
char *
ut_grid_misfit (const UtGrid *grid, guint n_cells, const char *const *cells) {
  gboolean fits = n_cells >= grid->n_columns || (grid->format->short_rows && n_cells > 0);
  for (guint i = grid->n_columns; fits && i < n_cells; i++)
    fits = *cells[i] == '\0';
  return fits ? NULL : ut_rows_misfit (n_cells, grid->n_columns);
}
