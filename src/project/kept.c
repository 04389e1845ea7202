/* Hiding is the same for every report of a project that has the same past, so it is done once a run. */
#include "project/kept.h"

#include <string.h>

#include "project/previous.h"
#include "project/previous_figures.h"

struct UtKept {
  char *previous; /* manifest of the run that was looked at beside those of the project's reports; NULL: none */
  UtFindings *met;
  UtShown *earlier;
  UtHiding *hiding;
};

UtKept *
ut_kept_new (void) {
  return g_new0 (UtKept, 1);
}

static void
forget (UtKept *kept) {
  g_clear_pointer (&kept->previous, g_free);
  g_clear_pointer (&kept->met, ut_findings_free);
  g_clear_pointer (&kept->hiding, ut_hiding_free);
  g_clear_pointer (&kept->earlier, ut_shown_free);
}

void
ut_kept_free (UtKept *kept) {
  if (kept == NULL)
    return;
  forget (kept);
  g_free (kept);
}

/* What the reports that lie in the project printed is in view for every report. */
static gboolean
lies_in_project (const char *report) {
  static const char folder[] = "reports/";
  return g_str_has_prefix (report, folder) && strchr (report + strlen (folder), '/') == NULL
         && g_str_has_suffix (report, ".yaml");
}

static gboolean
can_read (const UtProject *project, const char *manifest, GError **error) {
  g_autoptr (UtShown) shown = ut_shown_new ();
  return ut_shown_read (project->root, manifest, shown, error);
}

static gboolean
find_hidden (const UtProject *project, const char *report, const char *previous, GError **error) {
  UtKept *kept = project->kept;
  if (kept->hiding != NULL && g_strcmp0 (kept->previous, previous) == 0)
    return TRUE;
  forget (kept);
  g_autoptr (UtFindings) met = ut_findings_new ();
  kept->earlier = ut_previous_read (project, report, previous, met, error);
  if (kept->earlier == NULL)
    return FALSE;
  kept->hiding = ut_hiding_new (project->table, project->catalogue, project->regions, kept->earlier);
  kept->met = g_steal_pointer (&met);
  kept->previous = g_strdup (previous);
  return TRUE;
}

UtTable *
ut_project_prepare (const UtProject *project, const char *report, const char *previous, const GArray *own,
                    UtFindings *met, UtFindings *findings, GError **error) {
  if (previous != NULL && !can_read (project, previous, error))
    return NULL;
  if (!find_hidden (project, report, previous != NULL && lies_in_project (report) ? NULL : previous, error))
    return NULL;
  const UtFindings *earlier = project->kept->met;
  for (gsize i = 0; i < ut_findings_count (earlier); i++) {
    const UtFinding *finding = ut_findings_get (earlier, i);
    ut_findings_add (met, finding->file, finding->line, finding->kind, "%s", finding->message);
  }
  return ut_hiding_show (project->kept->hiding, NULL, own, findings);
}
