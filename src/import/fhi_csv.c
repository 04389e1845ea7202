/* `fhi-csv`: FHI's statistics as CSV, labels (csv2) or codes (csv3), and the cubes behind the profiles: GEO, AAR, KJONN
 * … and the measures TELLER, NEVNER, RATE, SMR, MEIS. */
#include <string.h>

#include "base/text.h"
#include "import/formats.h"
#include "import/grid.h"
#include "import/headings.h"

static const char *const dimensions[]
    = { "GEO",     "AAR",     "KJONN",        "KJØNN",    "ALDER", "UTDANN", "UTDANNELSE", "SOES",
        "INNVKAT", "LANDBAK", "MEASURE_TYPE", "SPVFLAGG", "TRINN", "FLAG",   "STATUS",     NULL };

static gboolean
is_heading_row (const char *const *cells, guint n_cells) {
  return n_cells > 2 && ut_headings_have (cells, "GEO") && ut_headings_have (cells, "AAR");
}

int
ut_fhi_csv_detect (const UtFileHead *head) {
  guint line;
  if (head->length > 0 && (head->text[0] == '{' || head->text[0] == '['))
    return 0;
  g_auto (GStrv) headings = ut_headings_find (head->text, is_heading_row, &line);
  return headings != NULL && line <= 2 ? 85 : 0;
}

/* What is no known dimension and holds numbers is a measure. */
static void
find_measures (UtGridColumn *columns, guint n_columns) {
  for (guint i = 0; i < n_columns; i++) {
    gboolean dimension = columns[i].is_label || columns[i].names_region || columns[i].names_period;
    for (const char *const *name = dimensions; *name != NULL; name++)
      dimension = dimension || ut_text_equal_folded (columns[i].heading, *name);
    gboolean figures = columns[i].n_numbers + columns[i].n_signs == columns[i].n_filled && columns[i].n_codes == 0;
    columns[i].is_value = !dimension && figures;
  }
}

gboolean
ut_fhi_csv_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form, GError **error) {
  static const UtGridFormat format = { .profile = &ut_profile_fhi, .decide = find_measures };
  return ut_grid_read (path, hints, &format, sink, form, error);
}
