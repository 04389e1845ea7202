#include "import/sheet_table.h"

#include <string.h>

#include "base/i18n.h"
#include "import/grid.h"
#include "import/period_label.h"
#include "import/rows.h"

#define MAX_HEADING_ROWS 4
#define SAMPLED_ROWS     500
#define PERIOD_COLUMN    "Periode"

typedef struct {
  gboolean used, is_value;
  guint number; /* among the labels or the figures */
} Column;

typedef struct {
  const UtSheet *sheet;
  guint first_heading, first_data; /* rows */
  guint n_columns;
  Column *columns;
  UtCellLayout layout;
  const char *period; /* found above the headings; NULL when the table has periods of its own */
  const char **above; /* [n_dimensions] labels of the row before, for cells left blank */
} Table;

static gboolean
is_figure (const char *cell) {
  double value;
  UtStatus status;
  return *cell != '\0'
         && (ut_number_parse (cell, UT_DECIMAL_POINT, &value) || ut_profile_sign (&ut_profile_general, cell, &status));
}

static gboolean
is_year (const char *cell) {
  UtPeriod period;
  return ut_period_label_read (cell, &period);
}

static guint
count (const UtSheet *sheet, guint row, gboolean (*test) (const char *cell)) {
  guint n = 0;
  for (guint i = 0; i < ut_sheet_row (sheet, row)->n_cells; i++)
    n += *ut_sheet_cell (sheet, row, i) != '\0' && (test == NULL || test (ut_sheet_cell (sheet, row, i)));
  return n;
}

static gboolean
names_something (const UtSheet *sheet, guint row) {
  for (guint i = 0; i < ut_sheet_row (sheet, row)->n_cells; i++)
    if (ut_grid_names_region (ut_sheet_cell (sheet, row, i)) || ut_grid_names_period (ut_sheet_cell (sheet, row, i)))
      return TRUE;
  return FALSE;
}

/* The first row with a label and a figure that is not a heading of years. */
static gboolean
is_data (const UtSheet *sheet, guint row) {
  guint n_filled = count (sheet, row, NULL), n_figures = count (sheet, row, is_figure);
  guint n_years = count (sheet, row, is_year);
  if (n_figures == 0 || n_filled < 2 || names_something (sheet, row))
    return FALSE;
  return n_years < n_figures || (n_years == 1 && n_figures == 1 && n_filled > 1);
}

static gboolean
find_rows (Table *table, const UtReadHints *hints) {
  const UtSheet *sheet = table->sheet;
  guint n_rows = sheet->rows->len;
  if (hints->header_row != 0) {
    while (table->first_heading < n_rows && ut_sheet_row (sheet, table->first_heading)->line < hints->header_row)
      table->first_heading++;
    table->first_data = table->first_heading + MAX (hints->header_rows, 1);
    return table->first_data < n_rows;
  }
  while (table->first_data < n_rows && !is_data (sheet, table->first_data))
    table->first_data++;
  if (table->first_data == 0 || table->first_data >= n_rows)
    return FALSE;
  /* Headings are the rows right above with more than a title in them. */
  table->first_heading = table->first_data;
  while (table->first_heading > 0 && table->first_data - table->first_heading < MAX_HEADING_ROWS
         && count (sheet, table->first_heading - 1, NULL) > 1
         && ut_sheet_row (sheet, table->first_heading - 1)->line + 1
                == ut_sheet_row (sheet, table->first_heading)->line)
    table->first_heading--;
  if (table->first_heading == table->first_data)
    table->first_heading--;
  return TRUE;
}

/* The headings over a column, joined; one above others reaches over the empty cells to its right. New string. */
static char *
heading_of (const Table *table, guint column) {
  GString *heading = g_string_new (NULL);
  for (guint r = table->first_heading; r < table->first_data; r++) {
    const char *cell = ut_sheet_cell (table->sheet, r, column);
    for (guint i = column; r + 1 < table->first_data && *cell == '\0' && i > 0; i--)
      cell = ut_sheet_cell (table->sheet, r, i - 1);
    if (*cell != '\0')
      g_string_append_printf (heading, "%s%s", heading->len > 0 ? " " : "", cell);
  }
  return g_string_free (heading, FALSE);
}

static gboolean
holds_figures (const Table *table, guint column) {
  guint n_filled = 0, n_figures = 0, n_codes = 0;
  for (guint r = table->first_data; r < table->sheet->rows->len && r < table->first_data + SAMPLED_ROWS; r++) {
    const char *cell = ut_sheet_cell (table->sheet, r, column);
    n_filled += *cell != '\0';
    n_figures += is_figure (cell);
    n_codes += cell[0] == '0' && g_ascii_isdigit (cell[1]);
  }
  return n_figures > 0 && n_codes == 0 && n_figures * 5 >= n_filled * 4;
}

