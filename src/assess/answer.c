#include "answer.h"

#include "figure.h"

#include <math.h>

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
  };
}

/* Enough to outlive a change of unit, too little to be seen. */
#define HAIR 1e-9

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
  default:
    return UT_REASON_METHOD_FAILED;
  }
}
