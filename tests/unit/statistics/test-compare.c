#include <math.h>
#include <utsyn/compare.h>

static gboolean
excludes (UtInterval interval, double value) {
  return interval.lower > value || interval.upper < value;
}

/* p says "different" exactly when the interval does, and the interval holds the estimate. */
static void
check (const UtComparison *c, double level, double anchor) {
  g_assert_true (c->p >= 0 && c->p <= 1);
  g_assert_true (c->ratio_interval.lower <= c->ratio_interval.upper);
  g_assert_cmpint (c->p < 1 - level, ==, excludes (c->ratio_interval, 1));
  g_assert_true (c->ratio_interval.lower >= 0 && !isnan (c->own.lower) && !isnan (c->own.upper));
  if (anchor > 0 && anchor < 1)
    g_assert_cmpint (c->p < 1 - level, ==, excludes (c->own, anchor));
}

static double
random_count (double n) {
  switch (g_test_rand_int_range (0, 5)) {
  case 0:
    return 0;
  case 1:
    return n;
  case 2:
    return floor (n * pow (10, g_test_rand_double_range (-5, 0)));
  default:
    return floor (n * g_test_rand_double_range (0, 1));
  }
}

static double
random_size (void) {
  return floor (pow (10, g_test_rand_double_range (0, 5)));
}

static void
test_inversion (void) {
  for (int i = 0; i < 3000; i++) {
    double n1 = random_size (), n2 = random_size (), x1 = random_count (n1), x2 = random_count (n2);
    double level = i % 2 ? 0.95 : 0.998;
    UtComparison c;
    UtOutcome outcome = ut_compare_proportions (x1, n1, x2, n2, level, &c);
    gboolean nothing = x1 + x2 == 0 || x1 + x2 == n1 + n2;
    g_assert_cmpint (outcome, ==, nothing ? UT_OUTCOME_NO_EVENTS : UT_OUTCOME_OK);
    if (!nothing)
      check (&c, level, x2 / n2);
    outcome = ut_compare_rates (x1, n1, x2, n2, level, &c);
    g_assert_cmpint (outcome, ==, x1 + x2 == 0 ? UT_OUTCOME_NO_EVENTS : UT_OUTCOME_OK);
    if (outcome == UT_OUTCOME_OK)
      check (&c, level, 0);
    double constant = g_test_rand_double_range (0.001, 0.999);
    g_assert_cmpint (ut_compare_proportion_constant (x1, n1, constant, level, &c), ==, UT_OUTCOME_OK);
    check (&c, level, constant);
  }
}

/* Near the limit of significance, where p and interval would part first. */
static void
test_inversion_at_limit (void) {
  for (double n2 = 200; n2 < 2e5; n2 *= 5)
    for (double x1 = 0; x1 <= 60; x1++) {
      UtComparison c;
      g_assert_cmpint (ut_compare_proportions (x1, 60, floor (n2 / 3), n2, 0.95, &c), ==, UT_OUTCOME_OK);
      double level = 1 - c.p;
      if (level < 1e-9 || c.p < 1e-9)
        continue;
      for (int side = -1; side <= 1; side++) {
        double near = CLAMP (level * (1 + side * 1e-15), 1e-12, 1 - 1e-12);
        g_assert_cmpint (ut_compare_proportions (x1, 60, floor (n2 / 3), n2, near, &c), ==, UT_OUTCOME_OK);
        gboolean apart = c.p<(1 - near) * (1 - 1e-12), together = c.p> (1 - near) * (1 + 1e-12);
        g_assert_true (!apart || excludes (c.ratio_interval, 1));
        g_assert_true (!together || !excludes (c.ratio_interval, 1));
      }
    }
}

static void
test_symmetry (void) {
  for (int i = 0; i < 200; i++) {
    double n1 = floor (random_size () / 10) + 5, n2 = random_size () + 5, x1 = floor (n1 / 3) + 1, x2 = floor (n2 / 4);
    UtComparison c, swapped, others;
    ut_compare_proportions (x1, n1, x2, n2, 0.95, &c);
    ut_compare_proportions (x2, n2, x1, n1, 0.95, &swapped);
    ut_compare_proportions (n1 - x1, n1, n2 - x2, n2, 0.95, &others);
    g_assert_cmpfloat_with_epsilon (c.p, swapped.p, 1e-9 * c.p);
    g_assert_cmpfloat_with_epsilon (c.p, others.p, 1e-9 * c.p);
    if (x2 > 0) {
      double product = c.ratio_interval.lower * swapped.ratio_interval.upper;
      g_assert_true (isinf (product) || isnan (product) || fabs (product - 1) < 1e-9);
    }
  }
}

static void
test_country_size (void) {
  UtComparison c;
  ut_compare_proportions (300000, 1e6, 1200000, 4e6, 0.95, &c);
  g_assert_cmpfloat (c.p, >, 0.99);
  g_assert_cmpfloat_with_epsilon (c.ratio, 1, 1e-12);
  /* So far apart that p is less than any double, and the limits are still there. */
  ut_compare_proportions (900000, 1e6, 1000, 1e6, 0.95, &c);
  g_assert_cmpfloat (c.p, ==, 0);
  g_assert_true (c.ratio_interval.lower < c.ratio && c.ratio < c.ratio_interval.upper);
  check (&c, 0.95, 0.001);
  ut_compare_proportions (1e6, 1e6, 1, 1e6, 0.95, &c);
  g_assert_true (c.p == 0 && isinf (c.ratio_interval.upper) && c.ratio_interval.lower > 1e6);
  ut_compare_proportions (0, 1e6, 1e6, 1e6, 0.95, &c);
  g_assert_true (c.p == 0 && c.ratio_interval.lower == 0 && c.ratio_interval.upper < 1e-6);
  ut_compare_rates (1e6, 1, 1, 1e6, 0.95, &c);
  g_assert_true (c.p == 0 && c.ratio_interval.lower > 1e10 && isfinite (c.ratio_interval.upper));
  ut_compare_proportion_constant (5e5, 1e6, 1e-6, 0.95, &c);
  g_assert_true (c.p == 0 && c.own.lower > 0.499 && c.own.upper < 0.501);
}

