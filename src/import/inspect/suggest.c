#include <math.h>
#include <string.h>
#include <utsyn/dataset.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "import/inspect/suggest_column.h"
#include "import/inspect/suggest_heading.h"
#include "import/label/heading_words.h"
#include "import/label/notation.h"
#include "import/label/period.h"
#include "model/dataset_files.h"

/* What YAML does not take as it is (YAML 1.1, 5.1). */
static gboolean
is_special (gunichar c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff || (c & 0xfffe) == 0xfffe;
}

/* A double-quoted YAML scalar. */
static char *
quote (const char *text) {
  GString *quoted = g_string_new ("\"");
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    if (character == '"' || character == '\\')
      g_string_append_c (quoted, '\\');
    if (is_special (character))
      g_string_append_printf (quoted, "\\U%08x", character);
    else
      g_string_append_unichar (quoted, character);
  }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/* A folder's name from a file's: small letters, digits and hyphens. */
static char *
make_id (const char *path) {
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *ascii = g_str_to_ascii (base, "nb");
  GString *id = g_string_new (NULL);
  char *dot = strrchr (ascii, '.');
  if (dot != NULL)
    *dot = '\0';
  for (const char *c = ascii; *c != '\0'; c++) {
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append (id, "dataset");
  return g_string_free (id, FALSE);
}

/* Next year's file is called otherwise, but ends the same way. Nothing where a dataset takes such files anyway. */
static void
add_files (GString *yaml, const char *base) {
  g_auto (GStrv) usual = ut_dataset_files_usual ();
  const UtDataset dataset = { .patterns = usual };
  const char *dot = strrchr (base, '.');
  g_autofree char *pattern = g_strconcat ("*", dot != NULL ? dot : "", NULL), *quoted = quote (pattern);
  if (!ut_dataset_takes (&dataset, base))
    g_string_append_printf (yaml, "files: [%s]\n", quoted);
}

/* "20220621-1350_Poeng" is next year's sheet when its digits are left open: "*-*_Poeng". NULL when another table would
 * be meant too. */
static char *
open_title (const UtInspection *inspection, const char *title) {
  g_autoptr (GString) pattern = g_string_new (NULL);
  for (const char *at = title; *at != '\0';) {
    gsize n = strspn (at, "0123456789");
    g_string_append_len (pattern, n >= 4 ? "*" : at, n >= 4 ? 1 : (gssize) MAX (n, 1));
    at += MAX (n, 1);
  }
  guint n_meant = 0;
  for (guint i = 0; i < inspection->tables->len; i++) {
    const UtInspectTable *table = g_ptr_array_index (inspection->tables, i);
    n_meant += table->title != NULL && g_pattern_match_simple (pattern->str, table->title);
  }
  return n_meant == 1 ? g_string_free (g_steal_pointer (&pattern), FALSE) : NULL;
}

static const UtInspectDimension *
find_role (const UtInspectTable *table, const char *role) {
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    if (strcmp (dimension->role, role) == 0)
      return dimension;
  }
  return NULL;
}

static void
add_region (GString *yaml, const UtInspectDimension *region) {
  if (region == NULL) {
    g_string_append_printf (yaml, "    # region: %s\n", _ ("no column of places was found: name it"));
    return;
  }
  g_autofree char *name = quote (region->name);
  gboolean foreign = ut_inspect_places_are_foreign (&region->places);
  g_string_append_printf (yaml, "    region: %s%s%s\n", name, foreign ? " # " : "",
                          foreign ? _ ("none of them is a place in Norway") : "");
}

