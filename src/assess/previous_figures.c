#include <utsyn/assess.h>

struct UtPreviousFigures {
  GHashTable *keys; /* "indicator|region|period", and the same with "|value" */
  UtTable *table;
};

UtPreviousFigures *
ut_previous_figures_new (void) {
  UtPreviousFigures *previous = g_new0 (UtPreviousFigures, 1);
  previous->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return previous;
}

void
ut_previous_figures_free (UtPreviousFigures *previous) {
  if (previous == NULL)
    return;
  g_hash_table_unref (previous->keys);
  ut_table_free (previous->table);
  g_free (previous);
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
ut_previous_figures_add (UtPreviousFigures *previous, const char *indicator, const char *region, const char *period,
                         double value) {
  char *key = key_of (indicator, region, period);
  g_hash_table_add (previous->keys, value_key (key, value));
  g_hash_table_add (previous->keys, key);
}

UtPreviousFigure
ut_previous_figures_find (const UtPreviousFigures *previous, const char *indicator, const char *region, UtPeriod period,
                          double value) {
  g_autofree char *when = ut_period_format (period, UT_LANGUAGE_EN);
  g_autofree char *key = key_of (indicator, region, when), *with_value = value_key (key, value);
  if (!g_hash_table_contains (previous->keys, key))
    return UT_PREVIOUS_FIGURE_NONE;
  return g_hash_table_contains (previous->keys, with_value) ? UT_PREVIOUS_FIGURE_SAME : UT_PREVIOUS_FIGURE_OTHER;
}

void
ut_previous_figures_take_table (UtPreviousFigures *previous, UtTable *table) {
  ut_table_free (previous->table);
  previous->table = table;
}

const UtTable *
ut_previous_figures_table (const UtPreviousFigures *previous) {
  return previous->table;
}
