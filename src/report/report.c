/* reports/<id>.yaml: which places and indicators, in what order. */
#include <utsyn/report.h>

#include <string.h>

#include "base/i18n.h"
#include "base/input_record.h"
#include "base/text.h"
#include "base/yaml.h"
#include "project/previous_run.h"
#include "report/compare.h"
#include <utsyn/error.h>

typedef struct {
  UtProject *project;
  const UtYaml *yaml;
  UtReport *report;
} Reader;

/* Complains that a word is unknown, and names the nearest of those that are. */
static gboolean
complain_unknown (const Reader *reader, const UtYamlNode *node, const char *what, GPtrArray *known, GError **error) {
  g_ptr_array_add (known, NULL);
  const char *nearest = ut_text_nearest (node->text, (const char *const *) known->pdata);
  g_autofree char *list = g_strjoinv (", ", (char **) known->pdata);
  if (nearest != NULL)
    ut_yaml_complain (reader->yaml, node, error, _ ("unknown %1$s '%2$s' (did you mean '%3$s'?)"), what, node->text,
                      nearest);
  else
    ut_yaml_complain (reader->yaml, node, error, _ ("unknown %1$s '%2$s' (allowed: %3$s)"), what, node->text, list);
  return FALSE;
}

static gboolean
expect (const Reader *reader, const UtYamlNode *node, UtYamlKind kind, const char *wanted, GError **error) {
  gboolean filled = kind != UT_YAML_SEQUENCE || node->kind != kind || node->items->len > 0;
  if (node->kind == kind && filled)
    return TRUE;
  ut_yaml_complain (reader->yaml, node, error, "%s", wanted);
  return FALSE;
}

static const UtYamlNode *
find_required (const Reader *reader, const char *key, GError **error) {
  const UtYamlNode *node = ut_yaml_find (reader->yaml->root, key);
  if (node == NULL)
    ut_yaml_complain (reader->yaml, reader->yaml->root, error, _ ("the key '%s' is missing"), key);
  return node;
}

/* Places */

static const UtRegion *
find_place (const Reader *reader, const UtYamlNode *node, GError **error) {
  g_autoptr (GError) trouble = NULL;
  if (!expect (reader, node, UT_YAML_SCALAR, _ ("a municipality's number or name is wanted here"), error))
    return NULL;
  const UtRegion *region = ut_regions_find (reader->project->regions, node->text, &trouble);
  if (region == NULL) {
    ut_yaml_complain (reader->yaml, node, error, "%s", trouble->message);
    return NULL;
  }
  if (region->kind == UT_REGION_COUNTY || region->kind == UT_REGION_COUNTRY || region->valid_to != G_MAXINT) {
    ut_yaml_complain (reader->yaml, node, error, _ ("%s is no municipality of today, nor a region of several"),
                      region->name);
    return NULL;
  }
  return region;
}

static const UtRegion *
read_own_region (const Reader *reader, const UtYamlNode *node, GError **error) {
  static const char *const keys[] = { "id", "name", "municipalities", NULL };
  if (!ut_yaml_check_keys (reader->yaml, node, keys, error))
    return NULL;
  const char *name = ut_yaml_get_text (reader->yaml, node, "name", error);
  g_autofree char *id = NULL;
  if (name == NULL || !ut_yaml_read_text_or (reader->yaml, node, "id", reader->report->id, &id, error))
    return NULL;
  const UtYamlNode *list = ut_yaml_find (node, "municipalities");
  if (list == NULL)
    list = node;
  if (!expect (reader, list, UT_YAML_SEQUENCE, _ ("the region needs a list of municipalities"), error))
    return NULL;
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  for (guint i = 0; i < list->items->len; i++) {
    const UtYamlNode *item = list->items->pdata[i];
    const UtRegion *member = find_place (reader, item, error);
    if (member == NULL)
      return NULL;
    if (member->kind != UT_REGION_MUNICIPALITY) {
      ut_yaml_complain (reader->yaml, item, error, _ ("%s is not a single municipality"), member->name);
      return NULL;
    }
    g_array_append_val (members, member->id);
  }
  g_autoptr (GError) trouble = NULL;
  const UtRegion *own = ut_regions_add_own (reader->project->regions, id, name, (const UtRegionId *) members->data,
                                            members->len, &trouble);
  if (own == NULL)
    ut_yaml_complain (reader->yaml, node, error, "%s", trouble->message);
  return own;
}

