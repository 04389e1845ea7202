#include <math.h>
#include <utsyn/quantile.h>

static void
test_degenerate (void) {
  double q = 7, values[] = { NAN, 4, NAN };
  g_assert_cmpint (ut_quantile (NULL, 0, 0.5, 7, &q), ==, UT_OUTCOME_TOO_FEW_POINTS);
  g_assert_cmpint (ut_quantile (values, 1, 0.5, 7, &q), ==, UT_OUTCOME_TOO_FEW_POINTS);
  g_assert_cmpint (ut_quantile (values, 3, 1.1, 7, &q), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_quantile (values, 3, NAN, 7, &q), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpint (ut_quantile (values, 3, 0.5, 5, &q), ==, UT_OUTCOME_BAD_INPUT);
  g_assert_cmpfloat (q, ==, 7);
  static const int types[] = { 2, 6, 7, 8 };
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    g_assert_cmpint (ut_quantile (values, 3, 0.9, types[i], &q), ==, UT_OUTCOME_OK);
    g_assert_cmpfloat (q, ==, 4);
  }
}

static void
test_ends (void) {
  double q, values[] = { 3, -1, INFINITY, 2 };
  ut_quantile (values, 4, 0, 7, &q);
  g_assert_cmpfloat (q, ==, -1);
  ut_quantile (values, 4, 0.5, 7, &q);
  g_assert_cmpfloat (q, ==, 2.5);
  ut_quantile (values, 4, 1, 7, &q);
  g_assert_true (isinf (q));
}

static void
test_rank (void) {
  double values[] = { 3, NAN, 1, 3, 5 };
  g_assert_cmpuint (ut_rank (values, 5, 1), ==, 1);
  g_assert_cmpuint (ut_rank (values, 5, 3), ==, 2);
  g_assert_cmpuint (ut_rank (values, 5, 5), ==, 4);
  g_assert_cmpuint (ut_rank (values, 5, 9), ==, 5);
  g_assert_cmpuint (ut_rank (values, 5, NAN), ==, 0);
  g_assert_cmpuint (ut_rank (NULL, 0, 9), ==, 1);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/quantile/degenerate", test_degenerate);
  g_test_add_func ("/statistics/quantile/ends", test_ends);
  g_test_add_func ("/statistics/quantile/rank", test_rank);
  return g_test_run ();
}