static gboolean
is_listed (const char *const *list, const char *heading, const char *contents) {
  return list != NULL && (g_strv_contains (list, heading) || (contents != NULL && g_strv_contains (list, contents)));
}

static void
add_value (Table *table, guint column, const char *heading) {
  UtCellColumn *value = &table->layout.columns[table->layout.n_columns];
  table->columns[column] = (Column){ TRUE, TRUE, table->layout.n_columns++ };
  value->name = g_strdup (heading);
  if (!ut_period_heading_split (heading, &value->contents, &value->period))
    value->contents = g_strdup (heading);
}

static void
add_label (Table *table, guint column, const char *heading) {
  if (ut_grid_names_period (heading))
    table->layout.period_dimension = (int) table->layout.n_dimensions;
  table->columns[column] = (Column){ TRUE, FALSE, table->layout.n_dimensions };
  table->layout.dimensions[table->layout.n_dimensions++] = g_strdup (heading);
}

static gboolean
is_filled (const Table *table, guint column) {
  for (guint r = table->first_data; r < table->sheet->rows->len; r++)
    if (*ut_sheet_cell (table->sheet, r, column) != '\0')
      return TRUE;
  return FALSE;
}

static void
place_columns (Table *table, const UtReadHints *hints) {
  gboolean told = FALSE;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < table->n_columns; i++) {
      g_autofree char *heading = heading_of (table, i), *contents = NULL, *period = NULL;
      ut_period_heading_split (heading, &contents, &period);
      gboolean listed = is_listed (hints->value_columns, heading, contents);
      told = told || listed;
      if (pass == 0 || !is_filled (table, i))
        continue;
      gboolean named = ut_grid_names_region (heading) || ut_grid_names_period (heading)
                       || is_listed (hints->label_columns, heading, NULL);
      if (told ? listed : !named && *heading != '\0' && holds_figures (table, i))
        add_value (table, i, heading);
      else
        add_label (table, i, heading);
    }
}

/* A period in one of the rows above the headings: "Januar - august 2026", "Periode: 2026 01 - 2026 08". */
static const char *
find_period (const Table *table) {
  for (guint r = 0; r < table->first_heading; r++)
    for (guint i = 0; i < ut_sheet_row (table->sheet, r)->n_cells; i++) {
      const char *cell = ut_sheet_cell (table->sheet, r, i), *colon = strchr (cell, ':');
      if (*cell != '\0' && is_year (cell))
        return cell;
      if (colon != NULL && g_ascii_strncasecmp (cell, "periode", 7) == 0
          && is_year (colon + 1 + strspn (colon + 1, " ")))
        return colon + 1 + strspn (colon + 1, " ");
    }
  return NULL;
}

