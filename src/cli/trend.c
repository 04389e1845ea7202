/* Which way is it going, and is that certain? */
#include <math.h>

#include "base/i18n.h"
#include "cli/grid.h"
#include "cli/records.h"
#include "cli/trend_contrast.h"
#include "cli/wording.h"
#include "text/indicator.h"
#include "text/probability.h"
#include "text/trend.h"
#include <utsyn/error.h>
#include <utsyn/number.h>
#include <utsyn/phrases.h>
#include <utsyn/terms.h>

enum { PLACE, INDICATOR, PERIODS, USED, DROPPED, SLOPE, INTERVAL, DETECTABLE, P, ANSWER, N_COLUMNS };

#define MOST_DECIMALS 3

/* "2015–2024" by their ends; one period stands alone. */
static char *
periods_of (const UtTrend *trend) {
  UtLanguage language = ut_language_messages ();
  if (trend->first.kind == UT_PERIOD_NONE)
    return g_strdup ("");
  g_autofree char *first = ut_period_format (trend->first, language);
  if (ut_period_compare (trend->first, trend->last) == 0)
    return g_steal_pointer (&first);
  g_autofree char *last = ut_period_format (trend->last, language);
  return g_strdup_printf (_ ("%1$s to %2$s"), first, last);
}

/* "overlaps a newer point (4), no reliable figure (2)". */
static char *
dropped_of (const UtTrend *trend) {
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < UT_N_DROPS; i++)
    if (trend->n_dropped[i] > 0)
      g_string_append_printf (text, "%s%s (%u)", text->len > 0 ? ", " : "",
                              ut_drop_text ((UtDrop) i, ut_language_messages ()), trend->n_dropped[i]);
  return g_string_free (text, FALSE);
}

/* As many decimals as a slope and its interval need to be told from each other. */
static char *
slope_interval (const UtTrend *trend) {
  double size = fabs (trend->slope_per_year);
  return ut_cli_interval (trend->slope_interval, size >= 10 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : MOST_DECIMALS);
}

/* "higher than in 2019: 15 percentage points (3.5 to 25)": the two last surveys, where there are too few for a trend.
 */
static char *
surveys_of (const UtAssessed *assessed) {
  UtLanguage language = ut_language_messages ();
  const UtSurveyChange *change = &assessed->trend.surveys;
  g_autofree char *word = ut_phrase_trend_word (assessed, language);
  int decimals = ut_survey_decimals (change);
  g_autofree char *by = ut_number_format (change->difference, decimals, language);
  g_autofree char *from = ut_number_format (change->interval.lower, decimals, language);
  g_autofree char *to = ut_number_format (change->interval.upper, decimals, language);
  return g_strdup_printf (_ ("%1$s: %2$s %3$s (%4$s to %5$s)"), word, by,
                          ut_phrase_difference_unit (assessed->indicator->unit, language), from, to);
}

static char *
why_untested (const UtTrend *trend) {
  UtLanguage language = ut_language_messages ();
  const UtSurveyChange *change = &trend->surveys;
  const char *word = ut_trend_word (trend->trend, language), *why = ut_reason_text (trend->reason, language);
  if (change->change == UT_CHANGE_NOT_APPLICABLE)
    return g_strdup_printf ("%s: %s", word, why);
  return g_strdup_printf ("%s: %s; %s", word, why, ut_reason_text (change->reason, language));
}

static char *
answer_of (const UtAssessed *assessed) {
  const UtTrend *trend = &assessed->trend;
  gboolean described = ut_reason_is_to_describe (trend->reason);
  if (trend->surveys.change > UT_CHANGE_NOT_TESTED)
    return surveys_of (assessed);
  if (trend->trend == UT_TREND_NOT_TESTED && !described)
    return why_untested (trend);
  return ut_phrase_trend_word (assessed, ut_language_messages ());
}

static void
add_line (UtGrid *grid, const UtQuestion *question, const UtAssessed *assessed) {
  UtLanguage language = ut_language_messages ();
  const UtTrend *trend = &assessed->trend;
  guint n_used = trend->rows != NULL ? trend->rows->len : 0;
  ut_grid_take (grid, ut_cli_place (question, assessed->region));
  ut_grid_take (grid, ut_cli_indicator (assessed->indicator));
  ut_grid_take (grid, periods_of (trend));
  ut_grid_take (grid, g_strdup_printf ("%u", n_used));
  ut_grid_take (grid, dropped_of (trend));
  ut_grid_take (grid, ut_phrase_change (trend->slope_per_year, trend->slope_per_year, language));
  ut_grid_take (grid, slope_interval (trend));
  ut_grid_take (grid, ut_phrase_change (trend->detectable_per_year, trend->detectable_per_year, language));
  ut_grid_take (grid, ut_phrase_probability (trend->p, ut_language_messages ()));
  ut_grid_take (grid, answer_of (assessed));
}

static gboolean
any_dropped (const UtQuestion *question) {
  for (guint place = 0; place < question->places->len; place++)
    for (guint i = 0; i < question->indicators->len; i++)
      if (ut_question_get (question, place, i)->trend.dropped->len > 0)
        return TRUE;
  return FALSE;
}

static gboolean
any_surveys (const UtQuestion *question) {
  for (guint place = 0; place < question->places->len; place++)
    for (guint i = 0; i < question->indicators->len; i++)
      if (ut_question_get (question, place, i)->trend.surveys.change > UT_CHANGE_NOT_TESTED)
        return TRUE;
  return FALSE;
}

