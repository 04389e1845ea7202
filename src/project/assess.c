/* The one way from a folder to verdicts: what the previous runs printed, own regions, sums and suppression, assessment.
 * Suppression is the same for every assessment of a project that has the same past, so it is done once a run. */
#include <string.h>
#include <utsyn/project.h>
#include <utsyn/ranking.h>

#include "project/previous.h"
#include "project/previous_figures.h"
#include "project/shared.h"

/* Suppression */

/* What the reports that lie in the project printed is in view for every report. */
static gboolean
lies_in_project (const char *report) {
  static const char folder[] = "reports/";
  return report != NULL && g_str_has_prefix (report, folder) && strchr (report + strlen (folder), '/') == NULL
         && g_str_has_suffix (report, ".yaml");
}

static gboolean
can_read (const UtProject *project, const char *manifest, GError **error) {
  g_autoptr (UtPreviousFigures) figures = ut_previous_figures_new ();
  return ut_previous_figures_read (project, manifest, figures, error);
}

static UtPreparation *
find_preparation (const UtProject *project, const char *report, const char *manifest, GError **error) {
  UtShared *shared = project->shared;
  if (manifest != NULL && !can_read (project, manifest, error))
    return NULL;
  const char *previous = manifest != NULL && lies_in_project (report) ? NULL : manifest;
  if (shared->preparation != NULL && g_strcmp0 (shared->previous_manifest, previous) == 0)
    return shared->preparation;
  ut_shared_forget (shared);
  shared->met = ut_findings_new ();
  shared->previous_figures = ut_project_previous_figures (project, report, previous, shared->met, error);
  if (shared->previous_figures == NULL)
    return NULL;
  shared->previous_manifest = g_strdup (previous);
  shared->preparation
      = ut_preparation_new (project->table, project->catalogue, project->regions, shared->previous_figures);
  return shared->preparation;
}

/* Findings */

static gboolean
is_known (const UtFindings *findings, const UtFinding *finding) {
  for (gsize i = 0; i < ut_findings_count (findings); i++) {
    const UtFinding *earlier = ut_findings_get (findings, i);
    if (earlier->kind == finding->kind && earlier->line == finding->line
        && g_strcmp0 (earlier->file, finding->file) == 0 && g_str_equal (earlier->message, finding->message))
      return TRUE;
  }
  return FALSE;
}

/* What cannot be summed or suppressed is reported where its indicator is defined; of others than those wished for it is
 * not. */
static gboolean
is_about (const GPtrArray *indicators, const UtFinding *finding) {
  for (guint i = 0; i < indicators->len; i++) {
    const UtIndicator *indicator = g_ptr_array_index (indicators, i);
    if (indicator->line == finding->line && g_strcmp0 (indicator->file, finding->file) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Several reports in a run sum the same counties: each finding is reported once. */
static void
report_findings (UtFindings *findings, const UtFindings *met, const GPtrArray *indicators) {
  for (gsize i = 0; i < ut_findings_count (met); i++) {
    const UtFinding *finding = ut_findings_get (met, i);
    if ((indicators == NULL || is_about (indicators, finding)) && !is_known (findings, finding))
      ut_findings_add_lines (findings, finding->file, finding->line, finding->kind, finding->message);
  }
}

/* What is wished for */

static GPtrArray *
all_indicators (const UtCatalogue *catalogue) {
  GPtrArray *all = g_ptr_array_new ();
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++)
    g_ptr_array_add (all, (gpointer) ut_catalogue_get (catalogue, (UtIndicatorId) i));
  return all;
}

/* Those whose figures are requested, their groups and alternatives, and the others of the family; NULL for all. */
static GPtrArray *
needed_indicators (const UtProject *project, const UtProjectWish *wish) {
  if (wish->indicators == NULL)
    return NULL;
  GPtrArray *needed = g_ptr_array_new ();
  const GPtrArray *family = wish->options != NULL ? wish->options->family : NULL;
  for (guint i = 0; i < wish->indicators->len; i++) {
    UtIndicator *indicator = g_ptr_array_index (wish->indicators, i);
    g_ptr_array_add (needed, indicator);
    for (guint d = 0; d < UT_N_DIMENSIONS; d++)
      for (guint k = 0; k < indicator->by[d].n; k++)
        g_ptr_array_add (needed, (gpointer) ut_catalogue_get (project->catalogue, indicator->by[d].ids[k]));
    for (guint k = 0; k < UT_N_ALTERNATIVES; k++)
      if (indicator->alternatives[k].key != NULL)
        g_ptr_array_add (needed, (gpointer) ut_catalogue_get (project->catalogue, indicator->alternatives[k].id));
  }
  for (guint i = 0; family != NULL && i < family->len; i++)
    g_ptr_array_add (needed, g_ptr_array_index (family, i));
  return needed;
}

static GArray *
own_regions (const UtProject *project, const GArray *places, const UtAssessOptions *options) {
  GArray *own = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  for (guint i = 0; i < places->len; i++) {
    UtRegionId place = g_array_index (places, UtRegionId, i);
    if (ut_regions_get (project->regions, place)->kind == UT_REGION_OWN)
      g_array_append_val (own, place);
  }
  if (options != NULL && options->peers != UT_REGION_NONE)
    g_array_append_val (own, options->peers);
  return own;
}

UtAssessment *
ut_project_assess (const UtProject *project, const UtProjectWish *wish, UtFindings *findings, GError **error) {
  UtPreparation *preparation = find_preparation (project, wish->report, wish->previous, error);
  if (preparation == NULL)
    return NULL;
  g_autoptr (GArray) places
      = wish->places != NULL ? g_array_ref ((GArray *) wish->places) : g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GPtrArray) needed = needed_indicators (project, wish);
  g_autoptr (GPtrArray) indicators = wish->indicators != NULL ? g_ptr_array_ref ((GPtrArray *) wish->indicators)
                                                              : all_indicators (project->catalogue);
  g_autoptr (GArray) own = own_regions (project, places, wish->options);
  g_autoptr (UtFindings) met = ut_findings_new ();
  g_autoptr (UtTable) table = ut_preparation_table (preparation, needed, own, met);
  report_findings (findings, project->shared->met, NULL);
  report_findings (findings, met, indicators);
  g_autoptr (UtTable) then
      = wish->until.kind != UT_PERIOD_NONE ? ut_ranking_table_until (table, wish->until) : ut_table_ref (table);
  return ut_assess (then, project->catalogue, project->regions, places, indicators, wish->options);
}
