/* What the reports of a project printed before: the same for every report and every command, so that what one of them
 * hides no other shows. */
#include "base/folder.h"
#include "base/i18n.h"
#include "base/yaml.h"
#include "report/shown.h"
#include <utsyn/report.h>

GPtrArray *
ut_reports_list (const UtProject *project) {
  g_autofree char *folder = g_build_filename (project->root, "reports", NULL);
  g_autoptr (GPtrArray) names = ut_folder_list (folder, ".yaml");
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (paths, g_build_filename (folder, g_ptr_array_index (names, i), NULL));
  return paths;
}

/* Only this key is read: a report with another fault still says what it printed. */
static void
add_report (UtShown *earlier, const UtProject *project, const char *path, UtFindings *findings) {
  g_autoptr (GError) trouble = NULL;
  g_autofree char *name = g_path_get_basename (path), *shown = g_build_filename ("reports", name, NULL);
  g_autoptr (UtYaml) yaml = ut_yaml_load (path, shown, &trouble);
  const UtYamlNode *node = yaml != NULL ? ut_yaml_find (yaml->root, "previous") : NULL;
  if (yaml != NULL && (node == NULL || node->kind != UT_YAML_SCALAR))
    return;
  if (yaml != NULL && ut_shown_read (project->root, node->text, earlier, &trouble))
    return;
  ut_findings_add (findings, shown, node != NULL ? node->line : 0, UT_FINDING_MISSING_INPUT,
                   _ ("what this report printed earlier is not reckoned with when small numbers are hidden: %s"),
                   trouble->message);
}

UtShown *
ut_reports_shown_earlier (const UtProject *project, UtFindings *findings) {
  UtShown *earlier = ut_shown_new ();
  g_autoptr (GPtrArray) paths = ut_reports_list (project);
  for (guint i = 0; i < paths->len; i++)
    add_report (earlier, project, g_ptr_array_index (paths, i), findings);
  return earlier;
}
