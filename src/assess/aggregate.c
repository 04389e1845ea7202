/* Figures of areas the source has no row for: sums of counts, where a percentage is never averaged, and what is
 * published of the same people under another code. */
#include "base/i18n.h"
#include "model/settle_two.h"
#include "prepare.h"
#include "weighted.h"

#include <math.h>

typedef struct {
  const UtTable *table;
  const UtRegions *regions;
  UtTableBuilder *builder;
  const GPtrArray *splits;
  GArray *sums;
  UtFindings *findings;
  gboolean shared; /* a figure with the other code of the same people */
} Work;

typedef enum { SUM_MADE, SUM_NO_ROW, SUM_NO_COUNT, SUM_MIXED } SumResult;

typedef struct {
  double value, numerator, denominator;
  guint16 quality;
  double estimated; /* persons of members the source marks as estimates, and whose other half is not here */
  const char *dataset;
  GArray *origins; /* UtOrigin, file numbers of the builder */
  guint n_usable;
} Sum;

static gboolean
is_count (const UtIndicator *indicator) {
  return indicator->measure == UT_MEASURE_COUNT;
}

UtRegionId
ut_county_municipality (const UtRegions *regions, UtRegionId county) {
  const UtRegion *region = ut_regions_get (regions, county);
  gboolean single = region->kind == UT_REGION_COUNTY && region->valid_to == G_MAXINT && region->members->len == 1;
  return single ? g_array_index (region->members, UtRegionId, 0) : UT_REGION_NONE;
}

gboolean
ut_can_be_summed (const UtIndicator *indicator) {
  if (indicator->standardised || indicator->test == UT_TEST_MARGIN)
    return FALSE;
  return indicator->measure == UT_MEASURE_PROPORTION || indicator->measure == UT_MEASURE_RATE
         || (is_count (indicator) && indicator->unit == UT_UNIT_PERSONS);
}

gboolean
ut_has_count (const UtTable *table, gsize row, const UtIndicator *indicator) {
  if (table->status[row] != UT_STATUS_OK)
    return FALSE;
  if ((table->quality[row] & UT_QUALITY_NOT_ADDABLE) != 0
      || ((table->quality[row] & UT_QUALITY_AT_LIMIT) != 0 && table->value[row] == 0))
    return FALSE;
  return is_count (indicator)
         || (!isnan (ut_table_numerator (table, row)) && !isnan (ut_table_denominator (table, row)));
}

gboolean
ut_take_origins (const UtTable *table, gsize row, const UtRegions *regions, UtTableBuilder *builder, GArray *origins,
                 const char **dataset) {
  gsize n = ut_table_n_origins (table, row);
  for (gsize i = 0; i < n; i++) {
    UtOrigin origin = ut_table_origin (table, row, i);
    if (*origin.code == '\0')
      g_strlcpy (origin.code, ut_regions_get (regions, table->region[row])->code, sizeof origin.code);
    const UtTableFile *file = ut_table_file (table, origin.file);
    if (*dataset != NULL && g_strcmp0 (*dataset, file->dataset) != 0)
      return FALSE;
    *dataset = file->dataset;
    origin.file = ut_table_builder_file (builder, file->path, file->dataset);
    g_array_append_val (origins, origin);
  }
  return TRUE;
}

static gboolean
add_member (Sum *sum, const Work *work, gsize row, const GArray *members) {
  const UtTable *table = work->table;
  sum->value += table->value[row];
  sum->numerator += ut_table_numerator (table, row);
  sum->denominator += ut_table_denominator (table, row);
  sum->quality |= (guint16) (table->quality[row] & ~(UT_QUALITY_RESTATED | UT_QUALITY_AT_LIMIT));
  guint before = sum->origins->len;
  gboolean same_dataset = ut_take_origins (table, row, work->regions, work->builder, sum->origins, &sum->dataset);
  if ((table->quality[row] & UT_QUALITY_ESTIMATE) != 0 && !ut_weights_are_known (sum->origins, before)
      && !ut_splits_are_whole (work->splits, table->region[row], members))
    sum->estimated += isnan (ut_table_denominator (table, row)) ? table->value[row] : ut_table_denominator (table, row);
  return same_dataset;
}

/* What a sum rests on by weight stands for its own people where little of it does. */
static void
settle_estimate (Sum *sum, const UtIndicator *indicator) {
  double persons = is_count (indicator) ? sum->value : sum->denominator;
  double weighted = sum->estimated + ut_weighted_persons (sum->origins, is_count (indicator));
  if (weighted <= UT_MOST_WEIGHTED * persons)
    sum->quality &= (guint16) ~UT_QUALITY_ESTIMATE;
}

