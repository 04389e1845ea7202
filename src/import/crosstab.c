/* `crosstab`: tables made by hand or for reading. Either the places stand across, and each figure becomes a row with
 * its place as a label; or they stand down, below title rows and groups of headings, and a group's name is put before
 * the headings under it. */
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/formats.h"
#include "import/grid.h"
#include "import/period_label.h"
#include "import/region_label.h"
#include "import/rows.h"
#include "import/sheet.h"

#define PEEKED_ROWS  30
#define SAMPLED_ROWS 200
#define PLACE_COLUMN "Region"
#define VALUE_COLUMN "verdi"
#define MAX_HEADINGS 10

/* What was found of the table's shape. */
typedef struct {
  guint heading;      /* row of the headings */
  gboolean has_group; /* the row above holds groups of headings */
  gboolean across;    /* the headings are places */
  guint n_labels;     /* with places across: columns before the first place */
} Shape;

static gboolean
is_figure (const char *cell) {
  double value;
  UtStatus status;
  return *cell != '\0'
         && (ut_number_parse (cell, UT_DECIMAL_POINT, &value) || ut_number_parse (cell, UT_DECIMAL_COMMA, &value)
             || ut_profile_sign (&ut_profile_general, cell, &status));
}

/* A year may be a heading. */
static gboolean
is_period (const char *cell) {
  UtPeriod period;
  return ut_period_label_read (cell, &period);
}

static gboolean
is_place (const char *cell) {
  UtRegionLabel label;
  ut_region_label_read (cell, &label);
  gboolean place = label.kind == UT_LABEL_COUNTRY
                   || (label.kind == UT_LABEL_CODE && ut_region_label_is_marked_code (cell))
                   || (label.kind == UT_LABEL_CODE && strlen (cell) > 5 && cell[4] == ' ');
  ut_region_label_clear (&label);
  return place;
}

static guint
count_cells (const UtSheet *sheet, guint row, guint first, gboolean (*test) (const char *cell)) {
  guint n = 0;
  for (guint i = first; i < ut_sheet_row (sheet, row)->n_cells; i++)
    n += *ut_sheet_cell (sheet, row, i) != '\0' && (test == NULL || test (ut_sheet_cell (sheet, row, i)));
  return n;
}

/* The headings are the last row before the first with a label and figures: figures that may be years do not count. */
static gboolean
find_headings (const UtSheet *sheet, const UtReadHints *hints, Shape *shape) {
  for (guint r = 0; r < MIN (sheet->rows->len, PEEKED_ROWS); r++) {
    if (hints != NULL && hints->header_row != 0) {
      if (ut_sheet_row (sheet, r)->line < hints->header_row)
        continue;
      shape->heading = r;
      shape->has_group = hints->header_rows > 1;
      shape->heading += shape->has_group;
      return shape->heading < sheet->rows->len;
    }
    guint n_figures = count_cells (sheet, r, 1, is_figure), n_filled = count_cells (sheet, r, 1, NULL);
    const char *label = ut_sheet_cell (sheet, r, 0);
    if (r == 0 || n_figures * 2 < n_filled || n_figures == count_cells (sheet, r, 1, is_period)
        || (is_figure (label) && !is_period (label)))
      continue;
    shape->heading = r - 1;
    /* Groups stand over headings: fewer of them, none over the first column's neighbours alone. */
    guint n_headings = count_cells (sheet, r - 1, 0, NULL);
    guint n_above = r >= 2 ? count_cells (sheet, r - 2, 1, NULL) : 0;
    shape->has_group = n_above > 1 && n_above < n_headings;
    return TRUE;
  }
  return FALSE;
}

static gboolean
is_value_column (const UtSheet *sheet, const Shape *shape, guint column) {
  guint n_filled = 0, n_figures = 0;
  for (guint r = shape->heading + 1; r < sheet->rows->len && r < shape->heading + SAMPLED_ROWS; r++) {
    const char *cell = ut_sheet_cell (sheet, r, column);
    n_filled += *cell != '\0';
    n_figures += is_figure (cell) && !(cell[0] == '0' && g_ascii_isdigit (cell[1]));
  }
  return n_filled > 0 && n_figures == n_filled;
}

/* Names of places cannot be known here, but what stands left of a place over figures is one too, as in
 * "Indikator;Fyresdal;Telemark;Landet". */
static gboolean
may_be_place (const UtSheet *sheet, const Shape *shape, const UtReadHints *hints, guint column) {
  const char *heading = ut_sheet_cell (sheet, shape->heading, column);
  gboolean told = hints != NULL && hints->label_columns != NULL && g_strv_contains (hints->label_columns, heading);
  return !told && *heading != '\0' && !is_period (heading) && !ut_grid_names_period (heading)
         && !ut_grid_names_region (heading) && is_value_column (sheet, shape, column);
}

