#include "import/shape/sheet.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/hash.h"
#include "base/i18n.h"
#include "import/bytes/csv.h"
#include "import/label/heading_words.h"
#include "import/label/period.h"
#include "import/label/region.h"

#define SAMPLED_ROWS 200

static void
free_row (gpointer data) {
  UtSheetRow *row = data;
  g_free (row->cells);
  g_free ((gpointer) row->numbers);
  g_free (row);
}

UtSheet *
ut_sheet_new (void) {
  UtSheet *sheet = g_new0 (UtSheet, 1);
  sheet->rows = g_ptr_array_new_with_free_func (free_row);
  sheet->texts = g_string_chunk_new (16 * 1024);
  return sheet;
}

void
ut_sheet_free (UtSheet *sheet) {
  if (sheet == NULL)
    return;
  g_ptr_array_unref (sheet->rows);
  g_string_chunk_free (sheet->texts);
  g_clear_pointer (&sheet->merges, g_hash_table_unref);
  g_free (sheet);
}

void
ut_sheet_add (UtSheet *sheet, guint line, guint n_cells, const char *const *cells, const guint8 *numbers,
              const char *fault) {
  UtSheetRow *row = g_new0 (UtSheetRow, 1);
  row->line = line;
  row->n_cells = n_cells;
  row->cells = g_new0 (const char *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++) {
    gboolean fits = strlen (cells[i]) <= UT_MAX_CELL_BYTES;
    row->cells[i] = g_string_chunk_insert_const (sheet->texts, fits ? cells[i] : "");
    if (!fits && fault == NULL)
      fault = _ ("a cell's text is longer than any that is read");
  }
  row->numbers = numbers != NULL ? g_memdup2 (numbers, n_cells) : NULL;
  row->fault = fault != NULL ? g_string_chunk_insert_const (sheet->texts, fault) : NULL;
  sheet->n_columns = MAX (sheet->n_columns, n_cells);
  g_ptr_array_add (sheet->rows, row);
}

/* *too_wide is the first record that has more cells than a sheet; reading ends there. */
static UtSheet *
take_records (UtCsv *csv, guint n_rows, UtCsvRecord *too_wide) {
  UtSheet *sheet = ut_sheet_new ();
  UtCsvRecord record;
  for (guint n = 0; n < n_rows && ut_csv_next (csv, &record); n++) {
    if (record.n_cells > UT_SHEET_COLUMNS) {
      *too_wide = record;
      break;
    }
    ut_sheet_add (sheet, record.line, record.n_cells, record.cells, NULL, record.fault);
  }
  return sheet;
}

UtSheet *
ut_sheet_read_csv (const char *path, const char *shown, UtFileForm *form, GError **error) {
  g_autoptr (UtCsv) csv = ut_csv_open (path, shown, form, error);
  UtCsvRecord too_wide = { 0 };
  if (csv == NULL)
    return NULL;
  g_autoptr (UtSheet) sheet = take_records (csv, G_MAXUINT, &too_wide);
  if (too_wide.n_cells == 0)
    return g_steal_pointer (&sheet);
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:%u: the row has %u cells; at most %d are read"), shown,
                too_wide.line, too_wide.n_cells, UT_SHEET_COLUMNS);
  return NULL;
}

UtSheet *
ut_sheet_peek_csv (const UtFileHead *head, guint n_rows) {
  UtFileForm form = { 0 };
  UtCsvRecord too_wide = { 0 };
  g_autoptr (UtCsv) csv = ut_csv_new (head->text, head->length, &form);
  return csv != NULL ? take_records (csv, n_rows, &too_wide) : ut_sheet_new ();
}

const UtSheetRow *
ut_sheet_row (const UtSheet *sheet, guint row) {
  return g_ptr_array_index (sheet->rows, row);
}

const char *
ut_sheet_cell (const UtSheet *sheet, guint row, guint column) {
  const UtSheetRow *cells = ut_sheet_row (sheet, row);
  return column < cells->n_cells ? cells->cells[column] : "";
}

