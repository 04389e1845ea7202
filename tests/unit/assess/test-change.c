/* Change over time: which points count, and what is called a trend. */
#include "sample.h"

#include "assess/change.h"

#include <math.h>
#include <utsyn/projection.h>
#include <utsyn/trend.h>

/* The trend of a figure for Fyresdal; keeps the table as long as the sample. */
typedef struct {
  Sample *sample;
  UtTable *table;
  UtTrend trend;
} Found;

static void
found_clear (Found *found) {
  ut_change_clear (&found->trend);
  ut_table_free (found->table);
  sample_free (found->sample);
}

static Found
find (Sample *sample, const char *key) {
  Found found = { .sample = sample, .table = sample_finish (sample) };
  const UtIndicator *indicator = sample_indicator (sample, key);
  found.trend
      = ut_change_find (indicator, ut_table_series (found.table, indicator->id, sample_region (sample, "4032")));
  return found;
}

/* One figure a year from 2011. */
static Found
find_values (const char *key, const double *values, gsize n) {
  Sample *sample = sample_new ();
  for (gsize i = 0; i < n; i++) {
    g_autofree char *year = g_strdup_printf ("%d", 2011 + (int) i);
    sample_add_value (sample, key, "4032", year, values[i]);
  }
  return find (sample, key);
}

static Found
find_counts (const double *events, double persons, gsize n) {
  Sample *sample = sample_new ();
  for (gsize i = 0; i < n; i++) {
    g_autofree char *year = g_strdup_printf ("%d", 2011 + (int) i);
    sample_add (sample, "low", "4032", year, events[i], persons);
  }
  return find (sample, "low");
}

/* One odd end point is never a jump, however far out it is. */
static void
test_odd_end (void) {
  static const double five[] = { 100, 100, 100, 100, 180 }, nine[] = { 51, 50, 50, 49, 50, 51, 50, 50, 80 };
  Found found = find_values ("rate", five, 5);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_NONE);
  found_clear (&found);
  found = find_values ("rate", nine, 9);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_NONE);
  found_clear (&found);
}

static void
test_jump (void) {
  static const double values[] = { 100, 101, 99, 100, 180, 181, 179, 180 };
  Found found = find_values ("rate", values, 8);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_JUMP);
  g_assert_cmpint (found.trend.side, ==, 1);
  g_assert_cmpint (found.trend.jump_period.first_year, ==, 2015);
  g_assert_cmpint (found.trend.model, ==, UT_MODEL_VALUE);
  g_assert_cmpfloat (found.trend.p, ==, found.trend.fit.step_p);
  g_assert_cmpfloat (found.trend.fit.evidence, >, 6);
  found_clear (&found);
}

/* A gentle fall is no jump. */
static void
test_gentle_fall (void) {
  static const double values[] = { 10.4, 10.3, 10.3, 10.1, 10.0, 9.9, 9.6, 9.6, 9.5, 9.4 };
  Found found = find_values ("high", values, G_N_ELEMENTS (values));
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_FALLING);
  g_assert_cmpint (found.trend.side, ==, -1);
  found_clear (&found);
}

/* One event in nineteen is no jump, nor is one step of the printed figure. */
static void
test_no_jump (void) {
  static const double events[] = { 0, 0, 0, 0, 1 };
  Found found = find_counts (events, 19, 5);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_NONE);
  /* No slope is the likeliest one: none is told. */
  g_assert_true (isnan (found.trend.slope_per_year) && isnan (found.trend.detectable_per_year));
  found_clear (&found);
  static const double scores[] = { 50, 50, 50, 50, 51 };
  found = find_values ("score", scores, 5);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_NONE);
  found_clear (&found);
}

static void
test_flat_noise (void) {
  int n_jump = 0;
  for (int i = 0; i < 300; i++) {
    double values[8];
    for (int k = 0; k < 8; k++)
      values[k] = g_test_rand_double_range (90, 110) + g_test_rand_double_range (-10, 10);
    Found found = find_values ("rate", values, 8);
    n_jump += found.trend.trend == UT_TREND_JUMP;
    found_clear (&found);
  }
  g_assert_cmpint (n_jump, <, 15);
}