static gboolean
read_region (const Reader *reader, GError **error) {
  UtReport *report = reader->report;
  const UtYamlNode *node = find_required (reader, "region", error);
  if (node == NULL)
    return FALSE;
  const UtRegion *region
      = node->kind == UT_YAML_MAPPING ? read_own_region (reader, node, error) : find_place (reader, node, error);
  if (region == NULL)
    return FALSE;
  report->region = region->id;
  if (region->kind == UT_REGION_MUNICIPALITY)
    g_array_append_val (report->municipalities, report->region);
  else
    g_array_append_vals (report->municipalities, region->members->data, region->members->len);
  g_array_append_vals (report->places, report->municipalities->data, report->municipalities->len);
  if (report->municipalities->len > 1)
    g_array_append_val (report->places, report->region);
  else
    report->region = g_array_index (report->municipalities, UtRegionId, 0);
  return TRUE;
}

/* Themes */

static GPtrArray *
indicators_of (const Reader *reader, const char *theme) {
  const UtCatalogue *catalogue = reader->project->catalogue;
  GPtrArray *indicators = g_ptr_array_new ();
  for (guint i = 0; i < ut_catalogue_count (catalogue); i++) {
    const UtIndicator *indicator = ut_catalogue_get (catalogue, (UtIndicatorId) i);
    if (g_str_equal (indicator->theme, theme) && ut_indicator_is_for (indicator, reader->report->id))
      g_ptr_array_add (indicators, (gpointer) indicator);
  }
  return indicators;
}

static const UtTheme *
find_theme (const Reader *reader, const UtYamlNode *node, GError **error) {
  const UtCatalogue *catalogue = reader->project->catalogue;
  const UtTheme *theme = ut_catalogue_find_theme (catalogue, node->text);
  if (theme == NULL) {
    g_autoptr (GPtrArray) known = g_ptr_array_new ();
    for (guint i = 0; i < ut_catalogue_n_themes (catalogue); i++)
      g_ptr_array_add (known, ut_catalogue_theme (catalogue, i)->key);
    complain_unknown (reader, node, _ ("theme"), known, error);
    return NULL;
  }
  for (guint i = 0; i < reader->report->themes->len; i++) {
    const UtReportTheme *earlier = g_ptr_array_index (reader->report->themes, i);
    if (earlier->theme != theme)
      continue;
    ut_yaml_complain (reader->yaml, node, error, _ ("the theme '%s' is there already"), node->text);
    return NULL;
  }
  return theme;
}

static gboolean
add_indicator (const Reader *reader, UtReportTheme *chosen, const UtYamlNode *node, GError **error) {
  if (!expect (reader, node, UT_YAML_SCALAR, _ ("the id of an indicator is wanted here"), error))
    return FALSE;
  const UtIndicator *indicator = ut_catalogue_find (reader->project->catalogue, node->text);
  if (indicator != NULL && !ut_indicator_is_for (indicator, reader->report->id)) {
    ut_yaml_complain (reader->yaml, node, error, _ ("'%1$s' is only printed in the plan of %2$s"), node->text,
                      indicator->report);
    return FALSE;
  }
  if (indicator == NULL || !g_str_equal (indicator->theme, chosen->theme->key)) {
    g_autoptr (GPtrArray) all = indicators_of (reader, chosen->theme->key);
    g_autoptr (GPtrArray) known = g_ptr_array_new ();
    for (guint i = 0; i < all->len; i++)
      g_ptr_array_add (known, ((const UtIndicator *) all->pdata[i])->key);
    if (indicator == NULL)
      return complain_unknown (reader, node, _ ("indicator"), known, error);
    ut_yaml_complain (reader->yaml, node, error, _ ("'%1$s' belongs to the theme '%2$s'"), node->text,
                      indicator->theme);
    return FALSE;
  }
  ut_indicator_report_former (indicator, node->text, reader->report->path, node->line, reader->report->findings);
  if (g_ptr_array_find (chosen->indicators, indicator, NULL)) {
    ut_yaml_complain (reader->yaml, node, error, _ ("the indicator '%s' is there already"), node->text);
    return FALSE;
  }
  g_ptr_array_add (chosen->indicators, (gpointer) indicator);
  return TRUE;
}

/* Sets */

/* The report's theme of this kind, made when it has none. */
static UtReportTheme *
theme_of (const Reader *reader, const UtIndicator *indicator) {
  UtReport *report = reader->report;
  for (guint i = 0; i < report->themes->len; i++) {
    UtReportTheme *chosen = g_ptr_array_index (report->themes, i);
    if (g_str_equal (chosen->theme->key, indicator->theme))
      return chosen;
  }
  UtReportTheme *chosen = g_new0 (UtReportTheme, 1);
  chosen->theme = ut_catalogue_find_theme (reader->project->catalogue, indicator->theme);
  chosen->indicators = g_ptr_array_new ();
  g_ptr_array_add (report->themes, chosen);
  return chosen;
}

