/* The key `groups`: the indicators that tell the same of girls and boys, of the grades; and those it is the sum of. */
#include "model/indicator_read.h"

#include <string.h>

#include "base/i18n.h"
#include <utsyn/error.h>

#define OTHER      "other"
#define EXHAUSTIVE "exhaustive"

typedef struct {
  const char *code;
  const char *word;
} Dimension;

static const Dimension dimensions[] = {
  [UT_DIMENSION_SEX] = { "sex", N_ ("sex") },
  [UT_DIMENSION_GRADE] = { "grade", N_ ("grade") },
  [UT_DIMENSION_AGE] = { "age", N_ ("age") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (dimensions) == UT_N_DIMENSIONS);

const char *
ut_dimension_code (UtDimension dimension) {
  g_return_val_if_fail ((guint) dimension < UT_N_DIMENSIONS, "");
  return dimensions[dimension].code;
}

const char *
ut_dimension_word (UtDimension dimension, UtLanguage language) {
  g_return_val_if_fail ((guint) dimension < UT_N_DIMENSIONS, "");
  return ut_tr (language, dimensions[dimension].word);
}

gboolean
ut_dimension_find (const char *code, UtDimension *dimension) {
  for (guint i = 0; i < UT_N_DIMENSIONS; i++) {
    if (strcmp (dimensions[i].code, code) == 0) {
      *dimension = (UtDimension) i;
      return TRUE;
    }
  }
  return FALSE;
}

void
ut_groups_clear (UtIndicator *indicator) {
  for (guint i = 0; i < UT_N_DIMENSIONS; i++) {
    g_strfreev (indicator->by[i].keys);
    g_free (indicator->by[i].ids);
  }
  g_clear_pointer (&indicator->other, g_ptr_array_unref);
  g_clear_pointer (&indicator->parts, g_ptr_array_unref);
}

/* One way to divide */

static void
parts_free (gpointer data) {
  UtParts *parts = data;
  g_strfreev (parts->keys);
  g_free (parts->ids);
  g_free (parts);
}

static gboolean
is_indicators (const UtYamlNode *node) {
  if (node->kind != UT_YAML_MAPPING || node->items->len < 2)
    return FALSE;
  for (guint i = 0; i < node->items->len; i++)
    if (((const UtYamlNode *) g_ptr_array_index (node->items, i))->kind != UT_YAML_SCALAR)
      return FALSE;
  return TRUE;
}

/* The names of the groups are for those who read the file; an indicator has names of its own. */
static gboolean
read_division (const UtYaml *yaml, const UtYamlNode *node, const char *code, UtParts *parts, GError **error) {
  gboolean sound = is_indicators (node);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; sound && i < node->items->len; i++) {
    const UtYamlNode *key = g_ptr_array_index (node->items, i);
    sound = g_hash_table_add (seen, key->text);
    g_strv_builder_add (keys, key->text);
  }
  if (!sound) {
    ut_yaml_complain (yaml, node, error,
                      _ ("the groups are the ids of two indicators or more, each once: %s: {girls: …, boys: …}"), code);
    return FALSE;
  }
  parts->keys = g_strv_builder_end (keys);
  parts->n = node->items->len;
  return TRUE;
}

/* Ways to divide that are none of our dimensions, and more than one by the same. */
static gboolean
read_other (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  guint n = node->kind == UT_YAML_SEQUENCE ? node->items->len : 1;
  indicator->other = g_ptr_array_new_with_free_func (parts_free);
  for (guint i = 0; i < n; i++) {
    UtParts *parts = g_new0 (UtParts, 1);
    g_ptr_array_add (indicator->other, parts);
    const UtYamlNode *one = node->kind == UT_YAML_SEQUENCE ? g_ptr_array_index (node->items, i) : node;
    if (!read_division (yaml, one, OTHER, parts, error))
      return FALSE;
  }
  return TRUE;
}

/* Which ways to divide leave nobody out */

/* `whole` by the number of the key; `true` is all that are given. */
static gboolean
read_exhaustive (const UtYaml *yaml, const UtYamlNode *groups, const char *const *codes, gboolean *whole,
                 GError **error) {
  const UtYamlNode *node = ut_yaml_find (groups, EXHAUSTIVE);
  gboolean all = FALSE;
  g_auto (GStrv) words = NULL;
  if (node == NULL || node->kind == UT_YAML_SCALAR) {
    if (!ut_yaml_read_boolean_or (yaml, groups, EXHAUSTIVE, FALSE, &all, error))
      return FALSE;
  } else if (!ut_yaml_read_list (yaml, groups, EXHAUSTIVE, &words, error))
    return FALSE;
  guint n_found = 0;
  for (guint i = 0; i <= UT_N_DIMENSIONS; i++) {
    gboolean given = ut_yaml_find (groups, codes[i]) != NULL;
    gboolean named = words != NULL && g_strv_contains ((const char *const *) words, codes[i]);
    whole[i] = given && (all || named);
    n_found += given && named;
  }
  if (words == NULL || n_found == g_strv_length (words))
    return TRUE;
  ut_yaml_complain (yaml, node, error, _ ("exhaustive is true, false, or a list of those of the groups: [sex]"));
  return FALSE;
}

static gboolean
read_divisions (const UtYaml *yaml, const UtYamlNode *node, const char *const *codes, UtIndicator *indicator,
                GError **error) {
  gboolean sound = TRUE;
  for (guint i = 0; i < UT_N_DIMENSIONS; i++) {
    const UtYamlNode *division = ut_yaml_find (node, codes[i]);
    sound = (division == NULL || read_division (yaml, division, codes[i], &indicator->by[i], error)) && sound;
  }
  const UtYamlNode *other = ut_yaml_find (node, OTHER);
  return (other == NULL || read_other (yaml, other, indicator, error)) && sound;
}

static void
add_parts (UtIndicator *indicator, UtParts *parts) {
  if (indicator->parts == NULL)
    indicator->parts = g_ptr_array_new ();
  g_ptr_array_add (indicator->parts, parts);
}

gboolean
ut_groups_read (const UtYaml *yaml, const UtYamlNode *mapping, UtIndicator *indicator, GError **error) {
  const char *codes[UT_N_DIMENSIONS + 3] = { [UT_N_DIMENSIONS] = OTHER, [UT_N_DIMENSIONS + 1] = EXHAUSTIVE };
  const UtYamlNode *node = ut_yaml_find (mapping, "groups");
  gboolean whole[UT_N_DIMENSIONS + 1];
  for (guint i = 0; i < UT_N_DIMENSIONS; i++)
    codes[i] = dimensions[i].code;
  if (node == NULL)
    return TRUE;
  if (!ut_yaml_check_keys (yaml, node, codes, error))
    return FALSE;
  gboolean sound = read_divisions (yaml, node, codes, indicator, error);
  if (!read_exhaustive (yaml, node, codes, whole, error) || !sound)
    return FALSE;
  if (indicator->other != NULL && !whole[UT_N_DIMENSIONS]) {
    ut_yaml_complain (yaml, ut_yaml_find (node, OTHER), error,
                      _ ("groups by something else are only good for sums: they must be exhaustive"));
    return FALSE;
  }
  for (guint i = 0; i < UT_N_DIMENSIONS; i++)
    if (whole[i])
      add_parts (indicator, &indicator->by[i]);
  for (guint i = 0; indicator->other != NULL && i < indicator->other->len; i++)
    add_parts (indicator, g_ptr_array_index (indicator->other, i));
  return TRUE;
}
