/* Rule utsyn: the place against people who are not in it, by the conditional mid-p (see compare.h). */
#include "answer.h"

#include "counts.h"

#include <math.h>
#include <utsyn/compare.h>
#include <utsyn/interval.h>

/* Binary dust of restated counts. */
#define DUST 1e-6

/* Whether the place can be a part of the benchmark, and not all of it. */
static UtReason
rest_reason (double rest, double rest_n, gboolean share) {
  if (rest < -DUST || rest_n < -DUST || (share && rest > rest_n + DUST))
    return UT_REASON_BENCHMARK_INCONSISTENT;
  if (rest_n <= DUST)
    return rest > DUST ? UT_REASON_BENCHMARK_INCONSISTENT : UT_REASON_REST_EMPTY;
  return UT_REASON_NONE;
}

/*
 * The deciding interval on the own scale. When nobody or everybody in the rest is counted, the odds ratio has no place
 * there (every share is infinitely many times 0); the own figure's interval then stands in.
 */
static UtInterval
deciding_interval (gboolean share, const UtComparison *comparison, const UtAnswer *answer, double own, double own_n) {
  double anchor = answer->anchor;
  UtInterval interval = comparison->own;
  if (anchor > 0 && (!share || anchor < 1))
    return interval;
  UtOutcome outcome
      = share ? ut_interval_wilson (own, own_n, 0.95, &interval) : ut_interval_rate (own, own_n, 0.95, &interval);
  return outcome == UT_OUTCOME_OK ? ut_settle_interval (interval, anchor, answer->side) : comparison->own;
}

/* Tests whole numbers: a restated split leaves fractions, which no count of persons has. */
static UtAnswer
compare_counts (gboolean share, double own, double own_n, double other, double other_n, UtRelation relation) {
  gboolean part = relation == UT_RELATION_PART;
  double events = round (own), rest = part ? round (other) - events : round (other);
  double n = share ? round (own_n) : own_n;
  double rest_n = share ? round (other_n) : other_n;
  rest_n -= part ? n : 0;
  UtReason reason = rest_reason (rest, rest_n, share);
  if (reason != UT_REASON_NONE)
    return ut_no_answer (reason);
  UtComparison comparison;
  UtOutcome outcome = share ? ut_compare_proportions (events, n, rest, rest_n, 0.95, &comparison)
                            : ut_compare_rates (events, n, rest, rest_n, 0.95, &comparison);
  UtAnswer answer = ut_no_answer (ut_reason_of_comparison (outcome));
  if (outcome != UT_OUTCOME_OK)
    return answer;
  answer.p = comparison.p;
  answer.ratio = comparison.ratio;
  answer.ratio_interval = comparison.ratio_interval;
  answer.rest_numerator = rest;
  answer.rest_denominator = rest_n;
  answer.anchor = rest / rest_n;
  answer.side = comparison.p >= 0.05 ? 0 : events / n > answer.anchor ? 1 : -1;
  answer.deciding = deciding_interval (share, &comparison, &answer, events, n);
  return answer;
}

/*
 * Counts that are only known by their rounded figure. More own events can only move the place up, and more events of
 * the other down, so the two extreme corners hold every answer between them.
 */
UtAnswer
ut_compare_groups (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference, UtRelation relation) {
  gboolean share = indicator->test == UT_TEST_BINOMIAL;
  UtCounts part, other;
  if (!ut_counts_find (indicator, own->value, own->numerator, own->denominator, &part))
    return ut_no_answer (UT_REASON_COUNT_NOT_PUBLISHED);
  if (!ut_counts_find (indicator, reference->value, reference->numerator, reference->denominator, &other))
    return ut_no_answer (UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED);
  UtAnswer answer = compare_counts (share, part.nearest, part.n, other.nearest, other.n, relation);
  if (answer.reason != UT_REASON_NONE || (part.lowest == part.highest && other.lowest == other.highest))
    return answer;
  UtAnswer down = compare_counts (share, part.lowest, part.n, other.highest, other.n, relation);
  UtAnswer up = compare_counts (share, part.highest, part.n, other.lowest, other.n, relation);
  if (down.reason != UT_REASON_NONE || up.reason != UT_REASON_NONE || down.side != answer.side
      || up.side != answer.side)
    return ut_no_answer (UT_REASON_ROUNDING_DECIDES);
  return answer;
}
