#include "import/shape/sheet_table.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/label/cell.h"
#include "import/label/heading_words.h"
#include "import/label/period.h"
#include "import/shape/crosstab.h"
#include "import/shape/rows.h"
#include "import/shape/sheet_figures.h"
#include "import/shape/sheet_rows.h"

#define MAX_CELLS     ((guint64) 200 * 1000 * 1000)
#define PERIOD_COLUMN "Periode"

typedef struct {
  gboolean used, is_value;
  guint number; /* among the labels or the figures */
} Column;

typedef struct {
  const UtSheet *sheet;
  UtSheetRows rows;
  gboolean takes_unnamed; /* figures in columns without a heading */
  guint n_columns;
  Column *columns;
  char **headings;   /* [n_columns] */
  const char **tops; /* [n_columns] the uppermost part of each heading, NULL when there is none */
  guint n_used;
  guint *used; /* [n_used] columns that are handed over */
  UtCellLayout layout;
  char *period;       /* found above the headings; NULL when the table has periods of its own */
  const char **above; /* [n_dimensions] labels of the row before, for cells left blank */
} Table;

/* A longer text is a remark, and no heading over several columns. */
#define LONGEST_ABOVE 1000

static gboolean
is_remark (const char *text) {
  return strnlen (text, LONGEST_ABOVE) == LONGEST_ABOVE;
}

/* The headings over each column, joined; one above others reaches over the empty cells to its right, though never
 * beyond the cells it is merged with. */
static void
join_headings (Table *table) {
  guint n_rows = table->rows.data - table->rows.heading;
  g_autofree guint *carried = g_new (guint, n_rows);
  memset (carried, 0xff, n_rows * sizeof *carried);
  table->headings = g_new0 (char *, table->n_columns + 1);
  table->tops = g_new0 (const char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++) {
    GString *heading = g_string_new (NULL);
    for (guint k = 0; k < n_rows; k++) {
      guint r = table->rows.heading + k;
      if (*ut_sheet_cell (table->sheet, r, i) != '\0')
        carried[k] = i;
      else if (carried[k] != G_MAXUINT) {
        guint reach = ut_sheet_reach (table->sheet, ut_sheet_row (table->sheet, r)->line, carried[k]);
        if (i > reach || (k + 1 == n_rows && reach == G_MAXUINT)
            || is_remark (ut_sheet_cell (table->sheet, r, carried[k])))
          carried[k] = G_MAXUINT;
      }
      if (carried[k] != G_MAXUINT && heading->len == 0)
        table->tops[i] = ut_sheet_cell (table->sheet, r, carried[k]);
      if (carried[k] != G_MAXUINT)
        g_string_append_printf (heading, "%s%s", heading->len > 0 ? " " : "",
                                ut_sheet_cell (table->sheet, r, carried[k]));
    }
    table->headings[i] = g_string_free (heading, FALSE);
  }
}

static gboolean
is_listed (const char *const *list, const char *heading, const char *contents) {
  return list != NULL && (g_strv_contains (list, heading) || (contents != NULL && g_strv_contains (list, contents)));
}

/* A period ends the heading, or stands over the rest of it. */
static gboolean
split_heading (const Table *table, guint column, char **contents, char **period) {
  const char *heading = table->headings[column], *top = table->tops[column];
  if (ut_period_heading_split (heading, contents, period))
    return TRUE;
  if (top == NULL || !ut_sheet_rows_is_period (top))
    return FALSE;
  *period = g_strdup (top);
  *contents = g_strdup (heading + strlen (top) + 1);
  return TRUE;
}

/* In the whole sheet the column has the same name, whatever stands beside the table. */
static char *
name_column (const Table *table, guint column) {
  return ut_heading_or_number (table->headings[column], table->sheet->first_column + column);
}

static void
add_value (Table *table, guint column) {
  UtCellColumn *value = &table->layout.columns[table->layout.n_columns];
  table->columns[column] = (Column){ TRUE, TRUE, table->layout.n_columns++ };
  value->name = name_column (table, column);
  if (!split_heading (table, column, &value->contents, &value->period))
    value->contents = g_strdup (value->name);
}

