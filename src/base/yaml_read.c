/* Typed readers over the tree, with a complaint at the place of the fault. */
#include "base/yaml.h"

#include "base/i18n.h"
#include "base/text.h"
#include <math.h>
#include <string.h>

/* " (did you mean 'high'?)", or nothing. */
static char *
suggest (const char *word, const char *const *allowed) {
  const char *nearest = ut_text_nearest (word, allowed);
  return nearest != NULL ? g_strdup_printf (_ (" (did you mean '%s'?)"), nearest) : g_strdup ("");
}

static char *
list_words (const char *const *words) {
  return g_strjoinv (", ", (char **) words);
}

static gboolean
is_among (const char *word, const char *const *words, int *index) {
  for (int i = 0; words[i] != NULL; i++) {
    if (strcmp (word, words[i]) == 0) {
      *index = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* Keys that have a better name today, and how they are written. Only where the new one is allowed: some of the words
 * are still keys of something else. */
static const struct {
  const char *former;
  const char *key;
  const char *form;
} former_keys[] = {
  { "regions", "boundaries", "boundaries: auto" },
  { "test", "tested", "tested: false" },
  { "by", "groups", "groups: {sex: {girls: …, boys: …}}" },
  { "parts", "groups", "groups: {sex: {girls: …, boys: …}, exhaustive: true}" },
};

static gboolean
complain_former (const UtYaml *yaml, const UtYamlNode *key, const char *const *allowed, GError **error) {
  for (guint i = 0; i < G_N_ELEMENTS (former_keys); i++) {
    int index;
    if (strcmp (key->text, former_keys[i].former) != 0 || !is_among (former_keys[i].key, allowed, &index))
      continue;
    ut_yaml_complain (yaml, key, error, _ ("the key '%1$s' is now '%2$s', as in %3$s"), key->text, former_keys[i].key,
                      former_keys[i].form);
    return TRUE;
  }
  return FALSE;
}

gboolean
ut_yaml_check_keys (const UtYaml *yaml, const UtYamlNode *node, const char *const *allowed, GError **error) {
  if (node->kind != UT_YAML_MAPPING) {
    g_autofree char *list = list_words (allowed);
    ut_yaml_complain (yaml, node, error, _ ("expected keys with values; allowed: %s"), list);
    return FALSE;
  }
  gboolean known = TRUE;
  for (guint i = 0; i < node->keys->len; i++) {
    const UtYamlNode *key = node->keys->pdata[i];
    int index;
    if (is_among (key->text, allowed, &index))
      continue;
    known = FALSE;
    if (complain_former (yaml, key, allowed, error))
      continue;
    g_autofree char *list = list_words (allowed);
    g_autofree char *suggestion = suggest (key->text, allowed);
    ut_yaml_complain (yaml, key, error, _ ("unknown key '%1$s'; allowed: %2$s%3$s"), key->text, list, suggestion);
  }
  if (!known)
    g_hash_table_add (yaml->misspelt, (gpointer) node);
  return known;
}

static void
complain_missing (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, GError **error) {
  ut_yaml_complain (yaml, mapping, error, _ ("the key '%s' is missing"), key);
}

/* The text of a scalar that is not empty. */
static const char *
scalar_text (const UtYaml *yaml, const UtYamlNode *node, const char *key, GError **error) {
  if (node->kind != UT_YAML_SCALAR) {
    ut_yaml_complain (yaml, node, error, _ ("%s must be a single text"), key);
    return NULL;
  }
  if (node->text[0] == '\0') {
    ut_yaml_complain (yaml, node, error, _ ("%s has no value"), key);
    return NULL;
  }
  return node->text;
}

const char *
ut_yaml_get_text (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, key);
  if (node != NULL)
    return scalar_text (yaml, node, key, error);
  complain_missing (yaml, mapping, key, error);
  return NULL;
}

gboolean
ut_yaml_read_text_or (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, const char *fallback, char **text,
                      GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, key);
  const char *found = node != NULL ? scalar_text (yaml, node, key, error) : fallback;
  if (node != NULL && found == NULL)
    return FALSE;
  *text = g_strdup (found);
  return TRUE;
}

static gboolean
parse_number (const char *text, double *number) {
  /* Only the plain forms: strtod also knows "inf", "nan" and hexadecimal. */
  if (strspn (text, "0123456789+-.eE") != strlen (text))
    return FALSE;
  char *end;
  double parsed = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (parsed))
    return FALSE;
  *number = parsed;
  return TRUE;
}

