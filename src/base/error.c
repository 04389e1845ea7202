#include <utsyn/error.h>

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define MOST_COMPLAINTS 100

G_DEFINE_QUARK (utsyn - error, ut_error)

static G_GNUC_PRINTF (2, 0) GError *new_error (UtErrorCode code, const char *format, va_list arguments) {
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  GError *error = g_error_new_literal (UT_ERROR, (int) code, "");
  g_free (error->message);
  error->message = ut_text_clean (message, UT_TEXT_MESSAGE);
  return error;
}

GError *
ut_error_new (UtErrorCode code, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  GError *error = new_error (code, format, arguments);
  va_end (arguments);
  return error;
}

void
ut_error_set (GError **error, UtErrorCode code, const char *format, ...) {
  va_list arguments;
  va_start (arguments, format);
  g_propagate_error (error, new_error (code, format, arguments));
  va_end (arguments);
}

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
