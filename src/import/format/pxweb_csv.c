/* `pxweb-csv`: SSB Statistikkbanken and other PxWeb servers. Long or wide, codes or texts or both; the stub's label
 * columns come first, then the figures, except where somebody moved them. */
#include "import/bytes/csv.h"
#include "import/format/formats.h"
#include "import/label/heading_words.h"
#include "import/label/period.h"
#include "import/shape/grid.h"

static gboolean
may_be_value (const UtGridColumn *column) {
  return !column->is_label && !column->names_region && !column->names_period && ut_grid_holds_figures (column);
}

/* Label columns of codes ("1", "2") look like figures too: only the unbroken run of such columns at the end counts, and
 * where the last column is a label, every column of numbers. */
static void
find_values (UtGridColumn *columns, guint n_columns) {
  guint first = n_columns;
  while (first > 0 && may_be_value (&columns[first - 1]))
    first--;
  for (guint i = 0; i < n_columns; i++)
    columns[i].is_value
        = i >= first || (first == n_columns && ut_grid_is_numeric (&columns[i]) && may_be_value (&columns[i]));
  /* Headings with a period are figures, and then those without are not; beside a column of periods none has one. */
  guint n_wide = 0, n_periods = 0;
  for (guint i = 0; i < n_columns; i++) {
    n_wide += columns[i].is_value && columns[i].has_period;
    n_periods += columns[i].names_period;
  }
  for (guint i = 0; i < n_columns && n_wide > 0 && n_periods == 0; i++)
    columns[i].is_value = columns[i].is_value && columns[i].has_period;
}

static gboolean
has_period (const char *heading) {
  g_autofree char *contents = NULL, *period = NULL;
  return ut_period_heading_split (heading, &contents, &period);
}

/* A header of quoted cells with a PxWeb variable among them and perhaps contents of a period, or a table's title above
 * it. */
int
ut_pxweb_csv_detect (const UtFileHead *head) {
  UtFileForm form;
  UtCsvRecord record;
  g_autoptr (UtCsv) csv = ut_csv_new (head->text, head->length, &form);
  if (csv == NULL || !ut_csv_next (csv, &record) || record.fault != NULL || record.n_cells < 2)
    return 0;
  gboolean quoted = head->text[0] == '"';
  int score = quoted ? 15 : 0;
  for (guint i = 0; i < record.n_cells; i++) {
    g_autofree char *folded = g_utf8_casefold (record.cells[i], -1);
    if (g_str_has_prefix (folded, "statistikkvariabel") || g_str_has_prefix (folded, "contentscode"))
      score += 40;
    else if (g_str_has_prefix (folded, "kok") && ut_heading_names_region (record.cells[i]))
      score += 40;
    else if (g_str_has_prefix (folded, "region") || g_str_has_prefix (folded, "tid"))
      score += 20;
  }
  score += quoted && score > 15 && has_period (record.cells[record.n_cells - 1]) ? 45 : 0;
  return record.line > 1 && quoted ? MIN (score + 40, 100) : MIN (score, 90);
}

static const UtGridFormat format = { .notation = &ut_notation_ssb, .decide = find_values, .line_records = TRUE };

gboolean
ut_pxweb_csv_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                   GError **error) {
  return ut_grid_read (path, hints, &format, sink, form, error);
}