gboolean
ut_sheet_is_number (const UtSheet *sheet, guint row, guint column) {
  const UtSheetRow *cells = ut_sheet_row (sheet, row);
  return cells->numbers != NULL && column < cells->n_cells && cells->numbers[column];
}

/* A district, Svalbard, "Ukjent": places, yet none that a code would mark. */
static gboolean
is_outside (const char *cell) {
  UtRegionLabel label;
  ut_region_label_read (cell, &label);
  gboolean outside = label.kind == UT_LABEL_OUTSIDE || label.kind == UT_LABEL_NUMBER || label.kind == UT_LABEL_COUNTRY
                     || (label.kind == UT_LABEL_NAME && g_ascii_strncasecmp (cell, "ukjent", 6) == 0);
  ut_region_label_clear (&label);
  return outside && !g_ascii_isdigit (cell[strlen (cell) - 1]);
}

guint
ut_sheet_count (const UtSheet *sheet, guint row, guint first) {
  guint n = 0;
  for (guint i = first; i < ut_sheet_row (sheet, row)->n_cells; i++)
    n += *ut_sheet_cell (sheet, row, i) != '\0';
  return n;
}

gboolean *
ut_sheet_find_filled (const UtSheet *sheet, guint first) {
  gboolean *filled = g_new0 (gboolean, sheet->n_columns + 1);
  for (guint r = first; r < sheet->rows->len; r++)
    for (guint i = 0; i < ut_sheet_row (sheet, r)->n_cells; i++)
      filled[i] = filled[i] || *ut_sheet_cell (sheet, r, i) != '\0';
  return filled;
}

/* A title, a note, a blank row. */
static gboolean
is_note (const UtSheet *sheet, guint row) {
  return ut_sheet_count (sheet, row, 0) < 2;
}

guint
ut_sheet_find_gap (const UtSheet *sheet, guint row) {
  for (row++; row < sheet->rows->len && ut_sheet_row (sheet, row - 1)->line + 1 == ut_sheet_row (sheet, row)->line;)
    row++;
  return row;
}

/* Of the filled cells of a column that are judged, how many pass. */
typedef struct {
  guint n_filled, n_passed;
} Content;

static Content
look_at_rows (const UtSheet *sheet, guint column, guint first, guint end,
              gboolean (*passes) (const char *cell, gpointer user), gpointer user) {
  Content content = { 0 };
  for (guint r = first; r < MIN (end, first + SAMPLED_ROWS); r++) {
    const char *cell = ut_sheet_cell (sheet, r, column);
    if (*cell == '\0' || is_note (sheet, r))
      continue;
    content.n_filled++;
    content.n_passed += passes (cell, user);
  }
  return content;
}

