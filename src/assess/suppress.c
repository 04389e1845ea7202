/*
 * Hiding small cells, so that nothing after this can see them: the cells themselves, every sum of ours over one, and as
 * many more members of a published total as it takes to make the hidden ones impossible to work out.
 */
#include "counts.h"
#include "prepare.h"

#include <math.h>

typedef struct {
  const UtTable *table;
  const UtCatalogue *catalogue;
  const UtRegions *regions;
  const GPtrArray *partitions;
  const GArray *sums;
  gboolean *hidden; /* [n_rows] */
} Work;

static gboolean
has_limits (const UtIndicator *indicator) {
  return indicator->suppress.count >= 0 || indicator->suppress.complement >= 0 || indicator->suppress.denominator >= 0;
}

/* The counts of a cell; for a count measure the figure itself. A percentage of a known number that says nothing of its
 * rounding still tells about how many there are. */
static UtCounts
cell_counts (const UtIndicator *indicator, double value, double numerator, double denominator) {
  UtCounts counts;
  if (isnan (numerator) && indicator->measure == UT_MEASURE_COUNT)
    numerator = value;
  if (ut_counts_find (indicator, value, numerator, denominator, &counts) || !isnan (numerator))
    return counts;
  double about = round (value * denominator / ut_unit_factor (indicator->unit));
  return (UtCounts){ about, about, about, denominator };
}

static UtCounts
row_counts (const UtTable *table, gsize row, const UtIndicator *indicator) {
  return cell_counts (indicator, table->value[row], ut_table_numerator (table, row), ut_table_denominator (table, row));
}

static gboolean
is_visible (const Work *work, gsize row) {
  return work->table->status[row] == UT_STATUS_OK && !work->hidden[row];
}

static void
hide_small_cells (const Work *work) {
  const UtTable *table = work->table;
  for (gsize i = 0; i < table->n_rows; i++) {
    const UtIndicator *indicator = ut_catalogue_get (work->catalogue, table->indicator[i]);
    UtRegionKind kind = ut_regions_get (work->regions, table->region[i])->kind;
    if (table->status[i] != UT_STATUS_OK || !has_limits (indicator) || kind == UT_REGION_COUNTRY
        || kind == UT_REGION_GROUP)
      continue;
    UtCounts counts = row_counts (table, i, indicator);
    work->hidden[i] = ut_counts_are_small (&indicator->suppress, counts.lowest, counts.highest, counts.n);
  }
}

static gboolean
has_hidden_member (const Work *work, UtIndicatorId indicator, UtPeriod period, const UtPartition *partition) {
  for (guint i = 0; i < partition->members->len; i++) {
    gsize row;
    UtRegionId member = g_array_index (partition->members, UtRegionId, i);
    if (ut_table_find_row (work->table, indicator, member, period, &row) && work->hidden[row])
      return TRUE;
  }
  return FALSE;
}

static gboolean
hide_sums (const Work *work) {
  gboolean changed = FALSE;
  for (guint i = 0; i < work->sums->len; i++) {
    const UtSum *sum = &g_array_index (work->sums, UtSum, i);
    gsize row;
    if (!has_limits (ut_catalogue_get (work->catalogue, sum->indicator))
        || !ut_table_find_row (work->table, sum->indicator, sum->partition->region, sum->period, &row)
        || work->hidden[row] || !has_hidden_member (work, sum->indicator, sum->period, sum->partition))
      continue;
    work->hidden[row] = changed = TRUE;
  }
  return changed;
}

/* What a reader can work out from a published total: it minus every member that can be seen. */
typedef struct {
  double rest, rest_n;
  guint n_unknown; /* hidden by us, missing in the source, or without a count */
  guint n_hidden;  /* by us */
  gboolean has_visible;
  gsize smallest; /* the visible member that costs least to lose */
  double smallest_count;
} Remainder;

