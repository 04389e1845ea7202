#include "import/grid.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/csv.h"
#include "import/period_label.h"
#include "import/region_label.h"
#include "import/sign.h"

#define SAMPLED_ROWS 200

/* In order of trust: a code before a name. */
static const char *const region_headings[] = { "kokkommuneregion0000",
                                               "kokfylkesregion0000",
                                               "kommunenummer",
                                               "kommunenr",
                                               "kommunekode",
                                               "kommunenr.",
                                               "knr",
                                               "region",
                                               "kommun",
                                               "kommune",
                                               "municipality",
                                               "geografi",
                                               "fylkesnummer",
                                               "fylkesnr",
                                               "fylkeskode",
                                               "fylke",
                                               "county",
                                               "kode" };
static const char *const period_headings[] = { "tid",   "år",      "aar",     "year",    "time",   "skoleår", "måned",
                                               "month", "kvartal", "quarter", "periode", "period", "årgang" };

typedef struct {
  guint n_columns;
  UtGridColumn *columns;
  char **headings;
  int *place; /* number among the dimensions (>= 0), or -1 - number among the value columns */
  UtCellLayout layout;
} Grid;

/* Rank of a heading in a list, or -1: whole, or either half of "code - text". */
static int
rank_heading (const char *heading, const char *const *list, gsize n) {
  g_autofree char *folded = ut_fold_name (heading);
  g_auto (GStrv) halves = g_strsplit (folded, " - ", 2);
  for (gsize i = 0; i < n; i++) {
    if (strcmp (folded, list[i]) == 0)
      return (int) i;
    for (char **half = halves; *half != NULL; half++)
      if (strcmp (*half, list[i]) == 0)
        return (int) i;
  }
  return -1;
}

gboolean
ut_grid_names_region (const char *heading) {
  return rank_heading (heading, region_headings, G_N_ELEMENTS (region_headings)) >= 0;
}

gboolean
ut_grid_names_period (const char *heading) {
  return rank_heading (heading, period_headings, G_N_ELEMENTS (period_headings)) >= 0;
}

gboolean
ut_grid_is_numeric (const UtGridColumn *column) {
  return column->n_numbers > 0 && column->n_codes == 0 && column->n_numbers + column->n_signs == column->n_filled;
}

static gboolean
is_listed (const char *const *list, const char *heading, const char *contents) {
  return list != NULL
         && (g_strv_contains (list, heading)
             || (contents != NULL && *contents != '\0' && g_strv_contains (list, contents)));
}

static void
look_at_cell (UtGridColumn *column, const char *cell) {
  double value;
  UtStatus status;
  gboolean zero;
  UtPeriod period;
  if (*cell == '\0')
    return;
  column->n_filled++;
  column->n_numbers
      += ut_number_parse (cell, UT_DECIMAL_POINT, &value) || ut_number_parse (cell, UT_DECIMAL_COMMA, &value);
  column->n_signs += ut_sign_ssb (cell, &status, &zero);
  column->n_codes += cell[0] == '0' && g_ascii_isdigit (cell[1]);
  column->n_periods += ut_period_label_read (cell, &period);
  column->n_places += ut_region_label_is_marked_code (cell);
}

static void
look_at_rows (UtCsv *csv, Grid *grid) {
  UtCsvRecord record;
  for (guint n = 0; n < SAMPLED_ROWS && ut_csv_next (csv, &record); n++)
    for (guint i = 0; record.fault == NULL && i < MIN (grid->n_columns, record.n_cells); i++)
      look_at_cell (&grid->columns[i], record.cells[i]);
}

static void
look_at_headings (Grid *grid, const UtReadHints *hints) {
  for (guint i = 0; i < grid->n_columns; i++) {
    UtGridColumn *column = &grid->columns[i];
    g_autofree char *contents = NULL, *period = NULL;
    column->heading = grid->headings[i];
    column->names_region = ut_grid_names_region (column->heading);
    column->names_period = ut_grid_names_period (column->heading);
    column->has_period = ut_period_heading_split (column->heading, &contents, &period);
    column->is_label = is_listed (hints->label_columns, column->heading, NULL);
    column->is_value = !column->is_label && is_listed (hints->value_columns, column->heading, contents);
  }
}

static void
decide_values (Grid *grid, UtGridPolicy policy) {
  gboolean told = FALSE;
  for (guint i = 0; i < grid->n_columns; i++)
    told = told || grid->columns[i].is_value;
  if (!told && policy != NULL)
    policy (grid->columns, grid->n_columns);
}

static int
find_dimension (const Grid *grid, const char *const *list, gsize n) {
  int best = -1, best_rank = G_MAXINT;
  for (guint i = 0; i < grid->n_columns; i++) {
    int rank = grid->columns[i].is_value ? -1 : rank_heading (grid->headings[i], list, n);
    if (rank >= 0 && rank < best_rank) {
      best = grid->place[i];
      best_rank = rank;
    }
  }
  return best;
}

/* A label column where nearly every cell is of the kind that `n_of_kind` counted. */
static int
find_by_cells (const Grid *grid, gsize n_of_kind) {
  for (guint i = 0; i < grid->n_columns; i++) {
    const UtGridColumn *column = &grid->columns[i];
    guint n = G_STRUCT_MEMBER (guint, column, n_of_kind);
    if (!column->is_value && column->n_filled > 0 && n * 5 >= column->n_filled * 4)
      return grid->place[i];
  }
  return -1;
}

