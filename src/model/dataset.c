#include <utsyn/dataset.h>

#include <string.h>

#include "base/folder.h"
#include "base/i18n.h"
#include "base/yaml.h"
#include "model/dataset_files.h"
#include "model/fetch_source.h"
#include "model/mapping.h"
#include "model/missing.h"
#include "model/unread.h"
#include <utsyn/error.h>

#define DEFINITION UT_DATASET_DEFINITION

static const char *const dataset_keys[]
    = { "id",      "source",     "title",   "table",       "licence", "published",    "retrieved", "url",
        "format",  "boundaries", "decimal", "files",       "note",    "observations", "fetch",     "profile",
        "missing", "sheets",     "header",  "header_rows", "addable", "vintages",     NULL };

static gboolean
read_files (const UtYaml *yaml, UtDataset *dataset, GError **error) {
  g_auto (GStrv) patterns = NULL;
  if (!ut_yaml_read_list (yaml, yaml->root, "files", &patterns, error))
    return FALSE;
  if (patterns == NULL)
    patterns = ut_dataset_files_usual ();
  if (!ut_fetch_source_read (yaml, patterns, &dataset->fetch, error))
    return FALSE;
  dataset->patterns = g_steal_pointer (&patterns);
  return TRUE;
}

static gboolean
read_vintages (const UtYaml *yaml, UtDataset *dataset, GError **error) {
  static const char *const words[] = { [UT_VINTAGES_ALL] = "all", [UT_VINTAGES_NEWEST] = "newest", NULL };
  G_STATIC_ASSERT (G_N_ELEMENTS (words) == UT_N_VINTAGES + 1);
  int word = UT_VINTAGES_ALL;
  gboolean sound = ut_yaml_read_word (yaml, yaml->root, "vintages", words, UT_VINTAGES_ALL, &word, error);
  dataset->reads = (UtVintages) word;
  return sound;
}

static gboolean
check_files (const UtYaml *yaml, const UtDataset *dataset, GError **error) {
  if (dataset->files[0] != NULL)
    return TRUE;
  const UtYamlNode *node = ut_yaml_find (yaml->root, "files");
  g_autofree char *list = g_strjoinv (", ", dataset->patterns);
  if (dataset->fetch != NULL)
    ut_yaml_complain (yaml, node != NULL ? node : yaml->root, error,
                      _ ("no file in %1$s matches %2$s; utsyn fetch %3$s gets them"), dataset->dir, list, dataset->id);
  else
    ut_yaml_complain (yaml, node != NULL ? node : yaml->root, error,
                      _ ("no file in %1$s matches %2$s; utsyn import puts one there"), dataset->dir, list);
  return FALSE;
}

/* Who publishes and on what terms may be asked for later: `utsyn check` does. */
static gboolean
read_texts (const UtYaml *yaml, UtDataset *dataset, GError **error) {
  const UtYamlNode *root = yaml->root;
  static const char *const required[] = { "title", "format" };
  char **fields[] = { &dataset->title, &dataset->format };
  gboolean sound = ut_yaml_read_text_or (yaml, root, "source", UT_DATASET_UNKNOWN, &dataset->source, error);
  sound = ut_yaml_read_text_or (yaml, root, "licence", UT_DATASET_UNKNOWN, &dataset->licence, error) && sound;
  for (guint i = 0; i < G_N_ELEMENTS (required); i++) {
    const char *text = ut_yaml_get_text (yaml, root, required[i], error);
    sound = text != NULL && sound;
    *fields[i] = g_strdup (text);
  }
  const UtYamlNode *format = ut_yaml_find (root, "format");
  dataset->format_line = format != NULL ? format->line : 0;
  sound = ut_yaml_read_text_or (yaml, root, "table", NULL, &dataset->table, error) && sound;
  sound = ut_yaml_read_text_or (yaml, root, "published", NULL, &dataset->published, error) && sound;
  sound = ut_yaml_read_text_or (yaml, root, "retrieved", NULL, &dataset->retrieved, error) && sound;
  sound = ut_yaml_read_text_or (yaml, root, "url", NULL, &dataset->url, error) && sound;
  return ut_yaml_read_languages (yaml, root, "note", FALSE, &dataset->note, error) && sound;
}

