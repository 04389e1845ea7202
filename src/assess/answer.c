#include "answer.h"

#include "figure.h"

#include <math.h>

/* Enough to outlive a change of unit, too little to be seen. */
#define HAIR 1e-9

UtAnswer
ut_no_answer (UtReason reason) {
  return (UtAnswer){
    .reason = reason,
    .p = NAN,
    .ratio = NAN,
    .anchor = NAN,
    .ratio_interval = ut_no_interval,
    .deciding = ut_no_interval,
    .rest_numerator = NAN,
    .rest_denominator = NAN,
    .p_best = NAN,
    .own_counts = { NAN, NAN, NAN, NAN, NULL },
    .reference_counts = { NAN, NAN, NAN, NAN, NULL },
  };
}

void
ut_answer_decide (UtAnswer *answer, int side, double p_worst, double p_best, UtReason undecided) {
  answer->p = p_worst;
  answer->p_best = p_best;
  answer->side = p_worst < 0.05 ? side : 0;
  answer->undecided = p_worst >= 0.05 && p_best < 0.05;
  answer->reason = answer->undecided ? undecided : UT_REASON_NONE;
}

UtReason
ut_undecided_reason (const UtKnown *own) {
  return own->printed.persons_lowest == own->printed.persons_highest ? UT_REASON_ROUNDING_DECIDES
                                                                     : UT_REASON_PERSONS_DECIDE;
}

static UtPossibleCounts
possible_counts (const UtKnown *known) {
  const UtPrinted *printed = &known->printed;
  double least = fmax (printed->value - printed->half_width, 0), most = printed->value + printed->half_width;
  gboolean counted = printed->events_lowest == printed->events_highest;
  UtPossibleCounts counts = { printed->events_lowest, printed->events_highest, printed->persons_lowest,
                              printed->persons_highest, known->stands_in };
  if (counted)
    return counts;
  double low = printed->persons_lowest * least, high = printed->persons_highest * most;
  counts.events_lowest = printed->outward ? floor (low + HAIR) : ceil (low - HAIR);
  counts.events_highest = printed->outward ? ceil (high - HAIR) : floor (high + HAIR);
  return counts;
}

void
ut_answer_rests_on (UtAnswer *answer, const UtKnown *own, const UtKnown *other) {
  answer->basis = own->basis;
  answer->own_counts = possible_counts (own);
  if (other == NULL)
    return;
  /* Published counts, then derived, then what stands in. */
  answer->basis = MAX (own->basis, other->basis);
  answer->reference_counts = possible_counts (other);
}

UtInterval
ut_settle_interval (UtInterval interval, double anchor, int side) {
  if (side == 0)
    return (UtInterval){ fmin (interval.lower, anchor), fmax (interval.upper, anchor) };
  if (side > 0)
    interval.lower = fmax (interval.lower, anchor + HAIR * anchor);
  if (side < 0)
    interval.upper = fmin (interval.upper, anchor - HAIR * anchor);
  return interval;
}

UtReason
ut_reason_of_comparison (UtOutcome outcome) {
  switch (outcome) {
  case UT_OUTCOME_OK:
    return UT_REASON_NONE;
  case UT_OUTCOME_NO_EVENTS:
    return UT_REASON_NO_EVENTS;
  case UT_OUTCOME_NO_DENOMINATOR:
    return UT_REASON_REST_EMPTY;
  case UT_OUTCOME_TOO_FEW_POINTS:
    return UT_REASON_FIGURES_DISAGREE;
  default:
    return UT_REASON_METHOD_FAILED;
  }
}
