/* Places in order: ties, hidden figures, how sure the order is, and the order of an earlier year. */
#include "sample.h"

#include <math.h>
#include <utsyn/ranking.h>
#include <utsyn/shrink.h>

typedef struct {
  Sample *sample;
  UtTable *table;
  GArray *places;
  GPtrArray *indicators;
  UtAssessment *assessment;
  GArray *order;
} Run;

static const UtRegion *
member (const Sample *sample, guint i) {
  const GArray *members = ut_regions_get (sample->regions, sample_region (sample, "40"))->members;
  return ut_regions_get (sample->regions, g_array_index (members, UtRegionId, i));
}

static guint
n_members (const Sample *sample) {
  return ut_regions_get (sample->regions, sample_region (sample, "40"))->members->len;
}

/* Takes the sample over. */
static Run
run (Sample *sample, const char *key, const char *period) {
  Run result = { .sample = sample, .table = sample_prepare (sample, NULL, NULL) };
  result.places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  for (guint i = 0; i < n_members (sample); i++)
    g_array_append_val (result.places, member (sample, i)->id);
  result.indicators = g_ptr_array_new ();
  g_ptr_array_add (result.indicators, (gpointer) sample_indicator (sample, key));
  result.assessment
      = ut_assess (result.table, sample->catalogue, sample->regions, result.places, result.indicators, NULL);
  result.order = ut_ranking_new (result.assessment, 0, sample_period (period));
  return result;
}

static void
run_clear (Run *result) {
  g_array_unref (result->order);
  ut_assessment_free (result->assessment);
  g_ptr_array_unref (result->indicators);
  g_array_unref (result->places);
  ut_table_free (result->table);
  sample_free (result->sample);
}

static const UtRanked *
at (const Run *result, guint i) {
  return &g_array_index (result->order, UtRanked, i);
}

/* The same rank as the assessment's own, among the same places. */
static void
assert_agrees (const Run *result) {
  for (guint i = 0; i < result->order->len; i++)
    g_assert_cmpuint (at (result, i)->rank, ==, at (result, i)->assessed->rank);
}

static void
test_ties (void) {
  Sample *sample = sample_new ();
  for (guint i = 0; i < n_members (sample); i++)
    sample_add (sample, "low", member (sample, i)->code, "2023", i < 3 ? 50 : 100 + i, 1000);
  Run result = run (sample, "low", "2023");
  g_assert_cmpuint (result.order->len, ==, 17);
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpuint (at (&result, i)->rank, ==, 1);
    g_assert_cmpuint (at (&result, i)->region, ==, member (sample, i)->id);
  }
  g_assert_cmpuint (at (&result, 3)->rank, ==, 4);
  g_assert_cmpuint (at (&result, 16)->rank, ==, 17);
  /* 5.0 % (3.8–6.5) is below all the others, the lowest of which is 10.3 % (8.6–12.3). */
  g_assert_cmpuint (at (&result, 0)->best_rank, ==, 1);
  g_assert_cmpuint (at (&result, 0)->worst_rank, ==, 3);
  g_assert_cmpuint (at (&result, 3)->best_rank, ==, 4);
  g_assert_cmpuint (at (&result, 3)->worst_rank, ==, 17);
  assert_agrees (&result);
  run_clear (&result);
}

static void
test_high_is_good (void) {
  Sample *sample = sample_new ();
  for (guint i = 0; i < n_members (sample); i++)
    sample_add_value (sample, "high", member (sample, i)->code, "2023", i);
  Run result = run (sample, "high", "2023");
  g_assert_cmpfloat (at (&result, 0)->figure.value, ==, 16);
  g_assert_cmpuint (at (&result, 0)->best_rank, ==, 0);
  g_assert_cmpuint (at (&result, 0)->worst_rank, ==, 0);
  assert_agrees (&result);
  run_clear (&result);
}

/* The hidden ones stand by code, not by their figures, and have nothing. */
static void
test_suppressed (void) {
  Sample *sample = sample_new ();
  for (guint i = 0; i < n_members (sample); i++)
    sample_add (sample, "small", member (sample, i)->code, "2023", i < 3 ? 3 - i : 100 + i, 1000);
  Run result = run (sample, "small", "2023");
  for (guint i = 14; i < 17; i++) {
    g_assert_cmpuint (at (&result, i)->rank, ==, 0);
    g_assert_cmpuint (at (&result, i)->worst_rank, ==, 0);
    g_assert_cmpint (at (&result, i)->figure.status, ==, UT_STATUS_SUPPRESSED);
    g_assert_cmpuint (at (&result, i)->region, ==, member (sample, i - 14)->id);
  }
  g_assert_cmpuint (at (&result, 0)->rank, ==, 1);
  g_assert_cmpuint (at (&result, 13)->worst_rank, ==, 14);
  run_clear (&result);
}

static void
test_periods (void) {
  Sample *sample = sample_new ();
  for (guint i = 0; i < n_members (sample); i++) {
    sample_add (sample, "low", member (sample, i)->code, "2022", 200 - i, 1000);
    if (i < 3)
      sample_add (sample, "low", member (sample, i)->code, "2023", 100, 1000);
  }
  Run result = run (sample, "low", "2022");
  UtPeriod usual = ut_ranking_period (result.assessment, 0);
  g_assert_cmpint (usual.last_year, ==, 2022);
  /* Three are judged by 2023 now, and have no verdict of 2022. */
  g_assert_null (at (&result, 16)->assessed);
  g_assert_cmpuint (at (&result, 16)->rank, ==, 17);
  g_autoptr (UtTable) before = ut_ranking_table_until (result.table, usual);
  g_assert_cmpuint (before->n_rows, ==, result.table->n_rows - 3);
  g_autoptr (UtAssessment) then
      = ut_assess (before, sample->catalogue, sample->regions, result.places, result.indicators, NULL);
  g_autoptr (GArray) order = ut_ranking_new (then, 0, usual);
  const UtRanked *last = &g_array_index (order, UtRanked, 16);
  g_assert_cmpuint (last->assessed->rank, ==, 17);
  const UtOrigin origin = ut_table_origin (before, last->figure.row, 0);
  g_assert_cmpstr (ut_table_file (before, origin.file)->dataset, ==, "prove");
  run_clear (&result);
}

