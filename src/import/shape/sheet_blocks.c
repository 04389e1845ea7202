#include "import/shape/sheet_blocks.h"

#include <string.h>

#include "import/label/cell.h"
#include "import/shape/sheet_rows.h"
#include "import/shape/sheet_table.h"

/* Whether there are places shows in the first rows. */
#define PEEKED_ROWS 600
/* So many gaps of a sheet are looked at. */
#define MAX_GAPS   32
#define MAX_BLOCKS 500

static void
free_sheet (gpointer sheet) {
  ut_sheet_free (sheet);
}

static gboolean
has_places (const UtSheet *sheet, UtSheetArea area, const UtReadHints *hints) {
  area.n_rows = MIN (area.n_rows, PEEKED_ROWS);
  g_autoptr (UtSheet) window = ut_sheet_window (sheet, area);
  return ut_sheet_table_has_places (window, hints);
}

/* Beside each other */

/* Where the table that begins at `first` ends: at a blank column with a table of its own after it. */
static guint
find_right_end (const UtSheet *sheet, const gboolean *filled, guint first, const UtReadHints *hints, guint *n_gaps) {
  for (guint i = first + 1; i + 1 < sheet->n_columns; i++) {
    const UtSheetArea left = { .first_column = first, .n_columns = i - first, .n_rows = G_MAXUINT };
    const UtSheetArea right = { .first_column = i + 1, .n_columns = sheet->n_columns - i - 1, .n_rows = G_MAXUINT };
    if (!filled[i] && filled[i - 1] && (*n_gaps)++ < MAX_GAPS && has_places (sheet, left, hints)
        && has_places (sheet, right, hints))
      return i;
  }
  return sheet->n_columns;
}

/* Below each other */

static gboolean
are_same (const UtSheet *sheet, guint row, guint other) {
  guint n = MAX (ut_sheet_row (sheet, row)->n_cells, ut_sheet_row (sheet, other)->n_cells);
  for (guint i = 0; i < n; i++)
    if (strcmp (ut_sheet_cell (sheet, row, i), ut_sheet_cell (sheet, other, i)) != 0)
      return FALSE;
  return TRUE;
}

/* Rows of headings with one of figures below them, or below labels that stand alone; 0: there are none, else the row of
 * figures. */
static guint
find_data_below (const UtSheet *sheet, guint row) {
  guint r = row;
  while (r < sheet->rows->len && r - row < UT_SHEET_HEADING_ROWS && ut_sheet_rows_is_heading (sheet, r)
         && !ut_sheet_rows_is_data (sheet, r) && (r == row || ut_sheet_rows_are_next (sheet, r)))
    r++;
  while (r > row && r < sheet->rows->len && ut_sheet_rows_is_alone (sheet, r) && ut_sheet_rows_are_next (sheet, r))
    r++;
  return r > row && r < sheet->rows->len && ut_sheet_rows_is_data (sheet, r) ? r : 0;
}

/* The first label of a row has stood there since `first`: another table of the same places or years. */
static gboolean
label_repeats (const UtSheet *sheet, guint row, guint first, guint end) {
  guint i = 0;
  while (*ut_sheet_cell (sheet, row, i) == '\0')
    i++;
  for (guint r = first; r < end; r++)
    if (strcmp (ut_sheet_cell (sheet, r, i), ut_sheet_cell (sheet, row, i)) == 0)
      return TRUE;
  return FALSE;
}

/* The titles right above headings are theirs. */
static guint
climb_titles (const UtSheet *sheet, guint heading, guint first) {
  while (heading > first && ut_sheet_rows_are_next (sheet, heading) && ut_sheet_rows_is_alone (sheet, heading - 1))
    heading--;
  return heading;
}

/* Headings written again go on with the same table, unless its labels begin anew. Others begin a table where both have
 * places. */
static gboolean
begins_table (const UtSheet *sheet, const UtSheetRows *above, guint row, const UtReadHints *hints, guint *n_tried) {
  gboolean again = are_same (sheet, row, above->heading);
  if (!again && ut_sheet_rows_are_next (sheet, row) && !ut_sheet_rows_is_alone (sheet, row - 1))
    return FALSE;
  guint data = find_data_below (sheet, row);
  if (data == 0 || again)
    return data != 0 && label_repeats (sheet, data, above->data, row);
  const UtSheetArea upper = { .n_columns = sheet->n_columns, .n_rows = ut_sheet_find_gap (sheet, above->data) };
  const UtSheetArea lower
      = { .n_columns = sheet->n_columns, .first_row = row, .n_rows = ut_sheet_find_gap (sheet, data) - row };
  return (*n_tried)++ < MAX_GAPS && has_places (sheet, upper, hints) && has_places (sheet, lower, hints);
}