gboolean
ut_yaml_read_number_or (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, double fallback, double *number,
                        GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, key);
  *number = fallback;
  if (node == NULL)
    return TRUE;
  const char *text = scalar_text (yaml, node, key, error);
  if (text == NULL)
    return FALSE;
  if (parse_number (text, number))
    return TRUE;
  ut_yaml_complain (yaml, node, error, _ ("'%1$s' is not a number for %2$s; write it with a decimal point: 2.5"), text,
                    key);
  return FALSE;
}

gboolean
ut_yaml_read_integer_or (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, int fallback, int *number,
                         GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, key);
  *number = fallback;
  if (node == NULL)
    return TRUE;
  const char *text = scalar_text (yaml, node, key, error);
  gint64 parsed;
  if (text == NULL)
    return FALSE;
  if (g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &parsed, NULL)) {
    *number = (int) parsed;
    return TRUE;
  }
  ut_yaml_complain (yaml, node, error, _ ("'%1$s' is not a whole number for %2$s"), text, key);
  return FALSE;
}

gboolean
ut_yaml_find_word (const UtYaml *yaml, const UtYamlNode *node, const char *key, const char *const *words, int *index,
                   GError **error) {
  const char *text = scalar_text (yaml, node, key, error);
  if (text == NULL)
    return FALSE;
  if (is_among (text, words, index))
    return TRUE;
  g_autofree char *list = list_words (words), *suggestion = suggest (text, words);
  ut_yaml_complain (yaml, node, error, _ ("unknown value '%1$s' for %2$s; allowed: %3$s%4$s"), text, key, list,
                    suggestion);
  return FALSE;
}

gboolean
ut_yaml_read_word (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, const char *const *words,
                   int fallback, int *index, GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, key);
  if (node == NULL && fallback < 0) {
    g_autofree char *list = list_words (words);
    ut_yaml_complain (yaml, mapping, error, _ ("the key '%1$s' is missing; allowed values: %2$s"), key, list);
    return FALSE;
  }
  *index = fallback;
  if (node == NULL)
    return TRUE;
  return ut_yaml_find_word (yaml, node, key, words, index, error);
}

gboolean
ut_yaml_read_boolean_or (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, gboolean fallback,
                         gboolean *answer, GError **error) {
  static const char *const answers[] = { "false", "true", NULL };
  int index;
  if (!ut_yaml_read_word (yaml, mapping, key, answers, fallback ? 1 : 0, &index, error))
    return FALSE;
  *answer = index == 1;
  return TRUE;
}

gboolean
ut_yaml_read_languages (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, gboolean required, UtText *text,
                        GError **error) {
  const char *const *tags = ut_language_tags ();
  const UtYamlNode *node = ut_yaml_find (mapping, key);
  *text = (UtText){ { NULL } };
  if (node == NULL && required)
    complain_missing (yaml, mapping, key, error);
  if (node == NULL)
    return !required;
  if (node->kind == UT_YAML_SCALAR) {
    const char *same = scalar_text (yaml, node, key, error);
    for (gsize i = 0; i < UT_N_LANGUAGES && same != NULL; i++)
      text->in[i] = g_strdup (same);
    return same != NULL;
  }
  if (!ut_yaml_check_keys (yaml, node, tags, error))
    return FALSE;
  for (gsize i = 0; i < UT_N_LANGUAGES; i++) {
    const UtYamlNode *item = ut_yaml_find (node, tags[i]);
    const char *found = item != NULL ? scalar_text (yaml, item, tags[i], error) : NULL;
    if (item != NULL && found == NULL) {
      ut_text_clear (text);
      return FALSE;
    }
    text->in[i] = g_strdup (found);
  }
  if (node->keys->len == 0)
    ut_yaml_complain (yaml, node, error, _ ("%s has no value"), key);
  return node->keys->len > 0;
}

gboolean
ut_yaml_read_list (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, char ***list, GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping, key);
  *list = NULL;
  if (node == NULL)
    return TRUE;
  if (node->kind == UT_YAML_MAPPING) {
    ut_yaml_complain (yaml, node, error, _ ("%s must be a text or a list of texts"), key);
    return FALSE;
  }
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  guint n = node->kind == UT_YAML_SCALAR ? 1 : node->items->len;
  for (guint i = 0; i < n; i++) {
    const UtYamlNode *item = node->kind == UT_YAML_SCALAR ? node : node->items->pdata[i];
    const char *text = scalar_text (yaml, item, key, error);
    if (text == NULL)
      return FALSE;
    g_strv_builder_add (texts, text);
  }
  *list = g_strv_builder_end (texts);
  return TRUE;
}
