/* `geojson`: a map layer (Kartverket and others). Each feature is a row of its plain properties; the shapes are not
 * read. Figures are only those dataset.yaml names. */
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "import/format/formats.h"
#include "import/label/heading_words.h"
#include "import/shape/json_records.h"

int
ut_geojson_detect (const UtFileHead *head) {
  if (ut_json_head_has (head, "type", "FeatureCollection"))
    return 95;
  return ut_json_head_has (head, "features", NULL) && ut_json_head_has (head, "type", "Feature") ? 90 : 0;
}

/* In order of trust: a code before a name. */
static int
find_region (const UtJsonRecords *records) {
  static const char *const keys[]
      = { "kommunenummer", "kommunenr", "kommunekode", "knr", "fylkesnummer", "fylkesnr", "fylkeskode" };
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    int key = ut_json_records_find (records, keys[i]);
    if (key >= 0)
      return key;
  }
  for (guint i = 0; i < records->keys->len; i++)
    if (ut_heading_names_region (g_ptr_array_index (records->keys, i)))
      return (int) i;
  int name = ut_json_records_find (records, "kommunenavn");
  return name >= 0 ? name : ut_json_records_find (records, "name");
}

static int
find_period (const UtJsonRecords *records) {
  for (guint i = 0; i < records->keys->len; i++)
    if (ut_heading_names_period (g_ptr_array_index (records->keys, i)))
      return (int) i;
  return -1;
}

static gboolean
read_layer (json_t *features, const char *title, const UtReadHints *hints, const char *shown, const UtCellSink *sink,
            GError **error) {
  g_auto (UtJsonRecords) records = { 0 };
  if (!ut_json_records_init (&records, features, "properties", shown, error))
    return FALSE;
  g_autofree gboolean *is_value = g_new0 (gboolean, records.keys->len + 1);
  for (guint i = 0; i < records.keys->len; i++)
    is_value[i] = ut_json_records_lists (&records, i, hints->value_columns)
                  && !ut_json_records_lists (&records, i, hints->label_columns);
  const UtJsonTable table = { .title = title,
                              .mark = ut_notation_general.decimal,
                              .is_value = is_value,
                              .region_key = find_region (&records),
                              .period_key = find_period (&records) };
  return ut_json_records_hand (&records, &table, sink, error);
}

/* The features of a layer; NULL when it is none. */
static json_t *
get_features (const json_t *layer) {
  const char *type = json_string_value (json_object_get (layer, "type"));
  json_t *features = json_object_get (layer, "features");
  return g_strcmp0 (type, "FeatureCollection") == 0 && json_is_array (features) ? features : NULL;
}

/* Kartverket puts several layers into one file, each under its name. */
static gboolean
read_layers (json_t *root, const UtReadHints *hints, const char *shown, const UtCellSink *sink, GError **error) {
  const char *name;
  json_t *layer;
  gboolean found = FALSE;
  json_object_foreach (root, name, layer) {
    json_t *features = get_features (layer);
    if (json_array_size (features) == 0 || !ut_read_hints_want (hints, name))
      continue;
    if (!read_layer (features, name, hints, shown, sink, error))
      return FALSE;
    found = TRUE;
  }
  if (!found)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:1: there is no FeatureCollection to read"), shown);
  return found;
}

gboolean
ut_geojson_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form, GError **error) {
  const char *shown = hints->shown != NULL ? hints->shown : path;
  json_auto_t *root = ut_json_load (path, shown, form, error);
  if (root == NULL)
    return FALSE;
  json_t *features = get_features (root);
  return features != NULL ? read_layer (features, NULL, hints, shown, sink, error)
                          : read_layers (root, hints, shown, sink, error);
}
