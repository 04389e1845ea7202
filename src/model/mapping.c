#include "model/mapping.h"

#include <string.h>

#include "base/i18n.h"

static const char *const mapping_keys[]
    = { "indicator", "region", "period",  "select",   "value", "numerator", "denominator", "margin",
        "published", "as",     "quality", "complete", "files", "sheets",    "format",      NULL };
static const char *const period_keys[] = { "column", "fixed", "header", NULL };
static const char *const scales[] = { "unit", "fraction", NULL };

/* Reserved among the headings of a quantity: names the value columns. */
#define COLUMNS_KEY "columns"

void
ut_selection_free (UtSelection *selection) {
  for (guint i = 0; selection->spellings != NULL && selection->spellings[i] != NULL; i++)
    g_strfreev (selection->spellings[i]);
  g_free (selection->spellings);
  g_free (selection->dimension);
  g_strfreev (selection->labels);
  g_free (selection);
}

static void
selection_free (gpointer selection) {
  ut_selection_free (selection);
}

static void
quantity_free (UtQuantity *quantity) {
  if (quantity == NULL)
    return;
  g_strfreev (quantity->columns);
  g_ptr_array_unref (quantity->select);
  g_free (quantity);
}

void
ut_mapping_free (UtMapping *mapping) {
  if (mapping == NULL)
    return;
  g_free (mapping->indicator);
  g_ptr_array_unref (mapping->select);
  quantity_free (mapping->value);
  quantity_free (mapping->numerator);
  quantity_free (mapping->denominator);
  quantity_free (mapping->margin);
  quantity_free (mapping->published);
  g_free (mapping->period_column);
  g_free (mapping->part_column);
  g_free (mapping->region_column);
  g_free (mapping->quality_column);
  g_free (mapping->format);
  g_strfreev (mapping->files);
  g_strfreev (mapping->sheets);
  g_free (mapping);
}

static gpointer
selection_copy (gconstpointer data, gpointer user) {
  const UtSelection *from = data;
  UtSelection *copy = g_memdup2 (from, sizeof *from);
  guint n = from->spellings != NULL ? g_strv_length (from->labels) : 0;
  (void) user;
  copy->dimension = g_strdup (from->dimension);
  copy->labels = g_strdupv (from->labels);
  copy->spellings = from->spellings != NULL ? g_new0 (char **, n + 1) : NULL;
  for (guint i = 0; i < n; i++)
    copy->spellings[i] = g_strdupv (from->spellings[i]);
  return copy;
}

static GPtrArray *
selections_copy (const GPtrArray *from) {
  GPtrArray *copy = g_ptr_array_copy ((GPtrArray *) from, selection_copy, NULL);
  g_ptr_array_set_free_func (copy, selection_free);
  return copy;
}

static UtQuantity *
quantity_copy (const UtQuantity *from) {
  if (from == NULL)
    return NULL;
  UtQuantity *copy = g_new0 (UtQuantity, 1);
  copy->columns = g_strdupv (from->columns);
  copy->select = selections_copy (from->select);
  return copy;
}

UtMapping *
ut_mapping_copy (const UtMapping *from) {
  UtMapping *copy = g_memdup2 (from, sizeof *from);
  copy->indicator = g_strdup (from->indicator);
  copy->select = selections_copy (from->select);
  copy->value = quantity_copy (from->value);
  copy->numerator = quantity_copy (from->numerator);
  copy->denominator = quantity_copy (from->denominator);
  copy->margin = quantity_copy (from->margin);
  copy->published = quantity_copy (from->published);
  copy->period_column = g_strdup (from->period_column);
  copy->part_column = g_strdup (from->part_column);
  copy->region_column = g_strdup (from->region_column);
  copy->quality_column = g_strdup (from->quality_column);
  copy->format = g_strdup (from->format);
  copy->files = g_strdupv (from->files);
  copy->sheets = g_strdupv (from->sheets);
  return copy;
}

/* A list that is there must hold something. */
static gboolean
read_some (const UtYaml *yaml, const UtYamlNode *node, const char *key, char ***list, GError **error) {
  if (!ut_yaml_read_list (yaml, node, key, list, error))
    return FALSE;
  if (*list == NULL || (*list)[0] != NULL)
    return TRUE;
  ut_yaml_complain (yaml, ut_yaml_find (node, key), error, _ ("%s names nothing"), key);
  return FALSE;
}

