#include "suppression_run.h"

UtPreviousFigure
ut_suppress_previous_figure (const UtSuppressionRun *work, gsize row) {
  const UtTable *table = work->table;
  if (work->previous == NULL)
    return UT_PREVIOUS_FIGURE_NONE;
  return ut_previous_figures_find (work->previous, ut_catalogue_get (work->catalogue, table->indicator[row])->key,
                                   ut_regions_get (work->regions, table->region[row])->code, table->period[row],
                                   table->value[row]);
}

gboolean
ut_suppress_was_shown (const UtSuppressionRun *work, gsize row) {
  return ut_suppress_previous_figure (work, row) == UT_PREVIOUS_FIGURE_SAME;
}

gboolean
ut_suppress_has_member (const UtSuppressionRun *work, const UtSum *sum) {
  for (guint i = 0; i < sum->partition->members->len; i++) {
    gsize row;
    UtRegionId member = g_array_index (sum->partition->members, UtRegionId, i);
    if (ut_table_find_row (work->table, sum->indicator, member, sum->period, &row) && work->suppressed[row])
      return TRUE;
  }
  return FALSE;
}
