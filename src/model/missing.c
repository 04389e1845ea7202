#include "model/missing.h"

#include "base/i18n.h"

#define KEY "missing"

static void
clear_sign (gpointer data) {
  g_free (((UtMissingSign *) data)->text);
}

/* A figure is read as one before anything is asked of signs. */
static gboolean
add_sign (const UtYaml *yaml, const UtYamlNode *node, UtStatus status, GArray *signs, GError **error) {
  if (node->kind != UT_YAML_SCALAR || *node->text == '\0') {
    ut_yaml_complain (yaml, node, error, _ ("missing is a list of signs, or {sign: \":\"}"));
    return FALSE;
  }
  if (ut_number_is_written (node->text)) {
    ut_yaml_complain (yaml, node, error, _ ("'%s' is a figure, and no sign that stands for one"), node->text);
    return FALSE;
  }
  const UtMissingSign sign = { g_strdup (node->text), status };
  g_array_append_val (signs, sign);
  return TRUE;
}

static gboolean
read_meaning (const UtYaml *yaml, const UtYamlNode *node, UtStatus *status, GError **error) {
  static const char *const words[] = { ":", "..", ".", "...", "0", NULL };
  static const UtStatus meanings[]
      = { UT_STATUS_CONFIDENTIAL, UT_STATUS_MISSING, UT_STATUS_NOT_POSSIBLE, UT_STATUS_NOT_YET, UT_STATUS_OK };
  G_STATIC_ASSERT (G_N_ELEMENTS (words) == G_N_ELEMENTS (meanings) + 1);
  int word;
  if (!ut_yaml_find_word (yaml, node, KEY, words, &word, error))
    return FALSE;
  *status = meanings[word];
  return TRUE;
}

gboolean
ut_missing_read (const UtYaml *yaml, GArray **signs, GError **error) {
  const UtYamlNode *node = ut_yaml_find (yaml->root, KEY);
  if (node == NULL)
    return TRUE;
  gboolean sound = TRUE;
  *signs = g_array_new (FALSE, FALSE, sizeof (UtMissingSign));
  g_array_set_clear_func (*signs, clear_sign);
  if (node->kind == UT_YAML_SCALAR)
    return add_sign (yaml, node, UT_STATUS_MISSING, *signs, error);
  for (guint i = 0; i < node->items->len; i++) {
    UtStatus status = UT_STATUS_MISSING;
    const UtYamlNode *item = g_ptr_array_index (node->items, i);
    if (node->kind == UT_YAML_SEQUENCE)
      sound = add_sign (yaml, item, status, *signs, error) && sound;
    else
      sound = read_meaning (yaml, item, &status, error)
              && add_sign (yaml, g_ptr_array_index (node->keys, i), status, *signs, error) && sound;
  }
  return sound;
}
