#include "model/dataset_files.h"

#include <string.h>

#include "base/folder.h"
#include "base/i18n.h"
#include "base/input.h"
#include <utsyn/error.h>

#define DATE_BYTES 10

char **
ut_dataset_files_usual (void) {
  return g_strsplit ("*.csv *.tsv *.xlsx *.px *.json *.geojson", " ", -1);
}

gboolean
ut_dataset_is_own_name (const char *name) {
  return strcmp (name, UT_DATASET_DEFINITION) == 0 || strcmp (name, UT_FETCH_RECORD) == 0;
}

gboolean
ut_dataset_takes (const UtDataset *dataset, const char *name) {
  g_autofree char *small = g_ascii_strdown (name, -1);
  if (ut_dataset_is_own_name (name))
    return FALSE;
  for (char **pattern = dataset->patterns; *pattern != NULL; pattern++)
    if (g_pattern_match_simple (*pattern, name) || g_pattern_match_simple (*pattern, small))
      return TRUE;
  return FALSE;
}

const char *
ut_dataset_shown (const UtDataset *dataset, guint i) {
  return dataset->shown != NULL ? dataset->shown[i] : dataset->files[i];
}

guint
ut_dataset_vintage_of (const UtDataset *dataset, guint i) {
  guint v = 0;
  while (v + 1 < dataset->vintages->len && g_array_index (dataset->vintages, UtVintage, v + 1).first_file <= i)
    v++;
  return v;
}

/* When a vintage was retrieved */

/* "2026-02-24" of "…20260224-1157_…" or "2026-02-24.02"; NULL when no date stands there. */
static char *
find_date (const char *text) {
  for (; *text != '\0'; text++) {
    guint year, month, day;
    gsize n = strspn (text, "0123456789");
    g_autofree char *date = n >= 8   ? g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6)
                            : n == 4 ? g_strndup (text, DATE_BYTES)
                                     : NULL;
    if ((n == 8 || n == 4) && ut_period_parse_date (date, &year, &month, &day) && year >= 1990)
      return g_steal_pointer (&date);
    text += n > 0 ? n - 1 : 0;
  }
  return NULL;
}

/* What the record of a fetch or an import says; NULL when there is none. */
static char *
read_record (const char *root, const char *folder) {
  g_autofree char *path = g_build_filename (root, folder, UT_FETCH_RECORD, NULL), *bytes = NULL;
  gsize n_bytes;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !ut_input_read (path, &bytes, &n_bytes, NULL))
    return NULL;
  static const char key[] = "\"fetched\"";
  const char *at = g_strstr_len (bytes, (gssize) n_bytes, key);
  g_autofree char *rest = at != NULL ? g_strndup (at + strlen (key), 32) : NULL;
  return rest != NULL ? find_date (rest) : NULL;
}

static char *
find_retrieved (const char *root, const UtDataset *dataset, const UtVintage *vintage) {
  g_autofree char *folder = g_path_get_dirname (dataset->files[vintage->first_file]);
  char *date = read_record (root, folder);
  if (date == NULL && vintage->name != NULL)
    date = find_date (vintage->name);
  for (guint i = vintage->n_files; i > 0 && date == NULL; i--) {
    g_autofree char *name = g_path_get_basename (dataset->files[vintage->first_file + i - 1]);
    date = find_date (name);
  }
  return date;
}

/* Vintages */

static void
clear_vintage (gpointer data) {
  UtVintage *vintage = data;
  g_free (vintage->name);
  g_free (vintage->retrieved);
}

/* The folder below the dataset's own that a file lies in; NULL: it lies in the dataset's own. */
static char *
find_folder (const UtDataset *dataset, const char *file) {
  g_autofree char *folder = g_path_get_dirname (file);
  return strcmp (folder, dataset->dir) == 0 ? NULL : g_path_get_basename (folder);
}

static void
add_vintage (UtDataset *dataset, const char *root, UtVintage vintage) {
  vintage.retrieved = find_retrieved (root, dataset, &vintage);
  g_array_append_val (dataset->vintages, vintage);
}