/* `""`: rows where nothing stands in the column. */
static gboolean
is_empty_label (const UtYamlNode *node) {
  return node->kind == UT_YAML_SCALAR && node->quoted && *node->text == '\0';
}

/* One condition for each key but the reserved one (NULL: none is). */
static gboolean
read_selections (const UtYaml *yaml, const UtYamlNode *node, const char *reserved, GPtrArray *select, GError **error) {
  for (guint i = 0; i < node->keys->len; i++) {
    const char *heading = ((const UtYamlNode *) g_ptr_array_index (node->keys, i))->text;
    if (g_strcmp0 (heading, reserved) == 0)
      continue;
    UtSelection *selection = g_new0 (UtSelection, 1);
    selection->dimension = g_strdup (heading);
    g_ptr_array_add (select, selection);
    if (is_empty_label (g_ptr_array_index (node->items, i)))
      selection->labels = g_strdupv ((char *[]){ (char *) "", NULL });
    else if (!read_some (yaml, node, heading, &selection->labels, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_select (const UtYaml *yaml, const UtYamlNode *mapping_node, UtMapping *mapping, GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping_node, "select");
  if (node == NULL)
    return TRUE;
  if (node->kind == UT_YAML_MAPPING)
    return read_selections (yaml, node, NULL, mapping->select, error);
  ut_yaml_complain (yaml, node, error, _ ("select must name columns and labels: {column: label}"));
  return FALSE;
}

/* A heading, a list of headings, or labels to add up. Absent: `quantity` stays NULL. */
static gboolean
read_quantity (const UtYaml *yaml, const UtYamlNode *mapping_node, const char *key, UtQuantity **quantity,
               GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping_node, key);
  if (node == NULL)
    return TRUE;
  *quantity = g_new0 (UtQuantity, 1);
  (*quantity)->select = g_ptr_array_new_with_free_func (selection_free);
  if (node->kind != UT_YAML_MAPPING)
    return read_some (yaml, mapping_node, key, &(*quantity)->columns, error);
  if (node->keys->len == 0) {
    ut_yaml_complain (yaml, node, error, _ ("%s names nothing"), key);
    return FALSE;
  }
  return read_selections (yaml, node, COLUMNS_KEY, (*quantity)->select, error)
         && read_some (yaml, node, COLUMNS_KEY, &(*quantity)->columns, error);
}

static gboolean
read_fixed (const UtYaml *yaml, const UtYamlNode *node, UtMapping *mapping, GError **error) {
  const char *text = ut_yaml_get_text (yaml, node, "fixed", error);
  if (text == NULL)
    return FALSE;
  if (ut_period_parse (text, &mapping->period))
    return TRUE;
  if (strcmp (text, UT_DATASET_UNKNOWN) == 0) {
    ut_yaml_complain (yaml, ut_yaml_find (node, "fixed"), error,
                      _ ("the period of the figures is not filled in (such as 2024, 2022/23, 2021-2023, 2025M10)"));
    return FALSE;
  }
  ut_yaml_complain (yaml, ut_yaml_find (node, "fixed"), error,
                    _ ("'%s' is no period (such as 2024, 2022/23, 2021-2023, 2025M10)"), text);
  return FALSE;
}

/* A heading, or two: [year, month]. */
static gboolean
read_period_columns (const UtYaml *yaml, const UtYamlNode *node, UtMapping *mapping, GError **error) {
  g_auto (GStrv) headings = NULL;
  if (!ut_yaml_read_list (yaml, node, "column", &headings, error))
    return FALSE;
  guint n = headings != NULL ? g_strv_length (headings) : 0;
  if (headings != NULL && n != 1 && n != 2) {
    ut_yaml_complain (yaml, ut_yaml_find (node, "column"), error,
                      _ ("the column of a period is a heading, or two of them: [year, month]"));
    return FALSE;
  }
  mapping->period_column = n > 0 ? g_strdup (headings[0]) : NULL;
  mapping->part_column = n > 1 ? g_strdup (headings[1]) : NULL;
  return TRUE;
}

static gboolean
read_period (const UtYaml *yaml, const UtYamlNode *mapping_node, UtMapping *mapping, GError **error) {
  const UtYamlNode *node = ut_yaml_find (mapping_node, "period");
  if (node == NULL)
    return TRUE;
  if (!ut_yaml_check_keys (yaml, node, period_keys, error))
    return FALSE;
  if (ut_yaml_find (node, "fixed") != NULL && !read_fixed (yaml, node, mapping, error))
    return FALSE;
  if (!read_period_columns (yaml, node, mapping, error)
      || !ut_yaml_read_boolean_or (yaml, node, "header", FALSE, &mapping->header, error))
    return FALSE;
  if ((mapping->period.kind != UT_PERIOD_NONE) + (mapping->period_column != NULL) + mapping->header == 1)
    return TRUE;
  ut_yaml_complain (yaml, node, error, _ ("period is one of {column: heading}, {fixed: period} and {header: true}"));
  return FALSE;
}

static gboolean
read_quantities (const UtYaml *yaml, const UtYamlNode *node, UtMapping *mapping, GError **error) {
  gboolean sound = read_quantity (yaml, node, "value", &mapping->value, error);
  sound = read_quantity (yaml, node, "numerator", &mapping->numerator, error) && sound;
  sound = read_quantity (yaml, node, "denominator", &mapping->denominator, error) && sound;
  sound = read_quantity (yaml, node, "margin", &mapping->margin, error) && sound;
  return read_quantity (yaml, node, "published", &mapping->published, error) && sound;
}

/* Which of them go together. */
static gboolean
check_quantities (const UtYaml *yaml, const UtYamlNode *node, UtMapping *mapping, GError **error) {
  /* Headings that are years and nothing else have no name to give. */
  if (mapping->value == NULL && mapping->numerator == NULL && mapping->header) {
    mapping->value = g_new0 (UtQuantity, 1);
    mapping->value->select = g_ptr_array_new_with_free_func (selection_free);
  }
  if (mapping->value == NULL && mapping->numerator == NULL) {
    ut_yaml_complain (yaml, node, error, _ ("neither value nor numerator is given"));
    return FALSE;
  }
  if (mapping->published != NULL && (mapping->numerator == NULL || mapping->denominator == NULL)) {
    ut_yaml_complain (yaml, ut_yaml_find (node, "published"), error,
                      _ ("published is compared with numerator and denominator: both must be given"));
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_rest (const UtYaml *yaml, const UtYamlNode *node, UtMapping *mapping, GError **error) {
  int scale = 0;
  gboolean sound = ut_yaml_read_text_or (yaml, node, "region", NULL, &mapping->region_column, error);
  sound = ut_yaml_read_text_or (yaml, node, "quality", NULL, &mapping->quality_column, error) && sound;
  sound = ut_yaml_read_boolean_or (yaml, node, "complete", TRUE, &mapping->complete, error) && sound;
  sound = ut_yaml_read_text_or (yaml, node, "format", NULL, &mapping->format, error) && sound;
  sound = read_some (yaml, node, "files", &mapping->files, error) && sound;
  sound = read_some (yaml, node, "sheets", &mapping->sheets, error) && sound;
  sound = ut_yaml_read_word (yaml, node, "as", scales, 0, &scale, error) && sound;
  mapping->fraction = scale == 1;
  mapping->scale_given = ut_yaml_find (node, "as") != NULL;
  return sound;
}

UtMapping *
ut_mapping_read (const UtYaml *yaml, const UtYamlNode *node, GError **error) {
  gboolean sound = ut_yaml_check_keys (yaml, node, mapping_keys, error);
  if (node->kind != UT_YAML_MAPPING)
    return NULL;
  UtMapping *mapping = g_new0 (UtMapping, 1);
  mapping->indicator = g_strdup (ut_yaml_get_text (yaml, node, "indicator", error));
  mapping->line = node->line;
  mapping->select = g_ptr_array_new_with_free_func (selection_free);
  sound = mapping->indicator != NULL && sound;
  sound = read_select (yaml, node, mapping, error) && sound;
  sound = read_period (yaml, node, mapping, error) && sound;
  sound = read_quantities (yaml, node, mapping, error) && sound;
  sound = read_rest (yaml, node, mapping, error) && sound;
  if (sound && check_quantities (yaml, node, mapping, error))
    return mapping;
  ut_mapping_free (mapping);
  return NULL;
}
