#include "base/i18n.h"
#include "cli/cli.h"
#include <utsyn/assess.h>
#include <utsyn/error.h>
#include <utsyn/explain.h>

/* The family of the many comparisons is every indicator of the catalogue. */
static GPtrArray *
all_indicators (const UtCatalogue *catalogue) {
  GPtrArray *indicators = g_ptr_array_new ();
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++)
    g_ptr_array_add (indicators, (gpointer) ut_catalogue_get (catalogue, (UtIndicatorId) i));
  return indicators;
}

static const UtIndicator *
find_indicator (const UtCatalogue *catalogue, const char *key, GError **error) {
  const UtIndicator *indicator = ut_catalogue_find (catalogue, key);
  if (indicator == NULL)
    g_set_error (error, UT_ERROR, UT_ERROR_USAGE, _ ("unknown indicator «%s»; see utsyn list indicators"), key);
  return indicator;
}

int
ut_command_explain (UtCli *cli, const char *const *argv, GError **error) {
  if (!ut_cli_parse (cli, "explain", NULL, argv, error) || !ut_cli_expect (cli, 2, 2, "explain", error))
    return 0;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (UtProject) project = ut_cli_load (cli, findings, error);
  if (project == NULL)
    return UT_ERROR_DEFINITION;
  const UtIndicator *indicator = find_indicator (project->catalogue, cli->rest[0], error);
  const UtRegion *region = indicator != NULL ? ut_regions_find (project->regions, cli->rest[1], error) : NULL;
  if (region == NULL)
    return UT_ERROR_USAGE;

  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (places, region->id);
  g_autoptr (UtTable) table = ut_assess_prepare (project->table, project->catalogue, project->regions,
                                                 region->kind == UT_REGION_OWN ? places : NULL, findings);
  g_autoptr (GPtrArray) indicators = all_indicators (project->catalogue);
  g_autoptr (UtAssessment) assessment = ut_assess (table, project->catalogue, project->regions, places, indicators);
  g_autofree char *text = ut_explain (assessment, 0, indicator->id, project, cli->language);
  g_print ("%s", text);
  return ut_cli_tell_findings (cli, findings);
}
