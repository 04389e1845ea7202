/*
 * Rule utsyn: a place against the rest of its county or country. The counts are tested by the conditional mid-p (see
 * compare.h), scores by their published margins.
 */
#include "verdict.h"

#include "counts.h"
#include "figure.h"

#include <math.h>
#include <utsyn/compare.h>
#include <utsyn/interval.h>

/* Two-sided 5 % of the normal distribution. */
#define Z_95 1.959963984540054
/* Binary dust of restated counts. */
#define DUST 1e-6

/* An answer before it is put in words: where the place lies and what decided it, still without unit. */
typedef struct {
  UtReason reason; /* UT_REASON_NONE when there is an answer */
  int side;        /* 1 above the rest, -1 below, 0 not sure */
  double p, ratio, anchor;
  UtInterval ratio_interval, deciding;
  double rest_numerator, rest_denominator;
} Answer;

static Answer
no_answer (UtReason reason) {
  return (Answer){
    .reason = reason,
    .p = NAN,
    .ratio = NAN,
    .anchor = NAN,
    .ratio_interval = ut_no_interval,
    .deciding = ut_no_interval,
    .rest_numerator = NAN,
    .rest_denominator = NAN,
  };
}

static UtReason
missing_reason (const UtFigure *own) {
  if (!own->exists)
    return UT_REASON_NO_FIGURE;
  if (own->status == UT_STATUS_CONFIDENTIAL || own->status == UT_STATUS_SUPPRESSED)
    return UT_REASON_CONFIDENTIAL;
  return own->status == UT_STATUS_OK ? UT_REASON_NONE : UT_REASON_FIGURE_MISSING;
}

static gboolean
either_has (const UtFigure *own, const UtFigure *reference, UtQuality quality) {
  return ((own->quality | reference->quality) & quality) != 0;
}

/* What keeps the two figures from being compared before any count is looked at. */
static UtReason
figure_reason (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference) {
  UtReason reason = missing_reason (own);
  if (reason != UT_REASON_NONE)
    return reason;
  if (!reference->exists || reference->status != UT_STATUS_OK)
    return UT_REASON_NO_BENCHMARK;
  /* A month is no part of a year here: how many there were in October can be compared with October elsewhere. */
  if (either_has (own, reference, UT_QUALITY_PARTIAL))
    return UT_REASON_PARTIAL_PERIOD;
  if (either_has (own, reference, UT_QUALITY_APPROXIMATE))
    return UT_REASON_APPROXIMATE;
  if (ut_figure_may_be_hidden (own->status, own->quality, own->value)
      || ut_figure_may_be_hidden (reference->status, reference->quality, reference->value))
    return UT_REASON_AT_LIMIT;
  if (indicator->test == UT_TEST_NONE)
    return indicator->projection ? UT_REASON_PROJECTION : UT_REASON_FULL_COUNT;
  return indicator->standardised ? UT_REASON_STANDARDISED : UT_REASON_NONE;
}

/* Whether the place can be a part of the benchmark, and not all of it. */
static UtReason
rest_reason (double own, double own_n, double whole, double whole_n, gboolean share) {
  double rest = whole - own, rest_n = whole_n - own_n;
  if (rest < -DUST || rest_n < -DUST || (share && rest > rest_n + DUST))
    return UT_REASON_BENCHMARK_INCONSISTENT;
  if (rest_n <= DUST)
    return rest > DUST ? UT_REASON_BENCHMARK_INCONSISTENT : UT_REASON_REST_EMPTY;
  return UT_REASON_NONE;
}

static UtReason
outcome_reason (UtOutcome outcome) {
  switch (outcome) {
  case UT_OUTCOME_OK:
    return UT_REASON_NONE;
  case UT_OUTCOME_NO_EVENTS:
    return UT_REASON_NO_EVENTS;
  case UT_OUTCOME_NO_DENOMINATOR:
    return UT_REASON_REST_EMPTY;
  default:
    return UT_REASON_METHOD_FAILED;
  }
}

