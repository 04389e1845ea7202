/* Girls and boys, grades, ages: each against the same group elsewhere, and against each other. */
#include "sample.h"

#include <math.h>
#include <utsyn/breakdown.h>
#include <utsyn/compare.h>
#include <utsyn/homogeneity.h>
#include <utsyn/terms.h>

#define TOKKE "4034"

typedef struct {
  UtTable *table;
  GArray *places;
  GPtrArray *indicators;
  UtAssessment *assessment;
  UtBreakdown *breakdown;
} Run;

static Run
run (Sample *sample, const char *key, UtDimension dimension) {
  Run result = { .table = sample_prepare (sample, NULL, NULL) };
  UtRegionId place = sample_region (sample, TOKKE);
  result.places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_array_append_val (result.places, place);
  result.indicators = g_ptr_array_new ();
  g_ptr_array_add (result.indicators, (gpointer) sample_indicator (sample, key));
  result.assessment
      = ut_assess (result.table, sample->catalogue, sample->regions, result.places, result.indicators, NULL);
  result.breakdown = ut_breakdown_new (result.assessment, 0, 0, dimension);
  return result;
}

static void
run_clear (Run *result) {
  ut_breakdown_free (result->breakdown);
  ut_assessment_free (result->assessment);
  g_ptr_array_unref (result->indicators);
  g_array_unref (result->places);
  ut_table_free (result->table);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static const UtGroup *
group (const Run *result, guint i) {
  g_assert_cmpuint (i, <, result->breakdown->groups->len);
  return &g_array_index (result->breakdown->groups, UtGroup, i);
}

static void
assert_untested (const Run *result, UtReason reason) {
  const UtBreakdown *breakdown = result->breakdown;
  g_assert_cmpint (breakdown->contrast, ==, UT_CONTRAST_NOT_TESTED);
  g_assert_cmpstr (ut_reason_code (breakdown->reason), ==, ut_reason_code (reason));
  g_assert_true (isnan (breakdown->p) && isnan (breakdown->chi_square));
  g_assert_null (breakdown->method);
}

/* The girls against the girls of the county, whatever the newest figures of others are. */
static void
test_like_with_like (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", TOKKE, "2023", 60, 400);
  sample_add (sample, "low-girls", TOKKE, "2023", 45, 200);
  sample_add (sample, "low-girls", TOKKE, "2024", 1, 200);
  sample_add (sample, "low-boys", TOKKE, "2023", 15, 200);
  sample_add (sample, "low-girls", "40", "2023", 1200, 8000);
  sample_add (sample, "low-boys", "40", "2023", 600, 8000);
  g_auto (Run) result = run (sample, "low", UT_DIMENSION_SEX);
  UtComparison expected;
  g_assert_cmpint (ut_compare_proportions (45, 200, 1155, 7800, 0.95, &expected), ==, UT_OUTCOME_OK);
  const UtVerdict *girls = &group (&result, 0)->verdicts[UT_BENCHMARK_COUNTY];
  g_assert_cmpstr (group (&result, 0)->indicator->key, ==, "low-girls");
  g_assert_cmpfloat (group (&result, 0)->own.numerator, ==, 45);
  g_assert_cmpint (girls->level, ==, UT_LEVEL_WORSE);
  g_assert_cmpfloat_with_epsilon (girls->p, expected.p, 1e-12);
  g_assert_false (girls->robust);
  g_assert_cmpint (group (&result, 1)->verdicts[UT_BENCHMARK_COUNTY].level, ==, UT_LEVEL_SIMILAR);
  g_assert_cmpstr (ut_reason_code (group (&result, 1)->verdicts[UT_BENCHMARK_COUNTRY].reason), ==, "no-benchmark");
}

static void
test_two_shares (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", TOKKE, "2023", 60, 400);
  sample_add (sample, "low-girls", TOKKE, "2023", 45, 200);
  sample_add (sample, "low-boys", TOKKE, "2023", 15, 200);
  g_auto (Run) result = run (sample, "low", UT_DIMENSION_SEX);
  UtComparison expected;
  g_assert_cmpint (ut_compare_proportions (45, 200, 15, 200, 0.95, &expected), ==, UT_OUTCOME_OK);
  g_assert_cmpint (result.breakdown->contrast, ==, UT_CONTRAST_DIFFERENT);
  g_assert_cmpfloat_with_epsilon (result.breakdown->p, expected.p, 1e-12);
  g_assert_cmpstr (result.breakdown->method, ==, "conditional mid-p");
  g_assert_true (isnan (result.breakdown->chi_square));
}

static void
test_two_rates (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "rate", TOKKE, "2023", 20, 2000);
  sample_add (sample, "rate-young", TOKKE, "2023", 9, 900);
  sample_add (sample, "rate-old", TOKKE, "2023", 11, 1100);
  g_auto (Run) result = run (sample, "rate", UT_DIMENSION_AGE);
  g_assert_cmpint (result.breakdown->contrast, ==, UT_CONTRAST_NONE);
  g_assert_cmpfloat (result.breakdown->p, >, 0.9);
}

