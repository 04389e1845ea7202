#include "report/manifest.h"

#include <jansson.h>
#include <string.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "report/json_file.h"
#include "report/published.h"
#include <utsyn/error.h>
#include <utsyn/story.h>

char *
ut_manifest_sha256 (const char *root, const char *relative, GError **error) {
  g_autofree char *path = g_canonicalize_filename (relative, root);
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GMappedFile) file = ut_input_map (path, &trouble);
  if (file == NULL) {
    g_set_error (error, UT_ERROR, UT_ERROR_IO, "%s: %s", relative, ut_reason_error (trouble));
    return NULL;
  }
  const guchar *data = (const guchar *) g_mapped_file_get_contents (file);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, g_mapped_file_get_length (file));
}

static void
set_text (json_t *object, const char *key, const char *text) {
  if (text != NULL && *text != '\0')
    json_object_set_new (object, key, json_string (text));
}

/* One input file; `dataset` is NULL for definitions. */
static gboolean
add_input (json_t *inputs, const char *root, const char *relative, const UtDataset *dataset, GError **error) {
  g_autofree char *sha256 = ut_manifest_sha256 (root, relative, error);
  if (sha256 == NULL)
    return FALSE;
  json_t *input = json_object ();
  set_text (input, "file", relative);
  set_text (input, "sha256", sha256);
  if (dataset != NULL) {
    set_text (input, "dataset", dataset->id);
    set_text (input, "source", dataset->source);
    set_text (input, "table", dataset->table);
    set_text (input, "licence", dataset->licence);
    set_text (input, "published", dataset->published);
    set_text (input, "retrieved", dataset->retrieved);
    set_text (input, "vintage", dataset->vintage);
  }
  json_array_append_new (inputs, input);
  return TRUE;
}

static gboolean
add_dataset (json_t *inputs, const char *root, const UtDataset *dataset, GError **error) {
  if (!add_input (inputs, root, dataset->file, NULL, error))
    return FALSE;
  for (char **file = dataset->files; *file != NULL; file++) {
    if (!add_input (inputs, root, *file, dataset, error))
      return FALSE;
  }
  return TRUE;
}

/* The catalogue's files, once each: indicators know where they are defined. */
static gboolean
add_catalogue (json_t *inputs, const UtProject *project, GError **error) {
  for (guint i = 0; i < ut_catalogue_n_themes (project->catalogue); i++) {
    if (!add_input (inputs, project->root, ut_catalogue_theme (project->catalogue, i)->file, NULL, error))
      return FALSE;
  }
  return TRUE;
}

static json_t *
inputs_of (const UtReport *report, const UtProject *project, GError **error) {
  static const char *const structure[]
      = { "datasets/inndeling/kommuner.csv", "datasets/inndeling/fylker.csv",
          "datasets/inndeling/kommune-endringer.csv", "datasets/inndeling/regioner.csv" };
  json_t *inputs = json_array ();
  gboolean fine
      = add_input (inputs, project->root, report->path, NULL, error) && add_catalogue (inputs, project, error);
  for (guint i = 0; fine && i < G_N_ELEMENTS (structure); i++)
    fine = add_input (inputs, project->root, structure[i], NULL, error);
  for (guint i = 0; fine && i < project->datasets->len; i++)
    fine = add_dataset (inputs, project->root, g_ptr_array_index (project->datasets, i), error);
  if (fine)
    return inputs;
  json_decref (inputs);
  return NULL;
}

static int
compare_files (gconstpointer a, gconstpointer b) {
  const UtManifestFile *const *left = a, *const *right = b;
  return strcmp ((*left)->name, (*right)->name);
}

static json_t *
outputs_of (GPtrArray *files) {
  json_t *outputs = json_array ();
  g_ptr_array_sort (files, compare_files);
  for (guint i = 0; i < files->len; i++) {
    const UtManifestFile *file = g_ptr_array_index (files, i);
    json_t *output = json_object ();
    set_text (output, "file", file->name);
    set_text (output, "kind", file->kind);
    set_text (output, "sha256", file->sha256);
    json_object_set_new (output, "bytes", json_integer ((json_int_t) file->size));
    json_array_append_new (outputs, output);
  }
  return outputs;
}

