#include <utsyn/indicator.h>

#include <string.h>

#include "base/i18n.h"
#include "base/yaml.h"
#include <utsyn/error.h>

struct UtCatalogue {
  GPtrArray *indicators; /* UtIndicator */
  GPtrArray *themes;     /* UtTheme, in reading order */
  GHashTable *by_key;    /* indicators */
};

static const char *const theme_keys[] = { "theme", "name", "order", "introduction", "indicators", NULL };
static const char *const indicator_keys[]
    = { "id",         "name", "short",    "definition", "measure",  "unit",         "decimals",
        "resolution", "age",  "polarity", "test",       "suppress", "standardised", "projection",
        "relevant",   "sets", "note",     "source",     NULL };
static const char *const suppress_keys[] = { "count", "complement", "denominator", NULL };

static const char *const measures[] = {
  [UT_MEASURE_PROPORTION] = "proportion",
  [UT_MEASURE_RATE] = "rate",
  [UT_MEASURE_MEAN] = "mean",
  [UT_MEASURE_COUNT] = "count",
  [UT_MEASURE_RATIO] = "ratio",
  [UT_MEASURE_INDEX] = "index",
  [UT_MEASURE_MONEY] = "money",
  NULL,
};
static const char *const units[] = {
  [UT_UNIT_PERCENT] = "percent",
  [UT_UNIT_PER_1000] = "per_1000",
  [UT_UNIT_PER_100000] = "per_100000",
  [UT_UNIT_POINTS] = "points",
  [UT_UNIT_PERSONS] = "persons",
  [UT_UNIT_YEARS] = "years",
  [UT_UNIT_NOK] = "nok",
  NULL,
};
static const char *const polarities[] = {
  [UT_POLARITY_HIGH] = "high",
  [UT_POLARITY_LOW] = "low",
  [UT_POLARITY_NEUTRAL] = "neutral",
  NULL,
};
static const char *const tests[] = {
  [UT_TEST_NONE] = "none",
  [UT_TEST_BINOMIAL] = "binomial",
  [UT_TEST_POISSON] = "poisson",
  [UT_TEST_MARGIN] = "margin",
  NULL,
};

static void
indicator_free (gpointer data) {
  UtIndicator *indicator = data;
  g_free (indicator->key);
  g_free (indicator->theme);
  ut_text_clear (&indicator->name);
  ut_text_clear (&indicator->short_name);
  ut_text_clear (&indicator->definition);
  ut_text_clear (&indicator->note);
  ut_text_clear (&indicator->source);
  ut_text_clear (&indicator->age);
  g_strfreev (indicator->sets);
  g_free (indicator->file);
  g_free (indicator);
}

static void
theme_free (gpointer data) {
  UtTheme *theme = data;
  g_free (theme->key);
  g_free (theme->file);
  ut_text_clear (&theme->name);
  ut_text_clear (&theme->introduction);
  g_free (theme);
}

/* Words and numbers */

static gboolean
read_word (const UtYaml *yaml, const UtYamlNode *node, const char *key, const char *const *words, guint *value,
           GError **error) {
  int index = 0;
  if (!ut_yaml_read_word (yaml, node, key, words, -1, &index, error))
    return FALSE;
  *value = (guint) index;
  return TRUE;
}

static gboolean
read_words (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  guint measure = 0, unit = 0, polarity = 0, test = 0;
  if (!read_word (yaml, node, "measure", measures, &measure, error)
      || !read_word (yaml, node, "unit", units, &unit, error)
      || !read_word (yaml, node, "polarity", polarities, &polarity, error)
      || !read_word (yaml, node, "test", tests, &test, error))
    return FALSE;
  indicator->measure = (UtMeasure) measure;
  indicator->unit = (UtUnit) unit;
  indicator->polarity = (UtPolarity) polarity;
  indicator->test = (UtTest) test;
  return TRUE;
}