/* A year in the name of the file is all that some files say; years on both sides of a hyphen are a span. */
static char *
find_year (const char *path) {
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GRegex) regex
      = g_regex_new ("(?<![0-9])((?:19|20)[0-9]{2}(?:[-_](?:19|20)[0-9]{2})?)(?![0-9])", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  return g_regex_match (regex, base, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* The length in years of the periods that a dimension's labels are; 0 when one of them is none. */
static int
years_of (const UtInspectDimension *dimension) {
  int years = 0;
  for (guint i = 0; i < dimension->labels->len; i++) {
    UtPeriod period;
    UtPeriodForm form;
    if (!ut_period_cell_read (g_ptr_array_index (dimension->labels, i), &period, &form))
      return 0;
    years = MAX (years, period.last_year - period.first_year + 1);
  }
  return years;
}

/* The column of periods; when the file was published or fetched is no period of what it counts. */
static const UtInspectDimension *
find_time (const UtInspectTable *table) {
  const UtInspectDimension *period = find_role (table, "period");
  if (period == NULL || ut_heading_kind (period->name) != UT_HEADING_EDITION)
    return period;
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *other = g_ptr_array_index (table->dimensions, i);
    if (*other->role == '\0' && *other->name != '\0' && other->n_labels > 0 && years_of (other) > 0
        && ut_heading_kind (other->name) != UT_HEADING_EDITION)
      return other;
  }
  return NULL;
}

/* A year beside "2021-2023" is only the end of it. */
static const UtInspectDimension *
find_period (const UtInspectTable *table) {
  const UtInspectDimension *period = find_time (table);
  for (guint i = 0; period != NULL && i < table->dimensions->len; i++) {
    const UtInspectDimension *other = g_ptr_array_index (table->dimensions, i);
    if (other->follows_period && *other->name != '\0' && other->n_labels == period->n_labels
        && years_of (other) > years_of (period))
      period = other;
  }
  return period;
}

/* A column of months or quarters beside one of years; NULL when there is none. */
static const char *
find_part_of_year (const UtInspectTable *table, const UtInspectDimension *period) {
  if (period == NULL || period->first.kind == UT_PERIOD_MONTHS)
    return NULL;
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    if (dimension != period && ut_suggest_names_part_of_year (dimension->name))
      return dimension->name;
  }
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    if (ut_suggest_names_part_of_year (column->name))
      return column->name;
  }
  return NULL;
}

/* The column of the other end of a span of years; NULL when the period is no end of one. */
static const UtInspectDimension *
find_other_end (const UtInspectTable *table, const UtInspectDimension *period) {
  for (guint i = 0; period != NULL && i < table->dimensions->len; i++) {
    const UtInspectDimension *other = g_ptr_array_index (table->dimensions, i);
    if (other != period && years_of (other) > 0 && ut_heading_are_ends (period->name, other->name))
      return other;
  }
  return NULL;
}

/* Of two columns of years, by the first row. */
static gboolean
begins_later (const UtInspectDimension *one, const UtInspectDimension *other) {
  UtPeriod first, second;
  return ut_period_label_read (g_ptr_array_index (one->labels, 0), &first)
         && ut_period_label_read (g_ptr_array_index (other->labels, 0), &second)
         && ut_period_compare (first, second) > 0;
}

static void
add_two_columns (GString *yaml, const char *first, const char *second) {
  g_autofree char *one = quote (first), *other = quote (second);
  g_string_append_printf (yaml, "    period: {column: [%s, %s]}\n", one, other);
}

/* What the file does not say must be filled in: no guess passes for an answer. */
static void
add_unknown_period (GString *yaml, const char *why) {
  g_string_append_printf (yaml, "    period: {fixed: \"" UT_DATASET_UNKNOWN "\"} # %s\n", why);
}

/* The one column that is headed as a figure, whatever else has numbers; else the one most likely to be it. */
static const UtInspectColumn *
find_figure (const UtInspectTable *table, gboolean *several) {
  const UtInspectColumn *likely = ut_suggest_figure (table, several), *headed = NULL;
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    if (column->n_figures == 0 || ut_heading_kind (column->contents) != UT_HEADING_FIGURE)
      continue;
    if (headed != NULL && strcmp (headed->contents, column->contents) != 0)
      return likely;
    headed = headed != NULL ? headed : column;
  }
  return headed != NULL ? headed : likely;
}

