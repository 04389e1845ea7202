/* What an indicator says of hiding: its limits, and what it is the sum of. */
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

/* What the indicator is the sum of */

static void
parts_free (gpointer data) {
  UtParts *parts = data;
  g_strfreev (parts->keys);
  g_free (parts->ids);
  g_free (parts);
}

static gboolean
add_parts (const UtYaml *yaml, const UtYamlNode *list, GPtrArray *parts, GError **error) {
  if (list->kind != UT_YAML_SEQUENCE || list->items->len < 2) {
    ut_yaml_complain (
        yaml, list, error,
        _ ("parts is a list of two indicators or more, or several such lists: [[girls, boys], [young, old]]"));
    return FALSE;
  }
  UtParts *one = g_new0 (UtParts, 1);
  one->n = list->items->len;
  one->keys = g_new0 (char *, one->n + 1);
  g_ptr_array_add (parts, one);
  for (guint i = 0; i < one->n; i++) {
    const UtYamlNode *key = g_ptr_array_index (list->items, i);
    if (key->kind != UT_YAML_SCALAR) {
      ut_yaml_complain (yaml, key, error, _ ("the id of an indicator is expected here"));
      return FALSE;
    }
    one->keys[i] = g_strdup (key->text);
  }
  return TRUE;
}

gboolean
ut_parts_read (const UtYaml *yaml, const UtYamlNode *mapping, GPtrArray **parts, GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, "parts");
  if (node == NULL)
    return TRUE;
  *parts = g_ptr_array_new_with_free_func (parts_free);
  const UtYamlNode *first = node->kind == UT_YAML_SEQUENCE && node->items->len > 0
                                ? (const UtYamlNode *) g_ptr_array_index (node->items, 0)
                                : NULL;
  if (first == NULL || first->kind != UT_YAML_SEQUENCE)
    return add_parts (yaml, node, *parts, error);
  for (guint i = 0; i < node->items->len; i++) {
    if (!add_parts (yaml, g_ptr_array_index (node->items, i), *parts, error))
      return FALSE;
  }
  return TRUE;
}

/* The whole and its parts count the same thing, or they could not be added. */
static gboolean
resolve (const UtCatalogue *catalogue, const UtIndicator *indicator, UtParts *parts, GError **error) {
  gboolean sound = TRUE;
  parts->ids = g_new0 (UtIndicatorId, parts->n);
  for (guint i = 0; i < parts->n; i++) {
    const UtIndicator *part = ut_catalogue_find (catalogue, parts->keys[i]);
    if (part == NULL || part == indicator || part->measure != indicator->measure) {
      GError *fault = NULL;
      g_set_error (&fault, UT_ERROR, UT_ERROR_DEFINITION,
                   part == NULL        ? _ ("%s:%u: %s has the part “%s”, and no such indicator is defined")
                   : part == indicator ? _ ("%s:%u: %s cannot be a part of itself (“%s”)")
                                       : _ ("%s:%u: %s and its part “%s” are not of the same measure"),
                   indicator->file, indicator->line, indicator->key, parts->keys[i]);
      ut_error_join (error, fault);
      sound = FALSE;
      continue;
    }
    parts->ids[i] = part->id;
  }
  return sound;
}

gboolean
ut_parts_resolve (const UtCatalogue *catalogue, GError **error) {
  gboolean sound = TRUE;
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) i);
    for (guint j = 0; indicator->parts != NULL && j < indicator->parts->len; j++)
      sound = resolve (catalogue, indicator, g_ptr_array_index (indicator->parts, j), error) && sound;
  }
  return sound;
}
