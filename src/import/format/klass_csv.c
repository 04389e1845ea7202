/* `klass-csv`: lists of codes from Statistics Norway's Klass: codes, changes, correspondences. No figures: every column
 * is a label. */
#include <string.h>

#include "base/text.h"
#include "import/format/formats.h"
#include "import/shape/grid.h"
#include "import/shape/headings.h"

static const char *const code_headings[] = { "code", "parentCode", "level", "name", "shortName", NULL };
static const char *const change_headings[] = { "oldCode", "oldName", "newCode", "newName", NULL };
static const char *const correspondence_headings[] = { "sourceCode", "sourceName", "targetCode", "targetName", NULL };

static gboolean
is_klass_row (const char *const *cells, guint n_cells) {
  gboolean pair = n_cells == 2 && ut_headings_have (cells, "code") && ut_headings_have (cells, "name");
  return pair || ut_headings_count (cells, code_headings) >= 3 || ut_headings_count (cells, change_headings) >= 2
         || ut_headings_count (cells, correspondence_headings) >= 2;
}

/* "0101 - Halden", also with no-break spaces. */
static gboolean
is_code_and_name (const char *cell) {
  gsize n_digits = strspn (cell, "0123456789");
  const char *at = cell + n_digits;
  if (n_digits < 2 || n_digits > 4)
    return FALSE;
  while (*at == ' ' || g_str_has_prefix (at, "\xc2\xa0"))
    at += *at == ' ' ? 1 : 2;
  return *at == '-' && at > cell + n_digits;
}

/* Two columns of codes with their names, side by side, and at most a mark after them. */
static gboolean
is_pair_row (const char *const *cells, guint n_cells) {
  return (n_cells == 2 || n_cells == 3) && is_code_and_name (cells[0]) && is_code_and_name (cells[1]);
}

/* "kommuner_2019" */
static gboolean
names_vintage (const char *heading) {
  static const char *const words[] = { "kommune", "fylke", "region", "bydel", "municipal", "count" };
  g_autofree char *folded = ut_text_fold (heading);
  gsize length = strlen (folded);
  gboolean dated = length > 4 && strspn (folded + length - 4, "0123456789") == 4;
  for (gsize i = 0; dated && i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_vintage_row (const char *const *cells, guint n_cells) {
  return (n_cells == 2 || n_cells == 3) && names_vintage (cells[0]) && names_vintage (cells[1]);
}

gboolean
ut_klass_csv_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                   GError **error) {
  static const UtGridFormat format = { .notation = &ut_notation_ssb, .line_records = TRUE, .short_rows = TRUE };
  return ut_grid_read (path, hints, &format, sink, form, error);
}

int
ut_klass_csv_detect (const UtFileHead *head) {
  guint line;
  g_auto (GStrv) headings = ut_headings_find (head->text, is_klass_row, &line);
  if (headings != NULL)
    return 95;
  g_auto (GStrv) vintages = ut_headings_find (head->text, is_vintage_row, &line);
  g_auto (GStrv) pair = ut_headings_find (head->text, is_pair_row, &line);
  return vintages != NULL && pair != NULL ? 80 : 0;
}
