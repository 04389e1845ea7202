#include "sample.h"

#include "../places.h"

#include <glib/gstdio.h>
#include <math.h>

static UtCatalogue *
load_catalogue (const char *const *files) {
  GError *error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("utsyn-chart-XXXXXX", &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; files[i] != NULL; i++) {
    char *path = g_strdup_printf ("%s/theme-%02u.yaml", dir, i);
    g_file_set_contents (path, files[i], -1, &error);
    g_assert_no_error (error);
    g_ptr_array_add (paths, path);
  }
  UtCatalogue *catalogue = ut_catalogue_load (dir, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < paths->len; i++)
    g_unlink (g_ptr_array_index (paths, i));
  g_rmdir (dir);
  return catalogue;
}

Sample *
sample_new (const char *const *files) {
  Sample *sample = g_new0 (Sample, 1);
  sample->regions = places_load ();
  sample->catalogue = load_catalogue (files);
  sample->builder = ut_table_builder_new ();
  sample->own = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  return sample;
}

void
sample_free (Sample *sample) {
  ut_assessment_free (sample->assessment);
  if (sample->table != NULL)
    ut_table_free (sample->table);
  ut_table_builder_free (sample->builder);
  ut_catalogue_free (sample->catalogue);
  ut_regions_free (sample->regions);
  g_array_unref (sample->own);
  g_free (sample);
}

static UtRegionId
find_region (const Sample *sample, const char *code) {
  const UtRegion *region = ut_regions_find_code (sample->regions, code);
  g_assert_nonnull (region);
  return region->id;
}

void
sample_add (Sample *sample, SampleRow row) {
  const UtIndicator *indicator = ut_catalogue_find (sample->catalogue, row.indicator);
  g_assert_nonnull (indicator);
  UtPeriod period;
  g_assert_true (ut_period_parse (row.period, &period));
  UtOrigin origin = { .file = ut_table_builder_file (sample->builder, "datasets/prove/tal.csv", "prove"), .line = 2 };
  ut_table_builder_add (sample->builder, &(UtRow){
                                             .indicator = indicator->id,
                                             .region = find_region (sample, row.region),
                                             .period = period,
                                             .value = row.value,
                                             .numerator = row.numerator,
                                             .denominator = row.denominator,
                                             .margin = row.margin,
                                             .status = row.status,
                                             .quality = row.quality,
                                             .origins = &origin,
                                             .n_origins = 1,
                                         });
}

void
sample_add_counts (Sample *sample, const char *indicator, const char *region, const char *period, double events,
                   double n) {
  const UtIndicator *of = ut_catalogue_find (sample->catalogue, indicator);
  g_assert_nonnull (of);
  sample_add (sample, (SampleRow){ .indicator = indicator,
                                   .region = region,
                                   .period = period,
                                   .value = events / n * ut_unit_factor (of->unit),
                                   .numerator = events,
                                   .denominator = n,
                                   .margin = NAN });
}

void
sample_add_value (Sample *sample, const char *indicator, const char *region, const char *period, double value) {
  sample_add (sample, (SampleRow){ .indicator = indicator,
                                   .region = region,
                                   .period = period,
                                   .value = value,
                                   .numerator = NAN,
                                   .denominator = NAN,
                                   .margin = NAN });
}

void
sample_add_missing (Sample *sample, const char *indicator, const char *region, const char *period, UtStatus status) {
  sample_add (sample, (SampleRow){ .indicator = indicator,
                                   .region = region,
                                   .period = period,
                                   .value = NAN,
                                   .numerator = NAN,
                                   .denominator = NAN,
                                   .margin = NAN,
                                   .status = status });
}

void
sample_add_spread (Sample *sample, const char *indicator, const char *county, const char *period, double middle,
                   double width, const char *but) {
  const GArray *members = ut_regions_get (sample->regions, find_region (sample, county))->members;
  for (guint i = 0; i < members->len; i++) {
    const UtRegion *member = ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i));
    double share = members->len > 1 ? 2.0 * i / (members->len - 1) - 1 : 0;
    if (but == NULL || g_strstr_len (but, -1, member->code) == NULL)
      sample_add_value (sample, indicator, member->code, period, middle + share * width);
  }
}

