#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "cli/cli.h"
#include "cli/inspect_json.h"
#include "cli/inspect_page.h"

typedef enum { AS_PAGE, AS_YAML, AS_JSON } Form;

static void
show (const char *path, const UtInspection *inspection, Form form, gboolean all) {
  g_autofree char *text = form == AS_YAML   ? ut_inspection_suggest (inspection, path)
                          : form == AS_JSON ? ut_inspection_to_json (path, inspection)
                                            : NULL;
  if (text != NULL)
    g_print ("%s", text);
  else
    ut_inspection_print (path, inspection, all);
}

/* The names of places are bundled; without a project folder the codes are told as they stand. */
int
ut_command_inspect (UtCli *cli, const char *const *argv, GError **error) {
  gboolean yaml = FALSE, json = FALSE;
  const GOptionEntry options[] = {
    { "yaml", 0, 0, G_OPTION_ARG_NONE, &yaml, N_ ("print a dataset.yaml to start from"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print what was found as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  if (!ut_cli_parse (cli, "inspect", options, argv, error) || !ut_cli_expect (cli, 1, G_MAXUINT, "inspect", error))
    return 0;
  if (yaml && json) {
    g_set_error (error, UT_ERROR, UT_ERROR_USAGE, _ ("--yaml and --json cannot be given together"));
    return UT_ERROR_USAGE;
  }
  g_autoptr (UtProject) project = ut_cli_load_definitions (cli, error);
  if (project == NULL)
    return UT_ERROR_DEFINITION;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  int code = 0;
  for (char **path = cli->rest; *path != NULL; path++) {
    g_autoptr (GError) trouble = NULL;
    g_autoptr (UtInspection) inspection = ut_inspect (*path, project->regions, findings, &trouble);
    if (inspection != NULL) {
      show (*path, inspection, yaml ? AS_YAML : json ? AS_JSON : AS_PAGE, cli->verbose);
    } else {
      g_printerr ("utsyn: %s\n", trouble->message);
      code = ut_error_exit_code (trouble);
    }
  }
  int told = ut_cli_tell_findings (cli, findings);
  return code != 0 ? code : told;
}
