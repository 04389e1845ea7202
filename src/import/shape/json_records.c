#include "import/shape/json_records.h"

#include <utsyn/error.h>

#include "base/i18n.h"

/* Tables of this kind have some forty columns; the bound keeps rows times columns in hand. */
#define MOST_KEYS 256

static json_t *
find_object (const UtJsonRecords *records, gsize row) {
  json_t *object = json_array_get (records->list, row);
  if (records->inside != NULL)
    object = json_object_get (object, records->inside);
  return json_is_object (object) ? object : NULL;
}

static gboolean
is_plain (const json_t *value) {
  return !json_is_object (value) && !json_is_array (value);
}

static void
note_key (UtJsonRecords *records, const char *key) {
  if (g_hash_table_contains (records->numbers, key))
    return;
  char *copy = g_strdup (key);
  g_ptr_array_add (records->keys, copy);
  g_hash_table_insert (records->numbers, copy, GUINT_TO_POINTER (records->keys->len));
}

gboolean
ut_json_records_init (UtJsonRecords *records, json_t *list, const char *inside, const char *shown, GError **error) {
  *records = (UtJsonRecords){ .list = list,
                              .inside = inside,
                              .keys = g_ptr_array_new_with_free_func (g_free),
                              .numbers = g_hash_table_new (g_str_hash, g_str_equal) };
  for (gsize row = 0; row < json_array_size (list) && records->keys->len <= MOST_KEYS; row++) {
    json_t *object = find_object (records, row), *value;
    const char *key;
    json_object_foreach (object, key, value) {
      if (is_plain (value))
        note_key (records, key);
    }
  }
  if (records->keys->len > 0 && records->keys->len <= MOST_KEYS)
    return TRUE;
  if (records->keys->len == 0)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:1: the list has no rows, or none with plain values"), shown);
  else
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:1: the rows have more than %d different keys"), shown, MOST_KEYS);
  return FALSE;
}

void
ut_json_records_clear (UtJsonRecords *records) {
  g_clear_pointer (&records->numbers, g_hash_table_unref);
  g_clear_pointer (&records->keys, g_ptr_array_unref);
}

void
ut_json_records_sort (UtJsonRecords *records, GCompareFunc compare) {
  g_ptr_array_sort (records->keys, compare);
  for (guint i = 0; i < records->keys->len; i++)
    g_hash_table_insert (records->numbers, g_ptr_array_index (records->keys, i), GUINT_TO_POINTER (i + 1));
}

int
ut_json_records_find (const UtJsonRecords *records, const char *key) {
  for (guint i = 0; i < records->keys->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (records->keys, i), key) == 0)
      return (int) i;
  return -1;
}

gboolean
ut_json_records_lists (const UtJsonRecords *records, guint key, const char *const *list) {
  return list != NULL && g_strv_contains (list, g_ptr_array_index (records->keys, key));
}

void
ut_json_records_drop (const UtJsonRecords *records, char **cells) {
  for (guint i = 0; i < records->keys->len; i++)
    g_clear_pointer (&cells[i], g_free);
}

const char *
ut_json_records_cells (const UtJsonRecords *records, gsize row, UtDecimalMark mark, char **cells) {
  json_t *object = find_object (records, row), *value;
  const char *key;
  if (object == NULL)
    return _ ("it is no object of named values");
  json_object_foreach (object, key, value) {
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (records->numbers, key));
    if (number == 0)
      continue;
    if (!is_plain (value)) {
      ut_json_records_drop (records, cells);
      return _ ("a list or an object stands where other rows have a plain value");
    }
    cells[number - 1] = ut_json_cell (value, mark);
  }
  for (guint i = 0; i < records->keys->len; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup ("");
  return NULL;
}

/* Numbers of the keys in the layout: labels and figures counted apart. */
static guint *
lay_out (const UtJsonRecords *records, const UtJsonTable *table, UtCellLayout *layout) {
  guint n_keys = records->keys->len;
  guint *places = g_new0 (guint, n_keys);
  *layout = (UtCellLayout){ .title = table->title, .region_dimension = -1, .period_dimension = -1 };
  layout->dimensions = g_new0 (char *, n_keys + 2);
  layout->columns = g_new0 (UtCellColumn, n_keys + 1);
  if (table->place != NULL)
    layout->dimensions[layout->n_dimensions++] = g_strdup (table->place_heading);
  for (guint i = 0; i < n_keys; i++) {
    const char *key = g_ptr_array_index (records->keys, i);
    if (table->is_value[i]) {
      places[i] = layout->n_columns;
      layout->columns[layout->n_columns++] = (UtCellColumn){ .name = g_strdup (key), .contents = g_strdup (key) };
    } else {
      places[i] = layout->n_dimensions;
      layout->dimensions[layout->n_dimensions++] = g_strdup (key);
    }
  }
  if (table->place != NULL)
    layout->region_dimension = 0;
  else if (table->region_key >= 0)
    layout->region_dimension = (int) places[table->region_key];
  if (table->period_key >= 0)
    layout->period_dimension = (int) places[table->period_key];
  return places;
}

gboolean
ut_json_records_hand (const UtJsonRecords *records, const UtJsonTable *table, const UtCellSink *sink, GError **error) {
  g_auto (UtCellLayout) layout = { 0 };
  g_autofree guint *places = lay_out (records, table, &layout);
  g_autoptr (UtRows) rows = ut_rows_begin (sink, &layout, error);
  if (rows == NULL)
    return FALSE;
  guint n_keys = records->keys->len;
  g_autofree char **cells = g_new0 (char *, n_keys + 1);
  g_autofree const char **labels = g_new0 (const char *, n_keys + 2), **values = g_new0 (const char *, n_keys + 1);
  for (gsize row = 0; row < json_array_size (records->list); row++) {
    const char *why = ut_json_records_cells (records, row, table->mark, cells);
    if (why != NULL) {
      ut_rows_bad (rows, (guint) row + 1, why);
      continue;
    }
    g_autofree char *place = table->place != NULL ? table->place (records, cells) : NULL;
    labels[0] = place;
    for (guint i = 0; i < n_keys; i++)
      *(table->is_value[i] ? &values[places[i]] : &labels[places[i]]) = cells[i];
    ut_rows_add (rows, (guint) row + 1, labels, values, NULL);
    ut_json_records_drop (records, cells);
  }
  if (table->lack != NULL)
    ut_rows_bad (rows, (guint) json_array_size (records->list) + 1, table->lack);
  return TRUE;
}
