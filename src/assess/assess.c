/* The assessment: places × indicators, each with its verdicts, trend and rank. */
#include <utsyn/assess.h>

#include "assessment.h"
#include "base/pool.h"
#include "benchmark.h"
#include "change.h"
#include "figure.h"
#include "prepare.h"
#include "verdict.h"

#include <math.h>
#include <utsyn/quantile.h>

static UtFigure
latest_figure (UtSeries series, const UtIndicator *indicator, UtRegionId region) {
  gsize row;
  if (!ut_series_latest (series, &row))
    return ut_figure_none (indicator, region);
  return ut_assess_figure (series.table, row, indicator);
}

static void
compare (const UtAssessment *assessment, UtAssessed *assessed, UtBenchmark benchmark) {
  const UtComparisonContext setting = {
    .table = assessment->table,
    .regions = assessment->regions,
    .options = &assessment->options,
    .indicator = assessed->indicator,
    .place = assessed->region,
    .own = &assessed->own,
  };
  UtReference reference = ut_benchmark_find (&setting, benchmark);
  assessed->benchmark_region[benchmark] = reference.region;
  assessed->reference_series[benchmark] = reference.series;
  assessed->verdicts[benchmark]
      = ut_verdict (assessed->indicator, &assessed->own, &reference.figure, &reference.question);
}

static gboolean
is_suppressed (const UtTable *table, gsize row) {
  UtStatus status = table->status[row];
  return status == UT_STATUS_CONFIDENTIAL || status == UT_STATUS_SUPPRESSED
         || ut_figure_may_be_suppressed (status, table->quality[row], table->value[row]);
}

/* The figures of the county's municipalities in the own figure's period; and whether one of them is hidden. */
static GArray *
neighbours (const UtAssessment *assessment, const UtAssessed *assessed, gboolean *hidden) {
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));
  UtRegionId county = ut_benchmark_county_today (assessment->regions, assessed->region);
  if (county == UT_REGION_NONE || !assessed->own.exists)
    return values;
  const GArray *members = ut_regions_get (assessment->regions, county)->members;
  for (guint i = 0; members != NULL && i < members->len; i++) {
    UtRegionId member = g_array_index (members, UtRegionId, i);
    gsize row;
    if (!ut_table_find_row (assessment->table, assessed->indicator->id, member, assessed->own.period, &row))
      continue;
    *hidden |= is_suppressed (assessment->table, row);
    if (ut_row_is_ranked (assessment->table, row))
      g_array_append_val (values, assessment->table->value[row]);
  }
  return values;
}

static guint
count_neighbours (const UtAssessment *assessment, const UtAssessed *assessed) {
  UtRegionId county = ut_benchmark_county_today (assessment->regions, assessed->region);
  const GArray *members = county != UT_REGION_NONE ? ut_regions_get (assessment->regions, county)->members : NULL;
  return members != NULL ? members->len : 0;
}

static void
rank (const UtAssessment *assessment, UtAssessed *assessed) {
  gboolean hidden = FALSE;
  g_autoptr (GArray) values = neighbours (assessment, assessed, &hidden);
  assessed->n_ranked = values->len;
  assessed->n_neighbours = count_neighbours (assessment, assessed);
  assessed->spread_lowest = assessed->spread_highest = NAN;
  for (guint i = 0; values->len >= 3 && !hidden && i < values->len; i++) {
    double value = g_array_index (values, double, i);
    assessed->spread_lowest = fmin (assessed->spread_lowest, value);
    assessed->spread_highest = fmax (assessed->spread_highest, value);
  }
  const UtRegion *region = ut_regions_get (assessment->regions, assessed->region);
  UtPosition position;
  /* A place with more people has more of everything: of numbers of persons nobody is first. */
  if (region->kind != UT_REGION_MUNICIPALITY || !assessed->own.exists
      || assessed->indicator->measure == UT_MEASURE_COUNT || !ut_row_is_ranked (assessment->table, assessed->own.row)
      || !ut_position ((const double *) (gpointer) values->data, values->len, assessed->own.value, &position))
    return;
  assessed->n_lower = (guint) position.lower;
  assessed->n_equal = (guint) position.equal;
  assessed->n_higher = (guint) position.higher;
  assessed->rank = 1 + (assessed->indicator->polarity == UT_POLARITY_LOW ? assessed->n_lower : assessed->n_higher);
}

static void
find_trend (UtAssessed *assessed) {
  assessed->trend = ut_change_find (assessed->indicator, assessed->series);
  for (guint benchmark = 0; benchmark < UT_N_ENCLOSING; benchmark++)
    assessed->trend.relative[benchmark] = ut_contrast_find (assessed, (UtBenchmark) benchmark);
}

/* All but its rank. */
static void
judge (const UtAssessment *assessment, UtAssessed *assessed, UtRegionId place, const UtIndicator *indicator) {
  assessed->indicator = indicator;
  assessed->region = place;
  assessed->series = ut_table_series (assessment->table, indicator->id, place);
  assessed->own = latest_figure (assessed->series, indicator, place);
  for (int benchmark = 0; benchmark < UT_N_BENCHMARKS; benchmark++)
    compare (assessment, assessed, (UtBenchmark) benchmark);
  if (assessment->options.without_trends)
    assessed->trend = ut_change_none ();
  else
    find_trend (assessed);
}

/* What else is in the family of the place. */
static UtAssessed *
judge_others (const UtAssessment *assessment, UtRegionId place) {
  guint n = assessment->family->len;
  UtAssessed *others = g_new0 (UtAssessed, n + 1);
  for (guint m = 0; m < n; m++)
    if (assessment->assessed_as[m] == G_MAXUINT && !assessment->is_group[m])
      judge (assessment, &others[m], place, g_ptr_array_index (assessment->family, m));
  return others;
}

