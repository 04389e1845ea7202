#include "import/inspect/suggest_choice.h"

#include <string.h>

#include "base/text.h"
#include "import/inspect/suggest_column.h"
#include "import/inspect/suggest_heading.h"
#include "import/label/ages.h"
#include "import/label/cell.h"
#include "import/label/heading_words.h"
#include "import/label/region.h"
#include "import/label/total.h"

/* A label of more characters is a remark. */
#define LONGEST_LABEL 80

static const char *
label_of (const UtInspectDimension *dimension, guint i) {
  return g_ptr_array_index (dimension->labels, i);
}

static gboolean
has_empty (const UtInspectDimension *dimension) {
  for (guint i = 0; i < dimension->labels->len; i++)
    if (*label_of (dimension, i) == '\0')
      return TRUE;
  return FALSE;
}

/* A row that has no place lacks other cells as well: there an empty cell says nothing. */
static gboolean
empty_is_total (const UtInspectTable *table, const UtInspectDimension *dimension) {
  const UtInspectDimension *region = ut_suggest_find_role (table, "region"),
                           *period = ut_suggest_find_role (table, "period");
  UtHeadingKind kind = ut_heading_kind (dimension->name);
  return (kind == UT_HEADING_PART || kind == UT_HEADING_GROUP) && has_empty (dimension) && region != NULL
         && !has_empty (region) && (period == NULL || !has_empty (period));
}

