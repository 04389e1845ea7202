/* One comparison of two figures. */
#include "sample.h"

#include "assess/verdict.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <utsyn/terms.h>

static UtFigure
figure (double value, double events, double n) {
  return (UtFigure){ .exists = TRUE,
                     .period = { .kind = UT_PERIOD_YEAR, .first_year = 2023, .last_year = 2023 },
                     .value = value,
                     .numerator = events,
                     .denominator = n,
                     .margin = NAN,
                     .status = UT_STATUS_OK };
}

static UtFigure
share (double events, double n) {
  return figure (100 * events / n, events, n);
}

static UtFigure
score (double value, double margin, double n) {
  UtFigure result = figure (value, NAN, n);
  result.margin = margin;
  return result;
}

static UtVerdict
judge (const Sample *sample, const char *key, UtFigure own, UtFigure reference) {
  const UtQuestion question = { .benchmark = UT_BENCHMARK_COUNTY, .rule = UT_RULE_UTSYN, .relation = UT_RELATION_PART };
  return ut_verdict (sample_indicator (sample, key), &own, &reference, &question);
}

/* Outside work and education, 15–29 years: Fyresdal 9 of 185, Telemark 3298 of 29 828. */
static void
test_fyresdal (void) {
  g_autoptr (Sample) sample = sample_new ();
  UtVerdict verdict = judge (sample, "low", share (9, 185), share (3298, 29828));
  g_assert_cmpint (verdict.level, ==, UT_LEVEL_BETTER);
  g_assert_cmpint (verdict.reason, ==, UT_REASON_NONE);
  g_assert_cmpfloat (verdict.rest_numerator, ==, 3289);
  g_assert_cmpfloat (verdict.rest_denominator, ==, 29643);
  g_assert_cmpfloat_with_epsilon (verdict.tested_against, 100 * 3289.0 / 29643, 1e-12);
  g_assert_cmpfloat (verdict.p, <, 0.05);
  g_assert_cmpfloat (verdict.deciding.upper, <, verdict.tested_against);
  g_assert_cmpfloat (verdict.ratio_interval.upper, <, 1);
  g_assert_cmpfloat_with_epsilon (verdict.difference, 100 * (9 / 185.0 - 3298 / 29828.0), 1e-12);
  g_assert_cmpint (judge (sample, "high", share (9, 185), share (3298, 29828)).level, ==, UT_LEVEL_WORSE);
  g_assert_cmpint (judge (sample, "neutral", share (9, 185), share (3298, 29828)).level, ==, UT_LEVEL_LOWER);
  g_assert_cmpint (judge (sample, "neutral", share (60, 185), share (3298, 29828)).level, ==, UT_LEVEL_HIGHER);
}

/* Tokke has three kindergartens; two of three is no certain news. */
static void
test_tokke (void) {
  g_autoptr (Sample) sample = sample_new ();
  UtVerdict verdict = judge (sample, "high", share (2, 3), share (120, 134));
  g_assert_cmpint (verdict.level, ==, UT_LEVEL_SIMILAR);
  g_assert_cmpfloat (verdict.p, >=, 0.05);
  g_assert_cmpfloat (verdict.deciding.lower, <=, verdict.tested_against);
  g_assert_cmpfloat (verdict.deciding.upper, >=, verdict.tested_against);
}

static void
test_trivial (void) {
  g_autoptr (Sample) sample = sample_new ();
  g_assert_true (judge (sample, "high", share (51000, 100000), share (500000, 1000000)).below_relevant);
  g_assert_false (judge (sample, "high", share (54000, 100000), share (500000, 1000000)).below_relevant);
  g_assert_false (judge (sample, "high", share (51, 100), share (500, 1000)).below_relevant);
}

static void
assert_consistent (const UtVerdict *verdict) {
  if (verdict->level == UT_LEVEL_NOT_TESTED) {
    g_assert_cmpint (verdict->reason, !=, UT_REASON_NONE);
    g_assert_true (isnan (verdict->p) && isnan (verdict->tested_against) && isnan (verdict->deciding.lower));
    return;
  }
  gboolean similar = verdict->level <= UT_LEVEL_SIMILAR;
  gboolean holds
      = verdict->deciding.lower <= verdict->tested_against && verdict->tested_against <= verdict->deciding.upper;
  g_assert_cmpint (verdict->p >= 0.05, ==, similar);
  g_assert_cmpint (holds, ==, similar);
  g_assert_cmpint (verdict->level == UT_LEVEL_UNDECIDED, ==, similar && verdict->p_best < 0.05);
  g_assert_cmpint (verdict->level == UT_LEVEL_UNDECIDED, ==, verdict->reason != UT_REASON_NONE);
}

