/* What a place is compared with, and whether the two may be compared. */
#include "benchmark.h"

#include "figure.h"
#include "prepare.h"

#define N_BEST 10

/* The county of a municipality today (year 0) or in a year. */
static UtRegionId
county_of (const UtRegions *regions, UtRegionId municipality, int year) {
  if (year != 0)
    return ut_regions_county_in (regions, municipality, year);
  return ut_regions_get (regions, municipality)->county;
}

/* A place that is a whole county, as Oslo is, has no one else in it to stand beside. */
static UtRegionId
unless_whole (const UtRegions *regions, UtRegionId county, guint n_members) {
  const GArray *members = county != UT_REGION_NONE ? ut_regions_get (regions, county)->members : NULL;
  return members != NULL && members->len == n_members ? UT_REGION_NONE : county;
}

/* The county all of a place lies in; UT_REGION_NONE when there is no one such county, or it is the place itself. */
static UtRegionId
common_county (const UtRegions *regions, UtRegionId place, int year) {
  const UtRegion *region = ut_regions_get (regions, place);
  if (region->kind == UT_REGION_MUNICIPALITY)
    return unless_whole (regions, county_of (regions, place, year), 1);
  if (region->kind != UT_REGION_OWN || region->members->len == 0)
    return UT_REGION_NONE;
  UtRegionId common = county_of (regions, g_array_index (region->members, UtRegionId, 0), year);
  for (guint i = 1; i < region->members->len; i++)
    if (county_of (regions, g_array_index (region->members, UtRegionId, i), year) != common)
      return UT_REGION_NONE;
  return unless_whole (regions, common, region->members->len);
}

UtRegionId
ut_benchmark_county_today (const UtRegions *regions, UtRegionId place) {
  return common_county (regions, place, 0);
}

/* What a source prints for the county of then goes before what we put together for that of today. */
typedef enum { HAS_NOTHING, HAS_ROW, HAS_COMBINED, HAS_FIGURE } Holding;

static Holding
holding (const UtTable *table, UtIndicatorId indicator, UtRegionId region, UtPeriod period) {
  gsize row;
  if (region == UT_REGION_NONE || !ut_table_find_row (table, indicator, region, period, &row))
    return HAS_NOTHING;
  if (table->status[row] != UT_STATUS_OK)
    return HAS_ROW;
  return ut_table_combined (table, row) != NULL ? HAS_COMBINED : HAS_FIGURE;
}

static UtRegionId
find_county (const UtComparisonContext *s) {
  UtPeriod period = s->own->period;
  UtRegionId today = common_county (s->regions, s->place, 0);
  if (period.kind == UT_PERIOD_NONE)
    return today;
  UtRegionId then = common_county (s->regions, s->place, period.last_year);
  if (holding (s->table, s->indicator->id, then, period) > holding (s->table, s->indicator->id, today, period))
    return then;
  return today;
}

static UtRegionId
find_country (const UtComparisonContext *s) {
  UtRegionId country = ut_regions_country (s->regions);
  return s->place == country ? UT_REGION_NONE : country;
}

static UtRegionId
find_group (const UtComparisonContext *s) {
  for (guint i = 0; s->options->groups != NULL && i < s->options->groups->len; i++) {
    const UtMembership *membership = &g_array_index (s->options->groups, UtMembership, i);
    if (membership->place == s->place)
      return membership->group;
  }
  return UT_REGION_NONE;
}

/* The region's figure in the own figure's period. */
static void
look_up (const UtComparisonContext *s, UtReference *reference, UtRegionId region) {
  gsize row;
  reference->region = region;
  if (region == UT_REGION_NONE)
    return;
  reference->series = ut_table_series (s->table, s->indicator->id, region);
  reference->figure = ut_figure_none (s->indicator, region);
  if (s->own->exists && ut_series_find (reference->series, s->own->period, &row))
    reference->figure = ut_assess_figure (s->table, row, s->indicator);
}

/* How many of the place's municipalities are among those of a region; `n` gets how many it has. */
static guint
count_common (const UtRegions *regions, UtRegionId place, UtRegionId region, guint *n) {
  const UtRegion *one = ut_regions_get (regions, place), *other = ut_regions_get (regions, region);
  gboolean single = one->kind == UT_REGION_MUNICIPALITY || one->members == NULL;
  guint common = 0;
  *n = single ? 1 : one->members->len;
  for (guint i = 0; i < *n; i++) {
    UtRegionId member = single ? place : g_array_index (one->members, UtRegionId, i);
    for (guint k = 0; k < other->members->len; k++)
      common += g_array_index (other->members, UtRegionId, k) == member;
  }
  return common;
}

static void
look_up_peers (const UtComparisonContext *s, UtReference *reference) {
  guint n, common;
  look_up (s, reference, s->options->peers == s->place ? UT_REGION_NONE : s->options->peers);
  if (reference->region == UT_REGION_NONE)
    return;
  common = count_common (s->regions, s->place, reference->region, &n);
  if (common == 0)
    reference->question.relation = UT_RELATION_APART;
  else if (common < n)
    reference->question.reason = UT_REASON_BENCHMARK_INCONSISTENT;
}

/* A break between the two figures, at the newer of them or before it. */
static gboolean
is_broken_between (UtSeries series, gsize past, gsize own) {
  for (gsize row = past + 1; row <= own; row++)
    if ((series.table->quality[row] & UT_QUALITY_BREAK) != 0)
      return TRUE;
  return FALSE;
}

