#include "import/mapping/collected_table.h"

#include "import/mapping/plan.h"

static void
free_plan (gpointer plan) {
  if (plan != NULL)
    ut_plan_free (plan);
}

UtCollectedTable *
ut_collected_table_new (const UtCellLayout *layout) {
  UtCollectedTable *table = g_new0 (UtCollectedTable, 1);
  table->title = g_strdup (layout->title);
  table->plans = g_ptr_array_new_with_free_func (free_plan);
  table->n_dimensions = layout->n_dimensions;
  table->headings = g_new0 (char *, layout->n_dimensions + 1);
  for (guint i = 0; i < layout->n_dimensions; i++)
    table->headings[i] = g_strdup (layout->dimensions[i]);
  table->n_columns = layout->n_columns;
  table->column_periods = g_new (guint16, layout->n_columns + 1);
  table->columns = g_new0 (char *, layout->n_columns + 1);
  for (guint i = 0; i < layout->n_columns; i++)
    table->columns[i] = g_strdup (layout->columns[i].name);
  table->equal_headings = g_strdupv ((char **) layout->equal_headings);
  table->regions = g_array_new (FALSE, FALSE, sizeof (guint));
  return table;
}

void
ut_collected_table_free (UtCollectedTable *table) {
  g_free (table->title);
  g_ptr_array_unref (table->plans);
  g_free (table->column_periods);
  g_strfreev (table->headings);
  g_strfreev (table->columns);
  g_strfreev (table->equal_headings);
  g_array_unref (table->regions);
  g_free (table);
}

void
ut_collected_table_note_region (UtCollectedTable *table, guint dimension) {
  for (guint i = 0; i < table->regions->len; i++)
    if (g_array_index (table->regions, guint, i) == dimension)
      return;
  g_array_append_val (table->regions, dimension);
}