/* Adds up the members; the first obstacle is the answer, but all usable members are counted. */
static SumResult
add_up (Sum *sum, const Work *work, const UtIndicator *indicator, UtPeriod period, const UtPartition *partition) {
  SumResult result = SUM_MADE;
  for (guint i = 0; i < partition->members->len; i++) {
    gsize row;
    UtRegionId member = g_array_index (partition->members, UtRegionId, i);
    gboolean found = ut_table_find_row (work->table, indicator->id, member, period, &row);
    if (found && ut_has_count (work->table, row, indicator)) {
      sum->n_usable++;
      if (result == SUM_MADE && !add_member (sum, work, row, partition->members))
        result = SUM_MIXED;
    } else if (result == SUM_MADE) {
      result = found ? SUM_NO_COUNT : SUM_NO_ROW;
    }
  }
  if (result == SUM_MADE && !is_count (indicator) && !(sum->denominator > 0))
    result = SUM_NO_COUNT;
  if ((sum->quality & UT_QUALITY_ESTIMATE) != 0)
    settle_estimate (sum, indicator);
  return result;
}

static void
add_row (const Work *work, const UtIndicator *indicator, UtPeriod period, const UtPartition *partition,
         const Sum *sum) {
  UtRow row = {
    .indicator = indicator->id,
    .region = partition->region,
    .period = period,
    .value = is_count (indicator) ? sum->value : sum->numerator / sum->denominator * ut_unit_factor (indicator->unit),
    .numerator = sum->numerator,
    .denominator = sum->denominator,
    .margin = NAN,
    .status = UT_STATUS_OK,
    .quality = sum->quality | UT_QUALITY_SUMMED,
    .origins = (const UtOrigin *) (gpointer) sum->origins->data,
    .n_origins = sum->origins->len,
  };
  ut_table_builder_add (work->builder, &row);
  UtSum record = { indicator->id, period, partition };
  g_array_append_val (work->sums, record);
}

/* Only an own region is worth a word: for the others a missing sum is how the sources are. */
static gboolean
report_incomplete (const Work *work, const UtIndicator *indicator, UtPeriod period, const UtPartition *partition,
                   const Sum *sum, SumResult result) {
  const UtRegion *region = ut_regions_get (work->regions, partition->region);
  if (work->findings == NULL || region->kind != UT_REGION_OWN || sum->n_usable == 0)
    return FALSE;
  if (result != SUM_NO_ROW && result != SUM_MIXED)
    return FALSE;
  g_autofree char *when = ut_period_format (period, ut_language_messages ());
  if (result == SUM_MIXED)
    ut_findings_add (work->findings, indicator->file, indicator->line, UT_FINDING_SUM_INCOMPLETE,
                     _ ("no sum of %s for %s in %s: the figures come from different datasets"), indicator->key,
                     region->name, when);
  else
    ut_findings_add (work->findings, indicator->file, indicator->line, UT_FINDING_SUM_INCOMPLETE,
                     ut_trn (ut_language_messages (),
                             "no sum of %s for %s in %s: only %u of %u municipalities has a figure",
                             "no sum of %s for %s in %s: only %u of %u municipalities have a figure", sum->n_usable),
                     indicator->key, region->name, when, sum->n_usable, partition->members->len);
  return TRUE;
}

/* The country has several partitions, one after the other; the first that can be summed wins. */
static gboolean
is_summed (const Work *work, const UtIndicator *indicator, UtPeriod period, UtRegionId region) {
  if (work->sums->len == 0)
    return FALSE;
  const UtSum *last = &g_array_index (work->sums, UtSum, work->sums->len - 1);
  return last->indicator == indicator->id && last->partition->region == region
         && ut_period_compare (last->period, period) == 0;
}

/* TRUE when this was reported. */
static gboolean
sum_area (const Work *work, const UtIndicator *indicator, UtPeriod period, const UtPartition *partition,
          gboolean already_told) {
  gsize row;
  if (ut_table_find_row (work->table, indicator->id, partition->region, period, &row)
      || is_summed (work, indicator, period, partition->region))
    return FALSE;
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin));
  Sum sum = { .origins = origins };
  SumResult result = add_up (&sum, work, indicator, period, partition);
  if (result == SUM_MADE) {
    add_row (work, indicator, period, partition, &sum);
    return FALSE;
  }
  return !already_told && report_incomplete (work, indicator, period, partition, &sum, result);
}

static int
newest_first (gconstpointer a, gconstpointer b) {
  return ut_period_compare (*(const UtPeriod *) b, *(const UtPeriod *) a);
}

GArray *
ut_distinct_periods (const UtTable *table, gsize first, gsize end) {
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (UtPeriod));
  g_array_append_vals (periods, table->period + first, (guint) (end - first));
  g_array_sort (periods, newest_first);
  guint kept = 0;
  for (guint i = 0; i < periods->len; i++) {
    UtPeriod period = g_array_index (periods, UtPeriod, i);
    if (kept == 0 || ut_period_compare (g_array_index (periods, UtPeriod, kept - 1), period) != 0)
      g_array_index (periods, UtPeriod, kept++) = period;
  }
  g_array_set_size (periods, kept);
  return periods;
}

