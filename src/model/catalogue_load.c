/* The catalogue, from the files of indicators/ and of a report. */
#include "model/catalogue_store.h"

#include <string.h>

#include "base/folder.h"
#include "base/i18n.h"
#include "model/indicator_read.h"
#include <utsyn/error.h>

static const char *const report_keys[] = { "theme", "suppress", "indicators", NULL };
static const char *const theme_keys[] = { "theme", "name", "order", "introduction", "suppress", "indicators", NULL };

static gboolean
complain_taken (const UtYaml *yaml, const UtYamlNode *node, const char *id, const UtIndicator *known, GError **error) {
  if (strcmp (id, known->key) == 0)
    ut_yaml_complain (yaml, node, error, _ ("the indicator '%1$s' is already defined in %2$s:%3$u"), known->key,
                      known->file, known->line);
  else
    ut_yaml_complain (yaml, node, error, _ ("'%1$s' is a former id of '%2$s' in %3$s:%4$u"), id, known->key,
                      known->file, known->line);
  return FALSE;
}

/* An id of before leads to one indicator, and to none when it is another's today. */
static gboolean
add_former (UtCatalogue *catalogue, const UtYaml *yaml, const UtYamlNode *node, UtIndicator *indicator,
            GError **error) {
  const UtYamlNode *list = ut_yaml_find (node, "former");
  gboolean sound = TRUE;
  for (guint i = 0; indicator->former[i] != NULL; i++) {
    const UtYamlNode *item = list->kind == UT_YAML_SEQUENCE ? g_ptr_array_index (list->items, i) : list;
    const UtIndicator *known = ut_catalogue_find (catalogue, indicator->former[i]);
    if (known != NULL)
      sound = complain_taken (yaml, item, indicator->former[i], known, error);
    else
      g_hash_table_insert (catalogue->by_former, indicator->former[i], indicator);
  }
  return sound;
}

static gboolean
read_indicator (UtCatalogue *catalogue, const UtYaml *yaml, const UtYamlNode *node, const char *theme,
                const char *report, const UtSuppression *own, GError **error) {
  UtIndicator *indicator = ut_indicator_read (yaml, node, own, error);
  if (indicator == NULL)
    return FALSE;
  const UtIndicator *known = ut_catalogue_find (catalogue, indicator->key);
  if (known != NULL) {
    complain_taken (yaml, ut_yaml_find (node, "id"), indicator->key, known, error);
    ut_indicator_free (indicator);
    return FALSE;
  }
  indicator->id = (UtIndicatorId) catalogue->indicators->len;
  indicator->theme = g_strdup (theme);
  indicator->report = g_strdup (report);
  g_ptr_array_add (catalogue->indicators, indicator);
  g_hash_table_insert (catalogue->by_key, indicator->key, indicator);
  return add_former (catalogue, yaml, node, indicator, error);
}

static gboolean
read_order (const UtYaml *yaml, UtTheme *theme, GError **error) {
  int order = 0;
  if (!ut_yaml_read_integer_or (yaml, yaml->root, "order", 0, &order, error))
    return FALSE;
  theme->order = (guint) order;
  if (order >= 0)
    return TRUE;
  ut_yaml_complain (yaml, ut_yaml_find (yaml->root, "order"), error, _ ("%s cannot be negative"), "order");
  return FALSE;
}

static gboolean
read_key (const UtCatalogue *catalogue, const UtYaml *yaml, UtTheme *theme, GError **error) {
  if (!ut_id_read (yaml, yaml->root, "theme", &theme->key, error)) {
    theme->key = g_strdup (""); /* no id is empty */
    return FALSE;
  }
  const UtTheme *known = ut_catalogue_find_theme (catalogue, theme->key);
  if (known == NULL)
    return TRUE;
  ut_yaml_complain (yaml, ut_yaml_find (yaml->root, "theme"), error, _ ("the theme '%1$s' is already defined in %2$s"),
                    theme->key, known->file);
  return FALSE;
}

/* The head of a file. */
static gboolean
read_theme (UtCatalogue *catalogue, const UtYaml *yaml, UtTheme *theme, GError **error) {
  gboolean sound = ut_yaml_check_keys (yaml, yaml->root, theme_keys, error);
  theme->file = g_strdup (yaml->path);
  sound = read_key (catalogue, yaml, theme, error) && sound;
  g_ptr_array_add (catalogue->themes, theme);
  sound = ut_yaml_read_languages (yaml, yaml->root, "name", TRUE, &theme->name, error) && sound;
  sound = ut_yaml_read_languages (yaml, yaml->root, "introduction", FALSE, &theme->introduction, error) && sound;
  return read_order (yaml, theme, error) && sound;
}

