/* Ids, as definitions have them. */
#include "model/indicator_read.h"

#include <string.h>

#include "base/i18n.h"

static gboolean
check_id (const UtYaml *yaml, const UtYamlNode *node, const char *text, GError **error) {
  if (strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text))
    return TRUE;
  ut_yaml_complain (yaml, node, error, _ ("'%s' is no id: small letters a to z, digits and hyphens"), text);
  return FALSE;
}

gboolean
ut_id_read (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, char **id, GError **error) {
  const char *text = ut_yaml_get_text (yaml, mapping, key, error);
  if (text == NULL || !check_id (yaml, ut_yaml_find (mapping, key), text, error))
    return FALSE;
  *id = g_strdup (text);
  return TRUE;
}

gboolean
ut_ids_read (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, char ***ids, GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, key);
  gboolean sound = ut_yaml_read_list (yaml, mapping, key, ids, error);
  if (*ids == NULL)
    *ids = g_new0 (char *, 1);
  for (guint i = 0; (*ids)[i] != NULL; i++) {
    const UtYamlNode *item = node->kind == UT_YAML_SEQUENCE ? g_ptr_array_index (node->items, i) : node;
    sound = check_id (yaml, item, (*ids)[i], error) && sound;
  }
  return sound;
}
