#include "import/label/code_columns.h"

#include <string.h>

/* Municipalities of all years are fewer. */
#define MOST_CODES 2000

UtCodeColumns *
ut_code_columns_new (guint n_columns) {
  UtCodeColumns *columns = g_new0 (UtCodeColumns, 1);
  columns->n_columns = n_columns;
  columns->texts = g_new0 (GHashTable *, n_columns + 1);
  columns->ruled_out = g_new0 (gboolean, n_columns + 1);
  return columns;
}

void
ut_code_columns_free (UtCodeColumns *columns) {
  if (columns == NULL)
    return;
  for (guint i = 0; i < columns->n_columns; i++)
    g_clear_pointer (&columns->texts[i], g_hash_table_unref);
  g_free (columns->texts);
  g_free (columns->ruled_out);
  g_free (columns);
}

gboolean
ut_code_columns_note (UtCodeColumns *columns, guint column, const char *text) {
  GHashTable **texts = &columns->texts[column];
  if (*text == '\0' || (*texts != NULL && g_hash_table_contains (*texts, text)))
    return FALSE;
  if (*texts == NULL)
    *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n = strspn (text, "0123456789");
  columns->ruled_out[column] = (n != 3 && n != 4) || text[n] != '\0' || g_hash_table_size (*texts) == MOST_CODES;
  g_hash_table_add (*texts, g_strdup (text));
  return !columns->ruled_out[column];
}
