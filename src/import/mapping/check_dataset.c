#include "import/mapping/check_dataset.h"

#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "import/label/notation.h"
#include "import/mapping/fits.h"

const char *
ut_mapping_format (const UtDataset *dataset, const UtMapping *mapping) {
  return mapping->format != NULL ? mapping->format : dataset->format;
}

const UtImporter *
ut_choose_importer (const UtDataset *dataset, const char *path) {
  const UtImporter *own = ut_importer_find (dataset->format);
  gboolean several = FALSE;
  for (guint i = 0; i < dataset->mappings->len; i++)
    several = several || ((const UtMapping *) g_ptr_array_index (dataset->mappings, i))->format != NULL;
  if (!several || ut_import_fits_format (dataset, own, path))
    return own;
  for (guint i = 0; i < dataset->mappings->len; i++) {
    const UtMapping *mapping = g_ptr_array_index (dataset->mappings, i);
    const UtImporter *other = mapping->format != NULL ? ut_importer_find (mapping->format) : NULL;
    if (other != NULL && ut_import_fits_format (dataset, other, path))
      return other;
  }
  return own;
}

static const char *
find_unknown (const UtDataset *dataset, guint *line) {
  *line = dataset->format_line;
  if (ut_importer_find (dataset->format) == NULL)
    return dataset->format;
  for (guint i = 0; i < dataset->mappings->len; i++) {
    const UtMapping *mapping = g_ptr_array_index (dataset->mappings, i);
    *line = mapping->line;
    if (mapping->format != NULL && ut_importer_find (mapping->format) == NULL)
      return mapping->format;
  }
  return NULL;
}

const UtImporter *
ut_check_format (const UtDataset *dataset, GError **error) {
  guint line;
  const char *unknown = find_unknown (dataset, &line);
  if (unknown == NULL)
    return ut_importer_find (dataset->format);
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < ut_importers_count (); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ut_importers_get (i).name);
  ut_error_join (error, ut_error_new (UT_ERROR_DEFINITION, _ ("%1$s:%2$u: unknown format '%3$s' (allowed: %4$s)"),
                                      dataset->file, line, unknown, names->str));
  return NULL;
}

void
ut_check_notation (const UtDataset *dataset, GError **error) {
  if (dataset->profile == NULL || ut_notation_find (dataset->profile) != NULL)
    return;
  g_autoptr (GString) names = g_string_new (NULL);
  for (const UtNotation *const *notation = ut_notations; *notation != NULL; notation++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", (*notation)->name);
  ut_error_join (error, ut_error_new (UT_ERROR_DEFINITION, _ ("%s: unknown profile '%s' (allowed: %s)"), dataset->file,
                                      dataset->profile, names->str));
}

gboolean
ut_check_report (const UtDataset *dataset, const UtMapping *mapping, const UtIndicator *indicator, GError **error) {
  if (g_strcmp0 (dataset->report, indicator->report) == 0)
    return TRUE;
  ut_error_join (
      error,
      ut_error_new (
          UT_ERROR_DEFINITION,
          dataset->report != NULL
              ? _ ("%1$s:%2$u: '%3$s' is not defined in %4$s: a report's own figures are of its own indicators")
              : _ ("%1$s:%2$u: '%3$s' is an indicator of %4$s alone"),
          dataset->file, mapping->line, indicator->key, dataset->report != NULL ? dataset->report : indicator->report));
  return FALSE;
}

/* A share of nothing would be missing everywhere, and nobody would know why. */
gboolean
ut_check_quantities (const UtDataset *dataset, const UtMapping *mapping, const UtIndicator *indicator, GError **error) {
  gboolean is_share = indicator->measure == UT_MEASURE_PROPORTION || indicator->measure == UT_MEASURE_RATE;
  if (!is_share || mapping->value != NULL || mapping->denominator != NULL)
    return TRUE;
  ut_error_join (error, ut_error_new (UT_ERROR_DEFINITION,
                                      _ ("%1$s:%2$u: '%3$s' is a share of somebody: a numerator needs its denominator"),
                                      dataset->file, mapping->line, mapping->indicator));
  return FALSE;
}