/* As the statistics have it, learnt from all municipalities with counts, also one that is no place of the ranking; a
 * figure without counts has no part in it. */
static void
check_smoothed (const char *key) {
  Sample *sample = sample_new ();
  gboolean share = sample_indicator (sample, key)->test == UT_TEST_BINOMIAL;
  double events[17], n[17], estimate[17], factor = ut_unit_factor (sample_indicator (sample, key)->unit);
  UtInterval interval[17];
  UtShrinkAveraged averaged;
  for (guint i = 0; i < 17; i++) {
    n[i] = 100 * (i + 1);
    events[i] = floor (n[i] * (i % 2 ? 0.1 : 0.2));
    sample_add (sample, key, i < 16 ? member (sample, i)->code : "0301", "2023", events[i], n[i]);
  }
  sample_add_value (sample, key, member (sample, 16)->code, "2023", 1);
  Run result = run (sample, key, "2023");
  g_assert_cmpint (ut_shrink_averaged (share ? UT_SHRINK_SHARES : UT_SHRINK_RATES, events, n, 17, events, n, 17, 0.95,
                                       estimate, interval, &averaged),
                   ==, UT_OUTCOME_OK);
  guint seen = 0;
  for (guint k = 0; k < result.order->len; k++)
    for (guint i = 0; i < 16; i++)
      if (at (&result, k)->region == member (sample, i)->id) {
        const UtRanked *one = at (&result, k);
        g_assert_cmpfloat_with_epsilon (one->smoothed, estimate[i] * factor, 1e-9);
        g_assert_cmpfloat_with_epsilon (one->smoothed_interval.upper, interval[i].upper * factor, 1e-9);
        g_assert_cmpfloat (fabs (one->smoothed - one->figure.value), >, 0);
        seen++;
      }
  g_assert_cmpuint (seen, ==, 16);
  g_assert_true (isnan (at (&result, 0)->smoothed) && at (&result, 0)->figure.value == 1);
  run_clear (&result);
}

static void
test_smoothed (void) {
  check_smoothed ("low");
  check_smoothed ("rate");
}

/* All alike: near what all have in common, each with an interval that holds it. */
static void
test_smoothed_alike (void) {
  Sample *sample = sample_new ();
  for (guint i = 0; i < n_members (sample); i++)
    sample_add (sample, "low", member (sample, i)->code, "2023", 10 + i % 2, 100);
  Run result = run (sample, "low", "2023");
  double all = 100 * 178.0 / 1700;
  for (guint i = 0; i < result.order->len; i++) {
    const UtRanked *one = at (&result, i);
    g_assert_cmpfloat_with_epsilon (one->smoothed, all, 0.2);
    g_assert_cmpfloat (one->smoothed_interval.lower, <, all);
    g_assert_cmpfloat (one->smoothed_interval.upper, >, all);
    g_assert_cmpfloat (one->smoothed_interval.upper - one->smoothed_interval.lower, <,
                       one->figure.interval.upper - one->figure.interval.lower);
  }
  run_clear (&result);
}

/* A figure shared by weight is listed, and has neither a rank nor a part in those of the others. */
static void
test_estimated (void) {
  Sample *sample = sample_new ();
  for (guint i = 0; i < n_members (sample); i++) {
    UtRow row = sample_row (sample, "low", member (sample, i)->code, "2023");
    row.numerator = 50 + 5 * i;
    row.denominator = 1000;
    row.value = row.numerator / 10;
    row.quality = i == 0 ? UT_QUALITY_ESTIMATE : 0;
    sample_add_row (sample, row, "prove");
  }
  Run result = run (sample, "low", "2023");
  assert_agrees (&result);
  const UtRanked *last = at (&result, 16);
  g_assert_cmpuint (last->region, ==, member (sample, 0)->id);
  g_assert_cmpuint (last->rank, ==, 0);
  g_assert_cmpuint (last->worst_rank, ==, 0);
  g_assert_cmpfloat (last->figure.value, ==, 5);
  g_assert_true (isnan (last->smoothed));
  g_assert_cmpuint (at (&result, 0)->region, ==, member (sample, 1)->id);
  g_assert_cmpuint (at (&result, 0)->rank, ==, 1);
  g_assert_cmpuint (at (&result, 0)->assessed->n_ranked, ==, 16);
  run_clear (&result);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/ranking/ties", test_ties);
  g_test_add_func ("/assess/ranking/high is good", test_high_is_good);
  g_test_add_func ("/assess/ranking/suppressed", test_suppressed);
  g_test_add_func ("/assess/ranking/estimated", test_estimated);
  g_test_add_func ("/assess/ranking/periods", test_periods);
  g_test_add_func ("/assess/ranking/smoothed", test_smoothed);
  g_test_add_func ("/assess/ranking/smoothed-alike", test_smoothed_alike);
  return g_test_run ();
}