/* The id is the folder's name, so that a copied folder is noticed. */
static gboolean
read_id (const UtYaml *yaml, UtDataset *dataset, GError **error) {
  const char *id = ut_yaml_get_text (yaml, yaml->root, "id", error);
  g_autofree char *folder = g_path_get_basename (dataset->dir);
  if (id == NULL)
    return FALSE;
  dataset->id = g_strdup (id);
  if (strcmp (id, folder) == 0)
    return TRUE;
  ut_yaml_complain (yaml, ut_yaml_find (yaml->root, "id"), error,
                    _ ("the id '%1$s' is not the name of the folder, '%2$s'"), id, folder);
  return FALSE;
}

static gboolean
read_decimal (const UtYaml *yaml, UtDataset *dataset, GError **error) {
  static const char *const marks[] = { [UT_DECIMAL_POINT] = "point", [UT_DECIMAL_COMMA] = "comma", NULL };
  G_STATIC_ASSERT (G_N_ELEMENTS (marks) == UT_N_DECIMAL_MARKS + 1);
  int mark = UT_DECIMAL_POINT;
  if (!ut_yaml_read_word (yaml, yaml->root, "decimal", marks, UT_DECIMAL_POINT, &mark, error))
    return FALSE;
  dataset->decimal = (UtDecimalMark) mark;
  dataset->decimal_given = ut_yaml_find (yaml->root, "decimal") != NULL;
  return TRUE;
}

/* Decided file by file where nothing is said. */
static gboolean
read_boundaries (const UtYaml *yaml, UtDataset *dataset, GError **error) {
  const UtYamlNode *node = ut_yaml_find (yaml->root, "boundaries");
  guint64 year;
  if (node == NULL || g_strcmp0 (node->text, "auto") == 0)
    return TRUE;
  if (node->text != NULL && g_ascii_string_to_unsigned (node->text, 10, 1838, 2199, &year, NULL)) {
    dataset->boundary_year = (int) year;
    return TRUE;
  }
  if (g_strcmp0 (node->text, "year") == 0)
    ut_yaml_complain (yaml, node, error, _ ("'boundaries: year' is now 'boundaries: auto'"));
  else
    ut_yaml_complain (yaml, node, error, _ ("boundaries is auto, or the year the codes belong to, such as 2024"));
  return FALSE;
}

/* A number of a row, 0 when it is not given. */
static gboolean
read_row_number (const UtYaml *yaml, const char *key, guint *number, GError **error) {
  int given = 0;
  const UtYamlNode *node = ut_yaml_find (yaml->root, key);
  if (!ut_yaml_read_integer_or (yaml, yaml->root, key, 0, &given, error))
    return FALSE;
  *number = (guint) given;
  if (node == NULL || (given > 0 && given <= 1048576))
    return TRUE;
  ut_yaml_complain (yaml, node, error, _ ("%s is the number of a row, from 1"), key);
  return FALSE;
}

/* How the files are written, where the format alone cannot know. */
static gboolean
read_form (const UtYaml *yaml, UtDataset *dataset, GError **error) {
  gboolean sound = read_decimal (yaml, dataset, error);
  sound = ut_yaml_read_text_or (yaml, yaml->root, "profile", NULL, &dataset->profile, error) && sound;
  sound = ut_missing_read (yaml, &dataset->missing, error) && sound;
  sound = ut_yaml_read_list (yaml, yaml->root, "sheets", &dataset->sheets, error) && sound;
  sound = read_row_number (yaml, "header", &dataset->header_row, error) && sound;
  sound = read_row_number (yaml, "header_rows", &dataset->header_rows, error) && sound;
  return ut_yaml_read_boolean_or (yaml, yaml->root, "addable", TRUE, &dataset->addable, error) && sound;
}

static gboolean
read_observations (const UtYaml *yaml, UtDataset *dataset, GError **error) {
  const UtYamlNode *list = ut_yaml_find (yaml->root, "observations");
  if (list == NULL || list->kind != UT_YAML_SEQUENCE) {
    ut_yaml_complain (yaml, list != NULL ? list : yaml->root, error, _ ("observations must be a list"));
    return FALSE;
  }
  for (guint i = 0; i < list->items->len; i++) {
    UtMapping *mapping = ut_mapping_read (yaml, g_ptr_array_index (list->items, i), error);
    if (mapping != NULL)
      g_ptr_array_add (dataset->mappings, mapping);
  }
  return dataset->mappings->len == list->items->len;
}