/* p < 0.05, the verdict and the drawn interval say the same, also where nobody or everybody is counted. */
static void
test_one_answer (void) {
  g_autoptr (Sample) sample = sample_new ();
  for (int i = 0; i < 3000; i++) {
    int n = g_test_rand_int_range (1, 80), rest_n = g_test_rand_int_range (1, 400);
    int x = g_test_rand_int_range (0, n + 1), rest = g_test_rand_int_range (0, rest_n + 1);
    rest = i % 5 == 0 ? 0 : i % 7 == 0 ? rest_n : rest;
    UtVerdict verdict = judge (sample, "low", share (x, n), share (x + rest, n + rest_n));
    assert_consistent (&verdict);
    UtFigure own = figure (1000.0 * x / n, x, n),
             all = figure (1000.0 * (x + rest) / (n + rest_n), x + rest, n + rest_n);
    verdict = judge (sample, "rate", own, all);
    assert_consistent (&verdict);
    verdict = judge (sample, "score", score (x, 3, n), score (rest % 80, 0.4, n + rest_n));
    assert_consistent (&verdict);
  }
}

static double
printed (double events, double n) {
  return floor (100 * events / n + 0.5);
}

/* Every pair of counts that rounds to the printed percentages, one by one. */
static UtLevel
level_of_all (const Sample *sample, double own, double own_n, double whole, double whole_n, gboolean *agree) {
  UtLevel level = UT_LEVEL_NOT_TESTED;
  gboolean first = TRUE;
  *agree = TRUE;
  for (double x = 0; x <= own_n; x++)
    for (double all = 0; all <= whole_n; all++) {
      if (fabs (100 * x / own_n - own) > 0.5 + 1e-9 || fabs (100 * all / whole_n - whole) > 0.5 + 1e-9)
        continue;
      UtVerdict verdict = judge (sample, "low", share (x, own_n), share (all, whole_n));
      *agree = *agree && (first || verdict.level == level) && verdict.level != UT_LEVEL_NOT_TESTED;
      level = verdict.level;
      first = FALSE;
    }
  return level;
}

static void
test_rounded_counts (void) {
  g_autoptr (Sample) sample = sample_new ();
  int n_decided = 0, n_rounding = 0;
  for (int i = 0; i < 150; i++) {
    double n = g_test_rand_int_range (20, 400), rest_n = g_test_rand_int_range (200, 600);
    double x = floor (n * g_test_rand_double_range (0.05, 0.5)), rest = floor (rest_n * 0.25);
    double own = printed (x, n), whole = printed (x + rest, n + rest_n);
    gboolean agree;
    UtLevel level = level_of_all (sample, own, n, whole, n + rest_n, &agree);
    UtVerdict verdict = judge (sample, "rounded", figure (own, NAN, n), figure (whole, NAN, n + rest_n));
    assert_consistent (&verdict);
    if (verdict.level == UT_LEVEL_UNDECIDED) {
      g_assert_cmpint (verdict.reason, ==, UT_REASON_ROUNDING_DECIDES);
      g_assert_false (agree);
      n_rounding++;
    } else {
      /* "low" and "rounded" have opposite polarity. */
      g_assert_true (agree);
      g_assert_cmpint (verdict.level == UT_LEVEL_SIMILAR, ==, level == UT_LEVEL_SIMILAR);
      g_assert_cmpint (verdict.level == UT_LEVEL_BETTER, ==, level == UT_LEVEL_WORSE);
      n_decided++;
    }
  }
  g_assert_cmpint (n_decided, >, 10);
  g_assert_cmpint (n_rounding, >, 3);
}

/* Student's t of a score against the rest, where a person's spread is known. */
static double
t_test (double mean, double n, double whole, double all, double sd, int *side) {
  double rest = (all * whole - n * mean) / (all - n), t = (mean - rest) / (sd * sqrt (1 / n + 1 / (all - n)));
  *side = t > 0 ? 1 : -1;
  return 2 * gsl_cdf_tdist_Q (fabs (t), n - 1);
}

/* Scores: the answer is given only where every pair of true scores, and every margin, behind the printed ones has it.
 */
