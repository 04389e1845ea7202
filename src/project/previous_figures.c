#include "project/previous_figures.h"

#include <jansson.h>

#include "base/i18n.h"
#include "project/json_file.h"
#include <utsyn/breakdown.h>
#include <utsyn/error.h>

static void
add_row (json_t *figures, const UtAssessment *assessment, const UtIndicator *indicator, gsize row, GHashTable *seen) {
  const UtTable *table = ut_assessment_table (assessment);
  if (table->status[row] != UT_STATUS_OK || !g_hash_table_add (seen, GSIZE_TO_POINTER (row + 1)))
    return;
  g_autofree char *period = ut_period_format (table->period[row], UT_LANGUAGE_EN);
  const UtRegion *region = ut_regions_get (ut_assessment_regions (assessment), table->region[row]);
  json_array_append_new (figures, json_pack ("{s:s, s:s, s:s, s:f}", "indicator", indicator->key, "region",
                                             region->code, "period", period, "value", table->value[row]));
}

static void
add_series (json_t *figures, const UtAssessment *assessment, const UtIndicator *indicator, UtSeries series,
            GHashTable *seen) {
  for (gsize row = series.first; row < series.first + series.n; row++)
    add_row (figures, assessment, indicator, row, seen);
}

/* What the tables of groups print: the place's and the county's figure in one period. */
static void
add_groups (json_t *figures, const UtAssessment *assessment, guint place, guint indicator, UtDimension dimension,
            GHashTable *seen) {
  g_autoptr (UtBreakdown) breakdown = ut_breakdown_new (assessment, place, indicator, dimension);
  for (guint i = 0; breakdown != NULL && i < breakdown->groups->len; i++) {
    const UtGroup *group = &g_array_index (breakdown->groups, UtGroup, i);
    const UtFigure *county = &group->verdicts[UT_BENCHMARK_COUNTY].reference;
    if (group->own.exists)
      add_row (figures, assessment, group->indicator, group->own.row, seen);
    if (county->exists)
      add_row (figures, assessment, group->indicator, county->row, seen);
  }
}

char *
ut_run_figures_write (const UtAssessment *assessment, const gboolean by[UT_N_DIMENSIONS]) {
  json_t *figures = json_array ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < ut_assessment_n_indicators (assessment); i++) {
    for (guint place = 0; place < ut_assessment_n_places (assessment); place++) {
      const UtAssessed *assessed = ut_assessment_get (assessment, place, i);
      add_series (figures, assessment, assessed->indicator, assessed->series, seen);
      for (guint k = 0; k < UT_N_BENCHMARKS; k++)
        add_series (figures, assessment, assessed->indicator, assessed->reference_series[k], seen);
      for (guint d = 0; d < UT_N_DIMENSIONS; d++)
        if (by[d])
          add_groups (figures, assessment, place, i, (UtDimension) d, seen);
    }
  }
  json_t *root = json_pack ("{s:o}", "figures", figures);
  char *dumped = json_dumps (root, JSON_INDENT (1) | JSON_PRESERVE_ORDER);
  char *text = g_strconcat (dumped, "\n", NULL);
  free (dumped);
  json_decref (root);
  return text;
}

static gboolean
read_figures (const json_t *figures, const UtCatalogue *catalogue, UtPreviousFigures *previous) {
  for (size_t i = 0; i < json_array_size (figures); i++) {
    const char *indicator, *region, *period;
    double value;
    if (json_unpack (json_array_get (figures, i), "{s:s, s:s, s:s, s:F}", "indicator", &indicator, "region", &region,
                     "period", &period, "value", &value)
        != 0)
      return FALSE;
    const UtIndicator *known = ut_catalogue_find (catalogue, indicator);
    ut_previous_figures_add (previous, known != NULL ? known->key : indicator, region, period, value);
  }
  return json_is_array (figures);
}

/* The file of figures a manifest lists, which lies beside it: never elsewhere, whatever somebody wrote into the
 * manifest. New string; NULL with an error when there is none. */
static char *
find_name (const char *manifest, const char *shown, GError **error) {
  json_error_t trouble;
  json_t *read = ut_json_file_read (manifest, JSON_REJECT_DUPLICATES, &trouble);
  const json_t *outputs = json_object_get (read, "outputs");
  char *found = NULL;
  for (size_t i = 0; found == NULL && i < json_array_size (outputs); i++) {
    const char *file, *kind;
    if (json_unpack (json_array_get (outputs, i), "{s:s, s:s}", "file", &file, "kind", &kind) == 0
        && g_str_equal (kind, UT_RUN_FIGURES_KIND))
      found = g_path_get_basename (file);
  }
  if (found == NULL)
    ut_error_set (error, UT_ERROR_DEFINITION, "%s: %s", shown,
                  read == NULL ? trouble.text : _ ("it names no file with the figures of its report"));
  json_decref (read);
  return found;
}

gboolean
ut_previous_figures_read (const UtProject *project, const char *manifest, UtPreviousFigures *previous, GError **error) {
  g_autofree char *whole = g_canonicalize_filename (manifest, project->root),
                  *name = find_name (whole, manifest, error);
  g_autofree char *folder = g_path_get_dirname (whole), *beside = g_path_get_dirname (manifest);
  if (name == NULL)
    return FALSE;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%1$s/%2$s is not there: keep %2$s in the same folder as the manifest it was written with"),
                  beside, name);
    return FALSE;
  }
  json_error_t trouble;
  json_t *read = ut_json_file_read (path, JSON_REJECT_DUPLICATES, &trouble);
  gboolean fine = read_figures (json_object_get (read, "figures"), project->catalogue, previous);
  if (!fine)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s/%s: the figures of the previous run cannot be read: %s"), beside,
                  name, read == NULL ? trouble.text : _ ("not as utsyn writes them"));
  json_decref (read);
  return fine;
}
