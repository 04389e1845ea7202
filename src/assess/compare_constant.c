/* The place against a figure taken as known: a target, or the benchmark itself by the rules of FHI and Fingertips. */
#include "answer.h"

#include "counts.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <utsyn/compare.h>
#include <utsyn/difference.h>
#include <utsyn/exact.h>
#include <utsyn/interval.h>

/* From this many events Byar's interval takes the exact one's place, as in ut_interval_rate. */
#define BYAR_FROM 10

typedef struct {
  gboolean share;
  double events, n;
  double constant; /* share or rate */
} Question;

/* What a test says: its p and the interval drawn for it, on the scale of the share or rate. */
typedef struct {
  UtOutcome outcome;
  double p;
  UtInterval interval;
} Test;

static UtInterval
scale (UtInterval interval, double by) {
  return (UtInterval){ interval.lower * by, interval.upper * by };
}

static Test
test_midp (const Question *q) {
  UtComparison comparison;
  Test test = { 0 };
  test.outcome = q->share ? ut_compare_proportion_constant (q->events, q->n, q->constant, 0.95, &comparison)
                          : ut_compare_rate_constant (q->events, q->n * q->constant, 0.95, &comparison);
  if (test.outcome != UT_OUTCOME_OK)
    return test;
  test.p = comparison.p;
  test.interval = q->share ? comparison.own : scale (comparison.own, 1 / q->n);
  return test;
}

/* The minimum likelihood test has no interval of its own; the exact central one is drawn, and settled. */
static Test
test_exact (const Question *q) {
  UtExactTest exact;
  Test test = { 0 };
  test.outcome = q->share ? ut_exact_proportion_constant (q->events, q->n, q->constant, &exact)
                          : ut_exact_rate_constant (q->events, q->n * q->constant, &exact);
  if (test.outcome != UT_OUTCOME_OK)
    return test;
  test.p = exact.p;
  test.outcome = q->share ? ut_interval_clopper_pearson (q->events, q->n, 0.95, &test.interval)
                          : ut_interval_rate_exact (q->events, q->n, 0.95, &test.interval);
  return test;
}

/* The level at which Byar's interval just reaches the expected count. */
static double
byar_p (double events, double expected) {
  gboolean above = events > expected;
  double y = above ? events : events + 1;
  double z = 3 * sqrt (y) * (1 - 1 / (9 * y) - cbrt (expected / y));
  return fmin (2 * gsl_cdf_ugaussian_Q (above ? z : -z), 1);
}

static Test
test_own_interval (const Question *q) {
  Test test = { 0 };
  if (q->share) {
    UtScoreTest score;
    test.outcome = ut_score_proportion_constant (q->events, q->n, q->constant, &score);
    test.p = test.outcome == UT_OUTCOME_OK ? score.p : NAN;
  } else {
    UtExactTest exact;
    test.outcome = ut_exact_rate_constant (q->events, q->n * q->constant, &exact);
    test.p = q->events >= BYAR_FROM ? byar_p (q->events, q->n * q->constant) : exact.p_central;
  }
  if (test.outcome == UT_OUTCOME_OK)
    test.outcome = q->share ? ut_interval_wilson (q->events, q->n, 0.95, &test.interval)
                            : ut_interval_rate (q->events, q->n, 0.95, &test.interval);
  return test;
}

static UtAnswer
answer_question (const Question *q, UtRule rule) {
  /* Nothing is random about a share of none or all. */
  if (!(q->constant > 0) || (q->share && !(q->constant < 1)))
    return ut_no_answer (UT_REASON_NO_EVENTS);
  Test test = rule == UT_RULE_FHI ? test_exact (q) : rule == UT_RULE_FINGERTIPS ? test_own_interval (q) : test_midp (q);
  UtAnswer answer = ut_no_answer (ut_reason_of_comparison (test.outcome));
  if (test.outcome != UT_OUTCOME_OK)
    return answer;
  answer.p = test.p;
  answer.anchor = q->constant;
  answer.ratio = q->events / q->n / q->constant;
  answer.side = test.p >= 0.05 ? 0 : answer.ratio > 1 ? 1 : -1;
  answer.deciding = ut_settle_interval (test.interval, answer.anchor, answer.side);
  return answer;
}

/* A count known by its rounded figure, and a constant known so: the two extreme corners hold every answer. */
UtAnswer
ut_compare_constant (const UtIndicator *indicator, const UtFigure *own, double value, double play, UtRule rule) {
  double factor = ut_unit_factor (indicator->unit);
  UtCounts counts;
  if (!ut_counts_find (indicator, own->value, own->numerator, own->denominator, &counts))
    return ut_no_answer (UT_REASON_COUNT_NOT_PUBLISHED);
  gboolean share = indicator->test == UT_TEST_BINOMIAL;
  double n = share ? round (counts.n) : counts.n;
  const Question nearest = { share, round (counts.nearest), n, value / factor };
  UtAnswer answer = answer_question (&nearest, rule);
  if (answer.reason != UT_REASON_NONE || (counts.lowest == counts.highest && play == 0))
    return answer;
  const Question low = { share, round (counts.lowest), n, (value + play) / factor };
  const Question high = { share, round (counts.highest), n, (value - play) / factor };
  UtAnswer down = answer_question (&low, rule), up = answer_question (&high, rule);
  if (down.reason != UT_REASON_NONE || up.reason != UT_REASON_NONE || down.side != answer.side
      || up.side != answer.side)
    return ut_no_answer (UT_REASON_ROUNDING_DECIDES);
  return answer;
}