static void
test_rising (void) {
  static const double values[] = { 10, 11.2, 11.9, 13.1, 14.2, 14.8, 16.1 };
  Found found = find_values ("standard", values, 7);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_RISING);
  g_assert_cmpint (found.trend.reason, ==, UT_REASON_NONE);
  g_assert_cmpstr (found.trend.method, ==, "straight line, guarded against memory");
  g_assert_cmpfloat_with_epsilon (found.trend.slope_per_year, 1, 0.1);
  g_assert_cmpfloat (found.trend.slope_interval.lower, >, 0);
  g_assert_cmpfloat (found.trend.detectable_per_year, >, 0);
  g_assert_cmpint (found.trend.first.first_year, ==, 2011);
  g_assert_cmpint (found.trend.last.first_year, ==, 2017);
  g_assert_cmpuint (found.trend.rows->len, ==, 7);
  found_clear (&found);
}

/* With counts four points are enough. */
static void
test_falling_counts (void) {
  static const double events[] = { 200, 165, 131, 98 };
  Found found = find_counts (events, 1000, 4);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_FALLING);
  g_assert_cmpstr (found.trend.method, ==, "logistic line, guarded against memory");
  g_assert_cmpint (found.trend.basis, ==, UT_BASIS_COUNTS);
  g_assert_cmpfloat (found.trend.fit.dispersion, ==, 1);
  /* Newton's steps in a Python script: b −0.273408, se 0.040779; at the mean level 594/4000. */
  g_assert_cmpfloat_with_epsilon (found.trend.fit.slope, -0.273407855, 1e-6);
  g_assert_cmpfloat_with_epsilon (found.trend.slope_per_year, 100 * 0.1485 * 0.8515 * -0.273407855, 1e-4);
  found_clear (&found);
  static const double flat[] = { 10, 12, 9, 11, 10, 12 };
  found = find_counts (flat, 100, 6);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_NONE);
  g_assert_cmpfloat (found.trend.detectable_per_year, >, 0.5);
  found_clear (&found);
}

/* R: glm (x ~ t, poisson, offset = log (n)): 60 50 40 30 20 of 4000 each, b −0.25708, z² 24.3064, dispersion below 1.
 */
static void
test_falling_rates (void) {
  static const double events[] = { 60, 50, 40, 30, 20 };
  Sample *sample = sample_new ();
  for (gsize i = 0; i < 5; i++) {
    g_autofree char *year = g_strdup_printf ("%d", 2011 + (int) i);
    sample_add (sample, "rate", "4032", year, events[i], 4000);
  }
  Found found = find (sample, "rate");
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_FALLING);
  g_assert_cmpstr (found.trend.method, ==, "log-linear line, guarded against memory");
  g_assert_cmpfloat_with_epsilon (found.trend.fit.t * found.trend.fit.t, 24.30644889810973, 1e-6);
  g_assert_cmpfloat (found.trend.fit.dispersion, ==, 1);
  g_assert_cmpfloat_with_epsilon (found.trend.slope_per_year, -0.25708 * 10, 1e-4);
  found_clear (&found);
}

/* A percentage of a known number of persons is counted as the whole persons it stands for. */
static void
test_counts_behind_percent (void) {
  static const double percent[] = { 12, 14, 15, 18, 19, 23, 24 };
  Sample *sample = sample_new ();
  double events[7];
  for (guint i = 0; i < G_N_ELEMENTS (percent); i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2015 + i);
    UtRow row = sample_row (sample, "rounded", "4032", year);
    row.value = percent[i];
    row.denominator = 57;
    events[i] = round (0.57 * percent[i]);
    sample_add_row (sample, row, "prove");
  }
  Found found = find (sample, "rounded"), counted = find_counts (events, 57, 7);
  g_assert_cmpint (found.trend.basis, ==, UT_BASIS_DERIVED);
  g_assert_cmpint (found.trend.model, ==, UT_MODEL_SHARE);
  g_assert_cmpfloat (found.trend.p, ==, counted.trend.p);
  found_clear (&found);
  found_clear (&counted);
}