/* What stands right above the headings; NULL when nothing does. */
static const char *
find_title (const UtSheet *sheet, const UtSheetRows *rows) {
  const guint heading = rows->heading;
  guint i = 0;
  if (heading == 0 || !ut_sheet_rows_are_next (sheet, heading) || !ut_sheet_rows_is_alone (sheet, heading - 1))
    return NULL;
  while (*ut_sheet_cell (sheet, heading - 1, i) == '\0')
    i++;
  const char *title = ut_sheet_cell (sheet, heading - 1, i);
  return ut_cell_is_figure (title) ? NULL : title;
}

/* titles: const char *, NULL where a table has none */
static void
cut_rows (const UtSheet *sheet, const UtReadHints *hints, GPtrArray *sheets, GPtrArray *titles) {
  guint first = 0, end, n_tried = 0;
  do {
    UtSheetRows rows;
    UtSheetArea area = { .n_columns = sheet->n_columns, .first_row = first, .n_rows = G_MAXUINT };
    UtSheet *rest = ut_sheet_window (sheet, area);
    gboolean found = ut_sheet_rows_find (rest, hints, &rows);
    end = found && hints->header_row == 0 && sheets->len < MAX_BLOCKS ? rows.data + 1 : rest->rows->len;
    while (end < rest->rows->len && !begins_table (rest, &rows, end, hints, &n_tried))
      end++;
    g_ptr_array_add (titles, found ? (gpointer) find_title (rest, &rows) : NULL);
    if (end >= rest->rows->len) {
      g_ptr_array_add (sheets, rest);
      return;
    }
    area.n_rows = climb_titles (rest, end, rows.data + 1);
    g_ptr_array_add (sheets, ut_sheet_window (sheet, area));
    first += area.n_rows;
    ut_sheet_free (rest);
  } while (TRUE);
}

/* Names */

static gboolean
is_only (const GPtrArray *titles, const char *title) {
  guint n = 0;
  for (guint i = 0; i < titles->len; i++)
    n += g_strcmp0 (g_ptr_array_index (titles, i), title) == 0;
  return n == 1;
}

static char *
name_block (const char *sheet, const GPtrArray *titles, guint i) {
  const char *title = g_ptr_array_index (titles, i);
  if (titles->len == 1)
    return g_strdup (sheet);
  return title != NULL && is_only (titles, title) ? g_strdup_printf ("%s: %s", sheet, title)
                                                  : g_strdup_printf ("%s (%u)", sheet, i + 1);
}

/* What dataset.yaml reads of the tables must not change which there are, or their names would not hold. */
void
ut_sheet_blocks_find (UtSheetBlocks *blocks, const UtSheet *sheet, const UtReadHints *hints) {
  const UtReadHints neutral
      = { .places = hints->places, .header_row = hints->header_row, .header_rows = hints->header_rows };
  g_autofree gboolean *filled = ut_sheet_find_filled (sheet, 0);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint n_gaps = 0, first = 0;
  blocks->sheets = g_ptr_array_new_with_free_func (free_sheet);
  blocks->names = g_ptr_array_new_with_free_func (g_free);
  do {
    guint end = find_right_end (sheet, filled, first, &neutral, &n_gaps);
    const UtSheetArea area = { .first_column = first, .n_columns = end - first, .n_rows = G_MAXUINT };
    g_autoptr (UtSheet) part = ut_sheet_window (sheet, area);
    cut_rows (part, &neutral, blocks->sheets, titles);
    first = end + 1;
  } while (first < sheet->n_columns);
  for (guint i = 0; i < titles->len; i++)
    g_ptr_array_add (blocks->names, name_block (sheet->name, titles, i));
}

void
ut_sheet_blocks_clear (UtSheetBlocks *blocks) {
  g_clear_pointer (&blocks->sheets, g_ptr_array_unref);
  g_clear_pointer (&blocks->names, g_ptr_array_unref);
}
