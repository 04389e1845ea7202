/*
 * Hiding small cells, so that nothing after this can see them: the cells themselves, the series that are mostly such
 * cells, every sum of ours over one, and as many more cells as it takes to make the hidden ones impossible to work out.
 */
#include "base/i18n.h"
#include "base/pool.h"
#include "doubt.h"
#include "expected.h"

#include <math.h>

UtShowing
ut_suppress_showing (const UtSuppressing *work, gsize row) {
  const UtTable *table = work->table;
  if (work->previous == NULL)
    return UT_SHOWING_NEVER;
  return ut_shown_find (work->previous, ut_catalogue_get (work->catalogue, table->indicator[row])->key,
                        ut_regions_get (work->regions, table->region[row])->code, table->period[row],
                        table->value[row]);
}

gboolean
ut_suppress_was_shown (const UtSuppressing *work, gsize row) {
  return ut_suppress_showing (work, row) == UT_SHOWING_SAME;
}

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
copy_row (const UtSuppressing *work, UtTableBuilder *builder, gsize i, const guint16 *files, GArray *origins) {
  UtRow row;
  ut_table_get_row (work->table, i, &row);
  gboolean blank = work->hidden[i] || has_small_part (&row, ut_catalogue_get (work->catalogue, row.indicator));
  g_array_set_size (origins, 0);
  for (gsize j = 0; j < row.n_origins; j++) {
    UtOrigin origin = row.origins[j];
    origin.file = files[origin.file];
    if (blank)
      origin.value = origin.numerator = origin.denominator = NAN;
    g_array_append_val (origins, origin);
  }
  row.origins = (const UtOrigin *) (gpointer) origins->data;
  if (row.line != 0)
    row.file = files[row.file];
  if (work->hidden[i]) {
    row.status = UT_STATUS_SUPPRESSED;
    row.value = row.numerator = row.denominator = row.margin = NAN;
  }
  if (work->disclosed[i])
    row.quality |= UT_QUALITY_DISCLOSED;
  ut_table_builder_add (builder, &row);
}

static UtTable *
copy_visible (const UtSuppressing *work) {
  const GPtrArray *table_files = work->table->files;
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin));
  g_autofree guint16 *files = g_new0 (guint16, table_files->len);
  for (guint i = 0; i < table_files->len; i++) {
    const UtTableFile *file = g_ptr_array_index (table_files, i);
    files[i] = ut_table_builder_file (builder, file->path, file->dataset);
  }
  for (gsize i = 0; i < work->table->n_rows; i++)
    copy_row (work, builder, i, files, origins);
  return ut_table_builder_finish (builder);
}

static void
suppress_family (gpointer user, guint family, guint worker) {
  const UtSuppressing *work = user;
  (void) worker;
  ut_suppress_primary (work, family);
  ut_suppress_series (work, family);
  ut_suppress_secondary (work, family);
  ut_doubt_done ();
}

void
ut_hidden_clear (UtHidden *found) {
  g_free (found->hidden);
  g_free (found->disclosed);
  g_free (found->n_given_up);
}

UtHidden
ut_suppress_find (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions,
                  const GPtrArray *partitions, const GArray *sums, const UtShown *previous) {
  UtHidden found = { g_new0 (gboolean, table->n_rows + 1), g_new0 (gboolean, table->n_rows + 1),
                     g_new0 (guint, ut_catalogue_count (catalogue) + 1) };
  g_autofree gboolean *primary = g_new0 (gboolean, table->n_rows + 1);
  g_autofree gboolean *in_series = g_new0 (gboolean, table->n_rows + 1);
  g_autofree double *sizes = ut_place_sizes_new (table, catalogue, regions);
  g_autoptr (UtFamilies) families = ut_families_new (table, catalogue);
  UtSuppressing work
      = { table,        catalogue, regions,         partitions,      sums, previous, families, sizes, primary,
          found.hidden, in_series, found.disclosed, found.n_given_up };
  ut_pool_run (ut_doubt_may_be_parallel () ? ut_pool_width () : 1, families->n, suppress_family, &work);
  return found;
}

/* Both tables are in the same order, and all rows of the first are in the second. */
static void
take_over (const UtTable *table, const UtHidden *found, const UtTable *with_own, const UtHidden *all) {
  for (gsize i = 0, k = 0; i < table->n_rows; i++, k++) {
    while (table->indicator[i] != with_own->indicator[k] || table->region[i] != with_own->region[k]
           || ut_period_compare (table->period[i], with_own->period[k]) != 0)
      k++;
    all->hidden[k] = found->hidden[i];
    all->disclosed[k] = found->disclosed[i];
  }
}

UtTable *
ut_suppress_show (const UtTable *table, const UtHidden *found, const UtTable *with_own, const UtCatalogue *catalogue,
                  const UtRegions *regions, const GArray *sums) {
  g_autofree gboolean *primary = g_new0 (gboolean, with_own->n_rows + 1);
  g_autofree gboolean *in_series = g_new0 (gboolean, with_own->n_rows + 1);
  UtHidden all = { g_new0 (gboolean, with_own->n_rows + 1), g_new0 (gboolean, with_own->n_rows + 1), NULL };
  take_over (table, found, with_own, &all);
  UtSuppressing work = { .table = with_own,
                         .catalogue = catalogue,
                         .regions = regions,
                         .sums = sums,
                         .primary = primary,
                         .hidden = all.hidden,
                         .in_series = in_series,
                         .disclosed = all.disclosed };
  ut_suppress_own (&work);
  UtTable *shown = copy_visible (&work);
  ut_hidden_clear (&all);
  return shown;
}

/* How many, not which: what is told of a hidden figure is told to everyone. */
void
ut_suppress_tell (const UtHidden *found, const UtCatalogue *catalogue, UtFindings *findings) {
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) i);
    if (found->n_given_up[i] > 0)
      ut_findings_add (
          findings, indicator->file, indicator->line, UT_FINDING_OUT_OF_REACH,
          ut_trn (ut_language_messages (),
                  "%1$s: %2$u hidden figure can be worked out from what the source or an earlier report prints",
                  "%1$s: %2$u hidden figures can be worked out from what the source or an earlier report prints",
                  found->n_given_up[i]),
          indicator->key, found->n_given_up[i]);
  }
}
