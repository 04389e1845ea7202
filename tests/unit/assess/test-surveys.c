/* What the two last surveys tell, where there are too few for a trend. */
#include "sample.h"

#include "assess/change.h"
#include "reference/csv.h"

#include <math.h>
#include <utsyn/difference.h>
#include <utsyn/terms.h>

#define FYRESDAL "4032"

static UtSurveyChange
change_of (Sample *sample, const char *key) {
  g_autoptr (UtTable) table = sample_finish (sample);
  const UtIndicator *indicator = sample_indicator (sample, key);
  UtTrend trend = ut_change_find (indicator, ut_table_series (table, indicator->id, sample_region (sample, FYRESDAL)));
  UtSurveyChange change = trend.surveys;
  ut_change_clear (&trend);
  return change;
}

static void
assert_change (Sample *sample, const char *key, UtChangeClass change, UtReason reason) {
  UtSurveyChange answer = change_of (sample, key);
  g_assert_cmpstr (ut_change_code (answer.change), ==, ut_change_code (change));
  g_assert_cmpstr (ut_reason_code (answer.reason), ==, ut_reason_code (reason));
  g_assert_true (isnan (answer.difference) == (change < UT_CHANGE_NONE));
  sample_free (sample);
}

static void
assert_near (double value, double expected) {
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-9 * fmax (1, fabs (expected)));
}

/* Every pair of the oracle, a year each, the newest two standing for it. */
static void
test_reference (void) {
  g_autofree char *path
      = g_build_filename (g_getenv ("UTSYN_SOURCE_ROOT"), "tests", "reference", "difference_newcombe.csv", NULL);
  g_autoptr (Csv) csv = csv_read (path);
  g_assert_nonnull (csv);
  g_assert_cmpuint (csv->rows->len, >, 20);
  for (guint i = 0; i < csv->rows->len; i++) {
    const CsvRow row = { csv, i };
    g_autoptr (Sample) sample = sample_new ();
    sample_add (sample, "low", FYRESDAL, "2019", csv_number (&row, "x2"), csv_number (&row, "n2"));
    sample_add (sample, "low", FYRESDAL, "2022", csv_number (&row, "x1"), csv_number (&row, "n1"));
    UtSurveyChange change = change_of (sample, "low");
    double lower = csv_number (&row, "lower95"), upper = csv_number (&row, "upper95");
    assert_near (change.difference, 100 * csv_number (&row, "diff"));
    assert_near (change.interval.lower, 100 * lower);
    assert_near (change.interval.upper, 100 * upper);
    g_assert_cmpint (change.change, ==, lower > 0 ? UT_CHANGE_HIGHER : upper < 0 ? UT_CHANGE_LOWER : UT_CHANGE_NONE);
  }
}

/* Three surveys: the two last, not the first and the last. */
static void
test_last_two (void) {
  g_autoptr (Sample) sample = sample_new ();
  sample_add (sample, "low", FYRESDAL, "2016", 10, 100);
  sample_add (sample, "low", FYRESDAL, "2019", 40, 100);
  sample_add (sample, "low", FYRESDAL, "2022", 42, 110);
  UtSurveyChange change = change_of (sample, "low");
  g_assert_cmpint (change.change, ==, UT_CHANGE_NONE);
  g_assert_cmpint (change.before.period.first_year, ==, 2019);
  g_assert_cmpint (change.after.period.first_year, ==, 2022);
  g_assert_cmpfloat (change.after.events, ==, 42);
  g_assert_cmpfloat (change.before.persons, ==, 100);
  g_assert_cmpfloat (change.before.interval.lower, <, 40);
}

/* Four counted surveys have a trend test, and the comparison of two surveys does not apply. */
static void
test_not_applicable (void) {
  Sample *four = sample_new (), *rates = sample_new (), *full = sample_new ();
  for (guint i = 0; i < 4; i++) {
    g_autofree char *year = g_strdup_printf ("%u", 2013 + 3 * i);
    sample_add (four, "low", FYRESDAL, year, 20 + i, 100);
  }
  assert_change (four, "low", UT_CHANGE_NOT_APPLICABLE, UT_REASON_NONE);
  sample_add (rates, "rate", FYRESDAL, "2019", 4, 1000);
  sample_add (rates, "rate", FYRESDAL, "2022", 40, 1000);
  assert_change (rates, "rate", UT_CHANGE_NOT_APPLICABLE, UT_REASON_NONE);
  sample_add_value (full, "persons", FYRESDAL, "2019", 4);
  sample_add_value (full, "persons", FYRESDAL, "2022", 40);
  assert_change (full, "persons", UT_CHANGE_NOT_APPLICABLE, UT_REASON_NONE);
}

