/* The assessment: places × indicators, each with its verdicts, trend and rank. */
#include <utsyn/assess.h>

#include "assessment.h"
#include "base/pool.h"
#include "benchmark.h"
#include "change.h"
#include "figure.h"
#include "prepare.h"
#include "summary_family.h"
#include "trend_families.h"
#include "verdict.h"

#include <math.h>
#include <string.h>
#include <utsyn/multiplicity.h>
#include <utsyn/quantile.h>

struct UtAssessment {
  UtTable *table;
  const UtCatalogue *catalogue;
  const UtRegions *regions;
  UtAssessOptions options; /* groups and targets are ours, `family` is none's */
  GArray *places;          /* UtRegionId */
  GPtrArray *indicators;   /* const UtIndicator */
  GPtrArray *family;       /* const UtIndicator: each of them once, then those that only count in the family */
  guint *member;           /* [indicators] which of the family it is */
  guint *assessed_as;      /* [family] the first of the indicators it is; G_MAXUINT when it is none */
  gboolean *is_group;      /* [family]: of another of them */
  UtAssessed *assessed;    /* [places × indicators], by place */
  double *p;               /* [places × benchmarks × family], by place; NaN where nothing was tested */
  guint *n_tested;         /* [places × benchmarks], by place */
};

static UtAssessed *
get (const UtAssessment *assessment, guint place, guint indicator) {
  return &assessment->assessed[place * assessment->indicators->len + indicator];
}

static UtFigure
latest_figure (UtSeries series, const UtIndicator *indicator, UtRegionId region) {
  gsize row;
  if (!ut_series_latest (series, &row))
    return ut_figure_none (indicator, region);
  return ut_assess_figure (series.table, row, indicator);
}

static UtComparisonContext
setting_of (const UtAssessment *assessment, const UtIndicator *indicator, UtRegionId place, const UtFigure *own) {
  return (UtComparisonContext){
    .table = assessment->table,
    .regions = assessment->regions,
    .options = &assessment->options,
    .indicator = indicator,
    .place = place,
    .own = own,
  };
}

static void
compare (const UtAssessment *assessment, UtAssessed *assessed, UtBenchmark benchmark) {
  const UtComparisonContext setting = setting_of (assessment, assessed->indicator, assessed->region, &assessed->own);
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

static void
assess_one (const UtAssessment *assessment, UtAssessed *assessed, UtRegionId place, const UtIndicator *indicator) {
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
  rank (assessment, assessed);
}

/* The family of the many comparisons */

/* Girls, where the indicator of them all is assessed too: the same persons are not tested twice. */
static gboolean
is_group (const UtAssessment *assessment, const UtIndicator *group) {
  for (guint i = 0; i < assessment->family->len; i++) {
    const UtIndicator *whole = g_ptr_array_index (assessment->family, i);
    for (guint by = 0; by < UT_N_DIMENSIONS; by++)
      for (guint k = 0; k < whole->by[by].n; k++)
        if (whole->by[by].ids[k] == group->id)
          return TRUE;
  }
  return FALSE;
}

/* An indicator that stands in two themes is one comparison. */
static guint
add_member (GPtrArray *family, GHashTable *known, const UtIndicator *indicator) {
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (known, indicator));
  if (number > 0)
    return number - 1;
  g_ptr_array_add (family, (gpointer) indicator);
  g_hash_table_insert (known, (gpointer) indicator, GUINT_TO_POINTER (family->len));
  return family->len - 1;
}

static void
gather_family (UtAssessment *assessment, const GPtrArray *others) {
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  guint n = assessment->indicators->len;
  assessment->family = g_ptr_array_new ();
  assessment->member = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    assessment->member[i] = add_member (assessment->family, known, g_ptr_array_index (assessment->indicators, i));
  for (guint i = 0; others != NULL && i < others->len; i++)
    add_member (assessment->family, known, g_ptr_array_index (others, i));
  assessment->assessed_as = g_new (guint, assessment->family->len + 1);
  assessment->is_group = g_new (gboolean, assessment->family->len + 1);
  for (guint m = 0; m < assessment->family->len; m++) {
    assessment->assessed_as[m] = G_MAXUINT;
    assessment->is_group[m] = is_group (assessment, g_ptr_array_index (assessment->family, m));
  }
  for (guint i = n; i-- > 0;)
    assessment->assessed_as[assessment->member[i]] = i;
}