/* The heading that is first in the list of those that name periods; of equals the last. */
static void
note_period (Table *table, const char *heading) {
  int rank = ut_heading_period_rank (heading), known = table->layout.period_dimension;
  if (rank >= 0 && (known < 0 || rank <= ut_heading_period_rank (table->layout.dimensions[known])))
    table->layout.period_dimension = (int) table->layout.n_dimensions;
}

static void
add_label (Table *table, guint column, const char *heading) {
  note_period (table, heading);
  table->columns[column] = (Column){ TRUE, FALSE, table->layout.n_dimensions };
  table->layout.dimensions[table->layout.n_dimensions++] = name_column (table, column);
}

/* Figures without a heading are taken where no column of figures has one, beside places that have. */
static gboolean
may_be_figures (const Table *table, guint column) {
  return (*table->headings[column] != '\0') != table->takes_unnamed
         && ut_sheet_holds_figures (table->sheet, column, table->rows.data)
         && !(table->takes_unnamed && ut_sheet_holds_periods (table->sheet, column, table->rows.data));
}

static void
place_columns (Table *table, const UtReadHints *hints) {
  gboolean given = FALSE;
  g_autofree gboolean *filled = ut_sheet_find_filled (table->sheet, table->rows.data);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < table->n_columns; i++) {
      const char *heading = table->headings[i];
      g_autofree char *contents = NULL, *period = NULL, *name = name_column (table, i);
      split_heading (table, i, &contents, &period);
      gboolean listed = is_listed (hints->value_columns, name, contents);
      given = given || listed;
      if (pass == 0 || !filled[i])
        continue;
      gboolean named = ut_heading_names_region (heading) || ut_heading_names_period (heading)
                       || is_listed (hints->label_columns, name, NULL);
      if (given ? listed : !named && may_be_figures (table, i))
        add_value (table, i);
      else
        add_label (table, i, heading);
      table->used[table->n_used++] = i;
    }
}

/* A period in one of the rows above the headings: "Januar - august 2026", "Periode: 2026 01 - 2026 08", "2026 :". */
static char *
find_period (const Table *table) {
  for (guint r = 0; r < table->rows.heading; r++)
    for (guint i = 0; i < ut_sheet_row (table->sheet, r)->n_cells; i++) {
      const char *cell = ut_sheet_cell (table->sheet, r, i), *colon = strchr (cell, ':');
      if (*cell != '\0' && ut_sheet_rows_is_period (cell))
        return g_strdup (cell);
      g_autofree char *before = colon != NULL ? g_strchomp (g_strndup (cell, (gsize) (colon - cell))) : NULL;
      if (colon != NULL && colon[1] == '\0' && ut_sheet_rows_is_period (before))
        return g_steal_pointer (&before);
      if (colon != NULL && g_ascii_strncasecmp (cell, "periode", 7) == 0
          && ut_sheet_rows_is_period (colon + 1 + strspn (colon + 1, " ")))
        return g_strdup (colon + 1 + strspn (colon + 1, " "));
    }
  return NULL;
}

/* A column of labels in which every cell is a period, whatever its heading: "Dato". One without a heading is so where
 * no other is. */
static int
find_period_column (const Table *table) {
  for (int with_heading = TRUE; with_heading >= FALSE; with_heading--)
    for (guint i = 0; i < table->n_columns; i++) {
      const Column *column = &table->columns[i];
      if (column->used && !column->is_value && (*table->headings[i] != '\0') == with_heading
          && (int) column->number != table->layout.region_dimension
          && ut_sheet_holds_periods (table->sheet, i, table->rows.data))
        return (int) column->number;
    }
  return -1;
}

