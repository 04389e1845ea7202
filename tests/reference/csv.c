#include "csv.h"

#include <math.h>

static void
strv_free (gpointer strv) {
  g_strfreev (strv);
}

Csv *
csv_read (const char *path) {
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  Csv *csv = g_new0 (Csv, 1);
  csv->rows = g_ptr_array_new_with_free_func (strv_free);
  csv->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) headings = g_strsplit (lines[0], ",", -1);
  for (guint i = 0; headings[i]; i++)
    g_hash_table_insert (csv->headings, g_strdup (headings[i]), GUINT_TO_POINTER (i + 1));
  for (guint i = 1; lines[i]; i++)
    if (*lines[i])
      g_ptr_array_add (csv->rows, g_strsplit (lines[i], ",", -1));
  return csv;
}

void
csv_free (Csv *csv) {
  g_ptr_array_unref (csv->rows);
  g_hash_table_unref (csv->headings);
  g_free (csv);
}

const char *
csv_text (const CsvRow *row, const char *heading) {
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (row->csv->headings, heading));
  if (column == 0)
    g_error ("no column '%s'", heading);
  GStrv cells = g_ptr_array_index (row->csv->rows, row->row);
  g_assert_cmpuint (g_strv_length (cells), >=, column);
  return cells[column - 1];
}

double
csv_number (const CsvRow *row, const char *heading) {
  const char *text = csv_text (row, heading);
  if (g_str_equal (text, "NA"))
    return NAN;
  char *end;
  double value = g_ascii_strtod (text, &end);
  g_assert_true (end != text && *end == '\0');
  return value;
}

double *
csv_series (const Csv *csv, const CsvRow *row, const char *heading, gsize *n) {
  double *values = g_new (double, csv->rows->len);
  *n = 0;
  for (guint i = 0; i < csv->rows->len; i++) {
    CsvRow other = { csv, i };
    if (g_str_equal (csv_text (&other, "case"), csv_text (row, "case")))
      values[(*n)++] = csv_number (&other, heading);
  }
  return values;
}
