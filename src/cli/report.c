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
  ut_findings_take (findings, report->findings);
  if (wish->rule_for_all) {
    report->options.rule = wish->rule;
    report->options.rule_for_all = TRUE;
  }
  g_autofree char *dir = g_build_filename (out, report->id, NULL);
  if (!ut_report_write (report, project, dir, findings, draw_progress, (gpointer) cli, error))
    return FALSE;
  if (!cli->quiet)
    g_printerr (_ ("%s: written to %s\n"), path, dir);
  return TRUE;
}

/* Two reports in one folder would be the last of them. */
static gboolean
check_apart (GHashTable *paths, const char *id, const char *path, const char *out, GError **error) {
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  const char *other = g_hash_table_lookup (paths, id);
  if (other == NULL) {
    g_hash_table_insert (paths, g_strdup (id), g_steal_pointer (&whole));
    return TRUE;
  }
  if (strcmp (other, whole) == 0)
    return TRUE;
  g_autofree char *dir = g_build_filename (out, id, NULL);
  ut_error_join (error,
                 ut_error_new (UT_ERROR_USAGE,
                               _ ("%1$s: another report would be written to %2$s too; rename one of them, or write "
                                  "them in two runs with another -o"),
                               path, dir));
  return FALSE;
}

/* Before anything is read or drawn: every report has a folder that can be made and is its own. */
static gboolean
check_names (char **reports, const char *out, GError **error) {
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean fine = TRUE;
  for (char **path = reports; *path != NULL; path++) {
    g_autoptr (GError) fault = NULL;
    g_autofree char *id = ut_report_id (*path, &fault);
    if (id == NULL)
      ut_error_join (error, g_steal_pointer (&fault));
    fine = id != NULL && check_apart (paths, id, *path, out, error) && fine;
  }
  return fine;
}

int
ut_command_report (UtCli *cli, const char *const *argv, GError **error) {
  g_autofree char *out = NULL, *rule = NULL;
  const GOptionEntry options[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("folder for the reports, one folder each (default out)"),
      N_ ("FOLDER") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &rule,
      N_ ("how levels are decided: utsyn, fhi or fingertips; takes precedence over the report and its indicators"),
      N_ ("RULE") },
    G_OPTION_ENTRY_NULL,
  };
  if (!ut_cli_parse (cli, options, argv, error) || !ut_cli_expect (cli, 1, G_MAXUINT, error))
    return 0;
  UtAssessOptions wish = { 0 };
  if (!ut_rule_choose (&wish, rule, error))
    return 0;
  const char *folder = out != NULL ? out : "out";
  if (!check_names (cli->rest, folder, error))
    return UT_ERROR_DEFINITION;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtProject) project = ut_cli_load (cli, findings, error);
  if (project == NULL)
    return UT_ERROR_DEFINITION;

  /* One report that fails does not stop the rest; the last failure is the answer. */
  int code = 0;
  for (char **path = cli->rest; *path != NULL; path++) {
    g_autoptr (GError) trouble = NULL;
    if (write_one (cli, project, findings, *path, folder, &wish, &trouble))
      continue;
    g_printerr ("utsyn: %s\n", trouble->message);
    code = ut_error_exit_code (trouble);
  }
  int findings_code = ut_cli_report_findings (cli, findings);
  return code != 0 ? code : findings_code;
}
