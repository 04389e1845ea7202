#include "report/manifest.h"

#include <jansson.h>
#include <string.h>

#include "base/i18n.h"
#include "base/input_record.h"
#include "project/json_file.h"
#include "project/previous_run.h"
#include <utsyn/error.h>
#include <utsyn/story.h>

static void
set_text (json_t *object, const char *key, const char *text) {
  if (text != NULL && *text != '\0')
    json_object_set_new (object, key, json_string (text));
}

/* Where a file belongs. */
typedef struct {
  const UtDataset *dataset;
  const UtVintage *vintage;
} Belonging;

/* Belonging by the paths of the files of today. */
static GHashTable *
datasets_by_path (const UtProject *project) {
  GHashTable *datasets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < project->datasets->len; i++) {
    UtDataset *dataset = g_ptr_array_index (project->datasets, i);
    for (guint k = 0; dataset->files[k] != NULL; k++) {
      const Belonging belonging
          = { dataset, &g_array_index (dataset->vintages, UtVintage, ut_dataset_vintage_of (dataset, k)) };
      g_hash_table_insert (datasets, g_canonicalize_filename (dataset->files[k], project->root),
                           g_memdup2 (&belonging, sizeof belonging));
    }
  }
  return datasets;
}

/* `of` is NULL for what is no file of a dataset of today: definitions, places, previous runs. */
static json_t *
input_json (const char *shown, const char *sha256, const Belonging *of) {
  json_t *input = json_object ();
  set_text (input, "file", shown);
  set_text (input, "sha256", sha256);
  if (of == NULL)
    return input;
  const UtDataset *dataset = of->dataset;
  set_text (input, "dataset", dataset->id);
  set_text (input, "source", dataset->source);
  set_text (input, "table", dataset->table);
  set_text (input, "licence", dataset->licence);
  set_text (input, "published", dataset->published);
  set_text (input, "retrieved", of->vintage->retrieved);
  set_text (input, "vintage", of->vintage->name);
  return input;
}

/* From the project's folder, also when that is by way of the folders above it: no path of this machine. */
static char *
path_from (const char *root, const char *path) {
  g_auto (GStrv) from = g_strsplit (root, "/", -1), to = g_strsplit (path, "/", -1);
  guint n_same = 0;
  while (from[n_same] != NULL && to[n_same] != NULL && strcmp (from[n_same], to[n_same]) == 0)
    n_same++;
  g_autoptr (GString) way = g_string_new (NULL);
  for (guint i = n_same; from[i] != NULL; i++)
    g_string_append (way, "../");
  g_autofree char *rest = g_strjoinv ("/", to + n_same);
  return g_strconcat (way->str, rest, NULL);
}

/* All that was read for the report: the project, what its previous runs printed, the report's own definition. A file
 * that was not the same both times has no checksum. */
static UtInputRecord *
files_read (const UtReport *report, const UtProject *project) {
  UtInputRecord *read = ut_input_record_new ();
  ut_input_record_join (read, project->inputs);
  ut_input_record_join (read, project->past);
  ut_input_record_join (read, report->inputs);
  return read;
}

/* What another report alone reads is no input of this one. */
static gboolean
is_of_other (const UtReport *report, const char *shown) {
  g_auto (GStrv) parts = g_strsplit (shown, "/", 4);
  return g_strv_length (parts) == 4 && g_str_equal (parts[0], "reports") && !g_str_equal (parts[1], report->id)
         && (g_str_equal (parts[2], "indicators") || g_str_equal (parts[2], "datasets"));
}

static json_t *
inputs_of (const UtReport *report, const UtProject *project, GError **error) {
  g_autoptr (UtInputRecord) read = files_read (report, project);
  g_autoptr (GHashTable) datasets = datasets_by_path (project);
  g_autoptr (GPtrArray) paths = ut_input_record_list (read);
  g_autofree char *root = g_canonicalize_filename (project->root, NULL);
  json_t *inputs = json_array ();
  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index (paths, i), *sha256 = ut_input_record_find (read, path);
    g_autofree char *shown = path_from (root, path);
    if (is_of_other (report, shown))
      continue;
    if (*sha256 == '\0') {
      ut_error_set (error, UT_ERROR_IO, _ ("%s: was changed while the report was made; run again"), shown);
      json_decref (inputs);
      return NULL;
    }
    json_array_append_new (inputs, input_json (shown, sha256, g_hash_table_lookup (datasets, path)));
  }
  return inputs;
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
    g_autoptr (GPtrArray) items = ut_story_find (assessment, (UtStorySide) side);
    json_t *list = json_array ();
    add_items (list, assessment, items);
    json_object_set_new (summary, ut_story_side_code ((UtStorySide) side), list);
  }
  return summary;
}

char *
ut_manifest_write (const UtReport *report, const UtProject *project, const UtAssessment *assessment, GPtrArray *outputs,
                   GError **error) {
  if (report->inputs == NULL || project->inputs == NULL) {
    ut_error_set (error, UT_ERROR_USAGE, _ ("%s: the project was loaded without the checksums a report lists"),
                  report->path);
    return NULL;
  }
  json_t *inputs = inputs_of (report, project, error);
  if (inputs == NULL)
    return NULL;
  json_t *root = json_object ();
  json_object_set_new (root, "format", json_integer (UT_MANIFEST_FORMAT));
  json_object_set_new (root, "program", json_pack ("{s:s, s:s}", "name", "utsyn", "version", UTSYN_VERSION));
  json_object_set_new (root, "report",
                       json_pack ("{s:s, s:s, s:s, s:s, s:s, s:b, s:o}", "id", report->id, "definition", report->path,
                                  "title", ut_text_get (&report->title, report->language), "language",
                                  ut_language_tag (report->language), "rule", ut_rule_code (report->options.rule),
                                  "rule_for_all", report->options.rule_for_all, "places", places_of (report, project)));
  json_object_set_new (root, "inputs", inputs);
  json_object_set_new (root, "outputs", outputs_of (outputs));
  json_object_set_new (root, "summary", summary_of (assessment));
  g_autoptr (UtRun) run = ut_run_of (assessment);
  ut_run_write (run, root);
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