static void
free_mapping (gpointer mapping) {
  ut_mapping_free (mapping);
}

static UtYaml *
open_definition (const char *root, const char *dir, GError **error) {
  g_autofree char *file = g_build_filename (dir, DEFINITION, NULL);
  g_autofree char *path = g_build_filename (root, file, NULL);
  return ut_yaml_load (path, file, error);
}

/* The report whose folder it lies in; NULL: none, it is everybody's. */
static char *
report_of (const char *dir) {
  g_auto (GStrv) parts = g_strsplit (dir, G_DIR_SEPARATOR_S, -1);
  gboolean own = g_strv_length (parts) == 4 && g_str_equal (parts[0], "reports") && g_str_equal (parts[2], "datasets");
  return own ? g_strdup (parts[1]) : NULL;
}

/* Goes on past what is wrong: everything is reported at once. */
static UtDataset *
read_dataset (const UtYaml *yaml, const char *dir, GError **error) {
  gboolean sound = ut_yaml_check_keys (yaml, yaml->root, dataset_keys, error);
  if (yaml->root->kind != UT_YAML_MAPPING)
    return NULL;
  g_autoptr (UtDataset) dataset = g_new0 (UtDataset, 1);
  dataset->dir = g_strdup (dir);
  dataset->report = report_of (dir);
  dataset->file = g_build_filename (dir, DEFINITION, NULL);
  dataset->mappings = g_ptr_array_new_with_free_func (free_mapping);
  sound = read_id (yaml, dataset, error) && sound;
  sound = read_texts (yaml, dataset, error) && sound;
  sound = read_boundaries (yaml, dataset, error) && sound;
  sound = read_form (yaml, dataset, error) && sound;
  sound = read_files (yaml, dataset, error) && sound;
  sound = read_vintages (yaml, dataset, error) && sound;
  sound = read_observations (yaml, dataset, error) && sound;
  return sound ? g_steal_pointer (&dataset) : NULL;
}

UtDataset *
ut_dataset_load_definition (const char *root, const char *dir, GError **error) {
  g_autoptr (UtYaml) yaml = open_definition (root, dir, error);
  UtDataset *dataset = yaml != NULL ? read_dataset (yaml, dir, error) : NULL;
  /* What cannot be listed is requested by those who read the figures. */
  if (dataset != NULL)
    ut_dataset_files_find (root, dataset, NULL);
  return dataset;
}

UtDataset *
ut_dataset_load (const char *root, const char *dir, GError **error) {
  g_autoptr (UtYaml) yaml = open_definition (root, dir, error);
  g_autoptr (UtDataset) dataset = yaml != NULL ? read_dataset (yaml, dir, error) : NULL;
  if (dataset == NULL || !ut_dataset_files_find (root, dataset, error))
    return NULL;
  return check_files (yaml, dataset, error) ? g_steal_pointer (&dataset) : NULL;
}

UtDataset *
ut_dataset_read (const char *text, const char *dir, GError **error) {
  g_autofree char *file = g_build_filename (dir, DEFINITION, NULL);
  g_autoptr (UtYaml) yaml = ut_yaml_parse (text, -1, file, error);
  return yaml != NULL ? read_dataset (yaml, dir, error) : NULL;
}

void
ut_dataset_free (UtDataset *dataset) {
  if (dataset == NULL)
    return;
  g_free (dataset->id);
  g_free (dataset->dir);
  g_free (dataset->file);
  g_free (dataset->report);
  g_free (dataset->source);
  g_free (dataset->title);
  g_free (dataset->table);
  g_free (dataset->licence);
  g_free (dataset->published);
  g_free (dataset->retrieved);
  g_free (dataset->format);
  g_free (dataset->profile);
  g_clear_pointer (&dataset->missing, g_array_unref);
  g_strfreev (dataset->sheets);
  g_free (dataset->url);
  ut_text_clear (&dataset->note);
  g_strfreev (dataset->patterns);
  ut_dataset_files_clear (dataset);
  ut_fetch_source_free (dataset->fetch);
  g_ptr_array_unref (dataset->mappings);
  g_free (dataset);
}

static void
free_dataset (gpointer dataset) {
  ut_dataset_free (dataset);
}

