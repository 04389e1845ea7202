/* The pivot of Udir's statistikkportal: {"metadata":{"columns":[[{"name":"2025-26","columnCount":2}],…,[{"name":"Andel
 * mobbet"},…]]},"rows":[{"navn":…,"kode":…,"id":"41.3.5","data":["*","0,0"]}]}. */
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/bytes/json.h"
#include "import/format/udir_json.h"
#include "import/label/period.h"
#include "import/label/region.h"
#include "import/shape/rows.h"

/* A row has a cell in each; answers have some tens. */
#define MOST_COLUMNS 4096
/* A name is written into every column it covers. */
#define LONGEST_NAME 500

/* How many columns a heading covers: one where nothing is said. */
static gsize
span_of (const json_t *heading) {
  const json_t *count = json_object_get (heading, "columnCount");
  json_int_t n = json_is_integer (count) ? json_integer_value (count) : 1;
  if (json_string_length (json_object_get (heading, "name")) > LONGEST_NAME)
    return MOST_COLUMNS + 1;
  return n >= 0 && n <= MOST_COLUMNS ? (gsize) n : MOST_COLUMNS + 1;
}

static gsize
width_of (const json_t *level) {
  gsize width = 0;
  for (gsize i = 0; i < json_array_size (level) && width <= MOST_COLUMNS; i++)
    width += span_of (json_array_get (level, i));
  return width;
}

static void
add_part (char **text, const char *part) {
  char *joined = *text != NULL ? g_strconcat (*text, ".", part, NULL) : g_strdup (part);
  g_free (*text);
  *text = joined;
}

/* The first part that is a period is the column's period; the others are its contents. */
static void
add_heading (UtCellColumn *column, const json_t *heading) {
  UtPeriod period;
  g_autofree char *name = ut_json_cell (json_object_get (heading, "name"), UT_DECIMAL_COMMA);
  if (name == NULL)
    return;
  add_part (&column->name, name);
  if (column->period == NULL && ut_period_label_read (name, &period))
    column->period = g_strdup (name);
  else
    add_part (&column->contents, name);
}

static gboolean
lay_out (const json_t *levels, UtCellLayout *layout, const char *shown, GError **error) {
  gsize n_levels = json_array_size (levels);
  gsize width = width_of (json_array_get (levels, n_levels > 0 ? n_levels - 1 : 0));
  gboolean fits = width > 0 && width <= MOST_COLUMNS && n_levels <= MOST_COLUMNS / width;
  for (gsize level = 0; level < n_levels && fits; level++)
    fits = width_of (json_array_get (levels, level)) == width;
  if (!fits) {
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%s:1: the levels of 'columns' do not cover the same columns, one to %d"), shown, MOST_COLUMNS);
    return FALSE;
  }
  layout->columns = g_new0 (UtCellColumn, width);
  layout->n_columns = (guint) width;
  for (gsize level = 0; level < n_levels; level++) {
    const json_t *headings = json_array_get (levels, level);
    gsize at = 0;
    for (gsize i = 0; i < json_array_size (headings); i++)
      for (gsize n = span_of (json_array_get (headings, i)); n > 0; n--)
        add_heading (&layout->columns[at++], json_array_get (headings, i));
  }
  for (gsize i = 0; i < width; i++) {
    UtCellColumn *column = &layout->columns[i];
    if (column->name == NULL)
      column->name = g_strdup ("");
    if (column->contents == NULL)
      column->contents = g_strdup (column->period == NULL ? column->name : "");
  }
  return TRUE;
}

static gsize
count_digits (const char *text) {
  return strspn (text, "0123456789");
}

/* The country's path has one part ("41"), a county's two, a municipality's three. Codes are there when they were
 * requested; else "kode" is a name of Udir's own. */
static char *
find_place (const char *path, const char *code, const char *name) {
  guint depth = 1;
  for (const char *at = path; *at != '\0'; at++)
    depth += *at == '.';
  gsize n_digits = count_digits (code) == strlen (code) ? strlen (code) : 0;
  if (depth == 1)
    return g_strdup ("Nasjonalt");
  if (depth == 2 && n_digits == 2)
    return g_strdup_printf ("%s %s", code, name);
  /* The one county that is called as its municipality. */
  if (depth == 2)
    return g_strdup (strcmp (name, "Oslo") == 0 ? "03 Oslo" : name);
  if (depth == 3)
    return n_digits == 4 ? g_strdup_printf ("%s %s", code, name) : g_strdup (name);
  return n_digits >= 6 ? g_strdup_printf ("%s %s", code, name) : g_strconcat (UT_LABEL_BELOW, name, NULL);
}

/* NULL, or why the row cannot be used. */
static const char *
hand_row (UtRows *rows, guint line, const json_t *row, guint n_columns, char **values) {
  const json_t *data = json_object_get (row, "data");
  if (json_array_size (data) != n_columns)
    return _ ("it has not as many figures as there are columns");
  for (guint i = 0; i < n_columns; i++)
    if ((values[i] = ut_json_cell (json_array_get (data, i), ut_notation_udir.decimal)) == NULL)
      return _ ("a list or an object stands where a figure should");
  g_autofree char *path = ut_json_cell (json_object_get (row, "id"), UT_DECIMAL_POINT);
  g_autofree char *code = ut_json_cell (json_object_get (row, "kode"), UT_DECIMAL_POINT);
  g_autofree char *name = ut_json_cell (json_object_get (row, "navn"), UT_DECIMAL_POINT);
  if (path == NULL || *path == '\0' || code == NULL || name == NULL)
    return _ ("it does not give its place ('id', 'kode', 'navn')");
  g_autofree char *place = find_place (path, code, name);
  const char *const labels[] = { place, name, code, path };
  ut_rows_add (rows, line, labels, (const char *const *) values, NULL);
  return NULL;
}

gboolean
ut_udir_json_read_pivot (json_t *root, const char *shown, const UtCellSink *sink, GError **error) {
  static const char *const headings[] = { "Enhet", "navn", "kode", "id" };
  g_auto (UtCellLayout) layout = { .period_dimension = -1 };
  if (!lay_out (json_object_get (json_object_get (root, "metadata"), "columns"), &layout, shown, error))
    return FALSE;
  layout.dimensions = g_new0 (char *, G_N_ELEMENTS (headings) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    layout.dimensions[layout.n_dimensions++] = g_strdup (headings[i]);
  g_autoptr (UtRows) rows = ut_rows_begin (sink, &layout, error);
  if (rows == NULL)
    return FALSE;
  const json_t *list = json_object_get (root, "rows");
  g_autofree char **values = g_new0 (char *, layout.n_columns);
  for (gsize i = 0; i < json_array_size (list); i++) {
    const char *why = hand_row (rows, (guint) i + 1, json_array_get (list, i), layout.n_columns, values);
    if (why != NULL)
      ut_rows_bad (rows, (guint) i + 1, why);
    for (guint column = 0; column < layout.n_columns; column++)
      g_clear_pointer (&values[column], g_free);
  }
  return TRUE;
}