static void
add_value_column (Grid *grid, guint i, gboolean split) {
  UtCellColumn *column = &grid->layout.columns[grid->layout.n_columns];
  grid->place[i] = -1 - (int) grid->layout.n_columns++;
  column->name = g_strdup (grid->headings[i]);
  if (!split || !ut_period_heading_split (column->name, &column->contents, &column->period))
    column->contents = g_strdup (column->name);
}

static void
lay_out (Grid *grid) {
  UtCellLayout *layout = &grid->layout;
  gboolean has_period_column = FALSE;
  for (guint i = 0; i < grid->n_columns; i++)
    has_period_column = has_period_column || (!grid->columns[i].is_value && grid->columns[i].names_period);
  layout->dimensions = g_new0 (char *, grid->n_columns + 1);
  layout->columns = g_new0 (UtCellColumn, grid->n_columns + 1);
  for (guint i = 0; i < grid->n_columns; i++) {
    if (grid->columns[i].is_value) {
      add_value_column (grid, i, !has_period_column);
      continue;
    }
    grid->place[i] = (int) layout->n_dimensions;
    layout->dimensions[layout->n_dimensions++] = g_strdup (grid->headings[i]);
  }
  gboolean wide = layout->n_columns > 0 && layout->columns[0].period != NULL;
  layout->region_dimension = find_dimension (grid, region_headings, G_N_ELEMENTS (region_headings));
  if (layout->region_dimension < 0)
    layout->region_dimension = find_by_cells (grid, G_STRUCT_OFFSET (UtGridColumn, n_places));
  layout->period_dimension = find_dimension (grid, period_headings, G_N_ELEMENTS (period_headings));
  if (layout->period_dimension < 0 && !wide)
    layout->period_dimension = find_by_cells (grid, G_STRUCT_OFFSET (UtGridColumn, n_periods));
  if (layout->period_dimension == layout->region_dimension)
    layout->period_dimension = -1;
}

static void
clear_grid (Grid *grid) {
  for (guint i = 0; i < grid->layout.n_columns; i++) {
    g_free (grid->layout.columns[i].name);
    g_free (grid->layout.columns[i].contents);
    g_free (grid->layout.columns[i].period);
  }
  g_free (grid->layout.columns);
  g_strfreev (grid->layout.dimensions);
  g_strfreev (grid->headings);
  g_free (grid->columns);
  g_free (grid->place);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, clear_grid)

/* Cells beyond the header must be empty: a separator at the end of the line. */
static gboolean
fits (const UtCsvRecord *record, guint n_columns) {
  for (guint i = n_columns; i < record->n_cells; i++)
    if (*record->cells[i] != '\0')
      return FALSE;
  return record->n_cells >= n_columns;
}

static gboolean
send_row (const Grid *grid, const UtCsvRecord *record, const char **labels, const char **values, const UtCellSink *sink,
          GError **error) {
  if (record->fault != NULL) {
    sink->bad_row (sink->user, record->line, record->fault);
    return TRUE;
  }
  if (!fits (record, grid->n_columns)) {
    g_autofree char *why = g_strdup_printf (_ ("%u cells where the header has %u"), record->n_cells, grid->n_columns);
    sink->bad_row (sink->user, record->line, why);
    return TRUE;
  }
  for (guint i = 0; i < grid->n_columns; i++) {
    if (grid->place[i] >= 0)
      labels[grid->place[i]] = record->cells[i];
    else
      values[-1 - grid->place[i]] = record->cells[i];
  }
  const UtCellRow row = { .line = record->line, .labels = labels, .values = values };
  return sink->row (sink->user, &row, error);
}

static gboolean
send_rows (UtCsv *csv, const Grid *grid, const UtCellSink *sink, GError **error) {
  UtCsvRecord record;
  g_autofree const char **labels = g_new0 (const char *, grid->n_columns + 1);
  g_autofree const char **values = g_new0 (const char *, grid->n_columns + 1);
  while (ut_csv_next (csv, &record))
    if (!send_row (grid, &record, labels, values, sink, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_header (UtCsv *csv, const char *shown, Grid *grid, GError **error) {
  UtCsvRecord record;
  if (!ut_csv_next (csv, &record) || record.fault != NULL) {
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%s:%u: the header row cannot be read: %s"), shown,
                 record.line, record.fault != NULL ? record.fault : _ ("there is none"));
    return FALSE;
  }
  grid->n_columns = record.n_cells;
  grid->headings = g_new0 (char *, record.n_cells + 1);
  for (guint i = 0; i < record.n_cells; i++)
    grid->headings[i] = g_strdup (record.cells[i]);
  grid->columns = g_new0 (UtGridColumn, record.n_cells);
  grid->place = g_new0 (int, record.n_cells);
  ut_csv_expect (csv, record.n_cells);
  return TRUE;
}

gboolean
ut_grid_read (const char *path, const UtReadHints *hints, UtGridPolicy policy, const UtCellSink *sink, UtFileForm *form,
              GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  g_autoptr (UtCsv) csv = ut_csv_open (path, shown, form, error);
  g_auto (Grid) grid = { 0 };
  UtCsvRecord header;
  if (csv == NULL || !read_header (csv, shown, &grid, error))
    return FALSE;
  look_at_headings (&grid, hints);
  look_at_rows (csv, &grid);
  decide_values (&grid, policy);
  lay_out (&grid);
  if (!sink->layout (sink->user, &grid.layout, error))
    return FALSE;
  ut_csv_rewind (csv);
  ut_csv_next (csv, &header);
  return send_rows (csv, &grid, sink, error);
}