static gboolean
read_decimals (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  const UtYamlNode *decimals = ut_yaml_find (node, "decimals");
  indicator->decimals = -1;
  if (decimals == NULL || g_strcmp0 (decimals->text, "auto") == 0)
    return TRUE;
  if (!ut_yaml_read_integer_or (yaml, node, "decimals", -1, &indicator->decimals, error))
    return FALSE;
  if (indicator->decimals >= 0 && indicator->decimals <= 3)
    return TRUE;
  ut_yaml_complain (yaml, decimals, error, _ ("decimals is auto or 0 to 3, not '%s'"), decimals->text);
  return FALSE;
}

static gboolean
read_not_negative (const UtYaml *yaml, const UtYamlNode *node, const char *key, double *value, GError **error) {
  if (!ut_yaml_read_number_or (yaml, node, key, 0, value, error))
    return FALSE;
  if (*value >= 0)
    return TRUE;
  ut_yaml_complain (yaml, ut_yaml_find (node, key), error, _ ("%s cannot be negative"), key);
  return FALSE;
}

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

/* Must be said, so that nobody forgets to think of it: none, or limits. */
static gboolean
read_suppression (const UtYaml *yaml, const UtYamlNode *node, UtSuppression *suppress, GError **error) {
  const UtYamlNode *limits = ut_yaml_find (node, "suppress");
  *suppress = (UtSuppression){ -1, -1, -1 };
  if (limits == NULL) {
    ut_yaml_complain (yaml, node, error, _ ("the key 'suppress' is missing: none, or limits such as {count: 3}"));
    return FALSE;
  }
  if (limits->kind == UT_YAML_SCALAR && strcmp (limits->text, "none") == 0)
    return TRUE;
  return ut_yaml_check_keys (yaml, limits, suppress_keys, error)
         && read_limit (yaml, limits, "count", &suppress->count, error)
         && read_limit (yaml, limits, "complement", &suppress->complement, error)
         && read_limit (yaml, limits, "denominator", &suppress->denominator, error);
}

/* Which words go together */

static gboolean
unit_fits (UtMeasure measure, UtUnit unit) {
  gboolean rate_unit = unit == UT_UNIT_PER_1000 || unit == UT_UNIT_PER_100000;
  switch (measure) {
  case UT_MEASURE_PROPORTION:
    return unit == UT_UNIT_PERCENT;
  case UT_MEASURE_RATE:
    return rate_unit;
  case UT_MEASURE_COUNT:
    return unit == UT_UNIT_PERSONS;
  case UT_MEASURE_MONEY:
    return unit == UT_UNIT_NOK;
  default:
    return unit != UT_UNIT_PERCENT && !rate_unit;
  }
}

static gboolean
test_fits (UtMeasure measure, UtTest test) {
  static const UtMeasure needed[] = {
    [UT_TEST_BINOMIAL] = UT_MEASURE_PROPORTION, [UT_TEST_POISSON] = UT_MEASURE_RATE, [UT_TEST_MARGIN] = UT_MEASURE_MEAN
  };
  return test == UT_TEST_NONE || measure == needed[test];
}

