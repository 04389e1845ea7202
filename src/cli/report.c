#include <string.h>

#include "base/i18n.h"
#include "cli/question.h"
#include <utsyn/error.h>
#include <utsyn/report.h>

static void
draw_progress (gpointer user, guint done, guint total, const char *what) {
  if (ut_cli_shows_progress (user))
    ut_cli_draw_progress (done, total, what);
}

static gboolean
write_one (const UtCli *cli, UtProject *project, UtFindings *findings, const char *path, const char *out,
           const UtAssessOptions *wish, GError **error) {
  g_autoptr (UtReport) report = ut_report_load (project, path, error);
  if (report == NULL)
    return FALSE;
  if (wish->rule_for_all) {
    report->asked.rule = wish->rule;
    report->asked.rule_for_all = TRUE;
  }
  g_autofree char *dir = g_build_filename (out, report->id, NULL);
  if (!ut_report_write (report, project, dir, findings, draw_progress, (gpointer) cli, error))
    return FALSE;
  if (!cli->quiet)
    g_printerr (_ ("%s: written to %s\n"), path, dir);
  return TRUE;
}

int
ut_command_report (UtCli *cli, const char *const *argv, GError **error) {
  g_autofree char *out = NULL, *rule = NULL;
  const GOptionEntry options[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("folder for the reports, one folder each (default out)"),
      N_ ("FOLDER") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &rule,
      N_ ("how levels are decided: utsyn, fhi or fingertips; goes before the report and its indicators"), N_ ("RULE") },
    G_OPTION_ENTRY_NULL,
  };
  if (!ut_cli_parse (cli, "report", options, argv, error) || !ut_cli_expect (cli, 1, G_MAXUINT, "report", error))
    return 0;
  UtAssessOptions wish = { 0 };
  if (!ut_rule_choose (&wish, rule, error))
    return 0;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtProject) project = ut_cli_load (cli, findings, error);
  if (project == NULL)
    return UT_ERROR_DEFINITION;

  /* One report that fails does not stop the rest; the last failure is the answer. */
  int code = 0;
  for (char **path = cli->rest; *path != NULL; path++) {
    g_autoptr (GError) trouble = NULL;
    if (write_one (cli, project, findings, *path, out != NULL ? out : "out", &wish, &trouble))
      continue;
    g_printerr ("utsyn: %s\n", trouble->message);
    code = ut_error_exit_code (trouble);
  }
  int told = ut_cli_tell_findings (cli, findings);
  return code != 0 ? code : told;
}
