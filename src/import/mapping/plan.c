#include "import/mapping/plan.h"

#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "base/text.h"

static gboolean
matches_any (char **patterns, const char *name) {
  for (char **pattern = patterns; pattern != NULL && *pattern != NULL; pattern++)
    if (g_pattern_match_simple (*pattern, name))
      return TRUE;
  return patterns == NULL;
}

gboolean
ut_mapping_concerns (const UtMapping *mapping, const char *file, const UtCellLayout *table) {
  g_autofree char *base = g_path_get_basename (file);
  return matches_any (mapping->files, base)
         && (table->title == NULL || matches_any (mapping->sheets, table->title)
             || (table->sheet != NULL && matches_any (mapping->sheets, table->sheet)));
}

const UtQuantity *
ut_mapping_part (const UtMapping *mapping, UtPart part) {
  const UtQuantity *parts[] = { [UT_PART_VALUE] = mapping->value,
                                [UT_PART_NUMERATOR] = mapping->numerator,
                                [UT_PART_DENOMINATOR] = mapping->denominator,
                                [UT_PART_MARGIN] = mapping->margin,
                                [UT_PART_PUBLISHED] = mapping->published };
  G_STATIC_ASSERT (G_N_ELEMENTS (parts) == UT_N_PARTS);
  return parts[part];
}

static guint
n_combinations (const GPtrArray *select) {
  guint n = 1;
  for (guint i = 0; select != NULL && i < select->len; i++)
    n *= g_strv_length (((const UtSelection *) g_ptr_array_index (select, i))->labels);
  return n;
}

guint
ut_mapping_n_terms (const UtMapping *mapping, UtPart part) {
  const UtQuantity *quantity = ut_mapping_part (mapping, part);
  if (quantity == NULL)
    return 0;
  guint n_columns = quantity->columns != NULL ? g_strv_length (quantity->columns) : 1;
  return n_columns * n_combinations (quantity->select);
}

char *
ut_mapping_term_name (const UtMapping *mapping, UtPart part, guint term) {
  const UtQuantity *quantity = ut_mapping_part (mapping, part);
  guint n = n_combinations (quantity->select), combination = term % n;
  GString *name = g_string_new (quantity->columns != NULL ? quantity->columns[term / n] : NULL);
  for (guint i = quantity->select != NULL ? quantity->select->len : 0; i > 0; i--) {
    const UtSelection *selection = g_ptr_array_index (quantity->select, i - 1);
    guint n_labels = g_strv_length (selection->labels);
    g_string_append_printf (name, "%s%s %s", name->len > 0 ? ", " : "", selection->dimension,
                            selection->labels[combination % n_labels]);
    combination /= n_labels;
  }
  return g_string_free (name, FALSE);
}

/* "Region - region" answers to the whole, to either half, and to any case when nothing matches exactly. */
static gboolean
heading_matches (const char *heading, const char *wanted, gboolean folded) {
  if (!folded) {
    if (strcmp (heading, wanted) == 0)
      return TRUE;
    const char *middle = strstr (heading, " - ");
    return middle != NULL
           && (strcmp (middle + 3, wanted) == 0
               || (strlen (wanted) == (gsize) (middle - heading) && strncmp (heading, wanted, strlen (wanted)) == 0));
  }
  g_autofree char *a = ut_text_fold (heading), *b = ut_text_fold (wanted);
  return heading_matches (a, b, FALSE);
}

static char *
list_headings (char **dimensions, guint n_dimensions, const UtCellColumn *columns, guint n_columns) {
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < n_dimensions; i++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? " | " : "", dimensions[i]);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? " | " : "", columns[i].name);
  return g_string_free (list, FALSE);
}

typedef struct {
  const UtDataset *dataset;
  const UtMapping *mapping;
  const UtCellLayout *layout;
  const char *file;
} Context;

static gboolean
find_dimension (const Context *c, const char *wanted, int *dimension, GError **error) {
  for (int folded = 0; folded < 2; folded++)
    for (guint i = 0; i < c->layout->n_dimensions; i++)
      if (heading_matches (c->layout->dimensions[i], wanted, folded)) {
        *dimension = (int) i;
        return TRUE;
      }
  g_autofree char *has
      = list_headings (c->layout->dimensions, c->layout->n_dimensions, c->layout->columns, c->layout->n_columns);
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:%u: '%s' is no label column of %s (it has: %s)"), c->dataset->file,
                c->mapping->line, wanted, c->file, has);
  return FALSE;
}

int
ut_plan_find_dimension (const UtDataset *dataset, const UtMapping *mapping, const UtCellLayout *layout,
                        const char *file, const char *wanted, GError **error) {
  const Context context = { dataset, mapping, layout, file };
  int dimension = -1;
  return find_dimension (&context, wanted, &dimension, error) ? dimension : -1;
}

