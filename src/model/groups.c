/* The key `by`: the indicators that tell the same of girls and boys, of the grades. */
#include "model/indicator_read.h"

#include <string.h>

#include "base/i18n.h"
#include <utsyn/error.h>

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
}

static gboolean
has_repeats (char **keys) {
  for (char **key = keys; *key != NULL; key++)
    if (g_strv_contains ((const char *const *) key + 1, *key))
      return TRUE;
  return FALSE;
}

gboolean
ut_groups_read (const UtYaml *yaml, const UtYamlNode *mapping, UtIndicator *indicator, GError **error) {
  const char *codes[UT_N_DIMENSIONS + 1] = { NULL };
  const UtYamlNode *node = ut_yaml_find (mapping, "by");
  for (guint i = 0; i < UT_N_DIMENSIONS; i++)
    codes[i] = dimensions[i].code;
  if (node == NULL)
    return TRUE;
  if (!ut_yaml_check_keys (yaml, node, codes, error))
    return FALSE;
  for (guint i = 0; i < UT_N_DIMENSIONS; i++) {
    UtParts *groups = &indicator->by[i];
    if (!ut_yaml_read_list (yaml, node, codes[i], &groups->keys, error))
      return FALSE;
    groups->n = groups->keys != NULL ? g_strv_length (groups->keys) : 0;
    if (groups->keys == NULL || (groups->n >= 2 && !has_repeats (groups->keys)))
      continue;
    ut_yaml_complain (yaml, ut_yaml_find (node, codes[i]), error,
                      _ ("a breakdown is a list of two indicators or more, each once: %s: [girls, boys]"), codes[i]);
    return FALSE;
  }
  return TRUE;
}

/* Figures of two kinds cannot be held against each other. */
static gboolean
is_alike (const UtIndicator *one, const UtIndicator *other) {
  return one->measure == other->measure && one->unit == other->unit && one->test == other->test;
}

static gboolean
resolve (const UtCatalogue *catalogue, const UtIndicator *indicator, UtParts *groups, GError **error) {
  groups->ids = g_new0 (UtIndicatorId, groups->n);
  for (guint i = 0; i < groups->n; i++) {
    const UtIndicator *group = ut_catalogue_find (catalogue, groups->keys[i]);
    if (group == NULL || group == indicator || !is_alike (group, indicator)) {
      g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION,
                   group == NULL        ? _ ("%s:%u: %s has the group “%s”, and no such indicator is defined")
                   : group == indicator ? _ ("%s:%u: %s cannot be a group of itself (“%s”)")
                                        : _ ("%s:%u: %s and its group “%s” are not of the same measure, unit and test"),
                   indicator->file, indicator->line, indicator->key, groups->keys[i]);
      return FALSE;
    }
    groups->ids[i] = group->id;
  }
  return TRUE;
}

gboolean
ut_groups_resolve (const UtCatalogue *catalogue, GError **error) {
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++) {
    UtIndicator *indicator = (UtIndicator *) ut_catalogue_get (catalogue, (UtIndicatorId) i);
    for (guint j = 0; j < UT_N_DIMENSIONS; j++) {
      if (indicator->by[j].n > 0 && !resolve (catalogue, indicator, &indicator->by[j], error))
        return FALSE;
    }
  }
  return TRUE;
}
