#include "import/shape/grid.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "import/bytes/blocks.h"
#include "import/bytes/csv.h"
#include "import/shape/equal_headings.h"
#include "import/shape/grid_layout.h"
#include "import/shape/lines.h"
#include "import/shape/rows.h"

#define MAX_COLUMNS         100000
#define DERIVED_LABEL_BYTES 512
/* Header and first rows of a file that is read in blocks. */
#define HEAD_BYTES (1024 * 1024)

/* One row on its way to the sink. */
typedef struct {
  const char **cells; /* [n_columns] of the grid, short rows filled up */
  const char **labels, **values;
  gboolean *numbers; /* [n_columns] of the layout; of sheets */
  guint16 *qualities;
  char derived[DERIVED_LABEL_BYTES];
} Row;

static void
clear_row (Row *row) {
  g_free (row->cells);
  g_free (row->labels);
  g_free (row->values);
  g_free (row->numbers);
  g_free (row->qualities);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, clear_row)

static void
set_out (const UtGrid *grid, Row *row) {
  for (guint i = 0; i < grid->layout.n_columns; i++)
    row->qualities[i] = 0;
  for (guint i = 0; i < grid->n_columns; i++) {
    const UtGridPlace place = grid->places[i];
    if (place.role == UT_GRID_LABEL)
      row->labels[place.number] = row->cells[i];
    else if (place.role == UT_GRID_VALUE)
      row->values[place.number] = row->cells[i];
    else if (place.role == UT_GRID_BREAK && *row->cells[i] != '\0')
      row->qualities[place.number] |= UT_QUALITY_BREAK;
  }
  if (grid->format->derive == NULL)
    return;
  grid->format->derive (row->cells, grid->derived_from, row->derived, sizeof row->derived);
  row->labels[0] = row->derived;
}

/* numbers [n_cells of the record]: which cells are numbers and no text; NULL: the file is text. */
static void
send_record (const UtGrid *grid, const UtCsvRecord *record, const guint8 *numbers, Row *row, UtRows *rows) {
  g_autofree char *misfit
      = record->fault == NULL ? ut_grid_misfit (grid, record->n_cells, record->cells) : g_strdup (record->fault);
  if (misfit != NULL) {
    ut_rows_bad (rows, record->line, misfit);
    return;
  }
  for (guint i = 0; i < grid->n_columns; i++)
    row->cells[i] = i < record->n_cells ? record->cells[i] : "";
  set_out (grid, row);
  const guint16 *qualities = grid->has_breaks ? row->qualities : NULL;
  for (guint i = 0; numbers != NULL && i < grid->n_columns; i++)
    if (grid->places[i].role == UT_GRID_VALUE)
      row->numbers[grid->places[i].number] = i < record->n_cells && numbers[i] != 0;
  ut_rows_add_cells (rows, record->line, row->labels, row->values, numbers != NULL ? row->numbers : NULL, qualities);
}

static Row
new_row (const UtGrid *grid) {
  return (Row){ .cells = g_new0 (const char *, grid->n_columns + 1),
                .labels = g_new0 (const char *, grid->layout.n_dimensions + 1),
                .values = g_new0 (const char *, grid->layout.n_columns + 1),
                .numbers = g_new0 (gboolean, grid->layout.n_columns + 1),
                .qualities = g_new0 (guint16, grid->layout.n_columns + 1) };
}

static gboolean
send_records (UtCsv *csv, const UtGrid *grid, const UtCellSink *sink, GError **error) {
  g_autoptr (UtRows) rows = ut_rows_begin (sink, &grid->layout, error);
  if (rows == NULL)
    return FALSE;
  UtCsvRecord record;
  g_auto (Row) row = new_row (grid);
  while (ut_csv_next (csv, &record))
    send_record (grid, &record, NULL, &row, rows);
  return TRUE;
}

static gboolean
read_header (UtCsv *csv, const char *shown, const UtReadHints *hints, UtFileForm *form, UtCsvRecord *header,
             GError **error) {
  if (hints->header_row != 0 && !ut_csv_start_at (csv, hints->header_row, form)) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: there is no line %u for the header row"), shown,
                  hints->header_row);
    return FALSE;
  }
  if (!ut_csv_next (csv, header) || header->fault != NULL) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:%u: the header row cannot be read: %s"), shown, header->line,
                  header->fault != NULL ? header->fault : _ ("there is none"));
    return FALSE;
  }
  if (header->n_cells <= MAX_COLUMNS)
    return TRUE;
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:%u: the header row has %u cells; at most %d are read"), shown,
                header->line, header->n_cells, MAX_COLUMNS);
  return FALSE;
}

