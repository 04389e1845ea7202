#include <math.h>
#include <utsyn/error.h>
#include <utsyn/import.h>

#include "base/i18n.h"
#include "import/gather.h"
#include "import/observe.h"
#include "import/restate.h"

/* The figure that has a key of the table, and where it came from. */
typedef struct {
  UtIndicatorId indicator;
  UtRegionId region;
  UtPeriod period;
  double value;
  const char *path;
  guint line;
} Taken;

typedef struct {
  const char *root;
  const UtCatalogue *catalogue;
  UtPlaces *places;
  UtFindings *findings;
  GArray *counts;
  UtTableBuilder *builder;
  GHashTable *taken; /* Taken → itself */
} Import;

static guint
hash_taken (gconstpointer key) {
  const Taken *t = key;
  return (guint) t->indicator * 2654435761u ^ (guint) t->region * 40503u
         ^ (t->period.first_year * 131u + t->period.last_year * 17u + t->period.last_month);
}

static gboolean
equal_taken (gconstpointer a, gconstpointer b) {
  const Taken *x = a, *y = b;
  return x->indicator == y->indicator && x->region == y->region && ut_period_compare (x->period, y->period) == 0;
}

/* FALSE, with a finding, when an earlier dataset or mapping has the key already. */
static gboolean
take_key (Import *import, const UtObserved *o) {
  Taken *key = g_new0 (Taken, 1);
  *key = (Taken){ o->indicator->id, o->region, o->period, o->value, o->path, o->line };
  const Taken *first = g_hash_table_lookup (import->taken, key);
  if (first == NULL) {
    g_hash_table_add (import->taken, key);
    return TRUE;
  }
  g_free (key);
  const UtRegion *region = ut_regions_get (ut_places_regions (import->places), o->region);
  g_autofree char *period = ut_period_format (o->period, ut_language_messages ());
  gboolean same = first->value == o->value || (isnan (first->value) && isnan (o->value));
  ut_findings_add (import->findings, o->path, o->line, same ? UT_FINDING_DUPLICATE : UT_FINDING_CONFLICT,
                   same ? _ ("%s, %s, %s: the same figure again; first in %s:%u")
                        : _ ("%s, %s, %s: another figure than in %s:%u, which stays"),
                   o->indicator->key, region->code, period, first->path, first->line);
  return FALSE;
}

static void
add_row (Import *import, const UtObserved *o) {
  if (!take_key (import, o))
    return;
  const UtRow row = { .indicator = o->indicator->id,
                      .region = o->region,
                      .period = o->period,
                      .value = o->value,
                      .numerator = o->numerator,
                      .denominator = o->denominator,
                      .margin = o->margin,
                      .status = o->status,
                      .quality = o->quality,
                      .origins = (const UtOrigin *) (gpointer) o->origins->data,
                      .n_origins = o->origins->len };
  ut_table_builder_add (import->builder, &row);
}

static void
free_observed (gpointer observed) {
  ut_observed_free (observed);
}

static const UtIndicator *
find_indicator (const Import *import, const UtDataset *dataset, const UtMapping *mapping, GError **error) {
  const UtIndicator *indicator = ut_catalogue_find (import->catalogue, mapping->indicator);
  if (indicator == NULL)
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%s:%u: no indicator “%s” is defined"), dataset->file,
                 mapping->line, mapping->indicator);
  return indicator;
}

static void
add_mapping (Import *import, const UtDataset *dataset, guint number, const GPtrArray *gathered) {
  const UtMapping *mapping = g_ptr_array_index (dataset->mappings, number);
  const UtIndicator *indicator = ut_catalogue_find (import->catalogue, mapping->indicator);
  g_autoptr (GPtrArray) observed = g_ptr_array_new_with_free_func (free_observed);
  for (guint i = 0; i < gathered->len; i++) {
    const UtGathered *g = g_ptr_array_index (gathered, i);
    UtObserved *o = g->mapping == number ? ut_observe (g, mapping, indicator, import->findings) : NULL;
    if (o != NULL)
      g_ptr_array_add (observed, o);
  }
  g_autoptr (GPtrArray) rows = ut_restate (import->places, observed, import->findings);
  for (guint i = 0; i < rows->len; i++)
    add_row (import, g_ptr_array_index (rows, i));
  if (rows->len == 0)
    ut_findings_add (import->findings, dataset->file, mapping->line, UT_FINDING_NOTHING_READ,
                     _ ("no figure was read for “%s”"), mapping->indicator);
}

static gboolean
read_files (Import *import, const UtDataset *dataset, UtGatherer *gatherer, GError **error) {
  const UtImporter *importer = ut_importer_find (dataset->format);
  if (importer == NULL) {
    GString *names = g_string_new (NULL);
    for (guint i = 0; i < ut_importers_count (); i++)
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ut_importers_get (i).name);
    g_set_error (error, UT_ERROR, UT_ERROR_DEFINITION, _ ("%s: unknown format “%s” (allowed: %s)"), dataset->file,
                 dataset->format, names->str);
    g_string_free (names, TRUE);
    return FALSE;
  }
  for (char **shown = dataset->files; shown != NULL && *shown != NULL; shown++) {
    g_autofree char *path = g_build_filename (import->root, *shown, NULL);
    UtImportCount count;
    guint16 file = ut_table_builder_file (import->builder, *shown, dataset->id);
    if (!ut_gatherer_read (gatherer, importer, path, *shown, file, &count, error))
      return FALSE;
    if (import->counts != NULL) {
      count.path = g_strdup (*shown);
      g_array_append_val (import->counts, count);
    }
  }
  return TRUE;
}

static gboolean
add_dataset (Import *import, const UtDataset *dataset, GError **error) {
  for (guint i = 0; i < dataset->mappings->len; i++)
    if (find_indicator (import, dataset, g_ptr_array_index (dataset->mappings, i), error) == NULL)
      return FALSE;
  g_autoptr (UtGatherer) gatherer = ut_gatherer_new (dataset, import->places, import->findings);
  if (!read_files (import, dataset, gatherer, error))
    return FALSE;
  for (guint i = 0; i < dataset->mappings->len; i++)
    add_mapping (import, dataset, i, ut_gatherer_get (gatherer));
  return TRUE;
}

void
ut_import_count_clear (UtImportCount *count) {
  g_clear_pointer (&count->path, g_free);
}

UtTable *
ut_import_datasets (const char *root, const GPtrArray *datasets, const UtCatalogue *catalogue, const UtRegions *regions,
                    UtFindings *findings, GArray *counts, GError **error) {
  g_autoptr (UtPlaces) places = ut_places_new (regions);
  g_autoptr (UtTableBuilder) builder = ut_table_builder_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (hash_taken, equal_taken, g_free, NULL);
  Import import = { root, catalogue, places, findings, counts, builder, taken };
  for (guint i = 0; i < datasets->len; i++)
    if (!add_dataset (&import, g_ptr_array_index (datasets, i), error))
      return NULL;
  return ut_table_builder_finish (builder);
}