/* No count is made up of a percentage. */
static void
test_percentages (void) {
  Sample *plain = sample_new (), *standard = sample_new (), *one = sample_new ();
  sample_add_value (plain, "low", FYRESDAL, "2019", 10);
  sample_add_value (plain, "low", FYRESDAL, "2022", 60);
  assert_change (plain, "low", UT_CHANGE_NOT_TESTED, UT_REASON_COUNT_NOT_PUBLISHED);
  sample_add (standard, "standard", FYRESDAL, "2019", 10, 100);
  sample_add (standard, "standard", FYRESDAL, "2022", 60, 100);
  assert_change (standard, "standard", UT_CHANGE_NOT_TESTED, UT_REASON_COUNT_NOT_PUBLISHED);
  sample_add (one, "low", FYRESDAL, "2022", 10, 100);
  assert_change (one, "low", UT_CHANGE_NOT_APPLICABLE, UT_REASON_NONE);
}

static void
add_rounded (Sample *sample, const char *year, double percent, double persons) {
  UtRow row = sample_row (sample, "rounded", FYRESDAL, year);
  row.value = percent;
  row.denominator = persons;
  sample_add_row (sample, row, "prove");
}

/* A report prints whole per cents and how many answered: the answer stands when every count gives it. */
static void
test_rounded (void) {
  Sample *sure = sample_new (), *doubtful = sample_new ();
  add_rounded (sure, "2019", 12, 215);
  add_rounded (sure, "2022", 31, 190);
  UtSurveyChange change = change_of (sure, "rounded");
  g_assert_cmpint (change.change, ==, UT_CHANGE_HIGHER);
  g_assert_cmpfloat (change.before.lowest, <, change.before.highest);
  sample_free (sure);
  /* 19 and 28 per cent of 160 may be 31 and 44, or 30 and 45. */
  UtDifference near, far;
  ut_difference_newcombe (44, 160, 31, 160, 0.95, &near);
  ut_difference_newcombe (45, 160, 30, 160, 0.95, &far);
  g_assert_cmpfloat (near.interval.lower, <, 0);
  g_assert_cmpfloat (far.interval.lower, >, 0);
  add_rounded (doubtful, "2019", 19, 160);
  add_rounded (doubtful, "2022", 28, 160);
  assert_change (doubtful, "rounded", UT_CHANGE_NOT_TESTED, UT_REASON_ROUNDING_DECIDES);
}

static void
add_marked (Sample *sample, const char *year, UtStatus status, guint16 quality) {
  UtRow row = sample_row (sample, "low", FYRESDAL, year);
  row.status = status;
  row.quality = quality;
  if (status == UT_STATUS_OK) {
    row.value = 30;
    row.numerator = 30;
    row.denominator = 100;
  }
  sample_add_row (sample, row, "prove");
}

/* A hidden survey is passed over, and so is all before a break. */
static void
test_unused (void) {
  Sample *hidden = sample_new (), *alone = sample_new (), *broken = sample_new ();
  sample_add (hidden, "low", FYRESDAL, "2016", 60, 100);
  add_marked (hidden, "2019", UT_STATUS_CONFIDENTIAL, 0);
  add_marked (hidden, "2022", UT_STATUS_OK, 0);
  UtSurveyChange change = change_of (hidden, "low");
  g_assert_cmpint (change.change, ==, UT_CHANGE_LOWER);
  g_assert_cmpint (change.before.period.first_year, ==, 2016);
  sample_free (hidden);
  add_marked (alone, "2019", UT_STATUS_CONFIDENTIAL, 0);
  add_marked (alone, "2022", UT_STATUS_OK, 0);
  assert_change (alone, "low", UT_CHANGE_NOT_APPLICABLE, UT_REASON_NONE);
  sample_add (broken, "low", FYRESDAL, "2019", 60, 100);
  add_marked (broken, "2022", UT_STATUS_OK, UT_QUALITY_BREAK);
  assert_change (broken, "low", UT_CHANGE_NOT_APPLICABLE, UT_REASON_NONE);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/surveys/reference", test_reference);
  g_test_add_func ("/assess/surveys/last-two", test_last_two);
  g_test_add_func ("/assess/surveys/not-applicable", test_not_applicable);
  g_test_add_func ("/assess/surveys/percentages", test_percentages);
  g_test_add_func ("/assess/surveys/rounded", test_rounded);
  g_test_add_func ("/assess/surveys/unused", test_unused);
  return g_test_run ();
}