/* The first lines of a file, whole ones when it has more; all of it when no line ends so soon. */
static char *
read_head (const char *path, const char *shown, gsize *n_bytes, GError **error) {
  g_autoptr (GError) trouble = NULL;
  FILE *file = ut_input_stream (path, &trouble);
  g_autoptr (GString) head = g_string_new (NULL);
  gsize n = 0, wanted = HEAD_BYTES;
  gboolean whole = file == NULL;
  while (!whole) {
    g_string_set_size (head, n + wanted);
    gsize got = fread (head->str + n, 1, wanted, file);
    whole = got < wanted;
    n += got;
    wanted = n;
    /* A first line that is longer is refused anyway; UTF-16 takes two bytes a character. */
    if (memchr (head->str, '\n', n) != NULL || n > 2 * UT_MAX_LINE_BYTES)
      break;
  }
  gboolean failed = file == NULL || ferror (file) != 0;
  if (failed)
    ut_error_set (error, UT_ERROR_IO, "%s: %s", shown,
                  trouble != NULL ? ut_reason_error (trouble) : ut_reason_errno (errno));
  if (file != NULL)
    fclose (file);
  if (failed)
    return NULL;
  *n_bytes = n;
  const char *end = whole ? NULL : memrchr (head->str, '\n', n);
  /* The second byte of a line feed in UTF-16 is a NUL. */
  if (end != NULL)
    *n_bytes = (gsize) (end - head->str) + 1 + (end + 1 < head->str + n && end[1] == '\0');
  return g_string_free (g_steal_pointer (&head), FALSE);
}

static gboolean
read_records (const char *path, const UtReadHints *hints, const UtGridFormat *format, const UtCellSink *sink,
              UtFileForm *form, GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  g_autoptr (UtCsv) csv = ut_csv_open (path, shown, form, error);
  g_auto (UtGrid) grid = { 0 };
  UtCsvRecord header;
  if (csv == NULL || !read_header (csv, shown, hints, form, &header, error))
    return FALSE;
  ut_grid_prepare (&grid, format, hints, &header, csv);
  return send_records (csv, &grid, sink, error);
}

static gboolean
read_lines (const char *path, const UtReadHints *hints, const UtGridFormat *format, const UtCellSink *sink,
            UtFileForm *form, GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  gsize n_head;
  g_autofree char *head = read_head (path, shown, &n_head, error);
  if (head == NULL)
    return FALSE;
  g_autoptr (UtCsv) csv = ut_csv_new (head, n_head, form);
  if (csv != NULL && ut_csv_had_returns (csv))
    return read_records (path, hints, format, sink, form, error);
  g_auto (UtGrid) grid = { 0 };
  UtCsvRecord header;
  if (csv == NULL) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: the file is empty"), shown);
    return FALSE;
  }
  if (!read_header (csv, shown, hints, form, &header, error))
    return FALSE;
  ut_grid_prepare (&grid, format, hints, &header, csv);
  g_autoptr (UtBlocks) blocks = ut_blocks_open (path, shown, head, n_head, error);
  if (blocks == NULL || !ut_equal_headings_report (sink, &grid.layout, error))
    return FALSE;
  form->encoding = ut_blocks_encoding (blocks);
  return ut_lines_read (blocks, &grid, form->separator, ut_csv_line (csv), hints->n_threads, sink, error);
}

gboolean
ut_grid_read (const char *path, const UtReadHints *hints, const UtGridFormat *format, const UtCellSink *sink,
              UtFileForm *form, GError **error) {
  return (format->line_records ? read_lines : read_records) (path, hints, format, sink, form, error);
}

/* Rows end with their last filled cell. */
gboolean
ut_grid_send_sheet (const UtSheet *sheet, guint heading, const char *title, const UtReadHints *hints,
                    const UtGridFormat *format, const UtCellSink *sink, GError **error) {
  UtGridFormat own = *format;
  own.short_rows = TRUE;
  g_auto (UtGrid) grid = { 0 };
  const UtSheetRow *headings = ut_sheet_row (sheet, heading);
  ut_grid_begin (&grid, &own, hints, headings->n_cells, headings->cells);
  for (guint r = heading + 1; r < sheet->rows->len && r <= heading + UT_GRID_SAMPLED_ROWS; r++)
    ut_grid_look_at (&grid, ut_sheet_row (sheet, r)->n_cells, ut_sheet_row (sheet, r)->cells);
  ut_grid_settle (&grid);
  grid.layout.title = title;
  grid.layout.sheet = sheet->name;
  g_autoptr (UtRows) rows = ut_rows_begin (sink, &grid.layout, error);
  g_auto (Row) row = new_row (&grid);
  for (guint r = heading + 1; rows != NULL && r < sheet->rows->len; r++) {
    const UtSheetRow *from = ut_sheet_row (sheet, r);
    const UtCsvRecord record
        = { .line = from->line, .fault = from->fault, .n_cells = from->n_cells, .cells = from->cells };
    if (from->fault == NULL && ut_sheet_count (sheet, r, 0) < 2)
      ut_rows_bad (rows, from->line, _ ("a row without figures: a title or a note"));
    else
      send_record (&grid, &record, from->numbers, &row, rows);
  }
  return rows != NULL;
}
