#include "import/format/udir_columns.h"

#include <string.h>

#include "base/text.h"
#include "import/label/period.h"
#include "import/label/region.h"
#include "import/shape/headings.h"

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

/* A workbook, or a program that saved one as CSV, has numbers: 301 and 3 for Oslo. */
static gboolean
is_place_code (const char *cell, gsize n_digits) {
  return is_code (cell, n_digits) || (*cell != '0' && is_code (cell, n_digits - 1));
}

/* "Alle kommuner", "Alle skoler": the row is above that level. */
static gboolean
is_named (const char *cell) {
  return *cell != '\0' && g_ascii_strncasecmp (cell, "alle ", 5) != 0;
}

/* What a row says of its place. */
typedef struct {
  const char *number, *unit;
  const char *code; /* of the deepest level that has one; "" */
  const char *name; /* as the columns of names have it at that level; NULL: there is no such column */
} Row;

static const char *
find_name (const char *const *labels, const int *columns, int level) {
  return columns[level] >= 0 ? cell_of (labels, columns, level) : NULL;
}

static Row
read_row (const char *const *labels, const int *columns) {
  static const int units[] = { SCHOOL, UNIT, KINDERGARTEN };
  const char *municipality_code = cell_of (labels, columns, MUNICIPALITY_CODE);
  const char *county_code = cell_of (labels, columns, COUNTY_CODE);
  const char *municipality = find_name (labels, columns, MUNICIPALITY), *county = find_name (labels, columns, COUNTY);
  Row row = { .number = cell_of (labels, columns, NUMBER), .unit = "", .code = "" };
  for (gsize i = 0; i < G_N_ELEMENTS (units) && *row.unit == '\0'; i++)
    row.unit = cell_of (labels, columns, units[i]);
  if (is_place_code (municipality_code, 4)) {
    row.code = municipality_code;
    row.name = municipality;
  } else if (is_place_code (county_code, 2)) {
    row.code = county_code;
    row.name = county;
  } else if (municipality != NULL && is_named (municipality)) {
    row.name = municipality;
  } else {
    row.name = county != NULL ? county : municipality;
  }
  return row;
}

/* "Oslo kommune", "Telemark fylkeskommune": they have a number as their schools have. */
static gboolean
is_owner (const char *unit) {
  g_autofree char *folded = ut_text_fold (unit);
  return g_str_has_suffix (folded, "kommune");
}

static gboolean
is_school (const char *name) {
  static const char *const words[] = { "skole",    "skule",  "skuvl",  "school",     "barnehage",    "trinn",
                                       "oppvekst", "læring", "senter", "montessori", "undervisning", "steiner" };
  g_autofree char *folded = ut_text_fold (name);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the unit is the place itself: of its name, or of one of its names ("Troms - Romsa - Tromssa"). */
static gboolean
is_place_itself (const char *unit, const char *place) {
  UtRegionLabel of_unit, of_place;
  ut_region_label_read (unit, &of_unit);
  ut_region_label_read (place, &of_place);
  gboolean same = of_unit.kind != UT_LABEL_NAME;
  if (!same && of_place.name != NULL) {
    g_autofree char *name = ut_text_fold (of_unit.name), *whole = ut_text_fold (of_place.name);
    g_auto (GStrv) names = g_strsplit (whole, " - ", -1);
    same = strcmp (name, whole) == 0 || g_strv_contains ((const char *const *) names, name);
  }
  ut_region_label_clear (&of_unit);
  ut_region_label_clear (&of_place);
  return same;
}

/* A school, whether it has a number or not, must not be taken for the municipality it lies in or is called as. */
static gboolean
is_below (const Row *row) {
  gboolean numbered = is_code (row->number, 9);
  if (!is_named (row->unit) || (numbered && !is_owner (row->unit)))
    return numbered;
  /* The number is the municipality's or the county's own, or the name is compared with the code later. */
  if ((*row->number != '\0' && !numbered) || (*row->code != '\0' && is_owner (row->unit)))
    return FALSE;
  return is_school (row->unit) || (row->name != NULL && !is_place_itself (row->unit, row->name));
}

/* The deepest level whose code is filled, with its name beside it to be compared. EnhetNivaa would not do: 3 is a
 * municipality in compulsory school and a school in upper secondary. */
static void
derive_place (const char *const *labels, const int *columns, char *text, gsize n_bytes) {
  const Row row = read_row (labels, columns);
  gboolean by_unit = row.name == NULL || (*row.code != '\0' && is_named (row.unit) && is_owner (row.unit));
  const char *name = by_unit ? row.unit : row.name;
  gboolean has_levels = row.name != NULL || columns[MUNICIPALITY_CODE] >= 0 || columns[COUNTY_CODE] >= 0;
  if (is_below (&row) && is_code (row.number, 9))
    g_snprintf (text, n_bytes, "%s %s", row.number, row.unit);
  else if (is_below (&row))
    g_snprintf (text, n_bytes, UT_LABEL_BELOW "%s", row.unit);
  else if (*row.code != '\0')
    g_snprintf (text, n_bytes, "%s%s %s", strlen (row.code) % 2 == 1 ? "0" : "", row.code, is_named (name) ? name : "");
  else
    g_strlcpy (text, is_named (name) || !has_levels ? name : "Nasjonalt", n_bytes);
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
  g_autofree char *folded = ut_text_fold (column->heading);
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

/* Headings */

const UtGridFormat ut_udir_grid_format = { .notation = &ut_notation_udir,
                                           .line_records = TRUE,
                                           .decide = decide,
                                           .split_heading = split_heading,
                                           .derived_heading = "Enhet",
                                           .derive = derive_place,
                                           .derived_from = sources };

static gboolean
has_period_first (const char *const *cells) {
  for (; *cells != NULL; cells++) {
    g_autofree char *contents = NULL, *period = NULL;
    if (split_heading (*cells, &contents, &period))
      return TRUE;
  }
  return FALSE;
}

gboolean
ut_udir_are_headings (const char *const *cells, guint n_cells) {
  (void) n_cells;
  guint n_units = ut_headings_count (cells, unit_headings);
  return n_units >= 2 || (n_units == 1 && has_period_first (cells)) || ut_headings_count (cells, long_headings) == 3;
}

gboolean
ut_udir_are_only_udirs (const char *const *cells) {
  return ut_headings_have (cells, "Nasjonaltkode");
}
