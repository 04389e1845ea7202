#include <math.h>
#include <utsyn/interval.h>

typedef UtOutcome (*Method) (double x, double n, double level, UtInterval *interval);

static const Method methods[] = { ut_interval_wilson, ut_interval_rate_exact, ut_interval_rate_byar, ut_interval_rate };

static UtInterval
interval (Method method, double x, double n, double level) {
  UtInterval result = { NAN, NAN };
  g_assert_cmpint (method (x, n, level, &result), ==, UT_OUTCOME_OK);
  return result;
}

static void
test_outcomes (void) {
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
    UtInterval untouched = { 7, 8 };
    g_assert_cmpint (methods[i](1, 0, 0.95, &untouched), ==, UT_OUTCOME_NO_DENOMINATOR);
    g_assert_cmpint (methods[i](1, -2, 0.95, &untouched), ==, UT_OUTCOME_NO_DENOMINATOR);
    g_assert_cmpint (methods[i](1, NAN, 0.95, &untouched), ==, UT_OUTCOME_NO_DENOMINATOR);
    g_assert_cmpint (methods[i](1, INFINITY, 0.95, &untouched), ==, UT_OUTCOME_NO_DENOMINATOR);
    g_assert_cmpint (methods[i](-1, 10, 0.95, &untouched), ==, UT_OUTCOME_BAD_INPUT);
    g_assert_cmpint (methods[i](NAN, 10, 0.95, &untouched), ==, UT_OUTCOME_BAD_INPUT);
    g_assert_cmpint (methods[i](INFINITY, 10, 0.95, &untouched), ==, UT_OUTCOME_BAD_INPUT);
    g_assert_cmpint (methods[i](1, 10, 0, &untouched), ==, UT_OUTCOME_BAD_INPUT);
    g_assert_cmpint (methods[i](1, 10, 1, &untouched), ==, UT_OUTCOME_BAD_INPUT);
    g_assert_cmpint (methods[i](1, 10, NAN, &untouched), ==, UT_OUTCOME_BAD_INPUT);
    g_assert_cmpfloat (untouched.lower, ==, 7);
    g_assert_cmpfloat (untouched.upper, ==, 8);
  }
  UtInterval untouched;
  g_assert_cmpint (ut_interval_wilson (11, 10, 0.95, &untouched), ==, UT_OUTCOME_BAD_INPUT);
}

static void
test_wilson_ends (void) {
  for (double n = 0.5; n < 1e9; n *= 3.7) {
    g_assert_cmpfloat (interval (ut_interval_wilson, 0, n, 0.95).lower, ==, 0);
    g_assert_cmpfloat (interval (ut_interval_wilson, n, n, 0.95).upper, ==, 1);
    UtInterval none = interval (ut_interval_wilson, 0, n, 0.95), all = interval (ut_interval_wilson, n, n, 0.95);
    g_assert_cmpfloat_with_epsilon (none.upper, 1 - all.lower, 1e-14);
  }
}

static void
test_wilson_holds_share (void) {
  for (double n = 1; n < 1e7; n = n * 2 + 1)
    for (double x = 0; x <= n; x += n / 7) {
      UtInterval narrow = interval (ut_interval_wilson, MIN (x, n), n, 0.95);
      UtInterval wide = interval (ut_interval_wilson, MIN (x, n), n, 0.998);
      double share = MIN (x, n) / n;
      g_assert_true (0 <= wide.lower && wide.lower <= narrow.lower && narrow.lower <= share);
      /* Sevenths do not add up to quite all of n: there the upper ends are 1 but for rounding. */
      g_assert_true (share <= narrow.upper + 1e-15 && narrow.upper <= wide.upper + 1e-15 && wide.upper <= 1);
    }
}

static void
test_rate_holds_rate (void) {
  static const double levels[] = { 0.5, 0.95, 0.998, 0.999999 };
  for (guint m = 1; m < G_N_ELEMENTS (methods); m++)
    for (double x = 0; x < 1e10; x = x < 12 ? x + 0.25 : x * 1.3) {
      UtInterval last = { x / 1000, x / 1000 };
      for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
        UtInterval wider = interval (methods[m], x, 1000, levels[i]);
        g_assert_true (0 <= wider.lower && wider.lower <= last.lower && last.upper < wider.upper);
        last = wider;
      }
    }
}

static void
test_rate_rare (void) {
  /* No event: the rule of three, −ln (0.025). */
  g_assert_cmpfloat_with_epsilon (interval (ut_interval_rate_exact, 0, 1, 0.95).upper, 3.6888794541139363, 1e-12);
  g_assert_cmpfloat (interval (ut_interval_rate_exact, 0, 1, 0.95).lower, ==, 0);
  /* Hardly an event, as a restated split may leave it. */
  UtInterval hardly = interval (ut_interval_rate_exact, 0.001, 1, 0.95);
  g_assert_true (hardly.lower >= 0 && hardly.lower < 1e-300 && hardly.upper > 3.6);
  /* Byar's lower limit would be negative here. */
  g_assert_cmpfloat (interval (ut_interval_rate_byar, 1, 1, 0.998).lower, ==, 0);
}

/* The two ways to the exact limits meet at ten thousand events. */
static void
test_rate_seam (void) {
  UtInterval before = interval (ut_interval_rate_exact, 9998.9999, 1, 0.998);
  UtInterval after = interval (ut_interval_rate_exact, 9999.0001, 1, 0.998);
  g_assert_cmpfloat_with_epsilon (after.upper - before.upper, 0.0002 * (1 + 3.09 / 200), 1e-6);
  before = interval (ut_interval_rate_exact, 9999.9999, 1, 0.998);
  after = interval (ut_interval_rate_exact, 10000.0001, 1, 0.998);
  g_assert_cmpfloat_with_epsilon (after.lower - before.lower, 0.0002 * (1 - 3.09 / 200), 1e-6);
}

static void
test_rate_rule (void) {
  UtInterval rule = interval (ut_interval_rate, 9.5, 3, 0.95), exact = interval (ut_interval_rate_exact, 9.5, 3, 0.95);
  g_assert_cmpfloat (rule.lower, ==, exact.lower);
  rule = interval (ut_interval_rate, 10, 3, 0.95);
  g_assert_cmpfloat (rule.lower, ==, interval (ut_interval_rate_byar, 10, 3, 0.95).lower);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/interval/outcomes", test_outcomes);
  g_test_add_func ("/statistics/interval/wilson/ends-are-exact", test_wilson_ends);
  g_test_add_func ("/statistics/interval/wilson/holds-share", test_wilson_holds_share);
  g_test_add_func ("/statistics/interval/rate/holds-rate", test_rate_holds_rate);
  g_test_add_func ("/statistics/interval/rate/rare", test_rate_rare);
  g_test_add_func ("/statistics/interval/rate/seam-of-expansion", test_rate_seam);
  g_test_add_func ("/statistics/interval/rate/exact-below-ten", test_rate_rule);
  return g_test_run ();
}