static void
test_rounded_scores (void) {
  g_autoptr (Sample) sample = sample_new ();
  guint n_undecided = 0;
  for (int i = 0; i < 2000; i++) {
    double n = g_test_rand_int_range (10, 300), all = n + g_test_rand_int_range (10, 3000);
    double m = g_test_rand_int_range (44, 56), whole = g_test_rand_int_range (48, 52);
    double margin = g_test_rand_double_range (0.3, 4);
    gboolean seen[3] = { FALSE, FALSE, FALSE };
    for (int k = 0; k < 8; k++) {
      int side;
      double own = m + ((k & 1) != 0 ? 0.5 : -0.5), other = whole + ((k & 2) != 0 ? 0.5 : -0.5);
      double sd = (margin + ((k & 4) != 0 ? 0.05 : -0.05)) * sqrt (n) / 1.959963984540054;
      double p = t_test (own, n, other, all, sd, &side);
      seen[p >= 0.05 ? 1 : side > 0 ? 2 : 0] = TRUE;
    }
    UtVerdict verdict = judge (sample, "score", score (m, margin, n), score (whole, 0.3, all));
    assert_consistent (&verdict);
    n_undecided += verdict.level == UT_LEVEL_UNDECIDED;
    g_assert_cmpint (seen[0] + seen[1] + seen[2] == 1, ==, verdict.reason == UT_REASON_NONE);
    if (verdict.reason == UT_REASON_NONE)
      g_assert_true (seen[verdict.level == UT_LEVEL_SIMILAR ? 1 : verdict.level == UT_LEVEL_BETTER ? 2 : 0]);
    else
      g_assert_cmpint (verdict.reason, ==, UT_REASON_ROUNDING_DECIDES);
  }
  g_assert_cmpuint (n_undecided, >, 20);
}

/* A score without numbers measured is held against the benchmark itself. */
static void
test_score_without_number (void) {
  g_autoptr (Sample) sample = sample_new ();
  UtVerdict verdict = judge (sample, "score", score (56, 2, NAN), score (50, 0.1, NAN));
  g_assert_cmpint (verdict.level, ==, UT_LEVEL_BETTER);
  g_assert_cmpfloat (verdict.tested_against, ==, 50);
  g_assert_true (isnan (verdict.rest_denominator));
}

/* Weights of a split leave fractions; persons come whole. */
static void
test_fractional_counts (void) {
  g_autoptr (Sample) sample = sample_new ();
  UtVerdict verdict = judge (sample, "low", share (9.4, 185.2), share (3298.4, 29828.2));
  g_assert_cmpint (verdict.level, ==, UT_LEVEL_BETTER);
  g_assert_cmpfloat (verdict.rest_numerator, ==, 3289);
}

typedef struct {
  UtReason reason;
  const char *key;
  UtFigure own, reference;
} ReasonCase;

static UtFigure
with (UtFigure base, UtStatus status, guint16 quality) {
  base.status = status;
  base.quality = quality;
  if (status != UT_STATUS_OK)
    base.value = base.numerator = base.denominator = NAN;
  return base;
}

static UtFigure
none (void) {
  return (UtFigure){ .value = NAN, .numerator = NAN, .denominator = NAN, .margin = NAN, .status = UT_STATUS_MISSING };
}

static UtFigure
unread (void) {
  UtFigure figure = none ();
  figure.unread = TRUE;
  return figure;
}