/* A slow wave on a rise remembers: neighbours lie on the same side, so there are fewer answers than points. */
static void
test_memory (void) {
  double values[20];
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 30 + 0.15 * i + 3 * sin (i * G_PI / 5);
  Found found = find_values ("high", values, G_N_ELEMENTS (values));
  UtMannKendall plain;
  g_assert_cmpint (ut_trend_mann_kendall (values, G_N_ELEMENTS (values), &plain), ==, UT_OUTCOME_OK);
  g_assert_cmpfloat (found.trend.fit.memory, >, 0.8);
  g_assert_cmpfloat (found.trend.p, >, plain.p);
  found_clear (&found);
}

static void
test_overlap (void) {
  Sample *sample = sample_new ();
  static const char *const spans[]
      = { "2014-2016", "2015-2017", "2016-2018", "2017-2019", "2018-2020", "2019-2021", "2020-2022" };
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    sample_add (sample, "low", "4032", spans[i], 100 + 10 * i, 1000);
  Found found = find (sample, "low");
  g_assert_cmpuint (found.trend.n_dropped[UT_DROP_OVERLAP], ==, 4);
  g_assert_cmpuint (found.trend.rows->len, ==, 3);
  g_assert_cmpint (found.trend.first.first_year, ==, 2014);
  g_assert_cmpint (found.trend.last.last_year, ==, 2022);
  g_assert_cmpint (found.trend.reason, ==, UT_REASON_TOO_FEW_POINTS);
  found_clear (&found);
}

static void
add_marked (Sample *sample, const char *period, double events, UtStatus status, guint16 quality) {
  UtRow row = sample_row (sample, "low", "4032", period);
  row.status = status;
  row.quality = quality;
  if (status == UT_STATUS_OK) {
    row.value = events / 10;
    row.numerator = events;
    row.denominator = 1000;
  }
  sample_add_row (sample, row, "prove");
}

/* A municipality that was a part of another for some years: a neighbour's people are no jump of its own. */
static void
test_estimated (void) {
  static const double events[] = { 100, 101, 99, 100, 300, 301, 302, 300, 100, 101 };
  Sample *sample = sample_new ();
  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2016 + i);
    add_marked (sample, year, events[i], UT_STATUS_OK, i >= 4 && i < 8 ? UT_QUALITY_ESTIMATE | UT_QUALITY_RESTATED : 0);
  }
  Found found = find (sample, "low");
  g_assert_cmpuint (found.trend.n_dropped[UT_DROP_ESTIMATE], ==, 4);
  g_assert_cmpuint (found.trend.rows->len, ==, 6);
  g_assert_cmpint (found.trend.first.first_year, ==, 2016);
  g_assert_cmpint (found.trend.last.last_year, ==, 2025);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_NONE);
  found_clear (&found);
}

/* Shared by weight all through: there is no trend to test, and no two surveys to compare. */
static void
test_only_estimated (void) {
  Sample *sample = sample_new ();
  for (guint i = 0; i < 6; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2018 + i);
    add_marked (sample, year, 100 + 40 * i, UT_STATUS_OK, UT_QUALITY_ESTIMATE);
  }
  Found found = find (sample, "low");
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_NOT_TESTED);
  g_assert_cmpint (found.trend.reason, ==, UT_REASON_ESTIMATED);
  g_assert_cmpint (found.trend.surveys.change, ==, UT_CHANGE_NOT_APPLICABLE);
  found_clear (&found);
}

