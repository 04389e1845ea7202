/**
 * @file outcome.h
 * Outcomes of the statistics: an answer, or why there is none.
 */
#ifndef UTSYN_OUTCOME_H
#define UTSYN_OUTCOME_H

#include <glib.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

typedef enum {
  UT_OUTCOME_OK,
  UT_OUTCOME_NO_DENOMINATOR, /**< denominator 0, negative or NaN */
  UT_OUTCOME_BAD_INPUT,      /**< NaN, a negative count, count above denominator, level outside (0,1) or within
                                  1e-12 of its ends, a number too far out to calculate with: beyond 1e100 in a
                                  series, denominators of counts beyond 1e20 or below 1e-20 */
  UT_OUTCOME_NO_EVENTS,      /**< no event (or no non-event) in either group: nothing to compare */
  UT_OUTCOME_TOO_FEW_EVENTS, /**< fewer events than the method is published for */
  UT_OUTCOME_TOO_FEW_POINTS, /**< fewer points than the method needs */
  UT_OUTCOME_NO_VARIATION,   /**< all values, or all times, the same */
  UT_OUTCOME_NOT_CONVERGED,  /**< an iteration did not settle */
} UtOutcome;

/** A two-sided interval; both ends in the unit of the function that made it. */
typedef struct {
  double lower;
  double upper;
} UtInterval;

UT_END_DECLS

#endif
