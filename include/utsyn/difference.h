/**
 * @file difference.h
 * Large-sample tests of shares, differences of two shares, and a part against the whole that holds it. Newcombe's
 * interval is the change between two surveys, the score test against a constant rule fingertips'; the others are what
 * the calibration sets the mid-p test against.
 */
#ifndef UTSYN_DIFFERENCE_H
#define UTSYN_DIFFERENCE_H

#include <utsyn/exact.h>
#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** A score test, without and with Yates' correction min(½, |observed − expected|). */
typedef struct {
  double chi_square; /**< 1 df */
  double p;          /**< two-sided; 0 below about 1e-308 */
  double chi_square_corrected;
  double p_corrected;
} UtScoreTest;

/**
 * Score test of a share against a constant.
 *
 * (x − n p0)²/(n p0 (1 − p0)); Wilson 1927, JASA 22:209; correction Yates 1934, Suppl JRSS 1:217. It rejects where the
 * constant is outside the Wilson interval.
 *
 * @param x   events, 0 ≤ x ≤ n (may be fractional)
 * @param n   persons or answers, > 0
 * @param p0  the constant share, inside (0,1)
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when n is not positive or not finite; UT_OUTCOME_BAD_INPUT when x is
 *         NaN or outside 0..n, or p0 outside (0,1).
 *
 * Reference cases: tests/reference/exact_proportion_constant.csv
 */
UtOutcome ut_score_proportion_constant (double x, double n, double p0, UtScoreTest *result);

/**
 * Chi-square test of two shares; Pearson 1900, Phil Mag 50:157; correction Yates 1934, Suppl JRSS 1:217.
 *
 * Σ (|O − E| − correction)²/E over the four cells, as R's chisq.test.
 *
 * @param x1,x2  events, 0 ≤ x ≤ n (may be fractional)
 * @param n1,n2  persons or answers, > 0
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when an n is not positive or not finite; UT_OUTCOME_BAD_INPUT when
 *         an x is NaN or outside 0..n; UT_OUTCOME_NO_EVENTS when neither group has an event, or neither a non-event.
 *
 * Reference cases: tests/reference/score_proportions.csv
 */
UtOutcome ut_score_proportions (double x1, double n1, double x2, double n2, UtScoreTest *result);

/** A difference of two shares, −1..1. */
typedef struct {
  double difference; /**< first less second */
  UtInterval interval;
} UtDifference;

/**
 * Difference of two shares with Newcombe's interval from two Wilson intervals (method 10); 1998, Stat Med 17:873.
 *
 * d − √((p1 − l1)² + (u2 − p2)²) and d + √((u1 − p1)² + (p2 − l2)²).
 *
 * @param x1,x2  events, 0 ≤ x ≤ n (may be fractional)
 * @param n1,n2  persons or answers, > 0
 * @param level  two-sided, in (0,1)
 * @param[out] result  touched only when OK; two groups without events have a difference of 0 and an interval
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when an n is not positive or not finite; UT_OUTCOME_BAD_INPUT when
 *         an x is NaN or outside 0..n, or the level outside (0,1).
 *
 * Reference cases: tests/reference/difference_newcombe.csv
 */
UtOutcome ut_difference_newcombe (double x1, double n1, double x2, double n2, double level, UtDifference *result);

/** A group against the whole that it is a part of. */
typedef struct {
  double difference;      /**< own share less the whole's */
  double se;              /**< √(P(1 − P)(1/n − 1/N)), P the whole's share */
  double z;               /**< difference/se; z² is the chi-square of the part against the rest */
  double p;               /**< two-sided, normal */
  UtInterval interval;    /**< of `difference`: the interval against the rest times 1 − n/N */
  UtDifference from_rest; /**< own share less the rest's, with Newcombe's interval */
} UtPart;

/**
 * Share of a part against that of the whole.
 *
 * @param x,n              events and persons of the part, 0 ≤ x ≤ n, n > 0
 * @param whole_x,whole_n  of the whole, the part among them
 * @param level            two-sided, in (0,1)
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when an n is not positive or not finite, or the part is the whole;
 *         UT_OUTCOME_BAD_INPUT when an x is NaN or outside its 0..n, the part has more events or more others than the
 *         whole, or the level is outside (0,1); UT_OUTCOME_NO_EVENTS when the whole has no event or only events.
 *
 * Reference cases: tests/reference/part_of_whole_proportion.csv
 */
UtOutcome ut_part_of_whole_proportion (double x, double n, double whole_x, double whole_n, double level,
                                       UtPart *result);

/** A rate against that of the whole that it is a part of. */
typedef struct {
  double ratio_to_whole;
  double p;          /**< exact, minimum likelihood, of part against rest */
  UtExactRatio rest; /**< ratio to the rest's rate, exact limits */
} UtPartRate;

/**
 * Rate of a part against that of the whole, tested against the rest; ut_exact_rates().
 *
 * @param x,t              events and person-years of the part, x ≥ 0, t > 0
 * @param whole_x,whole_t  of the whole, the part among them
 * @param level            two-sided, in (0,1)
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_NO_DENOMINATOR when t is not positive, or the whole's not finite or no larger;
 *         UT_OUTCOME_BAD_INPUT when x is negative, NaN or above the whole's, above 1e10, or the level is outside (0,1);
 *         UT_OUTCOME_NO_EVENTS when the whole has no event; UT_OUTCOME_NOT_CONVERGED.
 *
 * Reference cases: tests/reference/part_of_whole_rate.csv
 */
UtOutcome ut_part_of_whole_rate (double x, double t, double whole_x, double whole_t, double level, UtPartRate *result);

UT_END_DECLS

#endif