static void
leave_out (GPtrArray *unread, const char *root, const char *dir, GError *error) {
  g_autofree char *definition = g_build_filename (root, dir, DEFINITION, NULL), *id = g_path_get_basename (dir);
  g_ptr_array_add (unread, ut_unread_new (id, ut_dataset_peek_indicators (definition), error));
}

/* A folder without a definition is none of ours, unless its definition has another name. */
static void
load_folder (const char *root, const char *dir, gboolean with_files, GPtrArray *datasets, GPtrArray *unread) {
  g_autofree char *path = g_build_filename (root, dir, NULL), *definition = g_build_filename (path, DEFINITION, NULL);
  GError *fault = NULL;
  UtDataset *dataset = NULL;
  GPtrArray *names = ut_dataset_may_be_folder (path) ? ut_folder_read (path, dir, "", &fault) : NULL;
  g_clear_pointer (&names, g_ptr_array_unref);
  if (fault != NULL) {
    leave_out (unread, root, dir, fault);
    return;
  }
  /* A link that leads nowhere is a definition that cannot be read. */
  if (!g_file_test (definition, G_FILE_TEST_EXISTS) && !g_file_test (definition, G_FILE_TEST_IS_SYMLINK))
    ut_folder_check_names (path, dir, &fault);
  else if (with_files)
    dataset = ut_dataset_load (root, dir, &fault);
  else
    dataset = ut_dataset_load_definition (root, dir, &fault);
  if (dataset != NULL)
    g_ptr_array_add (datasets, dataset);
  else if (fault != NULL)
    leave_out (unread, root, dir, fault);
}

/* Two of one name could not be told apart. */
static void
leave_out_namesakes (GPtrArray *datasets, const char *root, GPtrArray *unread) {
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < datasets->len;) {
    UtDataset *dataset = g_ptr_array_index (datasets, i);
    const UtDataset *other = g_hash_table_lookup (seen, dataset->id);
    if (other == NULL) {
      g_hash_table_insert (seen, dataset->id, dataset);
      i++;
      continue;
    }
    leave_out (
        unread, root, dataset->dir,
        ut_error_new (UT_ERROR_DEFINITION, _ ("%1$s: a dataset in %2$s has the same id"), dataset->file, other->dir));
    g_ptr_array_remove_index (datasets, i);
  }
}

static gboolean
load_folders (const char *root, const char *parent, gboolean with_files, GPtrArray *datasets, GPtrArray *unread,
              GError **error) {
  g_autofree char *folder = g_build_filename (root, parent, NULL);
  g_autoptr (GPtrArray) names = ut_folder_read (folder, folder, "", error);
  for (guint i = 0; names != NULL && i < names->len; i++) {
    g_autofree char *dir = g_build_filename (parent, g_ptr_array_index (names, i), NULL);
    load_folder (root, dir, with_files, datasets, unread);
  }
  return names != NULL;
}

static gboolean
load_reports (const char *root, gboolean with_files, GPtrArray *datasets, GPtrArray *unread, GError **error) {
  g_autofree char *folder = g_build_filename (root, "reports", NULL);
  g_autoptr (GPtrArray) names = ut_folder_list (folder, "");
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *parent = g_build_filename ("reports", g_ptr_array_index (names, i), "datasets", NULL);
    g_autofree char *path = g_build_filename (root, parent, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !load_folders (root, parent, with_files, datasets, unread, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
ut_datasets_load_readable (const char *root, gboolean with_files, GPtrArray *unread, GError **error) {
  g_autofree char *folder = g_build_filename (root, "datasets", NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR)) {
    ut_error_set (error, UT_ERROR_IO, _ ("%s: there is no such folder"), folder);
    return NULL;
  }
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func (free_dataset);
  if (!load_folders (root, "datasets", with_files, datasets, unread, error)
      || !load_reports (root, with_files, datasets, unread, error))
    return NULL;
  leave_out_namesakes (datasets, root, unread);
  return g_steal_pointer (&datasets);
}

GPtrArray *
ut_datasets_load (const char *root, GError **error) {
  g_autoptr (GPtrArray) unread = ut_unread_list_new ();
  g_autoptr (GPtrArray) datasets = ut_datasets_load_readable (root, TRUE, unread, error);
  ut_unread_join (unread, 0, error);
  return unread->len == 0 ? g_steal_pointer (&datasets) : NULL;
}
