#include <math.h>
#include <utsyn/multiplicity.h>

typedef void (*Adjust) (const double *p, gsize n, double *q);
static const Adjust methods[] = { ut_adjust_benjamini_hochberg, ut_adjust_holm };

static void
test_nan (void) {
  for (guint m = 0; m < G_N_ELEMENTS (methods); m++) {
    double with[] = { NAN, 0.01, 0.2, NAN, 0.03 }, without[] = { 0.01, 0.2, 0.03 }, q[3];
    methods[m](without, 3, q);
    methods[m](with, 5, with);
    g_assert_true (isnan (with[0]) && isnan (with[3]));
    g_assert_true (with[1] == q[0] && with[2] == q[1] && with[4] == q[2]);
  }
}

static void
test_order (void) {
  for (guint m = 0; m < G_N_ELEMENTS (methods); m++) {
    double p[50], q[50];
    for (guint i = 0; i < 50; i++)
      p[i] = g_test_rand_double ();
    methods[m](p, 50, q);
    for (guint i = 0; i < 50; i++) {
      g_assert_true (q[i] >= p[i] && q[i] <= 1);
      for (guint j = 0; j < 50; j++)
        g_assert_true (p[i] > p[j] || q[i] <= q[j]);
    }
  }
}

static void
test_alone (void) {
  double p = 0.04, q = 0;
  ut_adjust_benjamini_hochberg (&p, 1, &q);
  g_assert_cmpfloat (q, ==, p);
  ut_adjust_holm (&p, 1, &q);
  g_assert_cmpfloat (q, ==, p);
  ut_adjust_holm (NULL, 0, NULL);
  ut_adjust_benjamini_hochberg (NULL, 0, NULL);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/multiplicity/nan-does-not-count", test_nan);
  g_test_add_func ("/statistics/multiplicity/keeps-order", test_order);
  g_test_add_func ("/statistics/multiplicity/alone", test_alone);
  return g_test_run ();
}
