/* `crosstab`: tables made by hand or for reading. Either the places stand across, and each figure becomes a row with
 * its place and its other headings as labels; or they stand down, below title rows and any number of rows of headings,
 * and a figure's column is named by all the headings above it. */
#include "import/shape/crosstab.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/bytes/content.h"
#include "import/format/formats.h"
#include "import/label/heading_words.h"
#include "import/label/period.h"
#include "import/shape/rows.h"

#define PEEKED_ROWS    30
#define SCORE_ACROSS   40
#define MAX_HEADINGS   10
#define PERIOD_HEADING "År"
#define GROUP_HEADING  "gruppe"

int
ut_crosstab_detect (const UtFileHead *head) {
  g_auto (UtCrosstab) table = { 0 };
  if (ut_content_of (head) != UT_CONTENT_TEXT)
    return 0;
  g_autoptr (UtSheet) sheet = ut_sheet_peek_csv (head, PEEKED_ROWS);
  if (!ut_crosstab_find_headings (&table, sheet, NULL))
    return 0;
  ut_crosstab_find_places (&table, NULL, NULL);
  if (table.place_row >= 0 && table.n_columns - table.n_labels >= 2)
    return SCORE_ACROSS;
  /* Titles are padded to the width of the table. */
  guint last = table.heading + table.n_headings - 1;
  gboolean padded = last > 0 && ut_sheet_row (sheet, 0)->n_cells > 2 && ut_sheet_count (sheet, 0, 1) == 0;
  gboolean grouped = table.n_headings > 1 && table.n_columns > 2;
  return (padded || grouped) && last <= MAX_HEADINGS ? 50 : 0;
}

int
ut_crosstab_detect_by_places (const UtFileHead *head, UtPlaces *places) {
  g_auto (UtCrosstab) table = { 0 };
  if (ut_content_of (head) != UT_CONTENT_TEXT)
    return 0;
  g_autoptr (UtSheet) sheet = ut_sheet_peek_csv (head, PEEKED_ROWS);
  if (!ut_crosstab_find_headings (&table, sheet, NULL))
    return 0;
  ut_crosstab_find_places (&table, NULL, places);
  return table.place_row >= 0 && table.n_columns - table.n_labels >= 2 ? SCORE_ACROSS : 0;
}

/* Places across */