/* Whether so many of ten pass: of all cells, or of those before the first gap, for notes stand after one. */
static gboolean
holds (const UtSheet *sheet, guint column, guint first, gboolean (*passes) (const char *cell, gpointer user),
       gpointer user, guint tenths) {
  const guint ends[] = { sheet->rows->len, first < sheet->rows->len ? ut_sheet_find_gap (sheet, first) : first };
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
    const Content content = look_at_rows (sheet, column, first, ends[i], passes, user);
    if (content.n_passed > (i == 0 ? 0 : 1) && content.n_passed * 10 >= content.n_filled * tenths)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_period (const char *cell, gpointer user) {
  UtPeriod period;
  (void) user;
  return (g_ascii_isalnum (*cell) || *cell == '(') && ut_period_label_read (cell, &period);
}

gboolean
ut_sheet_holds_periods (const UtSheet *sheet, guint column, guint first) {
  return holds (sheet, column, first, is_period, NULL, 10);
}

/* Numbers of one or two digits are ages, grades, months. */
static gboolean
is_known_place (const char *cell, gpointer user) {
  gsize n_digits = strspn (cell, "0123456789");
  gboolean small = n_digits < 3 && cell[n_digits] == '\0';
  return !small && !is_period (cell, NULL) && ut_places_know (user, cell);
}

gboolean
ut_sheet_holds_places (const UtSheet *sheet, guint column, guint first, UtPlaces *places) {
  return holds (sheet, column, first, is_known_place, places, 8);
}

static gboolean
is_code (const char *cell, gpointer user) {
  (void) user;
  return ut_region_label_is_marked_code (cell);
}

static gboolean
is_code_or_outside (const char *cell, gpointer user) {
  return is_code (cell, user) || is_outside (cell);
}

static gboolean
holds_codes (const UtSheet *sheet, guint column, guint first) {
  return look_at_rows (sheet, column, first, sheet->rows->len, is_code, NULL).n_passed > 0
         && holds (sheet, column, first, is_code_or_outside, NULL, 8);
}

/* A column headed as places that holds years names what stands across. */
static int
find_by_heading (const UtSheet *sheet, const char *const *headings, guint n, guint first) {
  int best = -1, best_rank = G_MAXINT;
  for (guint i = 0; i < n; i++) {
    int rank = ut_heading_region_rank (headings[i]);
    if (rank < 0 || rank >= best_rank || ut_sheet_holds_periods (sheet, i, first))
      continue;
    best = (int) i;
    best_rank = rank;
  }
  return best;
}

int
ut_sheet_find_region (const UtSheet *sheet, const char *const *headings, guint n, guint first, UtPlaces *places) {
  for (guint i = 0; i < n; i++)
    if (holds_codes (sheet, i, first))
      return (int) i;
  int found = find_by_heading (sheet, headings, n, first);
  for (guint i = 0; i < n && found < 0 && places != NULL; i++)
    if (ut_sheet_holds_places (sheet, i, first, places))
      found = (int) i;
  return found;
}

static gint64
merge_key (const UtSheet *sheet, guint line, guint column) {
  return ((gint64) line << 32) + sheet->first_column + column;
}

void
ut_sheet_merge (UtSheet *sheet, guint line, guint first, guint last) {
  if (sheet->merges == NULL)
    sheet->merges = g_hash_table_new_full (ut_pair_hash, g_int64_equal, g_free, NULL);
  gint64 key = merge_key (sheet, line, first);
  g_hash_table_replace (sheet->merges, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (last + 1));
}

guint
ut_sheet_reach (const UtSheet *sheet, guint line, guint column) {
  gint64 key = merge_key (sheet, line, column);
  gpointer end = sheet->merges != NULL ? g_hash_table_lookup (sheet->merges, &key) : NULL;
  return end != NULL ? GPOINTER_TO_UINT (end) - 1 - sheet->first_column : G_MAXUINT;
}

UtSheet *
ut_sheet_window (const UtSheet *sheet, UtSheetArea area) {
  UtSheet *window = ut_sheet_new ();
  const guint first = area.first_column;
  window->name = sheet->name;
  window->first_column = sheet->first_column + first;
  window->n_columns = area.n_columns;
  window->merges = sheet->merges != NULL ? g_hash_table_ref (sheet->merges) : NULL;
  for (guint r = area.first_row; r < sheet->rows->len && r - area.first_row < area.n_rows; r++) {
    const UtSheetRow *row = ut_sheet_row (sheet, r);
    guint end = MIN (row->n_cells, first + area.n_columns);
    while (end > first && *row->cells[end - 1] == '\0')
      end--;
    if (end <= first && row->fault == NULL)
      continue;
    UtSheetRow *part = g_new0 (UtSheetRow, 1);
    *part = (UtSheetRow){ .line = row->line, .n_cells = end > first ? end - first : 0, .fault = row->fault };
    part->cells = g_memdup2 (row->cells + MIN (first, row->n_cells), (part->n_cells + 1) * sizeof *part->cells);
    part->cells[part->n_cells] = NULL;
    if (row->numbers != NULL && part->n_cells > 0)
      part->numbers = g_memdup2 (row->numbers + first, part->n_cells);
    g_ptr_array_add (window->rows, part);
  }
  return window;
}