static json_t *
places_of (const UtReport *report, const UtProject *project) {
  json_t *places = json_array ();
  for (guint i = 0; i < report->places->len; i++) {
    const UtRegion *region = ut_regions_get (project->regions, g_array_index (report->places, UtRegionId, i));
    json_array_append_new (places, json_pack ("{s:s, s:s}", "code", region->code, "name", region->name));
  }
  return places;
}

static json_t *
reasons_of (const UtStoryItem *item) {
  json_t *reasons = json_array ();
  for (guint i = 0; i < UT_N_STORY_REASONS; i++)
    if (item->reasons & ut_story_reason (i))
      json_array_append_new (reasons, json_string (ut_story_reason_code (i)));
  return reasons;
}

static void
add_items (json_t *list, const UtAssessment *assessment, const GPtrArray *items) {
  for (guint i = 0; i < items->len; i++) {
    const UtStoryItem *item = g_ptr_array_index (items, i);
    const UtAssessed *lead = ut_assessment_get (assessment, item->lead, item->indicator);
    const char *place = ut_regions_get (ut_assessment_regions (assessment), lead->region)->code;
    json_array_append_new (list, json_pack ("{s:s, s:s, s:o}", "indicator", lead->indicator->key, "place", place,
                                            "reasons", reasons_of (item)));
    add_items (list, assessment, item->related);
  }
}

/* What the chapter's summary tells, in its order, and why in that order. */
static json_t *
summary_of (const UtAssessment *assessment) {
  json_t *summary = json_object ();
  for (int side = 0; side < UT_N_STORY_SIDES; side++) {
    g_autoptr (GPtrArray) items = ut_story_find (assessment, UT_BENCHMARK_COUNTRY, (UtStorySide) side);
    json_t *list = json_array ();
    add_items (list, assessment, items);
    json_object_set_new (summary, ut_story_side_code ((UtStorySide) side), list);
  }
  return summary;
}

char *
ut_manifest_write (const UtReport *report, const UtProject *project, const UtAssessment *assessment, GPtrArray *outputs,
                   GError **error) {
  json_t *inputs = inputs_of (report, project, error);
  if (inputs == NULL)
    return NULL;
  json_t *root = json_object ();
  json_object_set_new (root, "format", json_integer (UT_MANIFEST_FORMAT));
  json_object_set_new (root, "program", json_pack ("{s:s, s:s}", "name", "utsyn", "version", UTSYN_VERSION));
  json_object_set_new (root, "report",
                       json_pack ("{s:s, s:s, s:s, s:s, s:s, s:b, s:o}", "id", report->id, "definition", report->path,
                                  "title", ut_text_get (&report->title, report->language), "language",
                                  ut_language_tag (report->language), "rule", ut_rule_code (report->asked.rule),
                                  "rule_for_all", report->asked.rule_for_all, "places", places_of (report, project)));
  json_object_set_new (root, "inputs", inputs);
  json_object_set_new (root, "outputs", outputs_of (outputs));
  json_object_set_new (root, "summary", summary_of (assessment));
  g_autoptr (UtPublished) published = ut_published_of (assessment);
  ut_published_write (published, root);
  char *dumped = json_dumps (root, JSON_INDENT (2) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION (12));
  char *text = g_strconcat (dumped, "\n", NULL);
  free (dumped);
  json_decref (root);
  return text;
}

GPtrArray *
ut_manifest_read_names (const char *path) {
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  json_t *root = ut_json_file_read (path, 0, NULL);
  const json_t *outputs = json_object_get (root, "outputs");
  for (size_t i = 0; i < json_array_size (outputs); i++) {
    const char *name = json_string_value (json_object_get (json_array_get (outputs, i), "file"));
    if (name != NULL)
      g_ptr_array_add (names, g_strdup (name));
  }
  json_decref (root);
  return names;
}
