#include "sample.h"

#include "../places.h"

#include <glib/gstdio.h>
#include <math.h>

static const char catalogue_yaml[]
    = "theme: prove\n"
      "name: Prøve\n"
      "order: 1\n"
      "indicators:\n"
      "  - {id: high, name: H, definition: d, measure: proportion, unit: percent, polarity: high,"
      " suppress: none, relevant: {difference: 2}, source: s}\n"
      "  - {id: low, name: L, definition: d, measure: proportion, unit: percent, polarity: low,"
      " family: low, suppress: none, source: s, groups: {sex: {girls: low-girls, boys: low-boys}, grade: {8: low-8, 9: "
      "low-9, 10: low-10}}}\n"
      "  - {id: neutral, name: N, definition: d, measure: proportion, unit: percent, polarity: neutral,"
      " suppress: none, source: s}\n"
      "  - {id: rounded, name: R, definition: d, measure: proportion, unit: percent, resolution: 1, polarity: high,"
      " suppress: none, source: s}\n"
      "  - {id: standard, name: S, definition: d, measure: proportion, unit: percent, polarity: high,"
      " standardised: true, suppress: none, source: s}\n"
      "  - {id: score, name: M, definition: d, measure: mean, unit: points, resolution: 1, polarity: high,"
      " suppress: none, source: s, groups: {sex: {girls: score-girls, boys: score-boys}, grade: {8: score-girls, 9: "
      "score-boys, "
      "10: score-third}}}\n"
      "  - {id: rate, name: P, definition: d, measure: rate, unit: per_1000, polarity: low,"
      " suppress: none, source: s, groups: {age: {young: rate-young, old: rate-old}}}\n"
      "  - {id: persons, name: C, definition: d, measure: count, unit: persons, polarity: neutral,"
      " suppress: none, source: s}\n"
      "  - {id: future, name: F, definition: d, measure: count, unit: persons, polarity: neutral,"
      " projection: true, alternatives: {low: future-low, high: future-high}, suppress: none, source: s}\n"
      "  - {id: future-low, name: FL, definition: d, measure: count, unit: persons, polarity: neutral,"
      " projection: true, suppress: none, source: s}\n"
      "  - {id: future-high, name: FH, definition: d, measure: count, unit: persons, polarity: neutral,"
      " projection: true, suppress: none, source: s}\n"
      "  - {id: small, name: X, definition: d, measure: proportion, unit: percent, polarity: low,"
      " suppress: {count: 3, complement: 3, denominator: 9}, source: s}\n"
      "  - {id: nobody, name: nobody, definition: d, measure: proportion, unit: percent, polarity: low,"
      " suppress: {count: 0}, source: s}\n"
      "  - {id: everybody, name: everybody, definition: d, measure: proportion, unit: percent, polarity: low,"
      " suppress: {complement: 0}, source: s}\n"
      "  - {id: few, name: Y, definition: d, measure: count, unit: persons, polarity: neutral,"
      " suppress: {count: 3}, source: s}\n"
      "  - {id: all, name: A, definition: d, measure: count, unit: persons, polarity: neutral,"
      " suppress: {count: 3}, source: s, groups: {other: {girls: girls, boys: boys}, exhaustive: true}}\n"
      "  - {id: girls, name: G, definition: d, measure: count, unit: persons, polarity: neutral,"
      " suppress: {count: 3}, source: s}\n"
      "  - {id: boys, name: B, definition: d, measure: count, unit: persons, polarity: neutral,"
      " suppress: {count: 3}, source: s}\n"
      "  - {id: adults, name: A, definition: d, measure: count, unit: persons, polarity: neutral,"
      " suppress: none, source: s}\n"
      "  - {id: printed, name: P, definition: d, measure: proportion, resolution: 1, polarity: low,"
      " denominator: {from: persons, doubt: [-0.1, 0.05]}, suppress: none, source: s}\n"
      "  - {id: pooled, name: P, definition: d, measure: proportion, polarity: low,"
      " denominator: {from: [persons, {adults: -1}], of: 0.1, doubt: [-0.2, 0], years: sum}, suppress: none,"
      " source: s}\n"
      "  - {id: hidden, name: P, definition: d, measure: proportion, polarity: low,"
      " denominator: {from: persons, doubt: [0, 0]}, suppress: {count: 3}, source: s}\n"
      "  - {id: last, name: P, definition: d, measure: proportion, polarity: low,"
      " denominator: [{from: adults, doubt: [0, 0], years: last}, {from: persons, doubt: [-0.5, 0.5]}],"
      " suppress: none, source: s}\n"
      "  - {id: low-girls, name: G, definition: d, measure: proportion, unit: percent, polarity: low,"
      " family: low, suppress: none, source: s}\n"
      "  - {id: low-boys, name: low-boys, definition: d, measure: proportion, unit: percent, polarity: low,"
      " family: low, suppress: {count: 3}, source: s}\n"
      "  - {id: low-8, name: low-8, definition: d, measure: proportion, unit: percent, polarity: low,"
      " family: low, suppress: {count: 3}, source: s}\n"
      "  - {id: low-9, name: low-9, definition: d, measure: proportion, unit: percent, polarity: low,"
      " family: low, suppress: {count: 3}, source: s}\n"
      "  - {id: low-10, name: low-10, definition: d, measure: proportion, unit: percent, polarity: low,"
      " family: low, suppress: {count: 3}, source: s}\n"
      "  - {id: score-girls, name: G, definition: d, measure: mean, unit: points, resolution: 1, polarity: high,"
      " suppress: none, source: s}\n"
      "  - {id: score-third, name: T, definition: d, measure: mean, unit: points, resolution: 1, polarity: high,"
      " suppress: none, source: s}\n"
      "  - {id: score-boys, name: B, definition: d, measure: mean, unit: points, resolution: 1, polarity: high,"
      " suppress: none, source: s}\n"
      "  - {id: rate-young, name: G, definition: d, measure: rate, unit: per_1000, polarity: low,"
      " suppress: none, source: s}\n"
      "  - {id: rate-old, name: B, definition: d, measure: rate, unit: per_1000, polarity: low,"
      " suppress: none, source: s}\n";