static gboolean
check_together (const UtYaml *yaml, const UtYamlNode *node, const UtIndicator *indicator, GError **error) {
  if (!unit_fits (indicator->measure, indicator->unit)) {
    ut_yaml_complain (yaml, ut_yaml_find (node, "unit"), error, _ ("unit %1$s does not go with measure %2$s"),
                      units[indicator->unit], measures[indicator->measure]);
    return FALSE;
  }
  if (!test_fits (indicator->measure, indicator->test)) {
    ut_yaml_complain (yaml, ut_yaml_find (node, "test"), error, _ ("test %1$s does not go with measure %2$s"),
                      tests[indicator->test], measures[indicator->measure]);
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_texts (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  return ut_yaml_read_languages (yaml, node, "name", TRUE, &indicator->name, error)
         && ut_yaml_read_languages (yaml, node, ut_yaml_find (node, "short") != NULL ? "short" : "name", TRUE,
                                    &indicator->short_name, error)
         && ut_yaml_read_languages (yaml, node, "definition", TRUE, &indicator->definition, error)
         && ut_yaml_read_languages (yaml, node, "source", TRUE, &indicator->source, error)
         && ut_yaml_read_languages (yaml, node, "age", FALSE, &indicator->age, error)
         && ut_yaml_read_languages (yaml, node, "note", FALSE, &indicator->note, error);
}

static gboolean
read_values (const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator, GError **error) {
  return read_words (yaml, node, indicator, error) && read_decimals (yaml, node, indicator, error)
         && read_not_negative (yaml, node, "resolution", &indicator->resolution, error)
         && read_not_negative (yaml, node, "relevant", &indicator->relevant, error)
         && ut_yaml_read_boolean_or (yaml, node, "standardised", FALSE, &indicator->standardised, error)
         && ut_yaml_read_boolean_or (yaml, node, "projection", FALSE, &indicator->projection, error)
         && read_suppression (yaml, node, &indicator->suppress, error)
         && ut_yaml_read_list (yaml, node, "sets", &indicator->sets, error)
         && check_together (yaml, node, indicator, error);
}

static gboolean
read_indicator (UtCatalogue *catalogue, const UtYaml *yaml, const UtYamlNode *node, const UtTheme *theme,
                GError **error) {
  if (!ut_yaml_check_keys (yaml, node, indicator_keys, error))
    return FALSE;
  const char *key = ut_yaml_get_text (yaml, node, "id", error);
  if (key == NULL)
    return FALSE;
  const UtIndicator *known = ut_catalogue_find (catalogue, key);
  if (known != NULL) {
    ut_yaml_complain (yaml, ut_yaml_find (node, "id"), error,
                      _ ("the indicator '%1$s' is already defined in %2$s:%3$u"), key, known->file, known->line);
    return FALSE;
  }
  UtIndicator *indicator = g_new0 (UtIndicator, 1);
  indicator->id = (UtIndicatorId) catalogue->indicators->len;
  indicator->key = g_strdup (key);
  indicator->theme = g_strdup (theme->key);
  indicator->file = g_strdup (theme->file);
  indicator->line = node->line;
  g_ptr_array_add (catalogue->indicators, indicator);
  g_hash_table_insert (catalogue->by_key, indicator->key, indicator);
  if (!read_texts (yaml, node, indicator, error) || !read_values (yaml, node, indicator, error))
    return FALSE;
  if (indicator->sets == NULL)
    indicator->sets = g_new0 (char *, 1);
  return TRUE;
}

/* Files */

static UtTheme *
read_theme (UtCatalogue *catalogue, const UtYaml *yaml, GError **error) {
  if (!ut_yaml_check_keys (yaml, yaml->root, theme_keys, error))
    return NULL;
  const char *key = ut_yaml_get_text (yaml, yaml->root, "theme", error);
  if (key == NULL)
    return NULL;
  const UtTheme *known = ut_catalogue_find_theme (catalogue, key);
  if (known != NULL) {
    ut_yaml_complain (yaml, ut_yaml_find (yaml->root, "theme"), error,
                      _ ("the theme '%1$s' is already defined in %2$s"), key, known->file);
    return NULL;
  }
  UtTheme *theme = g_new0 (UtTheme, 1);
  int order = 0;
  theme->key = g_strdup (key);
  theme->file = g_strdup (yaml->path);
  g_ptr_array_add (catalogue->themes, theme);
  if (!ut_yaml_read_languages (yaml, yaml->root, "name", TRUE, &theme->name, error)
      || !ut_yaml_read_languages (yaml, yaml->root, "introduction", FALSE, &theme->introduction, error)
      || !ut_yaml_read_integer_or (yaml, yaml->root, "order", 0, &order, error))
    return NULL;
  theme->order = (guint) MAX (order, 0);
  return theme;
}

static gboolean
read_file (UtCatalogue *catalogue, const char *path, const char *shown, GError **error) {
  g_autoptr (UtYaml) yaml = ut_yaml_load (path, shown, error);
  const UtTheme *theme = yaml != NULL ? read_theme (catalogue, yaml, error) : NULL;
  if (theme == NULL)
    return FALSE;
  const UtYamlNode *list = ut_yaml_find (yaml->root, "indicators");
  if (list == NULL || list->kind != UT_YAML_SEQUENCE) {
    ut_yaml_complain (yaml, list != NULL ? list : yaml->root, error, _ ("indicators must be a list"));
    return FALSE;
  }
  for (guint i = 0; i < list->items->len; i++) {
    if (!read_indicator (catalogue, yaml, g_ptr_array_index (list->items, i), theme, error))
      return FALSE;
  }
  return TRUE;
}

static int
compare_themes (gconstpointer a, gconstpointer b) {
  const UtTheme *left = *(UtTheme *const *) a, *right = *(UtTheme *const *) b;
  return left->order != right->order ? (left->order < right->order ? -1 : 1) : strcmp (left->key, right->key);
}

static int
compare_names (gconstpointer a, gconstpointer b) {
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_files (const char *dir, GError **error) {
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GDir) open = g_dir_open (dir, 0, &trouble);
  if (open == NULL) {
    g_set_error (error, UT_ERROR, UT_ERROR_IO, "%s: %s", dir, trouble->message);
    return NULL;
  }
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  for (const char *name; (name = g_dir_read_name (open)) != NULL;) {
    if (g_str_has_suffix (name, ".yaml"))
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_sort (names, compare_names);
  return names;
}

UtCatalogue *
ut_catalogue_load (const char *dir, GError **error) {
  g_autoptr (UtCatalogue) catalogue = g_new0 (UtCatalogue, 1);
  catalogue->indicators = g_ptr_array_new_with_free_func (indicator_free);
  catalogue->themes = g_ptr_array_new_with_free_func (theme_free);
  catalogue->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = list_files (dir, error);
  g_autofree char *folder = g_path_get_basename (dir);
  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *path = g_build_filename (dir, name, NULL), *shown = g_build_filename (folder, name, NULL);
    if (!read_file (catalogue, path, shown, error))
      return NULL;
  }
  g_ptr_array_sort (catalogue->themes, compare_themes);
  return g_steal_pointer (&catalogue);
}

void
ut_catalogue_free (UtCatalogue *catalogue) {
  if (catalogue == NULL)
    return;
  g_hash_table_unref (catalogue->by_key);
  g_ptr_array_unref (catalogue->indicators);
  g_ptr_array_unref (catalogue->themes);
  g_free (catalogue);
}

guint
ut_catalogue_count (const UtCatalogue *catalogue) {
  return catalogue->indicators->len;
}

const UtIndicator *
ut_catalogue_get (const UtCatalogue *catalogue, UtIndicatorId id) {
  return g_ptr_array_index (catalogue->indicators, id);
}

const UtIndicator *
ut_catalogue_find (const UtCatalogue *catalogue, const char *key) {
  return g_hash_table_lookup (catalogue->by_key, key);
}

guint
ut_catalogue_n_themes (const UtCatalogue *catalogue) {
  return catalogue->themes->len;
}

const UtTheme *
ut_catalogue_theme (const UtCatalogue *catalogue, guint i) {
  return g_ptr_array_index (catalogue->themes, i);
}

const UtTheme *
ut_catalogue_find_theme (const UtCatalogue *catalogue, const char *key) {
  for (guint i = 0; i < catalogue->themes->len; i++) {
    const UtTheme *theme = g_ptr_array_index (catalogue->themes, i);
    if (strcmp (theme->key, key) == 0)
      return theme;
  }
  return NULL;
}
