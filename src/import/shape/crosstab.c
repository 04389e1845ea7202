#include <string.h>

#include "import/label/cell.h"
#include "import/label/heading_words.h"
#include "import/label/odd_cell.h"
#include "import/label/period.h"
#include "import/label/region.h"
#include "import/shape/crosstab.h"

#define SAMPLED_ROWS     200
#define MAX_HEADING_ROWS 12
/* What a row is shows in its first cells. */
#define SAMPLED_COLUMNS 1000

gboolean
ut_crosstab_is_period (const char *cell) {
  UtPeriod period;
  return g_ascii_isalnum (*cell) ? ut_period_label_read (cell, &period)
                                 : *cell == '(' && ut_period_label_read (cell, &period);
}

gboolean
ut_crosstab_is_place (const char *cell) {
  UtRegionLabel label;
  ut_region_label_read (cell, &label);
  gboolean country = label.kind == UT_LABEL_COUNTRY
                     && (label.name != NULL ? ut_region_label_names_country (label.name) : !g_ascii_isdigit (*cell));
  gboolean place = country || (label.kind == UT_LABEL_CODE && ut_region_label_is_marked_code (cell));
  ut_region_label_clear (&label);
  return place && !ut_crosstab_is_period (cell);
}

static guint
sampled_width (const UtSheet *sheet, guint row) {
  return MIN (ut_sheet_row (sheet, row)->n_cells, SAMPLED_COLUMNS);
}

/* Right of the first column. */
typedef struct {
  guint n_filled, n_figures, n_periods; /* periods are figures too: 2024 */
} RowContent;

static RowContent
look_at_row (const UtSheet *sheet, guint row) {
  RowContent content = { 0 };
  for (guint i = 1; i < sampled_width (sheet, row); i++) {
    const char *cell = ut_sheet_cell (sheet, row, i);
    gboolean figure = ut_cell_is_figure (cell);
    content.n_filled += *cell != '\0';
    content.n_figures += figure;
    content.n_periods += figure && ut_crosstab_is_period (cell);
  }
  return content;
}

/* Rows of headings */

static gboolean
has_place (const UtSheet *sheet, guint row) {
  for (guint i = 1; i < sampled_width (sheet, row); i++)
    if (ut_crosstab_is_place (ut_sheet_cell (sheet, row, i)))
      return TRUE;
  return FALSE;
}

/* The row above, be there years without figures between. */
static guint
find_above (const UtSheet *sheet, guint row) {
  guint above = row - 1;
  while (above > 0 && ut_crosstab_is_period (ut_sheet_cell (sheet, above, 0)) && ut_sheet_count (sheet, above, 1) == 0)
    above--;
  return above;
}

/* Figures that may all be years make a row of headings, unless a place stands before them, years above them, or places
 * above them and "0 år" before them. */
static gboolean
is_data (const UtSheet *sheet, guint row) {
  const RowContent content = look_at_row (sheet, row), above = look_at_row (sheet, find_above (sheet, row));
  const char *label = ut_sheet_cell (sheet, row, 0), *over = ut_sheet_cell (sheet, row - 1, 0);
  if (ut_cell_is_figure (label) && !ut_crosstab_is_period (label) && (*over == '\0' || ut_cell_is_figure (over)))
    return FALSE;
  if (content.n_figures == 0)
    return FALSE;
  if (content.n_figures == content.n_periods)
    return ut_crosstab_is_place (label) || (above.n_filled > 0 && above.n_filled == above.n_periods && *label != '\0')
           || (ut_crosstab_is_period (label) && above.n_periods == 0 && above.n_filled > 0)
           || (g_ascii_isdigit (*label) && has_place (sheet, row - 1));
  return content.n_figures * 2 >= content.n_filled || (*label != '\0' && above.n_filled >= content.n_filled);
}