/* What the report does not have already, in the order of the catalogue: themes first. */
static gboolean
read_set (const Reader *reader, const UtYamlNode *node, GError **error) {
  const UtCatalogue *catalogue = reader->project->catalogue;
  if (!expect (reader, node, UT_YAML_SCALAR, _ ("the name of a set is wanted here, see 'utsyn list sets'"), error))
    return FALSE;
  guint n = 0;
  for (guint t = 0; t < ut_catalogue_n_themes (catalogue); t++) {
    g_autoptr (GPtrArray) all = indicators_of (reader, ut_catalogue_theme (catalogue, t)->key);
    for (guint i = 0; i < all->len; i++) {
      const UtIndicator *indicator = g_ptr_array_index (all, i);
      if (!ut_indicator_is_in_set (indicator, node->text))
        continue;
      n++;
      UtReportTheme *chosen = theme_of (reader, indicator);
      if (!g_ptr_array_find (chosen->indicators, indicator, NULL))
        g_ptr_array_add (chosen->indicators, (gpointer) indicator);
    }
  }
  g_autoptr (GPtrArray) known = ut_catalogue_list_sets (catalogue);
  return n > 0 || complain_unknown (reader, node, _ ("set"), known, error);
}

static gboolean
read_theme (const Reader *reader, const UtYamlNode *node, GError **error) {
  const UtYamlNode *key = node, *list = NULL;
  if (node->kind == UT_YAML_MAPPING && node->keys->len == 1) {
    key = node->keys->pdata[0];
    list = node->items->pdata[0];
    if (g_str_equal (key->text, "set"))
      return read_set (reader, list, error);
  }
  if (!expect (reader, key, UT_YAML_SCALAR,
               _ ("a theme is wanted here, or 'theme: [indicators]', or 'set: oppvekstprofil'"), error))
    return FALSE;
  const UtTheme *theme = find_theme (reader, key, error);
  if (theme == NULL)
    return FALSE;
  UtReportTheme *chosen = g_new0 (UtReportTheme, 1);
  chosen->theme = theme;
  g_ptr_array_add (reader->report->themes, chosen);
  if (list == NULL) {
    chosen->indicators = indicators_of (reader, theme->key);
    return TRUE;
  }
  chosen->indicators = g_ptr_array_new ();
  if (!expect (reader, list, UT_YAML_SEQUENCE, _ ("a list of indicators is wanted here"), error))
    return FALSE;
  for (guint i = 0; i < list->items->len; i++)
    if (!add_indicator (reader, chosen, list->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_themes (const Reader *reader, GError **error) {
  const UtYamlNode *node = find_required (reader, "themes", error);
  if (node == NULL || !expect (reader, node, UT_YAML_SEQUENCE, _ ("a list of themes is wanted here"), error))
    return FALSE;
  for (guint i = 0; i < node->items->len; i++)
    if (!read_theme (reader, node->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* The rest */

static gboolean
read_output (const Reader *reader, const UtYamlNode *node, GError **error) {
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  if (!expect (reader, node, UT_YAML_SCALAR, _ ("the word of an output is wanted here"), error))
    return FALSE;
  for (guint i = 0; i < ut_outputs_count (); i++) {
    if (g_str_equal (ut_outputs_get (i)->word, node->text)) {
      reader->report->outputs |= 1u << i;
      return TRUE;
    }
    g_ptr_array_add (known, (gpointer) ut_outputs_get (i)->word);
  }
  return complain_unknown (reader, node, _ ("output"), known, error);
}

static gboolean
read_outputs (const Reader *reader, GError **error) {
  const UtYamlNode *node = ut_yaml_find (reader->yaml->root, "outputs");
  for (guint i = 0; node == NULL && i < ut_outputs_count (); i++)
    reader->report->outputs |= ut_outputs_get (i)->by_default ? 1u << i : 0;
  if (node == NULL)
    return TRUE;
  if (!expect (reader, node, UT_YAML_SEQUENCE, _ ("a list of outputs is wanted here, see 'utsyn list outputs'"), error))
    return FALSE;
  for (guint i = 0; i < node->items->len; i++)
    if (!read_output (reader, node->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_gaps (const Reader *reader, GError **error) {
  static const char *const keys[] = { "what", "source", NULL };
  const UtYamlNode *node = ut_yaml_find (reader->yaml->root, "missing");
  if (node == NULL)
    return TRUE;
  if (node->kind != UT_YAML_SEQUENCE) {
    ut_yaml_complain (reader->yaml, node, error, _ ("a list of {what:, source:} is wanted here"));
    return FALSE;
  }
  for (guint i = 0; i < node->items->len; i++) {
    const UtYamlNode *item = node->items->pdata[i];
    UtReportGap *gap = g_new0 (UtReportGap, 1);
    g_ptr_array_add (reader->report->gaps, gap);
    if (!ut_yaml_check_keys (reader->yaml, item, keys, error)
        || !ut_yaml_read_languages (reader->yaml, item, "what", TRUE, &gap->what, error)
        || !ut_yaml_read_languages (reader->yaml, item, "source", TRUE, &gap->source, error))
      return FALSE;
  }
  return TRUE;
}

/* The manifest of the run to compare with, relative to the project. */
static gboolean
read_previous (const Reader *reader, GError **error) {
  const UtYamlNode *node = ut_yaml_find (reader->yaml->root, "previous");
  g_autoptr (GError) trouble = NULL;
  if (node == NULL)
    return TRUE;
  const char *name = ut_yaml_get_text (reader->yaml, reader->yaml->root, "previous", error);
  if (name == NULL)
    return FALSE;
  g_autofree char *path = g_canonicalize_filename (name, reader->project->root);
  reader->report->previous_path = g_strdup (name);
  reader->report->previous = ut_previous_run_read (reader->project->catalogue, path, name, &trouble);
  if (reader->report->previous != NULL)
    return TRUE;
  if (trouble->code == UT_ERROR_IO)
    ut_yaml_complain (reader->yaml, node, error, "%s", trouble->message);
  else
    g_propagate_error (error, g_steal_pointer (&trouble));
  return FALSE;
}

static gboolean
read_report (const Reader *reader, GError **error) {
  static const char *const keys[] = { "title", "language", "region",  "compare", "rule",     "targets",
                                      "by",    "themes",   "outputs", "missing", "previous", NULL };
  const UtYaml *yaml = reader->yaml;
  int language;
  if (!ut_yaml_check_keys (yaml, yaml->root, keys, error)
      || !ut_yaml_read_languages (yaml, yaml->root, "title", TRUE, &reader->report->title, error)
      || !ut_yaml_read_word (yaml, yaml->root, "language", ut_language_tags (), -1, &language, error))
    return FALSE;
  reader->report->language = (UtLanguage) language;
  return read_region (reader, error) && ut_report_read_compare (reader->project, yaml, reader->report, error)
         && read_themes (reader, error) && ut_report_read_by (yaml, reader->report, error)
         && read_outputs (reader, error) && read_gaps (reader, error) && read_previous (reader, error);
}

static void
theme_free (gpointer data) {
  UtReportTheme *theme = data;
  g_clear_pointer (&theme->indicators, g_ptr_array_unref);
  g_free (theme);
}

static void
gap_free (gpointer data) {
  UtReportGap *gap = data;
  ut_text_clear (&gap->what);
  ut_text_clear (&gap->source);
  g_free (gap);
}

/* Relative to the project when it lies inside, else as given: no path of this machine in an output. */
static char *
shown_path (const char *root, const char *path) {
  g_autofree char *folder = g_canonicalize_filename (root, NULL);
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  gsize length = strlen (folder);
  gboolean inside = g_str_has_prefix (whole, folder) && whole[length] == G_DIR_SEPARATOR;
  return g_strdup (inside ? whole + length + 1 : path);
}

/* Takes the id. */
static UtReport *
report_new (char *id, const char *root, const char *path) {
  UtReport *report = g_new0 (UtReport, 1);
  report->id = id;
  report->findings = ut_findings_new ();
  report->path = shown_path (root, path);
  report->municipalities = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  report->places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  report->themes = g_ptr_array_new_with_free_func (theme_free);
  report->gaps = g_ptr_array_new_with_free_func (gap_free);
  return report;
}

UtReport *
ut_report_load (UtProject *project, const char *path, GError **error) {
  char *id = ut_report_id (path, error);
  if (id == NULL)
    return NULL;
  g_autoptr (UtReport) report = report_new (id, project->root, path);
  report->inputs = project->inputs != NULL ? ut_input_record_new () : NULL;
  UtInputRecord *before = ut_input_record_use (report->inputs);
  g_autoptr (UtYaml) yaml = ut_yaml_load (path, report->path, error);
  Reader reader = { project, yaml, report };
  gboolean fine = yaml != NULL && read_report (&reader, error);
  ut_input_record_use (before);
  return fine ? g_steal_pointer (&report) : NULL;
}

void
ut_report_free (UtReport *report) {
  if (report == NULL)
    return;
  g_free (report->id);
  g_free (report->path);
  g_free (report->previous_path);
  ut_text_clear (&report->title);
  g_array_unref (report->municipalities);
  g_array_unref (report->places);
  g_ptr_array_unref (report->themes);
  g_ptr_array_unref (report->gaps);
  ut_run_free (report->previous);
  ut_findings_free (report->findings);
  ut_input_record_free (report->inputs);
  ut_report_clear_compare (report);
  g_free (report);
}