static const char other_yaml[]
    = "theme: anna\n"
      "name: Anna\n"
      "order: 2\n"
      "indicators:\n"
      "  - {id: other, name: O, definition: d, measure: proportion, unit: percent, polarity: low,"
      " suppress: none, source: s}\n";

static UtCatalogue *
load_catalogue (void) {
  GError *error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("utsyn-assess-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (dir, "prove.yaml", NULL);
  g_autofree char *other = g_build_filename (dir, "anna.yaml", NULL);
  g_file_set_contents (path, catalogue_yaml, -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (other, other_yaml, -1, &error);
  g_assert_no_error (error);
  UtCatalogue *catalogue = ut_catalogue_load (dir, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_unlink (other);
  g_rmdir (dir);
  return catalogue;
}

Sample *
sample_new (void) {
  Sample *sample = g_new0 (Sample, 1);
  sample->regions = places_load ();
  sample->catalogue = load_catalogue ();
  sample->builder = ut_table_builder_new ();
  sample->next_line = 2;
  return sample;
}

void
sample_free (Sample *sample) {
  ut_regions_free (sample->regions);
  ut_catalogue_free (sample->catalogue);
  ut_table_builder_free (sample->builder);
  g_free (sample);
}

const UtIndicator *
sample_indicator (const Sample *sample, const char *key) {
  const UtIndicator *indicator = ut_catalogue_find (sample->catalogue, key);
  g_assert_nonnull (indicator);
  return indicator;
}

UtRegionId
sample_region (const Sample *sample, const char *code) {
  const UtRegion *region = ut_regions_find_code (sample->regions, code);
  g_assert_nonnull (region);
  return region->id;
}

UtPeriod
sample_period (const char *text) {
  UtPeriod period;
  g_assert_true (ut_period_parse (text, &period));
  return period;
}

UtRow
sample_row (const Sample *sample, const char *key, const char *code, const char *period) {
  return (UtRow){
    .indicator = sample_indicator (sample, key)->id,
    .region = sample_region (sample, code),
    .period = sample_period (period),
    .value = NAN,
    .numerator = NAN,
    .denominator = NAN,
    .margin = NAN,
    .status = UT_STATUS_OK,
  };
}

void
sample_add_row (Sample *sample, UtRow row, const char *dataset) {
  g_autofree char *path = g_strdup_printf ("datasets/%s/tal.csv", dataset);
  UtOrigin origin = {
    .file = ut_table_builder_file (sample->builder, path, dataset),
    .line = sample->next_line++,
    .value = row.value,
    .numerator = row.numerator,
    .denominator = row.denominator,
    .weight = 1,
  };
  g_strlcpy (origin.code, ut_regions_get (sample->regions, row.region)->code, sizeof origin.code);
  row.origins = &origin;
  row.n_origins = 1;
  ut_table_builder_add (sample->builder, &row);
}

void
sample_add (Sample *sample, const char *key, const char *code, const char *period, double events, double n) {
  UtRow row = sample_row (sample, key, code, period);
  row.value = events / n * ut_unit_factor (sample_indicator (sample, key)->unit);
  row.numerator = events;
  row.denominator = n;
  sample_add_row (sample, row, "prove");
}

void
sample_add_value (Sample *sample, const char *key, const char *code, const char *period, double value) {
  UtRow row = sample_row (sample, key, code, period);
  row.value = value;
  sample_add_row (sample, row, "prove");
}

void
sample_add_county (Sample *sample, const char *key, const char *county, const char *period, double events, double n) {
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, county))->members;
  for (guint i = 0; i < members->len; i++)
    sample_add (sample, key, ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i))->code, period,
                events, n);
}

UtTable *
sample_finish (Sample *sample) {
  return ut_table_builder_finish (sample->builder);
}

UtTable *
sample_prepare (Sample *sample, const GArray *own, UtFindings *findings) {
  g_autoptr (UtTable) table = sample_finish (sample);
  return ut_assess_prepare (table, sample->catalogue, sample->regions, own, NULL, findings);
}

gssize
sample_find (const Sample *sample, const UtTable *table, const char *key, const char *code, const char *period) {
  gsize row;
  UtSeries series = ut_table_series (table, sample_indicator (sample, key)->id, sample_region (sample, code));
  return ut_series_find (series, sample_period (period), &row) ? (gssize) row : -1;
}
