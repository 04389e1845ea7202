/* From figures to files. */
#include <string.h>

#include "report/chapter.h"
#include "report/figures.h"
#include "report/manifest.h"
#include "report/output.h"
#include "report/paint.h"
#include "report/shown.h"
#include "report/workbook.h"

typedef struct {
  const UtReport *report;
  const UtProject *project;
  const UtAssessment *assessment;
  const UtFindings *findings;
  UtFigures *figures;
  UtOutput *output;
  UtProgress progress;
  gpointer user;
  guint done, total;
} Writing;

static void
tell (Writing *writing, const char *what) {
  writing->done++;
  if (writing->progress != NULL)
    writing->progress (writing->user, writing->done, writing->total, what);
}

static gboolean
write_text (Writing *writing, const char *name, char *text, GError **error) {
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  if (!ut_output_write (writing->output, name, bytes, "chapter", error))
    return FALSE;
  tell (writing, name);
  return TRUE;
}

static gboolean
write_chapter (Writing *writing, const UtDocument *document, GError **error) {
  return write_text (writing, "kapittel.html", ut_document_write_html (document), error)
         && write_text (writing, "kapittel.md", ut_document_write_markdown (document), error);
}

static gboolean
write_workbook (Writing *writing, GError **error) {
  g_autofree char *name = g_strconcat (writing->report->id, ".xlsx", NULL);
  g_autoptr (GBytes) bytes = ut_workbook_write (writing->report, writing->project, writing->assessment, error);
  if (bytes == NULL || !ut_output_write (writing->output, name, bytes, "workbook", error))
    return FALSE;
  tell (writing, name);
  return TRUE;
}

static gboolean
write_shown (const Writing *writing, GError **error) {
  char *text = ut_shown_write (writing->assessment, writing->report->by);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  return ut_output_write (writing->output, UT_SHOWN_NAME, bytes, "figures", error);
}

static gboolean
finish (const Writing *writing, GError **error) {
  g_autofree char *manifest = ut_manifest_write (writing->report, writing->project, writing->assessment,
                                                 ut_output_files (writing->output), error);
  return manifest != NULL && ut_output_finish (writing->output, manifest, error);
}

static gboolean
write_all (Writing *writing, GError **error) {
  const UtReport *report = writing->report;
  g_autoptr (UtDocument) document = report->chapter ? ut_chapter_build (report, writing->project, writing->assessment,
                                                                        writing->findings, writing->figures)
                                                    : NULL;
  if (report->charts)
    ut_figures_draw_all (writing->figures);
  g_autoptr (GPtrArray) figures = ut_figures_list (writing->figures);
  /* The Markdown needs its pictures even where no charts are asked for. */
  guint forms = report->charts ? UT_FORM_SVG | UT_FORM_PDF | UT_FORM_PNG : UT_FORM_PNG;
  writing->total = figures->len + (report->chapter ? 2 : 0) + (report->workbook ? 1 : 0) + 1;
  if (!ut_paint_figures (writing->output, figures, forms, writing->progress, writing->user, writing->done,
                         writing->total, error))
    return FALSE;
  writing->done += figures->len;
  if (document != NULL && !write_chapter (writing, document, error))
    return FALSE;
  if (report->workbook && !write_workbook (writing, error))
    return FALSE;
  if (!write_shown (writing, error) || !finish (writing, error))
    return FALSE;
  tell (writing, UT_MANIFEST_NAME);
  return TRUE;
}

static GPtrArray *
indicators_of (const UtReport *report) {
  GPtrArray *indicators = g_ptr_array_new ();
  for (guint i = 0; i < report->themes->len; i++) {
    const UtReportTheme *theme = g_ptr_array_index (report->themes, i);
    for (guint k = 0; k < theme->indicators->len; k++)
      g_ptr_array_add (indicators, g_ptr_array_index (theme->indicators, k));
  }
  return indicators;
}

/* The report's own region, to be summed before anything is hidden; empty for a single municipality. */
static GArray *
own_regions (const UtReport *report) {
  GArray *own = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  if (report->municipalities->len > 1)
    g_array_append_val (own, report->region);
  if (report->asked.peers != UT_REGION_NONE)
    g_array_append_val (own, report->asked.peers);
  return own;
}

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

/* A sum that cannot be made is told where its indicator is defined; those of other reports are not this one's. */
static gboolean
is_ours (const GPtrArray *indicators, const UtFinding *finding) {
  for (guint i = 0; i < indicators->len; i++) {
    const UtIndicator *indicator = g_ptr_array_index (indicators, i);
    if (indicator->line == finding->line && g_strcmp0 (indicator->file, finding->file) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Several reports in a run sum the same counties: each finding is told once. */
static void
add_finding (UtFindings *findings, const UtFinding *finding) {
  if (!is_known (findings, finding))
    ut_findings_add (findings, finding->file, finding->line, finding->kind, "%s", finding->message);
}

static UtTable *
prepare (const UtReport *report, const UtProject *project, const GPtrArray *indicators, UtFindings *findings,
         GError **error) {
  g_autoptr (GArray) own = own_regions (report);
  g_autoptr (UtFindings) earlier = ut_findings_new (), met = ut_findings_new ();
  UtTable *table = ut_reports_prepare (project, report, own, earlier, met, error);
  for (gsize i = 0; table != NULL && i < ut_findings_count (earlier); i++)
    add_finding (findings, ut_findings_get (earlier, i));
  for (gsize i = 0; i < ut_findings_count (met); i++) {
    const UtFinding *finding = ut_findings_get (met, i);
    if (is_ours (indicators, finding))
      add_finding (findings, finding);
  }
  return table;
}

gboolean
ut_report_write (const UtReport *report, const UtProject *project, const char *out_dir, UtFindings *findings,
                 UtProgress progress, gpointer user, GError **error) {
  g_autoptr (GPtrArray) indicators = indicators_of (report);
  g_autoptr (UtTable) table = prepare (report, project, indicators, findings, error);
  if (table == NULL)
    return FALSE;
  g_autoptr (UtAssessment) assessment
      = ut_assess (table, project->catalogue, project->regions, report->places, indicators, &report->asked);
  g_autoptr (UtFigures) figures = ut_figures_new (assessment, report->language);
  g_autoptr (UtOutput) output = ut_output_open (out_dir, error);
  if (output == NULL)
    return FALSE;
  Writing writing = {
    .report = report,
    .project = project,
    .assessment = assessment,
    .findings = findings,
    .figures = figures,
    .output = output,
    .progress = progress,
    .user = user,
  };
  return write_all (&writing, error);
}
