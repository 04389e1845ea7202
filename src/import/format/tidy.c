/* `tidy`: one header row, one row a figure or a set of figures. The columns that dataset.yaml names as figures are
 * figures, the rest labels; nothing is known about the headings. */
#include "import/bytes/content.h"
#include "import/bytes/csv.h"
#include "import/format/formats.h"
#include "import/shape/grid.h"

/* Only for looking at a file nobody has described yet. */
static void
guess_values (UtGridColumn *columns, guint n_columns) {
  for (guint i = 0; i < n_columns; i++) {
    const UtGridColumn *column = &columns[i];
    columns[i].is_value = ut_grid_is_numeric (column) && !column->is_label && !column->names_region
                          && !column->names_period && (column->has_period || column->n_periods < column->n_filled);
  }
}

/* Any separated text with more than one column will do, when no format knows it better. */
int
ut_tidy_detect (const UtFileHead *head) {
  UtFileForm form;
  UtCsvRecord record;
  if (ut_content_of (head) != UT_CONTENT_TEXT)
    return 0;
  g_autoptr (UtCsv) csv = ut_csv_new (head->text, head->length, &form);
  return csv != NULL && ut_csv_next (csv, &record) && record.n_cells > 1 ? 20 : 0;
}

static const UtGridFormat format = { .notation = &ut_notation_general, .decide = guess_values };

gboolean
ut_tidy_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form, GError **error) {
  return ut_grid_read (path, hints, &format, sink, form, error);
}