static void
test_every_reason (void) {
  g_autoptr (Sample) sample = sample_new ();
  UtFigure own = share (9, 185), whole = share (3298, 29828);
  ReasonCase cases[] = {
    { UT_REASON_NONE, "low", own, whole },
    { UT_REASON_NO_FIGURE, "low", none (), whole },
    { UT_REASON_UNREAD, "low", unread (), whole },
    { UT_REASON_FIGURE_MISSING, "low", with (own, UT_STATUS_MISSING, 0), whole },
    { UT_REASON_FIGURE_MISSING, "low", with (own, UT_STATUS_NOT_ADDABLE, 0), none () },
    { UT_REASON_CONFIDENTIAL, "low", with (own, UT_STATUS_CONFIDENTIAL, 0), whole },
    { UT_REASON_CONFIDENTIAL, "low", with (own, UT_STATUS_SUPPRESSED, 0), none () },
    { UT_REASON_NO_BENCHMARK, "low", own, none () },
    { UT_REASON_NO_BENCHMARK, "low", own, with (whole, UT_STATUS_SUPPRESSED, 0) },
    { UT_REASON_FULL_COUNT, "persons", figure (185, NAN, NAN), figure (29828, NAN, NAN) },
    { UT_REASON_PROJECTION, "future", figure (185, NAN, NAN), figure (29828, NAN, NAN) },
    { UT_REASON_COUNT_NOT_PUBLISHED, "low", figure (4.9, NAN, NAN), whole },
    { UT_REASON_NONE, "low", figure (4.9, NAN, 185), whole },
    { UT_REASON_FIGURES_DISAGREE, "rounded", figure (40, NAN, 2), whole },
    { UT_REASON_TOO_FEW_PERSONS, "low", share (1, 1), whole },
    { UT_REASON_COUNT_NOT_PUBLISHED, "score", figure (48, NAN, 20), score (50, 0.1, 55000) },
    { UT_REASON_NONE, "standard", own, whole },
    { UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED, "low", own, figure (11, NAN, NAN) },
    { UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED, "score", score (48, 2, 20), figure (50, NAN, NAN) },
    { UT_REASON_NONE, "score", score (45, 2, 20), figure (50, NAN, 55000) },
    { UT_REASON_ROUNDING_DECIDES, "rounded", figure (50, NAN, 400), figure (46, NAN, 1000) },
    { UT_REASON_ROUNDING_DECIDES, "score", score (48, 1.5, 20), score (50, 0.1, 55000) },
    { UT_REASON_NO_EVENTS, "low", share (0, 185), share (0, 29828) },
    { UT_REASON_NO_EVENTS, "low", share (185, 185), share (300, 300) },
    { UT_REASON_REST_EMPTY, "low", own, own },
    { UT_REASON_REST_EMPTY, "score", score (48, 2, 20), score (48, 2, 20) },
    { UT_REASON_BENCHMARK_INCONSISTENT, "low", own, share (8, 29828) },
    { UT_REASON_BENCHMARK_INCONSISTENT, "low", own, share (9, 184) },
    { UT_REASON_BENCHMARK_INCONSISTENT, "low", own, share (90, 190) },
    { UT_REASON_BENCHMARK_INCONSISTENT, "score", score (48, 2, 20), score (48, 2, 19) },
    { UT_REASON_APPROXIMATE, "low", with (own, UT_STATUS_OK, UT_QUALITY_APPROXIMATE), whole },
    { UT_REASON_APPROXIMATE, "low", own, with (whole, UT_STATUS_OK, UT_QUALITY_APPROXIMATE) },
    { UT_REASON_PARTIAL_PERIOD, "low", with (own, UT_STATUS_OK, UT_QUALITY_PARTIAL | UT_QUALITY_APPROXIMATE), whole },
    { UT_REASON_ESTIMATED, "low", with (own, UT_STATUS_OK, UT_QUALITY_ESTIMATE | UT_QUALITY_RESTATED), whole },
    { UT_REASON_ESTIMATED, "low", own, with (whole, UT_STATUS_OK, UT_QUALITY_ESTIMATE | UT_QUALITY_SUMMED) },
    { UT_REASON_NONE, "low", with (own, UT_STATUS_OK, UT_QUALITY_RESTATED), whole },
    { UT_REASON_AT_LIMIT, "low", with (share (0, 185), UT_STATUS_OK, UT_QUALITY_AT_LIMIT), whole },
    { UT_REASON_NONE, "low", with (own, UT_STATUS_OK, UT_QUALITY_AT_LIMIT), whole },
    { UT_REASON_BENCHMARK_ESTIMATE, "low", own, with (whole, UT_STATUS_OK, UT_QUALITY_NOT_ADDABLE) },
    { UT_REASON_METHOD_FAILED, "low", share (12, 10), share (3298, 29828) },
  };
  gboolean seen[UT_N_REASONS] = { FALSE };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    UtVerdict verdict = judge (sample, cases[i].key, cases[i].own, cases[i].reference);
    g_test_message ("case %u", i);
    g_assert_cmpstr (ut_reason_code (verdict.reason), ==, ut_reason_code (cases[i].reason));
    assert_consistent (&verdict);
    seen[cases[i].reason] = TRUE;
  }
  /* The trends' own reasons stand in test-change.c, that of persons who stand in in test-basis.c, those of a chosen
   * benchmark in test-benchmark.c, of groups in test-breakdown.c. */
  static const UtReason elsewhere[]
      = { UT_REASON_TOO_FEW_POINTS, UT_REASON_NO_VARIATION, UT_REASON_SERIES_BROKEN, UT_REASON_GROUP_UNKNOWN,
          UT_REASON_CHOSEN,         UT_REASON_OVERLAP,      UT_REASON_NO_GROUP_TEST, UT_REASON_PERSONS_DECIDE };
  for (gsize i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    seen[elsewhere[i]] = TRUE;
  for (int reason = 0; reason < UT_N_REASONS; reason++)
    g_assert_true (seen[reason]);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assess/verdict/fyresdal", test_fyresdal);
  g_test_add_func ("/assess/verdict/tokke", test_tokke);
  g_test_add_func ("/assess/verdict/trivial", test_trivial);
  g_test_add_func ("/assess/verdict/one-answer", test_one_answer);
  g_test_add_func ("/assess/verdict/rounded-counts", test_rounded_counts);
  g_test_add_func ("/assess/verdict/rounded-scores", test_rounded_scores);
  g_test_add_func ("/assess/verdict/score-without-number", test_score_without_number);
  g_test_add_func ("/assess/verdict/fractional-counts", test_fractional_counts);
  g_test_add_func ("/assess/verdict/every-reason", test_every_reason);
  return g_test_run ();
}
