#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/cli.h"
#include <utsyn/chart.h>
#include <utsyn/error.h>
#include <utsyn/import.h>
#include <utsyn/report.h>

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

static int
widest_key (const UtCatalogue *catalogue) {
  gsize widest = 0;
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++)
    widest = MAX (widest, strlen (ut_catalogue_get (catalogue, (UtIndicatorId) i)->key));
  return (int) widest;
}

static void
list_indicators (const UtProject *project, UtLanguage language) {
  int width = widest_key (project->catalogue) + 2;
  for (guint t = 0; t < ut_catalogue_n_themes (project->catalogue); t++) {
    const UtTheme *theme = ut_catalogue_theme (project->catalogue, t);
    g_print ("%s%s (%s)\n", t == 0 ? "" : "\n", ut_text_get (&theme->name, language), theme->key);
    for (guint i = 0; i < ut_catalogue_count (project->catalogue); i++) {
      const UtIndicator *indicator = ut_catalogue_get (project->catalogue, (UtIndicatorId) i);
      if (strcmp (indicator->theme, theme->key) != 0)
        continue;
      g_print ("  ");
      print_padded (indicator->key, width);
      print_rest (ut_text_get (&indicator->name, language));
      g_print (", %s", ut_unit_label (indicator->unit, language));
      if (indicator->report != NULL)
        g_print (ut_tr (language, ", printed in the plan of %s alone"), indicator->report);
      g_print ("\n");
    }
  }
}

static void
list_regions (const UtProject *project, UtLanguage language G_GNUC_UNUSED) {
  static const UtRegionKind order[]
      = { UT_REGION_COUNTRY, UT_REGION_COUNTY, UT_REGION_GROUP, UT_REGION_OWN, UT_REGION_MUNICIPALITY };
  G_STATIC_ASSERT (G_N_ELEMENTS (order) == UT_N_REGION_KINDS);
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
list_datasets (const UtProject *project, UtLanguage language G_GNUC_UNUSED) {
  for (guint i = 0; i < project->datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    print_padded (dataset->id, 34);
    g_print ("%s. %s", dataset->source, dataset->title);
    if (dataset->table != NULL)
      g_print (_ (", table %s"), dataset->table);
    g_print (" (%s)\n", dataset->licence);
  }
}

static void
list_sets (const UtProject *project, UtLanguage language) {
  g_autoptr (GPtrArray) sets = ut_catalogue_list_sets (project->catalogue);
  for (guint i = 0; i < sets->len; i++) {
    const char *set = g_ptr_array_index (sets, i);
    guint n = 0;
    for (guint k = 0; k < ut_catalogue_count (project->catalogue); k++)
      n += ut_indicator_is_in_set (ut_catalogue_get (project->catalogue, (UtIndicatorId) k), set);
    print_padded (set, 34);
    g_print (ut_trn (language, "%u indicator\n", "%u indicators\n", n), n);
  }
}

static void
print_row (const char *word, const char *help, UtLanguage language) {
  print_padded (word, 14);
  g_print ("%s\n", ut_tr (language, help));
}

static void
list_outputs (const UtProject *project G_GNUC_UNUSED, UtLanguage language) {
  for (guint i = 0; i < ut_outputs_count (); i++)
    print_row (ut_outputs_get (i)->word, ut_outputs_get (i)->help, language);
}

static void
list_charts (const UtProject *project G_GNUC_UNUSED, UtLanguage language) {
  for (guint i = 0; i < ut_charts_count (); i++)
    print_row (ut_charts_get (i)->name, ut_charts_get (i)->help, language);
}

static void
list_formats (const UtProject *project G_GNUC_UNUSED, UtLanguage language) {
  for (guint i = 0; i < ut_importers_count (); i++)
    print_row (ut_importers_get (i).name, ut_importers_get (i).help, language);
}

static const struct {
  const char *word;
  void (*list) (const UtProject *project, UtLanguage language);
} lists[] = {
  { "indicators", list_indicators }, { "regions", list_regions }, { "datasets", list_datasets }, { "sets", list_sets },
  { "outputs", list_outputs },       { "charts", list_charts },   { "formats", list_formats },
};

static gboolean
list (const UtProject *project, const char *what, UtLanguage language, GError **error) {
  g_autoptr (GString) words = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    if (g_str_equal (lists[i].word, what)) {
      lists[i].list (project, language);
      return TRUE;
    }
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", lists[i].word);
  }
  ut_error_set (error, UT_ERROR_USAGE, _ ("'%s' cannot be listed (allowed: %s)"), what, words->str);
  return FALSE;
}

int
ut_command_list (UtCli *cli, const char *const *argv, GError **error) {
  if (!ut_cli_parse (cli, NULL, argv, error) || !ut_cli_expect (cli, 1, 1, error))
    return 0;
  g_autoptr (UtProject) project = ut_cli_load_definitions (cli, error);
  if (project == NULL)
    return UT_ERROR_DEFINITION;
  if (!list (project, cli->rest[0], cli->language, error))
    return UT_ERROR_USAGE;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  ut_project_report_unread (project, findings);
  return ut_cli_report_findings (cli, findings);
}
