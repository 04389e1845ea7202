/*
 * Suppressing small cells, so that nothing after this can see them: the cells themselves, the series that are mostly
 * such cells, every sum of ours over one, and as many more cells as it takes to make the suppressed ones impossible to
 * work out.
 */
#include "suppress.h"
#include "base/i18n.h"
#include "base/pool.h"
#include "counts.h"
#include "doubt.h"
#include "expected.h"

#include <math.h>

/* A line that is only a part of a visible figure (a former municipality, one of several age groups) is a cell too. */
static gboolean
has_small_part (const UtRow *row, const UtIndicator *indicator) {
  for (gsize i = 0; row->n_origins > 1 && i < row->n_origins; i++) {
    const UtOrigin *origin = &row->origins[i];
    UtCounts counts = ut_cell_counts (indicator, origin->value, origin->numerator, origin->denominator);
    if (ut_counts_are_small (&indicator->suppress, counts.lowest, counts.highest, counts.n))
      return TRUE;
  }
  return FALSE;
}

static void
suppress_family (const UtSuppressionRun *work, guint family) {
  ut_suppress_primary (work, family);
  ut_suppress_series (work, family);
  ut_suppress_secondary (work, family);
  ut_doubt_done ();
}

typedef struct {
  const UtSuppressionRun *work;
  GArray *families; /* guint */
} Job;

static void
run_family (gpointer user, guint task, guint worker) {
  const Job *job = user;
  (void) worker;
  suppress_family (job->work, g_array_index (job->families, guint, task));
}

void
ut_suppress_families (UtSuppressionRun *work, const gboolean *wanted) {
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < ut_catalogue_count (work->catalogue); i++) {
    guint family = work->families->of[i];
    if (family == UT_NO_FAMILY || work->is_done[family] || (wanted != NULL && !wanted[i]))
      continue;
    work->is_done[family] = TRUE;
    g_array_append_val (families, family);
  }
  if (families->len > 0 && work->sizes == NULL)
    work->sizes = ut_place_sizes_new (work->table, work->catalogue, work->regions);
  Job job = { work, families };
  ut_pool_run (ut_doubt_may_be_parallel () ? ut_pool_width () : 1, families->len, run_family, &job);
}

static gboolean
has_blank_origin (const UtSuppressionRun *work, gsize i) {
  UtRow row;
  if (work->table->file[i] != UT_FILE_SEVERAL)
    return FALSE;
  ut_table_get_row (work->table, i, &row);
  return has_small_part (&row, ut_catalogue_get (work->catalogue, row.indicator));
}

gboolean
ut_suppress_any (const UtSuppressionRun *work) {
  for (guint family = 0; family < work->families->n; family++) {
    const GArray *stretches = g_ptr_array_index (work->families->rows, family);
    for (guint k = 0; k < stretches->len; k++) {
      const UtRowStretch *stretch = &g_array_index (stretches, UtRowStretch, k);
      for (gsize row = stretch->first; row < stretch->end; row++)
        if (work->suppressed[row] || work->disclosed[row] || has_blank_origin (work, row))
          return TRUE;
    }
  }
  return FALSE;
}

/* Both are in the same order, and `to` has all rows of the first that are wanted. */
static void
take_over (const UtSuppressionRun *work, const gboolean *wanted, const UtSuppressionRun *to) {
  const UtTable *table = work->table, *shown = to->table;
  for (gsize i = 0, k = 0; i < table->n_rows; i++) {
    if (wanted != NULL && !wanted[table->indicator[i]])
      continue;
    while (table->indicator[i] != shown->indicator[k] || table->region[i] != shown->region[k]
           || ut_period_compare (table->period[i], shown->period[k]) != 0)
      k++;
    to->suppressed[k] = work->suppressed[i];
    to->disclosed[k] = work->disclosed[i];
    k++;
  }
}

static void
blank_origins (UtTable *table, gsize row) {
  if (table->file[row] != UT_FILE_SEVERAL)
    return;
  const UtOriginSlice *slice = &g_array_index (table->slices, UtOriginSlice, table->line[row]);
  for (guint32 i = slice->first; i < slice->first + slice->n; i++) {
    UtOrigin *origin = &g_array_index (table->origins, UtOrigin, i);
    origin->value = origin->numerator = origin->denominator = NAN;
  }
}

static void
blank_row (UtTable *table, gsize row) {
  double *columns[] = { table->value, table->numerator, table->denominator, table->margin };
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i] != NULL)
      columns[i][row] = NAN;
  table->status[row] = UT_STATUS_SUPPRESSED;
}

void
ut_suppress_apply (const UtSuppressionRun *work, const gboolean *wanted, UtTable *shown, const GArray *sums) {
  gsize n = shown->n_rows + 1;
  g_autofree gboolean *suppressed = g_new0 (gboolean, n), *disclosed = g_new0 (gboolean, n);
  g_autofree gboolean *primary = g_new0 (gboolean, n), *in_series = g_new0 (gboolean, n);
  const UtSuppressionRun own = { .table = shown,
                                 .catalogue = work->catalogue,
                                 .regions = work->regions,
                                 .sums = sums,
                                 .primary = primary,
                                 .suppressed = suppressed,
                                 .in_series = in_series,
                                 .disclosed = disclosed };
  take_over (work, wanted, &own);
  ut_suppress_own (&own);
  for (gsize row = 0; row < shown->n_rows; row++) {
    if (suppressed[row] || has_blank_origin (&own, row))
      blank_origins (shown, row);
    if (suppressed[row])
      blank_row (shown, row);
    if (disclosed[row])
      shown->quality[row] |= UT_QUALITY_DISCLOSED;
  }
}

/* Reports the number only: naming the cell would disclose it. */
void
ut_suppress_report (const UtSuppressionRun *work, const gboolean *wanted, UtFindings *findings) {
  for (guint i = 0; i < ut_catalogue_count (work->catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (work->catalogue, (UtIndicatorId) i);
    if (work->n_given_up[i] > 0 && (wanted == NULL || wanted[i]))
      ut_findings_add (
          findings, indicator->file, indicator->line, UT_FINDING_DISCLOSED,
          ut_trn (ut_language_messages (),
                  "%1$s: %2$u suppressed figure can be worked out from what the source or a previous run prints",
                  "%1$s: %2$u suppressed figures can be worked out from what the source or a previous run prints",
                  work->n_given_up[i]),
          indicator->key, work->n_given_up[i]);
  }
}
