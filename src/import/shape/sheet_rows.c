#include "import/shape/sheet_rows.h"

#include "import/label/cell.h"
#include "import/label/heading_words.h"
#include "import/label/odd_cell.h"
#include "import/label/period.h"
#include "import/shape/crosstab.h"

gboolean
ut_sheet_rows_is_period (const char *cell) {
  UtPeriod period;
  return ut_period_label_read (cell, &period);
}

guint
ut_sheet_rows_count (const UtSheet *sheet, guint row, gboolean (*test) (const char *cell)) {
  guint n = 0;
  for (guint i = 0; i < ut_sheet_row (sheet, row)->n_cells; i++)
    n += *ut_sheet_cell (sheet, row, i) != '\0' && (test == NULL || test (ut_sheet_cell (sheet, row, i)));
  return n;
}

static gboolean
names_something (const UtSheet *sheet, guint row) {
  for (guint i = 0; i < ut_sheet_row (sheet, row)->n_cells; i++)
    if (ut_heading_names_region (ut_sheet_cell (sheet, row, i))
        || ut_heading_names_period (ut_sheet_cell (sheet, row, i)))
      return TRUE;
  return FALSE;
}

/* A row of a place, or one with a label below a heading of places down or left of places across. */
static gboolean
stands_by_place (const UtSheet *sheet, guint row) {
  gboolean labelled = *ut_sheet_cell (sheet, row, 0) != '\0';
  for (guint i = 0; i < ut_sheet_row (sheet, row)->n_cells; i++) {
    const char *cell = ut_sheet_cell (sheet, row, i), *over = row > 0 ? ut_sheet_cell (sheet, row - 1, i) : "";
    if (ut_crosstab_is_place (cell) || (*cell != '\0' && ut_heading_names_region (over))
        || (labelled && ut_crosstab_is_place (over)))
      return TRUE;
  }
  return FALSE;
}

/* The first filled column; the width of the row when there is none. */
static guint
find_first (const UtSheet *sheet, guint row) {
  guint i = 0;
  while (i < ut_sheet_row (sheet, row)->n_cells && *ut_sheet_cell (sheet, row, i) == '\0')
    i++;
  return i;
}

/* "2024 | 1881 | 2001" below texts, be there years without figures between: under years they would be headings too. */
static gboolean
is_year_below_texts (const UtSheet *sheet, guint row) {
  guint above = row, label = find_first (sheet, row);
  while (above > 0 && (above == row || ut_sheet_rows_is_alone (sheet, above)))
    above--;
  gboolean is_leftmost = row + 1 == sheet->rows->len || find_first (sheet, row + 1) >= label;
  if (above == row || !is_leftmost || !ut_sheet_rows_is_period (ut_sheet_cell (sheet, row, label)))
    return FALSE;
  for (guint i = label + 1; i < ut_sheet_row (sheet, above)->n_cells; i++)
    if (ut_sheet_rows_is_period (ut_sheet_cell (sheet, above, i)))
      return FALSE;
  return ut_sheet_count (sheet, above, label + 1) > 0;
}

/* The first row with a label and a figure that is not a heading of years. Figures may all look like years. */
gboolean
ut_sheet_rows_is_data (const UtSheet *sheet, guint row) {
  guint n_filled = ut_sheet_rows_count (sheet, row, NULL),
        n_figures = ut_sheet_rows_count (sheet, row, ut_cell_is_figure);
  guint n_years = ut_sheet_rows_count (sheet, row, ut_sheet_rows_is_period);
  if (n_filled < 2 || names_something (sheet, row))
    return FALSE;
  /* "<18" may be a heading of ages. */
  if (n_figures == 0)
    return ut_sheet_rows_count (sheet, row, ut_odd_cell_is) > 0 && stands_by_place (sheet, row);
  return n_years < n_figures || (n_years == 1 && n_figures == 1 && n_filled > 1) || stands_by_place (sheet, row)
         || is_year_below_texts (sheet, row);
}

