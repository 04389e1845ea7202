/* A comparison put in words: what kind of figures they are, what the rule answers, what that means here. */
#include "verdict.h"

#include "figure.h"

#include <math.h>

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
  if (indicator->standardised)
    return UT_REASON_STANDARDISED;
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
  gboolean exact = question->benchmark == UT_BENCHMARK_TARGET
                   || (!isnan (reference->numerator) && !isnan (reference->denominator));
  return exact ? 0 : indicator->resolution / 2;
}

static UtAnswer
ask (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference, const UtQuestion *question) {
  UtReason reason = ut_verdict_reason (indicator, own, reference, question);
  if (reason != UT_REASON_NONE)
    return ut_no_answer (reason);
  if (indicator->test == UT_TEST_MARGIN)
    return ut_compare_scores (indicator, own, reference, question->relation);
  UtAnswer answer = question->relation == UT_RELATION_CONSTANT
                        ? ut_compare_constant (indicator, own, reference->value,
                                               play_of (indicator, reference, question), question->rule)
                        : ut_compare_groups (indicator, own, reference, question->relation);
  double factor = ut_unit_factor (indicator->unit);
  answer.anchor *= factor;
  answer.deciding = ut_interval_scale (answer.deciding, factor);
  return answer;
}

UtVerdict
ut_verdict (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference, const UtQuestion *question) {
  UtAnswer answer = ask (indicator, own, reference, question);
  UtVerdict verdict = {
    .benchmark = question->benchmark,
    .rule = question->rule,
    .reference = *reference,
    /* How many more people a country has than a municipality is no difference worth a figure. */
    .difference = indicator->measure == UT_MEASURE_COUNT ? NAN : own->value - reference->value,
    .level = answer.reason == UT_REASON_NONE ? level_of (answer.side, indicator->polarity) : UT_LEVEL_NOT_TESTED,
    .reason = answer.reason,
    .p = answer.p,
    .p_best = answer.p,
    .q = NAN,
    .q_report = NAN,
    .own_counts = { NAN, NAN, NAN, NAN, NULL },
    .reference_counts = { NAN, NAN, NAN, NAN, NULL },
    .rest_numerator = answer.rest_numerator,
    .rest_denominator = answer.rest_denominator,
    .tested_against = answer.anchor,
    .deciding = answer.deciding,
    .ratio = answer.ratio,
    .ratio_interval = answer.ratio_interval,
  };
  verdict.below_relevant = verdict.level > UT_LEVEL_SIMILAR && fabs (verdict.difference) < indicator->relevant;
  return verdict;
}