static void
lay_out (Table *table, const UtReadHints *hints) {
  UtCellLayout *layout = &table->layout;
  table->n_columns = table->sheet->n_columns;
  table->columns = g_new0 (Column, table->n_columns + 1);
  layout->dimensions = g_new0 (char *, table->n_columns + 2);
  layout->columns = g_new0 (UtCellColumn, table->n_columns + 1);
  layout->period_dimension = -1;
  place_columns (table, hints);
  /* Label columns are few, and their numbers are those of the sheet only where nothing stands between. */
  g_autofree const char **headings = g_new0 (const char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    headings[i]
        = table->columns[i].used && !table->columns[i].is_value ? layout->dimensions[table->columns[i].number] : "";
  int region = ut_sheet_find_region (table->sheet, headings, table->n_columns, table->first_data);
  layout->region_dimension = region >= 0 && table->columns[region].used && !table->columns[region].is_value
                                 ? (int) table->columns[region].number
                                 : -1;
  gboolean wide = FALSE;
  for (guint i = 0; i < layout->n_columns; i++)
    wide = wide || layout->columns[i].period != NULL;
  table->period = layout->period_dimension < 0 && !wide ? find_period (table) : NULL;
  if (table->period != NULL) {
    layout->period_dimension = (int) layout->n_dimensions;
    layout->dimensions[layout->n_dimensions++] = g_strdup (PERIOD_COLUMN);
  }
}

static gboolean
repeats_heading (const Table *table, guint row) {
  gboolean same = FALSE;
  for (guint i = 0; i < table->n_columns; i++) {
    const char *cell = ut_sheet_cell (table->sheet, row, i);
    if (*cell != '\0' && strcmp (cell, ut_sheet_cell (table->sheet, table->first_data - 1, i)) != 0)
      return FALSE;
    same = same || *cell != '\0';
  }
  return same;
}

/* A blank label left of a filled one means the one above, as in tables for reading. */
static void
set_label (Table *table, guint row, guint column, const char **labels) {
  guint number = table->columns[column].number;
  labels[number] = ut_sheet_cell (table->sheet, row, column);
  gboolean filled_right = FALSE;
  for (guint i = column + 1; i < table->n_columns; i++)
    filled_right
        = filled_right
          || (table->columns[i].used && !table->columns[i].is_value && *ut_sheet_cell (table->sheet, row, i) != '\0');
  if (*labels[number] == '\0' && filled_right && table->above[number] != NULL)
    labels[number] = table->above[number];
  table->above[number] = labels[number];
}

static void
send_row (Table *table, guint row, UtRows *rows) {
  const UtCellLayout *layout = &table->layout;
  g_autofree const char **labels = g_new0 (const char *, layout->n_dimensions + 1);
  g_autofree const char **values = g_new0 (const char *, layout->n_columns + 1);
  guint line = ut_sheet_row (table->sheet, row)->line;
  gboolean any = FALSE;
  for (guint i = 0; i < table->n_columns; i++) {
    if (!table->columns[i].used)
      continue;
    if (!table->columns[i].is_value) {
      set_label (table, row, i, labels);
      continue;
    }
    values[table->columns[i].number] = ut_sheet_cell (table->sheet, row, i);
    any = any || *ut_sheet_cell (table->sheet, row, i) != '\0';
  }
  if (table->period != NULL)
    labels[layout->n_dimensions - 1] = table->period;
  if (any)
    ut_rows_add (rows, line, labels, values, NULL);
  else
    ut_rows_bad (rows, line, _ ("a row without figures: a title or a note"));
}

static gboolean
send_table (const UtSheet *sheet, const char *title, const UtReadHints *hints, const UtCellSink *sink,
            gboolean *had_table, GError **error) {
  Table table = { .sheet = sheet };
  *had_table = find_rows (&table, hints);
  if (!*had_table)
    return TRUE;
  lay_out (&table, hints);
  *had_table = table.layout.n_columns > 0;
  table.layout.title = title;
  table.above = g_new0 (const char *, table.layout.n_dimensions + 1);
  g_autoptr (UtRows) rows = *had_table ? ut_rows_begin (sink, &table.layout, error) : NULL;
  gboolean done = !*had_table || rows != NULL;
  for (guint r = table.first_data; rows != NULL && r < sheet->rows->len; r++)
    if (!repeats_heading (&table, r))
      send_row (&table, r, rows);
  g_free (table.columns);
  g_free (table.above);
  ut_cell_layout_clear (&table.layout);
  return done;
}

static gboolean
is_blank (const UtSheet *sheet, guint column) {
  for (guint r = 0; r < sheet->rows->len; r++)
    if (*ut_sheet_cell (sheet, r, column) != '\0')
      return FALSE;
  return TRUE;
}

/* Whether the columns from `first` on are a table of their own: one with places. */
static gboolean
has_places (const UtSheet *sheet, guint first, guint n, const UtReadHints *hints) {
  g_autoptr (UtSheet) window = ut_sheet_window (sheet, first, n);
  Table table = { .sheet = window };
  if (!find_rows (&table, hints))
    return FALSE;
  lay_out (&table, hints);
  gboolean places = table.layout.region_dimension >= 0 && table.layout.n_columns > 0;
  g_free (table.columns);
  ut_cell_layout_clear (&table.layout);
  return places;
}

/* Where the table that begins at `first` ends: at a blank column with a table of its own after it. */
static guint
find_end (const UtSheet *sheet, guint first, const UtReadHints *hints) {
  for (guint i = first + 1; i + 1 < sheet->n_columns; i++)
    if (is_blank (sheet, i) && has_places (sheet, first, i - first, hints)
        && has_places (sheet, i + 1, sheet->n_columns - i - 1, hints))
      return i;
  return sheet->n_columns;
}

/* Tables side by side are told apart by the blank column between them. */
gboolean
ut_sheet_table_send (const UtSheet *sheet, const char *title, const UtReadHints *hints, const UtCellSink *sink,
                     gboolean *had_table, GError **error) {
  guint number = 0;
  *had_table = FALSE;
  for (guint first = 0, end; first < sheet->n_columns; first = end + 1) {
    gboolean had;
    end = find_end (sheet, first, hints);
    g_autoptr (UtSheet) window = ut_sheet_window (sheet, first, end - first);
    g_autofree char *name = number == 0 ? g_strdup (title) : g_strdup_printf ("%s (%u)", title, number + 1);
    if (!send_table (window, name, hints, sink, &had, error))
      return FALSE;
    *had_table = *had_table || had;
    number += had;
  }
  return TRUE;
}
