#include "import/shape/rows.h"

#include <utsyn/language.h>

#include "import/shape/equal_headings.h"

struct UtRows {
  const UtCellSink *sink;
  gpointer collector;
  guint n_dimensions;
  UtDictionary **dictionaries;
  guint32 *codes;
};

UtRows *
ut_rows_begin (const UtCellSink *sink, const UtCellLayout *layout, GError **error) {
  if (!ut_equal_headings_report (sink, layout, error))
    return NULL;
  UtRows *rows = g_new0 (UtRows, 1);
  rows->sink = sink;
  rows->n_dimensions = layout->n_dimensions;
  rows->dictionaries = g_new0 (UtDictionary *, layout->n_dimensions + 1);
  rows->codes = g_new0 (guint32, layout->n_dimensions + 1);
  for (guint i = 0; i < layout->n_dimensions; i++)
    rows->dictionaries[i] = ut_dictionary_new ();
  rows->collector = sink->collector (sink->user, rows->dictionaries);
  return rows;
}

static void
hand_over (UtRows *rows, const char *const *labels, UtCellRow *row) {
  for (guint i = 0; i < rows->n_dimensions; i++)
    rows->codes[i] = ut_dictionary_code (rows->dictionaries[i], labels[i]);
  row->labels = rows->codes;
  rows->sink->row (rows->collector, row);
}

void
ut_rows_add (UtRows *rows, guint line, const char *const *labels, const char *const *values, const guint16 *qualities) {
  UtCellRow row = { .line = line, .values = values, .qualities = qualities };
  hand_over (rows, labels, &row);
}

void
ut_rows_add_cells (UtRows *rows, guint line, const char *const *labels, const char *const *values,
                   const gboolean *numbers, const guint16 *qualities) {
  UtCellRow row = { .line = line, .values = values, .numbers = numbers, .qualities = qualities };
  hand_over (rows, labels, &row);
}

void
ut_rows_bad (UtRows *rows, guint line, const char *why) {
  rows->sink->bad_row (rows->collector, line, why);
}

char *
ut_rows_misfit (guint n_cells, guint n_header) {
  return g_strdup_printf (
      ut_trn (ut_language_messages (), "%u cell where the header has %u", "%u cells where the header has %u", n_cells),
      n_cells, n_header);
}

void
ut_rows_free (UtRows *rows) {
  if (rows == NULL)
    return;
  for (guint i = 0; i < rows->n_dimensions; i++)
    ut_dictionary_free (rows->dictionaries[i]);
  g_free (rows->dictionaries);
  g_free (rows->codes);
  g_free (rows);
}

void
ut_cell_layout_clear (UtCellLayout *layout) {
  for (guint i = 0; i < layout->n_columns; i++) {
    g_free (layout->columns[i].name);
    g_free (layout->columns[i].contents);
    g_free (layout->columns[i].period);
  }
  for (guint i = 0; i < layout->n_dimensions; i++)
    g_free (layout->dimensions[i]);
  g_free (layout->columns);
  g_free (layout->dimensions);
  *layout = (UtCellLayout){ 0 };
}
