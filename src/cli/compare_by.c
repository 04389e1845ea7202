#include "cli/compare_by.h"

#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/grid.h"
#include "cli/wording.h"
#include "text/figure.h"
#include "text/probability.h"
#include <utsyn/error.h>
#include <utsyn/number.h>
#include <utsyn/terms.h>

enum { PLACE, GROUP, PERIOD, OWN, AGAINST, REFERENCE, DIFFERENCE, P, JUDGEMENT, N_COLUMNS };

gboolean
ut_compare_by_choose (const UtQuestion *question, const char *name, UtDimension *dimension, GError **error) {
  if (!ut_dimension_find (name, dimension)) {
    ut_error_set (error, UT_ERROR_USAGE, _ ("'%s' is nothing to break down by (allowed: %s)"), name, "sex, grade, age");
    return FALSE;
  }
  for (guint i = 0; i < question->indicators->len; i++) {
    const UtIndicator *indicator = g_ptr_array_index (question->indicators, i);
    if (indicator->by[*dimension].n > 0)
      continue;
    ut_error_set (error, UT_ERROR_USAGE, _ ("%1$s is not broken down by %2$s; its definition has no groups: {%2$s: …}"),
                  indicator->key, name);
    return FALSE;
  }
  return TRUE;
}

/* As a table */

static char *
benchmark_name (const UtQuestion *question, const UtVerdict *verdict) {
  if (verdict->reference.exists && verdict->reference.region != UT_REGION_NONE)
    return ut_cli_place (question, verdict->reference.region);
  return g_strdup (ut_benchmark_word (verdict->benchmark, ut_language_messages ()));
}

static int
decimals_of (const UtGroup *group, const GArray *benchmarks) {
  int decimals = isnan (group->own.value) ? 0 : ut_indicator_decimals (group->indicator, group->own.value);
  for (guint i = 0; i < benchmarks->len; i++) {
    const UtVerdict *verdict = &group->verdicts[g_array_index (benchmarks, UtBenchmark, i)];
    double other = verdict->reference.value;
    if (isnan (other))
      continue;
    decimals = MAX (decimals, ut_indicator_decimals (group->indicator, other));
    if (verdict->level > UT_LEVEL_SIMILAR)
      decimals = MAX (decimals,
                      ut_phrase_distinct_decimals (group->own.value, other, group->indicator, ut_language_messages ()));
  }
  return decimals;
}

static void
add_blanks (UtGrid *grid, guint n) {
  for (guint i = 0; i < n; i++)
    ut_grid_add (grid, "");
}

static void
add_group (UtGrid *grid, const UtQuestion *question, const UtBreakdown *breakdown, const UtGroup *group,
           const GArray *benchmarks) {
  int decimals = decimals_of (group, benchmarks);
  for (guint i = 0; i < benchmarks->len; i++) {
    const UtVerdict *verdict = &group->verdicts[g_array_index (benchmarks, UtBenchmark, i)];
    if (i == 0) {
      ut_grid_take (grid, ut_cli_place (question, group->own.region));
      ut_grid_take (grid, ut_cli_indicator (group->indicator));
      ut_grid_take (grid, breakdown->period.kind != UT_PERIOD_NONE
                              ? ut_period_format (breakdown->period, ut_language_messages ())
                              : g_strdup (""));
      ut_grid_take (grid,
                    ut_phrase_figure_rounded (&group->own, decimals, NULL, UT_FIGURE_ABOUT, ut_language_messages ()));
    } else {
      add_blanks (grid, AGAINST - PLACE);
    }
    ut_grid_take (grid, benchmark_name (question, verdict));
    ut_grid_take (
        grid, ut_phrase_figure_rounded (&verdict->reference, decimals, NULL, UT_FIGURE_ABOUT, ut_language_messages ()));
    double difference = isnan (verdict->difference)
                            ? NAN
                            : ut_phrase_printed_difference (group->own.value, verdict->reference.value, decimals, NULL);
    ut_grid_take (grid, ut_number_format (difference, decimals, ut_language_messages ()));
    ut_grid_take (grid, ut_phrase_probability (verdict->p, ut_language_messages ()));
    ut_grid_take (grid, ut_cli_judgement (verdict));
  }
}

static char *
contrast_text (const UtBreakdown *breakdown) {
  UtLanguage language = ut_language_messages ();
  const char *answer = ut_contrast_word (breakdown->contrast, language);
  if (breakdown->contrast == UT_CONTRAST_NOT_TESTED)
    return g_strdup_printf ("– %s: %s", answer, ut_reason_text (breakdown->reason, language));
  return g_strdup_printf ("%s %s", breakdown->contrast == UT_CONTRAST_DIFFERENT ? "◇" : "○", answer);
}

static void
add_breakdown (UtGrid *grid, const UtQuestion *question, const UtBreakdown *breakdown, const GArray *benchmarks) {
  for (guint i = 0; i < breakdown->groups->len; i++)
    add_group (grid, question, breakdown, &g_array_index (breakdown->groups, UtGroup, i), benchmarks);
  add_blanks (grid, AGAINST - PLACE);
  ut_grid_add (grid, _ ("each other"));
  add_blanks (grid, P - REFERENCE);
  ut_grid_take (grid, ut_phrase_probability (breakdown->p, ut_language_messages ()));
  ut_grid_take (grid, contrast_text (breakdown));
}

