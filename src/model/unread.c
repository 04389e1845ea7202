#include "model/unread.h"

#include "base/yaml.h"
#include <utsyn/error.h>

UtUnread *
ut_unread_new (const char *id, char **indicators, GError *error) {
  UtUnread *unread = g_new (UtUnread, 1);
  *unread = (UtUnread){ .id = g_strdup (id), .indicators = indicators, .error = error };
  return unread;
}

void
ut_unread_free (UtUnread *unread) {
  if (unread == NULL)
    return;
  g_free (unread->id);
  g_strfreev (unread->indicators);
  g_error_free (unread->error);
  g_free (unread);
}

static void
free_unread (gpointer unread) {
  ut_unread_free (unread);
}

GPtrArray *
ut_unread_list_new (void) {
  return g_ptr_array_new_with_free_func (free_unread);
}

char **
ut_dataset_indicators (const UtDataset *dataset) {
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  for (guint i = 0; i < dataset->mappings->len; i++)
    g_strv_builder_add (keys, ((const UtMapping *) g_ptr_array_index (dataset->mappings, i))->indicator);
  return g_strv_builder_end (keys);
}

char **
ut_dataset_peek_indicators (const char *definition) {
  g_autoptr (UtYaml) yaml = ut_yaml_load (definition, NULL, NULL);
  const UtYamlNode *list = yaml != NULL ? ut_yaml_find (yaml->root, "observations") : NULL;
  if (list == NULL || list->kind != UT_YAML_SEQUENCE)
    return NULL;
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  gboolean known = TRUE;
  for (guint i = 0; i < list->items->len && known; i++) {
    const UtYamlNode *key = ut_yaml_find (g_ptr_array_index (list->items, i), "indicator");
    known = key != NULL && key->text != NULL;
    if (known)
      g_strv_builder_add (keys, key->text);
  }
  return known ? g_strv_builder_end (keys) : NULL;
}

void
ut_unread_join (const GPtrArray *unread, guint from, GError **error) {
  for (guint i = from; i < unread->len; i++)
    ut_error_join (error, g_error_copy (((const UtUnread *) g_ptr_array_index (unread, i))->error));
}
