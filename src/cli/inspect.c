#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "cli/cli.h"
#include "cli/inspect_json.h"
#include "cli/inspect_page.h"

typedef enum { AS_PAGE, AS_YAML, AS_JSON } Form;

static void
show (const char *path, const UtInspection *inspection, const UtRegions *regions, Form form, gboolean all) {
  g_autoptr (UtProposal) proposal = ut_inspection_propose (inspection, path, regions);
  g_autofree char *json = form == AS_JSON ? ut_inspection_to_json (path, inspection, proposal) : NULL;
  if (form == AS_PAGE)
    ut_inspection_print (path, inspection, proposal, all);
  else
    g_print ("%s", form == AS_YAML ? proposal->yaml : json);
}

/* The places of the project, and no more of it: a dataset.yaml that is being written must not stand in the way. Without
 * a project, or when its places cannot be read, labels of places are shown as they stand. */
static UtRegions *
load_places (const UtCli *cli) {
  g_autofree char *root = ut_cli_find_root (cli, NULL);
  g_autofree char *dir = root != NULL ? g_build_filename (root, "datasets", "inndeling", NULL) : NULL;
  return dir != NULL ? ut_regions_load (dir, NULL) : NULL;
}

int
ut_command_inspect (UtCli *cli, const char *const *argv, GError **error) {
  gboolean yaml = FALSE, json = FALSE;
  const GOptionEntry options[] = {
    { "yaml", 0, 0, G_OPTION_ARG_NONE, &yaml, N_ ("print a dataset.yaml to start from"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print what was found as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  if (!ut_cli_parse (cli, options, argv, error) || !ut_cli_expect (cli, 1, G_MAXUINT, error))
    return 0;
  if (yaml && json) {
    ut_error_set (error, UT_ERROR_USAGE, _ ("--yaml and --json cannot be given together"));
    return UT_ERROR_USAGE;
  }
  g_autoptr (UtRegions) regions = load_places (cli);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  int code = 0;
  for (char **path = cli->rest; *path != NULL; path++) {
    g_autoptr (GError) trouble = NULL;
    g_autoptr (UtInspection) inspection = ut_inspect (*path, regions, findings, &trouble);
    if (inspection != NULL) {
      show (*path, inspection, regions, yaml ? AS_YAML : json ? AS_JSON : AS_PAGE, cli->verbose);
    } else {
      g_printerr ("utsyn: %s\n", trouble->message);
      code = ut_error_exit_code (trouble);
    }
  }
  /* The page itself tells what could not be read, once for each reason. */
  gboolean on_page = !yaml && !json && !cli->verbose;
  int findings_code = on_page ? (cli->strict && ut_findings_count (findings) > 0 ? UT_ERROR_FINDINGS : 0)
                              : ut_cli_report_findings (cli, findings);
  return code != 0 ? code : findings_code;
}
