#include "prepare.h"

struct UtHiding {
  const UtCatalogue *catalogue;
  const UtRegions *regions;
  UtTable *table; /* with the sums of ours that do not depend on who asks */
  UtHidden found;
};

gboolean
ut_table_find_row (const UtTable *table, UtIndicatorId indicator, UtRegionId region, UtPeriod period, gsize *row) {
  return ut_series_find (ut_table_series (table, indicator, region), period, row);
}

UtHiding *
ut_hiding_new (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, const UtShown *previous) {
  UtHiding *hiding = g_new0 (UtHiding, 1);
  g_autoptr (GPtrArray) partitions = ut_partitions_new (regions, NULL);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (UtSum));
  hiding->catalogue = catalogue;
  hiding->regions = regions;
  hiding->table = ut_aggregate (table, catalogue, regions, partitions, sums, NULL);
  hiding->found = ut_suppress_find (hiding->table, catalogue, regions, partitions, sums, previous);
  return hiding;
}

void
ut_hiding_free (UtHiding *hiding) {
  if (hiding == NULL)
    return;
  ut_table_free (hiding->table);
  ut_hidden_clear (&hiding->found);
  g_free (hiding);
}

UtTable *
ut_hiding_show (const UtHiding *hiding, const GArray *own, UtFindings *findings) {
  g_autoptr (GPtrArray) partitions = ut_partitions_of_own (hiding->regions, own);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (UtSum));
  g_autoptr (UtTable) summed = partitions->len > 0 ? ut_aggregate (hiding->table, hiding->catalogue, hiding->regions,
                                                                   partitions, sums, findings)
                                                   : NULL;
  if (findings != NULL)
    ut_suppress_tell (&hiding->found, hiding->catalogue, findings);
  return ut_suppress_show (hiding->table, &hiding->found, summed != NULL ? summed : hiding->table, hiding->catalogue,
                           hiding->regions, sums);
}

UtTable *
ut_assess_prepare (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, const GArray *own,
                   const UtShown *previous, UtFindings *findings) {
  g_autoptr (UtHiding) hiding = ut_hiding_new (table, catalogue, regions, previous);
  return ut_hiding_show (hiding, own, findings);
}