/*
 * The deciding interval on the own scale. When nobody or everybody in the rest is counted, the odds ratio has no place
 * there (every share is infinitely many times 0); the own figure's interval then stands in. It excludes the anchor
 * whenever the place has an event, so it is stretched to the anchor where the test was not sure.
 */
static UtInterval
deciding_interval (const UtIndicator *indicator, const UtComparison *comparison, const Answer *answer, double own,
                   double own_n) {
  gboolean share = indicator->test == UT_TEST_BINOMIAL;
  double anchor = answer->anchor;
  UtInterval interval = comparison->own;
  if (anchor > 0 && (!share || anchor < 1))
    return interval;
  UtOutcome outcome
      = share ? ut_interval_wilson (own, own_n, 0.95, &interval) : ut_interval_rate (own, own_n, 0.95, &interval);
  if (outcome != UT_OUTCOME_OK)
    return comparison->own;
  if (answer->side == 0)
    interval = (UtInterval){ fmin (interval.lower, anchor), fmax (interval.upper, anchor) };
  return interval;
}

/* Tests whole numbers: a restated split leaves fractions, which no count of persons has. */
static Answer
compare_counts (const UtIndicator *indicator, double own, double own_n, double whole, double whole_n) {
  gboolean share = indicator->test == UT_TEST_BINOMIAL;
  double events = round (own), rest = round (whole) - round (own);
  double n = share ? round (own_n) : own_n;
  double rest_n = share ? round (whole_n) - round (own_n) : whole_n - own_n;
  UtReason reason = rest_reason (events, n, events + rest, n + rest_n, share);
  if (reason != UT_REASON_NONE)
    return no_answer (reason);
  UtComparison comparison;
  UtOutcome outcome = share ? ut_compare_proportions (events, n, rest, rest_n, 0.95, &comparison)
                            : ut_compare_rates (events, n, rest, rest_n, 0.95, &comparison);
  Answer answer = no_answer (outcome_reason (outcome));
  if (outcome != UT_OUTCOME_OK)
    return answer;
  answer.p = comparison.p;
  answer.ratio = comparison.ratio;
  answer.ratio_interval = comparison.ratio_interval;
  answer.rest_numerator = rest;
  answer.rest_denominator = rest_n;
  answer.anchor = rest / rest_n;
  answer.side = comparison.p >= 0.05 ? 0 : events / n > answer.anchor ? 1 : -1;
  answer.deciding = deciding_interval (indicator, &comparison, &answer, events, n);
  return answer;
}

/*
 * Counts that are only known by their rounded figure. More own events among the same whole can only move the place up
 * against the rest, and a larger whole only down, so the two extreme corners hold every answer between them.
 */
static Answer
compare_by_counts (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference) {
  UtCounts part, whole;
  if (!ut_counts_find (indicator, own->value, own->numerator, own->denominator, &part))
    return no_answer (UT_REASON_COUNT_NOT_PUBLISHED);
  if (!ut_counts_find (indicator, reference->value, reference->numerator, reference->denominator, &whole))
    return no_answer (UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED);
  Answer answer = compare_counts (indicator, part.nearest, part.n, whole.nearest, whole.n);
  if (answer.reason != UT_REASON_NONE || (part.lowest == part.highest && whole.lowest == whole.highest))
    return answer;
  Answer down = compare_counts (indicator, part.lowest, part.n, whole.highest, whole.n);
  Answer up = compare_counts (indicator, part.highest, part.n, whole.lowest, whole.n);
  if (down.reason != UT_REASON_NONE || up.reason != UT_REASON_NONE || down.side != answer.side
      || up.side != answer.side)
    return no_answer (UT_REASON_ROUNDING_DECIDES);
  return answer;
}

static int
side_of (double difference, double margin) {
  return fabs (difference) <= margin ? 0 : difference > 0 ? 1 : -1;
}

