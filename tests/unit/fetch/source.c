#include "source.h"

#include "../model/folder.h"

#define HEAD                                                                                                           \
  "id: prove\nsource: SSB\ntitle: Prøve\nlicence: CC\npublished: 2026\nformat: tidy\nboundaries: 2024\n"              \
  "files: [\"*.csv\", \"*.json\"]\n"
#define OBSERVATIONS "observations:\n  - {indicator: a, period: {column: Tid}, value: b}\n"

UtDataset *
source_load (const char *fetch, GError **error) {
  g_auto (Folder) folder = folder_new ();
  g_autofree char *text = g_strdup_printf (HEAD "fetch: %s\n" OBSERVATIONS, fetch);
  folder_write (&folder, "datasets/prove/dataset.yaml", text);
  return ut_dataset_load_definition (folder.path, "datasets/prove", error);
}

UtDataset *
source_get (const char *fetch) {
  g_autoptr (GError) error = NULL;
  UtDataset *dataset = source_load (fetch, &error);
  g_assert_no_error (error);
  return dataset;
}
