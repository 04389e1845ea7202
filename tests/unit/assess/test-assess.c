/* The assessment: figures, benchmarks, the family of comparisons, rank and spread. */
#include "sample.h"

#include <math.h>
#include <utsyn/multiplicity.h>

typedef struct {
  UtTable *table;
  GArray *places;
  GPtrArray *indicators;
  UtAssessment *assessment;
} Run;

static Run
run (Sample *sample, const char *place, const char *const *keys) {
  Run result = { .table = sample_prepare (sample, NULL, NULL) };
  result.places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  UtRegionId id = sample_region (sample, place);
  g_array_append_val (result.places, id);
  result.indicators = g_ptr_array_new ();
  for (guint i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (result.indicators, (gpointer) sample_indicator (sample, keys[i]));
  result.assessment
      = ut_assess (result.table, sample->catalogue, sample->regions, result.places, result.indicators, NULL);
  return result;
}

static void
run_clear (Run *result) {
  ut_assessment_free (result->assessment);
  g_ptr_array_unref (result->indicators);
  g_array_unref (result->places);
  ut_table_free (result->table);
}

static const UtAssessed *
first (const Run *result) {
  return ut_assessment_get (result->assessment, 0, 0);
}

static const char *const LOW[] = { "low", NULL };

/* A small Telemark: Fyresdal apart from the sixteen others. */
static void
add_telemark (Sample *sample, const char *key, double fyresdal, double others) {
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  for (guint i = 0; i < members->len; i++) {
    const UtRegion *member = ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i));
    gboolean own = g_str_equal (member->code, "4032");
    sample_add (sample, key, member->code, "2023", own ? fyresdal : others + i, 1000);
  }
}

static void
test_county_and_country (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_telemark (sample, "low", 50, 110);
  sample_add (sample, "low", "0", "2023", 99160, 1026843);
  UtRow half = sample_row (sample, "low", "4032", "2024M01-M06");
  half.value = 0.4;
  half.numerator = 4;
  half.denominator = 1000;
  half.quality = UT_QUALITY_PARTIAL;
  sample_add_row (sample, half, "prove");
  Run result = run (sample, "4032", LOW);
  const UtAssessed *assessed = first (&result);
  g_assert_cmpint (assessed->own.period.first_year, ==, 2023);
  g_assert_cmpfloat (assessed->own.interval.lower, <, 5);
  g_assert_cmpfloat (assessed->own.interval.upper, >, 5);
  g_assert_cmpuint (assessed->benchmark_region[UT_BENCHMARK_COUNTY], ==, sample_region (sample, "40"));
  g_assert_cmpuint (assessed->benchmark_region[UT_BENCHMARK_COUNTRY], ==, sample_region (sample, "0"));
  for (int i = 0; i < UT_N_ENCLOSING; i++) {
    g_assert_cmpint (assessed->verdicts[i].level, ==, UT_LEVEL_BETTER);
    g_assert_cmpint (assessed->verdicts[i].benchmark, ==, i);
    g_assert_true (assessed->verdicts[i].robust);
    g_assert_cmpfloat (assessed->verdicts[i].q, ==, assessed->verdicts[i].p);
    g_assert_cmpuint (assessed->reference_series[i].n, ==, 1);
  }
  g_assert_cmpuint (assessed->rank, ==, 1);
  g_assert_cmpuint (assessed->n_ranked, ==, 17);
  g_assert_cmpfloat_with_epsilon (assessed->spread_lowest, 5, 1e-12);
  g_assert_cmpfloat (assessed->spread_highest, >, 12);
  run_clear (&result);
}

static void
test_rank_polarity (void) {
  g_autoptr (Sample) sample = sample_new ();
  static const char *const keys[] = { "low", "high", "neutral", NULL };
  for (guint k = 0; keys[k] != NULL; k++)
    add_telemark (sample, keys[k], 50, 110);
  Run result = run (sample, "4032", keys);
  g_assert_cmpuint (ut_assessment_get (result.assessment, 0, 0)->rank, ==, 1);
  g_assert_cmpuint (ut_assessment_get (result.assessment, 0, 1)->rank, ==, 17);
  g_assert_cmpuint (ut_assessment_get (result.assessment, 0, 2)->rank, ==, 17);
  run_clear (&result);
}

