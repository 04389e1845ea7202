/* The three rules on the same figures: what each answers, and that what is drawn is what decided. */
#include "sample.h"

#include "assess/verdict.h"
#include <math.h>
#include <utsyn/interval.h>

static UtFigure
figure (double value, double numerator, double denominator) {
  return (UtFigure){ .exists = TRUE,
                     .value = value,
                     .numerator = numerator,
                     .denominator = denominator,
                     .margin = NAN,
                     .status = UT_STATUS_OK };
}

static UtVerdict
judge (const UtIndicator *indicator, UtFigure own, double known, UtRule rule) {
  UtFigure reference = figure (known, NAN, NAN);
  const UtQuestion question = { .benchmark = UT_BENCHMARK_TARGET, .rule = rule, .relation = UT_RELATION_CONSTANT };
  return ut_verdict (indicator, &own, &reference, &question);
}

/* 12 of 60 against 11.4 per cent, where the rules part ways: exact p 0.0426 and Wilson 11.83–31.78 say worse, mid-p
 * 0.0527 does not. R: binom.test (12, 60, 0.114), prop.test (12, 60, 0.114, correct = FALSE). */
static void
test_boundary (void) {
  g_autoptr (Sample) sample = sample_new ();
  const UtIndicator *low = sample_indicator (sample, "low");
  UtVerdict fhi = judge (low, figure (20, 12, 60), 11.4, UT_RULE_FHI);
  g_assert_cmpint (fhi.level, ==, UT_LEVEL_WORSE);
  g_assert_cmpfloat_with_epsilon (fhi.p, 0.0426, 5e-5);
  /* Clopper–Pearson, 10.78–32.33, would hold the benchmark, so its lower end is drawn at it. */
  g_assert_cmpfloat (fhi.deciding.lower, >, 11.4);
  g_assert_cmpfloat_with_epsilon (fhi.deciding.lower, 11.4, 1e-6);
  g_assert_cmpfloat_with_epsilon (fhi.deciding.upper, 32.33, 0.005);
  UtVerdict fingertips = judge (low, figure (20, 12, 60), 11.4, UT_RULE_FINGERTIPS);
  g_assert_cmpint (fingertips.level, ==, UT_LEVEL_WORSE);
  g_assert_cmpfloat_with_epsilon (fingertips.deciding.lower, 11.83, 0.005);
  g_assert_cmpfloat_with_epsilon (fingertips.deciding.upper, 31.78, 0.005);
  UtVerdict utsyn = judge (low, figure (20, 12, 60), 11.4, UT_RULE_UTSYN);
  g_assert_cmpint (utsyn.level, ==, UT_LEVEL_SIMILAR);
  g_assert_cmpfloat_with_epsilon (utsyn.p, 0.0527, 5e-5);
}

static void
assert_consistent (const UtVerdict *verdict) {
  if (verdict->level == UT_LEVEL_NOT_TESTED) {
    g_assert_true (isnan (verdict->p) && isnan (verdict->tested_against) && isnan (verdict->deciding.lower));
    return;
  }
  gboolean holds
      = verdict->deciding.lower <= verdict->tested_against && verdict->tested_against <= verdict->deciding.upper;
  g_assert_cmpint (verdict->p<0.05, ==, verdict->level> UT_LEVEL_SIMILAR);
  g_assert_cmpint (holds, ==, verdict->level <= UT_LEVEL_SIMILAR);
  g_assert_true (verdict->p >= 0 && verdict->p <= 1);
}

/* Fingertips' p must be the inversion of the interval itself, not only of the settled one. */
static void
assert_inverts (const UtIndicator *indicator, double events, double n, double known) {
  double factor = ut_unit_factor (indicator->unit);
  UtVerdict verdict = judge (indicator, figure (events / n * factor, events, n), known * factor, UT_RULE_FINGERTIPS);
  if (verdict.level == UT_LEVEL_NOT_TESTED)
    return;
  UtInterval own;
  UtOutcome outcome = indicator->test == UT_TEST_BINOMIAL ? ut_interval_wilson (events, n, 0.95, &own)
                                                          : ut_interval_rate (events, n, 0.95, &own);
  g_assert_cmpint (outcome, ==, UT_OUTCOME_OK);
  if (fabs (verdict.p - 0.05) > 1e-9)
    g_assert_cmpint (own.lower <= known && known <= own.upper, ==, verdict.p >= 0.05);
}