static void
test_left_out (void) {
  Sample *sample = sample_new ();
  add_marked (sample, "2014", 100, UT_STATUS_OK, 0);
  add_marked (sample, "2015", 100, UT_STATUS_OK, 0);
  add_marked (sample, "2016", 100, UT_STATUS_OK, UT_QUALITY_BREAK);
  add_marked (sample, "2017", 0, UT_STATUS_SUPPRESSED, 0);
  add_marked (sample, "2018", 110, UT_STATUS_OK, UT_QUALITY_APPROXIMATE);
  add_marked (sample, "2019", 0, UT_STATUS_OK, UT_QUALITY_AT_LIMIT);
  add_marked (sample, "2020", 110, UT_STATUS_OK, 0);
  add_marked (sample, "2021M01-M06", 60, UT_STATUS_OK, UT_QUALITY_PARTIAL);
  Found found = find (sample, "low");
  g_assert_cmpuint (found.trend.n_dropped[UT_DROP_BREAK], ==, 2);
  g_assert_cmpuint (found.trend.n_dropped[UT_DROP_MISSING], ==, 3);
  g_assert_cmpuint (found.trend.n_dropped[UT_DROP_PARTIAL], ==, 1);
  static const UtDrop whys[]
      = { UT_DROP_PARTIAL, UT_DROP_MISSING, UT_DROP_MISSING, UT_DROP_MISSING, UT_DROP_BREAK, UT_DROP_BREAK };
  static const int years[] = { 2021, 2019, 2018, 2017, 2015, 2014 };
  g_assert_cmpuint (found.trend.dropped->len, ==, G_N_ELEMENTS (whys));
  for (guint i = 0; i < G_N_ELEMENTS (whys); i++) {
    const UtDroppedPoint *dropped = &g_array_index (found.trend.dropped, UtDroppedPoint, i);
    g_assert_cmpint (dropped->why, ==, whys[i]);
    g_assert_cmpint (found.table->period[dropped->row].last_year, ==, years[i]);
  }
  g_assert_cmpuint (found.trend.rows->len, ==, 2);
  g_assert_cmpint (found.trend.reason, ==, UT_REASON_SERIES_BROKEN);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_NOT_TESTED);
  g_assert_null (found.trend.method);
  found_clear (&found);
}

/* Full counts are described by a slope, projections by their years: no verdict. */
static void
test_described (void) {
  static const double values[] = { 100, 98, 96, 94, 92 };
  Found found = find_values ("persons", values, 5);
  g_assert_cmpint (found.trend.reason, ==, UT_REASON_FULL_COUNT);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_NOT_TESTED);
  g_assert_cmpfloat_with_epsilon (found.trend.slope_per_year, -2, 1e-9);
  g_assert_true (isnan (found.trend.p));
  found_clear (&found);
  found = find_values ("future", values, 2);
  g_assert_cmpint (found.trend.reason, ==, UT_REASON_PROJECTION);
  g_assert_true (isnan (found.trend.slope_per_year));
  found_clear (&found);
}

static UtAssessed
assessed_future (const Sample *sample, const UtTable *table) {
  const UtIndicator *indicator = sample_indicator (sample, "future");
  UtRegionId region = sample_region (sample, "4032");
  return (
      UtAssessed){ .indicator = indicator, .region = region, .series = ut_table_series (table, indicator->id, region) };
}

/* From the registered year to 2030, 2035 and 2040: those that the file has. */
static void
test_projection (void) {
  Sample *sample = sample_new ();
  sample_add_value (sample, "future", "4032", "2026", 500);
  sample_add_value (sample, "future", "4032", "2029", 470);
  sample_add_value (sample, "future", "4032", "2030", 480);
  sample_add_value (sample, "future", "4032", "2040", 450);
  sample_add_value (sample, "future-low", "4032", "2040", 400);
  sample_add_value (sample, "future-high", "4032", "2040", 510);
  UtTable *table = sample_finish (sample);
  UtAssessed assessed = assessed_future (sample, table);
  UtProjection projection;
  g_assert_true (ut_projection_find (&assessed, &projection));
  g_assert_cmpint (projection.from.last_year, ==, 2026);
  g_assert_cmpfloat (projection.value, ==, 500);
  g_assert_cmpuint (projection.n_years, ==, 2);
  const UtProjectedYear *near = &projection.years[0], *far = &projection.years[1];
  g_assert_true (near->period.last_year == 2030 && near->change == -20 && near->percent == -4 && isnan (near->low));
  g_assert_true (far->period.last_year == 2040 && far->change == -50 && far->percent == -10);
  g_assert_true (far->low == 400 && far->high == 510);
  ut_table_free (table);
  sample_free (sample);
}