static void
find_direction (const UtSheet *sheet, const UtReadHints *hints, Shape *shape) {
  guint n_columns = ut_sheet_row (sheet, shape->heading)->n_cells;
  shape->n_labels = 1;
  while (shape->n_labels < n_columns && !is_place (ut_sheet_cell (sheet, shape->heading, shape->n_labels)))
    shape->n_labels++;
  shape->across = shape->n_labels < n_columns;
  while (shape->across && shape->n_labels > 1 && may_be_place (sheet, shape, hints, shape->n_labels - 1))
    shape->n_labels--;
  if (shape->across || hints == NULL)
    return;
  /* Names only: a heading row without any name of a place column, a period or two like headings is places. */
  for (guint i = 0; i < n_columns; i++) {
    const char *heading = ut_sheet_cell (sheet, shape->heading, i);
    g_autofree char *contents = NULL, *period = NULL;
    if (shape->has_group || ut_grid_names_region (heading) || ut_period_heading_split (heading, &contents, &period))
      return;
  }
  shape->across = n_columns > 1;
  shape->n_labels = 1;
}

/* Two places across; or one, such as the country, when no column holds places down. */
static gboolean
has_places_across (const UtSheet *sheet, const Shape *shape) {
  guint n_columns = ut_sheet_row (sheet, shape->heading)->n_cells;
  if (!shape->across || count_cells (sheet, shape->heading, shape->n_labels, is_place) >= 2)
    return shape->across;
  for (guint i = 0; i < shape->n_labels; i++)
    if (ut_grid_names_region (ut_sheet_cell (sheet, shape->heading, i)))
      return FALSE;
  return n_columns - shape->n_labels >= 2;
}

int
ut_crosstab_detect (const UtFileHead *head) {
  Shape shape = { 0 };
  if (head->length > 0 && (head->text[0] == '{' || head->text[0] == '['))
    return 0;
  g_autoptr (UtSheet) sheet = ut_sheet_peek_csv (head, PEEKED_ROWS);
  if (!find_headings (sheet, NULL, &shape))
    return 0;
  find_direction (sheet, NULL, &shape);
  if (has_places_across (sheet, &shape))
    return 40;
  /* Titles are padded to the width of the table. */
  gboolean padded = shape.heading > 0 && ut_sheet_row (sheet, 0)->n_cells > 2 && count_cells (sheet, 0, 1, NULL) == 0;
  return padded && shape.heading <= MAX_HEADINGS ? 50 : 0;
}

/* Places across */

static gboolean
holds_periods (const UtSheet *sheet, const Shape *shape, guint column) {
  gboolean any = FALSE;
  for (guint r = shape->heading + 1; r < sheet->rows->len && r < shape->heading + SAMPLED_ROWS; r++) {
    const char *cell = ut_sheet_cell (sheet, r, column);
    if (*cell != '\0' && !is_period (cell))
      return FALSE;
    any = any || *cell != '\0';
  }
  return any;
}

static void
lay_out_across (const UtSheet *sheet, const Shape *shape, UtCellLayout *layout) {
  layout->n_dimensions = shape->n_labels + 1;
  layout->dimensions = g_new0 (char *, layout->n_dimensions + 1);
  layout->period_dimension = -1;
  for (guint i = 0; i < shape->n_labels; i++) {
    layout->dimensions[i] = g_strdup (ut_sheet_cell (sheet, shape->heading, i));
    if (ut_grid_names_period (layout->dimensions[i]) || holds_periods (sheet, shape, i))
      layout->period_dimension = (int) i;
  }
  layout->dimensions[shape->n_labels] = g_strdup (PLACE_COLUMN);
  layout->region_dimension = (int) shape->n_labels;
  layout->n_columns = 1;
  layout->columns = g_new0 (UtCellColumn, 1);
  layout->columns[0].name = g_strdup (VALUE_COLUMN);
  layout->columns[0].contents = g_strdup (VALUE_COLUMN);
}

static void
send_across (const UtSheet *sheet, const Shape *shape, guint r, UtRows *rows) {
  g_autofree const char **labels = g_new0 (const char *, shape->n_labels + 2);
  for (guint i = 0; i < shape->n_labels; i++)
    labels[i] = ut_sheet_cell (sheet, r, i);
  for (guint i = shape->n_labels; i < ut_sheet_row (sheet, shape->heading)->n_cells; i++) {
    const char *value = ut_sheet_cell (sheet, r, i);
    labels[shape->n_labels] = ut_sheet_cell (sheet, shape->heading, i);
    if (*labels[shape->n_labels] != '\0')
      ut_rows_add (rows, ut_sheet_row (sheet, r)->line, labels, &value, NULL);
  }
}

/* Places down */

/* The heading of a column with its group before it; a group reaches over the empty cells after it, to a column without
 * any heading. `group` is that of the column before. New string. */
static char *
full_heading (const UtSheet *sheet, const Shape *shape, guint column, const char **group) {
  const char *heading = ut_sheet_cell (sheet, shape->heading, column);
  if (!shape->has_group || *heading == '\0') {
    *group = "";
    return g_strdup (heading);
  }
  /* What stands over the first column is a title. */
  if (column > 0 && *ut_sheet_cell (sheet, shape->heading - 1, column) != '\0')
    *group = ut_sheet_cell (sheet, shape->heading - 1, column);
  return **group != '\0' ? g_strdup_printf ("%s %s", *group, heading) : g_strdup (heading);
}