static void
test_empty_groups (void) {
  UtComparison c;
  /* The other group has no event: no upper limit to the ratio. */
  ut_compare_proportions (5, 20, 0, 300, 0.95, &c);
  g_assert_true (isinf (c.ratio) && isinf (c.ratio_interval.upper) && c.ratio_interval.lower > 1 && c.p < 0.05);
  g_assert_true (c.own.lower == 0 && c.own.upper == 1);
  ut_compare_proportions (5, 20, 300, 300, 0.95, &c);
  g_assert_true (c.ratio == 0 && c.ratio_interval.lower == 0 && c.ratio_interval.upper < 1);
  g_assert_true (c.own.lower == 0 && c.own.upper == 1);
  ut_compare_rates (5, 20, 0, 300, 0.95, &c);
  g_assert_true (isinf (c.ratio) && c.own.lower == 0 && isinf (c.own.upper));
}

static void
test_outcomes (void) {
  UtComparison c = { .p = 7 };
  g_assert_cmpint (ut_compare_proportions (0, 10, 0, 90, 0.95, &c), ==, UT_OUTCOME_NO_EVENTS);
  g_assert_cmpint (ut_compare_proportions (10, 10, 90, 90, 0.95, &c), ==, UT_OUTCOME_NO_EVENTS);
  g_assert_cmpint (ut_compare_proportions (0.3, 10, 0.2, 90, 0.95, &c), ==, UT_OUTCOME_NO_EVENTS);
  g_assert_cmpint (ut_compare_proportions (1, 0, 3, 9, 0.95, &c), ==, UT_OUTCOME_NO_DENOMINATOR);
  g_assert_cmpint (ut_compare_proportions (1, 5, 3, NAN, 0.95, &c), ==, UT_OUTCOME_NO_DENOMINATOR);
  g_assert_cmpint (ut_compare_proportions (0.1, 0.2, 3, 9, 0.95, &c), ==, UT_OUTCOME_NO_DENOMINATOR);
  g_assert_cmpint (ut_compare_proportions (6, 5, 3, 9, 0.95, &c), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_compare_proportions (NAN, 5, 3, 9, 0.95, &c), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_compare_proportions (1, 5, 3, 9, 1, &c), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_compare_rates (0, 10, 0, 90, 0.95, &c), ==, UT_OUTCOME_NO_EVENTS);
  g_assert_cmpint (ut_compare_rates (1, 0, 3, 9, 0.95, &c), ==, UT_OUTCOME_NO_DENOMINATOR);
  g_assert_cmpint (ut_compare_rates (1, 5, -3, 9, 0.95, &c), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_compare_proportion_constant (1, 5, 0, 0.95, &c), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_compare_proportion_constant (1, 5, 1, 0.95, &c), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_compare_proportion_constant (1, 0, 0.5, 0.95, &c), ==, UT_OUTCOME_NO_DENOMINATOR);
  g_assert_cmpfloat (c.p, ==, 7);
}

static void
test_fractions (void) {
  UtComparison whole, split;
  ut_compare_proportions (12, 60, 570, 5000, 0.95, &whole);
  ut_compare_proportions (12.3, 59.8, 570.4, 5000.2, 0.95, &split);
  g_assert_cmpfloat (whole.p, ==, split.p);
  g_assert_cmpfloat (whole.ratio_interval.lower, ==, split.ratio_interval.lower);
  g_assert_cmpfloat (split.ratio, >, whole.ratio);
}

/* 1 of 1 against 10 of 219 has p = 0.05 to the last digit: test, interval and own scale must still say the same. */
static void
test_exact_boundary (void) {
  static const double cases[][4] = { { 1, 1, 10, 219 }, { 1, 1, 0, 19 }, { 0, 1, 19, 19 }, { 1, 1, 1, 39 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    UtComparison c;
    const double *x = cases[i];
    g_assert_cmpint (ut_compare_proportions (x[0], x[1], x[2], x[3], 0.95, &c), ==, UT_OUTCOME_OK);
    g_assert_cmpfloat_with_epsilon (c.p, 0.05, 1e-12);
    g_assert_false (c.p < 0.05);
    g_assert_false (excludes (c.ratio_interval, 1));
    if (x[2] > 0 && x[2] < x[3])
      g_assert_false (excludes (c.own, x[2] / x[3]));
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/compare/p-inverts-interval", test_inversion);
  g_test_add_func ("/statistics/compare/p-inverts-interval-at-limit", test_inversion_at_limit);
  g_test_add_func ("/statistics/compare/symmetry", test_symmetry);
  g_test_add_func ("/statistics/compare/country-size", test_country_size);
  g_test_add_func ("/statistics/compare/empty-groups", test_empty_groups);
  g_test_add_func ("/statistics/compare/outcomes", test_outcomes);
  g_test_add_func ("/statistics/compare/fractions-are-rounded", test_fractions);
  g_test_add_func ("/statistics/compare/exact-boundary", test_exact_boundary);
  return g_test_run ();
}
