/**
 * @file inequality.h
 * Social inequality over ranked groups. For `utsyn compare --by`, where a dataset divides by income or education; until
 * one does, checked against its reference cases and used by nothing else.
 */
#ifndef UTSYN_INEQUALITY_H
#define UTSYN_INEQUALITY_H

#include <utsyn/macros.h>
#include <utsyn/outcome.h>

UT_BEGIN_DECLS

/** Where the line is straight. */
typedef enum {
  UT_SCALE_PLAIN,
  UT_SCALE_LOG,   /**< values above 0 (rates) */
  UT_SCALE_LOGIT, /**< values inside (0,1) (shares) */
} UtScale;

/** A line over the ranking, bottom to top, in the value's unit. */
typedef struct {
  double bottom, top;        /**< the line at 0 and at 1 */
  double slope;              /**< slope index of inequality: top less bottom */
  double ratio;              /**< relative index of inequality: top over bottom; NaN where the bottom is not above 0 */
  UtInterval slope_interval; /**< NaN without standard errors */
  UtInterval ratio_interval; /**< NaN without standard errors, where `ratio` is, or where the bottom may be 0 */
} UtInequality;

/**
 * Slope index and relative index of inequality; Pamuk 1985, Popul Stud 39:17; Mackenbach & Kunst 1997, Soc Sci Med
 * 44:757; the line of PHEindicatormethods' phe_sii.
 *
 * Least squares of the values, on the given scale, on the middle of each group's share of all persons (0..1), weighted
 * by persons. The limits of the slope are normal on that scale; off the plain scale both indices are those of the line
 * turned about its middle to the slope's limits, as in PHEindicatormethods, and on it the ratio's limits are Fieller's
 * (1954, JRSS B 16:175). That package draws at random what is given here in closed form.
 *
 * @param persons  [n] in the order of the ranking, > 0
 * @param value    [n] finite, and inside the scale
 * @param se       [n] standard errors on the scale of the line (of log(value) for UT_SCALE_LOG), ≥ 0; NULL: no
 * intervals
 * @param scale    where the line is straight
 * @param level    two-sided, in (0,1)
 * @param[out] result  touched only when OK
 * @return UT_OUTCOME_OK; UT_OUTCOME_TOO_FEW_POINTS below 3 groups; UT_OUTCOME_NO_DENOMINATOR when a group has no
 *         persons; UT_OUTCOME_BAD_INPUT for NaN, infinity, a value outside the scale, a negative standard error or a
 *         level outside (0,1).
 *
 * Reference cases: tests/reference/inequality.csv
 */
UtOutcome ut_inequality (const double *persons, const double *value, const double *se, gsize n, UtScale scale,
                         double level, UtInequality *result);

UT_END_DECLS

#endif