/* Nothing is said of a place without a registered year, of years before it, or of what is no projection. */
static void
test_no_projection (void) {
  Sample *sample = sample_new ();
  sample_add_value (sample, "future", "4032", "2041", 500);
  sample_add_value (sample, "persons", "4032", "2026", 500);
  sample_add_value (sample, "persons", "4032", "2030", 500);
  UtTable *table = sample_finish (sample);
  UtProjection projection;
  UtAssessed assessed = assessed_future (sample, table);
  g_assert_false (ut_projection_find (&assessed, &projection));
  assessed.indicator = sample_indicator (sample, "persons");
  assessed.series = ut_table_series (table, assessed.indicator->id, assessed.region);
  g_assert_false (ut_projection_find (&assessed, &projection));
  ut_table_free (table);
  sample_free (sample);
}

static void
test_no_answer (void) {
  static const double same[] = { 5, 5, 5, 5, 5 };
  Found found = find_values ("standard", same, 5);
  g_assert_cmpint (found.trend.reason, ==, UT_REASON_NO_VARIATION);
  found_clear (&found);
  /* Rounded figures that are all the same may differ behind the rounding, and that is the least that scatters. */
  found = find_values ("score", same, 5);
  g_assert_cmpint (found.trend.trend, ==, UT_TREND_NONE);
  g_assert_cmpfloat_with_epsilon (found.trend.fit.dispersion, 1 / 12.0, 1e-12);
  g_assert_cmpfloat (found.trend.detectable_per_year, >, 0);
  found_clear (&found);
  found = find_values ("standard", same, 3);
  g_assert_cmpint (found.trend.reason, ==, UT_REASON_TOO_FEW_POINTS);
  found_clear (&found);
  found = find_values ("standard", same, 0);
  g_assert_cmpint (found.trend.reason, ==, UT_REASON_TOO_FEW_POINTS);
  g_assert_null (found.trend.rows);
  found_clear (&found);
  static const double none[] = { 0, 0, 0, 0 };
  found = find_counts (none, 100, 4);
  g_assert_cmpint (found.trend.reason, ==, UT_REASON_NO_EVENTS);
  found_clear (&found);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/change/jump", test_jump);
  g_test_add_func ("/assess/change/odd-end", test_odd_end);
  g_test_add_func ("/assess/change/gentle-fall", test_gentle_fall);
  g_test_add_func ("/assess/change/counts-behind-percent", test_counts_behind_percent);
  g_test_add_func ("/assess/change/no-jump", test_no_jump);
  g_test_add_func ("/assess/change/flat-noise", test_flat_noise);
  g_test_add_func ("/assess/change/rising", test_rising);
  g_test_add_func ("/assess/change/falling-counts", test_falling_counts);
  g_test_add_func ("/assess/change/overlap", test_overlap);
  g_test_add_func ("/assess/change/estimated", test_estimated);
  g_test_add_func ("/assess/change/only-estimated", test_only_estimated);
  g_test_add_func ("/assess/change/left-out", test_left_out);
  g_test_add_func ("/assess/change/described", test_described);
  g_test_add_func ("/assess/change/no-answer", test_no_answer);
  g_test_add_func ("/assess/change/projection", test_projection);
  g_test_add_func ("/assess/change/no-projection", test_no_projection);
  g_test_add_func ("/assess/change/falling-rates", test_falling_rates);
  g_test_add_func ("/assess/change/memory", test_memory);
  return g_test_run ();
}
