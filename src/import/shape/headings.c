#include "import/shape/headings.h"

#include <stdio.h>
#include <string.h>

#include "base/input.h"
#include "base/text.h"
#include "import/bytes/decode.h"
#include "import/bytes/line_ends.h"

#define HEAD_BYTES (64 * 1024)
/* Titles above a heading row are few. */
#define SEARCHED_LINES 10
#define MAX_CELLS      20000

static char *
clean (const char *cell) {
  char *trimmed = ut_text_trim (cell);
  gsize length = strlen (trimmed);
  if (length >= 2 && trimmed[0] == '"' && trimmed[length - 1] == '"') {
    trimmed[length - 1] = '\0';
    char *inside = ut_text_trim (trimmed + 1);
    g_free (trimmed);
    return inside;
  }
  return trimmed;
}

static char **
cut_line (const char *line, const char *separator) {
  char **cells = g_strsplit (line, separator, MAX_CELLS);
  for (char **cell = cells; *cell != NULL; cell++) {
    char *cleaned = clean (*cell);
    g_free (*cell);
    *cell = cleaned;
  }
  return cells;
}

static char **
try_line (const char *line, UtHeadingsTest test) {
  static const char *const separators[] = { ";", "\t", ",", "|" };
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++) {
    g_auto (GStrv) cells = cut_line (line, separators[i]);
    guint n = g_strv_length (cells);
    if (n > 1 && test ((const char *const *) cells, n))
      return g_steal_pointer (&cells);
  }
  return NULL;
}

char **
ut_headings_find (const char *text, UtHeadingsTest test, guint *line) {
  const char *at = text;
  for (*line = 1; *line <= SEARCHED_LINES && *at != '\0'; (*line)++) {
    gsize length = strcspn (at, "\n");
    g_autofree char *one = g_utf8_make_valid (at, (gssize) length);
    char **cells = try_line (one, test);
    if (cells != NULL)
      return cells;
    at += length + (at[length] == '\n');
  }
  return NULL;
}

char **
ut_headings_peek (const char *path, UtHeadingsTest test, guint *line) {
  FILE *file = ut_input_stream (path, NULL);
  if (file == NULL)
    return NULL;
  g_autofree char *bytes = g_malloc (HEAD_BYTES);
  gsize n_bytes = fread (bytes, 1, HEAD_BYTES, file);
  fclose (file);
  const char *encoding;
  g_autoptr (GString) text = ut_decode (bytes, n_bytes, &encoding);
  ut_line_ends_mend (text);
  return ut_headings_find (text->str, test, line);
}

gboolean
ut_headings_have (const char *const *cells, const char *heading) {
  for (const char *const *cell = cells; *cell != NULL; cell++)
    if (ut_text_equal_folded (*cell, heading))
      return TRUE;
  return FALSE;
}

guint
ut_headings_count (const char *const *cells, const char *const *list) {
  guint n = 0;
  for (const char *const *heading = list; *heading != NULL; heading++)
    n += ut_headings_have (cells, *heading);
  return n;
}
