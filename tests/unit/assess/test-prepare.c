/* Sums of counts for areas the source has no row for. */
#include "sample.h"

#include <math.h>

static void
test_county (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_county (sample, "low", "40", "2023", 10, 200);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  gssize row = sample_find (sample, table, "low", "40", "2023");
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpfloat (ut_table_numerator (table, row), ==, 170);
  g_assert_cmpfloat (ut_table_denominator (table, row), ==, 3400);
  g_assert_cmpfloat_with_epsilon (table->value[row], 5, 1e-12);
  g_assert_cmpint (table->quality[row], ==, UT_QUALITY_SUMMED);
  g_assert_cmpuint (ut_table_n_origins (table, row), ==, 17);
  g_assert_cmpint (sample_find (sample, table, "low", "0", "2023"), ==, -1);
}

static void
test_published_stands (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_county (sample, "low", "40", "2023", 10, 200);
  sample_add (sample, "low", "40", "2023", 171, 3400);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  gssize row = sample_find (sample, table, "low", "40", "2023");
  g_assert_cmpfloat (ut_table_numerator (table, row), ==, 171);
  g_assert_cmpint (table->quality[row], ==, 0);
}

static void
test_marks_follow (void) {
  g_autoptr (Sample) sample = sample_new ();
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  for (guint i = 0; i < members->len; i++) {
    UtRow row = sample_row (sample, "persons", "40", "2023");
    row.region = g_array_index (members, UtRegionId, i);
    row.value = 100;
    row.quality = i == 3 ? UT_QUALITY_ESTIMATE | UT_QUALITY_PARTIAL | UT_QUALITY_RESTATED : 0;
    sample_add_row (sample, row, "prove");
  }
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  gssize row = sample_find (sample, table, "persons", "40", "2023");
  g_assert_cmpfloat (table->value[row], ==, 1700);
  g_assert_true (isnan (ut_table_numerator (table, row)));
  g_assert_cmpint (table->quality[row], ==, UT_QUALITY_SUMMED | UT_QUALITY_ESTIMATE | UT_QUALITY_PARTIAL);
}

/* What must never be added up: percentages of nobody knows how many, standardised ones, scores, a zero that may stand
 * for a figure. */
static void
test_never_summed (void) {
  g_autoptr (Sample) sample = sample_new ();
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  static const char *const keys[] = { "high", "standard", "score", "low" };
  for (guint i = 0; i < members->len; i++) {
    for (guint k = 0; k < G_N_ELEMENTS (keys); k++) {
      UtRow row = sample_row (sample, keys[k], "40", "2023");
      row.region = g_array_index (members, UtRegionId, i);
      row.value = i == 0 ? 0 : 10;
      row.numerator = k == 3 ? row.value : NAN;
      row.denominator = k == 3 ? 100 : NAN;
      row.margin = k == 2 ? 1 : NAN;
      row.quality = k == 3 ? UT_QUALITY_AT_LIMIT : 0;
      sample_add_row (sample, row, "prove");
    }
  }
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
    g_assert_cmpint (sample_find (sample, table, keys[k], "40", "2023"), ==, -1);
}