static gboolean
has_repeats (const UtSheet *sheet, guint row) {
  for (guint i = 2; i < sampled_width (sheet, row); i++)
    if (*ut_sheet_cell (sheet, row, i) != '\0'
        && strcmp (ut_sheet_cell (sheet, row, i), ut_sheet_cell (sheet, row, i - 1)) == 0)
      return TRUE;
  return FALSE;
}

/* Groups stand over headings: fewer of them, or the same again, or years, or with nothing over the first column. One
 * alone must be a year or a place, for it may be part of a title. */
static gboolean
is_group_row (const UtSheet *sheet, guint row, guint n_headings) {
  guint n_periods = 0, n_places = 0, n = ut_sheet_count (sheet, row, 1);
  for (guint i = 1; i < sampled_width (sheet, row); i++) {
    n_periods += ut_crosstab_is_period (ut_sheet_cell (sheet, row, i));
    n_places += n < 2 && ut_crosstab_is_place (ut_sheet_cell (sheet, row, i));
  }
  if (n < 2)
    return n_periods + n_places > 0;
  return n < n_headings || has_repeats (sheet, row) || n_periods == n
         || (n == n_headings && *ut_sheet_cell (sheet, row, 0) == '\0');
}

/* Up over labels that stand alone below headings: a year without figures. */
static guint
climb_labels (const UtSheet *sheet, guint data) {
  guint row = data;
  while (row > 1 && *ut_sheet_cell (sheet, row - 1, 0) != '\0' && ut_sheet_count (sheet, row - 1, 1) == 0)
    row--;
  gboolean below_data = row > 1 && is_data (sheet, row - 1);
  return ut_sheet_count (sheet, row - 1, 1) > 1 && !below_data ? row : data;
}

/* From the first row of data up. */
static gboolean
climb (UtCrosstab *table) {
  table->data = climb_labels (table->sheet, table->data);
  guint last = table->data;
  while (last > 0 && ut_sheet_count (table->sheet, last - 1, 0) == 0)
    last--;
  if (last == 0)
    return FALSE;
  guint n_lowest = ut_sheet_count (table->sheet, last - 1, 1);
  table->heading = last - 1;
  while (table->heading > 0 && last - table->heading < MAX_HEADING_ROWS
         && is_group_row (table->sheet, table->heading - 1, n_lowest))
    table->heading--;
  table->n_headings = last - table->heading;
  return TRUE;
}

/* Below the first: rows without any figure that is not a year too. */
static guint
count_headings (const UtSheet *sheet, guint first) {
  guint n = 1;
  for (; n <= MAX_HEADING_ROWS && first + n < sheet->rows->len; n++) {
    const RowContent content = look_at_row (sheet, first + n);
    if (content.n_filled == 0 || content.n_figures > content.n_periods || is_data (sheet, first + n))
      return n;
  }
  return 1;
}

static gboolean
take_given (UtCrosstab *table, const UtReadHints *hints) {
  const UtSheet *sheet = table->sheet;
  while (table->heading < sheet->rows->len && ut_sheet_row (sheet, table->heading)->line < hints->header_row)
    table->heading++;
  if (table->heading >= sheet->rows->len)
    return FALSE;
  table->n_headings = hints->header_rows != 0 ? hints->header_rows : count_headings (sheet, table->heading);
  table->data = table->heading + table->n_headings;
  return table->data <= sheet->rows->len;
}

gboolean
ut_crosstab_find_headings (UtCrosstab *table, const UtSheet *sheet, const UtReadHints *hints) {
  *table = (UtCrosstab){ .sheet = sheet, .place_row = -1 };
  gboolean found = hints != NULL && hints->header_row != 0 && take_given (table, hints);
  if (hints == NULL || hints->header_row == 0)
    for (table->data = 1; !found && table->data < sheet->rows->len; table->data += !found)
      found = is_data (sheet, table->data) && climb (table);
  for (guint k = 0; found && k < table->n_headings; k++)
    table->n_columns = MAX (table->n_columns, ut_sheet_row (sheet, table->heading + k)->n_cells);
  return found;
}