/* "Januar" above figures: they are not of the whole period that the table names. */
static gboolean
is_month (const UtInspectColumn *column) {
  UtPeriod period;
  g_autofree char *dated = column != NULL ? g_strconcat (column->name, " 2000", NULL) : NULL;
  return dated != NULL && column->period == NULL && ut_period_label_read (dated, &period)
         && period.kind == UT_PERIOD_MONTHS;
}

static void
add_period (GString *yaml, const UtInspectTable *table, const char *path) {
  gboolean several;
  const UtInspectColumn *figure = find_figure (table, &several);
  const UtInspectDimension *period = find_period (table);
  const UtInspectColumn *first = table->columns->len > 0 ? g_ptr_array_index (table->columns, 0) : NULL;
  const char *part = find_part_of_year (table, period);
  const UtInspectDimension *end = find_other_end (table, period);
  g_autofree char *year = find_year (path);
  UtPeriod of_sheet;
  if (is_month (figure)) {
    g_autofree char *why = g_strdup_printf (
        _ ("the file has parts of years, '%s': fill in which one is read, such as 2024M06"), figure->name);
    add_unknown_period (yaml, why);
  } else if (part != NULL && *period->name != '\0') {
    add_two_columns (yaml, period->name, part);
  } else if (end != NULL) {
    gboolean later = begins_later (period, end);
    add_two_columns (yaml, later ? end->name : period->name, later ? period->name : end->name);
  } else if (period != NULL && *period->name != '\0') {
    g_autofree char *name = quote (period->name);
    g_string_append_printf (yaml, "    period: {column: %s}\n", name);
  } else if (first != NULL && first->period != NULL) {
    g_string_append (yaml, "    period: {header: true}\n");
  } else if (table->title != NULL && ut_period_label_read (table->title, &of_sheet)) {
    g_string_append_printf (yaml, "    period: {fixed: \"%s\"}\n", table->title);
  } else if (year != NULL) {
    g_autofree char *why = g_strdup_printf (_ ("fill in; the name of the file says %s"), year);
    add_unknown_period (yaml, why);
  } else {
    add_unknown_period (yaml, _ ("the file does not say: fill in"));
  }
}

static gboolean
is_total (const char *label) {
  static const char *const words[] = { "alle", "alt", "all", "begge", "both", "samlet", "total", "totalt", NULL };
  g_autofree char *folded = g_utf8_casefold (label, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " ,.-_()", -1);
  for (char **part = parts; *part != NULL; part++)
    if (g_strv_contains (words, *part))
      return TRUE;
  return FALSE;
}

static gboolean
has_empty (const UtInspectDimension *dimension) {
  for (guint i = 0; i < dimension->labels->len; i++)
    if (*(const char *) g_ptr_array_index (dimension->labels, i) == '\0')
      return TRUE;
  return FALSE;
}

/* A row that has no place lacks other cells as well: there an empty cell says nothing. */
static gboolean
empty_is_total (const UtInspectTable *table, const UtInspectDimension *dimension) {
  const UtInspectDimension *region = find_role (table, "region"), *period = find_role (table, "period");
  UtHeadingKind kind = ut_heading_kind (dimension->name);
  return (kind == UT_HEADING_PART || kind == UT_HEADING_GROUP) && has_empty (dimension) && region != NULL
         && !has_empty (region) && (period == NULL || !has_empty (period));
}

/* The total if there is one, be it that nothing stands there, else the first; NULL when there is no label. No part of a
 * municipality may stand for the whole. */
static const char *
choose_label (const UtInspectTable *table, const UtInspectDimension *dimension) {
  const char *chosen = NULL;
  for (guint i = 0; i < dimension->labels->len; i++) {
    const char *label = g_ptr_array_index (dimension->labels, i);
    if (is_total (label))
      return label;
    if (chosen == NULL && *label != '\0')
      chosen = label;
  }
  if (empty_is_total (table, dimension))
    return "";
  return ut_heading_kind (dimension->name) == UT_HEADING_PART ? UT_DATASET_UNKNOWN : chosen;
}

