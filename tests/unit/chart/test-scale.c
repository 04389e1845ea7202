#include "chart/scale.h"

#include <math.h>

static void
test_nice (void) {
  static const struct {
    double lo, hi;
    double want_lo, want_hi, want_step;
  } cases[] = {
    { 0, 8.3, 0, 10, 2 },           { 0, 100, 0, 100, 20 },        { -1.2, 3.4, -2, 4, 2 }, { 92, 97, 92, 97, 1 },
    { 3512, 3650, 3500, 3650, 50 }, { 0, 0.003, 0, 0.003, 0.001 }, { 0, 0, -1, 1, 0.5 },    { 5, 5, 4.5, 5.5, 0.5 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    UtScale scale = ut_scale_nice (cases[i].lo, cases[i].hi, 6);
    g_assert_cmpfloat_with_epsilon (scale.lo, cases[i].want_lo, 1e-9);
    g_assert_cmpfloat_with_epsilon (scale.hi, cases[i].want_hi, 1e-9);
    g_assert_cmpfloat_with_epsilon (scale.step, cases[i].want_step, 1e-9);
  }
}

static void
test_nice_always_holds (void) {
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240101);
  for (int i = 0; i < 20000; i++) {
    double size = pow (10, g_rand_double_range (rand, -4, 8));
    double lo = g_rand_double_range (rand, -1, 1) * size, hi = lo + g_rand_double (rand) * size;
    guint most = (guint) g_rand_int_range (rand, 3, 10);
    UtScale scale = ut_scale_nice (lo, hi, most);
    double slack = 1e-6 * (hi - lo) + 1e-12 * size;
    g_assert_cmpfloat (scale.lo, <=, lo + slack);
    g_assert_cmpfloat (scale.hi, >=, hi - slack);
    g_assert_cmpuint (ut_scale_n_ticks (&scale), <=, most);
    g_assert_cmpuint (ut_scale_n_ticks (&scale), >=, 2);
    double last = ut_scale_tick (&scale, ut_scale_n_ticks (&scale) - 1);
    g_assert_cmpfloat_with_epsilon (last, scale.hi, 1e-6 * scale.step);
  }
}

static void
test_at (void) {
  UtScale scale = { .lo = 10, .hi = 20, .step = 5, .from = 200, .to = 100 };
  g_assert_cmpfloat (ut_scale_at (&scale, 10), ==, 200);
  g_assert_cmpfloat (ut_scale_at (&scale, 15), ==, 150);
  g_assert_cmpfloat (ut_scale_at (&scale, 25), ==, 100);
  g_assert_cmpint (ut_scale_decimals (&scale), ==, 0);
  scale.step = 0.05;
  g_assert_cmpint (ut_scale_decimals (&scale), ==, 2);
  scale.hi = scale.lo;
  g_assert_cmpfloat (ut_scale_at (&scale, 10), ==, 150);
}

static void
test_strip (void) {
  UtStrip strip = { .centre = 100, .half = 40, .anchor = 10, .extent = 4 };
  gboolean clipped;
  g_assert_cmpfloat (ut_strip_at (&strip, 10, &clipped), ==, 100);
  g_assert_false (clipped);
  g_assert_cmpfloat (ut_strip_at (&strip, 12, NULL), ==, 120);
  g_assert_cmpfloat (ut_strip_at (&strip, 14, &clipped), ==, 140);
  g_assert_false (clipped);
  g_assert_cmpfloat (ut_strip_at (&strip, 15, &clipped), ==, 140);
  g_assert_true (clipped);
  strip.mirrored = TRUE;
  g_assert_cmpfloat (ut_strip_at (&strip, 12, NULL), ==, 80);
  strip.extent = 0;
  g_assert_cmpfloat (ut_strip_at (&strip, 12, NULL), ==, 100);
}

static void
test_negative_values_on_a_strip (void) {
  UtStrip strip = { .centre = 100, .half = 40, .anchor = -2, .extent = 4 };
  g_assert_cmpfloat (ut_strip_at (&strip, -4, NULL), ==, 80);
  strip.mirrored = TRUE;
  g_assert_cmpfloat (ut_strip_at (&strip, -4, NULL), ==, 120);
}

static void
test_spread_apart (void) {
  double positions[] = { 10, 11, 50 }, gaps[] = { 10, 10, 0 };
  ut_spread_apart (positions, gaps, 3, 0, 100);
  g_assert_cmpfloat (positions[0], ==, 5.5);
  g_assert_cmpfloat (positions[1], ==, 15.5);
  g_assert_cmpfloat (positions[2], ==, 50);
  double low[] = { -5, 2, 3 };
  ut_spread_apart (low, gaps, 3, 0, 100);
  g_assert_cmpfloat (low[0], ==, 0);
  g_assert_cmpfloat (low[2], ==, 20);
  double high[] = { 98, 99, 100 };
  ut_spread_apart (high, gaps, 3, 0, 100);
  g_assert_cmpfloat (high[0], ==, 80);
  g_assert_cmpfloat (high[2], ==, 100);
}

static void
test_spread_apart_always_clear (void) {
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  for (int round = 0; round < 5000; round++) {
    double positions[6], gaps[6], before = 0;
    gsize n = (gsize) g_rand_int_range (rand, 1, 7);
    for (gsize i = 0; i < n; i++) {
      positions[i] = before += g_rand_double_range (rand, 0, 25);
      gaps[i] = g_rand_double_range (rand, 1, 18);
    }
    ut_spread_apart (positions, gaps, n, 0, 120);
    for (gsize i = 0; i < n; i++) {
      g_assert_cmpfloat (positions[i], >=, -1e-9);
      g_assert_cmpfloat (positions[i], <=, 120 + 1e-9);
      if (i > 0)
        g_assert_cmpfloat (positions[i] - positions[i - 1], >=, gaps[i - 1] - 1e-9);
    }
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/nice", test_nice);
  g_test_add_func ("/chart/scale/nice-always-holds", test_nice_always_holds);
  g_test_add_func ("/chart/scale/at", test_at);
  g_test_add_func ("/chart/scale/strip", test_strip);
  g_test_add_func ("/chart/scale/negative-values-on-a-strip", test_negative_values_on_a_strip);
  g_test_add_func ("/chart/scale/spread-apart", test_spread_apart);
  g_test_add_func ("/chart/scale/spread-apart-always-clear", test_spread_apart_always_clear);
  return g_test_run ();
}