static void
look_up_past (const UtComparisonContext *s, UtReference *reference) {
  UtSeries series = ut_table_series (s->table, s->indicator->id, s->place);
  UtPeriod own = s->own->period;
  reference->question.relation = UT_RELATION_APART;
  for (gsize row = series.first; s->own->exists && row < series.first + series.n; row++) {
    UtPeriod period = s->table->period[row];
    if (period.last_year != s->options->past_year || period.kind != own.kind || row >= s->own->row)
      continue;
    reference->region = s->place;
    reference->series = series;
    reference->figure = ut_assess_figure (s->table, row, s->indicator);
    reference->question.reason = ut_period_overlaps (period, own)               ? UT_REASON_OVERLAP
                                 : is_broken_between (series, row, s->own->row) ? UT_REASON_SERIES_BROKEN
                                                                                : UT_REASON_NONE;
  }
}

typedef struct {
  double value;
  gsize row;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b) {
  const Ranked *x = a, *y = b;
  return x->value != y->value ? (x->value > y->value) - (x->value < y->value) : (x->row > y->row) - (x->row < y->row);
}

/* The tenth best municipality's figure: what the ten best reach, without averaging anything. */
static void
look_up_best (const UtComparisonContext *s, UtReference *reference) {
  const GArray *all = ut_regions_get (s->regions, ut_regions_country (s->regions))->members;
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  gsize row;
  reference->question.reason = UT_REASON_CHOSEN;
  if (!s->own->exists || s->indicator->polarity == UT_POLARITY_NEUTRAL || s->indicator->measure == UT_MEASURE_COUNT)
    return;
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (ut_table_find_row (s->table, s->indicator->id, g_array_index (all, UtRegionId, i), s->own->period, &row)
        && ut_row_is_ranked (s->table, row)) {
      const Ranked one = { s->table->value[row], row };
      g_array_append_val (ranked, one);
    }
  /* Of a file with some counties only, ten are not the country's best. */
  if (ranked->len == 0 || 2 * ranked->len < all->len)
    return;
  g_array_sort (ranked, compare_ranked);
  guint tenth = s->indicator->polarity == UT_POLARITY_LOW ? N_BEST - 1 : ranked->len - N_BEST;
  row = g_array_index (ranked, Ranked, tenth).row;
  look_up (s, reference, s->table->region[row]);
}

static void
look_up_target (const UtComparisonContext *s, UtReference *reference) {
  reference->question.relation = UT_RELATION_CONSTANT;
  for (guint i = 0; s->options->targets != NULL && i < s->options->targets->len; i++) {
    const UtTarget *target = &g_array_index (s->options->targets, UtTarget, i);
    if (target->place != s->place || target->indicator != s->indicator->id)
      continue;
    reference->figure.exists = TRUE;
    reference->figure.status = UT_STATUS_OK;
    reference->figure.value = target->value;
    reference->figure.period = s->own->period;
  }
}

/* By the rules of FHI and Fingertips an area's figure is known; the past is as random as today by any rule. */
static void
take_as_known (UtReference *reference, UtBenchmark benchmark) {
  UtQuestion *question = &reference->question;
  if (question->rule == UT_RULE_UTSYN) {
    if (benchmark == UT_BENCHMARK_GROUP && question->reason == UT_REASON_NONE)
      question->reason = UT_REASON_BENCHMARK_ESTIMATE;
    return;
  }
  if (benchmark == UT_BENCHMARK_PAST)
    question->rule = UT_RULE_UTSYN;
  else
    question->relation = UT_RELATION_CONSTANT;
  if (question->reason == UT_REASON_BENCHMARK_INCONSISTENT)
    question->reason = UT_REASON_NONE;
}

/* The most particular wish: for all that is requested, the indicator's own, the report's. */
static UtRule
rule_of (const UtComparisonContext *s) {
  return s->indicator->has_rule && !s->options->rule_for_all ? s->indicator->rule : s->options->rule;
}

UtReference
ut_benchmark_find (const UtComparisonContext *s, UtBenchmark benchmark) {
  UtReference reference = {
    .region = UT_REGION_NONE,
    .series = { s->table, 0, 0 },
    .figure = ut_figure_none (s->indicator, UT_REGION_NONE),
    .question = { .benchmark = benchmark, .rule = rule_of (s), .relation = UT_RELATION_PART, .table = s->table },
  };
  if (benchmark >= UT_N_ENCLOSING && !s->options->wanted[benchmark])
    return reference;
  switch (benchmark) {
  case UT_BENCHMARK_COUNTY:
    look_up (s, &reference, find_county (s));
    break;
  case UT_BENCHMARK_COUNTRY:
    look_up (s, &reference, find_country (s));
    break;
  case UT_BENCHMARK_GROUP:
    look_up (s, &reference, find_group (s));
    if (reference.region == UT_REGION_NONE)
      reference.question.reason = UT_REASON_GROUP_UNKNOWN;
    break;
  case UT_BENCHMARK_PEERS:
    look_up_peers (s, &reference);
    break;
  case UT_BENCHMARK_PAST:
    look_up_past (s, &reference);
    break;
  case UT_BENCHMARK_BEST:
    look_up_best (s, &reference);
    break;
  case UT_BENCHMARK_TARGET:
    look_up_target (s, &reference);
    break;
  case UT_N_BENCHMARKS:
    break;
  }
  take_as_known (&reference, benchmark);
  return reference;
}
