#include <string.h>
#include <utsyn/import.h>

#include "import/importer.h"
#include "import/mapping/fits.h"
#include "import/mapping/plan.h"

typedef struct {
  const UtDataset *dataset;
  const char *format;
  gboolean fits;
} Fitting;

/* A table fits when every mapping that is about it finds its columns; the rows need not be read. */
static gboolean
on_layout (gpointer user, const UtCellLayout *layout, GError **error) {
  Fitting *fitting = user;
  gboolean any = FALSE;
  for (guint i = 0; i < fitting->dataset->mappings->len; i++) {
    const UtMapping *mapping = g_ptr_array_index (fitting->dataset->mappings, i);
    const char *format = mapping->format != NULL ? mapping->format : fitting->dataset->format;
    if (!ut_mapping_concerns (mapping, "", layout) || strcmp (format, fitting->format) != 0)
      continue;
    g_autoptr (UtPlan) plan = ut_plan_new (fitting->dataset, mapping, layout, "", error);
    if (plan == NULL)
      return FALSE;
    any = TRUE;
  }
  fitting->fits = fitting->fits || any;
  g_set_error_literal (error, g_quark_from_static_string ("ut-fits"), 0, "seen");
  return FALSE;
}

static gpointer
on_collector (gpointer user, UtDictionary *const *dictionaries) {
  (void) dictionaries;
  return user;
}

static void
on_row (gpointer user, const UtCellRow *row) {
  (void) user;
  (void) row;
}

static void
on_bad_row (gpointer user, guint line, const char *why) {
  (void) user;
  (void) line;
  (void) why;
}

gboolean
ut_import_fits_format (const UtDataset *dataset, const UtImporter *importer, const char *path) {
  if (importer == NULL)
    return FALSE;
  Fitting fitting = { .dataset = dataset, .format = importer->name };
  const UtCellSink sink
      = { .layout = on_layout, .collector = on_collector, .row = on_row, .bad_row = on_bad_row, .user = &fitting };
  g_auto (GStrv) values = ut_dataset_value_columns (dataset), labels = ut_dataset_label_columns (dataset);
  const UtReadHints hints = { .shown = path,
                              .value_columns = (const char *const *) values,
                              .label_columns = (const char *const *) labels,
                              .sheets = (const char *const *) dataset->sheets,
                              .header_row = dataset->header_row,
                              .header_rows = dataset->header_rows };
  UtFileForm form = { 0 };
  g_autoptr (GError) ended = NULL;
  importer->read (path, &hints, &sink, &form, &ended);
  return fitting.fits;
}

gboolean
ut_import_fits (const UtDataset *dataset, const char *path) {
  if (ut_import_fits_format (dataset, ut_importer_find (dataset->format), path))
    return TRUE;
  for (guint i = 0; i < dataset->mappings->len; i++) {
    const UtMapping *mapping = g_ptr_array_index (dataset->mappings, i);
    if (mapping->format != NULL && ut_import_fits_format (dataset, ut_importer_find (mapping->format), path))
      return TRUE;
  }
  return FALSE;
}