/* All that the others of the family are assessed by. */
static void
find_p (const UtAssessment *assessment, UtRegionId place, const UtIndicator *indicator, double p[UT_N_BENCHMARKS]) {
  for (guint b = 0; b < UT_N_BENCHMARKS; b++)
    p[b] = NAN;
  if (indicator->test == UT_TEST_NONE)
    return;
  UtFigure own = latest_figure (ut_table_series (assessment->table, indicator->id, place), indicator, place);
  const UtComparisonContext setting = setting_of (assessment, indicator, place, &own);
  for (guint b = 0; b < UT_N_BENCHMARKS && ut_figure_is_shown (&own); b++) {
    if (!ut_assessment_includes (assessment, (UtBenchmark) b))
      continue;
    UtReference reference = ut_benchmark_find (&setting, (UtBenchmark) b);
    p[b] = ut_verdict (indicator, &own, &reference.figure, &reference.question).p;
  }
}

static double *
p_of (const UtAssessment *assessment, guint place, UtBenchmark benchmark) {
  return assessment->p + ((gsize) place * UT_N_BENCHMARKS + benchmark) * assessment->family->len;
}

static void
find_all_p (const UtAssessment *assessment, guint place, guint member, double p[UT_N_BENCHMARKS]) {
  guint indicator = assessment->assessed_as[member];
  if (indicator == G_MAXUINT && !assessment->is_group[member]) {
    find_p (assessment, ut_assessment_place (assessment, place), g_ptr_array_index (assessment->family, member), p);
    return;
  }
  for (guint b = 0; b < UT_N_BENCHMARKS; b++)
    p[b] = assessment->is_group[member] ? NAN : get (assessment, place, indicator)->verdicts[b].p;
}

/* Benjamini–Hochberg over one place × one benchmark. */
static void
adjust_families (const UtAssessment *assessment, guint place) {
  gsize n = assessment->family->len;
  g_autofree double *q = g_new (double, n + 1);
  for (guint m = 0; m < n; m++) {
    double p[UT_N_BENCHMARKS];
    find_all_p (assessment, place, m, p);
    for (guint b = 0; b < UT_N_BENCHMARKS; b++)
      p_of (assessment, place, (UtBenchmark) b)[m] = p[b];
  }
  for (guint b = 0; b < UT_N_BENCHMARKS; b++) {
    const double *own = p_of (assessment, place, (UtBenchmark) b);
    guint *n_tested = &assessment->n_tested[place * UT_N_BENCHMARKS + b];
    for (guint m = 0; m < n; m++)
      *n_tested += !isnan (own[m]);
    ut_adjust_benjamini_hochberg (own, n, q);
    for (guint i = 0; i < assessment->indicators->len; i++) {
      UtVerdict *verdict = &get (assessment, place, i)->verdicts[b];
      verdict->q = q[assessment->member[i]];
      verdict->q_report = NAN;
      verdict->robust = verdict->level > UT_LEVEL_SIMILAR && verdict->q <= 0.05;
    }
  }
}

static gboolean
is_whole (const UtAssessment *assessment, guint place) {
  return ut_regions_get (assessment->regions, ut_assessment_place (assessment, place))->kind != UT_REGION_MUNICIPALITY;
}

static gboolean
is_part (const UtAssessment *assessment, guint place, guint whole) {
  UtRegionId own = ut_assessment_place (assessment, place);
  const GArray *members = ut_regions_get (assessment->regions, ut_assessment_place (assessment, whole))->members;
  for (guint i = 0; members != NULL && i < members->len; i++)
    if (g_array_index (members, UtRegionId, i) == own)
      return TRUE;
  return FALSE;
}

/* What is told of a whole is told with its parts. */
static void
follow_whole (const UtAssessment *assessment, guint whole) {
  for (guint place = 0; place < assessment->places->len; place++)
    for (guint i = 0; place != whole && is_part (assessment, place, whole) && i < assessment->indicators->len; i++) {
      UtVerdict *own = &get (assessment, place, i)->verdicts[UT_BENCHMARK_COUNTRY];
      own->in_summary |= ut_summary_family_follows (own, &get (assessment, whole, i)->verdicts[UT_BENCHMARK_COUNTRY]);
    }
}

