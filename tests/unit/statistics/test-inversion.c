/* A test and the interval it comes with never disagree, over random and extreme counts. */
#include <math.h>
#include <utsyn/compare.h>
#include <utsyn/difference.h>
#include <utsyn/exact.h>
#include <utsyn/interval.h>

#define N_TRIALS 1500
/* Between a p and a limit that are each right to rounding there is no contradiction. */
#define SLACK 1e-9

static const double levels[] = { 0.95, 0.998, 0.5, 0.01, 0.999999 };

static double
random_level (void) {
  return levels[g_test_rand_int_range (0, G_N_ELEMENTS (levels))];
}

static double
random_size (void) {
  return floor (pow (10, g_test_rand_double_range (0, 7)));
}

static double
random_count (double n) {
  switch (g_test_rand_int_range (0, 6)) {
  case 0:
    return 0;
  case 1:
    return n;
  case 2:
    return MIN (n, 1);
  case 3:
    return floor (n * pow (10, g_test_rand_double_range (-6, 0)));
  default:
    return floor (n * g_test_rand_double_range (0, 1));
  }
}

/* A count a few standard errors from what is expected: there test and interval part if they do. */
static double
near_count (double expected, double most) {
  double count = floor (expected + g_test_rand_double_range (-4, 4) * sqrt (expected + 1));
  return CLAMP (count, 0, most);
}

static void
agree (double p, double level, UtInterval interval, double null) {
  g_assert_true (p >= 0 && p <= 1 && interval.lower <= interval.upper);
  gboolean apart = interval.lower > null * (1 + SLACK) || interval.upper < null * (1 - SLACK);
  gboolean together = interval.lower < null * (1 - SLACK) && interval.upper > null * (1 + SLACK);
  g_assert_true (!apart || p <= (1 - level) * (1 + SLACK));
  g_assert_true (!together || p >= (1 - level) * (1 - SLACK));
}

/* A low level leaves little more than the median-unbiased estimate, which is not quite the plain one. */
static void
holds (double level, UtInterval interval, double estimate) {
  g_assert_true (level < 0.9 || (interval.lower <= estimate && estimate <= interval.upper));
}

static void
test_rate_constant (void) {
  for (int i = 0; i < N_TRIALS; i++) {
    double expected = pow (10, g_test_rand_double_range (-6, 7)), x = near_count (expected, INFINITY);
    double level = random_level ();
    UtComparison c;
    g_assert_cmpint (ut_compare_rate_constant (x, expected, level, &c), ==, UT_OUTCOME_OK);
    agree (c.p, level, c.ratio_interval, 1);
    g_assert_cmpint (c.p<1 - level, ==, c.ratio_interval.lower> 1 || c.ratio_interval.upper < 1);
    holds (level, c.ratio_interval, c.ratio);
  }
}

static void
test_large_shares (void) {
  for (int i = 0; i < N_TRIALS / 3; i++) {
    double n1 = random_size (), n2 = random_size (), x2 = random_count (n2), level = random_level ();
    double x1 = near_count (n1 * x2 / n2, n1);
    if (x1 + x2 == 0 || x1 + x2 == n1 + n2)
      continue;
    UtComparison c;
    g_assert_cmpint (ut_compare_proportions (x1, n1, x2, n2, level, &c), ==, UT_OUTCOME_OK);
    agree (c.p, level, c.ratio_interval, 1);
    g_assert_cmpint (c.p<1 - level, ==, c.ratio_interval.lower> 1 || c.ratio_interval.upper < 1);
  }
}

/* Rounding never lets the last step of the search for a limit be as short as the others. */
static void
test_last_step (void) {
  UtComparison c;
  g_assert_cmpint (ut_compare_proportions (1, 25673, 0, 773, 0.01, &c), ==, UT_OUTCOME_OK);
  agree (c.p, 0.01, c.ratio_interval, 1);
}

static void
test_exact_ratios (void) {
  for (int i = 0; i < N_TRIALS / 3; i++) {
    double n1 = random_size (), n2 = random_size (), x2 = random_count (n2), level = random_level ();
    double x1 = near_count (n1 * x2 / n2, n1);
    if (x1 + x2 == 0)
      continue;
    UtExactRatio r;
    g_assert_cmpint (ut_exact_rate_ratio (x1, n1, x2, n2, level, &r), ==, UT_OUTCOME_OK);
    agree (r.p_central, level, r.interval, 1);
    holds (level, r.interval, r.ratio);
    if (x1 + x2 == n1 + n2)
      continue;
    g_assert_cmpint (ut_exact_odds_ratio (x1, n1, x2, n2, level, &r), ==, UT_OUTCOME_OK);
    agree (r.p_central, level, r.interval, 1);
    holds (level, r.interval, r.ratio);
  }
}

static void
test_one_sample (void) {
  for (int i = 0; i < N_TRIALS; i++) {
    double n = random_size (), p0 = g_test_rand_double_range (0.001, 0.999), level = random_level ();
    double x = near_count (n * p0, n);
    UtInterval interval;
    UtExactTest exact;
    UtScoreTest score;
    g_assert_cmpint (ut_interval_clopper_pearson (x, n, level, &interval), ==, UT_OUTCOME_OK);
    g_assert_cmpint (ut_exact_proportion_constant (x, n, p0, &exact), ==, UT_OUTCOME_OK);
    agree (exact.p_central, level, interval, p0);
    g_assert_cmpint (ut_interval_wilson (x, n, level, &interval), ==, UT_OUTCOME_OK);
    g_assert_cmpint (ut_score_proportion_constant (x, n, p0, &score), ==, UT_OUTCOME_OK);
    agree (score.p, level, interval, p0);
    g_assert_cmpint (ut_interval_rate_exact (x, 1, level, &interval), ==, UT_OUTCOME_OK);
    g_assert_cmpint (ut_exact_rate_constant (x, n * p0, &exact), ==, UT_OUTCOME_OK);
    agree (exact.p_central, level, interval, n * p0);
  }
}

