/* Hiding is the same for every report of a project that has the same past, so it is done once a run. */
#include "report/kept.h"

#include <string.h>

#include "report/shown.h"
#include <utsyn/report.h>

struct UtKept {
  char *past; /* the run that was looked at beside those of the project's reports; "" for none, NULL before any */
  UtFindings *met;
  UtHiding *hiding;
};

UtKept *
ut_kept_new (void) {
  return g_new0 (UtKept, 1);
}

static void
forget (UtKept *kept) {
  g_clear_pointer (&kept->past, g_free);
  g_clear_pointer (&kept->met, ut_findings_free);
  g_clear_pointer (&kept->hiding, ut_hiding_free);
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
lies_in_project (const UtReport *report) {
  static const char folder[] = "reports/";
  return g_str_has_prefix (report->path, folder) && strchr (report->path + strlen (folder), '/') == NULL
         && g_str_has_suffix (report->path, ".yaml");
}

static gboolean
can_read_past (const UtProject *project, const UtReport *report, GError **error) {
  g_autoptr (UtShown) shown = ut_shown_new ();
  return ut_shown_read (project->root, report->previous_path, shown, error);
}

static gboolean
find_hidden (const UtProject *project, const UtReport *report, const char *past, GError **error) {
  UtKept *kept = project->kept;
  if (g_strcmp0 (kept->past, past) == 0)
    return TRUE;
  forget (kept);
  g_autoptr (UtFindings) met = ut_findings_new ();
  g_autoptr (UtShown) earlier = ut_reports_shown_earlier (project, *past != '\0' ? report : NULL, met, error);
  if (earlier == NULL)
    return FALSE;
  kept->hiding = ut_hiding_new (project->table, project->catalogue, project->regions, earlier);
  kept->met = g_steal_pointer (&met);
  kept->past = g_strdup (past);
  return TRUE;
}

UtTable *
ut_reports_prepare (const UtProject *project, const UtReport *report, const GArray *own, UtFindings *met,
                    UtFindings *findings, GError **error) {
  const char *past = report != NULL && report->previous_path != NULL ? report->previous_path : "";
  if (*past != '\0' && !can_read_past (project, report, error))
    return NULL;
  if (!find_hidden (project, report, *past != '\0' && lies_in_project (report) ? "" : past, error))
    return NULL;
  const UtFindings *earlier = project->kept->met;
  for (gsize i = 0; i < ut_findings_count (earlier); i++) {
    const UtFinding *finding = ut_findings_get (earlier, i);
    ut_findings_add (met, finding->file, finding->line, finding->kind, "%s", finding->message);
  }
  return ut_hiding_show (project->kept->hiding, own, findings);
}
