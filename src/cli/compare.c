/* Where do we stand? */
#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/compare_by.h"
#include "cli/grid.h"
#include "cli/records.h"
#include "cli/wording.h"
#include "text/benchmark.h"
#include "text/figure.h"
#include "text/probability.h"
#include <utsyn/error.h>
#include <utsyn/number.h>
#include <utsyn/terms.h>

enum { PLACE, INDICATOR, PERIOD, OWN, AGAINST, REFERENCE, DIFFERENCE, P, Q, JUDGEMENT, N_COLUMNS };

/* Decimals of both figures and their difference; more where the verdict tells apart what would be printed alike. */
static int
decimals_of (const UtAssessed *assessed, const UtVerdict *verdict) {
  const UtIndicator *indicator = assessed->indicator;
  double own = assessed->own.value, other = verdict->reference.value;
  if (isnan (other))
    return ut_indicator_decimals (indicator, own);
  if (isnan (own))
    return ut_indicator_decimals (indicator, other);
  if (verdict->level > UT_LEVEL_SIMILAR)
    return ut_phrase_distinct_decimals (own, other, indicator, ut_language_messages ());
  return MAX (ut_indicator_decimals (indicator, own), ut_indicator_decimals (indicator, other));
}

static char *
benchmark_name (const UtQuestion *question, const UtAssessed *assessed, const UtVerdict *verdict) {
  UtRegionId region
      = verdict->reference.exists ? verdict->reference.region : assessed->benchmark_region[verdict->benchmark];
  g_autofree char *name = region != UT_REGION_NONE ? ut_cli_place (question, region) : NULL;
  if (name != NULL && verdict->benchmark == UT_BENCHMARK_PAST && verdict->reference.exists) {
    g_autofree char *period = ut_period_format (verdict->reference.period, ut_language_messages ());
    return g_strdup_printf ("%s %s", name, period);
  }
  return name != NULL ? g_steal_pointer (&name)
                      : g_strdup (ut_benchmark_word (verdict->benchmark, ut_language_messages ()));
}

/* A place and its figure are shown once, on the first of its lines. */
static void
add_own (UtGrid *grid, const UtQuestion *question, const UtAssessed *assessed, gboolean first, int decimals) {
  if (!first) {
    for (guint i = PLACE; i <= OWN; i++)
      ut_grid_add (grid, "");
    return;
  }
  ut_grid_take (grid, ut_cli_place (question, assessed->region));
  ut_grid_take (grid, ut_cli_indicator (assessed->indicator));
  ut_grid_take (grid, assessed->own.exists ? ut_period_format (assessed->own.period, ut_language_messages ())
                                           : g_strdup (""));
  ut_grid_take (grid,
                ut_phrase_figure_rounded (&assessed->own, decimals, NULL, UT_FIGURE_ABOUT, ut_language_messages ()));
}

static void
add_verdict (UtGrid *grid, const UtQuestion *question, const UtAssessed *assessed, const UtVerdict *verdict,
             int decimals) {
  ut_grid_take (grid, benchmark_name (question, assessed, verdict));
  ut_grid_take (
      grid, ut_phrase_figure_rounded (&verdict->reference, decimals, NULL, UT_FIGURE_ABOUT, ut_language_messages ()));
  double difference
      = isnan (verdict->difference)
            ? NAN
            : ut_phrase_printed_difference (assessed->own.value, verdict->reference.value, decimals, NULL);
  ut_grid_take (grid, ut_number_format (difference, decimals, ut_language_messages ()));
  ut_grid_take (grid, ut_phrase_probability (verdict->p, ut_language_messages ()));
  ut_grid_take (grid, ut_phrase_probability (verdict->q, ut_language_messages ()));
  ut_grid_take (grid, ut_cli_judgement (verdict));
}

static void
add_lines (UtGrid *grid, const UtQuestion *question, const UtAssessed *assessed, const GArray *benchmarks) {
  int decimals = 0;
  for (guint i = 0; i < benchmarks->len; i++)
    decimals = MAX (decimals, decimals_of (assessed, &assessed->verdicts[g_array_index (benchmarks, UtBenchmark, i)]));
  for (guint i = 0; i < benchmarks->len; i++) {
    add_own (grid, question, assessed, i == 0, decimals);
    add_verdict (grid, question, assessed, &assessed->verdicts[g_array_index (benchmarks, UtBenchmark, i)], decimals);
  }
}

static gboolean
has_any (const UtQuestion *question, const GArray *benchmarks, gboolean (*tells) (const UtVerdict *)) {
  for (guint place = 0; place < question->places->len; place++)
    for (guint i = 0; i < question->indicators->len; i++)
      for (guint b = 0; b < benchmarks->len; b++)
        if (tells (&ut_question_get (question, place, i)->verdicts[g_array_index (benchmarks, UtBenchmark, b)]))
          return TRUE;
  return FALSE;
}

