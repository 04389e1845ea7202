#include <utsyn/assess.h>

struct UtShown {
  GHashTable *keys; /* "indicator|region|period", and the same with "|value" */
  UtTable *table;
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
  ut_table_free (published->table);
  g_free (published);
}

static char *
key_of (const char *indicator, const char *region, const char *period) {
  return g_strjoin ("|", indicator, region, period, NULL);
}

static char *
value_key (const char *key, double value) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strjoin ("|", key, g_ascii_formatd (digits, sizeof digits, "%.9g", value), NULL);
}

void
ut_shown_add (UtShown *published, const char *indicator, const char *region, const char *period, double value) {
  char *key = key_of (indicator, region, period);
  g_hash_table_add (published->keys, value_key (key, value));
  g_hash_table_add (published->keys, key);
}

UtShowing
ut_shown_find (const UtShown *published, const char *indicator, const char *region, UtPeriod period, double value) {
  g_autofree char *when = ut_period_format (period, UT_LANGUAGE_EN);
  g_autofree char *key = key_of (indicator, region, when), *with_value = value_key (key, value);
  if (!g_hash_table_contains (published->keys, key))
    return UT_SHOWING_NEVER;
  return g_hash_table_contains (published->keys, with_value) ? UT_SHOWING_SAME : UT_SHOWING_OTHER;
}

void
ut_shown_take_table (UtShown *published, UtTable *table) {
  ut_table_free (published->table);
  published->table = table;
}

const UtTable *
ut_shown_table (const UtShown *published) {
  return published->table;
}
