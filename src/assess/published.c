#include <utsyn/assess.h>

#include <math.h>

struct UtPublished {
  GHashTable *values; /* key -> double */
};

UtPublished *
ut_published_new (void) {
  UtPublished *published = g_new0 (UtPublished, 1);
  published->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return published;
}

void
ut_published_free (UtPublished *published) {
  if (published == NULL)
    return;
  g_hash_table_unref (published->values);
  g_free (published);
}

static char *
key_of (const char *indicator, const char *region, UtPeriod period) {
  g_autofree char *when = ut_period_format (period, UT_LANGUAGE_EN);
  return g_strjoin ("|", indicator, region, when, NULL);
}

void
ut_published_add (UtPublished *published, const char *indicator, const char *region, UtPeriod period, double value) {
  if (!isnan (value))
    g_hash_table_insert (published->values, key_of (indicator, region, period), g_memdup2 (&value, sizeof value));
}

gboolean
ut_published_has (const UtPublished *published, const char *indicator, const char *region, UtPeriod period,
                  double value) {
  g_autofree char *key = key_of (indicator, region, period);
  const double *shown = g_hash_table_lookup (published->values, key);
  return shown != NULL && fabs (*shown - value) <= 1e-9 * fmax (1, fabs (value));
}