/* Before 2024 there was no Telemark, but Vestfold og Telemark. */
static void
test_former_county (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", "4032", "2021", 9, 185);
  sample_add (sample, "low", "38", "2021", 8000, 70000);
  Run result = run (sample, "4032", LOW);
  g_assert_cmpuint (first (&result)->benchmark_region[UT_BENCHMARK_COUNTY], ==, sample_region (sample, "38"));
  g_assert_cmpint (first (&result)->verdicts[UT_BENCHMARK_COUNTY].level, ==, UT_LEVEL_BETTER);
  g_assert_cmpint (first (&result)->verdicts[UT_BENCHMARK_COUNTRY].reason, ==, UT_REASON_NO_BENCHMARK);
  g_assert_cmpuint (first (&result)->rank, ==, 1);
  g_assert_true (isnan (first (&result)->spread_lowest));
  run_clear (&result);
}

static void
test_todays_county_first (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", "4032", "2021", 9, 185);
  sample_add (sample, "low", "38", "2021", 8000, 70000);
  sample_add (sample, "low", "40", "2021", 3298, 29828);
  Run result = run (sample, "4032", LOW);
  g_assert_cmpuint (first (&result)->benchmark_region[UT_BENCHMARK_COUNTY], ==, sample_region (sample, "40"));
  run_clear (&result);
}

/* A month is a period like others for a comparison, but never in a trend. */
static void
test_month (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", "4032", "2025M10", 9, 185);
  sample_add (sample, "low", "0", "2025M10", 99160, 1026843);
  Run result = run (sample, "4032", LOW);
  g_assert_cmpint (first (&result)->verdicts[UT_BENCHMARK_COUNTRY].level, ==, UT_LEVEL_BETTER);
  g_assert_cmpuint (first (&result)->trend.n_dropped[UT_DROP_PARTIAL], ==, 1);
  run_clear (&result);
}

/* Another year is no benchmark. */
static void
test_same_period (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", "4032", "2023", 9, 185);
  sample_add (sample, "low", "0", "2022", 99160, 1026843);
  Run result = run (sample, "4032", LOW);
  g_assert_cmpint (first (&result)->verdicts[UT_BENCHMARK_COUNTRY].reason, ==, UT_REASON_NO_BENCHMARK);
  g_assert_false (first (&result)->verdicts[UT_BENCHMARK_COUNTRY].reference.exists);
  g_assert_cmpuint (first (&result)->reference_series[UT_BENCHMARK_COUNTRY].n, ==, 1);
  run_clear (&result);
}

static void
test_nothing (void) {
  g_autoptr (Sample) sample = sample_new ();
  Run result = run (sample, "4032", LOW);
  g_assert_false (first (&result)->own.exists);
  g_assert_cmpint (first (&result)->verdicts[0].reason, ==, UT_REASON_NO_FIGURE);
  g_assert_cmpuint (first (&result)->rank, ==, 0);
  g_assert_cmpuint (ut_assessment_n_tested (result.assessment, 0, UT_BENCHMARK_COUNTY), ==, 0);
  run_clear (&result);
}

/* The country and a county as places: nothing above the country. */
static void
test_larger_places (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", "40", "2023", 3298, 29828);
  sample_add (sample, "low", "0", "2023", 99160, 1026843);
  Run result = run (sample, "40", LOW);
  g_assert_cmpuint (first (&result)->benchmark_region[UT_BENCHMARK_COUNTY], ==, UT_REGION_NONE);
  g_assert_cmpint (first (&result)->verdicts[UT_BENCHMARK_COUNTRY].level, ==, UT_LEVEL_WORSE);
  run_clear (&result);
  sample_add (sample, "low", "0", "2023", 99160, 1026843);
  result = run (sample, "0", LOW);
  g_assert_cmpuint (first (&result)->benchmark_region[UT_BENCHMARK_COUNTRY], ==, UT_REGION_NONE);
  g_assert_cmpint (first (&result)->verdicts[UT_BENCHMARK_COUNTRY].reason, ==, UT_REASON_NO_BENCHMARK);
  run_clear (&result);
}