/* A part differs from its whole exactly when it differs from the rest. */
static void
test_part (void) {
  for (int i = 0; i < N_TRIALS / 3; i++) {
    double t = random_size (), rest_t = random_size (), rest_x = random_count (rest_t), level = random_level ();
    double x = near_count (t * rest_x / rest_t, t);
    if (x + rest_x == 0)
      continue;
    UtPartRate part;
    UtExactTest rest;
    g_assert_cmpint (ut_part_of_whole_rate (x, t, x + rest_x, t + rest_t, level, &part), ==, UT_OUTCOME_OK);
    g_assert_cmpint (ut_exact_rates (x, t, rest_x, rest_t, &rest), ==, UT_OUTCOME_OK);
    agree (part.rest.p_central, level, part.rest.interval, 1);
    g_assert_cmpfloat_with_epsilon (part.p, rest.p, 1e-9);
    if (x + rest_x == t + rest_t)
      continue;
    UtPart share;
    UtScoreTest score;
    g_assert_cmpint (ut_part_of_whole_proportion (x, t, x + rest_x, t + rest_t, level, &share), ==, UT_OUTCOME_OK);
    g_assert_cmpint (ut_score_proportions (x, t, rest_x, rest_t, &score), ==, UT_OUTCOME_OK);
    g_assert_cmpfloat_with_epsilon (share.p, score.p, 1e-7);
    g_assert_true (share.interval.lower <= share.difference && share.difference <= share.interval.upper);
  }
}

/* More events never make the interval lower, and a higher level never makes it narrower. */
static void
test_monotonicity (void) {
  typedef UtOutcome (*Method) (double, double, double, UtInterval *);
  static const Method methods[]
      = { ut_interval_wilson,       ut_interval_wilson_corrected, ut_interval_clopper_pearson, ut_interval_jeffreys,
          ut_interval_jeffreys_raw, ut_interval_rate_exact,       ut_interval_rate_byar };
  for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
    for (double n = 1; n < 2e7; n = n * 9 + 1) {
      UtInterval before = { -1, -1 }, at, wider;
      for (double x = 0; x <= n; x += MAX (1, floor (n / 40))) {
        g_assert_cmpint (methods[m](x, n, 0.95, &at), ==, UT_OUTCOME_OK);
        g_assert_cmpint (methods[m](x, n, 0.998, &wider), ==, UT_OUTCOME_OK);
        g_assert_true (before.lower <= at.lower && before.upper <= at.upper);
        g_assert_true (wider.lower <= at.lower && at.upper <= wider.upper);
        before = at;
      }
    }
}

/* Events and non-events change places, and with them the ends. */
static void
test_mirror (void) {
  for (int i = 0; i < N_TRIALS; i++) {
    double n1 = random_size (), n2 = random_size (), x1 = random_count (n1), x2 = random_count (n2);
    UtInterval interval, mirror;
    g_assert_cmpint (ut_interval_clopper_pearson (x1, n1, 0.95, &interval), ==, UT_OUTCOME_OK);
    g_assert_cmpint (ut_interval_clopper_pearson (n1 - x1, n1, 0.95, &mirror), ==, UT_OUTCOME_OK);
    g_assert_cmpfloat_with_epsilon (interval.lower, 1 - mirror.upper, 1e-9);
    UtDifference difference, turned;
    g_assert_cmpint (ut_difference_newcombe (x1, n1, x2, n2, 0.95, &difference), ==, UT_OUTCOME_OK);
    g_assert_cmpint (ut_difference_newcombe (x2, n2, x1, n1, 0.95, &turned), ==, UT_OUTCOME_OK);
    g_assert_cmpfloat_with_epsilon (difference.interval.lower, -turned.interval.upper, 1e-12);
    g_assert_true (difference.interval.lower >= -1 - 1e-12 && difference.interval.upper <= 1 + 1e-12);
    UtExactTest fisher, swapped;
    if (ut_exact_proportions (x1, n1, x2, n2, &fisher) != UT_OUTCOME_OK)
      continue;
    g_assert_cmpint (ut_exact_proportions (x2, n2, x1, n1, &swapped), ==, UT_OUTCOME_OK);
    g_assert_cmpfloat_with_epsilon (fisher.p, swapped.p, 1e-8);
    g_assert_cmpfloat_with_epsilon (fisher.p_less, swapped.p_greater, 1e-8);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/inversion/rate-constant", test_rate_constant);
  g_test_add_func ("/statistics/inversion/large-shares", test_large_shares);
  g_test_add_func ("/statistics/inversion/last-step", test_last_step);
  g_test_add_func ("/statistics/inversion/exact-ratios", test_exact_ratios);
  g_test_add_func ("/statistics/inversion/one-sample", test_one_sample);
  g_test_add_func ("/statistics/inversion/part-of-whole", test_part);
  g_test_add_func ("/statistics/inversion/monotonicity", test_monotonicity);
  g_test_add_func ("/statistics/inversion/mirror", test_mirror);
  return g_test_run ();
}