static void
subtract (Remainder *remainder, const Work *work, const UtIndicator *indicator, UtRegionId member, UtPeriod period) {
  gsize row;
  gboolean found = ut_table_find_row (work->table, indicator->id, member, period, &row);
  if (found && work->hidden[row])
    remainder->n_hidden++;
  UtCounts counts = { .nearest = NAN };
  if (found && is_visible (work, row))
    counts = row_counts (work->table, row, indicator);
  if (isnan (counts.nearest)) {
    remainder->n_unknown++;
    return;
  }
  remainder->rest -= counts.nearest;
  remainder->rest_n -= counts.n;
  if (!remainder->has_visible || counts.nearest < remainder->smallest_count) {
    remainder->has_visible = TRUE;
    remainder->smallest = row;
    remainder->smallest_count = counts.nearest;
  }
}

/* A negative rest means that total and members are not of the same source, so nothing can be worked out. */
static gboolean
gives_away (const Remainder *remainder, const UtIndicator *indicator) {
  if (remainder->n_hidden == 0)
    return FALSE;
  return remainder->n_unknown == 1
         || (remainder->rest > -0.5
             && ut_counts_are_small (&indicator->suppress, remainder->rest, remainder->rest, remainder->rest_n));
}

/* Hides one more member, or the total itself when there is none left. */
static gboolean
protect_total (const Work *work, const UtIndicator *indicator, gsize total, const UtPartition *partition) {
  if (!is_visible (work, total) || (work->table->quality[total] & UT_QUALITY_SUMMED) != 0)
    return FALSE;
  UtCounts counts = row_counts (work->table, total, indicator);
  if (isnan (counts.nearest))
    return FALSE;
  Remainder remainder = { .rest = counts.nearest, .rest_n = counts.n };
  for (guint i = 0; i < partition->members->len; i++)
    subtract (&remainder, work, indicator, g_array_index (partition->members, UtRegionId, i),
              work->table->period[total]);
  if (!gives_away (&remainder, indicator))
    return FALSE;
  work->hidden[remainder.has_visible ? remainder.smallest : total] = TRUE;
  return TRUE;
}

static gboolean
protect_totals (const Work *work) {
  gboolean changed = FALSE;
  for (guint i = 0; i < ut_catalogue_count (work->catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (work->catalogue, (UtIndicatorId) i);
    for (guint j = 0; has_limits (indicator) && j < work->partitions->len; j++) {
      const UtPartition *partition = g_ptr_array_index (work->partitions, j);
      UtSeries totals = ut_table_series (work->table, indicator->id, partition->region);
      for (gsize k = 0; k < totals.n; k++)
        changed |= protect_total (work, indicator, totals.first + k, partition);
    }
  }
  return changed;
}

/* A line that is only a part of a visible figure (a former municipality, one of several age groups) is a cell too. */
static gboolean
has_small_part (const UtRow *row, const UtIndicator *indicator) {
  for (gsize i = 0; row->n_origins > 1 && i < row->n_origins; i++) {
    const UtOrigin *origin = &row->origins[i];
    UtCounts counts = cell_counts (indicator, origin->value, origin->numerator, origin->denominator);
    if (ut_counts_are_small (&indicator->suppress, counts.lowest, counts.highest, counts.n))
      return TRUE;
  }
  return FALSE;
}

static void
copy_row (const Work *work, UtTableBuilder *builder, gsize i, const guint16 *files, GArray *origins) {
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
  ut_table_builder_add (builder, &row);
}

static UtTable *
copy_visible (const Work *work) {
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

UtTable *
ut_suppress (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, const GPtrArray *partitions,
             const GArray *sums) {
  g_autofree gboolean *hidden = g_new0 (gboolean, table->n_rows);
  Work work = { table, catalogue, regions, partitions, sums, hidden };
  hide_small_cells (&work);
  gboolean changed;
  do {
    changed = hide_sums (&work);
    changed |= protect_totals (&work);
  } while (changed);
  return copy_visible (&work);
}
