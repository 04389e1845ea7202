/* Quantiles of t that are kept are the ones that are worked out, to the last bit, whoever asks first. */
#include <math.h>

#include "base/pool.h"
#include "statistics/distribution.h"

#define MOST_DF 80

static const double levels[] = { 0.95, 2 * 0.8 - 1, 0.9 };

/* df/(df + t²) ~ Beta (df/2, 1/2). */
static double
worked_out (double level, double df) {
  double logit;
  g_assert_true (ut_beta_quantile_logit (df / 2, 0.5, 1 - level, FALSE, &logit));
  return exp ((log (df) - logit) / 2);
}

/* A task: half a degree of freedom for each. */
static void
ask (gpointer user, guint task, guint worker) {
  double *answers = user, t;
  (void) worker;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
    g_assert_true (ut_student_quantile (levels[i], (task % (2 * MOST_DF) + 1) / 2.0, &t));
    answers[task * G_N_ELEMENTS (levels) + i] = t;
  }
}

static void
test_same_bits (void) {
  const guint n_tasks = 3 * 2 * MOST_DF;
  g_autofree double *answers = g_new (double, n_tasks *G_N_ELEMENTS (levels));
  ut_pool_run (8, n_tasks, ask, answers);
  for (guint task = 0; task < n_tasks; task++)
    for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
      g_assert_true (answers[task * G_N_ELEMENTS (levels) + i]
                     == worked_out (levels[i], (task % (2 * MOST_DF) + 1) / 2.0));
}

/* Tables of Student's t. */
static void
test_known (void) {
  static const struct {
    double level, df, t;
  } cases[] = { { 0.95, 1, 12.7062047 }, { 0.95, 5, 2.5705818 }, { 0.95, 60, 2.0002978 }, { 0.6, 5, 0.9195438 } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double t;
    g_assert_true (ut_student_quantile (cases[i].level, cases[i].df, &t));
    g_assert_cmpfloat_with_epsilon (t, cases[i].t, 1e-7);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/student/same-bits", test_same_bits);
  g_test_add_func ("/statistics/student/known", test_known);
  return g_test_run ();
}
