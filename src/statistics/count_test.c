#include "statistics/count.h"
#include "statistics/numeric.h"

#include <math.h>

typedef struct {
  const UtCountFamily *family;
  double count;
  gboolean upwards;
  double level;
  double own; /* how much of the count's own probability a tail takes in */
} Limit;

static double
limit_excess (double theta, void *data) {
  const Limit *limit = data;
  return ut_count_log_tail (limit->family, limit->count, theta, limit->upwards, limit->own)
         - log ((1 - limit->level) / 2);
}

/* Twice the tail. One event among 220 can have a p of 0.05 to the last digit: rounding must not decide it here and
 * otherwise there, so what is that near the level is the level. */
static double
two_sided (const Limit *limit, double theta) {
  double alpha = 1 - limit->level;
  double p = 2 * exp (ut_count_log_tail (limit->family, limit->count, theta, limit->upwards, limit->own));
  return fabs (p / alpha - 1) < 1e-12 ? alpha : MIN (p, 1);
}

/* The θ at which the tail is the wanted one. The null bounds the bracket on the side its own tail tells, so that the
 * limit never contradicts p. */
static gboolean
find_limit (Limit *limit, double null, double guess, double *theta) {
  gboolean excluded = two_sided (limit, null) < 1 - limit->level;
  /* The tail upwards grows with θ and gives the lower limit; the tail downwards falls and gives the upper one. */
  gboolean above_null = limit->upwards == excluded;
  if (!ut_numeric_root (limit_excess, limit, limit->upwards, guess - 0.5, guess + 0.5, theta))
    return FALSE;
  double least = 4 * DBL_EPSILON * MAX (1, fabs (null));
  if (above_null)
    *theta = MAX (*theta, excluded ? null + least : null);
  else
    *theta = MIN (*theta, excluded ? null - least : null);
  return TRUE;
}

UtOutcome
ut_count_test (const UtCountFamily *family, double count, double own, double null, double guess, double guess_se,
               double level, double *p, UtInterval *theta) {
  double z = ut_numeric_z (level);
  Limit lower = { family, count, TRUE, level, own }, upper = { family, count, FALSE, level, own };
  UtInterval limits = { -INFINITY, INFINITY };
  if (count > family->lowest && !find_limit (&lower, null, guess - z * guess_se, &limits.lower))
    return UT_OUTCOME_NOT_CONVERGED;
  if (count < family->highest && !find_limit (&upper, null, guess + z * guess_se, &limits.upper))
    return UT_OUTCOME_NOT_CONVERGED;
  *p = MIN (two_sided (&lower, null), two_sided (&upper, null));
  *theta = limits;
  return UT_OUTCOME_OK;
}
