/* A comparison put in words: what kind of figures they are, what the rule answers, what that means here. */
#include "verdict.h"

#include "counts.h"
#include "figure.h"
#include "rounding.h"

#include <math.h>

gboolean
ut_reason_is_to_describe (UtReason reason) {
  return reason == UT_REASON_FULL_COUNT || reason == UT_REASON_PROJECTION;
}

static UtReason
missing_reason (const UtFigure *own) {
  if (!own->exists)
    return own->unread ? UT_REASON_UNREAD : UT_REASON_NO_FIGURE;
  if (own->status == UT_STATUS_CONFIDENTIAL || own->status == UT_STATUS_SUPPRESSED)
    return UT_REASON_CONFIDENTIAL;
  return own->status == UT_STATUS_OK ? UT_REASON_NONE : UT_REASON_FIGURE_MISSING;
}

static gboolean
either_has (const UtFigure *own, const UtFigure *reference, UtQuality quality) {
  return ((own->quality | reference->quality) & quality) != 0;
}

UtReason
ut_verdict_reason (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference,
                   const UtQuestion *question) {
  UtReason reason = missing_reason (own);
  if (reason != UT_REASON_NONE)
    return reason;
  if (question->reason == UT_REASON_GROUP_UNKNOWN)
    return question->reason;
  if (!reference->exists || reference->status != UT_STATUS_OK)
    return UT_REASON_NO_BENCHMARK;
  /* A month is no part of a year here: how many there were in October can be compared with October elsewhere. */
  if (either_has (own, reference, UT_QUALITY_PARTIAL))
    return UT_REASON_PARTIAL_PERIOD;
  if (either_has (own, reference, UT_QUALITY_APPROXIMATE))
    return UT_REASON_APPROXIMATE;
  if (either_has (own, reference, UT_QUALITY_ESTIMATE))
    return UT_REASON_ESTIMATED;
  if (ut_figure_may_be_suppressed (own->status, own->quality, own->value)
      || ut_figure_may_be_suppressed (reference->status, reference->quality, reference->value))
    return UT_REASON_AT_LIMIT;
  if (indicator->test == UT_TEST_NONE)
    return indicator->projection ? UT_REASON_PROJECTION : UT_REASON_FULL_COUNT;
  if (question->reason == UT_REASON_NONE && question->relation == UT_RELATION_PART
      && (reference->quality & UT_QUALITY_NOT_ADDABLE) != 0)
    return UT_REASON_BENCHMARK_ESTIMATE;
  return question->reason;
}

static UtLevel
level_of (int side, UtPolarity polarity) {
  if (side == 0)
    return UT_LEVEL_SIMILAR;
  if (polarity == UT_POLARITY_NEUTRAL)
    return side > 0 ? UT_LEVEL_HIGHER : UT_LEVEL_LOWER;
  return (side > 0) == (polarity == UT_POLARITY_HIGH) ? UT_LEVEL_BETTER : UT_LEVEL_WORSE;
}

/* How far a printed figure, whose counts are not known, may be from the true one. */
static double
play_of (const UtIndicator *indicator, const UtFigure *reference, const UtQuestion *question) {
  gboolean counted = !isnan (reference->numerator) && !isnan (reference->denominator);
  if (question->benchmark == UT_BENCHMARK_TARGET || (counted && indicator->test != UT_TEST_MARGIN))
    return 0;
  return ut_figure_half_width (question->table, indicator, reference);
}

/* Standardised figures are on the country's scale, so its own persons are of the right mix. */
static double
composition_of (const UtIndicator *indicator, UtBenchmark benchmark) {
  return benchmark == UT_BENCHMARK_COUNTRY ? 0 : indicator->composition;
}

static UtAnswer
ask (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference, const UtQuestion *question) {
  UtReason reason = ut_verdict_reason (indicator, own, reference, question);
  UtKnown known, other;
  if (reason != UT_REASON_NONE)
    return ut_no_answer (reason);
  if (indicator->test == UT_TEST_MARGIN)
    return ut_compare_scores (indicator, question->table, own, reference, play_of (indicator, reference, question),
                              question->relation);
  if (!ut_known_find (question->table, indicator, own, indicator->composition, &known))
    return ut_no_answer (UT_REASON_COUNT_NOT_PUBLISHED);
  if (question->relation == UT_RELATION_CONSTANT)
    return ut_compare_constant (indicator, &known, reference->value, play_of (indicator, reference, question),
                                question->rule);
  if (!ut_known_find (question->table, indicator, reference, composition_of (indicator, question->benchmark), &other))
    return ut_no_answer (UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED);
  return ut_compare_groups (indicator, &known, &other, question->relation);
}

static UtAnswer
ask_in_unit (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference, const UtQuestion *question) {
  UtAnswer answer = ask (indicator, own, reference, question);
  double factor = indicator->test == UT_TEST_MARGIN ? 1 : ut_unit_factor (indicator->unit);
  answer.anchor *= factor;
  answer.deciding = ut_interval_scale (answer.deciding, factor);
  return answer;
}

static UtLevel
level_of_answer (const UtAnswer *answer, UtPolarity polarity) {
  if (answer->undecided)
    return UT_LEVEL_UNDECIDED;
  return answer->reason == UT_REASON_NONE ? level_of (answer->side, polarity) : UT_LEVEL_NOT_TESTED;
}