static void
list_vintages (UtDataset *dataset, const char *root) {
  UtVintage open = { 0 };
  for (guint i = 0; dataset->files[i] != NULL; i++) {
    g_autofree char *folder = find_folder (dataset, dataset->files[i]);
    if (open.n_files > 0 && g_strcmp0 (open.name, folder) != 0) {
      add_vintage (dataset, root, open);
      open = (UtVintage){ 0 };
    }
    if (open.n_files == 0)
      open = (UtVintage){ .name = g_steal_pointer (&folder), .first_file = i };
    open.n_files++;
  }
  if (open.n_files > 0)
    add_vintage (dataset, root, open);
}

static void
set_date (char **date, const char *to) {
  char *copy = g_strdup (to);
  g_free (*date);
  *date = copy;
}

/* What somebody typed is of the files that were there then: the oldest, in the dataset's own folder. */
static void
take_dates (UtDataset *dataset) {
  if (dataset->vintages->len == 0)
    return;
  UtVintage *oldest = &g_array_index (dataset->vintages, UtVintage, 0);
  UtVintage *newest = &g_array_index (dataset->vintages, UtVintage, dataset->vintages->len - 1);
  dataset->vintage = g_strdup (newest->name);
  if (dataset->retrieved != NULL && (oldest->name == NULL || oldest->retrieved == NULL))
    set_date (&oldest->retrieved, dataset->retrieved);
  if (newest->retrieved != NULL)
    set_date (&dataset->retrieved, newest->retrieved);
}

void
ut_dataset_set_files (UtDataset *dataset, const char *root, const char *const *files, const char *const *shown) {
  ut_dataset_files_clear (dataset);
  dataset->files = g_strdupv ((char **) files);
  dataset->shown = g_strdupv ((char **) shown);
  dataset->vintages = g_array_new (FALSE, FALSE, sizeof (UtVintage));
  g_array_set_clear_func (dataset->vintages, clear_vintage);
  list_vintages (dataset, root);
  take_dates (dataset);
}

void
ut_dataset_files_clear (UtDataset *dataset) {
  g_clear_pointer (&dataset->files, g_strfreev);
  g_clear_pointer (&dataset->shown, g_strfreev);
  g_clear_pointer (&dataset->vintages, g_array_unref);
  g_clear_pointer (&dataset->vintage, g_free);
}

/* Finding them */

gboolean
ut_dataset_may_be_folder (const char *path) {
  return g_file_test (path, G_FILE_TEST_IS_DIR)
         || (g_file_test (path, G_FILE_TEST_IS_SYMLINK) && !g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Adds the files of a folder that the dataset reads. */
static gboolean
add_files (const char *root, const char *folder, const UtDataset *dataset, GPtrArray *files, GError **error) {
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GPtrArray) names = ut_folder_read (path, folder, "", error);
  for (guint i = 0; names != NULL && i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    if (name[0] != '.' && ut_dataset_takes (dataset, name))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  }
  return names != NULL;
}

/* A fetch that was cut off begins with a point. */
static gboolean
add_vintages (const char *root, const UtDataset *dataset, GPtrArray *files, GError **error) {
  g_autofree char *path = g_build_filename (root, dataset->dir, NULL);
  g_autoptr (GPtrArray) names = ut_folder_read (path, dataset->dir, "", error);
  for (guint i = 0; names != NULL && i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *folder = g_build_filename (dataset->dir, name, NULL), *whole = g_build_filename (path, name, NULL);
    g_autoptr (GPtrArray) own = g_ptr_array_new ();
    if (name[0] == '.' || !ut_dataset_may_be_folder (whole))
      continue;
    if (!add_files (root, folder, dataset, own, error)) {
      g_ptr_array_set_free_func (own, g_free);
      return FALSE;
    }
    if (own->len > 0 && dataset->reads == UT_VINTAGES_NEWEST)
      g_ptr_array_set_size (files, 0);
    g_ptr_array_extend_and_steal (files, g_steal_pointer (&own));
  }
  return names != NULL;
}

gboolean
ut_dataset_files_find (const char *root, UtDataset *dataset, GError **error) {
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  gboolean fine = add_files (root, dataset->dir, dataset, files, error) && add_vintages (root, dataset, files, error);
  if (!fine)
    g_ptr_array_set_size (files, 0);
  g_ptr_array_add (files, NULL);
  ut_dataset_set_files (dataset, root, (const char *const *) files->pdata, NULL);
  return fine;
}