static gboolean
is_digits (const char *text) {
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static gboolean
names_age (const char *heading) {
  static const char *const words[] = { "alder", "age", "trinn", "klasse", "grade" };
  g_autofree char *folded = ut_text_fold (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Where groups are numbers, 0 is all of them; of ages it is the first. */
static const char *
find_zero (const UtInspectDimension *dimension) {
  const char *zero = NULL;
  if (names_age (dimension->name))
    return NULL;
  for (guint i = 0; i < dimension->labels->len; i++) {
    const char *label = label_of (dimension, i);
    if (!is_digits (label) || strlen (label) > 2)
      return NULL;
    zero = strcmp (label, "0") == 0 ? label : zero;
  }
  return zero;
}

/* The label that all the other ages are in. */
static const char *
find_widest (const UtInspectDimension *dimension, gboolean *are_ages) {
  UtAges widest = { G_MAXINT, -1 }, all = { G_MAXINT, -1 };
  const char *label = NULL;
  gboolean halves = strstr (dimension->name, " - ") != NULL;
  guint n = 0;
  for (guint i = 0; i < dimension->labels->len; i++) {
    UtAges ages;
    if (!ut_ages_read (label_of (dimension, i), halves, &ages))
      continue;
    n++;
    all = (UtAges){ MIN (all.first, ages.first), MAX (all.last, ages.last) };
    if (label == NULL || ages.last - ages.first > widest.last - widest.first) {
      widest = ages;
      label = label_of (dimension, i);
    }
  }
  *are_ages = n > 1 && n * 2 > dimension->labels->len;
  return *are_ages && widest.first == all.first && widest.last == all.last ? label : NULL;
}

/* One that says nothing else, else one that a word of it may be. */
static const char *
find_total (const UtInspectDimension *dimension) {
  const char *likely = NULL;
  for (guint i = 0; i < dimension->labels->len; i++) {
    const char *label = label_of (dimension, i);
    if (ut_label_is_total (label, dimension->name))
      return label;
    likely = likely == NULL && ut_label_names_total (label) ? label : likely;
  }
  return likely;
}

static gboolean
has_word_of_share (const char *label) {
  static const char *const words[] = { "prosent", "andel", "percent", "share", "rate", "%" };
  g_autofree char *folded = ut_text_fold (label);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Nobody is in two of the groups. Of other headings, such as medicines, nobody knows. */
static gboolean
divides (const char *heading) {
  static const char *const words[]
      = { "alder",  "age",   "kjønn",    "kjonn",    "kjoenn",    "sex",    "gender", "type",    "trinn",
          "klasse", "grade", "kategori", "eierform", "eigarform", "utdann", "educ",   "innvkat", "bakgrunn" };
  g_autofree char *folded = ut_text_fold (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Labels that are different figures, "Antall" and "Prosent", have no sum. */
static gboolean
is_of_measures (const UtInspectDimension *dimension) {
  guint n = 0;
  for (guint i = 0; i < dimension->labels->len; i++)
    n += has_word_of_share (label_of (dimension, i));
  return ut_heading_kind (dimension->name) == UT_HEADING_MEASURE || (n > 0 && n < dimension->labels->len);
}

static const char *
find_first (const UtInspectDimension *dimension) {
  for (guint i = 0; i < dimension->labels->len; i++)
    if (*label_of (dimension, i) != '\0')
      return label_of (dimension, i);
  return NULL;
}

static UtChoice
choose (const UtInspectTable *table, const UtInspectDimension *dimension, gboolean addable) {
  UtChoice choice = { .heading = dimension->name, .first = find_first (dimension), .n_labels = dimension->n_labels };
  const char *widest = find_widest (dimension, &choice.is_ages);
  gboolean measures = is_of_measures (dimension);
  if (!measures)
    choice.label = find_total (dimension);
  if (choice.label == NULL)
    choice.label = find_zero (dimension);
  if (choice.label == NULL && empty_is_total (table, dimension))
    choice.label = "";
  if (choice.label == NULL)
    choice.label = widest;
  if (choice.label != NULL) {
    choice.kind = UT_CHOICE_TOTAL;
  } else if (ut_heading_kind (dimension->name) == UT_HEADING_PART) {
    choice.kind = UT_CHOICE_NONE;
  } else if (addable && !measures && !has_empty (dimension) && (choice.is_ages || divides (dimension->name))) {
    choice.kind = UT_CHOICE_SUM;
  } else {
    choice.kind = UT_CHOICE_FIRST;
    choice.label = choice.first;
  }
  return choice;
}

/* Why figures of a row are hidden, as FHI tells it: no choice, for the hidden ones are to be read too. */
static gboolean
is_flag (const char *heading) {
  static const char *const words[] = { "flag", "flagg", "spvflagg", NULL };
  g_autofree char *folded = ut_text_fold (heading);
  return g_strv_contains (words, folded);
}

static gboolean
is_remark (const UtInspectDimension *dimension) {
  static const char *const words[] = { "merknad", "kommentar", "fotnote", "brudd", "comment" };
  g_autofree char *folded = ut_text_fold (dimension->name);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  gboolean measures = ut_heading_kind (dimension->name) == UT_HEADING_MEASURE;
  for (guint i = 0; !measures && i < dimension->labels->len; i++)
    if (g_utf8_strlen (label_of (dimension, i), -1) > LONGEST_LABEL)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_quality (const UtInspectDimension *dimension) {
  guint16 ignored = 0;
  for (guint i = 0; i < dimension->labels->len; i++)
    if (!ut_quality_read (label_of (dimension, i), &ignored))
      return FALSE;
  return dimension->labels->len > 1;
}

const UtInspectDimension *
ut_suggest_quality (const UtInspectTable *table) {
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    if (dimension->role[0] == '\0' && is_of_quality (dimension))
      return dimension;
  }
  return NULL;
}

/* Figures with a word among them, taken for labels: no group. */
static gboolean
has_figures (const UtInspectDimension *dimension) {
  guint n = 0;
  for (guint i = 0; i < dimension->labels->len; i++) {
    double value;
    n += ut_number_parse (label_of (dimension, i), UT_DECIMAL_COMMA, &value)
         || ut_number_parse (label_of (dimension, i), UT_DECIMAL_POINT, &value);
  }
  return ut_heading_kind (dimension->name) == UT_HEADING_FIGURE
         || (dimension->labels->len > 12 && n * 5 > dimension->labels->len * 4 && !divides (dimension->name));
}

/* The name of a unit, and of no person. */
static gboolean
names_unit (const char *heading) {
  static const char *const words[] = { "navn", "namn", "name", "enhetnavn", "enhetsnavn", "einingsnamn", NULL };
  g_autofree char *folded = ut_text_fold (heading);
  return g_strv_contains (words, folded);
}

/* What is said of a place and divides none: its name, its county, how central it is, a code of its own. */
static gboolean
tells_of_place (const UtInspectTable *table, const UtInspectDimension *dimension) {
  static const char *const words[] = { "navn", "namn", "name", "sentral", "kostra", "landsdel", "gruppering" };
  const UtInspectDimension *region = ut_suggest_find_role (table, "region");
  if (dimension->holds_places || ut_heading_names_region (dimension->name) || ut_suggest_names_code (dimension->name))
    return TRUE;
  g_autofree char *folded = ut_text_fold (dimension->name);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  /* About as many labels as places are names or remarks. */
  return region != NULL && dimension->n_labels > 4 && dimension->n_labels * 2 > region->n_labels;
}

static gboolean
is_settled (const UtInspectTable *table, const UtInspectDimension *dimension) {
  if (is_flag (dimension->name) || is_remark (dimension) || has_figures (dimension) || names_unit (dimension->name)
      || is_of_quality (dimension))
    return TRUE;
  const UtInspectDimension *region = ut_suggest_find_role (table, "region");
  if (dimension->follows_place && tells_of_place (table, dimension))
    return TRUE;
  /* A school may have been in two municipalities. */
  if (ut_heading_names_region (dimension->name) && region != NULL && region->places.n_below > 0)
    return TRUE;
  return dimension->follows_period && find_total (dimension) == NULL
         && ut_heading_kind (dimension->name) != UT_HEADING_GROUP;
}

/* Numbers below no heading count the rows, or were left beside the table. */
static gboolean
is_count_of_rows (const UtInspectDimension *dimension) {
  for (guint i = 0; i < dimension->labels->len; i++)
    if (*label_of (dimension, i) != '\0' && !ut_number_is_written (label_of (dimension, i)))
      return FALSE;
  return ut_heading_is_number (dimension->name);
}

static gboolean
is_open (const UtInspectTable *table, const UtInspectDimension *period, guint i) {
  const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
  return dimension->role[0] == '\0' && dimension->n_labels > 1 && dimension->name[0] != '\0' && dimension != period
         && !is_settled (table, dimension) && !is_count_of_rows (dimension);
}

/* Chosen with another one: the code beside the label, the group above it. What is headed as a group is always chosen
 * by itself: a file with few rows shows little. */
static gboolean
is_chosen_with (const UtInspectTable *table, const UtInspectDimension *period, guint i) {
  const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
  const GArray *settled_by = dimension->settled_by;
  for (guint k = 0; ut_heading_kind (dimension->name) != UT_HEADING_GROUP && k < settled_by->len; k++)
    if (is_open (table, period, g_array_index (settled_by, guint, k)))
      return TRUE;
  return FALSE;
}

/* Groups written as numbers stand among the figures. */
static void
add_number_group (GArray *choices, const UtInspectColumn *column, gboolean addable) {
  UtChoice choice = { .heading = column->name, .first = column->first, .label = column->first };
  choice.is_ages = names_age (column->name);
  choice.kind = addable ? UT_CHOICE_SUM : UT_CHOICE_FIRST;
  if (!choice.is_ages && column->least == 0) {
    choice.kind = UT_CHOICE_TOTAL;
    choice.label = "0";
  }
  if (choice.kind == UT_CHOICE_SUM)
    choice.label = NULL;
  g_array_append_val (choices, choice);
}

GArray *
ut_suggest_choices (const UtInspectTable *table, const UtInspectDimension *period, gboolean addable) {
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (UtChoice));
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    if (!is_open (table, period, i) || is_chosen_with (table, period, i))
      continue;
    UtChoice choice = choose (table, dimension, addable);
    if (choice.label != NULL || choice.kind != UT_CHOICE_FIRST)
      g_array_append_val (choices, choice);
  }
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    if (column->least < column->greatest && ut_suggest_is_group (column) && !is_flag (column->name))
      add_number_group (choices, column, addable);
  }
  return choices;
}

/* Levels of places are few. */
#define MOST_LEVELS 8

static gboolean
names_level (const char *heading) {
  static const char *const words[] = { "nivå", "nivaa", "level" };
  g_autofree char *folded = ut_text_fold (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0
        || (g_str_has_suffix (folded, words[i]) && (strstr (folded, "enhet") || strstr (folded, "geo"))))
      return TRUE;
  return FALSE;
}

static void
add_level (GArray *levels, const char *heading) {
  const UtChoice choice = { .heading = heading, .kind = UT_CHOICE_LEVEL };
  g_array_append_val (levels, choice);
}

GArray *
ut_suggest_levels (const UtInspectTable *table) {
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (UtChoice));
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    if (dimension->role[0] == '\0' && dimension->n_labels > 1 && names_level (dimension->name))
      add_level (levels, dimension->name);
  }
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    if (column->least < column->greatest && names_level (column->name))
      add_level (levels, column->name);
  }
  return levels;
}

GPtrArray *
ut_suggest_level_labels (const UtInspectTable *table, const char *heading) {
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    for (guint k = 0;
         strcmp (dimension->name, heading) == 0 && dimension->n_labels <= MOST_LEVELS && k < dimension->labels->len;
         k++)
      g_ptr_array_add (labels, g_strdup (label_of (dimension, k)));
  }
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    gboolean few = strcmp (column->name, heading) == 0 && column->n_whole == column->n_figures && column->least >= 0
                   && column->greatest - column->least < MOST_LEVELS;
    for (int level = (int) column->least; few && level <= (int) column->greatest; level++)
      g_ptr_array_add (labels, g_strdup_printf ("%d", level));
  }
  return labels;
}