static void
sum_indicator (const Work *work, const UtIndicator *indicator, gsize first, gsize end, const GPtrArray *partitions) {
  g_autoptr (GArray) periods = ut_distinct_periods (work->table, first, end);
  g_autofree gboolean *told = g_new0 (gboolean, partitions->len);
  for (guint i = 0; i < periods->len; i++) {
    for (guint j = 0; j < partitions->len; j++) {
      const UtPartition *partition = g_ptr_array_index (partitions, j);
      if (partition->may_sum && sum_area (work, indicator, g_array_index (periods, UtPeriod, i), partition, told[j]))
        told[j] = TRUE;
    }
  }
}

void
ut_take_files (UtTableBuilder *builder, const UtTable *table) {
  for (guint i = 0; i < table->files->len; i++) {
    const UtTableFile *file = ut_table_file (table, (guint16) i);
    ut_table_builder_file (builder, file->path, file->dataset);
  }
}

/* Oslo is a municipality and a county, and the same people */

static gboolean
was_summed (const Work *work, UtIndicatorId indicator, UtPeriod period, UtRegionId region) {
  for (guint i = work->sums->len; i > 0; i--) {
    const UtSum *sum = &g_array_index (work->sums, UtSum, i - 1);
    if (sum->indicator != indicator)
      return FALSE;
    if (sum->partition->region == region && ut_period_compare (sum->period, period) == 0)
      return TRUE;
  }
  return FALSE;
}

static UtRepeated
settle (gpointer user, const UtRow *first, const UtRow *second) {
  (void) user;
  return ut_settle_two (first->status, first->value, second->status, second->value);
}

/* Whether a row has nothing to say beside a figure of the same people. */
static gboolean
gives_way (const UtTable *table, gsize row, gsize other) {
  return table->status[other] == UT_STATUS_OK
         && ut_settle_two (table->status[row], table->value[row], table->status[other], table->value[other])
                == UT_REPEATED_SECOND;
}

static void
copy_row (Work *work, gsize from, UtRegionId region) {
  const UtTable *table = work->table;
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (UtOrigin));
  const char *dataset = NULL;
  ut_take_origins (table, from, work->regions, work->builder, origins, &dataset);
  const UtRow row = {
    .indicator = table->indicator[from],
    .region = region,
    .period = table->period[from],
    .value = table->value[from],
    .numerator = ut_table_numerator (table, from),
    .denominator = ut_table_denominator (table, from),
    .margin = ut_table_margin (table, from),
    .status = table->status[from],
    .quality = table->quality[from],
    .origins = (const UtOrigin *) (gpointer) origins->data,
    .n_origins = origins->len,
  };
  ut_table_builder_add (work->builder, &row);
  work->shared = TRUE;
}

static void
copy_series (Work *work, UtIndicatorId indicator, UtRegionId from, UtRegionId to) {
  UtSeries series = ut_table_series (work->table, indicator, from);
  for (gsize row = series.first; row < series.first + series.n; row++) {
    gsize own;
    UtPeriod period = work->table->period[row];
    if (ut_table_find_row (work->table, indicator, to, period, &own) ? gives_way (work->table, own, row)
                                                                     : !was_summed (work, indicator, period, to))
      copy_row (work, row, to);
  }
}

/* What is published of one is a figure of the other. */
static void
share_figures (Work *work, UtIndicatorId indicator) {
  for (guint i = 0; i < ut_regions_count (work->regions); i++) {
    UtRegionId municipality = ut_county_municipality (work->regions, (UtRegionId) i);
    if (municipality == UT_REGION_NONE)
      continue;
    copy_series (work, indicator, (UtRegionId) i, municipality);
    copy_series (work, indicator, municipality, (UtRegionId) i);
  }
}

UtTable *
ut_aggregate (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, const GPtrArray *partitions,
              const gboolean *wanted, GArray *sums, UtFindings *findings) {
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  ut_take_files (builder, table);
  g_autoptr (GPtrArray) splits = ut_splits_new (regions);
  Work work = { table, regions, builder, splits, sums, findings, FALSE };
  for (gsize first = 0, end; first < table->n_rows; first = end) {
    for (end = first; end < table->n_rows && table->indicator[end] == table->indicator[first];)
      end++;
    const UtIndicator *indicator = ut_catalogue_get (catalogue, table->indicator[first]);
    if (wanted != NULL && !wanted[indicator->id])
      continue;
    if (ut_can_be_summed (indicator))
      sum_indicator (&work, indicator, first, end, partitions);
    share_figures (&work, indicator->id);
  }
  if (sums->len == 0 && !work.shared)
    return NULL;
  g_autoptr (UtTable) rest = wanted != NULL ? ut_table_copy (table, wanted) : NULL;
  ut_table_builder_add_table (builder, rest != NULL ? rest : table);
  return ut_table_builder_finish_unique (builder, settle, NULL);
}