typedef struct {
  gboolean used, is_value;
  guint number;
} Column;

static Column *
lay_out_down (const UtSheet *sheet, const Shape *shape, const UtReadHints *hints, UtCellLayout *layout) {
  guint n = ut_sheet_row (sheet, shape->heading)->n_cells;
  Column *columns = g_new0 (Column, n + 1);
  layout->dimensions = g_new0 (char *, n + 1);
  layout->columns = g_new0 (UtCellColumn, n + 1);
  layout->period_dimension = -1;
  const char *group = "";
  for (guint i = 0; i < n; i++) {
    g_autofree char *heading = full_heading (sheet, shape, i, &group);
    gboolean names_period = ut_grid_names_period (heading);
    columns[i].used = *heading != '\0';
    columns[i].is_value = hints->value_columns != NULL && hints->value_columns[0] != NULL
                              ? g_strv_contains (hints->value_columns, heading)
                              : is_value_column (sheet, shape, i) && !names_period && !ut_grid_names_region (heading);
    if (!columns[i].used)
      continue;
    if (!columns[i].is_value) {
      layout->period_dimension = names_period ? (int) layout->n_dimensions : layout->period_dimension;
      columns[i].number = layout->n_dimensions;
      layout->dimensions[layout->n_dimensions++] = g_steal_pointer (&heading);
      continue;
    }
    UtCellColumn *column = &layout->columns[layout->n_columns];
    columns[i].number = layout->n_columns++;
    if (!ut_period_heading_split (heading, &column->contents, &column->period))
      column->contents = g_strdup (heading);
    column->name = g_steal_pointer (&heading);
  }
  layout->region_dimension = -1;
  for (guint i = 0; i < n; i++)
    if (columns[i].used && !columns[i].is_value && layout->region_dimension < 0
        && ut_grid_names_region (layout->dimensions[columns[i].number]))
      layout->region_dimension = (int) columns[i].number;
  if (layout->region_dimension < 0 && layout->n_dimensions > 0)
    layout->region_dimension = 0;
  return columns;
}

static void
send_down (const UtSheet *sheet, const Shape *shape, guint r, const UtCellLayout *layout, const Column *columns,
           UtRows *rows) {
  g_autofree const char **labels = g_new0 (const char *, layout->n_dimensions + 1);
  g_autofree const char **values = g_new0 (const char *, layout->n_columns + 1);
  for (guint i = 0; i < ut_sheet_row (sheet, shape->heading)->n_cells; i++) {
    if (columns[i].used && columns[i].is_value)
      values[columns[i].number] = ut_sheet_cell (sheet, r, i);
    else if (columns[i].used)
      labels[columns[i].number] = ut_sheet_cell (sheet, r, i);
  }
  ut_rows_add (rows, ut_sheet_row (sheet, r)->line, labels, values, NULL);
}

/* Whether the row can be read at all; else it is told. */
static gboolean
check_row (const UtSheet *sheet, const Shape *shape, guint r, UtRows *rows) {
  const UtSheetRow *row = ut_sheet_row (sheet, r);
  guint n_columns = ut_sheet_row (sheet, shape->heading)->n_cells;
  g_autofree char *why = row->fault != NULL ? g_strdup (row->fault) : NULL;
  for (guint i = n_columns; why == NULL && i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      why = g_strdup_printf (_ ("%u cells where the header has %u"), row->n_cells, n_columns);
  if (why != NULL)
    ut_rows_bad (rows, row->line, why);
  return why == NULL;
}

gboolean
ut_crosstab_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                  GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  g_autoptr (UtSheet) sheet = ut_sheet_read_csv (path, shown, form, error);
  Shape shape = { 0 };
  g_auto (UtCellLayout) layout = { 0 };
  g_autofree Column *columns = NULL;
  if (sheet == NULL)
    return FALSE;
  if (!find_headings (sheet, hints, &shape)) {
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION,
                 _ ("%s:1: no row of headings with rows of figures below it was found; say where it is with “header:”"),
                 shown);
    return FALSE;
  }
  find_direction (sheet, hints, &shape);
  if (shape.across)
    lay_out_across (sheet, &shape, &layout);
  else
    columns = lay_out_down (sheet, &shape, hints, &layout);
  g_autoptr (UtRows) rows = ut_rows_begin (sink, &layout, error);
  if (rows == NULL)
    return FALSE;
  for (guint r = shape.heading + 1; r < sheet->rows->len; r++) {
    if (!check_row (sheet, &shape, r, rows))
      continue;
    if (shape.across)
      send_across (sheet, &shape, r, rows);
    else
      send_down (sheet, &shape, r, &layout, columns, rows);
  }
  return TRUE;
}