static void
add_grades (Sample *sample, const double *events, const double *n) {
  static const char *const keys[] = { "low-8", "low-9", "low-10" };
  sample_add (sample, "low", TOKKE, "2023", events[0] + events[1] + events[2], n[0] + n[1] + n[2]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    sample_add (sample, keys[i], TOKKE, "2023", events[i], n[i]);
}

static void
test_three_by_chi_square (void) {
  g_autoptr (Sample) sample = sample_new ();
  const double events[] = { 12, 30, 19 }, n[] = { 210, 190, 205 };
  add_grades (sample, events, n);
  g_auto (Run) result = run (sample, "low", UT_DIMENSION_GRADE);
  g_assert_cmpint (result.breakdown->contrast, ==, UT_CONTRAST_DIFFERENT);
  g_assert_cmpstr (result.breakdown->method, ==, "chi-square");
  g_assert_cmpfloat_with_epsilon (result.breakdown->chi_square, 11.395470725906895, 1e-9);
  g_assert_cmpfloat_with_epsilon (result.breakdown->p, 0.003353551441310655, 1e-9);
}

/* 4.4 are expected in the smallest group. */
static void
test_three_exactly (void) {
  g_autoptr (Sample) sample = sample_new ();
  const double events[] = { 4, 5, 5 }, n[] = { 12, 13, 12 };
  add_grades (sample, events, n);
  g_auto (Run) result = run (sample, "low", UT_DIMENSION_GRADE);
  UtHomogeneity expected;
  g_assert_cmpint (ut_homogeneity_proportions (events, n, 3, &expected), ==, UT_OUTCOME_OK);
  g_assert_cmpint (result.breakdown->contrast, ==, UT_CONTRAST_NONE);
  g_assert_cmpstr (result.breakdown->method, ==, "exact (Freeman–Halton)");
  g_assert_cmpfloat (result.breakdown->p, ==, expected.p_exact);
  g_assert_true (isnan (result.breakdown->chi_square));
}

/* A hidden grade leaves no test, and no number of its own. */
static void
test_suppressed (void) {
  g_autoptr (Sample) sample = sample_new ();
  const double events[] = { 2, 30, 19 }, n[] = { 210, 190, 205 };
  add_grades (sample, events, n);
  g_auto (Run) result = run (sample, "low", UT_DIMENSION_GRADE);
  assert_untested (&result, UT_REASON_CONFIDENTIAL);
  g_assert_true (isnan (group (&result, 0)->own.value) && isnan (group (&result, 0)->own.numerator));
  g_assert_cmpint (group (&result, 0)->verdicts[UT_BENCHMARK_COUNTY].reason, ==, UT_REASON_CONFIDENTIAL);
}

static void
test_missing_group (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", TOKKE, "2023", 60, 400);
  sample_add (sample, "low-girls", TOKKE, "2023", 45, 200);
  sample_add (sample, "low-boys", TOKKE, "2022", 15, 200);
  g_auto (Run) result = run (sample, "low", UT_DIMENSION_SEX);
  assert_untested (&result, UT_REASON_NO_FIGURE);
}

static void
test_no_counts (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add_value (sample, "low", TOKKE, "2023", 15);
  sample_add_value (sample, "low-girls", TOKKE, "2023", 20);
  sample_add_value (sample, "low-boys", TOKKE, "2023", 10);
  sample_add_value (sample, "low-8", TOKKE, "2023", 10);
  sample_add_value (sample, "low-9", TOKKE, "2023", 10);
  sample_add_value (sample, "low-10", TOKKE, "2023", 10);
  g_auto (Run) result = run (sample, "low", UT_DIMENSION_SEX);
  assert_untested (&result, UT_REASON_COUNT_NOT_PUBLISHED);
  ut_breakdown_free (result.breakdown);
  result.breakdown = ut_breakdown_new (result.assessment, 0, 0, UT_DIMENSION_GRADE);
  assert_untested (&result, UT_REASON_COUNT_NOT_PUBLISHED);
}

static void
add_score (Sample *sample, const char *key, double value) {
  UtRow row = sample_row (sample, key, TOKKE, "2023");
  row.value = value;
  row.margin = 2;
  row.denominator = 60;
  sample_add_row (sample, row, "prove");
}

static void
test_scores (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_score (sample, "score", 50);
  add_score (sample, "score-girls", 54);
  add_score (sample, "score-boys", 46);
  add_score (sample, "score-third", 50);
  g_auto (Run) result = run (sample, "score", UT_DIMENSION_SEX);
  g_assert_cmpint (result.breakdown->contrast, ==, UT_CONTRAST_DIFFERENT);
  g_assert_cmpstr (result.breakdown->method, ==, "difference of two scores by their margins");
  ut_breakdown_free (result.breakdown);
  result.breakdown = ut_breakdown_new (result.assessment, 0, 0, UT_DIMENSION_GRADE);
  assert_untested (&result, UT_REASON_NO_GROUP_TEST);
}

/* The place has no row at all, and an indicator that is not told by age. */
static void
test_nothing (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low-girls", TOKKE, "2023", 45, 200);
  g_auto (Run) result = run (sample, "low", UT_DIMENSION_SEX);
  assert_untested (&result, UT_REASON_NO_FIGURE);
  g_assert_cmpint (result.breakdown->period.kind, ==, UT_PERIOD_NONE);
  g_assert_null (ut_breakdown_new (result.assessment, 0, 0, UT_DIMENSION_AGE));
}

/* The whole decides for its groups: they are no comparisons of their own beside it, but are where it is not assessed.
 */
static void
test_family (void) {
  g_autoptr (Sample) sample = sample_new ();
  static const char *const keys[] = { "low-girls", "low", "low-boys", "high" };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    sample_add (sample, keys[i], TOKKE, "2023", 45, 200);
    sample_add (sample, keys[i], "40", "2023", 1200, 8000);
  }
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  UtRegionId place = sample_region (sample, TOKKE);
  g_array_append_val (places, place);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_ptr_array_add (indicators, (gpointer) sample_indicator (sample, keys[i]));
  g_autoptr (UtAssessment) all = ut_assess (table, sample->catalogue, sample->regions, places, indicators, NULL);
  const UtVerdict *girls = &ut_assessment_get (all, 0, 0)->verdicts[UT_BENCHMARK_COUNTY];
  g_assert_cmpuint (ut_assessment_n_tested (all, 0, UT_BENCHMARK_COUNTY), ==, 2);
  g_assert_cmpfloat (girls->p, <, 0.01);
  g_assert_true (isnan (girls->q) && !girls->robust && girls->level == UT_LEVEL_WORSE);
  g_assert_true (ut_assessment_get (all, 0, 1)->verdicts[UT_BENCHMARK_COUNTY].robust);
  g_ptr_array_remove_index (indicators, 1);
  g_autoptr (UtAssessment) alone = ut_assess (table, sample->catalogue, sample->regions, places, indicators, NULL);
  g_assert_cmpuint (ut_assessment_n_tested (alone, 0, UT_BENCHMARK_COUNTY), ==, 3);
  g_assert_true (ut_assessment_get (alone, 0, 0)->verdicts[UT_BENCHMARK_COUNTY].robust);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/breakdown/like-with-like", test_like_with_like);
  g_test_add_func ("/assess/breakdown/two-shares", test_two_shares);
  g_test_add_func ("/assess/breakdown/two-rates", test_two_rates);
  g_test_add_func ("/assess/breakdown/three-by-chi-square", test_three_by_chi_square);
  g_test_add_func ("/assess/breakdown/three-exactly", test_three_exactly);
  g_test_add_func ("/assess/breakdown/suppressed", test_suppressed);
  g_test_add_func ("/assess/breakdown/missing-group", test_missing_group);
  g_test_add_func ("/assess/breakdown/no-counts", test_no_counts);
  g_test_add_func ("/assess/breakdown/scores", test_scores);
  g_test_add_func ("/assess/breakdown/family", test_family);
  g_test_add_func ("/assess/breakdown/nothing", test_nothing);
  return g_test_run ();
}
