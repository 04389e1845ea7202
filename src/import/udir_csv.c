/* `udir-csv`: exports of the Directorate for Education's statistics bank, wide with the period first in the heading
 * ("2022-23.Engelsk.5. årstrinn.Alle kjønn.Skalapoeng"), and Skoleporten's long table. */
#include <string.h>

#include "base/text.h"
#include "import/formats.h"
#include "import/grid.h"
#include "import/headings.h"
#include "import/period_label.h"
#include "import/region_label.h"

enum { COUNTY_CODE, COUNTY, MUNICIPALITY_CODE, MUNICIPALITY, NUMBER, UNIT, KINDERGARTEN, SCHOOL, N_SOURCES };

static const char *const sources[N_SOURCES + 1] = { [COUNTY_CODE] = "Fylkekode",           [COUNTY] = "Fylke",
                                                    [MUNICIPALITY_CODE] = "Kommunekode",   [MUNICIPALITY] = "Kommune",
                                                    [NUMBER] = "Organisasjonsnummer",      [UNIT] = "EnhetNavn",
                                                    [KINDERGARTEN] = "Barnehageenhetnavn", [SCHOOL] = "Enhetsnavn" };

static const char *const unit_headings[]
    = { "Nasjonaltkode", "Fylkekode",           "Kommunekode", "Organisasjonsnummer", "EnhetNavn", "Barnehageenhetnavn",
        "EnhetNivaa",    "BarnehageenhetNivaa", NULL };
static const char *const long_headings[] = { "Enhetsnavn", "Periode", "Verdi", NULL };

#define BREAK_SUFFIX ".Brudd"

static gboolean
split_heading (const char *heading, char **contents, char **period) {
  const char *dot = strchr (heading, '.');
  UtPeriod parsed;
  if (dot == NULL || dot[1] == '\0')
    return FALSE;
  g_autofree char *first = g_strstrip (g_strndup (heading, (gsize) (dot - heading)));
  if (!ut_period_label_read (first, &parsed))
    return FALSE;
  *period = g_steal_pointer (&first);
  *contents = ut_text_trim (dot + 1);
  return TRUE;
}

/* Place */

static const char *
cell_of (const char *const *labels, const int *columns, int source) {
  const char *cell = columns[source] >= 0 ? labels[columns[source]] : NULL;
  return cell != NULL ? cell : "";
}

/* Digits of just that many, not all zero: "0000" and "00" stand where a row is above that level. */
static gboolean
is_code (const char *cell, gsize n_digits) {
  return strlen (cell) == n_digits && strspn (cell, "0123456789") == n_digits && strspn (cell, "0") < n_digits;
}

/* "Alle kommuner", "Alle skoler": the row is above that level. */
static gboolean
is_named (const char *cell) {
  return *cell != '\0' && g_ascii_strncasecmp (cell, "alle ", 5) != 0;
}

/* A school without a number must not be taken for the municipality it lies in; "Oslo kommune" is Oslo. */
static gboolean
is_below (const char *unit, const char *municipality, const char *county) {
  UtRegionLabel parts;
  if (!is_named (unit))
    return FALSE;
  ut_region_label_read (unit, &parts);
  gboolean below = parts.kind == UT_LABEL_NAME && !g_str_has_prefix (municipality, parts.name)
                   && !g_str_has_prefix (county, parts.name);
  ut_region_label_clear (&parts);
  return below;
}

