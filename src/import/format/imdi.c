/* `imdi`: IMDi's deliveries, with three or four heading rows of "dimension: value" or dimension.value over each figure.
 * Every figure becomes a row of its own, with a label for each dimension of its heading. */
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "base/text.h"
#include "import/format/formats.h"
#include "import/label/heading_words.h"
#include "import/shape/rows.h"
#include "import/shape/sheet.h"

#define MAX_HEADING_ROWS 12
#define MAX_TITLE_ROWS   6
#define VALUE_COLUMN     "verdi"
/* A row has a label of each for every figure. */
#define MAX_DIMENSIONS 64

/* Where the heading ends and the labels end. */
typedef struct {
  guint first; /* row; titles may stand above */
  guint n_rows;
  guint n_labels;
  guint n_columns;
} Heading;

/* "Kjønn: Kvinner", "Kjønn:Kvinner" and kjonn.alle: how long the dimension is, and where its value begins. FALSE when
 * it is no pair. */
static gboolean
split_pair (const char *cell, gsize *length, const char **value) {
  const char *colon = strstr (cell, ": "), *end = cell;
  for (gunichar c = g_utf8_get_char (end); g_unichar_isalpha (c) || (end > cell && (g_unichar_isdigit (c) || c == '_'));
       c = g_utf8_get_char (end))
    end = g_utf8_next_char (end);
  if (colon == NULL && *end == ':' && end[1] != '/')
    colon = end;
  if (colon != NULL && colon > cell) {
    *length = (gsize) (colon - cell);
    *value = colon + 1 + strspn (colon + 1, " ");
    return **value != '\0';
  }
  *length = (gsize) (end - cell);
  *value = end + 1;
  return *length > 1 && *end == '.' && **value != '\0' && strchr (*value, ' ') == NULL;
}

static gboolean
is_pair (const char *cell) {
  gsize length;
  const char *value;
  return split_pair (cell, &length, &value);
}

/* Whether from row `first` on every filled cell right of the labels is a pair, in two rows or more of two columns or
 * more. */
static gboolean
is_heading (const UtSheet *sheet, guint first, Heading *heading) {
  *heading = (Heading){ .first = first };
  guint n_columns = ut_sheet_row (sheet, first)->n_cells;
  while (heading->n_labels < n_columns && !is_pair (ut_sheet_cell (sheet, first, heading->n_labels)))
    heading->n_labels++;
  if (heading->n_labels == 0 || heading->n_labels + 2 > n_columns)
    return FALSE;
  for (; heading->n_rows < MIN (sheet->rows->len - first, MAX_HEADING_ROWS); heading->n_rows++) {
    guint n_pairs = 0, width = ut_sheet_row (sheet, first + heading->n_rows)->n_cells;
    for (guint i = heading->n_labels; i < width; i++) {
      const char *cell = ut_sheet_cell (sheet, first + heading->n_rows, i);
      if (*cell != '\0' && !is_pair (cell))
        return heading->n_rows >= 2;
      n_pairs += *cell != '\0';
    }
    if (n_pairs == 0)
      break;
    heading->n_columns = MAX (heading->n_columns, width);
  }
  return heading->n_rows >= 2;
}

static guint
count_filled (const UtSheet *sheet, guint row) {
  guint n = 0;
  for (guint i = 0; i < ut_sheet_row (sheet, row)->n_cells; i++)
    n += *ut_sheet_cell (sheet, row, i) != '\0';
  return n;
}

/* At the row dataset.yaml tells, else below titles. */
static gboolean
find_heading (const UtSheet *sheet, guint line, Heading *heading) {
  for (guint r = 0; r < sheet->rows->len; r++) {
    if (ut_sheet_row (sheet, r)->line < line)
      continue;
    if (is_heading (sheet, r, heading))
      return TRUE;
    if (line != 0 || r >= MAX_TITLE_ROWS || count_filled (sheet, r) > 1)
      return FALSE;
  }
  return FALSE;
}

int
ut_imdi_detect (const UtFileHead *head) {
  Heading heading;
  g_autoptr (UtSheet) sheet = ut_sheet_peek_csv (head, MAX_TITLE_ROWS + MAX_HEADING_ROWS + 1);
  return find_heading (sheet, 0, &heading) ? 85 : 0;
}

/* What the headings say: the dimensions in the order met, and for each column its label of each. */
typedef struct {
  GPtrArray *names;    /* of dimensions */
  GHashTable *known;   /* folded name and how often it was met in the column → number + 1 */
  const char **values; /* [n_columns][n_rows] labels; they live in the sheet */
  guint *dimensions;   /* [n_columns][n_rows] */
  guint n_rows;
} Headings;

static void
clear_headings (Headings *headings) {
  g_clear_pointer (&headings->names, g_ptr_array_unref);
  g_clear_pointer (&headings->known, g_hash_table_unref);
  g_clear_pointer (&headings->values, g_free);
  g_clear_pointer (&headings->dimensions, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Headings, clear_headings)

/* A column may say two things of one dimension, in two rows. */
static guint
number_dimension (Headings *headings, const char *cell, gsize length, const guint *earlier, guint n_earlier) {
  g_autofree char *name = g_strndup (cell, length), *folded = ut_text_fold (name);
  for (guint times = 0;; times++) {
    g_autofree char *key = g_strdup_printf ("%u %s", times, folded);
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (headings->known, key));
    if (number == 0) {
      g_ptr_array_add (headings->names, times == 0 ? g_strdup (name) : g_strdup_printf ("%s %u", name, times + 1));
      number = headings->names->len;
      g_hash_table_insert (headings->known, g_steal_pointer (&key), GUINT_TO_POINTER (number));
    }
    gboolean taken = FALSE;
    for (guint i = 0; i < n_earlier; i++)
      taken = taken || earlier[i] == number - 1;
    if (!taken)
      return number - 1;
  }
}

