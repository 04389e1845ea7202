#include <utsyn/difference.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <utsyn/exact.h>
#include <utsyn/interval.h>

#include <math.h>

/* So small a part of all is rounding, and its inverse may be no double. */
#define NOTHING 1e-20

static UtOutcome
check_share (double x, double n) {
  if (!(n > 0) || !isfinite (n))
    return UT_OUTCOME_NO_DENOMINATOR;
  return ut_numeric_denominator (n) && x >= 0 && x <= n ? UT_OUTCOME_OK : UT_OUTCOME_BAD_INPUT;
}

static UtOutcome
check_both (double x1, double n1, double x2, double n2) {
  UtOutcome first = check_share (x1, n1), second = check_share (x2, n2);
  return first != UT_OUTCOME_OK ? first : second;
}

static UtScoreTest
score_test (double away, double scale) {
  double corrected = away - MIN (0.5, away), plain_chi = away * away * scale,
         corrected_chi = corrected * corrected * scale;
  return (UtScoreTest){ plain_chi, ut_chi_square_p (plain_chi, 1), corrected_chi, ut_chi_square_p (corrected_chi, 1) };
}

UtOutcome
ut_score_proportion_constant (double x, double n, double p0, UtScoreTest *result) {
  UtOutcome outcome = check_share (x, n);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!(ut_numeric_denominator (p0) && p0 < 1))
    return UT_OUTCOME_BAD_INPUT;
  *result = score_test (fabs (x - n * p0), 1 / (n * p0 * (1 - p0)));
  return UT_OUTCOME_OK;
}

UtOutcome
ut_score_proportions (double x1, double n1, double x2, double n2, UtScoreTest *result) {
  UtOutcome outcome = check_both (x1, n1, x2, n2);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double events = x1 + x2, others = (n1 - x1) + (n2 - x2), all = n1 + n2;
  if (events <= NOTHING * all || others <= NOTHING * all)
    return UT_OUTCOME_NO_EVENTS;
  /* Every cell is this far from its expected count. */
  double away = fabs (x1 * (n2 - x2) - x2 * (n1 - x1)) / all;
  *result = score_test (away, all / n1 * (all / n2) * (all / events) / others);
  return UT_OUTCOME_OK;
}

UtOutcome
ut_difference_newcombe (double x1, double n1, double x2, double n2, double level, UtDifference *result) {
  UtOutcome outcome = check_both (x1, n1, x2, n2);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (!ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  UtInterval first, second;
  ut_interval_wilson (x1, n1, level, &first);
  ut_interval_wilson (x2, n2, level, &second);
  double p1 = x1 / n1, p2 = x2 / n2, difference = p1 - p2;
  result->difference = difference;
  result->interval = (UtInterval){ difference - hypot (p1 - first.lower, second.upper - p2),
                                   difference + hypot (first.upper - p1, p2 - second.lower) };
  return UT_OUTCOME_OK;
}

UtOutcome
ut_part_of_whole_proportion (double x, double n, double whole_x, double whole_n, double level, UtPart *result) {
  UtOutcome outcome = check_both (x, n, whole_x, whole_n);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  if (n > whole_n || x > whole_x || n - x > whole_n - whole_x || !ut_numeric_level_ok (level))
    return UT_OUTCOME_BAD_INPUT;
  if (n == whole_n)
    return UT_OUTCOME_NO_DENOMINATOR;
  if (whole_x == 0 || whole_x == whole_n)
    return UT_OUTCOME_NO_EVENTS;
  double share = whole_x / whole_n, rest = (whole_n - n) / whole_n;
  UtPart found = { .difference = (x * whole_n - whole_x * n) / n / whole_n };
  found.se = sqrt (share * ((whole_n - whole_x) / whole_n) * (rest / n));
  found.z = found.difference / found.se;
  found.p = ut_numeric_normal_p (found.z);
  if (!isfinite (found.z))
    return UT_OUTCOME_BAD_INPUT;
  outcome = ut_difference_newcombe (x, n, whole_x - x, whole_n - n, level, &found.from_rest);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  found.interval = (UtInterval){ found.from_rest.interval.lower * rest, found.from_rest.interval.upper * rest };
  *result = found;
  return UT_OUTCOME_OK;
}

UtOutcome
ut_part_of_whole_rate (double x, double t, double whole_x, double whole_t, double level, UtPartRate *result) {
  if (!(t > 0) || !isfinite (whole_t) || !(whole_t > t))
    return UT_OUTCOME_NO_DENOMINATOR;
  if (!(x >= 0 && x <= whole_x))
    return UT_OUTCOME_BAD_INPUT;
  UtExactTest test;
  UtExactRatio rest;
  UtOutcome outcome = ut_exact_rates (x, t, whole_x - x, whole_t - t, &test);
  if (outcome == UT_OUTCOME_OK)
    outcome = ut_exact_rate_ratio (x, t, whole_x - x, whole_t - t, level, &rest);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  *result = (UtPartRate){ .ratio_to_whole = (x / t) / (whole_x / whole_t), .p = test.p, .rest = rest };
  return UT_OUTCOME_OK;
}
