/* The key `alternatives`: the same projection with low and high growth. */
#include "model/indicator_read.h"

#include "base/i18n.h"

static const char *const keys[] = { [UT_ALTERNATIVE_LOW] = "low", [UT_ALTERNATIVE_HIGH] = "high", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (keys) == UT_N_ALTERNATIVES + 1);

gboolean
ut_alternatives_read (const UtYaml *yaml, const UtYamlNode *mapping, UtIndicator *indicator, GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, "alternatives");
  if (node == NULL)
    return TRUE;
  if (!ut_yaml_check_keys (yaml, node, keys, error))
    return FALSE;
  if (!indicator->projection) {
    ut_yaml_complain (yaml, node, error, _ ("only a projection has alternatives"));
    return FALSE;
  }
  gboolean sound = TRUE;
  for (guint i = 0; i < UT_N_ALTERNATIVES; i++)
    sound = ut_id_read (yaml, node, keys[i], &indicator->alternatives[i].key, error) && sound;
  return sound;
}

void
ut_alternatives_clear (UtIndicator *indicator) {
  for (guint i = 0; i < UT_N_ALTERNATIVES; i++)
    g_clear_pointer (&indicator->alternatives[i].key, g_free);
}