static gboolean
is_different (const UtVerdict *verdict) {
  return verdict->level > UT_LEVEL_SIMILAR;
}

static gboolean
is_against_rest (const UtVerdict *verdict) {
  return ut_against_of_verdict (verdict) == UT_AGAINST_REST;
}

static gboolean
is_against_known (const UtVerdict *verdict) {
  return verdict->benchmark < UT_N_ENCLOSING && verdict->level != UT_LEVEL_NOT_TESTED && !is_against_rest (verdict);
}

static void
print_notes (const UtQuestion *question, const GArray *benchmarks) {
  if (has_any (question, benchmarks, is_against_rest))
    g_print ("\n%s\n", _ ("Tested against the rest of the area, without the place itself. utsyn explain shows the "
                          "whole calculation."));
  if (has_any (question, benchmarks, is_against_known))
    g_print ("\n%s\n",
             _ ("Tested against the figure of the area as a known figure. utsyn explain shows the whole calculation."));
  if (has_any (question, benchmarks, is_different))
    g_print ("%s\n", _ ("Robust: holds also when all comparisons of the place are taken together."));
}

static void
print_table (const UtCli *cli, const UtQuestion *question, const GArray *benchmarks) {
  const UtGridColumn columns[N_COLUMNS] = {
    [PLACE] = { _ ("Place"), FALSE, question->places->len == 1 },
    [INDICATOR] = { _ ("Indicator"), FALSE, question->indicators->len == 1 },
    [PERIOD] = { _ ("Period"), FALSE, FALSE },
    [OWN] = { _ ("Figure"), TRUE, FALSE },
    [AGAINST] = { _ ("Against"), FALSE, FALSE },
    [REFERENCE] = { _ ("Figure"), TRUE, FALSE },
    [DIFFERENCE] = { _ ("Difference"), TRUE, FALSE },
    [P] = { "p", TRUE, !cli->verbose },
    [Q] = { "q", TRUE, !cli->verbose },
    [JUDGEMENT] = { _ ("Judgement"), FALSE, FALSE },
  };
  g_autoptr (UtGrid) grid = ut_grid_new (columns, N_COLUMNS);
  for (guint place = 0; place < question->places->len; place++)
    for (guint i = 0; i < question->indicators->len; i++)
      add_lines (grid, question, ut_question_get (question, place, i), benchmarks);
  g_autofree char *table = ut_grid_format (grid);
  ut_cli_print_subject (question);
  g_print ("%s", table);
  print_notes (question, benchmarks);
}

static json_t *
record_of (const UtQuestion *question, guint place, guint indicator, UtBenchmark benchmark) {
  const UtAssessed *assessed = ut_question_get (question, place, indicator);
  const UtVerdict *verdict = &assessed->verdicts[benchmark];
  UtRegionId region = verdict->reference.exists ? verdict->reference.region : UT_REGION_NONE;
  json_t *record = ut_record_new (question, assessed->region, assessed->indicator);
  ut_json_set_period (record, "period", assessed->own.period);
  ut_record_set_figure (record, "", &assessed->own);
  ut_json_set_text (record, "benchmark", ut_benchmark_code (benchmark));
  ut_json_set_text (record, "benchmark_place",
                    region != UT_REGION_NONE ? ut_regions_get (question->project->regions, region)->code : NULL);
  ut_record_set_figure (record, "benchmark_", &verdict->reference);
  ut_json_set_number (record, "difference", verdict->difference);
  ut_record_set_verdict (record, "", verdict);
  ut_record_set_flag (record, "small", verdict->below_relevant);
  ut_json_set_number (record, "comparisons", ut_assessment_n_tested (question->assessment, place, benchmark));
  ut_json_set_number (record, "tested_against", verdict->tested_against);
  ut_record_set_interval (record, "deciding", verdict->deciding);
  return record;
}

static void
print_records (const UtQuestion *question, const GArray *benchmarks, UtForm form) {
  json_t *records = json_array ();
  for (guint place = 0; place < question->places->len; place++)
    for (guint i = 0; i < question->indicators->len; i++)
      for (guint b = 0; b < benchmarks->len; b++)
        json_array_append_new (records, record_of (question, place, i, g_array_index (benchmarks, UtBenchmark, b)));
  ut_records_print (records, form);
  json_decref (records);
}

static gboolean
any_has_figure (const UtQuestion *question, UtIndicatorId indicator) {
  for (guint place = 0; place < question->places->len; place++)
    if (ut_figure_is_shown (&ut_assessment_get (question->assessment, place, indicator)->own))
      return TRUE;
  return FALSE;
}

