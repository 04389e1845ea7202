/* The place against a figure taken as known: a target, or the benchmark itself by the rules of FHI and Fingertips. */
#include "answer.h"

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
  double design_effect;
} Question;

/* What a test says: its p and the interval drawn for it, on the scale of the share or rate. */
typedef struct {
  UtOutcome outcome;
  double p;
  UtInterval interval;
} Test;

static double
level_of (const Question *q) {
  return ut_design_effect_level (q->design_effect);
}

static UtInterval
scale (UtInterval interval, double by) {
  return (UtInterval){ interval.lower * by, interval.upper * by };
}

static Test
test_midp (const Question *q) {
  UtComparison comparison;
  Test test = { 0 };
  test.outcome = q->share ? ut_compare_proportion_constant (q->events, q->n, q->constant, level_of (q), &comparison)
                          : ut_compare_rate_constant (q->events, q->n * q->constant, level_of (q), &comparison);
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
  test.outcome = q->share ? ut_interval_clopper_pearson (q->events, q->n, level_of (q), &test.interval)
                          : ut_interval_rate_exact (q->events, q->n, level_of (q), &test.interval);
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
    test.outcome = q->share ? ut_interval_wilson (q->events, q->n, level_of (q), &test.interval)
                            : ut_interval_rate (q->events, q->n, level_of (q), &test.interval);
  return test;
}

static Test
test_by (const Question *q, UtRule rule) {
  Test test = rule == UT_RULE_FHI ? test_exact (q) : rule == UT_RULE_FINGERTIPS ? test_own_interval (q) : test_midp (q);
  test.p = ut_design_effect_p (test.p, q->design_effect);
  return test;
}

/* All that is possible lies between the pairs that are farthest below and above. */
static UtAnswer
answer_of (const Question *low, const Question *high, UtRule rule, double anchor, UtReason undecided) {
  Test down = test_by (low, rule), up = test_by (high, rule);
  UtOutcome outcome = down.outcome != UT_OUTCOME_OK ? down.outcome : up.outcome;
  UtAnswer answer = ut_no_answer (ut_reason_of_comparison (outcome));
  if (outcome != UT_OUTCOME_OK)
    return answer;
  int below = low->events / low->n > low->constant ? 1 : -1, above = high->events / high->n > high->constant ? 1 : -1;
  ut_answer_decide (&answer, below == above ? above : 0, below == above ? fmax (down.p, up.p) : 1, fmin (down.p, up.p),
                    undecided);
  answer.anchor = anchor;
  UtInterval interval
      = { fmin (down.interval.lower, up.interval.lower), fmax (down.interval.upper, up.interval.upper) };
  answer.deciding = ut_settle_interval (interval, anchor, answer.side);
  return answer;
}

/* A standardised share by FHI's rule: observed on expected events, which are Poisson. */
static gboolean
takes_share (const UtIndicator *indicator, UtRule rule) {
  return indicator->test == UT_TEST_BINOMIAL && !(indicator->standardised && rule == UT_RULE_FHI);
}

UtAnswer
ut_compare_constant (const UtIndicator *indicator, const UtKnown *own, double value, double play, UtRule rule) {
  double factor = ut_unit_factor (indicator->unit), design_effect = indicator->design_effect;
  gboolean share = takes_share (indicator, rule);
  UtPrinted known = { .value = value / factor, .half_width = play / factor };
  if (own->printed.persons_lowest / design_effect < 2)
    return ut_no_answer (UT_REASON_TOO_FEW_PERSONS);
  /* Nothing is random about a share of none or all. */
  if (!(known.value > known.half_width) || (share && !(known.value + known.half_width < 1)))
    return ut_no_answer (UT_REASON_NO_EVENTS);
  UtPossible possible;
  UtOutcome outcome = ut_possible_compare (share ? UT_POSSIBLE_SHARES : UT_POSSIBLE_RATES, UT_POSSIBLE_KNOWN,
                                           &own->printed, &known, design_effect, &possible);
  if (outcome != UT_OUTCOME_OK)
    return ut_no_answer (ut_reason_of_comparison (outcome));
  const Question low
      = { share, possible.lowest.events, possible.lowest.persons, possible.lowest.other_events, design_effect };
  const Question high
      = { share, possible.highest.events, possible.highest.persons, possible.highest.other_events, design_effect };
  UtAnswer answer = answer_of (&low, &high, rule, known.value, ut_undecided_reason (own));
  if (isnan (answer.p))
    return answer;
  ut_answer_rests_on (&answer, own, NULL);
  answer.ratio = ut_known_events (own) / ut_known_persons (own) / known.value;
  return answer;
}
