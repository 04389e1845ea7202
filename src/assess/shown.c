#include <utsyn/assess.h>

struct UtShown {
  GHashTable *keys; /* "indicator|region|period" */
};

UtShown *
ut_shown_new (void) {
  UtShown *published = g_new0 (UtShown, 1);
  published->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return published;
}

void
ut_shown_free (UtShown *published) {
  if (published == NULL)
    return;
  g_hash_table_unref (published->keys);
  g_free (published);
}

void
ut_shown_add (UtShown *published, const char *indicator, const char *region, const char *period) {
  g_hash_table_add (published->keys, g_strjoin ("|", indicator, region, period, NULL));
}

gboolean
ut_shown_has (const UtShown *published, const char *indicator, const char *region, UtPeriod period) {
  g_autofree char *when = ut_period_format (period, UT_LANGUAGE_EN);
  g_autofree char *key = g_strjoin ("|", indicator, region, when, NULL);
  return g_hash_table_contains (published->keys, key);
}