/* Cutting them */

static const char *
own_cell (const UtCrosstab *table, guint k, guint column) {
  return ut_sheet_cell (table->sheet, table->heading + k, column);
}

/* A group reaches over the empty cells after it, but neither into a group of a row above nor over a column without any
 * heading; the lowest headings are their own columns'. What stands over the first column is a title. */
static void
cut_headings (UtCrosstab *table) {
  g_autofree const char **carried = g_new (const char *, table->n_headings);
  table->parts = g_new (const char *, (gsize) table->n_headings * table->n_columns + 1);
  for (guint k = 0; k < table->n_headings; k++)
    carried[k] = "";
  for (guint i = 0; i < table->n_columns; i++) {
    gboolean afresh = *ut_crosstab_label (table, i) == '\0';
    for (guint k = 0; k < table->n_headings; k++) {
      const char *own = own_cell (table, k, i);
      gboolean is_lowest = k + 1 == table->n_headings;
      carried[k] = *own != '\0' ? own : afresh || is_lowest ? "" : carried[k];
      afresh = afresh || *own != '\0';
      table->parts[(gsize) k * table->n_columns + i] = carried[k];
      if (i == 0)
        carried[k] = "";
    }
  }
}

const char *
ut_crosstab_part (const UtCrosstab *table, guint k, guint column) {
  return table->parts[(gsize) k * table->n_columns + column];
}

const char *
ut_crosstab_label (const UtCrosstab *table, guint column) {
  for (guint k = table->n_headings; k > 0; k--)
    if (*own_cell (table, k - 1, column) != '\0')
      return own_cell (table, k - 1, column);
  return "";
}

void
ut_crosstab_clear (UtCrosstab *table) {
  g_clear_pointer (&table->parts, g_free);
}

/* What columns hold */

gboolean
ut_crosstab_holds_figures (const UtCrosstab *table, guint column) {
  guint n_filled = 0, n_figures = 0;
  for (guint r = table->data; r < table->sheet->rows->len && r < table->data + SAMPLED_ROWS; r++) {
    const char *cell = ut_sheet_cell (table->sheet, r, column);
    n_filled += *cell != '\0';
    n_figures += (ut_cell_is_figure (cell) || ut_odd_cell_is (cell)) && !(cell[0] == '0' && g_ascii_isdigit (cell[1]));
  }
  return n_figures > 0 && n_figures * 5 >= n_filled * 4;
}

/* Places */

static gboolean
is_given_label (const UtReadHints *hints, const char *heading) {
  return hints != NULL && hints->label_columns != NULL && g_strv_contains (hints->label_columns, heading);
}

/* Names of places cannot be known here, but what stands left of a place over figures is one too, as in
 * "Indikator;Fyresdal;Telemark;Landet". */
static gboolean
may_be_place (const UtCrosstab *table, const UtReadHints *hints, guint k, guint column) {
  const char *heading = ut_crosstab_part (table, k, column);
  return *heading != '\0' && !is_given_label (hints, heading)
         && !is_given_label (hints, ut_crosstab_label (table, column)) && !ut_crosstab_is_period (heading)
         && !ut_heading_names_period (heading) && !ut_heading_names_region (heading)
         && ut_crosstab_holds_figures (table, column);
}

/* Whether one of the first columns holds places: named so, unless years stand below it (it then names what stands
 * across), or by its cells. */
static gboolean
has_places_down (const UtCrosstab *table, guint n_labels, UtPlaces *places) {
  g_autofree const char **headings = g_new0 (const char *, n_labels + 1);
  for (guint i = 0; i < n_labels; i++) {
    headings[i] = "";
    if (ut_heading_names_region (ut_crosstab_label (table, i))
        && !ut_sheet_holds_periods (table->sheet, i, table->data))
      return TRUE;
  }
  return ut_sheet_find_region (table->sheet, headings, n_labels, table->data, places) >= 0;
}