/* Of columns with one name only the first can be chosen from by name. */
static gboolean
is_named_before (const UtInspectTable *table, guint dimension) {
  const char *name = ((const UtInspectDimension *) g_ptr_array_index (table->dimensions, dimension))->name;
  for (guint i = 0; i < dimension; i++)
    if (g_str_equal (((const UtInspectDimension *) g_ptr_array_index (table->dimensions, i))->name, name))
      return TRUE;
  return FALSE;
}

/* Why figures of a row are hidden, as FHI tells it: no choice, for the hidden ones are to be read too. */
static gboolean
is_flag (const char *heading) {
  static const char *const words[] = { "flag", "flagg", "spvflagg", NULL };
  g_autofree char *folded = g_utf8_casefold (heading, -1);
  return g_strv_contains (words, folded);
}

static gboolean
has_total (const UtInspectDimension *dimension) {
  for (guint i = 0; i < dimension->labels->len; i++)
    if (is_total (g_ptr_array_index (dimension->labels, i)))
      return TRUE;
  return FALSE;
}

static gboolean
names_name (const char *heading) {
  g_autofree char *folded = g_utf8_casefold (heading, -1);
  return g_str_has_suffix (folded, "navn") || g_str_has_suffix (folded, "namn") || g_str_has_suffix (folded, "name");
}

/* One label a place may be the place's name or county; a school may have been in two municipalities. Where one of them
 * is a total, or the heading names groups, figures of different groups stand side by side. */
static gboolean
is_settled (const UtInspectTable *table, const UtInspectDimension *dimension) {
  const UtInspectDimension *region = find_role (table, "region");
  gboolean names_region = ut_heading_names_region (dimension->name);
  if (dimension->follows_place && (names_region || names_name (dimension->name)))
    return TRUE;
  if (names_region && region != NULL && region->places.n_below > 0)
    return TRUE;
  return (dimension->follows_place || dimension->follows_period) && !has_total (dimension)
         && ut_heading_kind (dimension->name) != UT_HEADING_GROUP;
}

/* Numbers below no heading count the rows, or were left beside the table. */
static gboolean
is_count_of_rows (const UtInspectDimension *dimension) {
  for (guint i = 0; i < dimension->labels->len; i++) {
    const char *label = g_ptr_array_index (dimension->labels, i);
    if (*label != '\0' && !ut_number_is_written (label))
      return FALSE;
  }
  return ut_heading_is_number (dimension->name);
}

static gboolean
must_be_chosen (const UtInspectTable *table, guint i) {
  const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
  return dimension->role[0] == '\0' && dimension->n_labels > 1 && dimension->name[0] != '\0'
         && !is_settled (table, dimension) && dimension != find_period (table) && !is_named_before (table, i)
         && !is_flag (dimension->name) && !is_count_of_rows (dimension);
}

static void
add_choice (GString *select, const char *heading, const char *chosen) {
  g_autofree char *name = quote (heading), *label = quote (chosen);
  g_string_append_printf (select, "%s%s: %s", select->len > 0 ? ", " : "", name, label);
}

/* What place and period do not settle must be chosen. */
static void
add_select (GString *yaml, const UtInspectTable *table) {
  g_autoptr (GString) select = g_string_new (NULL);
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    const char *chosen = must_be_chosen (table, i) ? choose_label (table, dimension) : NULL;
    if (chosen != NULL)
      add_choice (select, dimension->name, chosen);
  }
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    if (column->least < column->greatest && ut_suggest_is_group (column) && !is_flag (column->name))
      add_choice (select, column->name, column->first);
  }
  if (select->len > 0)
    g_string_append_printf (yaml, "    select: {%s} # %s\n", select->str,
                            _ ("totals where there are any, else the first: choose"));
}

static gboolean
are_fractions (const UtInspectColumn *column) {
  return column->least >= 0 && column->greatest <= 1
         && (column->least != floor (column->least) || column->greatest != floor (column->greatest));
}

