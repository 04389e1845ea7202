/* What an indicator says of hiding: its limits. */
#include "model/indicator_read.h"

#include "base/i18n.h"

#include <string.h>

static const char *const limit_keys[] = { "count", "complement", "denominator", NULL };

/* Limits by name. SSB hides what rests on fewer than three (ssb.no, «Personopplysninger i statistikken»); for the
 * health profiles three or fewer, on either side, and groups below ten. */
static const struct {
  const char *name;
  UtSuppression limits;
} profiles[] = {
  { "none", { -1, -1, -1 } },
  { "ssb", { 2, -1, -1 } },
  { "fhi", { 3, 3, 9 } },
};

static gboolean
read_limit (const UtYaml *yaml, const UtYamlNode *node, const char *key, int *limit, GError **error) {
  const UtYamlNode *value = ut_yaml_find (node, key);
  if (!ut_yaml_read_integer_or (yaml, node, key, -1, limit, error))
    return FALSE;
  if (value == NULL || *limit >= 0)
    return TRUE;
  ut_yaml_complain (yaml, value, error, _ ("%s cannot be negative"), key);
  return FALSE;
}

static gboolean
read_profile (const UtYaml *yaml, const UtYamlNode *node, const UtSuppression *own, UtSuppression *limits,
              GError **error) {
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++) {
    if (strcmp (node->text, profiles[i].name) != 0)
      continue;
    *limits = profiles[i].limits;
    return TRUE;
  }
  gboolean is_own = strcmp (node->text, "own") == 0;
  if (is_own && own != NULL) {
    *limits = *own;
    return TRUE;
  }
  if (is_own)
    ut_yaml_complain (yaml, node, error, _ ("the limits of own are those of the theme: write suppress there too"));
  else
    ut_yaml_complain (yaml, node, error,
                      _ ("unknown limits '%s' (allowed: none, ssb, fhi, own, or limits such as {count: 3})"),
                      node->text);
  return FALSE;
}

gboolean
ut_suppression_read (const UtYaml *yaml, const UtYamlNode *mapping, const UtSuppression *own, UtSuppression *limits,
                     GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, "suppress");
  *limits = profiles[0].limits;
  if (node == NULL) {
    ut_yaml_complain (yaml, mapping, error, _ ("the key 'suppress' is missing: none, or limits such as {count: 3}"));
    return FALSE;
  }
  if (node->kind == UT_YAML_SCALAR)
    return read_profile (yaml, node, own, limits, error);
  gboolean sound = ut_yaml_check_keys (yaml, node, limit_keys, error);
  sound = read_limit (yaml, node, "count", &limits->count, error) && sound;
  sound = read_limit (yaml, node, "complement", &limits->complement, error) && sound;
  return read_limit (yaml, node, "denominator", &limits->denominator, error) && sound;
}