/* "2021 Menn" beside "2021 Kvinner", or "2021 Antall" beside "2022 Antall": a year, though 2021 was a municipality too.
 */
static gboolean
shares_half (const char *heading, const char *other) {
  if (strspn (heading, "0123456789") != 4 || strspn (other, "0123456789") != 4)
    return FALSE;
  gboolean same_number = strncmp (heading, other, 4) == 0, same_rest = strcmp (heading + 4, other + 4) == 0;
  return same_number != same_rest;
}

static gboolean
is_year_of_something (const UtCrosstab *table, guint k, guint column) {
  const char *heading = own_cell (table, k, column);
  g_autofree char *contents = NULL, *period = NULL;
  return ut_period_heading_split (heading, &contents, &period)
         && (shares_half (heading, own_cell (table, k, column - 1))
             || shares_half (heading, own_cell (table, k, column + 1)));
}

static gboolean
is_marked_place (const UtCrosstab *table, guint k, guint column, UtPlaces *places) {
  const char *heading = own_cell (table, k, column);
  return ut_crosstab_is_place (heading) && !is_year_of_something (table, k, column)
         && (places == NULL || ut_places_know (places, heading));
}

/* "0", "03": the country or a county beside places of which there is no doubt, else an age, a grade or a month. */
static gboolean
is_small_number (const char *heading) {
  gsize n = strspn (heading, "0123456789");
  return (n == 1 || n == 2) && heading[n] == '\0';
}

/* The row of headings with most places known by code or as the country, and how many. */
static guint
find_marked_places (UtCrosstab *table, UtPlaces *places) {
  guint most = 0;
  for (guint k = 0; k < table->n_headings; k++) {
    guint n = 0, first = table->n_columns;
    for (guint i = table->n_columns; i > 1; i--)
      if (is_marked_place (table, k, i - 1, places)) {
        n++;
        first = i - 1;
      }
    while (n > 0 && first > 1 && is_small_number (own_cell (table, k, first - 1)))
      first--;
    if (n <= most)
      continue;
    most = n;
    table->place_row = (int) k;
    table->n_labels = first;
  }
  return most;
}

/* Left of the first place that was found. */
static void
take_places_before (UtCrosstab *table, const UtReadHints *hints) {
  while (table->n_labels > 1 && may_be_place (table, hints, (guint) table->place_row, table->n_labels - 1))
    table->n_labels--;
}

/* Beside places that are known, what is unknown may be one too: "Kostragr. 8". */
#define FEWEST_KNOWN 2

/* A name, or a code that is no age and no year. */
static gboolean
is_known_place (const char *heading, UtPlaces *places) {
  return *heading != '\0' && !is_small_number (heading) && !ut_crosstab_is_period (heading)
         && ut_places_know (places, heading);
}

/* The row of headings where at least half are places that are known, from the first of them on. FALSE where the columns
 * before them hold places as well: these are then what the figures are of. */
static gboolean
find_known_places (UtCrosstab *table, const UtReadHints *hints, UtPlaces *places) {
  for (guint k = 0; k < table->n_headings; k++) {
    guint n_known = 0, n_filled = 0, first = 0;
    for (guint i = 1; i < table->n_columns; i++) {
      const char *heading = own_cell (table, k, i);
      gboolean known = is_known_place (heading, places) && !is_given_label (hints, ut_crosstab_label (table, i));
      first = n_known == 0 ? i : first;
      n_known += known;
      n_filled += n_known > 0 && *heading != '\0';
    }
    gboolean only = n_known == 1 && n_filled == 1 && ut_sheet_holds_periods (table->sheet, 0, table->data);
    if ((n_known < FEWEST_KNOWN && !only) || n_known * 2 < n_filled)
      continue;
    for (guint i = 0; i < first; i++)
      if (ut_sheet_holds_places (table->sheet, i, table->data, places))
        return FALSE;
    table->place_row = (int) k;
    table->n_labels = first;
    take_places_before (table, hints);
    return TRUE;
  }
  return FALSE;
}