/* What one report has belongs to the themes of all. */
static const char *
find_theme_key (const UtCatalogue *catalogue, const UtYaml *yaml, GError **error) {
  gboolean sound = ut_yaml_check_keys (yaml, yaml->root, report_keys, error);
  const char *key = ut_yaml_get_text (yaml, yaml->root, "theme", error);
  if (key == NULL || ut_catalogue_find_theme (catalogue, key) != NULL)
    return sound ? key : NULL;
  ut_yaml_complain (yaml, ut_yaml_find (yaml->root, "theme"), error, _ ("there is no theme '%s' in indicators"), key);
  return NULL;
}

/* Goes on past what is wrong: everything is reported at once. */
static gboolean
read_list (UtCatalogue *catalogue, const UtYaml *yaml, const char *theme, const char *report, GError **error) {
  gboolean sound = TRUE;
  const UtYamlNode *list = ut_yaml_find (yaml->root, "indicators");
  if (list == NULL || list->kind != UT_YAML_SEQUENCE) {
    ut_yaml_complain (yaml, list != NULL ? list : yaml->root, error, _ ("indicators must be a list"));
    return FALSE;
  }
  UtSuppression own;
  gboolean has_own = ut_yaml_find (yaml->root, "suppress") != NULL;
  sound = !has_own || ut_suppression_read (yaml, yaml->root, NULL, &own, error);
  for (guint i = 0; i < list->items->len; i++)
    sound = read_indicator (catalogue, yaml, g_ptr_array_index (list->items, i), theme, report, has_own ? &own : NULL,
                            error)
            && sound;
  return sound;
}

static gboolean
read_definitions (UtCatalogue *catalogue, const UtYaml *yaml, const char *report, GError **error) {
  if (report != NULL) {
    const char *key = find_theme_key (catalogue, yaml, error);
    return read_list (catalogue, yaml, key != NULL ? key : "", report, error) && key != NULL;
  }
  UtTheme *theme = g_new0 (UtTheme, 1);
  gboolean sound = read_theme (catalogue, yaml, theme, error);
  return read_list (catalogue, yaml, theme->key, NULL, error) && sound;
}

static gboolean
read_file (UtCatalogue *catalogue, const char *path, const char *shown, const char *report, GError **error) {
  g_autoptr (GError) fault = NULL;
  g_autoptr (UtYaml) yaml = ut_yaml_load (path, shown, &fault);
  if (yaml != NULL && yaml->root->kind != UT_YAML_MAPPING)
    ut_yaml_check_keys (yaml, yaml->root, report != NULL ? report_keys : theme_keys, &fault);
  else if (yaml != NULL && read_definitions (catalogue, yaml, report, &fault))
    return TRUE;
  ut_error_join (error, g_steal_pointer (&fault));
  return FALSE;
}

/* Every file of a folder, which complaints call `shown`. */
static gboolean
read_folder (UtCatalogue *catalogue, const char *dir, const char *shown, const char *report, GError **error) {
  guint n_before = catalogue->indicators->len;
  g_autoptr (GPtrArray) names = ut_folder_read (dir, shown, ".yaml", error);
  if (names == NULL)
    return FALSE;
  gboolean sound = ut_folder_check_names (dir, shown, error);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *path = g_build_filename (dir, name, NULL), *file = g_build_filename (shown, name, NULL);
    sound = read_file (catalogue, path, file, report, error) && sound;
  }
  return sound && ut_groups_resolve (catalogue, n_before, error) && ut_alternatives_resolve (catalogue, n_before, error)
         && ut_denominators_resolve (catalogue, n_before, error);
}

static int
compare_themes (gconstpointer a, gconstpointer b) {
  const UtTheme *left = *(UtTheme *const *) a, *right = *(UtTheme *const *) b;
  return left->order != right->order ? (left->order < right->order ? -1 : 1) : strcmp (left->key, right->key);
}

UtCatalogue *
ut_catalogue_load (const char *dir, GError **error) {
  g_autoptr (UtCatalogue) catalogue = ut_catalogue_new ();
  if (!g_file_test (dir, G_FILE_TEST_IS_DIR)) {
    ut_error_set (error, UT_ERROR_IO, _ ("%s: there is no such folder"), dir);
    return NULL;
  }
  g_autofree char *folder = g_path_get_basename (dir);
  if (!read_folder (catalogue, dir, folder, NULL, error))
    return NULL;
  g_ptr_array_sort (catalogue->themes, compare_themes);
  return g_steal_pointer (&catalogue);
}

gboolean
ut_catalogue_load_report (UtCatalogue *catalogue, const char *root, const char *report, GError **error) {
  g_autofree char *shown = g_build_filename ("reports", report, "indicators", NULL);
  g_autofree char *dir = g_build_filename (root, shown, NULL);
  return !g_file_test (dir, G_FILE_TEST_IS_DIR) || read_folder (catalogue, dir, shown, report, error);
}
