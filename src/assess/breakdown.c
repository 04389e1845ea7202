/* An indicator broken down by sex, grade or age. */
#include <utsyn/breakdown.h>

#include "assessment.h"
#include "base/i18n.h"
#include "benchmark.h"
#include "figure.h"
#include "prepare.h"
#include "rounding.h"

#include <math.h>
#include <utsyn/homogeneity.h>
#include <utsyn/possible.h>

/* Cochran 1954: where so many are expected in every cell, the chi-square is trusted. */
#define ENOUGH_EXPECTED 5

/* The groups against each other */

/* What keeps a group from being compared with anybody. */
static UtReason
group_reason (const UtGroup *group) {
  const UtQuestion question = { .benchmark = UT_BENCHMARK_PEERS, .rule = UT_RULE_UTSYN, .relation = UT_RELATION_APART };
  return ut_verdict_reason (group->indicator, &group->own, &group->own, &question);
}

/* Two groups with nobody in common. */
static UtAnswer
answer_two (const UtTable *table, const UtGroup *first, const UtGroup *second) {
  const UtIndicator *indicator = first->indicator;
  UtKnown known, other;
  if (indicator->test == UT_TEST_MARGIN)
    return ut_compare_scores (indicator, table, &first->own, &second->own,
                              ut_figure_half_width (table, second->indicator, &second->own), UT_RELATION_APART);
  if (!ut_known_find (table, indicator, &first->own, indicator->composition, &known)
      || !ut_known_find (table, second->indicator, &second->own, second->indicator->composition, &other))
    return ut_no_answer (UT_REASON_COUNT_NOT_PUBLISHED);
  return ut_compare_groups (indicator, &known, &other, UT_RELATION_APART);
}

static UtReason
compare_two (UtBreakdown *breakdown, const UtTable *table) {
  const UtGroup *first = &g_array_index (breakdown->groups, UtGroup, 0);
  const UtGroup *second = &g_array_index (breakdown->groups, UtGroup, 1);
  gboolean scores = first->indicator->test == UT_TEST_MARGIN;
  UtAnswer answer = answer_two (table, first, second);
  /* Here no group is the benchmark of the other. */
  if (answer.reason == UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED)
    return UT_REASON_COUNT_NOT_PUBLISHED;
  breakdown->p = answer.p;
  breakdown->method = scores ? N_ ("difference of two scores by their margins") : N_ ("conditional mid-p");
  return answer.reason;
}

/* Counts that are published as such, and nothing less: a rounded figure leaves too many possible ones. */
static gboolean
take_counts (const UtBreakdown *breakdown, double *events, double *n) {
  UtKnown known;
  for (guint i = 0; i < breakdown->groups->len; i++) {
    const UtGroup *group = &g_array_index (breakdown->groups, UtGroup, i);
    if (!ut_known_find (NULL, group->indicator, &group->own, 0, &known) || known.basis != UT_BASIS_COUNTS)
      return FALSE;
    events[i] = ut_known_events (&known);
    n[i] = ut_known_persons (&known);
  }
  return TRUE;
}

static UtReason
compare_several (UtBreakdown *breakdown) {
  guint k = breakdown->groups->len;
  g_autofree double *events = g_new (double, k), *n = g_new (double, k);
  const UtIndicator *first = g_array_index (breakdown->groups, UtGroup, 0).indicator;
  UtTest test = first->test;
  UtHomogeneity result;
  if (test == UT_TEST_MARGIN)
    return UT_REASON_NO_GROUP_TEST;
  if (!take_counts (breakdown, events, n))
    return UT_REASON_COUNT_NOT_PUBLISHED;
  UtOutcome outcome = test == UT_TEST_BINOMIAL ? ut_homogeneity_proportions (events, n, k, &result)
                                               : ut_homogeneity_rates (events, n, k, &result);
  if (outcome != UT_OUTCOME_OK)
    return ut_reason_of_comparison (outcome);
  gboolean large = result.least_expected >= ENOUGH_EXPECTED;
  if (!large && isnan (result.p_exact))
    return UT_REASON_NO_GROUP_TEST;
  breakdown->p = ut_design_effect_p (large ? result.p : result.p_exact, first->design_effect);
  breakdown->chi_square = large ? result.chi_square : NAN;
  breakdown->least_expected = result.least_expected;
  breakdown->method = large ? N_ ("chi-square") : N_ ("exact (Freeman–Halton)");
  return UT_REASON_NONE;
}

static void
compare_groups (UtBreakdown *breakdown, const UtTable *table) {
  UtReason reason = UT_REASON_NONE;
  for (guint i = 0; i < breakdown->groups->len && reason == UT_REASON_NONE; i++)
    reason = group_reason (&g_array_index (breakdown->groups, UtGroup, i));
  if (reason == UT_REASON_NONE)
    reason = breakdown->groups->len == 2 ? compare_two (breakdown, table) : compare_several (breakdown);
  breakdown->reason = reason;
  if (reason != UT_REASON_NONE) {
    breakdown->p = NAN;
    breakdown->method = NULL;
    return;
  }
  breakdown->contrast = breakdown->p < 0.05 ? UT_CONTRAST_DIFFERENT : UT_CONTRAST_NONE;
}

/* Each group against the same group elsewhere */

static UtGroup
assess_group (const UtAssessment *assessment, const UtIndicator *indicator, UtRegionId place, UtPeriod period) {
  const UtTable *table = ut_assessment_table (assessment);
  UtGroup group = { .indicator = indicator, .own = ut_figure_none (indicator, place) };
  gsize row;
  if (period.kind != UT_PERIOD_NONE && ut_table_find_row (table, indicator->id, place, period, &row))
    group.own = ut_assess_figure (table, row, indicator);
  const UtComparisonContext setting = {
    .table = table,
    .regions = ut_assessment_regions (assessment),
    .options = ut_assessment_options (assessment),
    .indicator = indicator,
    .place = place,
    .own = &group.own,
  };
  for (guint i = 0; i < UT_N_BENCHMARKS; i++) {
    UtReference reference = ut_benchmark_find (&setting, (UtBenchmark) i);
    group.verdicts[i] = ut_verdict (indicator, &group.own, &reference.figure, &reference.question);
  }
  return group;
}

UtBreakdown *
ut_breakdown_new (const UtAssessment *assessment, guint place, guint indicator, UtDimension dimension) {
  const UtAssessed *whole = ut_assessment_get (assessment, place, indicator);
  const UtParts *members = &whole->indicator->by[dimension];
  if (members->n == 0)
    return NULL;
  UtBreakdown *breakdown = g_new0 (UtBreakdown, 1);
  breakdown->dimension = dimension;
  breakdown->period = whole->own.period;
  breakdown->p = breakdown->chi_square = breakdown->least_expected = NAN;
  breakdown->groups = g_array_new (FALSE, FALSE, sizeof (UtGroup));
  for (guint i = 0; i < members->n; i++) {
    const UtIndicator *member = ut_catalogue_get (ut_assessment_catalogue (assessment), members->ids[i]);
    UtGroup group = assess_group (assessment, member, whole->region, breakdown->period);
    g_array_append_val (breakdown->groups, group);
  }
  compare_groups (breakdown, ut_assessment_table (assessment));
  return breakdown;
}

void
ut_breakdown_free (UtBreakdown *breakdown) {
  if (breakdown == NULL)
    return;
  g_array_unref (breakdown->groups);
  g_free (breakdown);
}