static gboolean
plan_conditions (const Context *c, const GPtrArray *select, GArray *conditions, GError **error) {
  for (guint i = 0; select != NULL && i < select->len; i++) {
    const UtSelection *selection = g_ptr_array_index (select, i);
    int dimension = -1;
    if (!find_dimension (c, selection->dimension, &dimension, error))
      return FALSE;
    const UtCondition condition = { .dimension = (guint) dimension,
                                    .labels = (const char *const *) selection->labels,
                                    .spellings = (const char *const *const *) selection->spellings,
                                    .n_labels = g_strv_length (selection->labels),
                                    .halves = strstr (c->layout->dimensions[dimension], " - ") != NULL };
    g_array_append_val (conditions, condition);
  }
  guint stride = 1;
  for (guint i = conditions->len; i > 0; i--) {
    UtCondition *condition = &g_array_index (conditions, UtCondition, i - 1);
    condition->stride = stride;
    stride *= condition->n_labels;
  }
  return TRUE;
}

static gboolean
complain_column (const Context *c, const char *wanted, GError **error) {
  g_autofree char *has = list_headings (NULL, 0, c->layout->columns, c->layout->n_columns);
  if (wanted != NULL)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:%u: '%s' is no column of figures in %s (it has: %s)"),
                  c->dataset->file, c->mapping->line, wanted, c->file, has);
  else
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%s:%u: %s does not have exactly one column of figures; name the one to read (it has: %s)"),
                  c->dataset->file, c->mapping->line, c->file, has);
  return FALSE;
}

/* Every column with these contents, one a period. NULL: all of them, if their contents are one and the same. */
static gboolean
find_columns (const Context *c, const char *wanted, GArray *found, GError **error) {
  const UtCellColumn *columns = c->layout->columns;
  for (guint i = 0; i < c->layout->n_columns; i++) {
    if (wanted == NULL && strcmp (columns[i].contents, columns[0].contents) != 0)
      return complain_column (c, NULL, error);
    if (wanted == NULL || strcmp (columns[i].name, wanted) == 0 || heading_matches (columns[i].contents, wanted, FALSE))
      g_array_append_val (found, i);
  }
  for (guint i = 1; i < found->len; i++)
    if (g_strcmp0 (columns[g_array_index (found, guint, i)].period, columns[g_array_index (found, guint, i - 1)].period)
        == 0)
      return complain_column (c, wanted, error);
  return found->len > 0 || complain_column (c, wanted, error);
}

static gboolean
plan_part (const Context *c, const UtQuantity *quantity, UtSumPlan *part, GError **error) {
  part->conditions = g_array_new (FALSE, FALSE, sizeof (UtCondition));
  part->columns = g_array_new (FALSE, FALSE, sizeof (UtPlanColumn));
  if (quantity == NULL)
    return TRUE;
  part->exists = TRUE;
  part->n_combinations = n_combinations (quantity->select);
  if (!plan_conditions (c, quantity->select, part->conditions, error))
    return FALSE;
  static char *only[] = { NULL, NULL };
  char **names = quantity->columns != NULL ? quantity->columns : only;
  for (guint i = 0; i == 0 || names[i] != NULL; i++) {
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
    if (!find_columns (c, names[i], found, error))
      return FALSE;
    for (guint k = 0; k < found->len; k++) {
      const UtPlanColumn column = { g_array_index (found, guint, k), part->first_term + i * part->n_combinations };
      g_array_append_val (part->columns, column);
    }
  }
  return TRUE;
}

static gboolean
plan_dimensions (const Context *c, UtPlan *plan, GError **error) {
  plan->region_dimension = c->layout->region_dimension;
  plan->period_dimension = c->layout->period_dimension;
  plan->part_dimension = plan->quality_dimension = -1;
  const UtMapping *m = c->mapping;
  if ((m->region_column != NULL && !find_dimension (c, m->region_column, &plan->region_dimension, error))
      || (m->period_column != NULL && !find_dimension (c, m->period_column, &plan->period_dimension, error))
      || (m->part_column != NULL && !find_dimension (c, m->part_column, &plan->part_dimension, error))
      || (m->quality_column != NULL && !find_dimension (c, m->quality_column, &plan->quality_dimension, error)))
    return FALSE;
  g_autofree char *has = list_headings (c->layout->dimensions, c->layout->n_dimensions, NULL, 0);
  if (plan->region_dimension < 0) {
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%s:%u: which column of %s holds the places? name it with 'region:' (it has: %s)"),
                  c->dataset->file, m->line, c->file, has);
    return FALSE;
  }
  gboolean in_heading = c->layout->n_columns > 0 && c->layout->columns[0].period != NULL;
  if (plan->period_dimension < 0 && m->period.kind == UT_PERIOD_NONE && !in_heading) {
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%s:%u: which period are the figures of %s? say it with 'period:' (it has: %s)"), c->dataset->file,
                  m->line, c->file, has);
    return FALSE;
  }
  return TRUE;
}