/*
 * Scores with a published margin. The mean of the rest is (N·M − n·m)/(N − n) when the numbers measured are known, else
 * the benchmark's own; its margin is taken to be the benchmark's. Both scores are rounded, so each true one lies within
 * half a step, and the answer must be the same in that whole square: the rest moves against the place, by `leverage`
 * times the half step, when both move.
 */
static Answer
compare_scores (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference) {
  if (isnan (own->margin))
    return no_answer (UT_REASON_COUNT_NOT_PUBLISHED);
  if (isnan (reference->margin))
    return no_answer (UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED);
  Answer answer = no_answer (UT_REASON_NONE);
  double leverage = 1;
  answer.anchor = reference->value;
  if (!isnan (own->denominator) && !isnan (reference->denominator)) {
    UtReason reason = rest_reason (0, own->denominator, 0, reference->denominator, FALSE);
    if (reason != UT_REASON_NONE)
      return no_answer (reason);
    double rest_n = reference->denominator - own->denominator;
    leverage = reference->denominator / rest_n;
    answer.anchor = (reference->denominator * reference->value - own->denominator * own->value) / rest_n;
    answer.rest_denominator = rest_n;
  }
  double margin = hypot (own->margin, reference->margin);
  if (!(margin > 0))
    return no_answer (UT_REASON_COUNT_NOT_PUBLISHED);
  double difference = own->value - answer.anchor;
  double play = indicator->resolution * leverage;
  answer.side = side_of (difference, margin);
  if (side_of (difference - play, margin) != answer.side || side_of (difference + play, margin) != answer.side)
    return no_answer (UT_REASON_ROUNDING_DECIDES);
  answer.p = erfc (fabs (difference) / margin * Z_95 / G_SQRT2);
  answer.deciding = (UtInterval){ own->value - margin, own->value + margin };
  return answer;
}

static UtLevel
level_of (int side, UtPolarity polarity) {
  if (side == 0)
    return UT_LEVEL_SIMILAR;
  if (polarity == UT_POLARITY_NEUTRAL)
    return side > 0 ? UT_LEVEL_HIGHER : UT_LEVEL_LOWER;
  return (side > 0) == (polarity == UT_POLARITY_HIGH) ? UT_LEVEL_BETTER : UT_LEVEL_WORSE;
}

static Answer
find_answer (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference) {
  UtReason reason = figure_reason (indicator, own, reference);
  if (reason != UT_REASON_NONE)
    return no_answer (reason);
  Answer answer = indicator->test == UT_TEST_MARGIN ? compare_scores (indicator, own, reference)
                                                    : compare_by_counts (indicator, own, reference);
  if (indicator->test != UT_TEST_MARGIN) {
    double factor = ut_unit_factor (indicator->unit);
    answer.anchor *= factor;
    answer.deciding = ut_interval_scale (answer.deciding, factor);
  }
  return answer;
}

UtVerdict
ut_verdict (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference, UtBenchmark benchmark) {
  Answer answer = find_answer (indicator, own, reference);
  UtVerdict verdict = {
    .benchmark = benchmark,
    .reference = *reference,
    /* How many more people a country has than a municipality is no difference worth a figure. */
    .difference = indicator->measure == UT_MEASURE_COUNT ? NAN : own->value - reference->value,
    .level = answer.reason == UT_REASON_NONE ? level_of (answer.side, indicator->polarity) : UT_LEVEL_NOT_TESTED,
    .reason = answer.reason,
    .p = answer.p,
    .q = NAN,
    .rest_numerator = answer.rest_numerator,
    .rest_denominator = answer.rest_denominator,
    .anchor = answer.anchor,
    .deciding = answer.deciding,
    .ratio = answer.ratio,
    .ratio_interval = answer.ratio_interval,
  };
  verdict.trivial = verdict.level > UT_LEVEL_SIMILAR && fabs (verdict.difference) < indicator->relevant;
  return verdict;
}