/* Row by row, so that dimensions come in the order of the rows. An empty cell says what the filled one to its left
 * does. FALSE: there are more dimensions than can be. */
static gboolean
take_headings (const UtSheet *sheet, const Heading *heading, Headings *headings) {
  gsize n = (gsize) heading->n_columns * heading->n_rows;
  headings->names = g_ptr_array_new_with_free_func (g_free);
  headings->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  headings->values = g_new0 (const char *, n + 1);
  headings->dimensions = g_new0 (guint, n + 1);
  headings->n_rows = heading->n_rows;
  for (guint k = 0; k < heading->n_rows; k++) {
    const char *cell = "";
    for (guint i = heading->n_labels; i < heading->n_columns; i++) {
      const char *own = ut_sheet_cell (sheet, heading->first + k, i), *value;
      gsize length, at = (gsize) i * heading->n_rows;
      cell = *own != '\0' ? own : cell;
      if (!split_pair (cell, &length, &value))
        continue;
      headings->values[at + k] = value;
      headings->dimensions[at + k] = number_dimension (headings, cell, length, &headings->dimensions[at], k);
      if (headings->names->len > MAX_DIMENSIONS)
        return FALSE;
    }
  }
  return TRUE;
}

static void
lay_out (const UtSheet *sheet, const Heading *heading, const Headings *headings, UtCellLayout *layout) {
  layout->n_dimensions = heading->n_labels + headings->names->len;
  layout->dimensions = g_new0 (char *, layout->n_dimensions + 1);
  layout->period_dimension = -1;
  for (guint i = 0; i < heading->n_labels; i++)
    layout->dimensions[i] = g_strdup (ut_sheet_cell (sheet, heading->first, i));
  for (guint k = 0; k < headings->names->len; k++) {
    guint i = heading->n_labels + k;
    layout->dimensions[i] = g_strdup (g_ptr_array_index (headings->names, k));
    if (ut_heading_names_period (layout->dimensions[i]))
      layout->period_dimension = (int) i;
  }
  layout->region_dimension = ut_sheet_find_region (sheet, (const char *const *) layout->dimensions, heading->n_labels,
                                                   heading->first + heading->n_rows, NULL);
  layout->n_columns = 1;
  layout->columns = g_new0 (UtCellColumn, 1);
  layout->columns[0].name = g_strdup (VALUE_COLUMN);
  layout->columns[0].contents = g_strdup (VALUE_COLUMN);
}

static void
send_row (const UtSheet *sheet, guint r, const Heading *heading, const Headings *headings, UtRows *rows) {
  const UtSheetRow *row = ut_sheet_row (sheet, r);
  g_autofree const char **labels = g_new0 (const char *, heading->n_labels + headings->names->len + 1);
  if (row->fault != NULL || row->n_cells > heading->n_columns) {
    g_autofree char *why
        = row->fault != NULL ? g_strdup (row->fault) : ut_rows_misfit (row->n_cells, heading->n_columns);
    ut_rows_bad (rows, row->line, why);
    return;
  }
  for (guint i = 0; i < heading->n_labels; i++)
    labels[i] = ut_sheet_cell (sheet, r, i);
  for (guint i = heading->n_labels; i < heading->n_columns; i++) {
    const char *value = ut_sheet_cell (sheet, r, i);
    for (guint k = 0; k < headings->names->len; k++)
      labels[heading->n_labels + k] = "";
    for (guint k = 0; k < headings->n_rows; k++) {
      gsize at = (gsize) i * headings->n_rows + k;
      if (headings->values[at] != NULL)
        labels[heading->n_labels + headings->dimensions[at]] = headings->values[at];
    }
    ut_rows_add (rows, row->line, labels, &value, NULL);
  }
}

gboolean
ut_imdi_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form, GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  g_autoptr (UtSheet) sheet = ut_sheet_read_csv (path, shown, form, error);
  Heading heading;
  g_auto (Headings) headings = { 0 };
  g_auto (UtCellLayout) layout = { 0 };
  if (sheet == NULL)
    return FALSE;
  if (!find_heading (sheet, hints->header_row, &heading)) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:1: two or more heading rows of 'dimension: value' were expected"),
                  shown);
    return FALSE;
  }
  if (!take_headings (sheet, &heading, &headings)) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:%u: the headings have more than %d dimensions"), shown,
                  ut_sheet_row (sheet, heading.first)->line, MAX_DIMENSIONS);
    return FALSE;
  }
  lay_out (sheet, &heading, &headings, &layout);
  g_autoptr (UtRows) rows = ut_rows_begin (sink, &layout, error);
  if (rows == NULL)
    return FALSE;
  for (guint r = heading.first + heading.n_rows; r < sheet->rows->len; r++)
    send_row (sheet, r, &heading, &headings, rows);
  return TRUE;
}
