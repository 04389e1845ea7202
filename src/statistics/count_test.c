#include "statistics/count.h"
#include "statistics/numeric.h"

#include <math.h>

/* Newton's steps, in θ: a longer one has lost its way where a tail is flat. */
#define LONGEST_STEP 1.0
#define MOST_STEPS   500
/* Newton's steps square what is left: after one as short as this only rounding is. */
#define SHORT_STEP 1e-8

typedef struct {
  const UtCountFamily *family;
  double count;
  double own; /* how much of the count's own probability a tail takes in */
  double level;
} Test;

/* A tail that is more than it should be, and how that changes with θ. */
typedef struct {
  double excess, slope;
} Tail;

static Tail
tail_at (const Test *test, double theta, gboolean above) {
  UtCountTails tails = ut_count_log_tails (test->family, test->count, theta, test->own);
  double wanted = log ((1 - test->level) / 2);
  return above ? (Tail){ tails.above - wanted, tails.above_slope } : (Tail){ tails.below - wanted, tails.below_slope };
}

/* The θ at which a tail is the wanted one. A tail's logarithm is concave in θ, so that Newton's steps, once on the side
 * where it is too small, stay there and only come nearer. */
static gboolean
solve (const Test *test, gboolean above, double guess, double *theta) {
  /* The tail above grows with θ, the one below falls. */
  double towards = above ? 1 : -1;
  *theta = guess;
  for (int i = 0; i < MOST_STEPS; i++) {
    Tail tail = tail_at (test, *theta, above);
    if (isnan (tail.excess))
      return FALSE;
    double length = fabs (tail.excess) / fmax (tail.slope * towards, 0);
    double step = fmin (length, LONGEST_STEP) * (tail.excess > 0 ? -towards : towards);
    *theta += step;
    if (fabs (step) <= SHORT_STEP * fmax (1, fabs (*theta)))
      return TRUE;
  }
  return FALSE;
}

/* Twice the tail. One event among 220 can have a p of 0.05 to the last digit: rounding must not decide it here and
 * otherwise there, so what is that near the level is the level. */
static double
two_sided (double log_tail, double level) {
  double alpha = 1 - level, p = 2 * exp (log_tail);
  return fabs (p / alpha - 1) < 1e-12 ? alpha : MIN (p, 1);
}

gboolean
ut_count_limit (const UtCountFamily *family, double count, double own, gboolean above, double guess, double level,
                double *theta) {
  const Test test = { family, count, own, level };
  *theta = above ? -INFINITY : INFINITY;
  if (above ? !(count > family->lowest) : !(count < family->highest))
    return TRUE;
  return solve (&test, above, guess, theta);
}

/* The limit of one tail. The null bounds it on the side its own tail tells, so that the limit never contradicts p. */
static gboolean
find_limit (const Test *test, gboolean above, double null, double p_null, double guess, double *theta) {
  gboolean excluded = p_null < 1 - test->level;
  double least = 4 * DBL_EPSILON * MAX (1, fabs (null));
  if (!solve (test, above, guess, theta))
    return FALSE;
  /* The tail above gives the lower limit. */
  if (above == excluded)
    *theta = MAX (*theta, excluded ? null + least : null);
  else
    *theta = MIN (*theta, excluded ? null - least : null);
  return TRUE;
}

UtOutcome
ut_count_test (const UtCountFamily *family, double count, double own, double null, double guess, double guess_se,
               double level, double *p, UtInterval *theta) {
  const Test test = { family, count, own, level };
  double reach = ut_numeric_z (level) * guess_se;
  UtCountTails tails = ut_count_log_tails (family, count, null, own);
  double p_above = two_sided (tails.above, level), p_below = two_sided (tails.below, level);
  UtInterval limits = { -INFINITY, INFINITY };
  if (count > family->lowest && !find_limit (&test, TRUE, null, p_above, guess - reach, &limits.lower))
    return UT_OUTCOME_NOT_CONVERGED;
  if (count < family->highest && !find_limit (&test, FALSE, null, p_below, guess + reach, &limits.upper))
    return UT_OUTCOME_NOT_CONVERGED;
  *p = MIN (p_above, p_below);
  *theta = limits;
  return UT_OUTCOME_OK;
}
