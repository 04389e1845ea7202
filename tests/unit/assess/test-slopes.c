/* A place's trend beside that of the rest of the county. */
#include "sample.h"

#include <math.h>
#include <utsyn/terms.h>
#include <utsyn/trend.h>

#define TOKKE  "4034"
#define POINTS 6

static const double events[POINTS] = { 40, 44, 47, 55, 58, 66 };
static const double county[POINTS] = { 1200, 1150, 1190, 1160, 1170, 1180 };

static UtAssessment *
assess_tokke (Sample *sample, const UtTable *table, const char *key) {
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (UtRegionId));
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  UtRegionId place = sample_region (sample, TOKKE);
  g_array_append_val (places, place);
  g_ptr_array_add (indicators, (gpointer) sample_indicator (sample, key));
  return ut_assess (table, sample->catalogue, sample->regions, places, indicators, NULL);
}

static UtTrendContrast
contrast_of (Sample *sample, const char *key) {
  g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
  g_autoptr (UtAssessment) assessment = assess_tokke (sample, table, key);
  return ut_assess_trend_contrast (ut_assessment_get (assessment, 0, 0), UT_BENCHMARK_COUNTY);
}

static void
add_years (Sample *sample, guint n_own, guint n_county) {
  for (guint i = 0; i < POINTS; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2015 + i);
    if (i < n_own)
      sample_add (sample, "low", TOKKE, year, events[i], 400);
    if (i < n_county)
      sample_add (sample, "low", "40", year, county[i], 8000);
  }
}

static void
assert_none (UtTrendContrast contrast, UtReason reason) {
  g_assert_cmpstr (ut_reason_code (contrast.reason), ==, ut_reason_code (reason));
  g_assert_true (isnan (contrast.difference_per_year) && isnan (contrast.p) && isnan (contrast.interval.lower));
}

/* The rest is the county without the place. */
static void
test_rest (void) {
  g_autoptr (Sample) sample = sample_new ();
  double time[POINTS], own[POINTS], rest[POINTS];
  UtSlopeDifference expected;
  add_years (sample, POINTS, POINTS);
  for (guint i = 0; i < POINTS; i++) {
    time[i] = i;
    own[i] = events[i] / 4;
    rest[i] = (county[i] - events[i]) / 76;
  }
  g_assert_cmpint (ut_trend_slope_difference (time, own, POINTS, time, rest, POINTS, 0.95, &expected), ==,
                   UT_OUTCOME_OK);
  UtTrendContrast contrast = contrast_of (sample, "low");
  g_assert_cmpint (contrast.reason, ==, UT_REASON_NONE);
  g_assert_cmpuint (contrast.n_points, ==, POINTS);
  g_assert_cmpfloat_with_epsilon (contrast.difference_per_year, expected.difference, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast.interval.lower, expected.interval.lower, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast.p, expected.p, 1e-9);
  g_assert_cmpfloat (contrast.interval.lower, >, 0);
}

static void
test_no_answer (void) {
  Sample *few = sample_new (), *none = sample_new (), *short_county = sample_new (), *values = sample_new ();
  add_years (few, 3, POINTS);
  assert_none (contrast_of (few, "low"), UT_REASON_TOO_FEW_POINTS);
  add_years (none, POINTS, 0);
  assert_none (contrast_of (none, "low"), UT_REASON_NO_BENCHMARK);
  add_years (short_county, POINTS, 3);
  assert_none (contrast_of (short_county, "low"), UT_REASON_TOO_FEW_POINTS);
  for (guint i = 0; i < POINTS; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2015 + i);
    sample_add_value (values, "low", TOKKE, year, events[i]);
    sample_add_value (values, "low", "40", year, county[i]);
  }
  assert_none (contrast_of (values, "low"), UT_REASON_COUNT_NOT_PUBLISHED);
  sample_free (few);
  sample_free (none);
  sample_free (short_county);
  sample_free (values);
}

/* What the county counts otherwise from a year on is no slope. */
static void
test_break (void) {
  g_autoptr (Sample) sample = sample_new ();
  add_years (sample, POINTS, 3);
  for (guint i = 3; i < POINTS; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2015 + i);
    UtRow row = sample_row (sample, "low", "40", year);
    row.numerator = county[i];
    row.denominator = 8000;
    row.value = county[i] / 80;
    row.quality = i == 3 ? UT_QUALITY_BREAK : 0;
    sample_add_row (sample, row, "prove");
  }
  assert_none (contrast_of (sample, "low"), UT_REASON_SERIES_BROKEN);
}

/* Nine years with one step. */
static void
add_step (Sample *sample, const char *code, guint first_after, double before, double after, double n) {
  for (guint i = 0; i < 9; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2015 + i);
    double share = (i < first_after ? before : after) + 0.001 * (i % 2);
    sample_add (sample, "low", code, year, round (n * share), n);
  }
}

/* A country that rises all the time. */
static void
add_slope (Sample *sample, double before, double after) {
  for (guint i = 0; i < 9; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2015 + i);
    sample_add (sample, "low", "0", year, round (1e6 * (before + (after - before) * i / 8)), 1e6);
  }
}

/* A step that the country takes in the same year, the same way and as far is not the place's alone. */
static void
test_shared_jump (void) {
  static const struct {
    guint country_step;
    double before, after;
    gboolean shared;
  } cases[] = {
    { 0, 0.10, 0.20, FALSE }, { 5, 0.10, 0.20, TRUE },  { 5, 0.11, 0.22, TRUE },   { 2, 0.10, 0.20, FALSE },
    { 5, 0.20, 0.10, FALSE }, { 5, 0.10, 0.10, FALSE }, { 5, 0.10, 0.105, FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Sample) sample = sample_new ();
    add_step (sample, TOKKE, 5, 0.10, 0.20, 1000);
    if (cases[i].country_step > 0)
      add_step (sample, "0", cases[i].country_step, cases[i].before, cases[i].after, 1e6);
    else
      add_slope (sample, cases[i].before, cases[i].after);
    g_autoptr (UtTable) table = sample_prepare (sample, NULL, NULL);
    g_autoptr (UtAssessment) assessment = assess_tokke (sample, table, "low");
    const UtAssessed *assessed = ut_assessment_get (assessment, 0, 0);
    g_assert_cmpstr (ut_trend_code (assessed->trend.trend), ==, ut_trend_code (UT_TREND_JUMP));
    g_assert_cmpint (assessed->trend_is_shared[UT_BENCHMARK_COUNTRY], ==, cases[i].shared);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/slopes/rest", test_rest);
  g_test_add_func ("/assess/slopes/no-answer", test_no_answer);
  g_test_add_func ("/assess/slopes/break", test_break);
  g_test_add_func ("/assess/slopes/shared-jump", test_shared_jump);
  return g_test_run ();
}