/* Without an indicator: all that have a figure for one of the places (with --by: and are broken down so), theme by
 * theme. */
static void
add_all_with_figures (UtQuestion *question, const UtDimension *by) {
  const UtCatalogue *catalogue = question->project->catalogue;
  for (guint t = 0; t < ut_catalogue_n_themes (catalogue); t++) {
    for (guint i = 0; i < ut_catalogue_count (catalogue); i++) {
      const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) i);
      if (strcmp (indicator->theme, ut_catalogue_theme (catalogue, t)->key) == 0
          && ut_indicator_is_for (indicator, NULL) && (by == NULL || indicator->by[*by].n > 0)
          && any_has_figure (question, indicator->id))
        g_ptr_array_add (question->indicators, (gpointer) indicator);
    }
  }
}

/* All of a set, theme by theme. */
static gboolean
add_set (UtQuestion *question, const char *set, GError **error) {
  const UtCatalogue *catalogue = question->project->catalogue;
  g_autoptr (GPtrArray) sets = ut_catalogue_list_sets (catalogue);
  guint n = 0;
  for (guint t = 0; t < ut_catalogue_n_themes (catalogue); t++) {
    for (guint i = 0; i < ut_catalogue_count (catalogue); i++) {
      const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) i);
      if (strcmp (indicator->theme, ut_catalogue_theme (catalogue, t)->key) != 0
          || !ut_indicator_is_in_set (indicator, set))
        continue;
      n++;
      if (!g_ptr_array_find (question->indicators, indicator, NULL))
        g_ptr_array_add (question->indicators, (gpointer) indicator);
    }
  }
  if (n > 0)
    return TRUE;
  g_ptr_array_add (sets, NULL);
  g_autofree char *known = g_strjoinv (", ", (char **) sets->pdata);
  ut_error_set (error, UT_ERROR_USAGE, _ ("unknown set '%1$s' (allowed: %2$s)"), set, known);
  return FALSE;
}

static gboolean
ask (UtQuestion *question, const UtCli *cli, GError **error) {
  for (char **word = cli->rest; *word != NULL; word++) {
    if (!ut_question_add (question, *word, error))
      return FALSE;
  }
  if (question->places->len > 0)
    return TRUE;
  ut_error_set (error, UT_ERROR_USAGE, _ ("no place is named; see utsyn %s --help"), "compare");
  return FALSE;
}

int
ut_command_compare (UtCli *cli, const char *const *argv, GError **error) {
  gboolean csv = FALSE, json = FALSE;
  g_autofree char *names = NULL, *rule = NULL, *by = NULL, *when = NULL, *set = NULL;
  UtPeriod period = { 0 };
  UtDimension dimension;
  const GOptionEntry options[] = {
    { "benchmark", 0, 0, G_OPTION_ARG_STRING, &names,
      N_ ("against these, with commas between: county, country, best, own:2019, peers:3425+3430, target:4.5 …"),
      N_ ("BENCHMARK") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &rule, N_ ("how it is decided: utsyn, fhi or fingertips"), N_ ("RULE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by,
      N_ ("each group by itself, and the groups against each other: sex, grade or age"), N_ ("GROUPS") },
    { "set", 0, 0, G_OPTION_ARG_STRING, &set, N_ ("the indicators of a set, see utsyn list sets"), N_ ("SET") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &when, N_ ("as it was then (else the newest)"), N_ ("PERIOD") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("print the answer as CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print the answer as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  UtForm form;
  if (!ut_cli_parse (cli, options, argv, error) || !ut_cli_expect (cli, 1, G_MAXUINT, error)
      || !ut_form_choose (csv, json, &form, error) || !ut_question_parse_period (when, &period, error))
    return 0;
  g_autoptr (UtQuestion) question = ut_question_new (cli, error);
  if (question == NULL || !ask (question, cli, error) || (set != NULL && !add_set (question, set, error))
      || (when != NULL && !ut_question_check_period (question, period, error))
      || (by != NULL && !ut_compare_by_choose (question, by, &dimension, error)))
    return UT_ERROR_USAGE;
  g_autoptr (GArray) benchmarks = ut_question_choose_benchmarks (question, names, error);
  if (benchmarks == NULL || !ut_rule_choose (&question->options, rule, error))
    return UT_ERROR_USAGE;
  ut_question_assess (question, period, UT_ASPECT_LEVEL);
  if (question->indicators->len == 0)
    add_all_with_figures (question, by != NULL ? &dimension : NULL);
  if (by != NULL)
    ut_compare_by_print (question, benchmarks, dimension, form);
  else if (form == UT_FORM_TABLE)
    print_table (cli, question, benchmarks);
  else
    print_records (question, benchmarks, form);
  return ut_cli_report_findings (cli, question->findings);
}
