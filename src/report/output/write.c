/* From verdicts to files. */
#include <string.h>

#include "project/previous_figures.h"
#include "report/manifest.h"
#include "report/output/outputs.h"
#include "text/file_name.h"

static gboolean
write_shown (const UtWriting *writing, GError **error) {
  char *text = ut_run_figures_write (writing->assessment, writing->report->by);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autofree char *stem = ut_file_name (UT_FILE_FIGURES, writing->report->language);
  g_autofree char *name = g_strconcat (stem, ".json", NULL);
  return ut_output_folder_write (writing->folder, name, bytes, UT_RUN_FIGURES_KIND, error);
}

static gboolean
finish (UtWriting *writing, GError **error) {
  g_autofree char *manifest = ut_manifest_write (writing->report, writing->project, writing->assessment,
                                                 ut_output_folder_files (writing->folder), error);
  if (manifest == NULL || !ut_output_folder_finish (writing->folder, manifest, error))
    return FALSE;
  ut_writing_count (writing, UT_MANIFEST_NAME);
  return TRUE;
}

/* All charts the outputs ask for, each once, in every format one of them wants. */
static gboolean
write_charts (UtWriting *writing, GPtrArray *charts, guint formats, GError **error) {
  if (!ut_paint_figures (writing->folder, charts, formats, writing->progress, writing->user, writing->done,
                         writing->total, error))
    return FALSE;
  writing->done += charts->len;
  return TRUE;
}

static gboolean
write_outputs (UtWriting *writing, const gpointer *prepared, GError **error) {
  for (guint i = 0; i < ut_outputs_count (); i++) {
    const UtOutputRow *row = ut_output_row (i);
    if ((writing->report->outputs & (1u << i)) && row->write != NULL && !row->write (writing, prepared[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_all (UtWriting *writing, GError **error) {
  g_autofree gpointer *prepared = g_new0 (gpointer, ut_outputs_count ());
  guint formats = 0, n_files = 1; /* the manifest */
  for (guint i = 0; i < ut_outputs_count (); i++) {
    const UtOutputRow *row = ut_output_row (i);
    if (!(writing->report->outputs & (1u << i)))
      continue;
    prepared[i] = row->prepare != NULL ? row->prepare (writing) : NULL;
    formats |= row->image_formats;
    n_files += row->n_files;
  }
  g_autoptr (GPtrArray) charts = ut_chart_images_list (writing->figures);
  writing->total = charts->len + n_files;
  gboolean fine = write_charts (writing, charts, formats, error) && write_outputs (writing, prepared, error)
                  && write_shown (writing, error) && finish (writing, error);
  for (guint i = 0; i < ut_outputs_count (); i++)
    if (prepared[i] != NULL)
      ut_output_row (i)->free (prepared[i]);
  return fine;
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

gboolean
ut_report_write (const UtReport *report, const UtProject *project, const char *out_dir, UtFindings *findings,
                 UtProgress progress, gpointer user, GError **error) {
  g_autoptr (GPtrArray) indicators = indicators_of (report);
  const UtProjectWish wish = { .places = report->places,
                               .indicators = indicators,
                               .options = &report->options,
                               .report = report->path,
                               .previous = report->previous_path };
  g_autoptr (UtAssessment) assessment = ut_project_assess (project, &wish, findings, error);
  if (assessment == NULL)
    return FALSE;
  g_autoptr (UtChartImages) figures = ut_chart_images_new (assessment, report->language);
  g_autoptr (UtOutputFolder) folder = ut_output_folder_open (out_dir, error);
  if (folder == NULL)
    return FALSE;
  UtWriting writing = {
    .report = report,
    .project = project,
    .assessment = assessment,
    .findings = findings,
    .figures = figures,
    .folder = folder,
    .progress = progress,
    .user = user,
  };
  return write_all (&writing, error);
}