static void
lay_out (Table *table, const UtReadHints *hints) {
  UtCellLayout *layout = &table->layout;
  table->n_columns = table->sheet->n_columns;
  table->columns = g_new0 (Column, table->n_columns + 1);
  table->used = g_new0 (guint, table->n_columns + 1);
  layout->dimensions = g_new0 (char *, table->n_columns + 2);
  layout->columns = g_new0 (UtCellColumn, table->n_columns + 1);
  layout->period_dimension = -1;
  join_headings (table);
  place_columns (table, hints);
  /* Label columns are few, and their numbers are those of the sheet only where nothing stands between. */
  g_autofree const char **headings = g_new0 (const char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    headings[i] = table->columns[i].used && !table->columns[i].is_value ? table->headings[i] : "";
  int region = ut_sheet_find_region (table->sheet, headings, table->n_columns, table->rows.data, hints->places);
  layout->region_dimension = region >= 0 && table->columns[region].used && !table->columns[region].is_value
                                 ? (int) table->columns[region].number
                                 : -1;
  layout->region_guessed = region >= 0 && !ut_heading_names_region (headings[region]);
  gboolean wide = FALSE;
  for (guint i = 0; i < layout->n_columns; i++)
    wide = wide || layout->columns[i].period != NULL;
  if (layout->period_dimension < 0 && !wide)
    layout->period_dimension = find_period_column (table);
  table->period = layout->period_dimension < 0 && !wide ? find_period (table) : NULL;
  if (table->period != NULL) {
    layout->period_dimension = (int) layout->n_dimensions;
    layout->dimensions[layout->n_dimensions++] = g_strdup (PERIOD_COLUMN);
  }
}

static gboolean
repeats_heading (const Table *table, guint row) {
  gboolean same = FALSE;
  for (guint i = 0; i < ut_sheet_row (table->sheet, row)->n_cells; i++) {
    const char *cell = ut_sheet_cell (table->sheet, row, i);
    if (*cell != '\0' && strcmp (cell, ut_sheet_cell (table->sheet, table->rows.data - 1, i)) != 0)
      return FALSE;
    same = same || *cell != '\0';
  }
  return same;
}

/* A place without a code but with a name of its own, as "Sum" below the last place. */
static gboolean
has_own_name (const Table *table, guint row, guint column) {
  for (guint i = column + 1; i < table->n_columns; i++) {
    const char *heading = table->headings[i];
    if (!table->columns[i].used || table->columns[i].is_value || *ut_sheet_cell (table->sheet, row, i) == '\0')
      continue;
    g_autofree char *folded = g_utf8_casefold (heading, -1);
    if (ut_heading_names_region (heading) || g_str_has_suffix (folded, "navn") || g_str_has_suffix (folded, "namn"))
      return TRUE;
  }
  return FALSE;
}

/* A blank label left of a filled one means the one above, as in tables for reading. */
static void
set_label (Table *table, guint row, guint column, gboolean filled_right, const char **labels) {
  guint number = table->columns[column].number;
  labels[number] = ut_sheet_cell (table->sheet, row, column);
  gboolean place = (int) number == table->layout.region_dimension;
  if (*labels[number] == '\0' && filled_right && table->above[number] != NULL
      && !(place && has_own_name (table, row, column)))
    labels[number] = table->above[number];
  table->above[number] = labels[number];
}

/* The last label column with something in it; 0 when there is none. */
static guint
find_last_label (const Table *table, guint row) {
  for (guint k = table->n_used; k > 0; k--)
    if (!table->columns[table->used[k - 1]].is_value && *ut_sheet_cell (table->sheet, row, table->used[k - 1]) != '\0')
      return table->used[k - 1];
  return 0;
}

static void
send_row (Table *table, guint row, UtRows *rows) {
  const UtCellLayout *layout = &table->layout;
  g_autofree const char **labels = g_new0 (const char *, layout->n_dimensions + 1);
  g_autofree const char **values = g_new0 (const char *, layout->n_columns + 1);
  g_autofree gboolean *numbers = g_new0 (gboolean, layout->n_columns + 1);
  guint line = ut_sheet_row (table->sheet, row)->line, last_label = find_last_label (table, row);
  const char *fault = ut_sheet_row (table->sheet, row)->fault;
  gboolean any = FALSE;
  for (guint k = 0; k < table->n_used; k++) {
    guint i = table->used[k];
    if (!table->columns[i].is_value) {
      set_label (table, row, i, i < last_label, labels);
      continue;
    }
    values[table->columns[i].number] = ut_sheet_cell (table->sheet, row, i);
    numbers[table->columns[i].number] = ut_sheet_is_number (table->sheet, row, i);
    any = any || *ut_sheet_cell (table->sheet, row, i) != '\0';
  }
  if (table->period != NULL)
    labels[layout->n_dimensions - 1] = table->period;
  if (fault != NULL || !any)
    ut_rows_bad (rows, line, fault != NULL ? fault : _ ("a row without figures: a title or a note"));
  else
    ut_rows_add_cells (rows, line, labels, values, numbers, NULL);
}

static void
clear_table (Table *table) {
  g_strfreev (table->headings);
  g_free (table->tops);
  g_free (table->columns);
  g_free (table->used);
  g_free (table->above);
  g_free (table->period);
  ut_cell_layout_clear (&table->layout);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, clear_table)

static gboolean
names_places (const Table *table) {
  for (guint i = 0; i < table->layout.n_dimensions; i++)
    if (ut_heading_names_region (table->layout.dimensions[i]))
      return TRUE;
  return FALSE;
}

static void
take_unnamed (Table *table, const UtReadHints *hints) {
  const Table again = { .sheet = table->sheet, .rows = table->rows, .takes_unnamed = TRUE };
  clear_table (table);
  *table = again;
  lay_out (table, hints);
}

/* Few cells far apart would make a table too large to hand over. */
static gboolean
check_size (const Table *table, const UtReadHints *hints, const char *title, GError **error) {
  if ((guint64) (table->sheet->rows->len - table->rows.data) * table->n_used <= MAX_CELLS)
    return TRUE;
  ut_error_set (error, UT_ERROR_DEFINITION, "%s:%u: %s: %s", hints->shown != NULL ? hints->shown : "",
                ut_sheet_row (table->sheet, table->rows.data)->line, title,
                _ ("more rows or cells than a sheet can have"));
  return FALSE;
}

/* Why no rows were found. */
static const char *
explain_no_rows (const Table *table, const UtReadHints *hints) {
  guint n_filled = 0, n_figures = 0;
  if (hints->header_row != 0)
    return _ ("no rows below the row that header names");
  for (guint r = 0; r < table->sheet->rows->len; r++) {
    n_filled += ut_sheet_rows_count (table->sheet, r, NULL);
    n_figures += ut_sheet_rows_count (table->sheet, r, ut_cell_is_figure);
  }
  if (n_filled == 0)
    return _ ("no cells are filled in: it is empty, or only a chart");
  if (n_figures == 0)
    return _ ("text only, no figures");
  return table->rows.data == 0 ? _ ("figures, but no row of headings above them")
                               : _ ("no row with both a label and a figure");
}

gboolean
ut_sheet_table_send (const UtSheet *sheet, const char *title, const UtReadHints *hints, const UtCellSink *sink,
                     const char **why_none, GError **error) {
  g_auto (Table) table = { .sheet = sheet };
  gboolean had_rows = ut_sheet_rows_find (sheet, hints, &table.rows);
  *why_none = had_rows ? NULL : explain_no_rows (&table, hints);
  if (!had_rows)
    return TRUE;
  lay_out (&table, hints);
  gboolean is_across = FALSE;
  if (table.layout.region_dimension < 0 && !ut_crosstab_send_across (sheet, title, hints, sink, &is_across, error))
    return FALSE;
  if (is_across)
    return TRUE;
  if (table.layout.n_columns == 0 && names_places (&table))
    take_unnamed (&table, hints);
  *why_none = table.layout.n_columns > 0 ? NULL : _ ("headings, but no column of figures below them");
  table.layout.title = title;
  table.layout.sheet = sheet->name;
  if (*why_none != NULL)
    return TRUE;
  table.above = g_new0 (const char *, table.layout.n_dimensions + 1);
  g_autoptr (UtRows) rows
      = check_size (&table, hints, title, error) ? ut_rows_begin (sink, &table.layout, error) : NULL;
  for (guint r = table.rows.data; rows != NULL && r < sheet->rows->len; r++)
    if (!repeats_heading (&table, r))
      send_row (&table, r, rows);
  return rows != NULL;
}

gboolean
ut_sheet_table_has_places (const UtSheet *sheet, const UtReadHints *hints) {
  g_auto (Table) table = { .sheet = sheet };
  if (!ut_sheet_rows_find (sheet, hints, &table.rows))
    return FALSE;
  lay_out (&table, hints);
  return (table.layout.region_dimension >= 0 && table.layout.n_columns > 0)
         || (table.layout.region_dimension < 0 && ut_crosstab_has_places_across (sheet, hints));
}