void
sample_add_own (Sample *sample, const char *id, const char *name, const char *members) {
  GError *error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_auto (GStrv) codes = g_strsplit (members, " ", 0);
  for (char **code = codes; *code != NULL; code++) {
    UtRegionId member = find_region (sample, *code);
    g_array_append_val (ids, member);
  }
  const UtRegion *region
      = ut_regions_add_own (sample->regions, id, name, (const UtRegionId *) (gpointer) ids->data, ids->len, &error);
  g_assert_no_error (error);
  g_array_append_val (sample->own, region->id);
}

void
sample_assess (Sample *sample, const char *places) {
  g_autoptr (UtTable) table = ut_table_builder_finish (sample->builder);
  sample->table = ut_assess_prepare (table, sample->catalogue, sample->regions, sample->own, NULL, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_auto (GStrv) codes = g_strsplit (places, " ", 0);
  for (char **code = codes; *code != NULL; code++) {
    UtRegionId place = find_region (sample, *code);
    g_array_append_val (ids, place);
  }
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  for (guint i = 0; i < ut_catalogue_count (sample->catalogue); i++)
    g_ptr_array_add (indicators, (gpointer) ut_catalogue_get (sample->catalogue, (UtIndicatorId) i));
  sample->assessment = ut_assess (sample->table, sample->catalogue, sample->regions, ids, indicators, NULL);
}

UtScene *
sample_draw (const Sample *sample, const char *chart, guint place, guint indicator, UtLanguage language,
             const UtMeasurer *measurer) {
  const UtChartKind *kind = ut_charts_find (chart);
  g_assert_nonnull (kind);
  return kind->draw (&(UtChartRequest){
      .assessment = sample->assessment,
      .place = place,
      .indicator = indicator,
      .benchmark = UT_BENCHMARK_COUNTRY,
      .language = language,
      .measurer = measurer,
  });
}

/* One theme a subject, as in a real report. */
static const char living[]
    = "theme: levekar\n"
      "name: {nb: Levekår, nn: Levekår}\n"
      "order: 1\n"
      "indicators:\n"
      "  - {id: laginntekt, name: {nb: 'Vedvarende lavinntekt, 0–17 år', nn: 'Vedvarande låginntekt, 0–17 år'},"
      " definition: d, measure: proportion, unit: percent, polarity: low, resolution: 1,"
      " suppress: none, source: 'SSB, tabell 12944'}\n"
      "  - {id: utanfor-15, name: {nb: 'Utenfor arbeid og utdanning, 15–29 år',"
      " nn: 'Utanfor arbeid og utdanning, 15–29 år'}, definition: d, measure: proportion, unit: percent,"
      " polarity: low, suppress: none, source: 'SSB, tabell 13556'}\n"
      "  - {id: utanfor-30, name: {nb: 'Utenfor arbeid og utdanning, 30–61 år',"
      " nn: 'Utanfor arbeid og utdanning, 30–61 år'}, definition: d, measure: proportion, unit: percent,"
      " polarity: low, suppress: none, source: 'SSB, tabell 13556'}\n"
      "  - {id: innvandrarar, name: {nb: 'Innvandrere', nn: 'Innvandrarar'}, age: {nb: 'alle aldre', nn: 'alle "
      "aldrar'},"
      " definition: d, measure: proportion, unit: percent, polarity: neutral,"
      " suppress: none, source: 'SSB, tabell 09817'}\n"
      "  - {id: folketal, name: {nb: 'Innbyggere', nn: 'Innbyggjarar'}, definition: d, measure: count,"
      " unit: persons, polarity: neutral, suppress: none, source: 'SSB, tabell 07459'}\n";

static const char school[]
    = "theme: skole\n"
      "name: {nb: Barnehage og skole, nn: Barnehage og skule}\n"
      "order: 2\n"
      "indicators:\n"
      "  - {id: pedagognorm, name: {nb: Pedagognorm oppfylt, nn: Pedagognorm oppfylt}, definition: d,"
      " measure: proportion, unit: percent, polarity: high, suppress: none,"
      " source: 'Udir, tabell 12'}\n"
      "  - {id: trivsel, name: {nb: 'Trives på skolen, 10. trinn', nn: 'Trivst på skulen, 10. trinn'}, definition: d,"
      " measure: proportion, unit: percent, polarity: high, standardised: true, resolution: 1,"
      " suppress: none, source: 'FHI, Oppvekstprofil 2024'}\n"
      "  - {id: lesing, name: {nb: 'Nasjonale prøver i lesing, 5. trinn', nn: 'Nasjonale prøver i lesing, 5. trinn'},"
      " definition: d, measure: mean, unit: points, resolution: 1, polarity: high, suppress: none,"
      " source: 'Udir, Analysebrettet'}\n"
      "  - {id: mobbing, name: {nb: 'Mobbet på skolen, 7. trinn', nn: 'Mobba på skulen, 7. trinn'}, definition: d,"
      " measure: proportion, unit: percent, polarity: low, suppress: none,"
      " source: 'FHI, Oppvekstprofil 2024'}\n";

static const char welfare[]
    = "theme: barnevern\n"
      "name: {nb: Barnevern, nn: Barnevern}\n"
      "order: 3\n"
      "indicators:\n"
      "  - {id: tiltak, name: {nb: 'Barn med tiltak fra barnevernet, 0–17 år',"
      " nn: 'Born med tiltak frå barnevernet, 0–17 år'}, definition: d, measure: proportion, unit: percent,"
      " polarity: low, suppress: none, source: 'SSB, tabell 12279'}\n"
      "  - {id: meldingar, name: {nb: 'Meldinger til barnevernet', nn: 'Meldingar til barnevernet'}, definition: d,"
      " measure: rate, unit: per_1000, polarity: low, suppress: none, source: 'SSB, tabell 12279'}\n"
      "  - {id: framskriving, name: {nb: 'Barn og unge i framtiden', nn: 'Born og unge i framtida'},"
      " age: {nb: '0–17 år', nn: '0–17 år'}, definition: d, measure: count, unit: persons, polarity: neutral,"
      " projection: true, suppress: none, source: 'SSB, tabell 14288'}\n";

static const char health[]
    = "theme: helse\n"
      "name: {nb: Helse, nn: Helse}\n"
      "order: 4\n"
      "indicators:\n"
      "  - {id: overvekt, name: {nb: 'Overvekt og fedme, 17 år', nn: 'Overvekt og fedme, 17 år'}, definition: d,"
      " measure: proportion, unit: percent, polarity: low, suppress: none, source: 'FHI, tabell 1'}\n"
      "  - {id: polio, name: {nb: 'Vaksinerte mot polio, 9 år', nn: 'Vaksinerte mot polio, 9 år'}, definition: d,"
      " measure: proportion, unit: percent, polarity: high, suppress: none, source: 'FHI, SYSVAK'}\n"
      "  - {id: eineforsorgar, name: {nb: 'Barn av enslige forsørgere', nn: 'Born av einslege forsørgjarar'},"
      " definition: d, measure: proportion, unit: percent, polarity: neutral, suppress: none,"
      " source: 'SSB, tabell 06070'}\n"
      "  - {id: fornogd, name: {nb: 'Fornøyd med helsa', nn: 'Fornøgd med helsa'}, definition: d,"
      " measure: proportion, unit: percent, polarity: high, relevant: {difference: 9}, suppress: none,"
      " source: 'Ungdata'}\n";

static void
add_three (Sample *sample, const char *indicator, const char *period, const double counts[6]) {
  static const char *const regions[] = { "4036", "40", "0" };
  for (int i = 0; i < 3; i++)
    sample_add_counts (sample, indicator, regions[i], period, counts[2 * i], counts[2 * i + 1]);
}

static void
add_three_values (Sample *sample, const char *indicator, const char *period, const double values[3]) {
  static const char *const regions[] = { "4036", "40", "0" };
  for (int i = 0; i < 3; i++)
    sample_add_value (sample, indicator, regions[i], period, values[i]);
}

static void
add_scores (Sample *sample, double own, double margin) {
  static const char *const regions[] = { "4036", "40", "0" };
  const double values[] = { own, 49, 50 }, margins[] = { margin, 0.6, 0.1 };
  for (int i = 0; i < 3; i++)
    sample_add (sample, (SampleRow){ .indicator = "lesing",
                                     .region = regions[i],
                                     .period = "2023/24",
                                     .value = values[i],
                                     .numerator = NAN,
                                     .denominator = NAN,
                                     .margin = margins[i] });
}

/* A series of shares: falling, with a hole, a break and half a year. */
static void
add_series (Sample *sample) {
  static const double own[] = { 61, 64, 66, 59, 56, 52, 50, 47, 45, 44 };
  for (int i = 0; i < 10; i++) {
    g_autofree char *year = g_strdup_printf ("%d", 2015 + i);
    sample_add_counts (sample, "tiltak", "4036", year, own[i], 1000);
    sample_add_counts (sample, "tiltak", "40", year, 2000 - 12 * i, 38000);
    sample_add_counts (sample, "tiltak", "0", year, 47000 - 350 * i, 1120000);
    if (i == 4) {
      sample_add_missing (sample, "meldingar", "4036", year, UT_STATUS_CONFIDENTIAL);
    } else {
      sample_add (sample, (SampleRow){ .indicator = "meldingar",
                                       .region = "4036",
                                       .period = year,
                                       .value = 30 + i,
                                       .numerator = 30 + i,
                                       .denominator = 1000,
                                       .margin = NAN,
                                       .quality = i == 6 ? UT_QUALITY_BREAK : 0 });
    }
    sample_add_counts (sample, "meldingar", "0", year, 50000 + 300 * i, 1120000);
    g_autofree char *future = g_strdup_printf ("%d", 2024 + 3 * i);
    sample_add_value (sample, "framskriving", "4036", future, 680 - 9 * i);
    sample_add_value (sample, "folketal", "4036", year, 3720 + 11 * i);
  }
  sample_add (sample, (SampleRow){ .indicator = "meldingar",
                                   .region = "4036",
                                   .period = "2025M01-M06",
                                   .value = 21,
                                   .numerator = 21,
                                   .denominator = 1000,
                                   .margin = NAN,
                                   .quality = UT_QUALITY_PARTIAL });
}

Sample *
sample_all_verdicts (void) {
  Sample *sample = sample_new ((const char *const[]){ living, school, welfare, health, NULL });
  add_three_values (sample, "laginntekt", "2021-2023", (double[]){ 8, 12, 11 });
  add_three (sample, "utanfor-15", "2023", (double[]){ 55, 655, 3330, 30000, 97000, 1000000 });
  add_three (sample, "utanfor-30", "2023", (double[]){ 156, 1300, 13230, 70000, 354200, 2200000 });
  add_three (sample, "innvandrarar", "2024", (double[]){ 420, 3800, 20400, 170000, 931000, 5550000 });
  add_three (sample, "pedagognorm", "2021", (double[]){ 4, 8, 215, 240, 4000, 5640 });
  add_three_values (sample, "trivsel", "2022/23-2024/25", (double[]){ 72, 83, 84 });
  add_scores (sample, 54, 3.5);
  sample_add_missing (sample, "mobbing", "4036", "2023/24", UT_STATUS_CONFIDENTIAL);
  sample_add_value (sample, "mobbing", "40", "2023/24", 9.1);
  sample_add_value (sample, "mobbing", "0", "2023/24", 8.4);
  add_series (sample);
  add_three (sample, "overvekt", "2022-2025", (double[]){ 80, 200, 2000, 8000, 22000, 100000 });
  add_three (sample, "polio", "2020-2024", (double[]){ 187, 200, 9610, 10000, 289200, 300000 });
  add_three (sample, "eineforsorgar", "2024", (double[]){ 210, 700, 5000, 30000, 150000, 1000000 });
  add_three (sample, "fornogd", "2024", (double[]){ 460, 600, 4200, 6000, 140000, 200000 });
  sample_add_spread (sample, "laginntekt", "40", "2021-2023", 12, 6, "4036");
  sample_add_spread (sample, "utanfor-15", "40", "2023", 11, 4, "4036");
  sample_add_spread (sample, "utanfor-30", "40", "2023", 17, 6, "4036");
  sample_add_spread (sample, "innvandrarar", "40", "2024", 11, 5, "4036");
  sample_add_spread (sample, "pedagognorm", "40", "2021", 70, 30, "4036");
  sample_add_spread (sample, "trivsel", "40", "2022/23-2024/25", 82, 7, "4036");
  sample_add_spread (sample, "tiltak", "40", "2024", 5, 2.5, "4036");
  sample_assess (sample, "4036");
  return sample;
}
