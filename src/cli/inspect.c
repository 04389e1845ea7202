#include "base/i18n.h"
#include "cli/cli.h"
#include <utsyn/error.h>
#include <utsyn/import.h>

#define LABELS_SHOWN 8

static const char *
separator_name (char separator) {
  switch (separator) {
  case '\t':
    return _ ("tab");
  case ';':
    return _ ("semicolon");
  case ',':
    return _ ("comma");
  default:
    return _ ("space");
  }
}

static void
print_dimension (const UtInspectDimension *dimension) {
  g_print ("  %s", dimension->name);
  if (*dimension->role != '\0')
    g_print (" (%s)", dimension->role[0] == 'r' ? _ ("place") : _ ("period"));
  g_print (": %zu", dimension->n_labels);
  gsize shown = MIN (dimension->labels->len, LABELS_SHOWN);
  for (gsize i = 0; i < shown; i++)
    g_print ("%s%s", i == 0 ? " – " : ", ", (const char *) g_ptr_array_index (dimension->labels, i));
  g_print (dimension->n_labels > shown ? " …\n" : "\n");
  if (dimension->n_known + dimension->n_old + dimension->n_unknown > 0)
    g_print (_ ("    places: %u of today, %u of earlier years, %u not ours\n"), dimension->n_known, dimension->n_old,
             dimension->n_unknown);
}

static void
print_page (const char *path, const UtInspection *inspection) {
  g_print ("%s   %s, %s", path, inspection->format, inspection->encoding);
  if (inspection->separator != 0)
    g_print (", %s", separator_name (inspection->separator));
  g_print (_ ("\n  %zu rows, %u value columns\n"), inspection->n_rows, inspection->columns->len);
  for (guint i = 0; i < inspection->dimensions->len; i++)
    print_dimension (g_ptr_array_index (inspection->dimensions, i));
  for (guint i = 0; i < MIN (inspection->columns->len, LABELS_SHOWN); i++)
    g_print ("%s%s", i == 0 ? _ ("  values: ") : ", ", (const char *) g_ptr_array_index (inspection->columns, i));
  if (inspection->columns->len > 0)
    g_print (inspection->columns->len > LABELS_SHOWN ? " …\n" : "\n");
  for (guint i = 0; i < inspection->signs->len; i++) {
    const UtInspectSign *sign = &g_array_index (inspection->signs, UtInspectSign, i);
    g_print (_ ("  missing: «%s» %zu times, %s\n"), sign->sign, sign->n,
             ut_status_label (sign->status, ut_language_messages ()));
  }
  g_print (_ ("  a dataset.yaml to start from: utsyn inspect --yaml %s\n"), path);
}

/* The names of places are bundled; without a project folder the codes are told as they stand. */
int
ut_command_inspect (UtCli *cli, const char *const *argv, GError **error) {
  gboolean yaml = FALSE;
  const GOptionEntry options[] = {
    { "yaml", 0, 0, G_OPTION_ARG_NONE, &yaml, N_ ("print a dataset.yaml to start from"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  if (!ut_cli_parse (cli, "inspect", options, argv, error) || !ut_cli_expect (cli, 1, G_MAXUINT, "inspect", error))
    return 0;
  g_autoptr (UtProject) project = ut_cli_load_definitions (cli, error);
  if (project == NULL)
    return UT_ERROR_DEFINITION;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  int code = 0;
  for (char **path = cli->rest; *path != NULL; path++) {
    g_autoptr (GError) trouble = NULL;
    g_autoptr (UtInspection) inspection = ut_inspect (*path, project->regions, findings, &trouble);
    if (inspection == NULL) {
      g_printerr ("utsyn: %s\n", trouble->message);
      code = ut_error_exit_code (trouble);
    } else if (yaml) {
      g_autofree char *suggestion = ut_inspection_suggest (inspection, *path);
      g_print ("%s", suggestion);
    } else {
      print_page (*path, inspection);
    }
  }
  int told = ut_cli_tell_findings (cli, findings);
  return code != 0 ? code : told;
}