static void
add_value (GString *yaml, const UtInspectTable *table) {
  gboolean several;
  const UtInspectColumn *column = find_figure (table, &several);
  if (column == NULL) {
    g_string_append_printf (yaml, "    value: \"" UT_DATASET_UNKNOWN "\" # %s\n",
                            _ ("the file has no column of figures: name what to read"));
    return;
  }
  const char *heading = column->period != NULL ? column->contents : column->name;
  g_autofree char *value = quote (heading);
  /* Headings that are years and nothing else have no name to give. */
  if (*heading != '\0')
    g_string_append_printf (yaml, "    value: %s%s%s\n", value, several ? " # " : "",
                            several ? _ ("one of several columns of figures: choose") : "");
  if (are_fractions (column))
    g_string_append_printf (yaml, "    as: fraction # %s\n", _ ("the figures are from 0 to 1: read as per cent"));
}

static void
add_form (GString *yaml, const UtInspection *inspection, const UtInspectTable *table) {
  static const char *const marks[] = { [UT_DECIMAL_POINT] = "point", [UT_DECIMAL_COMMA] = "comma" };
  G_STATIC_ASSERT (G_N_ELEMENTS (marks) == UT_N_DECIMAL_MARKS);
  if (inspection->other_decimal)
    g_string_append_printf (yaml, "decimal: %s\n", marks[1 - inspection->decimal]);
  /* The only sheet with figures needs no name. */
  if (table->title != NULL && inspection->tables->len > 1) {
    g_autofree char *open = open_title (inspection, table->title);
    g_autofree char *title = quote (open != NULL ? open : table->title);
    g_string_append_printf (yaml, "sheets: [%s]\n", title);
  }
}

/* The table with most figures is most likely what is wanted, of those with places. */
static const UtInspectTable *
choose_table (const UtInspection *inspection) {
  const UtInspectTable *best = g_ptr_array_index (inspection->tables, 0);
  for (guint i = 1; i < inspection->tables->len; i++) {
    const UtInspectTable *table = g_ptr_array_index (inspection->tables, i);
    gboolean places = find_role (table, "region") != NULL, had_places = find_role (best, "region") != NULL;
    gboolean larger = table->n_rows * table->columns->len > best->n_rows * best->columns->len;
    if (places != had_places ? places : larger)
      best = table;
  }
  return best;
}

static void
add_known (GString *yaml, const char *key, const char *text) {
  if (text != NULL)
    g_string_append_printf (yaml, "%s: %s\n", key, text);
  else
    g_string_append_printf (yaml, "%s: \"" UT_DATASET_UNKNOWN "\" # %s\n", key, _ ("fill in"));
}

/* Our own names need no quotes, a file's may. */
static char *
write_source (const UtInspection *inspection) {
  if (inspection->source == NULL || ut_notation_of_source (inspection->source) != NULL)
    return g_strdup (inspection->source);
  return quote (inspection->source);
}

char *
ut_inspection_suggest (const UtInspection *inspection, const char *path) {
  g_autofree char *id = make_id (path), *base = g_path_get_basename (path);
  g_autofree char *file = quote (base), *source = write_source (inspection);
  GString *yaml = g_string_new (NULL);
  g_string_append_printf (yaml, "id: %s # %s\n", id, _ ("the folder must have the same name"));
  add_known (yaml, "source", source);
  g_string_append_printf (yaml, "title: %s\n", file);
  add_known (yaml, "licence", inspection->licence);
  g_string_append_printf (yaml, "format: %s\nboundaries: auto\n", inspection->format);
  if (inspection->tables->len == 0) {
    g_string_append_printf (yaml, "# %s\n", _ ("the file has no table with figures"));
    return g_string_free (yaml, FALSE);
  }
  const UtInspectTable *table = choose_table (inspection);
  const UtInspectDimension *region = find_role (table, "region");
  add_form (yaml, inspection, table);
  add_files (yaml, base);
  g_string_append (yaml, "observations:\n");
  g_string_append_printf (yaml, "  - indicator: indicator-id # %s\n", _ ("fill in: utsyn list indicators"));
  add_region (yaml, region);
  add_period (yaml, table, path);
  add_select (yaml, table);
  add_value (yaml, table);
  return g_string_free (yaml, FALSE);
}