UtPlan *
ut_plan_new (const UtDataset *dataset, const UtMapping *mapping, const UtCellLayout *layout, const char *file,
             GError **error) {
  g_autoptr (UtPlan) plan = g_new0 (UtPlan, 1);
  const Context context = { dataset, mapping, layout, file };
  plan->mapping = mapping;
  plan->conditions = g_array_new (FALSE, FALSE, sizeof (UtCondition));
  if (!plan_dimensions (&context, plan, error) || !plan_conditions (&context, mapping->select, plan->conditions, error))
    return NULL;
  for (UtPart i = 0; i < UT_N_PARTS; i++) {
    plan->parts[i].first_term = plan->n_terms;
    plan->parts[i].n_terms = ut_mapping_n_terms (mapping, i);
    plan->n_terms += plan->parts[i].n_terms;
    if (!plan_part (&context, ut_mapping_part (mapping, i), &plan->parts[i], error))
      return NULL;
  }
  return g_steal_pointer (&plan);
}

void
ut_plan_free (UtPlan *plan) {
  if (plan == NULL)
    return;
  for (UtPart i = 0; i < UT_N_PARTS; i++) {
    g_clear_pointer (&plan->parts[i].conditions, g_array_unref);
    g_clear_pointer (&plan->parts[i].columns, g_array_unref);
  }
  g_array_unref (plan->conditions);
  g_free (plan);
}

gboolean
ut_label_matches (const char *cell, const char *wanted, gboolean halves) {
  return strcmp (cell, wanted) == 0 || (halves && heading_matches (cell, wanted, FALSE));
}

static gboolean
is_meant (const UtCondition *condition, guint k, const char *cell) {
  return condition->spellings != NULL ? g_strv_contains (condition->spellings[k], cell)
                                      : ut_label_matches (cell, condition->labels[k], condition->halves);
}

gboolean
ut_conditions_match_label (const GArray *conditions, guint dimension, const char *label, guint32 *combination) {
  for (guint i = 0; i < conditions->len; i++) {
    const UtCondition *condition = &g_array_index (conditions, UtCondition, i);
    if (condition->dimension != dimension)
      continue;
    guint k = 0;
    while (k < condition->n_labels && !is_meant (condition, k, label))
      k++;
    if (k == condition->n_labels)
      return FALSE;
    *combination += k * condition->stride;
  }
  return TRUE;
}

/* How long a name is without the number that tells it from others of its heading: "Antall" of "Antall (2)". */
static gsize
heading_length (const char *name) {
  gsize length = strlen (name), at = length;
  if (at < 4 || name[--at] != ')')
    return length;
  while (at > 0 && g_ascii_isdigit (name[at - 1]))
    at--;
  return at >= 3 && at < length - 1 && name[at - 1] == '(' && name[at - 2] == ' ' ? at - 2 : length;
}

/* A format knows a column by its heading alone. */
static void
add_text (GPtrArray *list, const char *text) {
  if (text == NULL)
    return;
  gsize length = heading_length (text);
  g_ptr_array_add (list, g_strdup (text));
  if (text[length] != '\0')
    g_ptr_array_add (list, g_strndup (text, length));
}

static void
add_selected (GPtrArray *list, const GPtrArray *select) {
  for (guint i = 0; select != NULL && i < select->len; i++)
    add_text (list, ((const UtSelection *) g_ptr_array_index (select, i))->dimension);
}

static char **
finish_list (GPtrArray *list) {
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

char **
ut_dataset_value_columns (const UtDataset *dataset) {
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < dataset->mappings->len; i++)
    for (UtPart part = 0; part < UT_N_PARTS; part++) {
      const UtQuantity *quantity = ut_mapping_part (g_ptr_array_index (dataset->mappings, i), part);
      for (char **column = quantity != NULL ? quantity->columns : NULL; column != NULL && *column != NULL; column++)
        add_text (list, *column);
    }
  return finish_list (list);
}

char **
ut_dataset_label_columns (const UtDataset *dataset) {
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < dataset->mappings->len; i++) {
    const UtMapping *mapping = g_ptr_array_index (dataset->mappings, i);
    add_text (list, mapping->region_column);
    add_text (list, mapping->period_column);
    add_text (list, mapping->part_column);
    add_text (list, mapping->quality_column);
    add_selected (list, mapping->select);
    for (UtPart part = 0; part < UT_N_PARTS; part++) {
      const UtQuantity *quantity = ut_mapping_part (mapping, part);
      add_selected (list, quantity != NULL ? quantity->select : NULL);
    }
  }
  return finish_list (list);
}
