/* `fhi-csv`: FHI's statistics as CSV, labels (csv2) or codes (csv3), and the cubes behind the profiles. The measures
 * are known by FHI's names for them – TELLER, NEVNER, RATE, SMR, MEIS … – or by a column that says which measure a row
 * has; everything else is a dimension. */
#include <string.h>

#include "base/text.h"
#include "import/bytes/content.h"
#include "import/format/formats.h"
#include "import/label/heading_words.h"
#include "import/shape/grid.h"
#include "import/shape/headings.h"

/* Which measure the row has; the figure stands to the right. */
static const char *const measure_types[] = { "MEASURE_TYPE", "Måltall", "Måltal", NULL };

static gboolean
is_listed (const char *const *list, const char *heading) {
  for (; *list != NULL; list++)
    if (ut_text_equal_folded (heading, *list))
      return TRUE;
  return FALSE;
}

/* "sumTELLER_uprikk" and "RATE.n" are measures as TELLER and RATE are. */
static char *
bare_measure (const char *heading) {
  static const char *const endings[] = { ".f", ".a", ".n", "_uprikk" };
  gsize skipped = g_str_has_prefix (heading, "sum") ? 3 : 0;
  char *bare = g_strdup (heading + skipped);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (bare, endings[i]))
      bare[strlen (bare) - strlen (endings[i])] = '\0';
  return bare;
}

/* By code, or in FHI's words: "per 1000, standardisert". */
static gboolean
is_measure (const char *heading) {
  static const char *const codes[] = { "TELLER",     "NEVNER", "RATE",    "SMR",   "MEIS",  "MALTALL", "NORM",
                                       "PREDTELLER", "ANTALL", "PROSENT", "ANDEL", "VALUE", NULL };
  static const char *const words[] = { "andel (", "prosent (", "prosent, ", "per 1000", "per 100 000", "antall (" };
  g_autofree char *bare = bare_measure (heading), *folded = ut_text_fold (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (folded, words[i]))
      return TRUE;
  return is_listed (codes, bare);
}

/* What no other source has: FHI's abbreviations, capitals and flags. */
static gboolean
is_of_fhi (const char *heading) {
  static const char *const any_case[] = { "MEIS", "SMR", "SPVFLAGG", NULL };
  static const char *const capitals[] = { "TELLER", "NEVNER", "RATE", NULL };
  g_autofree char *bare = bare_measure (heading);
  return is_listed (any_case, bare) || is_listed (measure_types, heading) || g_strv_contains (capitals, bare);
}

static gboolean
is_heading_row (const char *const *cells, guint n_cells) {
  gboolean region = FALSE, period = FALSE, of_fhi = FALSE;
  for (guint i = 0; i < n_cells; i++) {
    region = region || ut_heading_names_region (cells[i]);
    period = period || ut_heading_names_period (cells[i]);
    of_fhi = of_fhi || is_of_fhi (cells[i]);
  }
  gboolean by_codes = ut_headings_have (cells, "GEO") && ut_headings_have (cells, "AAR");
  return n_cells > 2 && region && period && (by_codes || of_fhi);
}

int
ut_fhi_csv_detect (const UtFileHead *head) {
  guint line;
  if (ut_content_of (head) != UT_CONTENT_TEXT)
    return 0;
  g_auto (GStrv) headings = ut_headings_find (head->text, is_heading_row, &line);
  return headings != NULL && line <= 2 ? 85 : 0;
}

static gboolean
may_be_measure (const UtGridColumn *column) {
  return !column->is_label && !column->names_region && !column->names_period && ut_grid_holds_figures (column);
}

/* Measures that are not known by name stand right of all that cannot be one. */
static guint
find_last_dimension (const UtGridColumn *columns, guint n_columns) {
  static const char *const numbered[] = { "KJONN",   "KJØNN", "KJOENN", "ALDER",    "UTDANN", "INNVKAT",
                                          "LANDBAK", "SOES",  "TRINN",  "SPVFLAGG", "FLAG",   NULL };
  guint n = 0;
  for (guint i = 0; i < n_columns; i++)
    if (!may_be_measure (&columns[i]) || is_listed (numbered, columns[i].heading))
      n = i + 1;
  return n;
}

static void
find_measures (UtGridColumn *columns, guint n_columns) {
  gboolean named = FALSE;
  guint type = n_columns;
  for (guint i = 0; i < n_columns; i++) {
    columns[i].is_value = !columns[i].is_label && is_measure (columns[i].heading);
    named = named || columns[i].is_value;
    type = type == n_columns && is_listed (measure_types, columns[i].heading) ? i : type;
  }
  if (named)
    return;
  if (type < n_columns) {
    for (guint i = type + 1; i < n_columns && !columns[i - 1].is_value; i++)
      columns[i].is_value = may_be_measure (&columns[i]);
    return;
  }
  for (guint i = find_last_dimension (columns, n_columns); i < n_columns; i++)
    columns[i].is_value = TRUE;
}

gboolean
ut_fhi_csv_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form, GError **error) {
  static const UtGridFormat format = { .notation = &ut_notation_fhi, .decide = find_measures };
  return ut_grid_read (path, hints, &format, sink, form, error);
}
