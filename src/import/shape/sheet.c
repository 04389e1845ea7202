#include "import/shape/sheet.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/bytes/csv.h"
#include "import/label/heading_words.h"
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

static gboolean
holds_codes (const UtSheet *sheet, guint column, guint first) {
  guint n_filled = 0, n_codes = 0;
  for (guint r = first; r < sheet->rows->len && r < first + SAMPLED_ROWS; r++) {
    const char *cell = ut_sheet_cell (sheet, r, column);
    n_filled += *cell != '\0' && !is_outside (cell);
    n_codes += *cell != '\0' && ut_region_label_is_marked_code (cell);
  }
  return n_filled > 0 && n_codes * 5 >= n_filled * 4;
}

int
ut_sheet_find_region (const UtSheet *sheet, const char *const *headings, guint n, guint first) {
  for (guint i = 0; i < n; i++)
    if (holds_codes (sheet, i, first))
      return (int) i;
  int best = -1;
  for (guint i = 0; i < n; i++) {
    int rank = ut_heading_region_rank (headings[i]);
    if (rank >= 0 && (best < 0 || rank < ut_heading_region_rank (headings[best])))
      best = (int) i;
  }
  return best;
}

static gint64
merge_key (const UtSheet *sheet, guint line, guint column) {
  return ((gint64) line << 32) + sheet->first_column + column;
}

void
ut_sheet_merge (UtSheet *sheet, guint line, guint first, guint last) {
  if (sheet->merges == NULL)
    sheet->merges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
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
ut_sheet_window (const UtSheet *sheet, guint first, guint n, guint n_rows) {
  UtSheet *window = ut_sheet_new ();
  window->first_column = sheet->first_column + first;
  window->n_columns = n;
  window->merges = sheet->merges != NULL ? g_hash_table_ref (sheet->merges) : NULL;
  for (guint r = 0; r < MIN (sheet->rows->len, n_rows); r++) {
    const UtSheetRow *row = ut_sheet_row (sheet, r);
    guint end = MIN (row->n_cells, first + n);
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