/* What stands beside each other untested still rests on something. */
static UtBasis
basis_of (const UtAnswer *answer) {
  if (ut_reason_is_to_describe (answer->reason))
    return UT_BASIS_DESCRIBED;
  return answer->reason == UT_REASON_ESTIMATED ? UT_BASIS_ESTIMATED : answer->basis;
}

/* How small a difference is one worth a word */

/* A tenth of a person's standard deviation. */
static double
relevant_score (const UtIndicator *indicator, const UtFigure *own) {
  if (indicator->relevant > 0)
    return indicator->relevant;
  double declared = (indicator->sd_lowest + indicator->sd_highest) / 2;
  double implied = own->margin * sqrt (own->denominator) / 1.959963984540054;
  return 0.1 * (isnan (implied) ? declared : implied);
}

static gboolean
is_within_ratio (const UtIndicator *indicator, double own, double reference) {
  double factor = ut_unit_factor (indicator->unit);
  if (indicator->test == UT_TEST_BINOMIAL) {
    own = own / (factor - own);
    reference = reference / (factor - reference);
  }
  double ratio = own / reference;
  return ratio < indicator->relevant_ratio && ratio > 1 / indicator->relevant_ratio;
}

static gboolean
is_small (const UtIndicator *indicator, const UtFigure *own, const UtVerdict *verdict) {
  double difference = fabs (own->value - verdict->reference.value);
  if (indicator->test == UT_TEST_MARGIN)
    return difference < relevant_score (indicator, own);
  if (indicator->relevant > 0)
    return difference < indicator->relevant;
  return is_within_ratio (indicator, own->value, verdict->reference.value);
}

/* What the counts may be, one of which is too small to be shown: nobody shall find it by its p or its limits */

#define LIMIT 0.05

static gboolean
may_be_small (const UtIndicator *indicator, const UtPossibleCounts *counts) {
  double complement = counts->persons_lowest - counts->events_lowest;
  complement = fmin (complement, counts->persons_highest - counts->events_highest);
  return ut_counts_are_small (&indicator->suppress, counts->events_lowest, counts->persons_lowest - complement,
                              counts->persons_lowest);
}

/* Two digits, and on its own side of the limit. */
static double
two_digits (double p) {
  if (!(p > 0) || p >= 1)
    return p;
  double scale = pow (10, floor (log10 (p)) - 1), rounded = round (p / scale) * scale;
  return p < LIMIT ? fmin (rounded, LIMIT - 0.001) : fmax (rounded, LIMIT);
}

static void
guard_counts (UtPossibleCounts *counts) {
  counts->events_lowest = counts->events_highest = counts->persons_lowest = counts->persons_highest = NAN;
}

/* Limits as the figure is printed, and still on their side of the line. */
static void
guard (const UtIndicator *indicator, const UtFigure *own, UtVerdict *verdict) {
  gboolean open = verdict->basis != UT_BASIS_DERIVED && verdict->basis != UT_BASIS_APPROXIMATE;
  if (open
      || (!may_be_small (indicator, &verdict->own_counts) && !may_be_small (indicator, &verdict->reference_counts)))
    return;
  double scale = pow (10, ut_indicator_decimals (indicator, own->value));
  int side = verdict->p >= LIMIT ? 0 : verdict->deciding.lower > verdict->tested_against ? 1 : -1;
  UtInterval rounded
      = { round (verdict->deciding.lower * scale) / scale, round (verdict->deciding.upper * scale) / scale };
  verdict->p = two_digits (verdict->p);
  verdict->p_best = two_digits (verdict->p_best);
  /* The rest, and the ratio to it, are reckoned with the count: in full they would give it back. */
  verdict->tested_against = round (verdict->tested_against * scale) / scale;
  verdict->deciding = ut_settle_interval (rounded, verdict->tested_against, side);
  verdict->ratio = NAN;
  verdict->ratio_interval = ut_no_interval;
  verdict->rest_numerator = verdict->rest_denominator = NAN;
  guard_counts (&verdict->own_counts);
  guard_counts (&verdict->reference_counts);
}

UtVerdict
ut_verdict (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference, const UtQuestion *question) {
  UtAnswer answer = ask_in_unit (indicator, own, reference, question);
  UtVerdict verdict = {
    .benchmark = question->benchmark,
    .rule = question->rule,
    .reference = *reference,
    /* How many more people a country has than a municipality is no difference worth a figure. */
    .difference = indicator->measure == UT_MEASURE_COUNT ? NAN : own->value - reference->value,
    .level = level_of_answer (&answer, indicator->polarity),
    .reason = answer.reason,
    .p = answer.p,
    .p_best = answer.p_best,
    .q = NAN,
    .q_report = NAN,
    .basis = basis_of (&answer),
    .own_counts = answer.own_counts,
    .reference_counts = answer.reference_counts,
    .rest_numerator = answer.rest_numerator,
    .rest_denominator = answer.rest_denominator,
    .tested_against = answer.anchor,
    .deciding = answer.deciding,
    .ratio = answer.ratio,
    .ratio_interval = answer.ratio_interval,
  };
  verdict.below_relevant = verdict.level > UT_LEVEL_SIMILAR && is_small (indicator, own, &verdict);
  guard (indicator, own, &verdict);
  return verdict;
}
