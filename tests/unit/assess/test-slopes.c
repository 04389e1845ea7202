/* A place's trend beside that of county and country. */
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
  return ut_assessment_get (assessment, 0, 0)->trend.relative[UT_BENCHMARK_COUNTY];
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
  double time[POINTS], persons[POINTS], offset[POINTS], level = 0;
  UtGuardedTrend expected;
  add_years (sample, POINTS, POINTS);
  for (guint i = 0; i < POINTS; i++) {
    double rest = (county[i] - events[i]) / (8000 - 400);
    time[i] = 2015 + i;
    persons[i] = 400;
    offset[i] = log (rest / (1 - rest));
    level += events[i] / (400 * POINTS);
  }
  UtTrendPoints points = { .model = UT_MODEL_SHARE, .n = POINTS, .time = time, .events = events, .persons = persons };
  points.offset = offset;
  points.least_dispersion = 1;
  g_assert_cmpint (ut_trend_guarded (&points, &expected), ==, UT_OUTCOME_OK);
  UtTrendContrast contrast = contrast_of (sample, "low");
  double unit = 100 * level * (1 - level);
  g_assert_cmpint (contrast.reason, ==, UT_REASON_NONE);
  g_assert_true (contrast.against_rest);
  g_assert_cmpuint (contrast.n_points, ==, POINTS);
  g_assert_cmpfloat_with_epsilon (contrast.difference_per_year, expected.slope * unit, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast.interval.lower, expected.slope_interval.lower * unit, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast.p, expected.p, 1e-9);
  g_assert_cmpfloat (contrast.interval.lower, >, 0);
  g_assert_cmpint (contrast.side, ==, 1);
  g_assert_cmpfloat (contrast.q, ==, contrast.p);
  g_assert_cmpfloat (contrast.q_report, ==, contrast.p);
  g_assert_true (contrast.robust);
}

/* Years in which nobody, or everybody, in the county is counted say nothing of it. */
static void
test_off_scale (void) {
  g_autoptr (Sample) sample = sample_new ();
  for (guint i = 0; i < POINTS; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2015 + i);
    sample_add_value (sample, "score", TOKKE, year, 50 + i);
    sample_add (sample, "low", TOKKE, year, events[i], 400);
    sample_add (sample, "low", "40", year, i == 1 ? events[i] : county[i], 8000);
  }
  UtTrendContrast contrast = contrast_of (sample, "low");
  g_assert_cmpint (contrast.reason, ==, UT_REASON_NONE);
  g_assert_cmpuint (contrast.n_points, ==, POINTS - 1);
}

/* Only percentages: the values beside each other, a line less a line. */
static void
test_values (void) {
  static const double own[POINTS] = { 10.1, 11.0, 11.8, 13.3, 14.1, 14.8 },
                      area[POINTS] = { 10, 10.5, 11, 11.4, 12, 12.6 };
  g_autoptr (Sample) sample = sample_new ();
  double time[POINTS];
  UtGuardedTrend expected;
  for (guint i = 0; i < POINTS; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2015 + i);
    time[i] = i;
    sample_add_value (sample, "low", TOKKE, year, own[i]);
    sample_add_value (sample, "low", "40", year, area[i]);
  }
  UtTrendPoints points = { .n = POINTS, .time = time, .value = own, .offset = area };
  g_assert_cmpint (ut_trend_guarded (&points, &expected), ==, UT_OUTCOME_OK);
  UtTrendContrast contrast = contrast_of (sample, "low");
  g_assert_cmpint (contrast.reason, ==, UT_REASON_NONE);
  g_assert_false (contrast.against_rest);
  g_assert_cmpfloat_with_epsilon (contrast.difference_per_year, expected.slope, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast.p, expected.p, 1e-9);
  g_assert_cmpint (contrast.area, ==, UT_TREND_RISING);
  g_assert_cmpint (contrast.area_side, ==, 1);
}

static void
test_no_answer (void) {
  Sample *few = sample_new (), *none = sample_new (), *short_county = sample_new ();
  add_years (few, 3, POINTS);
  assert_none (contrast_of (few, "low"), UT_REASON_TOO_FEW_POINTS);
  add_years (none, POINTS, 0);
  assert_none (contrast_of (none, "low"), UT_REASON_NO_BENCHMARK);
  add_years (short_county, POINTS, 3);
  assert_none (contrast_of (short_county, "low"), UT_REASON_TOO_FEW_POINTS);
  sample_free (few);
  sample_free (none);
  sample_free (short_county);
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

/* A place that goes the way of the country, and no further, only follows it; whatever the shape. */
static void
test_follows (void) {
  static const struct {
    guint country_step;
    double before, after;
    gboolean follows;
  } cases[] = {
    { 0, 0.10, 0.20, TRUE },  { 5, 0.10, 0.20, TRUE },  { 5, 0.11, 0.22, TRUE },
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
    const UtTrend *trend = &ut_assessment_get (assessment, 0, 0)->trend;
    g_assert_cmpstr (ut_trend_code (trend->trend), ==, ut_trend_code (UT_TREND_JUMP));
    g_assert_cmpint (ut_trend_follows (trend, UT_BENCHMARK_COUNTRY), ==, cases[i].follows);
    g_assert_false (ut_trend_follows (trend, UT_BENCHMARK_COUNTY));
    g_assert_false (ut_trend_follows (trend, UT_BENCHMARK_GROUP));
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/slopes/rest", test_rest);
  g_test_add_func ("/assess/slopes/no-answer", test_no_answer);
  g_test_add_func ("/assess/slopes/break", test_break);
  g_test_add_func ("/assess/slopes/off-scale", test_off_scale);
  g_test_add_func ("/assess/slopes/values", test_values);
  g_test_add_func ("/assess/slopes/follows", test_follows);
  return g_test_run ();
}