gboolean
ut_sheet_rows_is_heading (const UtSheet *sheet, guint row) {
  guint n_figures = ut_sheet_rows_count (sheet, row, ut_cell_is_figure);
  return ut_sheet_rows_count (sheet, row, NULL) > 1
         && n_figures <= ut_sheet_rows_count (sheet, row, ut_sheet_rows_is_period);
}

gboolean
ut_sheet_rows_is_alone (const UtSheet *sheet, guint row) {
  return ut_sheet_rows_count (sheet, row, NULL) == 1;
}

gboolean
ut_sheet_rows_are_next (const UtSheet *sheet, guint row) {
  return row > 0 && ut_sheet_row (sheet, row - 1)->line + 1 == ut_sheet_row (sheet, row)->line;
}

/* Headings have more than a title in them, and only the lowest may be numbers, as of ages. What stands alone over the
 * figures, and not over the first column of the table, is what they are: "Personer" over the years of StatBank's
 * workbooks. */
static gboolean
belongs_to_headings (const UtSheet *sheet, guint row, guint first_heading, guint data) {
  guint first = find_first (sheet, row), label = find_first (sheet, data);
  if (ut_sheet_rows_count (sheet, row, NULL) > 1)
    return first_heading == data || ut_sheet_rows_is_heading (sheet, row);
  return first_heading < data && first > label && ut_cell_is_figure (ut_sheet_cell (sheet, data, first))
         && !ut_sheet_rows_is_period (ut_sheet_cell (sheet, row, first));
}

static gboolean
take_given (const UtSheet *sheet, const UtReadHints *hints, UtSheetRows *rows) {
  while (rows->heading < sheet->rows->len && ut_sheet_row (sheet, rows->heading)->line < hints->header_row)
    rows->heading++;
  rows->data = rows->heading + MAX (hints->header_rows, 1);
  return rows->data < sheet->rows->len;
}

/* Up over labels that stand alone below headings, "Kvinner" or a year without figures. Where there are no headings
 * above them they are titles. */
static guint
climb_labels (const UtSheet *sheet, guint data) {
  guint row = data;
  while (row > 1 && ut_sheet_rows_is_alone (sheet, row - 1) && ut_sheet_rows_are_next (sheet, row))
    row--;
  gboolean headed = row > 0 && ut_sheet_rows_are_next (sheet, row) && ut_sheet_rows_is_heading (sheet, row - 1)
                    && !ut_sheet_rows_is_data (sheet, row - 1);
  return headed ? row : data;
}

/* A figure beside the title of a sheet, with the headings below it. */
static gboolean
is_title_with_figure (const UtSheet *sheet, guint row) {
  return row + 1 < sheet->rows->len && ut_sheet_rows_is_heading (sheet, row + 1)
         && !ut_sheet_rows_is_data (sheet, row + 1);
}

gboolean
ut_sheet_rows_find (const UtSheet *sheet, const UtReadHints *hints, UtSheetRows *rows) {
  guint n_rows = sheet->rows->len, data = n_rows > 0 && is_title_with_figure (sheet, 0) ? 1 : 0;
  *rows = (UtSheetRows){ 0 };
  if (hints->header_row != 0)
    return take_given (sheet, hints, rows);
  while (data < n_rows && !ut_sheet_rows_is_data (sheet, data))
    data++;
  rows->data = data;
  if (data == 0 || data >= n_rows)
    return FALSE;
  data = climb_labels (sheet, data);
  guint heading = data;
  while (heading > 0 && data - heading < UT_SHEET_HEADING_ROWS && ut_sheet_rows_are_next (sheet, heading)
         && belongs_to_headings (sheet, heading - 1, heading, data))
    heading--;
  *rows = (UtSheetRows){ .heading = heading == data ? data - 1 : heading, .data = data };
  return TRUE;
}
