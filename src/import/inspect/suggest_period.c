#include "import/inspect/suggest_period.h"

#include <string.h>

#include "base/i18n.h"
#include "import/inspect/suggest_column.h"
#include "import/inspect/suggest_heading.h"
#include "import/inspect/suggest_text.h"
#include "import/label/period.h"

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
  const UtInspectDimension *period = ut_suggest_find_role (table, "period");
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

/* "Januar" above figures: they are not of the whole period that the table names. */
static gboolean
is_month (const UtInspectColumn *column) {
  UtPeriod period;
  g_autofree char *dated = column != NULL ? g_strconcat (column->name, " 2000", NULL) : NULL;
  return dated != NULL && column->period == NULL && ut_period_label_read (dated, &period)
         && period.kind == UT_PERIOD_MONTHS;
}

/* A year, a school year or a span of years, and what part of the year may follow. */
char *
ut_suggest_year_in_name (const char *path) {
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GRegex) regex = g_regex_new (
      "(?<![0-9])((?:19|20)[0-9]{2}(?:(?:[-_](?:(?:19|20)[0-9]{2}|[0-9]{2})|[KMU][0-9]{1,2}))?)(?![0-9])", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  return g_regex_match (regex, base, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* "2026-04" is a month, "2022-23" a school year. */
static char *
read_year_in_name (const char *path) {
  g_autofree char *found = ut_suggest_year_in_name (path);
  UtPeriod period;
  if (found == NULL)
    return NULL;
  g_strdelimit (found, "_", '-');
  return ut_period_label_read (found, &period) ? ut_period_format (period, UT_LANGUAGE_EN) : NULL;
}

static char *
two_columns (const char *first, const char *second) {
  g_autofree char *one = ut_suggest_quote (first), *other = ut_suggest_quote (second);
  return g_strdup_printf ("{column: [%s, %s]}", one, other);
}

static char *
one_column (const char *heading) {
  g_autofree char *name = ut_suggest_quote (heading);
  return g_strdup_printf ("{column: %s}", name);
}

/* Whether the headings have one period between them. */
static gboolean
is_one_period (const UtInspectTable *table) {
  const char *first = NULL;
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    if (first != NULL && g_strcmp0 (first, column->period) != 0)
      return FALSE;
    first = first != NULL ? first : column->period;
  }
  return first != NULL;
}

static void
set_column (UtSuggestedPeriod *found, const UtInspectTable *table, const UtInspectDimension *period) {
  const char *part = find_part_of_year (table, period);
  const UtInspectDimension *end = find_other_end (table, period);
  found->dimension = period;
  found->is_one = period->n_labels == 1 && part == NULL;
  if (part != NULL) {
    found->yaml = two_columns (period->name, part);
  } else if (end != NULL) {
    gboolean later = begins_later (period, end);
    found->yaml = two_columns (later ? end->name : period->name, later ? period->name : end->name);
  } else {
    found->yaml = one_column (period->name);
  }
}

/* What the file does not say is asked: no guess passes for an answer. */
static void
ask (UtSuggestedPeriod *found, const UtInspectColumn *figure, const char *path) {
  found->guess = read_year_in_name (path);
  found->is_one = TRUE;
  if (is_month (figure))
    found->why
        = g_strdup_printf (_ ("the file has parts of years, '%s': which one is read, such as 2024M06?"), figure->name);
  else if (found->guess != NULL)
    found->why
        = g_strdup_printf (_ ("the file does not say; its name says %s: is it the year of the figures?"), found->guess);
  else
    found->why = g_strdup (_ ("which period are the figures of? The file does not say"));
}

UtSuggestedPeriod
ut_suggest_period (const UtInspectTable *table, const UtInspectColumn *figure, const char *path) {
  UtSuggestedPeriod found = { 0 };
  const UtInspectDimension *period = find_period (table);
  const UtInspectColumn *first = table->columns->len > 0 ? g_ptr_array_index (table->columns, 0) : NULL;
  UtPeriod of_sheet;
  if (is_month (figure)) {
    ask (&found, figure, path);
  } else if (period != NULL && *period->name != '\0') {
    set_column (&found, table, period);
  } else if (first != NULL && first->period != NULL) {
    found.yaml = g_strdup ("{header: true}");
    found.is_one = is_one_period (table);
  } else if (table->title != NULL && ut_period_label_read (table->title, &of_sheet)) {
    found.yaml = g_strdup_printf ("{fixed: \"%s\"}", table->title);
  } else {
    ask (&found, figure, path);
  }
  return found;
}

void
ut_suggested_period_clear (UtSuggestedPeriod *period) {
  g_free (period->yaml);
  g_free (period->guess);
  g_free (period->why);
}
