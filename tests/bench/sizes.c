#include "sizes.h"

#include <math.h>
#include <string.h>
#include <utsyn/import.h>

/* What a group is a part of, and how large a part: a grade is a tenth of those aged 6–15, and of three grades about 85
 * % answer a survey. */
static const struct {
  const char *indicator;
  double part;
} bases[N_BASES] = {
  [ONE_GRADE] = { "tallet-paa-barn-6-15-aar", 0.1 },
  [THREE_GRADES] = { "tallet-paa-barn-6-15-aar", 0.3 * 0.85 },
  [AGE_16_19] = { "tallet-paa-unge-16-19-aar", 1 },
  [AGE_0_17] = { "tallet-paa-barn-0-17-aar", 1 },
  [EVERYONE] = { "folketall", 1 },
};

static GPtrArray *
only_population (GPtrArray *datasets) {
  for (guint i = datasets->len; i-- > 0;)
    if (strcmp (((const UtDataset *) g_ptr_array_index (datasets, i))->id, "ssb-befolkning") != 0)
      g_ptr_array_remove_index (datasets, i);
  return datasets;
}

static UtTable *
import (const char *root, const UtCatalogue *catalogue, const UtRegions *regions, GError **error) {
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_autoptr (GPtrArray) datasets = ut_datasets_load (root, error);
  return datasets != NULL
             ? ut_import_datasets (root, only_population (datasets), catalogue, regions, findings, NULL, error)
             : NULL;
}

static void
fill (Sizes *sizes, const UtTable *table, const UtCatalogue *catalogue) {
  for (guint p = 0; p < sizes->places->len; p++)
    for (guint b = 0; b < N_BASES; b++) {
      const UtIndicator *indicator = ut_catalogue_find (catalogue, bases[b].indicator);
      UtSeries series = ut_table_series (table, indicator->id, g_array_index (sizes->places, UtRegionId, p));
      gsize row;
      if (!ut_series_latest (series, &row))
        g_error ("no %s", bases[b].indicator);
      sizes->persons[p][b] = fmax (1, round (table->value[row] * bases[b].part));
    }
}

Sizes *
sizes_load (const char *root) {
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (root, "datasets", "inndeling", NULL);
  g_autofree char *indicators = g_build_filename (root, "indicators", NULL);
  Sizes *sizes = g_new0 (Sizes, 1);
  g_autoptr (UtCatalogue) catalogue = ut_catalogue_load (indicators, &error);
  sizes->regions = error == NULL ? ut_regions_load (folder, &error) : NULL;
  g_autoptr (UtTable) table = error == NULL ? import (root, catalogue, sizes->regions, &error) : NULL;
  if (error != NULL)
    g_error ("%s", error->message);
  sizes->places = g_array_ref (ut_regions_get (sizes->regions, ut_regions_country (sizes->regions))->members);
  sizes->persons = g_malloc0_n (sizes->places->len, sizeof *sizes->persons);
  fill (sizes, table, catalogue);
  return sizes;
}

void
sizes_free (Sizes *sizes) {
  g_array_unref (sizes->places);
  ut_regions_free (sizes->regions);
  g_free (sizes->persons);
  g_free (sizes);
}