/* Years that are no figures: down the first column, or under no heading. */
static gboolean
is_year_column (const UtCrosstab *table, guint column) {
  return (column == 0 || *ut_crosstab_label (table, column) == '\0')
         && ut_sheet_holds_periods (table->sheet, column, table->data);
}

/* The columns before the first of figures that is no label; all of them when there is none. */
static guint
count_labels (const UtCrosstab *table, const UtReadHints *hints) {
  guint n = 0;
  while (n < table->n_columns
         && (is_given_label (hints, ut_crosstab_label (table, n))
             || ut_heading_names_region (ut_crosstab_label (table, n))
             || ut_heading_names_period (ut_crosstab_label (table, n)) || is_year_column (table, n)
             || !ut_crosstab_holds_figures (table, n)))
    n++;
  return n;
}

static gboolean
row_has_periods (const UtCrosstab *table, guint k, guint first) {
  for (guint i = first; i < table->n_columns; i++) {
    g_autofree char *contents = NULL, *period = NULL;
    if (ut_period_heading_split (own_cell (table, k, i), &contents, &period))
      return TRUE;
  }
  return FALSE;
}

/* A column headed as places that holds years: "Kommune;Skien;Vinje" over "2024;5;6". */
static gboolean
names_what_is_across (const UtCrosstab *table, guint n_labels) {
  for (guint i = 0; i < n_labels; i++)
    if (ut_heading_names_region (ut_crosstab_label (table, i)) && ut_sheet_holds_periods (table->sheet, i, table->data))
      return TRUE;
  return FALSE;
}

/* "0", "1", "2": ages, grades, months. */
static gboolean
row_is_small_numbers (const UtCrosstab *table, guint k, guint first) {
  for (guint i = first; i < table->n_columns; i++)
    if (*own_cell (table, k, i) != '\0' && !is_small_number (own_cell (table, k, i)))
      return FALSE;
  return TRUE;
}

static gboolean
may_be_names (const UtCrosstab *table, guint k, guint first) {
  return !row_has_periods (table, k, first) && !row_is_small_numbers (table, k, first);
}

/* The row of headings that may be names of places: the one whose label says so, or the only one. */
static int
find_named_row (const UtCrosstab *table, guint n_labels) {
  for (guint k = 0; k < table->n_headings; k++)
    for (guint i = 0; i < n_labels; i++)
      if (ut_heading_names_region (own_cell (table, k, i)) && may_be_names (table, k, n_labels))
        return (int) k;
  return table->n_headings == 1 && may_be_names (table, 0, n_labels) ? 0 : -1;
}

/* dataset.yaml calls the figures of a table with places across by one name. */
static gboolean
is_given_down (const UtReadHints *hints) {
  return hints->value_columns != NULL && hints->value_columns[0] != NULL
         && !g_strv_contains (hints->value_columns, UT_CROSSTAB_VALUE);
}

void
ut_crosstab_find_places (UtCrosstab *table, const UtReadHints *hints, UtPlaces *places) {
  cut_headings (table);
  if (hints != NULL && is_given_down (hints))
    return;
  guint n_marked = find_marked_places (table, places);
  if (n_marked >= 2 || (n_marked == 1 && !has_places_down (table, table->n_labels, NULL))) {
    take_places_before (table, hints);
    return;
  }
  table->place_row = -1;
  if (places != NULL && find_known_places (table, hints, places))
    return;
  guint n_labels = count_labels (table, hints);
  gboolean may_be_across = n_labels > 0 && n_labels < table->n_columns && !has_places_down (table, n_labels, places);
  if (!may_be_across)
    return;
  /* A format that only asks whether this is one of its files wants better proof than names that may be places. */
  if (hints == NULL && !names_what_is_across (table, n_labels))
    return;
  table->place_row = find_named_row (table, n_labels);
  table->n_labels = n_labels;
}
