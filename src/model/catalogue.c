#include "model/catalogue_store.h"

#include <string.h>

#include "base/i18n.h"
#include "model/indicator_read.h"

static void
theme_free (gpointer data) {
  UtTheme *theme = data;
  g_free (theme->key);
  g_free (theme->file);
  ut_text_clear (&theme->name);
  ut_text_clear (&theme->introduction);
  g_free (theme);
}

static void
free_indicator (gpointer indicator) {
  ut_indicator_free (indicator);
}

UtCatalogue *
ut_catalogue_new (void) {
  UtCatalogue *catalogue = g_new0 (UtCatalogue, 1);
  catalogue->indicators = g_ptr_array_new_with_free_func (free_indicator);
  catalogue->themes = g_ptr_array_new_with_free_func (theme_free);
  catalogue->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  catalogue->by_former = g_hash_table_new (g_str_hash, g_str_equal);
  return catalogue;
}

void
ut_catalogue_free (UtCatalogue *catalogue) {
  if (catalogue == NULL)
    return;
  g_hash_table_unref (catalogue->by_key);
  g_hash_table_unref (catalogue->by_former);
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
  const UtIndicator *indicator = g_hash_table_lookup (catalogue->by_key, key);
  return indicator != NULL ? indicator : g_hash_table_lookup (catalogue->by_former, key);
}

void
ut_indicator_report_former (const UtIndicator *indicator, const char *key, const char *file, guint line,
                            UtFindings *findings) {
  if (strcmp (indicator->key, key) != 0)
    ut_findings_add (findings, file, line, UT_FINDING_FORMER_ID, _ ("'%1$s' is now called '%2$s'"), key,
                     indicator->key);
}

gboolean
ut_indicator_is_for (const UtIndicator *indicator, const char *report) {
  return indicator->report == NULL || g_strcmp0 (indicator->report, report) == 0;
}

gboolean
ut_indicator_is_in_set (const UtIndicator *indicator, const char *set) {
  return g_strv_contains ((const char *const *) indicator->sets, set);
}

static int
compare_names (gconstpointer a, gconstpointer b) {
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
ut_catalogue_list_sets (const UtCatalogue *catalogue) {
  GPtrArray *sets = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < catalogue->indicators->len; i++) {
    const UtIndicator *indicator = g_ptr_array_index (catalogue->indicators, i);
    for (char **set = indicator->sets; *set != NULL; set++)
      if (g_hash_table_add (seen, *set))
        g_ptr_array_add (sets, *set);
  }
  g_ptr_array_sort (sets, compare_names);
  return sets;
}

void
ut_catalogue_mark_unread (UtCatalogue *catalogue, const char *key) {
  UtIndicator *indicator = (UtIndicator *) ut_catalogue_find (catalogue, key);
  if (indicator != NULL)
    indicator->unread = TRUE;
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
