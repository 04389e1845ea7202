/* The whole calculation behind one figure. */
#include "base/i18n.h"
#include "cli/question.h"
#include <utsyn/error.h>
#include <utsyn/explain.h>

int
ut_command_explain (UtCli *cli, const char *const *argv, GError **error) {
  gboolean json = FALSE;
  g_autofree char *names = NULL, *rule = NULL, *when = NULL;
  UtPeriod period = { 0 };
  const GOptionEntry options[] = {
    { "benchmark", 0, 0, G_OPTION_ARG_STRING, &names,
      N_ ("against these, with commas between: county, country, best, own:2019, peers:3425+3430, target:4.5 …"),
      N_ ("BENCHMARK") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &rule, N_ ("how it is decided: utsyn, fhi or fingertips"), N_ ("RULE") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &when, N_ ("as it was then (else the newest)"), N_ ("PERIOD") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print the answer as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  if (!ut_cli_parse (cli, options, argv, error) || !ut_cli_expect (cli, 2, 2, error)
      || !ut_question_parse_period (when, &period, error))
    return 0;
  g_autoptr (UtQuestion) question = ut_question_new (cli, error);
  if (question == NULL || !ut_question_add_indicator (question, cli->rest[0], error)
      || !ut_question_add_place (question, cli->rest[1], error))
    return UT_ERROR_USAGE;
  g_autoptr (GArray) benchmarks = ut_question_choose_benchmarks (question, names, error);
  if (when != NULL && !ut_question_check_period (question, period, error))
    return UT_ERROR_USAGE;
  if (benchmarks == NULL || !ut_rule_choose (&question->options, rule, error))
    return UT_ERROR_USAGE;
  ut_question_assess (question, period, UT_ASPECT_LEVEL | UT_ASPECT_TREND);
  g_autoptr (UtExplanation) explanation
      = ut_explain (question->assessment, 0, 0, question->project->datasets, benchmarks, cli->language);
  g_autofree char *text = json ? ut_explanation_to_json (explanation) : ut_explanation_to_text (explanation);
  g_print ("%s", text);
  return ut_cli_report_findings (cli, question->findings);
}