static void
test_property (void) {
  g_autoptr (Sample) sample = sample_new ();
  static const double sizes[] = { 1, 2, 9, 40, 185, 3000, 250000, 1e7 };
  for (guint i = 0; i < 6000; i++) {
    const UtIndicator *indicator = sample_indicator (sample, g_test_rand_bit () ? "low" : "rate");
    double factor = ut_unit_factor (indicator->unit);
    double n = sizes[g_test_rand_int_range (0, G_N_ELEMENTS (sizes))];
    double known = pow (10, g_test_rand_double_range (-5, 0));
    double near = fmin (round (n * known * g_test_rand_double_range (0, 2.5)), n);
    double events = g_test_rand_int_range (0, 8) == 0 ? (g_test_rand_bit () ? 0 : n) : near;
    for (UtRule rule = UT_RULE_UTSYN; rule < UT_N_RULES; rule++) {
      UtVerdict verdict = judge (indicator, figure (events / n * factor, events, n), known * factor, rule);
      g_test_message ("%s %.0f of %.0f against %g: p %g", ut_rule_code (rule), events, n, known, verdict.p);
      g_assert_cmpint (verdict.rule, ==, rule);
      assert_consistent (&verdict);
    }
    assert_inverts (indicator, events, n, known);
  }
}

/* None or all as a known share leaves nothing to chance. */
static void
test_edges (void) {
  g_autoptr (Sample) sample = sample_new ();
  const UtIndicator *low = sample_indicator (sample, "low");
  for (UtRule rule = UT_RULE_UTSYN; rule < UT_N_RULES; rule++) {
    g_assert_cmpint (judge (low, figure (5, 3, 60), 0, rule).reason, ==, UT_REASON_NO_EVENTS);
    g_assert_cmpint (judge (low, figure (5, 3, 60), 100, rule).reason, ==, UT_REASON_NO_EVENTS);
    g_assert_cmpint (judge (low, figure (5, NAN, NAN), 10, rule).reason, ==, UT_REASON_COUNT_NOT_PUBLISHED);
  }
}

/* 20 % of 60 is printed whole: 12 people; 10 of 50 or 20 of 100 would print the same. */
static void
test_rounding (void) {
  g_autoptr (Sample) sample = sample_new ();
  const UtIndicator *rounded = sample_indicator (sample, "rounded");
  g_assert_cmpint (judge (rounded, figure (20, NAN, 60), 30, UT_RULE_FHI).reason, ==, UT_REASON_NONE);
  g_assert_cmpint (judge (rounded, figure (20, NAN, 6000), 21, UT_RULE_FHI).reason, ==, UT_REASON_ROUNDING_DECIDES);
}

/* 11.4 per cent printed of the country may be 11.35 or 11.45: what a target is not. */
static void
test_printed_benchmark (void) {
  g_autoptr (Sample) sample = sample_new ();
  const UtIndicator *low = sample_indicator (sample, "low");
  const UtFigure own = figure (20, 12, 60), printed = figure (11.4, NAN, NAN);
  UtQuestion question = { .benchmark = UT_BENCHMARK_COUNTRY, .rule = UT_RULE_FHI, .relation = UT_RELATION_CONSTANT };
  UtVerdict verdict = ut_verdict (low, &own, &printed, &question);
  g_assert_cmpint (verdict.level, ==, UT_LEVEL_UNDECIDED);
  g_assert_cmpint (verdict.reason, ==, UT_REASON_ROUNDING_DECIDES);
  assert_consistent (&verdict);
  question.benchmark = UT_BENCHMARK_TARGET;
  g_assert_cmpint (ut_verdict (low, &own, &printed, &question).level, ==, UT_LEVEL_WORSE);
}

static void
test_names (void) {
  g_assert_cmpstr (ut_rule_code (UT_RULE_UTSYN), ==, "utsyn");
  g_assert_cmpstr (ut_rule_code (UT_RULE_FHI), ==, "fhi");
  g_assert_cmpstr (ut_rule_code (UT_RULE_FINGERTIPS), ==, "fingertips");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/rules/boundary", test_boundary);
  g_test_add_func ("/assess/rules/property", test_property);
  g_test_add_func ("/assess/rules/edges", test_edges);
  g_test_add_func ("/assess/rules/rounding", test_rounding);
  g_test_add_func ("/assess/rules/printed-benchmark", test_printed_benchmark);
  g_test_add_func ("/assess/rules/names", test_names);
  return g_test_run ();
}
