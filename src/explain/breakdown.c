/* A breakdown explained: each group against the same group elsewhere, and the groups against each other. */
#include "explain/explanation.h"

#include <math.h>

#include "base/i18n.h"
#include "text/figure.h"
#include "text/probability.h"
#include <utsyn/breakdown.h>
#include <utsyn/number.h>
#include <utsyn/terms.h>

#define STATISTIC_DECIMALS 4

/* "5.5 per cent (12 / 218)", or why there is none. */
static char *
figure_text (const UtExplanation *page, const UtGroup *group) {
  const UtFigure *own = &group->own;
  if (!ut_figure_is_shown (own))
    return g_strdup (ut_phrase_missing (own, page->language));
  g_autofree char *value = ut_explanation_figure (page, own->value);
  const char *unit = ut_unit_label (group->indicator->unit, page->language);
  if (isnan (own->numerator) || isnan (own->denominator))
    return g_strdup_printf ("%s %s", value, unit);
  g_autofree char *x = ut_explanation_exact (page, own->numerator), *n = ut_explanation_exact (page, own->denominator);
  return g_strdup_printf ("%s %s (%s / %s)", value, unit, x, n);
}

static char *
answer_text (const UtExplanation *page, const UtVerdict *verdict) {
  const char *mark = ut_level_mark (verdict->level, FALSE), *answer = ut_level_word (verdict->level, page->language);
  if (verdict->level == UT_LEVEL_NOT_TESTED)
    return g_strdup_printf ("%s %s: %s", mark, answer, ut_reason_text (verdict->reason, page->language));
  g_autofree char *p = ut_phrase_probability (verdict->p, page->language);
  return g_strdup_printf ("%s %s (p %s)", mark, answer, p);
}

static json_t *
add_group_comparison (UtExplanation *page, const UtVerdict *verdict) {
  json_t *data = json_object ();
  g_autofree char *value
      = isnan (verdict->reference.value) ? g_strdup ("–") : ut_explanation_figure (page, verdict->reference.value);
  g_autofree char *answer = answer_text (page, verdict);
  say (page, "    %s %s: %s", ut_benchmark_word (verdict->benchmark, page->language), value, answer);
  ut_json_set_text (data, "benchmark", ut_benchmark_code (verdict->benchmark));
  ut_json_set_text (data, "rule", ut_rule_code (verdict->rule));
  ut_json_set_number (data, "value", verdict->reference.value);
  ut_json_set_number (data, "difference", verdict->difference);
  ut_json_set_number (data, "p", verdict->p);
  ut_json_set_text (data, "level", ut_level_code (verdict->level));
  ut_json_set_text (data, "reason", verdict->reason != UT_REASON_NONE ? ut_reason_code (verdict->reason) : NULL);
  return data;
}

static json_t *
add_group (UtExplanation *page, const UtGroup *group, const GArray *benchmarks) {
  json_t *data = json_object (), *list = json_array ();
  g_autofree char *figure = figure_text (page, group);
  guint n = benchmarks != NULL ? benchmarks->len : (guint) UT_N_ENCLOSING;
  say (page, "  %s: %s", ut_text_get (&group->indicator->short_name, page->language), figure);
  ut_json_set_text (data, "indicator", group->indicator->key);
  ut_json_set_number (data, "value", group->own.value);
  ut_json_set_number (data, "numerator", group->own.numerator);
  ut_json_set_number (data, "denominator", group->own.denominator);
  for (guint i = 0; i < n; i++) {
    UtBenchmark benchmark = benchmarks != NULL ? g_array_index (benchmarks, UtBenchmark, i) : (UtBenchmark) i;
    json_array_append_new (list, add_group_comparison (page, &group->verdicts[benchmark]));
  }
  json_object_set_new (data, "comparisons", list);
  return data;
}

static void
say_test (UtExplanation *page, const UtBreakdown *breakdown) {
  if (breakdown->contrast == UT_CONTRAST_NOT_TESTED)
    return;
  g_autofree char *p = ut_phrase_precise (breakdown->p, page->language);
  const char *method = word (page, breakdown->method);
  if (isnan (breakdown->chi_square)) {
    say (page, word (page, "  the groups against each other: %1$s, p = %2$s"), method, p);
    return;
  }
  g_autofree char *statistic = ut_number_format (breakdown->chi_square, STATISTIC_DECIMALS, page->language);
  say (page, word (page, "  the groups against each other: %1$s, χ² = %2$s (%3$u df), p = %4$s"), method, statistic,
       breakdown->groups->len - 1, p);
}

static json_t *
add_contrast (UtExplanation *page, const UtBreakdown *breakdown) {
  json_t *data = json_object ();
  const char *answer = ut_contrast_word (breakdown->contrast, page->language);
  gboolean untested = breakdown->contrast == UT_CONTRAST_NOT_TESTED;
  say_test (page, breakdown);
  if (untested)
    say (page, word (page, "  the groups against each other → – %1$s: %2$s"), answer,
         ut_reason_text (breakdown->reason, page->language));
  else
    say (page, "  → %s", answer);
  ut_json_set_text (data, "answer", ut_contrast_code (breakdown->contrast));
  ut_json_set_text (data, "reason", untested ? ut_reason_code (breakdown->reason) : NULL);
  ut_json_set_text (data, "method", breakdown->method);
  ut_json_set_number (data, "p", breakdown->p);
  ut_json_set_number (data, "chi_square", breakdown->chi_square);
  ut_json_set_number (data, "least_expected", breakdown->least_expected);
  return data;
}

static gboolean
has_p (const UtBreakdown *breakdown) {
  for (guint i = 0; i < breakdown->groups->len; i++)
    for (guint b = 0; b < UT_N_BENCHMARKS; b++)
      if (!isnan (g_array_index (breakdown->groups, UtGroup, i).verdicts[b].p))
        return TRUE;
  return !isnan (breakdown->p);
}

static json_t *
add_breakdown (UtExplanation *page, const UtBreakdown *breakdown, const GArray *benchmarks) {
  json_t *data = json_object (), *groups = json_array ();
  g_autofree char *period = breakdown->period.kind != UT_PERIOD_NONE
                                ? ut_period_format (breakdown->period, page->language)
                                : g_strdup ("–");
  g_autofree char *heading = g_strdup_printf (word (page, "By %1$s, %2$s"),
                                              ut_dimension_word (breakdown->dimension, page->language), period);
  say (page, "\n%s", heading);
  for (guint i = 0; i < breakdown->groups->len; i++)
    json_array_append_new (groups, add_group (page, &g_array_index (breakdown->groups, UtGroup, i), benchmarks));
  ut_json_set_text (data, "by", ut_dimension_code (breakdown->dimension));
  ut_json_set_period (data, "period", breakdown->period);
  json_object_set_new (data, "groups", groups);
  json_object_set_new (data, "against_each_other", add_contrast (page, breakdown));
  if (has_p (breakdown))
    say (page, "  %s", word (page, "each p by itself: the groups are not among the comparisons taken together"));
  return data;
}

void
ut_explanation_add_breakdowns (UtExplanation *page, const GArray *benchmarks) {
  json_t *list = json_array ();
  for (guint i = 0; i < UT_N_DIMENSIONS; i++) {
    g_autoptr (UtBreakdown) breakdown
        = ut_breakdown_new (page->assessment, page->place, page->indicator, (UtDimension) i);
    if (breakdown != NULL)
      json_array_append_new (list, add_breakdown (page, breakdown, benchmarks));
  }
  json_object_set_new (page->data, "breakdowns", list);
}