static gboolean
is_named (const UtCellLayout *layout, const char *name) {
  for (guint i = 0; i < layout->n_dimensions; i++)
    if (strcmp (layout->dimensions[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* Of a row of headings that is not the places': what stands left of it, else what it holds. New string. */
static char *
name_row (const UtCrosstab *table, guint k, gboolean periods, const UtCellLayout *layout) {
  for (guint i = 0; i < table->n_labels; i++) {
    const char *cell = ut_crosstab_part (table, k, i);
    if (*cell != '\0' && cell != ut_crosstab_label (table, i) && !is_named (layout, cell))
      return g_strdup (cell);
  }
  if (periods && !is_named (layout, PERIOD_HEADING))
    return g_strdup (PERIOD_HEADING);
  return is_named (layout, GROUP_HEADING) ? g_strdup_printf ("%s %u", GROUP_HEADING, k + 1) : g_strdup (GROUP_HEADING);
}

static gboolean
row_is_periods (const UtCrosstab *table, guint k) {
  gboolean any = FALSE;
  for (guint i = table->n_labels; i < table->n_columns; i++) {
    const char *part = ut_crosstab_part (table, k, i);
    if (*part != '\0' && !ut_crosstab_is_period (part))
      return FALSE;
    any = any || *part != '\0';
  }
  return any;
}

/* Labels, then a dimension for each row of headings, the places last. */
static void
lay_out_across (const UtCrosstab *table, UtCellLayout *layout) {
  layout->dimensions = g_new0 (char *, table->n_labels + table->n_headings + 1);
  layout->period_dimension = -1;
  for (guint i = 0; i < table->n_labels; i++) {
    const char *label = ut_crosstab_label (table, i);
    gboolean periods = ut_sheet_holds_periods (table->sheet, i, table->data);
    if (periods || ut_heading_names_period (label))
      layout->period_dimension = (int) i;
    layout->dimensions[layout->n_dimensions++] = periods && (*label == '\0' || ut_heading_names_region (label))
                                                     ? g_strdup (PERIOD_HEADING)
                                                     : ut_heading_or_number (label, table->sheet->first_column + i);
  }
  for (guint k = 0; k < table->n_headings; k++) {
    gboolean periods = row_is_periods (table, k);
    if ((int) k == table->place_row)
      continue;
    char *name = name_row (table, k, periods, layout);
    if (periods)
      layout->period_dimension = (int) layout->n_dimensions;
    layout->dimensions[layout->n_dimensions++] = name;
  }
  layout->region_dimension = (int) layout->n_dimensions;
  layout->dimensions[layout->n_dimensions++] = g_strdup (UT_CROSSTAB_PLACE);
  layout->n_columns = 1;
  layout->columns = g_new0 (UtCellColumn, 1);
  layout->columns[0].name = g_strdup (UT_CROSSTAB_VALUE);
  layout->columns[0].contents = g_strdup (UT_CROSSTAB_VALUE);
}

static void
send_across (const UtCrosstab *table, guint r, UtRows *rows) {
  guint line = ut_sheet_row (table->sheet, r)->line;
  g_autofree const char **labels = g_new0 (const char *, table->n_labels + table->n_headings + 1);
  for (guint i = 0; i < table->n_labels; i++)
    labels[i] = ut_sheet_cell (table->sheet, r, i);
  for (guint i = table->n_labels; i < table->n_columns; i++) {
    const char *value = ut_sheet_cell (table->sheet, r, i);
    const char *place = ut_crosstab_part (table, (guint) table->place_row, i);
    guint n = table->n_labels;
    for (guint k = 0; k < table->n_headings; k++)
      if ((int) k != table->place_row)
        labels[n++] = ut_crosstab_part (table, k, i);
    labels[n] = place;
    if (*place != '\0') {
      gboolean is_number = ut_sheet_is_number (table->sheet, r, i);
      ut_rows_add_cells (rows, line, labels, &value, &is_number, NULL);
    } else if (*value != '\0') {
      g_autofree char *why = g_strdup_printf (_ ("'%s' in column %u stands below no place"), value, i + 1);
      ut_rows_bad (rows, line, why);
    }
  }
}

/* Places down */

typedef struct {
  gboolean used, is_value;
  guint number;
} Column;

/* The headings over a column, joined; its period is the first of them that is one or ends with one. */
static void
name_value (const UtCrosstab *table, guint column, UtCellColumn *value) {
  g_autoptr (GString) name = g_string_new (NULL), contents = g_string_new (NULL);
  for (guint k = 0; k < table->n_headings; k++) {
    const char *part = ut_crosstab_part (table, k, column);
    g_autofree char *rest = NULL;
    if (column == 0 && part != ut_crosstab_label (table, 0))
      continue;
    if (*part != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
    if (value->period == NULL && ut_period_heading_split (part, &rest, &value->period))
      part = rest;
    if (*part != '\0')
      g_string_append_printf (contents, "%s%s", contents->len > 0 ? " " : "", part);
  }
  value->name = ut_heading_or_number (name->str, table->sheet->first_column + column);
  value->contents = name->len > 0 ? g_string_free (g_steal_pointer (&contents), FALSE) : g_strdup (value->name);
}

static gboolean
is_listed (const char *const *list, const UtCellColumn *value) {
  return list != NULL
         && (g_strv_contains (list, value->name)
             || (*value->contents != '\0' && g_strv_contains (list, value->contents)));
}

/* Which columns are figures: those dataset.yaml names, else by what they hold. */
static void
find_values (const UtCrosstab *table, const UtReadHints *hints, Column *columns, UtCellColumn *named) {
  gboolean given = FALSE;
  for (guint i = 0; i < table->n_columns; i++) {
    const char *label = ut_crosstab_label (table, i);
    name_value (table, i, &named[i]);
    columns[i].used = *label != '\0';
    for (guint r = table->data; r < table->sheet->rows->len && !columns[i].used; r++)
      columns[i].used = *ut_sheet_cell (table->sheet, r, i) != '\0';
    columns[i].is_value = columns[i].used && is_listed (hints->value_columns, &named[i]);
    given = given || columns[i].is_value;
  }
  for (guint i = 0; i < table->n_columns && !given; i++) {
    const char *label = ut_crosstab_label (table, i);
    gboolean is_label = hints->label_columns != NULL && g_strv_contains (hints->label_columns, label);
    columns[i].is_value = columns[i].used && !is_label && !ut_heading_names_period (label)
                          && !ut_heading_names_region (label) && ut_crosstab_holds_figures (table, i);
  }
}

/* Among the labels left of the figures by codes or heading, else anywhere by heading; -1: none, for names alone cannot
 * be known here. */
static int
find_region (const UtCrosstab *table, const UtReadHints *hints, const Column *columns, const UtCellLayout *layout) {
  guint n_leading = 0;
  int best = -1;
  while (n_leading < table->n_columns && !columns[n_leading].is_value)
    n_leading++;
  g_autofree const char **headings = g_new0 (const char *, n_leading + 1);
  for (guint i = 0; i < n_leading; i++)
    headings[i] = columns[i].used ? layout->dimensions[columns[i].number] : "";
  int leading = ut_sheet_find_region (table->sheet, headings, n_leading, table->data, hints->places);
  if (leading >= 0)
    return (int) columns[leading].number;
  for (guint i = 0; i < layout->n_dimensions; i++) {
    int rank = ut_heading_region_rank (layout->dimensions[i]);
    if (rank >= 0 && (best < 0 || rank < ut_heading_region_rank (layout->dimensions[best])))
      best = (int) i;
  }
  return best;
}

static void
lay_out_down (const UtCrosstab *table, const UtReadHints *hints, UtCellLayout *layout, Column *columns) {
  g_autofree UtCellColumn *named = g_new0 (UtCellColumn, table->n_columns + 1);
  find_values (table, hints, columns, named);
  layout->dimensions = g_new0 (char *, table->n_columns + 1);
  layout->columns = g_new0 (UtCellColumn, table->n_columns + 1);
  layout->period_dimension = -1;
  for (guint i = 0; i < table->n_columns; i++) {
    if (columns[i].is_value) {
      columns[i].number = layout->n_columns;
      layout->columns[layout->n_columns++] = named[i];
      continue;
    }
    g_free (named[i].name);
    g_free (named[i].contents);
    g_free (named[i].period);
    if (!columns[i].used)
      continue;
    const char *label = ut_crosstab_label (table, i);
    if (ut_heading_names_period (label) || (*label == '\0' && ut_sheet_holds_periods (table->sheet, i, table->data)))
      layout->period_dimension = (int) layout->n_dimensions;
    columns[i].number = layout->n_dimensions;
    layout->dimensions[layout->n_dimensions++] = ut_heading_or_number (label, table->sheet->first_column + i);
  }
  int region = layout->region_dimension = find_region (table, hints, columns, layout);
  layout->region_guessed = region >= 0 && !ut_heading_names_region (layout->dimensions[region]);
}

static void
send_down (const UtCrosstab *table, guint r, const UtCellLayout *layout, const Column *columns, UtRows *rows) {
  g_autofree const char **labels = g_new0 (const char *, layout->n_dimensions + 1);
  g_autofree const char **values = g_new0 (const char *, layout->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++) {
    if (columns[i].used)
      *(columns[i].is_value ? &values[columns[i].number] : &labels[columns[i].number])
          = ut_sheet_cell (table->sheet, r, i);
  }
  ut_rows_add (rows, ut_sheet_row (table->sheet, r)->line, labels, values, NULL);
}

/* A text that stands alone among places across: a title or a note, though no period without figures. */
static gboolean
is_note (const UtCrosstab *table, guint r) {
  const UtSheetRow *row = ut_sheet_row (table->sheet, r);
  guint i = 0;
  while (i < row->n_cells && *row->cells[i] == '\0')
    i++;
  return table->place_row >= 0 && i < row->n_cells && i < table->n_labels
         && ut_sheet_count (table->sheet, r, i + 1) == 0 && !ut_crosstab_is_period (row->cells[i]);
}

/* Whether there is anything to read in the row; what cannot be read is reported. */
static gboolean
check_row (const UtCrosstab *table, guint r, UtRows *rows) {
  const UtSheetRow *row = ut_sheet_row (table->sheet, r);
  g_autofree char *why = row->fault != NULL ? g_strdup (row->fault) : NULL;
  for (guint i = table->n_columns; why == NULL && i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      why = ut_rows_misfit (row->n_cells, table->n_columns);
  if (why == NULL && is_note (table, r))
    why = g_strdup (_ ("a row without figures: a title or a note"));
  if (why != NULL)
    ut_rows_bad (rows, row->line, why);
  return why == NULL && ut_sheet_count (table->sheet, r, 0) > 0;
}

static gboolean
find_table (UtCrosstab *table, const UtSheet *sheet, const UtReadHints *hints, const char *shown, GError **error) {
  if (!ut_crosstab_find_headings (table, sheet, hints)) {
    if (hints->header_row != 0)
      ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: there is no line %u for the header row"), shown,
                    hints->header_row + MAX (hints->header_rows, 1) - 1);
    else
      ut_error_set (
          error, UT_ERROR_DEFINITION,
          _ ("%s:1: no row of headings with rows of figures below it was found; say where it is with 'header:'"),
          shown);
    return FALSE;
  }
  return TRUE;
}

static gboolean
send_table (const UtCrosstab *table, const char *title, const UtReadHints *hints, const UtCellSink *sink,
            GError **error) {
  g_auto (UtCellLayout) layout = { .title = title, .sheet = table->sheet->name };
  gboolean across = table->place_row >= 0;
  g_autofree Column *columns = g_new0 (Column, table->n_columns + 1);
  if (across)
    lay_out_across (table, &layout);
  else
    lay_out_down (table, hints, &layout, columns);
  g_autoptr (UtRows) rows = ut_rows_begin (sink, &layout, error);
  if (rows == NULL)
    return FALSE;
  for (guint r = table->data; r < table->sheet->rows->len; r++) {
    if (!check_row (table, r, rows))
      continue;
    if (across)
      send_across (table, r, rows);
    else
      send_down (table, r, &layout, columns, rows);
  }
  return TRUE;
}

gboolean
ut_crosstab_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                  GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  g_autoptr (UtSheet) sheet = ut_sheet_read_csv (path, shown, form, error);
  g_auto (UtCrosstab) table = { 0 };
  if (sheet == NULL || !find_table (&table, sheet, hints, shown, error))
    return FALSE;
  ut_crosstab_find_places (&table, hints, hints->places);
  return send_table (&table, NULL, hints, sink, error);
}

/* Names alone that are not known are places only where dataset.yaml calls the figures of such a table by their name. */
static gboolean
find_across (UtCrosstab *table, const UtSheet *sheet, const UtReadHints *hints) {
  gboolean given = hints->value_columns != NULL && g_strv_contains (hints->value_columns, UT_CROSSTAB_VALUE);
  if (!ut_crosstab_find_headings (table, sheet, hints))
    return FALSE;
  ut_crosstab_find_places (table, given ? hints : NULL, hints->places);
  return table->place_row >= 0;
}

gboolean
ut_crosstab_has_places_across (const UtSheet *sheet, const UtReadHints *hints) {
  g_auto (UtCrosstab) table = { 0 };
  return find_across (&table, sheet, hints);
}

gboolean
ut_crosstab_send_across (const UtSheet *sheet, const char *title, const UtReadHints *hints, const UtCellSink *sink,
                         gboolean *is_across, GError **error) {
  g_auto (UtCrosstab) table = { 0 };
  *is_across = find_across (&table, sheet, hints);
  return !*is_across || send_table (&table, title, hints, sink, error);
}