static void
print_table (const UtQuestion *question, const GPtrArray *breakdowns, const GArray *benchmarks) {
  if (breakdowns->len == 0) {
    g_print ("%s\n", _ ("No indicator with a figure for the place is broken down in this way."));
    return;
  }
  const UtGridColumn columns[N_COLUMNS] = {
    [PLACE] = { _ ("Place"), FALSE, question->places->len == 1 },
    [GROUP] = { _ ("Group"), FALSE, FALSE },
    [PERIOD] = { _ ("Period"), FALSE, FALSE },
    [OWN] = { _ ("Figure"), TRUE, FALSE },
    [AGAINST] = { _ ("Against"), FALSE, FALSE },
    [REFERENCE] = { _ ("Figure"), TRUE, FALSE },
    [DIFFERENCE] = { _ ("Difference"), TRUE, FALSE },
    [P] = { "p", TRUE, FALSE },
    [JUDGEMENT] = { _ ("Judgement"), FALSE, FALSE },
  };
  g_autoptr (UtGrid) grid = ut_grid_new (columns, N_COLUMNS);
  for (guint i = 0; i < breakdowns->len; i++)
    add_breakdown (grid, question, g_ptr_array_index (breakdowns, i), benchmarks);
  g_autofree char *table = ut_grid_format (grid);
  ut_cli_print_subject (question);
  g_print ("%s\n%s\n", table,
           _ ("Each group is compared with the same group elsewhere, each p by itself. utsyn explain shows the test of "
              "the groups against each other."));
}

/* As data */

static json_t *
new_record (const UtQuestion *question, const UtAssessed *whole, const UtBreakdown *breakdown, const UtGroup *group) {
  json_t *record = ut_record_new (question, whole->region, whole->indicator);
  ut_json_set_text (record, "by", ut_dimension_code (breakdown->dimension));
  ut_json_set_text (record, "group", group != NULL ? group->indicator->key : NULL);
  ut_json_set_text (record, "group_name",
                    group != NULL ? ut_text_get (&group->indicator->name, ut_language_messages ()) : NULL);
  ut_json_set_period (record, "period", breakdown->period);
  return record;
}

static json_t *
record_of (const UtQuestion *question, const UtAssessed *whole, const UtBreakdown *breakdown, const UtGroup *group,
           UtBenchmark benchmark) {
  const UtVerdict *verdict = &group->verdicts[benchmark];
  UtRegionId region = verdict->reference.exists ? verdict->reference.region : UT_REGION_NONE;
  json_t *record = new_record (question, whole, breakdown, group);
  ut_record_set_figure (record, "", &group->own);
  ut_json_set_text (record, "against", ut_benchmark_code (benchmark));
  ut_json_set_text (record, "benchmark_place",
                    region != UT_REGION_NONE ? ut_regions_get (question->project->regions, region)->code : NULL);
  ut_record_set_figure (record, "benchmark_", &verdict->reference);
  ut_json_set_number (record, "difference", verdict->difference);
  ut_json_set_text (record, "level", ut_level_code (verdict->level));
  ut_json_set_text (record, "basis", verdict->basis != UT_BASIS_NONE ? ut_basis_code (verdict->basis) : NULL);
  ut_json_set_text (record, "reason", verdict->reason != UT_REASON_NONE ? ut_reason_code (verdict->reason) : NULL);
  ut_json_set_number (record, "p", verdict->p);
  ut_json_set_text (record, "method", NULL);
  return record;
}

/* The groups against each other: the same fields, with neither a group nor a figure. */
static json_t *
contrast_record (const UtQuestion *question, const UtAssessed *whole, const UtBreakdown *breakdown) {
  static const UtFigure none = { .value = NAN,
                                 .numerator = NAN,
                                 .denominator = NAN,
                                 .margin = NAN,
                                 .interval = { NAN, NAN },
                                 .status = UT_STATUS_MISSING };
  gboolean untested = breakdown->contrast == UT_CONTRAST_NOT_TESTED;
  json_t *record = new_record (question, whole, breakdown, NULL);
  ut_record_set_figure (record, "", &none);
  ut_json_set_text (record, "against", "each-other");
  ut_json_set_text (record, "benchmark_place", NULL);
  ut_record_set_figure (record, "benchmark_", &none);
  ut_json_set_number (record, "difference", NAN);
  ut_json_set_text (record, "level", ut_contrast_code (breakdown->contrast));
  ut_json_set_text (record, "reason", untested ? ut_reason_code (breakdown->reason) : NULL);
  ut_json_set_number (record, "p", breakdown->p);
  ut_json_set_text (record, "method", breakdown->method);
  return record;
}

static void
add_records (json_t *records, const UtQuestion *question, const UtAssessed *whole, const UtBreakdown *breakdown,
             const GArray *benchmarks) {
  for (guint i = 0; i < breakdown->groups->len; i++)
    for (guint b = 0; b < benchmarks->len; b++)
      json_array_append_new (records,
                             record_of (question, whole, breakdown, &g_array_index (breakdown->groups, UtGroup, i),
                                        g_array_index (benchmarks, UtBenchmark, b)));
  json_array_append_new (records, contrast_record (question, whole, breakdown));
}

static void
free_breakdown (gpointer breakdown) {
  ut_breakdown_free (breakdown);
}

void
ut_compare_by_print (const UtQuestion *question, const GArray *benchmarks, UtDimension dimension, UtForm form) {
  g_autoptr (GPtrArray) breakdowns = g_ptr_array_new_with_free_func (free_breakdown);
  json_t *records = json_array ();
  for (guint place = 0; place < question->places->len; place++)
    for (guint i = 0; i < question->indicators->len; i++) {
      UtBreakdown *breakdown
          = ut_breakdown_new (question->assessment, place, ut_question_number (question, i), dimension);
      g_ptr_array_add (breakdowns, breakdown);
      add_records (records, question, ut_question_get (question, place, i), breakdown, benchmarks);
    }
  if (form == UT_FORM_TABLE)
    print_table (question, breakdowns, benchmarks);
  else
    ut_records_print (records, form);
  json_decref (records);
}