static void
assert_oslo (const Sample *sample, const UtTable *table, const char *key, const char *code, double value) {
  gssize row = sample_find (sample, table, key, code, "2023");
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpint (table->status[row], ==, UT_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (table->value[row], value, 1e-12);
}

/* A figure of Oslo under one of its codes is one of both, and two stand each for itself. */
static void
test_oslo (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_value (sample, "standard", "03", "2023", 50);
  sample_add_value (sample, "high", "0301", "2023", 20);
  sample_add (sample, "low", "03", "2023", 10, 200);
  sample_add_value (sample, "score", "03", "2023", 41);
  sample_add_value (sample, "score", "0301", "2023", 42);
  sample_add_value (sample, "neutral", "03", "2023", 30);
  UtRow gap = sample_row (sample, "neutral", "0301", "2023");
  gap.status = UT_STATUS_MISSING;
  sample_add_row (sample, gap, "prove");
  sample_add_value (sample, "rounded", "03", "2023", 30);
  gap.indicator = sample_indicator (sample, "rounded")->id;
  gap.status = UT_STATUS_CONFIDENTIAL;
  sample_add_row (sample, gap, "prove");
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  assert_oslo (sample, table, "standard", "0301", 50);
  assert_oslo (sample, table, "high", "03", 20);
  assert_oslo (sample, table, "low", "0301", 5);
  assert_oslo (sample, table, "score", "03", 41);
  assert_oslo (sample, table, "score", "0301", 42);
  assert_oslo (sample, table, "neutral", "0301", 30);
  g_assert_cmpint (table->status[sample_find (sample, table, "rounded", "0301", "2023")], ==, UT_STATUS_CONFIDENTIAL);
  g_assert_cmpstr (ut_table_origin (table, (gsize) sample_find (sample, table, "low", "0301", "2023"), 0).code, ==,
                   "03");
}

static void
add_counties_of (Sample *sample, int year, guint skip) {
  g_autoptr (GArray) counties = ut_regions_counties (sample->regions, year);
  for (guint i = skip; i < counties->len; i++)
    sample_add (sample, "low", ut_regions_get (sample->regions, g_array_index (counties, UtRegionId, i))->code, "2024",
                100, 1000);
}

/* A file from before a reform gives figures of a later year for the counties of then. */
static void
test_country_from_counties (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_counties_of (sample, 2020, 0);
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  gssize row = sample_find (sample, table, "low", "0", "2024");
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpfloat (ut_table_numerator (table, row), ==, 1100);

  add_counties_of (sample, 2020, 1);
  g_autoptr (UtTable) incomplete = sample_prepare (sample, NULL, NULL);
  g_assert_cmpint (sample_find (sample, incomplete, "low", "0", "2024"), ==, -1);
}

static GArray *
add_own (Sample *sample, const char *first, const char *second) {
  UtRegionId members[] = { sample_region (sample, first), sample_region (sample, second) };
  GError *error = NULL;
  const UtRegion *own = ut_regions_add_own (sample->regions, "proveregion", "Prøveregionen", members, 2, &error);
  g_assert_no_error (error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (ids, own->id);
  g_array_append_val (ids, own->id);
  return ids;
}

/* Of a split municipality: a line of `code` of which `weight` is the place's. */
static void
add_shared (Sample *sample, const char *place, const char *code, double weight, double events, double n) {
  UtRow row = sample_row (sample, "low", place, "2023");
  UtOrigin origin = { .file = ut_table_builder_file (sample->builder, "datasets/prove/tal.csv", "prove"),
                      .line = 900,
                      .value = NAN,
                      .numerator = events,
                      .denominator = n,
                      .weight = weight };
  g_strlcpy (origin.code, code, sizeof origin.code);
  row.numerator = weight * events;
  row.denominator = weight * n;
  row.value = 100 * events / n;
  row.quality = UT_QUALITY_RESTATED | UT_QUALITY_ESTIMATE;
  row.origins = &origin;
  row.n_origins = 1;
  ut_table_builder_add (sample->builder, &row);
}

/* Whether the sum of two places is an estimate. */
static gboolean
sum_is_estimate (Sample *sample, const char *first, const char *second) {
  g_autoptr (GArray) own = add_own (sample, first, second);
  g_autoptr (UtTable) table = sample_prepare (sample, own, NULL);
  gssize row = sample_find (sample, table, "low", "proveregion", "2023");
  g_assert_cmpint (row, >=, 0);
  g_assert_true (table->quality[row] & UT_QUALITY_SUMMED);
  return (table->quality[row] & UT_QUALITY_ESTIMATE) != 0;
}

/* A sum may rest on weights for two in a hundred of its persons, the limit itself included. */
static void
test_weighted_part (void) {
  static const struct {
    double n_others;
    gboolean estimate;
  } cases[] = { { 4900, FALSE }, { 4899, TRUE }, { 100, TRUE } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = sample_new ();
    add_shared (sample, "1580", "1507", 0.1, 100, 1000);
    sample_add (sample, "low", "1520", "2023", 300, cases[i].n_others);
    g_assert_cmpint (sum_is_estimate (sample, "1580", "1520"), ==, cases[i].estimate);
  }
}

/* With all its heirs in the sum, a split place is there as it was published. */
static void
test_all_heirs (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_shared (sample, "1508", "1507", 0.862, 500, 5000);
  add_shared (sample, "1580", "1507", 0.138, 500, 5000);
  g_assert_false (sum_is_estimate (sample, "1508", "1580"));
}

/* The source shared it, and says no weights: of the two it was split between, one or both. */
static void
test_shared_by_the_source (void) {
  static const char *const others[] = { "1580", "1520" };
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (Sample) sample = sample_new ();
    for (guint k = 0; k < 2; k++) {
      UtRow row = sample_row (sample, "low", k == 0 ? "1508" : others[i], "2023");
      row.numerator = 100;
      row.denominator = 1000;
      row.value = 10;
      row.quality = k == 0 || i == 0 ? UT_QUALITY_ESTIMATE : 0;
      sample_add_row (sample, row, "prove");
    }
    g_assert_cmpint (sum_is_estimate (sample, "1508", others[i]), ==, i == 1);
  }
}

/* Two halves of different places are no whole of any. */
static void
test_halves_of_two (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_shared (sample, "1806", "1850", 0.5, 50, 500);
  add_shared (sample, "1875", "1851", 0.5, 50, 500);
  g_assert_true (sum_is_estimate (sample, "1806", "1875"));
}

static void
test_own_region (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (GArray) own = add_own (sample, "4032", "4034");
  g_autoptr (UtFindings) findings = ut_findings_new ();
  sample_add (sample, "low", "4032", "2023", 9, 185);
  sample_add (sample, "low", "4034", "2023", 21, 300);
  sample_add (sample, "low", "4032", "2022", 9, 185);
  g_autoptr (UtTable) table = sample_prepare (sample, own, findings);
  gssize row = sample_find (sample, table, "low", "proveregion", "2023");
  g_assert_cmpfloat_with_epsilon (table->value[row], 100 * 30 / 485.0, 1e-12);
  g_assert_cmpint (sample_find (sample, table, "low", "proveregion", "2022"), ==, -1);
  g_assert_cmpuint (ut_findings_count_kind (findings, UT_FINDING_SUM_INCOMPLETE), ==, 1);
}

static void
test_mixed_datasets (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_autoptr (GArray) own = add_own (sample, "4032", "4034");
  g_autoptr (UtFindings) findings = ut_findings_new ();
  sample_add (sample, "low", "4032", "2023", 9, 185);
  UtRow other = sample_row (sample, "low", "4034", "2023");
  other.numerator = 21;
  other.denominator = 300;
  other.value = 7;
  sample_add_row (sample, other, "anna");
  g_autoptr (UtTable) table = sample_prepare (sample, own, findings);
  g_assert_cmpint (sample_find (sample, table, "low", "proveregion", "2023"), ==, -1);
  g_assert_cmpuint (ut_findings_count_kind (findings, UT_FINDING_SUM_INCOMPLETE), ==, 1);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/prepare/county", test_county);
  g_test_add_func ("/assess/prepare/oslo", test_oslo);
  g_test_add_func ("/assess/prepare/published-stands", test_published_stands);
  g_test_add_func ("/assess/prepare/marks-follow", test_marks_follow);
  g_test_add_func ("/assess/prepare/never-summed", test_never_summed);
  g_test_add_func ("/assess/prepare/country-from-counties", test_country_from_counties);
  g_test_add_func ("/assess/prepare/weighted-part", test_weighted_part);
  g_test_add_func ("/assess/prepare/all-heirs", test_all_heirs);
  g_test_add_func ("/assess/prepare/shared-by-the-source", test_shared_by_the_source);
  g_test_add_func ("/assess/prepare/halves-of-two", test_halves_of_two);
  g_test_add_func ("/assess/prepare/own-region", test_own_region);
  g_test_add_func ("/assess/prepare/mixed-datasets", test_mixed_datasets);
  return g_test_run ();
}
