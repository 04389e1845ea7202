#include <utsyn/error.h>

#include <string.h>

#include "base/i18n.h"

#define MOST_COMPLAINTS 100

G_DEFINE_QUARK (utsyn - error, ut_error)

int
ut_error_exit_code (const GError *error) {
  if (error == NULL)
    return 0;
  if (error->domain == UT_ERROR)
    return error->code;
  return error->domain == G_OPTION_ERROR ? UT_ERROR_USAGE : UT_ERROR_IO;
}

static guint
count_lines (const char *message) {
  guint n = 1;
  for (const char *end = strchr (message, '\n'); end != NULL; end = strchr (end + 1, '\n'))
    n++;
  return n;
}

void
ut_error_join (GError **error, GError *more) {
  g_autoptr (GError) last = more;
  if (error == NULL)
    return;
  if (*error == NULL) {
    *error = g_steal_pointer (&last);
    return;
  }
  guint n = count_lines ((*error)->message);
  if (n > MOST_COMPLAINTS)
    return;
  char *all = g_strconcat ((*error)->message, "\n", n < MOST_COMPLAINTS ? last->message : _ ("… and more"), NULL);
  g_free ((*error)->message);
  (*error)->message = all;
}

guint
ut_error_count (const GError *error, guint *n_files) {
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);
  guint n = g_strv_length (lines);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (files, g_strndup (lines[i], strcspn (lines[i], ":")));
  *n_files = g_hash_table_size (files);
  return n > MOST_COMPLAINTS ? 0 : n;
}