/* A task: every place writes only what is its own. */
static void
assess_place (gpointer user, guint place, guint worker) {
  const UtAssessment *assessment = user;
  (void) worker;
  UtRegionId region = g_array_index (assessment->places, UtRegionId, place);
  for (guint i = 0; i < assessment->indicators->len; i++) {
    UtAssessed *assessed = ut_assessment_at (assessment, place, i);
    judge (assessment, assessed, region, g_ptr_array_index (assessment->indicators, i));
    rank (assessment, assessed);
  }
  g_autofree UtAssessed *others = judge_others (assessment, region);
  ut_assessment_adjust_place (assessment, place, others);
  for (guint m = 0; m < assessment->family->len; m++)
    ut_change_clear (&others[m].trend);
}

static UtAssessOptions
copy_options (const UtAssessOptions *options) {
  if (options == NULL)
    return (UtAssessOptions){ .rule = UT_RULE_UTSYN, .peers = UT_REGION_NONE };
  UtAssessOptions copy = *options;
  copy.family = NULL;
  copy.groups = options->groups != NULL ? g_array_copy (options->groups) : NULL;
  copy.targets = options->targets != NULL ? g_array_copy (options->targets) : NULL;
  return copy;
}

UtAssessment *
ut_assess (const UtTable *table, const UtCatalogue *catalogue, const UtRegions *regions, const GArray *places,
           const GPtrArray *indicators, const UtAssessOptions *options) {
  UtAssessment *assessment = g_new0 (UtAssessment, 1);
  assessment->table = ut_table_ref (table);
  assessment->catalogue = catalogue;
  assessment->regions = regions;
  assessment->options = copy_options (options);
  assessment->places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  if (places->len > 0)
    g_array_append_vals (assessment->places, places->data, places->len);
  assessment->indicators = g_ptr_array_new ();
  for (guint i = 0; i < indicators->len; i++)
    g_ptr_array_add (assessment->indicators, g_ptr_array_index (indicators, i));
  ut_assessment_gather_family (assessment, options != NULL ? options->family : NULL);
  assessment->assessed = g_new0 (UtAssessed, (gsize) places->len * indicators->len);
  assessment->n_tested = g_new0 (guint, (gsize) places->len * UT_N_BENCHMARKS);
  assessment->p = g_new (double, (gsize) places->len *UT_N_BENCHMARKS * assessment->family->len + 1);
  ut_pool_run (ut_pool_width (), places->len, assess_place, assessment);
  ut_assessment_adjust_report (assessment);
  return assessment;
}

void
ut_assessment_free (UtAssessment *assessment) {
  if (assessment == NULL)
    return;
  for (guint i = 0; i < assessment->places->len * assessment->indicators->len; i++)
    ut_change_clear (&assessment->assessed[i].trend);
  g_clear_pointer (&assessment->options.groups, g_array_unref);
  g_clear_pointer (&assessment->options.targets, g_array_unref);
  g_array_unref (assessment->places);
  g_ptr_array_unref (assessment->indicators);
  g_ptr_array_unref (assessment->family);
  g_free (assessment->member);
  g_free (assessment->assessed_as);
  g_free (assessment->is_group);
  g_free (assessment->assessed);
  g_free (assessment->n_tested);
  g_free (assessment->p);
  ut_table_free (assessment->table);
  g_free (assessment);
}

guint
ut_assessment_n_places (const UtAssessment *assessment) {
  return assessment->places->len;
}

UtRegionId
ut_assessment_place (const UtAssessment *assessment, guint place) {
  g_return_val_if_fail (place < assessment->places->len, UT_REGION_NONE);
  return g_array_index (assessment->places, UtRegionId, place);
}

guint
ut_assessment_n_indicators (const UtAssessment *assessment) {
  return assessment->indicators->len;
}

const UtAssessed *
ut_assessment_get (const UtAssessment *assessment, guint place, guint indicator) {
  g_assert (place < assessment->places->len && indicator < assessment->indicators->len);
  return ut_assessment_at (assessment, place, indicator);
}

guint
ut_assessment_n_tested (const UtAssessment *assessment, guint place, UtBenchmark benchmark) {
  g_return_val_if_fail (place < assessment->places->len, 0);
  return assessment->n_tested[place * UT_N_BENCHMARKS + benchmark];
}

GArray *
ut_assessment_family (const UtAssessment *assessment, guint place, UtBenchmark benchmark) {
  GArray *family = g_array_new (FALSE, FALSE, sizeof (UtFamilyMember));
  for (guint m = 0; m < assessment->family->len; m++) {
    const UtFamilyMember member
        = { g_ptr_array_index (assessment->family, m), ut_assessment_p (assessment, place, benchmark)[m] };
    if (!isnan (member.p))
      g_array_append_val (family, member);
  }
  return family;
}

gboolean
ut_assessment_includes (const UtAssessment *assessment, UtBenchmark benchmark) {
  g_return_val_if_fail ((guint) benchmark < UT_N_BENCHMARKS, FALSE);
  return benchmark < UT_N_ENCLOSING || assessment->options.wanted[benchmark];
}

const UtAssessOptions *
ut_assessment_options (const UtAssessment *assessment) {
  return &assessment->options;
}

const UtTable *
ut_assessment_table (const UtAssessment *assessment) {
  return assessment->table;
}

const UtRegions *
ut_assessment_regions (const UtAssessment *assessment) {
  return assessment->regions;
}

const UtCatalogue *
ut_assessment_catalogue (const UtAssessment *assessment) {
  return assessment->catalogue;
}