/* What the summary of a report may say, over all its places. */
static void
adjust_report (const UtAssessment *assessment) {
  gsize n = assessment->family->len;
  guint n_places = assessment->places->len;
  g_autofree double *q = g_new (double, n_places *n + 1);
  g_autofree gboolean *whole = g_new (gboolean, n_places + 1);
  for (guint place = 0; place < n_places; place++) {
    whole[place] = is_whole (assessment, place);
    memcpy (q + place * n, p_of (assessment, place, UT_BENCHMARK_COUNTRY), n * sizeof *q);
  }
  ut_summary_family_adjust (q, whole, n_places, n);
  for (guint place = 0; place < n_places; place++)
    for (guint i = 0; i < assessment->indicators->len; i++) {
      UtVerdict *verdict = &get (assessment, place, i)->verdicts[UT_BENCHMARK_COUNTRY];
      verdict->q_report = q[place * n + assessment->member[i]];
      verdict->in_summary = ut_summary_family_admits (verdict);
    }
  for (guint place = 0; place < n_places; place++)
    if (whole[place])
      follow_whole (assessment, place);
}

static void
adjust_trends (const UtAssessment *assessment, guint place) {
  guint n = assessment->family->len;
  g_autofree UtAssessed *others = g_new0 (UtAssessed, n + 1);
  g_autofree UtTrend **trends = g_new0 (UtTrend *, n + 1);
  for (guint m = 0; m < n; m++) {
    if (assessment->is_group[m])
      continue;
    trends[m] = assessment->assessed_as[m] == G_MAXUINT ? &others[m].trend
                                                        : &get (assessment, place, assessment->assessed_as[m])->trend;
    if (assessment->assessed_as[m] == G_MAXUINT)
      assess_one (assessment, &others[m], ut_assessment_place (assessment, place),
                  g_ptr_array_index (assessment->family, m));
  }
  ut_trend_families_adjust (trends, n);
  for (guint m = 0; m < n; m++)
    ut_change_clear (&others[m].trend);
}

/* Over all places of the report; an indicator that stands twice has what it has where it stands first. */
static void
pool_trends (const UtAssessment *assessment) {
  guint n = assessment->family->len, n_places = assessment->places->len;
  g_autofree UtTrend **trends = g_new0 (UtTrend *, (gsize) n * n_places + 1);
  for (guint place = 0; place < n_places; place++)
    for (guint m = 0; m < n; m++)
      if (assessment->assessed_as[m] != G_MAXUINT && !assessment->is_group[m])
        trends[place * n + m] = &get (assessment, place, assessment->assessed_as[m])->trend;
  ut_trend_families_pool (trends, (gsize) n * n_places);
  for (guint place = 0; place < n_places; place++)
    for (guint i = 0; i < assessment->indicators->len; i++)
      ut_trend_families_copy (&get (assessment, place, assessment->assessed_as[assessment->member[i]])->trend,
                              &get (assessment, place, i)->trend);
}

/* A task: every place writes only what is its own. */
static void
assess_place (gpointer user, guint place, guint worker) {
  const UtAssessment *assessment = user;
  (void) worker;
  UtRegionId region = g_array_index (assessment->places, UtRegionId, place);
  for (guint i = 0; i < assessment->indicators->len; i++)
    assess_one (assessment, get (assessment, place, i), region, g_ptr_array_index (assessment->indicators, i));
  adjust_families (assessment, place);
  if (!assessment->options.without_trends)
    adjust_trends (assessment, place);
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
  gather_family (assessment, options != NULL ? options->family : NULL);
  assessment->assessed = g_new0 (UtAssessed, (gsize) places->len * indicators->len);
  assessment->n_tested = g_new0 (guint, (gsize) places->len * UT_N_BENCHMARKS);
  assessment->p = g_new (double, (gsize) places->len *UT_N_BENCHMARKS * assessment->family->len + 1);
  ut_pool_run (ut_pool_width (), places->len, assess_place, assessment);
  adjust_report (assessment);
  pool_trends (assessment);
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
  return get (assessment, place, indicator);
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
    const UtFamilyMember member = { g_ptr_array_index (assessment->family, m), p_of (assessment, place, benchmark)[m] };
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