static void
print_table (const UtCli *cli, const UtQuestion *question) {
  const UtGridColumn columns[N_COLUMNS] = {
    [PLACE] = { _ ("Place"), FALSE, question->places->len == 1 },
    [INDICATOR] = { _ ("Indicator"), FALSE, question->indicators->len == 1 },
    [PERIODS] = { _ ("Points"), FALSE, FALSE },
    [USED] = { _ ("used"), TRUE, FALSE },
    [DROPPED] = { _ ("left out"), FALSE, !any_dropped (question) },
    [SLOPE] = { _ ("A year"), TRUE, FALSE },
    [INTERVAL] = { _ ("95 % interval"), TRUE, FALSE },
    [DETECTABLE] = { _ ("Least seen"), TRUE, FALSE },
    [P] = { "p", TRUE, !cli->verbose },
    [ANSWER] = { _ ("Change"), FALSE, FALSE },
  };
  g_autoptr (UtGrid) grid = ut_grid_new (columns, N_COLUMNS);
  for (guint place = 0; place < question->places->len; place++)
    for (guint i = 0; i < question->indicators->len; i++)
      add_line (grid, question, ut_question_get (question, place, i));
  g_autofree char *table = ut_grid_format (grid);
  ut_cli_print_subject (question);
  g_print ("%s\n%s\n%s\n", table, _ ("A year: change in the figure each year, at the mean level of the series."),
           _ ("Least seen: a change of at least this a year would probably have been seen."));
  if (any_surveys (question))
    g_print ("%s\n", _ ("Higher or lower than in an earlier year: too few points for a trend; the difference between "
                        "the two last, with Newcombe's 95 % interval."));
  ut_trend_print_contrasts (question);
}

static void
set_surveys (json_t *record, const UtSurveyChange *change) {
  gboolean applicable = change->change != UT_CHANGE_NOT_APPLICABLE;
  ut_json_set_text (record, "surveys", applicable ? ut_change_code (change->change) : NULL);
  ut_json_set_text (record, "surveys_reason",
                    change->change == UT_CHANGE_NOT_TESTED ? ut_reason_code (change->reason) : NULL);
  ut_json_set_period (record, "surveys_first", change->before.period);
  ut_json_set_period (record, "surveys_last", change->after.period);
  ut_json_set_number (record, "surveys_difference", change->difference);
  ut_record_set_interval (record, "surveys_difference", change->interval);
}

static json_t *
record_of (const UtQuestion *question, const UtAssessed *assessed) {
  const UtTrend *trend = &assessed->trend;
  json_t *record = ut_record_new (question, assessed->region, assessed->indicator);
  ut_json_set_period (record, "first", trend->first);
  ut_json_set_period (record, "last", trend->last);
  ut_json_set_number (record, "points", trend->rows != NULL ? trend->rows->len : 0);
  for (guint i = 0; i < UT_N_DROPS; i++) {
    g_autofree char *key = g_strconcat ("dropped_", ut_drop_code ((UtDrop) i), NULL);
    ut_json_set_number (record, key, trend->n_dropped[i]);
  }
  ut_json_set_text (record, "trend", ut_trend_code (trend->trend));
  ut_json_set_text (record, "reason", trend->trend == UT_TREND_NOT_TESTED ? ut_reason_code (trend->reason) : NULL);
  ut_json_set_period (record, "jump", trend->jump_period);
  ut_json_set_number (record, "slope_per_year", trend->slope_per_year);
  ut_record_set_interval (record, "slope", trend->slope_interval);
  ut_json_set_number (record, "detectable_per_year", trend->detectable_per_year);
  ut_json_set_text (record, "method", trend->method);
  ut_json_set_number (record, "p", trend->p);
  ut_json_set_number (record, "q", trend->q);
  ut_record_set_flag (record, "robust", trend->robust);
  set_surveys (record, &trend->surveys);
  ut_trend_set_contrasts (record, assessed);
  return record;
}

static void
print_records (const UtQuestion *question, UtForm form) {
  json_t *records = json_array ();
  for (guint place = 0; place < question->places->len; place++)
    for (guint i = 0; i < question->indicators->len; i++)
      json_array_append_new (records, record_of (question, ut_question_get (question, place, i)));
  ut_records_print (records, form);
  json_decref (records);
}

static gboolean
ask (UtQuestion *question, const UtCli *cli, GError **error) {
  for (char **word = cli->rest; *word != NULL; word++) {
    if (!ut_question_add (question, *word, error))
      return FALSE;
  }
  if (question->places->len > 0 && question->indicators->len > 0)
    return TRUE;
  ut_error_set (error, UT_ERROR_USAGE,
                question->places->len == 0 ? _ ("no place is named; see utsyn %s --help")
                                           : _ ("no indicator is named; see utsyn %s --help"),
                "trend");
  return FALSE;
}

int
ut_command_trend (UtCli *cli, const char *const *argv, GError **error) {
  gboolean csv = FALSE, json = FALSE;
  const GOptionEntry options[] = {
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("print the answer as CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print the answer as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  UtForm form;
  if (!ut_cli_parse (cli, options, argv, error) || !ut_cli_expect (cli, 2, G_MAXUINT, error)
      || !ut_form_choose (csv, json, &form, error))
    return 0;
  g_autoptr (UtQuestion) question = ut_question_new (cli, error);
  if (question == NULL || !ask (question, cli, error))
    return UT_ERROR_USAGE;
  ut_question_assess (question, (UtPeriod){ 0 }, UT_ASPECT_TREND);
  if (form == UT_FORM_TABLE)
    print_table (cli, question);
  else
    print_records (question, form);
  return ut_cli_report_findings (cli, question->findings);
}