/* Own region against county and country: its members' sum. */
static void
test_own_region (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_telemark (sample, "low", 50, 110);
  UtRegionId members[] = { sample_region (sample, "4032"), sample_region (sample, "4034") };
  const UtRegion *own = ut_regions_add_own (sample->regions, "proveregion", "Prøveregionen", members, 2, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (ids, own->id);
  g_autoptr (UtTable) table = sample_prepare (sample, ids, NULL);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  g_ptr_array_add (indicators, (gpointer) sample_indicator (sample, "low"));
  g_autoptr (UtAssessment) assessment = ut_assess (table, sample->catalogue, sample->regions, ids, indicators, NULL);
  const UtAssessed *assessed = ut_assessment_get (assessment, 0, 0);
  g_assert_cmpfloat (assessed->own.denominator, ==, 2000);
  g_assert_cmpuint (assessed->benchmark_region[UT_BENCHMARK_COUNTY], ==, sample_region (sample, "40"));
  g_assert_cmpfloat (assessed->verdicts[UT_BENCHMARK_COUNTY].rest_denominator, ==, 15000);
  g_assert_cmpuint (assessed->rank, ==, 0);
  g_assert_cmpuint (assessed->n_ranked, ==, 17);
}

/* One family: three comparisons, the middle one stands twice. */
static void
test_family (void) {
  g_autoptr (Sample) sample = sample_new ();
  static const char *const keys[] = { "low", "high", "neutral", "high", "persons", NULL };
  static const double events[] = { 60, 82, 95 };
  for (guint i = 0; i < 3; i++) {
    sample_add (sample, keys[i], "4032", "2023", events[i], 1000);
    sample_add (sample, keys[i], "0", "2023", 10000, 100000);
  }
  sample_add_value (sample, "persons", "4032", "2023", 1000);
  sample_add_value (sample, "persons", "0", "2023", 5000000);
  Run result = run (sample, "4032", keys);
  double p[3], q[5];
  for (guint i = 0; i < 5; i++) {
    const UtVerdict *verdict = &ut_assessment_get (result.assessment, 0, i)->verdicts[UT_BENCHMARK_COUNTRY];
    if (i < 3)
      p[i] = verdict->p;
    q[i] = verdict->q;
    g_assert_cmpint (verdict->robust, ==, i < 4 && verdict->level != UT_LEVEL_SIMILAR && verdict->q <= 0.05);
  }
  g_assert_true (p[0] < p[1] && p[1] < p[2]);
  g_assert_cmpuint (ut_assessment_n_tested (result.assessment, 0, UT_BENCHMARK_COUNTRY), ==, 3);
  g_assert_cmpfloat_with_epsilon (q[2], p[2], 1e-12);
  g_assert_cmpfloat_with_epsilon (q[1], fmin (p[1] * 3 / 2, p[2]), 1e-12);
  g_assert_cmpfloat_with_epsilon (q[0], fmin (p[0] * 3, q[1]), 1e-12);
  g_assert_cmpfloat (q[3], ==, q[1]);
  g_assert_true (isnan (q[4]));
  run_clear (&result);
}

/* Three municipalities and their whole, against a country of ten per cent in both indicators. */
static Run
run_region (Sample *sample, const double events[2][3]) {
  static const char *const codes[] = { "4030", "4032", "4034" }, *const keys[] = { "low", "other" };
  UtRegionId members[3];
  for (guint i = 0; i < 2; i++) {
    for (guint place = 0; place < 3; place++)
      sample_add (sample, keys[i], codes[place], "2023", events[i][place], 1000);
    sample_add (sample, keys[i], "0", "2023", 100000, 1000000);
  }
  Run result = { .places = g_array_new (FALSE, FALSE, sizeof (UtRegionId)), .indicators = g_ptr_array_new () };
  for (guint place = 0; place < 3; place++) {
    members[place] = sample_region (sample, codes[place]);
    g_array_append_val (result.places, members[place]);
  }
  UtRegionId whole = ut_regions_add_own (sample->regions, "whole", "Whole", members, 3, NULL)->id;
  g_array_append_val (result.places, whole);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (own, whole);
  result.table = sample_prepare (sample, own, NULL);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (result.indicators, (gpointer) sample_indicator (sample, keys[i]));
  result.assessment
      = ut_assess (result.table, sample->catalogue, sample->regions, result.places, result.indicators, NULL);
  return result;
}

static const UtVerdict *
country_verdict (const Run *result, guint place, guint indicator) {
  return &ut_assessment_get (result->assessment, place, indicator)->verdicts[UT_BENCHMARK_COUNTRY];
}

/* All municipalities are one family in the summary; the whole is its own. */
static void
test_report_family (void) {
  g_autoptr (Sample) sample = sample_new ();
  static const double events[2][3] = { { 100, 124, 103 }, { 99, 104, 96 } };
  Run result = run_region (sample, events);
  double p[6], q[6];
  for (guint i = 0; i < 6; i++)
    p[i] = country_verdict (&result, i / 2, i % 2)->p;
  ut_adjust_benjamini_hochberg (p, 6, q);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpfloat_with_epsilon (country_verdict (&result, i / 2, i % 2)->q_report, q[i], 1e-12);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpfloat (country_verdict (&result, 3, i)->q_report, ==, country_verdict (&result, 3, i)->q);
  /* By itself Fyresdal is worse, with q ≤ .05 among its own two; not among the six. */
  g_assert_true (country_verdict (&result, 1, 0)->robust && country_verdict (&result, 1, 0)->q_report > 0.05);
  g_assert_true (isnan (ut_assessment_get (result.assessment, 1, 0)->verdicts[UT_BENCHMARK_COUNTY].q_report));
  run_clear (&result);
}

/* What holds of the whole is told with those on its side; what holds of a place alone is told of it alone. */
static void
test_in_summary (void) {
  static const double events[2][3] = { { 99, 121, 118 }, { 98, 150, 70 } };
  static const gboolean expected[4][2] = { { FALSE, FALSE }, { TRUE, TRUE }, { TRUE, TRUE }, { TRUE, FALSE } };
  g_autoptr (Sample) sample = sample_new ();
  Run result = run_region (sample, events);
  g_assert_cmpint (country_verdict (&result, 2, 0)->level, ==, UT_LEVEL_SIMILAR);
  for (guint place = 0; place < 4; place++)
    for (guint i = 0; i < 2; i++)
      g_assert_cmpint (country_verdict (&result, place, i)->in_summary, ==, expected[place][i]);
  run_clear (&result);
}

/* A hidden municipality is not ranked and has no verdict; there is no spread either, for it may lie outside. */
static void
test_suppressed (void) {
  g_autoptr (Sample) sample = sample_new ();
  static const char *const keys[] = { "small", NULL };
  add_telemark (sample, "small", 2, 110);
  Run result = run (sample, "4032", keys);
  const UtAssessed *assessed = first (&result);
  g_assert_cmpint (assessed->verdicts[UT_BENCHMARK_COUNTY].reason, ==, UT_REASON_CONFIDENTIAL);
  g_assert_true (isnan (assessed->own.value) && isnan (assessed->verdicts[UT_BENCHMARK_COUNTY].difference));
  g_assert_true (isnan (assessed->verdicts[UT_BENCHMARK_COUNTY].rest_numerator));
  g_assert_cmpuint (assessed->rank, ==, 0);
  g_assert_cmpuint (assessed->n_ranked, ==, 16);
  g_assert_true (isnan (assessed->spread_lowest) && isnan (assessed->spread_highest));
  run_clear (&result);
}

/* Places are assessed side by side: each must be as when it is alone. */
static void
test_side_by_side (void) {
  g_autoptr (Sample) sample = sample_new ();
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  for (guint i = 0; i < members->len; i++) {
    UtRow row = sample_row (sample, "low", "40", "2023");
    row.region = g_array_index (members, UtRegionId, i);
    row.numerator = 5 + 2 * i;
    row.denominator = 200;
    row.value = 100 * row.numerator / row.denominator;
    sample_add_row (sample, row, "prove");
  }
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  g_ptr_array_add (indicators, (gpointer) sample_indicator (sample, "low"));
  g_autoptr (UtAssessment) all = ut_assess (table, sample->catalogue, sample->regions, members, indicators, NULL);
  for (guint i = 0; i < members->len; i++) {
    g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
    g_array_append_val (one, g_array_index (members, UtRegionId, i));
    g_autoptr (UtAssessment) alone = ut_assess (table, sample->catalogue, sample->regions, one, indicators, NULL);
    const UtVerdict *a = &ut_assessment_get (all, i, 0)->verdicts[UT_BENCHMARK_COUNTY];
    const UtVerdict *b = &ut_assessment_get (alone, 0, 0)->verdicts[UT_BENCHMARK_COUNTY];
    g_assert_cmpfloat (a->p, ==, b->p);
    g_assert_cmpfloat (a->q, ==, b->q);
    g_assert_cmpfloat (a->deciding.lower, ==, b->deciding.lower);
    g_assert_cmpint (a->level, ==, b->level);
    g_assert_cmpint (a->level, !=, UT_LEVEL_NOT_TESTED);
  }
}

/* One indicator, with the others in its family, is judged as when all of them are assessed; its trend is not found. */
static void
test_family_of_others (void) {
  static const char *const keys[] = { "low", "other", "high", NULL };
  g_autoptr (Sample) sample = sample_new ();
  add_telemark (sample, "low", 50, 110);
  add_telemark (sample, "other", 80, 110);
  add_telemark (sample, "high", 105, 110);
  for (guint year = 2018; year < 2023; year++) {
    g_autofree char *period = g_strdup_printf ("%u", year);
    sample_add (sample, "low", "4032", period, year - 1900, 1000);
  }
  Run all = run (sample, "4032", keys);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_ptr_array_add (one, (gpointer) sample_indicator (sample, "low"));
  const UtAssessOptions options = { .peers = UT_REGION_NONE, .family = all.indicators, .without_trends = TRUE };
  g_autoptr (UtAssessment) alone = ut_assess (all.table, sample->catalogue, sample->regions, all.places, one, &options);
  const UtAssessed *a = first (&all), *b = ut_assessment_get (alone, 0, 0);
  g_assert_cmpuint (ut_assessment_n_indicators (alone), ==, 1);
  g_assert_cmpuint (ut_assessment_n_tested (alone, 0, UT_BENCHMARK_COUNTY), ==, 3);
  g_assert_cmpuint (ut_assessment_n_tested (all.assessment, 0, UT_BENCHMARK_COUNTY), ==, 3);
  g_assert_cmpfloat (b->verdicts[UT_BENCHMARK_COUNTY].p, ==, a->verdicts[UT_BENCHMARK_COUNTY].p);
  g_assert_cmpfloat (b->verdicts[UT_BENCHMARK_COUNTY].q, ==, a->verdicts[UT_BENCHMARK_COUNTY].q);
  g_assert_cmpfloat (b->verdicts[UT_BENCHMARK_COUNTY].q, >, b->verdicts[UT_BENCHMARK_COUNTY].p);
  g_autoptr (GArray) family = ut_assessment_family (alone, 0, UT_BENCHMARK_COUNTY);
  g_assert_cmpuint (family->len, ==, 3);
  for (guint i = 0; i < family->len; i++)
    g_assert_cmpfloat (g_array_index (family, UtFamilyMember, i).p, ==,
                       ut_assessment_get (all.assessment, 0, i)->verdicts[UT_BENCHMARK_COUNTY].p);
  g_assert_cmpuint (a->trend.rows->len, ==, 6);
  g_assert_null (b->trend.rows);
  g_assert_cmpint (b->trend.trend, ==, UT_TREND_NOT_TESTED);
  run_clear (&all);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/county-and-country", test_county_and_country);
  g_test_add_func ("/assess/rank-polarity", test_rank_polarity);
  g_test_add_func ("/assess/former-county", test_former_county);
  g_test_add_func ("/assess/todays-county-first", test_todays_county_first);
  g_test_add_func ("/assess/month", test_month);
  g_test_add_func ("/assess/same-period", test_same_period);
  g_test_add_func ("/assess/nothing", test_nothing);
  g_test_add_func ("/assess/larger-places", test_larger_places);
  g_test_add_func ("/assess/own-region", test_own_region);
  g_test_add_func ("/assess/family", test_family);
  g_test_add_func ("/assess/report-family", test_report_family);
  g_test_add_func ("/assess/in-summary", test_in_summary);
  g_test_add_func ("/assess/family-of-others", test_family_of_others);
  g_test_add_func ("/assess/suppressed", test_suppressed);
  g_test_add_func ("/assess/side-by-side", test_side_by_side);
  return g_test_run ();
}
