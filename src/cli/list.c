#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/cli.h"
#include <utsyn/error.h>

static void
print_padded (const char *text, int width) {
  g_autofree char *line = ut_text_clean (text, UT_TEXT_LINE);
  int pad = width - (int) g_utf8_strlen (line, -1);
  g_print ("%s%*s", line, MAX (pad, 1), "");
}

/* What stands last in its line. */
static void
print_rest (const char *text) {
  g_autofree char *line = ut_text_clean (text, UT_TEXT_LINE);
  g_print ("%s", line);
}

static void
list_indicators (const UtProject *project, UtLanguage language) {
  for (guint t = 0; t < ut_catalogue_n_themes (project->catalogue); t++) {
    const UtTheme *theme = ut_catalogue_theme (project->catalogue, t);
    g_print ("%s%s (%s)\n", t == 0 ? "" : "\n", ut_text_get (&theme->name, language), theme->key);
    for (guint i = 0; i < ut_catalogue_count (project->catalogue); i++) {
      const UtIndicator *indicator = ut_catalogue_get (project->catalogue, (UtIndicatorId) i);
      if (strcmp (indicator->theme, theme->key) != 0)
        continue;
      g_print ("  ");
      print_padded (indicator->key, 36);
      print_rest (ut_text_get (&indicator->name, language));
      g_print (", %s\n", ut_unit_label (indicator->unit, language));
    }
  }
}

static void
list_regions (const UtProject *project) {
  static const UtRegionKind order[]
      = { UT_REGION_COUNTRY, UT_REGION_COUNTY, UT_REGION_GROUP, UT_REGION_OWN, UT_REGION_MUNICIPALITY };
  for (guint k = 0; k < G_N_ELEMENTS (order); k++) {
    for (guint i = 0; i < ut_regions_count (project->regions); i++) {
      const UtRegion *region = ut_regions_get (project->regions, (UtRegionId) i);
      if (region->kind != order[k] || region->valid_to != G_MAXINT)
        continue;
      print_padded (region->code, 18);
      print_rest (region->name);
      g_print ("\n");
    }
  }
}

static void
list_datasets (const UtProject *project) {
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    print_padded (dataset->id, 34);
    g_print ("%s. %s", dataset->source, dataset->title);
    if (dataset->table != NULL)
      g_print (_ (", table %s"), dataset->table);
    g_print (" (%s)\n", dataset->licence);
  }
}

int
ut_command_list (UtCli *cli, const char *const *argv, GError **error) {
  if (!ut_cli_parse (cli, "list", NULL, argv, error) || !ut_cli_expect (cli, 1, 1, "list", error))
    return 0;
  g_autoptr (UtProject) project = ut_cli_load_definitions (cli, error);
  if (project == NULL)
    return UT_ERROR_DEFINITION;
  const char *what = cli->rest[0];
  if (strcmp (what, "indicators") == 0)
    list_indicators (project, cli->language);
  else if (strcmp (what, "regions") == 0)
    list_regions (project);
  else if (strcmp (what, "datasets") == 0)
    list_datasets (project);
  else
    g_set_error (error, UT_ERROR, UT_ERROR_USAGE, _ ("«%s» cannot be listed (allowed: indicators, regions, datasets)"),
                 what);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  ut_project_tell_unread (project, findings);
  return ut_cli_tell_findings (cli, findings);
}
