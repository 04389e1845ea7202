/* Rule utsyn: the place against people who are not in it, by the conditional mid-p (see compare.h and possible.h). */
#include "answer.h"

#include <math.h>
#include <utsyn/interval.h>

/* Binary dust of restated counts. */
#define DUST 1e-6

/* Both groups, about the middle of what is known. */
typedef struct {
  gboolean share;
  double events, persons;
  double other, other_persons; /* the rest, or the other group */
} Middle;

static Middle
find_middle (gboolean share, const UtKnown *own, const UtKnown *other, UtRelation relation) {
  Middle middle
      = { share, ut_known_events (own), ut_known_persons (own), ut_known_events (other), ut_known_persons (other) };
  if (relation != UT_RELATION_PART)
    return middle;
  middle.other -= middle.events;
  middle.other_persons -= middle.persons;
  return middle;
}

/* Whether the place can be a part of the benchmark, and not all of it. */
static UtReason
rest_reason (const Middle *middle, gboolean counted) {
  double rest = middle->other, rest_n = middle->other_persons;
  gboolean too_few = rest < -DUST || (middle->share && rest > rest_n + DUST);
  if (rest_n < -DUST || (counted && too_few))
    return UT_REASON_BENCHMARK_INCONSISTENT;
  if (rest_n <= DUST)
    return counted && rest > DUST ? UT_REASON_BENCHMARK_INCONSISTENT : UT_REASON_REST_EMPTY;
  return UT_REASON_NONE;
}

/* A share whose odds are so many times those of the anchor, or a rate so many times the anchor. */
static double
carry (gboolean share, double ratio, double anchor) {
  if (!share)
    return ratio * anchor;
  if (ratio == 1 || ratio == 0 || isinf (ratio))
    return ratio == 1 ? anchor : ratio == 0 ? 0 : 1;
  return ratio * anchor / (1 - anchor + ratio * anchor);
}

/*
 * The deciding interval on the own scale. When nobody or everybody in the rest is counted, the odds ratio has no place
 * there (every share is infinitely many times 0); the own figure's interval then stands in.
 */
static UtInterval
deciding_interval (const Middle *middle, const UtAnswer *answer, double level) {
  double anchor = answer->anchor;
  UtInterval ratio = answer->ratio_interval;
  UtInterval interval = { carry (middle->share, ratio.lower, anchor), carry (middle->share, ratio.upper, anchor) };
  if (anchor > 0 && (!middle->share || anchor < 1))
    return ut_settle_interval (interval, anchor, answer->side);
  UtOutcome outcome = middle->share ? ut_interval_wilson (middle->events, middle->persons, level, &interval)
                                    : ut_interval_rate (middle->events, middle->persons, level, &interval);
  interval = outcome == UT_OUTCOME_OK ? interval : (UtInterval){ 0, middle->share ? 1 : INFINITY };
  return ut_settle_interval (interval, anchor, answer->side);
}

static double
ratio_of (const Middle *middle) {
  if (!middle->share)
    return middle->events / middle->persons / (middle->other / middle->other_persons);
  return middle->events * (middle->other_persons - middle->other)
         / ((middle->persons - middle->events) * middle->other);
}

UtAnswer
ut_compare_groups (const UtIndicator *indicator, const UtKnown *own, const UtKnown *other, UtRelation relation) {
  gboolean share = indicator->test == UT_TEST_BINOMIAL;
  gboolean counted = own->basis == UT_BASIS_COUNTS && other->basis == UT_BASIS_COUNTS;
  Middle middle = find_middle (share, own, other, relation);
  UtReason reason = relation == UT_RELATION_PART ? rest_reason (&middle, counted) : UT_REASON_NONE;
  if (reason != UT_REASON_NONE)
    return ut_no_answer (reason);
  if (own->printed.persons_lowest / indicator->design_effect < 2)
    return ut_no_answer (UT_REASON_TOO_FEW_PERSONS);
  UtPrinted printed = own->printed;
  /* The rest is somebody. */
  if (relation == UT_RELATION_PART && printed.outward)
    printed.persons_highest
        = fmax (fmin (printed.persons_highest, other->printed.persons_lowest - 1), printed.persons_lowest);
  UtPossible possible;
  UtOutcome outcome = ut_possible_compare (share ? UT_POSSIBLE_SHARES : UT_POSSIBLE_RATES,
                                           relation == UT_RELATION_PART ? UT_POSSIBLE_PART : UT_POSSIBLE_APART,
                                           &printed, &other->printed, indicator->design_effect, &possible);
  UtAnswer answer = ut_no_answer (ut_reason_of_comparison (outcome));
  if (outcome != UT_OUTCOME_OK)
    return answer;
  ut_answer_decide (&answer, possible.side, possible.p_worst, possible.p_best, ut_undecided_reason (own));
  ut_answer_rests_on (&answer, own, other);
  answer.ratio = ratio_of (&middle);
  answer.ratio_interval = possible.ratio_interval;
  double anchor = fmax (middle.other / middle.other_persons, 0);
  answer.anchor = share ? fmin (anchor, 1) : anchor;
  if (counted) {
    answer.rest_numerator = middle.other;
    answer.rest_denominator = middle.other_persons;
  }
  answer.deciding = deciding_interval (&middle, &answer, ut_design_effect_level (indicator->design_effect));
  return answer;
}
