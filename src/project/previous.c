/* What the previous runs of a project's reports printed: the same for every report and every command, so that what one
 * of them suppresses no other shows. */
#include "project/previous.h"
#include "base/folder.h"
#include "base/i18n.h"
#include "base/input_record.h"
#include "base/yaml.h"
#include "project/previous_figures.h"
#include "project/previous_inputs.h"

typedef struct {
  const UtProject *project;
  UtPreviousFigures *figures;
  UtPreviousInputs *inputs;
  UtFindings *findings;
} PreviousRuns;

static gboolean
add_run (const PreviousRuns *previous, const char *report, const char *manifest, GError **error) {
  if (!ut_previous_figures_read (previous->project, manifest, previous->figures, error))
    return FALSE;
  if (!ut_previous_inputs_add (previous->inputs, manifest))
    ut_findings_add (previous->findings, report, 0, UT_FINDING_MISSING_INPUT,
                     _ ("some files of the previous run are not there any more, or are others now: what it "
                        "suppressed is taken to be as in the files of today"));
  return TRUE;
}

/* A definition that names no previous run has said nothing, and is no input of another report. */
static UtYaml *
load_definition (const char *path, const char *shown, GError **error) {
  g_autoptr (UtInputRecord) read = ut_input_record_new ();
  UtInputRecord *before = ut_input_record_use (read);
  UtYaml *yaml = ut_yaml_load (path, shown, error);
  ut_input_record_use (before);
  if (before != NULL && yaml != NULL && ut_yaml_find (yaml->root, "previous") != NULL)
    ut_input_record_join (before, read);
  return yaml;
}

/* Only this key is read: a report with another fault still says what it printed. */
static void
add_report (const PreviousRuns *previous, const char *path) {
  g_autoptr (GError) trouble = NULL;
  g_autofree char *name = g_path_get_basename (path), *shown = g_build_filename ("reports", name, NULL);
  g_autoptr (UtYaml) yaml = load_definition (path, shown, &trouble);
  const UtYamlNode *node = yaml != NULL ? ut_yaml_find (yaml->root, "previous") : NULL;
  if (yaml != NULL && (node == NULL || node->kind != UT_YAML_SCALAR))
    return;
  if (yaml != NULL && add_run (previous, shown, node->text, &trouble))
    return;
  g_autofree char *message = g_strdup_printf (_ ("what the previous run of this report printed is not taken into "
                                                 "account when small numbers are suppressed: %s"),
                                              trouble->message);
  ut_findings_add_lines (previous->findings, shown, node != NULL ? node->line : 0, UT_FINDING_MISSING_INPUT, message);
}

static UtPreviousFigures *
find_figures (const UtProject *project, const char *report, const char *manifest, UtFindings *findings,
              GError **error) {
  g_autoptr (UtPreviousFigures) figures = ut_previous_figures_new ();
  g_autoptr (UtPreviousInputs) inputs = ut_previous_inputs_new (project);
  const PreviousRuns previous = { project, figures, inputs, findings };
  g_autoptr (GError) unlisted = NULL, trouble = NULL;
  g_autoptr (GPtrArray) paths = ut_project_list_reports (project, &unlisted);
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    add_report (&previous, g_ptr_array_index (paths, i));
  if (paths == NULL)
    ut_findings_add (
        findings, NULL, 0, UT_FINDING_MISSING_INPUT,
        _ ("what the previous runs printed is not taken into account when small numbers are suppressed: %s"),
        unlisted->message);
  if (manifest != NULL && !add_run (&previous, report, manifest, error))
    return NULL;
  UtTable *table = ut_previous_inputs_import (inputs, &trouble);
  if (table != NULL)
    ut_previous_figures_take_table (figures, table);
  else if (trouble != NULL)
    ut_findings_add_lines (findings, NULL, 0, UT_FINDING_MISSING_INPUT, trouble->message);
  return g_steal_pointer (&figures);
}

UtPreviousFigures *
ut_project_previous_figures (const UtProject *project, const char *report, const char *manifest, UtFindings *findings,
                             GError **error) {
  if (project->past != NULL)
    ut_input_record_clear (project->past);
  UtInputRecord *before = ut_input_record_use (project->past);
  UtPreviousFigures *figures = find_figures (project, report, manifest, findings, error);
  ut_input_record_use (before);
  return figures;
}
