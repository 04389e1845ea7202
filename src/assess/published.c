#include <utsyn/assess.h>

struct UtPublished {
  GHashTable *keys; /* "indicator|region|period" */
};

UtPublished *
ut_published_new (void) {
  UtPublished *published = g_new0 (UtPublished, 1);
  published->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return published;
}

void
ut_published_free (UtPublished *published) {
  if (published == NULL)
    return;
  g_hash_table_unref (published->keys);
  g_free (published);
}

void
ut_published_add (UtPublished *published, const char *indicator, const char *region, const char *period) {
  g_hash_table_add (published->keys, g_strjoin ("|", indicator, region, period, NULL));
}

gboolean
ut_published_has (const UtPublished *published, const char *indicator, const char *region, UtPeriod period) {
  g_autofree char *when = ut_period_format (period, UT_LANGUAGE_EN);
  g_autofree char *key = g_strjoin ("|", indicator, region, when, NULL);
  return g_hash_table_contains (published->keys, key);
}