static gboolean
is_school (const char *name) {
  static const char *const words[] = { "skole",    "skule",  "skuvl",  "school",     "barnehage",    "trinn",
                                       "oppvekst", "læring", "senter", "montessori", "undervisning", "steiner" };
  g_autofree char *folded = ut_fold_name (name);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
derive_named (const char *unit, const char *municipality, const char *county, char *text, gsize n_bytes) {
  if (is_below (unit, municipality, county))
    g_snprintf (text, n_bytes, UT_LABEL_BELOW "%s", unit);
  else if (is_named (municipality))
    g_strlcpy (text, municipality, n_bytes);
  else
    g_strlcpy (text, is_named (county) ? county : "Nasjonalt", n_bytes);
}

/* The deepest level whose code is filled. EnhetNivaa would not do: 3 is a municipality in compulsory school and a
 * school in upper secondary. */
static void
derive_place (const char *const *labels, const int *columns, char *text, gsize n_bytes) {
  const char *number = cell_of (labels, columns, NUMBER), *school = cell_of (labels, columns, SCHOOL);
  const char *municipality = cell_of (labels, columns, MUNICIPALITY), *county = cell_of (labels, columns, COUNTY);
  const char *municipality_code = cell_of (labels, columns, MUNICIPALITY_CODE);
  const char *county_code = cell_of (labels, columns, COUNTY_CODE);
  const char *unit = cell_of (labels, columns, columns[UNIT] >= 0 ? UNIT : KINDERGARTEN);
  if (columns[SCHOOL] >= 0)
    g_snprintf (text, n_bytes, "%s%s", is_school (school) ? UT_LABEL_BELOW : "", school);
  else if (is_code (number, 9))
    g_snprintf (text, n_bytes, "%s %s", number, unit);
  else if (*number == '\0' && is_below (unit, municipality, county))
    g_snprintf (text, n_bytes, UT_LABEL_BELOW "%s", unit);
  else if (is_code (municipality_code, 4))
    g_snprintf (text, n_bytes, "%s %s", municipality_code, municipality);
  else if (is_code (county_code, 2))
    g_snprintf (text, n_bytes, "%s %s", county_code, county);
  else if (columns[MUNICIPALITY_CODE] < 0 && columns[COUNTY_CODE] < 0)
    derive_named (unit, municipality, county, text, n_bytes);
  else
    g_strlcpy (text, "Nasjonalt", n_bytes);
  g_strchomp (text);
}

/* Columns */

/* The column itself with the ending, else the figure before it that shares all but the last part of the heading. */
static int
find_broken (const UtGridColumn *columns, guint n_columns, guint mark) {
  const char *heading = columns[mark].heading;
  gsize length = strlen (heading) - strlen (BREAK_SUFFIX);
  for (guint i = 0; i < n_columns; i++)
    if (strlen (columns[i].heading) == length && strncmp (columns[i].heading, heading, length) == 0)
      return (int) i;
  for (guint step = 1; step < n_columns; step++) {
    guint candidates[] = { mark >= step ? mark - step : n_columns, mark + step };
    for (gsize k = 0; k < G_N_ELEMENTS (candidates); k++) {
      guint i = candidates[k];
      if (i < n_columns && columns[i].is_value && strncmp (columns[i].heading, heading, length + 1) == 0
          && strchr (columns[i].heading + length + 1, '.') == NULL)
        return (int) i;
    }
  }
  return -1;
}

/* Nothing but the figures themselves, in a table without periods in its headings. */
static gboolean
is_plain_figure (const UtGridColumn *column) {
  static const char *const endings[]
      = { "kode", "nivaa", "nivå", "nummer", "navn", "trinn", "raderside", "radertotalt" };
  g_autofree char *folded = ut_fold_name (column->heading);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return FALSE;
  return ut_grid_is_numeric (column) && !column->is_label && !column->names_region && !column->names_period;
}

static void
decide (UtGridColumn *columns, guint n_columns) {
  gboolean wide = FALSE, verdi = FALSE;
  for (guint i = 0; i < n_columns; i++) {
    wide = wide || columns[i].has_period;
    verdi = verdi || ut_text_equal_folded (columns[i].heading, "Verdi");
  }
  for (guint i = 0; i < n_columns; i++) {
    UtGridColumn *column = &columns[i];
    column->is_value = wide    ? column->has_period && !g_str_has_suffix (column->heading, BREAK_SUFFIX)
                       : verdi ? ut_text_equal_folded (column->heading, "Verdi")
                               : is_plain_figure (column);
  }
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].has_period && g_str_has_suffix (columns[i].heading, BREAK_SUFFIX))
      columns[i].break_of = find_broken (columns, n_columns, i);
}

/* Format */

static gboolean
is_heading_row (const char *const *cells, guint n_cells) {
  (void) n_cells;
  return ut_headings_count (cells, unit_headings) >= 2 || ut_headings_count (cells, long_headings) == 3;
}

/* Titles stand above the headings of files from statistikkportalen. */
gboolean
ut_udir_csv_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form,
                  GError **error) {
  static const UtGridFormat format = { .profile = &ut_profile_udir,
                                       .line_records = TRUE,
                                       .decide = decide,
                                       .split_heading = split_heading,
                                       .derived_heading = "Enhet",
                                       .derive = derive_place,
                                       .derived_from = sources };
  UtReadHints found = *hints;
  guint line;
  g_auto (GStrv) headings = hints->header_row == 0 ? ut_headings_peek (path, is_heading_row, &line) : NULL;
  if (headings != NULL)
    found.header_row = line;
  return ut_grid_read (path, &found, &format, sink, form, error);
}

int
ut_udir_csv_detect (const UtFileHead *head) {
  guint line;
  g_auto (GStrv) headings = ut_headings_find (head->text, is_heading_row, &line);
  return headings != NULL ? 95 : 0;
}
