#include "import/format/nav_rows.h"

#include <string.h>

#include "base/i18n.h"
#include "import/label/region.h"

/* Longer than any place: the text of a note. */
#define MAX_PLACE_BYTES 120

struct UtNavRows {
  const UtCellSink *inner;
  UtCellSink sink;
  guint n_columns;
  int region;
  GPtrArray *collectors; /* Collector */
};

typedef struct {
  const UtNavRows *rows;
  gpointer inner;
  UtDictionary *places; /* NULL when the table has none */
} Collector;

static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  UtNavRows *rows = user;
  rows->n_columns = layout->n_columns;
  rows->region = layout->region_dimension;
  return rows->inner->layout (rows->inner->user, layout, error);
}

static gpointer
on_collector (gpointer user, UtDictionary *const *dictionaries) {
  UtNavRows *rows = user;
  Collector *collector = g_new0 (Collector, 1);
  collector->rows = rows;
  collector->inner = rows->inner->collector (rows->inner->user, dictionaries);
  collector->places = rows->region >= 0 ? dictionaries[rows->region] : NULL;
  g_ptr_array_add (rows->collectors, collector);
  return collector;
}

/* "Juli 2013": ends with a year, after something that is no number of a place. */
static gboolean
is_title (const char *text) {
  gsize length = strlen (text);
  return length > 5 && text[length - 5] == ' ' && strspn (text + length - 4, "0123456789") == 4
         && !g_ascii_isdigit (*text);
}

/* "1) NAV har endret …", "* Foreløpige tall", "Kilde: NAV" */
static gboolean
is_note (const char *text) {
  gsize n_digits = strspn (text, "0123456789");
  return strlen (text) > MAX_PLACE_BYTES || *text == '*' || text[n_digits] == ')' || strchr (text, ':') != NULL;
}

static gboolean
has_figure (const UtNavRows *rows, const UtCellRow *row) {
  for (guint i = 0; i < rows->n_columns; i++)
    if (*row->values[i] != '\0')
      return TRUE;
  return rows->n_columns == 0;
}

static void
on_row (gpointer user, const UtCellRow *row) {
  const Collector *collector = user;
  const UtNavRows *rows = collector->rows;
  if (collector->places != NULL && !has_figure (rows, row)) {
    const char *place = ut_dictionary_label (collector->places, row->labels[rows->region]);
    if (*place == '\0' || is_title (place) || is_note (place)) {
      rows->inner->bad_row (collector->inner, row->line, _ ("no place and no figure in the row"));
      return;
    }
  }
  rows->inner->row (collector->inner, row);
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  const Collector *collector = user;
  collector->rows->inner->bad_row (collector->inner, line, why);
}

UtNavRows *
ut_nav_rows_new (const UtCellSink *sink) {
  UtNavRows *rows = g_new0 (UtNavRows, 1);
  rows->inner = sink;
  rows->sink = (UtCellSink){
    .layout = on_layout, .collector = on_collector, .row = on_row, .bad_row = on_bad_row, .user = rows
  };
  rows->collectors = g_ptr_array_new_with_free_func (g_free);
  return rows;
}

void
ut_nav_rows_free (UtNavRows *rows) {
  if (rows == NULL)
    return;
  g_ptr_array_unref (rows->collectors);
  g_free (rows);
}

const UtCellSink *
ut_nav_rows_sink (const UtNavRows *rows) {
  return &rows->sink;
}
