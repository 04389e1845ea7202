#include "prepare.h"

#include "combine.h"
#include "suppress.h"

struct UtPreparation {
  GPtrArray *partitions;
  GArray *sums;          /* UtSum */
  UtTable *table;        /* with the sums of ours that do not depend on who asks */
  UtSuppressionRun work; /* on it */
};

UtPreparation *
ut_preparation_new (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                    const UtPreviousFigures *previous) {
  UtPreparation *preparation = g_new0 (UtPreparation, 1);
  preparation->partitions = ut_partitions_new (regions, NULL);
  preparation->sums = g_array_new (FALSE, FALSE, sizeof (UtSum));
  preparation->table = ut_aggregate (table, catalogue, regions, preparation->partitions, NULL, preparation->sums, NULL);
  if (preparation->table == NULL)
    preparation->table = ut_table_ref (table);
  gsize n_rows = preparation->table->n_rows;
  UtFamilies *families = ut_families_new (preparation->table, catalogue);
  preparation->work = (UtSuppressionRun){
    .table = preparation->table,
    .catalogue = catalogue,
    .regions = regions,
    .partitions = preparation->partitions,
    .sums = preparation->sums,
    .previous = previous,
    .families = families,
    .primary = g_new0 (gboolean, n_rows + 1),
    .suppressed = g_new0 (gboolean, n_rows + 1),
    .in_series = g_new0 (gboolean, n_rows + 1),
    .disclosed = g_new0 (gboolean, n_rows + 1),
    .n_given_up = g_new0 (guint, ut_catalogue_count (catalogue) + 1),
    .is_done = g_new0 (gboolean, families->n + 1),
  };
  return preparation;
}

void
ut_preparation_free (UtPreparation *preparation) {
  if (preparation == NULL)
    return;
  ut_families_free ((UtFamilies *) preparation->work.families);
  g_free ((double *) preparation->work.sizes);
  g_free (preparation->work.primary);
  g_free (preparation->work.suppressed);
  g_free (preparation->work.in_series);
  g_free (preparation->work.disclosed);
  g_free (preparation->work.n_given_up);
  g_free (preparation->work.is_done);
  ut_table_free (preparation->table);
  g_array_unref (preparation->sums);
  g_ptr_array_unref (preparation->partitions);
  g_free (preparation);
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

/* With the areas that are no source's figures nor sums; `shown` is given up. */
static UtTable *
with_combined (const UtPreparation *preparation, UtTable *shown, const GPtrArray *own, const GArray *sums,
               const gboolean *wanted) {
  UtTable *more = ut_combine (shown, preparation->work.catalogue, preparation->work.regions, preparation->partitions,
                              own, sums, wanted);
  if (more == NULL)
    return shown;
  ut_table_free (shown);
  return more;
}

UtTable *
ut_preparation_table (UtPreparation *preparation, const GPtrArray *indicators, const GArray *own,
                      UtFindings *findings) {
  UtSuppressionRun *work = &preparation->work;
  g_autofree gboolean *wanted = flags_of (indicators, work->catalogue);
  g_autoptr (GPtrArray) partitions = ut_partitions_of_own (work->regions, own);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (UtSum));
  ut_suppress_families (work, wanted);
  UtTable *shown = partitions->len > 0 ? ut_aggregate (preparation->table, work->catalogue, work->regions, partitions,
                                                       wanted, sums, findings)
                                       : NULL;
  if (findings != NULL)
    ut_suppress_report (work, wanted, findings);
  if (shown == NULL && wanted == NULL && !ut_suppress_any (work))
    return with_combined (preparation, ut_table_ref (preparation->table), partitions, sums, wanted);
  if (shown == NULL)
    shown = ut_table_copy (preparation->table, wanted);
  ut_suppress_apply (work, wanted, shown, sums);
  return with_combined (preparation, shown, partitions, sums, wanted);
}

UtTable *
ut_assess_prepare (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, const GArray *own,
                   const UtPreviousFigures *previous, UtFindings *findings) {
  g_autoptr (UtPreparation) preparation = ut_preparation_new (table, catalogue, regions, previous);
  return ut_preparation_table (preparation, NULL, own, findings);
}
