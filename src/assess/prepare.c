#include "prepare.h"

#include "suppress.h"

struct UtHiding {
  GPtrArray *partitions;
  GArray *sums;          /* UtSum */
  UtTable *table;        /* with the sums of ours that do not depend on who asks */
  UtSuppressionRun work; /* on it */
};

UtHiding *
ut_hiding_new (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
               const UtPreviousFigures *previous) {
  UtHiding *hiding = g_new0 (UtHiding, 1);
  hiding->partitions = ut_partitions_new (regions, NULL);
  hiding->sums = g_array_new (FALSE, FALSE, sizeof (UtSum));
  hiding->table = ut_aggregate (table, catalogue, regions, hiding->partitions, NULL, hiding->sums, NULL);
  if (hiding->table == NULL)
    hiding->table = ut_table_ref (table);
  gsize n_rows = hiding->table->n_rows;
  UtFamilies *families = ut_families_new (hiding->table, catalogue);
  hiding->work = (UtSuppressionRun){
    .table = hiding->table,
    .catalogue = catalogue,
    .regions = regions,
    .partitions = hiding->partitions,
    .sums = hiding->sums,
    .previous = previous,
    .families = families,
    .primary = g_new0 (gboolean, n_rows + 1),
    .hidden = g_new0 (gboolean, n_rows + 1),
    .in_series = g_new0 (gboolean, n_rows + 1),
    .disclosed = g_new0 (gboolean, n_rows + 1),
    .n_given_up = g_new0 (guint, ut_catalogue_count (catalogue) + 1),
    .is_done = g_new0 (gboolean, families->n + 1),
  };
  return hiding;
}

void
ut_hiding_free (UtHiding *hiding) {
  if (hiding == NULL)
    return;
  ut_families_free ((UtFamilies *) hiding->work.families);
  g_free ((double *) hiding->work.sizes);
  g_free (hiding->work.primary);
  g_free (hiding->work.hidden);
  g_free (hiding->work.in_series);
  g_free (hiding->work.disclosed);
  g_free (hiding->work.n_given_up);
  g_free (hiding->work.is_done);
  ut_table_free (hiding->table);
  g_array_unref (hiding->sums);
  g_ptr_array_unref (hiding->partitions);
  g_free (hiding);
}

/* The head counts that stand in for its persons. */
static void
want_denominator (const UtIndicator *indicator, gboolean *wanted) {
  for (const UtDenominator *one = indicator->denominator; one != NULL; one = one->otherwise)
    for (guint i = 0; i < one->terms->len; i++)
      wanted[g_array_index (one->terms, UtDenominatorTerm, i).id] = TRUE;
}

/* [indicators]; NULL for all. */
static gboolean *
flags_of (const GPtrArray *indicators, const UtCatalogue *catalogue) {
  if (indicators == NULL)
    return NULL;
  gboolean *wanted = g_new0 (gboolean, ut_catalogue_count (catalogue) + 1);
  for (guint i = 0; i < indicators->len; i++) {
    const UtIndicator *indicator = g_ptr_array_index (indicators, i);
    wanted[indicator->id] = TRUE;
    want_denominator (indicator, wanted);
  }
  return wanted;
}

UtTable *
ut_hiding_show (UtHiding *hiding, const GPtrArray *indicators, const GArray *own, UtFindings *findings) {
  UtSuppressionRun *work = &hiding->work;
  g_autofree gboolean *wanted = flags_of (indicators, work->catalogue);
  g_autoptr (GPtrArray) partitions = ut_partitions_of_own (work->regions, own);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (UtSum));
  ut_suppress_families (work, wanted);
  UtTable *shown = partitions->len > 0 ? ut_aggregate (hiding->table, work->catalogue, work->regions, partitions,
                                                       wanted, sums, findings)
                                       : NULL;
  if (findings != NULL)
    ut_suppress_report (work, wanted, findings);
  if (shown == NULL && wanted == NULL && !ut_suppress_hides (work))
    return ut_table_ref (hiding->table);
  if (shown == NULL)
    shown = ut_table_copy (hiding->table, wanted);
  ut_suppress_apply (work, wanted, shown, sums);
  return shown;
}

UtTable *
ut_assess_prepare (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, const GArray *own,
                   const UtPreviousFigures *previous, UtFindings *findings) {
  g_autoptr (UtHiding) hiding = ut_hiding_new (table, catalogue, regions, previous);
  return ut_hiding_show (hiding, NULL, own, findings);
}
