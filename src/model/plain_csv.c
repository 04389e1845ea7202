#include "model/plain_csv.h"

#include <string.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include <utsyn/error.h>

static gboolean
read_rows (char **lines, const char *path, guint n_cells, UtPlainRow row, gpointer user, GError **error) {
  for (guint i = 1; lines[i] != NULL; i++) {
    if (*lines[i] == '\0')
      continue;
    g_auto (GStrv) cells = g_strsplit (lines[i], ";", -1);
    guint n = g_strv_length (cells);
    if (n != n_cells) {
      ut_error_set (error, UT_ERROR_DEFINITION,
                    ut_trn (ut_language_messages (), "%1$s:%2$u: %3$u cell, but the header has %4$u",
                            "%1$s:%2$u: %3$u cells, but the header has %4$u", n),
                    path, i + 1, n, n_cells);
      return FALSE;
    }
    if (!row (user, cells, path, i + 1, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_utf8 (const char *text, gsize length, const char *path, GError **error) {
  const char *end;
  if (g_utf8_validate (text, (gssize) length, &end))
    return TRUE;
  guint line = 1, column = 1;
  for (const char *at = text; at < end; at = g_utf8_next_char (at)) {
    column = *at == '\n' ? 1 : column + 1;
    line += *at == '\n';
  }
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:%2$u:%3$u: the byte %4$02x is no UTF-8; save the file as UTF-8"),
                path, line, column, (guint) (guchar) *end);
  return FALSE;
}

gboolean
ut_plain_csv_read (const char *dir, const char *name, const char *header, UtPlainRow row, gpointer user,
                   GError **error) {
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) trouble = NULL;
  gsize length;
  if (!ut_input_read (path, &text, &length, &trouble)) {
    ut_error_set (error, UT_ERROR_IO, "%s: %s", path, ut_reason_error (trouble));
    return FALSE;
  }
  if (!check_utf8 (text, length, path, error))
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  if (lines[0] == NULL || strcmp (lines[0], header) != 0) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s:1: the header must be %2$s"), path, header);
    return FALSE;
  }
  g_auto (GStrv) headings = g_strsplit (header, ";", -1);
  return read_rows (lines, path, g_strv_length (headings), row, user, error);
}
