#include "prepare.h"

gboolean
ut_table_find_row (const UtTable *table, UtIndicatorId indicator, UtRegionId region, UtPeriod period, gsize *row) {
  return ut_series_find (ut_table_series (table, indicator, region), period, row);
}

UtTable *
ut_assess_prepare (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, const GArray *own,
                   const UtShown *previous, UtFindings *findings) {
  g_autoptr (GPtrArray) partitions = ut_partitions_new (regions, own);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (UtSum));
  g_autoptr (UtTable) summed = ut_aggregate (table, catalogue, regions, partitions, sums, findings);
  return ut_suppress (summed, catalogue, regions, partitions, sums, previous, findings);
}
