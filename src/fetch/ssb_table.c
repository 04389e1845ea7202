#include "fetch/ssb_table.h"

#include <jansson.h>
#include <string.h>

#include "base/i18n.h"
#include <utsyn/error.h>

#define MAX_VALUES 200000

static void
dimension_free (gpointer data) {
  UtSsbDimension *dimension = data;
  g_free (dimension->code);
  g_ptr_array_unref (dimension->values);
  g_ptr_array_unref (dimension->chosen);
  g_free (dimension);
}

static gboolean
has_role (const json_t *root, const char *role, const char *code) {
  const json_t *codes = json_object_get (json_object_get (root, "role"), role);
  for (gsize i = 0; i < json_array_size (codes); i++) {
    if (g_strcmp0 (json_string_value (json_array_get (codes, i)), code) == 0)
      return TRUE;
  }
  return FALSE;
}

/* The object's own order is not the order of the values: the number is. */
static gboolean
read_values (const json_t *index, GPtrArray *values) {
  gsize n = json_object_size (index);
  if (n == 0 || n > MAX_VALUES)
    return FALSE;
  g_ptr_array_set_size (values, (gint) n);
  const char *code;
  json_t *position;
  json_object_foreach ((json_t *) index, code, position) {
    json_int_t at = json_is_integer (position) ? json_integer_value (position) : -1;
    if (at < 0 || (gsize) at >= n || g_ptr_array_index (values, at) != NULL)
      return FALSE;
    g_ptr_array_index (values, at) = g_strdup (code);
  }
  return TRUE;
}

static UtSsbDimension *
read_dimension (const json_t *root, const char *code) {
  const json_t *described = json_object_get (json_object_get (root, "dimension"), code);
  UtSsbDimension *dimension = g_new0 (UtSsbDimension, 1);
  dimension->code = g_strdup (code);
  dimension->values = g_ptr_array_new_with_free_func (g_free);
  dimension->chosen = g_ptr_array_new ();
  dimension->is_time = has_role (root, "time", code) || g_str_equal (code, "Tid");
  dimension->is_contents = has_role (root, "metric", code) || g_str_equal (code, "ContentsCode");
  dimension->may_be_left_out = json_is_true (json_object_get (json_object_get (described, "extension"), "elimination"));
  if (read_values (json_object_get (json_object_get (described, "category"), "index"), dimension->values))
    return dimension;
  dimension_free (dimension);
  return NULL;
}

static GPtrArray *
read_dimensions (GBytes *metadata) {
  gsize size = 0;
  const char *text = g_bytes_get_data (metadata, &size);
  json_t *root = json_loadb (text, size, 0, NULL);
  const json_t *ids = json_object_get (root, "id");
  g_autoptr (GPtrArray) dimensions = g_ptr_array_new_with_free_func (dimension_free);
  gboolean fine = json_array_size (ids) > 0;
  for (gsize i = 0; fine && i < json_array_size (ids); i++) {
    const char *code = json_string_value (json_array_get (ids, i));
    UtSsbDimension *dimension = code != NULL ? read_dimension (root, code) : NULL;
    fine = dimension != NULL;
    if (fine)
      g_ptr_array_add (dimensions, dimension);
  }
  json_decref (root);
  return fine ? g_steal_pointer (&dimensions) : NULL;
}

static UtSsbDimension *
find_dimension (const GPtrArray *dimensions, const char *code) {
  for (guint i = 0; i < dimensions->len; i++) {
    UtSsbDimension *dimension = g_ptr_array_index (dimensions, i);
    if (g_ascii_strcasecmp (dimension->code, code) == 0)
      return dimension;
  }
  return NULL;
}

static char *
list_codes (const GPtrArray *dimensions) {
  g_autoptr (GString) list = g_string_new (NULL);
  for (guint i = 0; i < dimensions->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            ((UtSsbDimension *) g_ptr_array_index (dimensions, i))->code);
  return g_strdup (list->str);
}

static gboolean
take_selections (GPtrArray *dimensions, const UtFetchSource *source, GError **error) {
  for (guint i = 0; i < source->select->len; i++) {
    const UtFetchSelection *selection = g_ptr_array_index (source->select, i);
    UtSsbDimension *dimension = find_dimension (dimensions, selection->dimension);
    if (dimension == NULL) {
      g_autofree char *list = list_codes (dimensions);
      ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u: table %3$s has no %4$s; it has: %5$s"), source->file,
                    selection->line, source->table, selection->dimension, list);
      return FALSE;
    }
    dimension->selection = selection;
    if (!ut_ssb_choose (dimension, source->file, error))
      return FALSE;
  }
  for (guint i = 0; i < dimensions->len; i++) {
    const UtSsbDimension *dimension = g_ptr_array_index (dimensions, i);
    if (dimension->selection != NULL || (dimension->may_be_left_out && !dimension->is_time && !dimension->is_contents))
      continue;
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("table %1$s needs a choice for %2$s; \"*\" is everything"),
                  source->table, dimension->code);
    return FALSE;
  }
  return TRUE;
}

GPtrArray *
ut_ssb_table_read (GBytes *metadata, const UtFetchSource *source, GError **error) {
  g_autoptr (GPtrArray) dimensions = read_dimensions (metadata);
  if (dimensions == NULL) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("what SSB says of table %s cannot be read"), source->table);
    return NULL;
  }
  return take_selections (dimensions, source, error) ? g_steal_pointer (&dimensions) : NULL;
}

guint64
ut_ssb_count_cells (const GPtrArray *dimensions) {
  guint64 n_cells = 1;
  for (guint i = 0; i < dimensions->len; i++) {
    const UtSsbDimension *dimension = g_ptr_array_index (dimensions, i);
    guint n = MAX (dimension->chosen->len, 1);
    n_cells = n_cells > G_MAXUINT64 / n ? G_MAXUINT64 : n_cells * n;
  }
  return n_cells;
}
