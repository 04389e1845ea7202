#include <utsyn/possible.h>

#include "statistics/distribution.h"
#include "statistics/numeric.h"

#include <float.h>
#include <math.h>

typedef struct {
  double own, n, other, other_n, sd;
} Corner;

typedef struct {
  double difference, other, t, se;
} Test;

static Test
test_corner (const Corner *corner, UtPossibleRelation relation, double design_effect) {
  Test test = { .other = corner->other };
  double share = 1 / corner->n;
  if (relation == UT_POSSIBLE_PART) {
    double rest_n = corner->other_n - corner->n;
    test.other = (corner->other_n * corner->other - corner->n * corner->own) / rest_n;
    share += 1 / rest_n;
  } else if (relation == UT_POSSIBLE_APART) {
    share += 1 / corner->other_n;
  }
  test.difference = corner->own - test.other;
  test.se = corner->sd * sqrt (design_effect * share);
  test.t = test.difference / test.se;
  return test;
}

static UtOutcome
check (UtPossibleRelation relation, const UtPrintedMean *own, const UtPrintedMean *other, double sd_lowest,
       double sd_highest, double design_effect) {
  if (!(own->n_lowest > 0) || (relation != UT_POSSIBLE_KNOWN && !(other->n_lowest > 0))
      || (relation == UT_POSSIBLE_PART && other->n_lowest <= own->n_highest))
    return UT_OUTCOME_NO_DENOMINATOR;
  if (!ut_numeric_usable (own->value) || !ut_numeric_usable (other->value) || !(own->half_width >= 0)
      || !(other->half_width >= 0) || !(sd_lowest > 0) || !(sd_highest >= sd_lowest) || !ut_numeric_usable (sd_highest)
      || !(design_effect >= 1) || !(own->n_highest >= own->n_lowest))
    return UT_OUTCOME_BAD_INPUT;
  return own->n_lowest / design_effect < 2 ? UT_OUTCOME_TOO_FEW_POINTS : UT_OUTCOME_OK;
}

/* Bit by bit, which end of each of the other bounds. */
#define N_CORNERS 16

static Corner
corner_at (guint i, double n, UtPossibleRelation relation, const UtPrintedMean *own, const UtPrintedMean *other,
           double sd_lowest, double sd_highest) {
  gboolean known = relation == UT_POSSIBLE_KNOWN;
  return (Corner){
    .own = own->value + ((i & 1) != 0 ? own->half_width : -own->half_width),
    .other = other->value + ((i & 2) != 0 ? other->half_width : -other->half_width),
    .n = n,
    .sd = (i & 4) != 0 ? sd_highest : sd_lowest,
    .other_n = known          ? NAN
               : (i & 8) != 0 ? other->n_highest
                              : other->n_lowest,
  };
}

static double
middle_of (UtPossibleRelation relation, const UtPrintedMean *own, const UtPrintedMean *other) {
  if (relation != UT_POSSIBLE_PART)
    return other->value;
  double n = (own->n_lowest + own->n_highest) / 2, whole = (other->n_lowest + other->n_highest) / 2;
  return (whole * other->value - n * own->value) / (whole - n);
}

/* The drawn interval never contradicts p, whose last digit is another. */
static void
settle (UtPossibleMean *found) {
  gboolean sure = found->p_worst < 0.05;
  UtInterval *interval = &found->difference;
  if (!sure)
    *interval = (UtInterval){ fmin (interval->lower, 0), fmax (interval->upper, 0) };
  else if (found->side > 0)
    interval->lower = fmax (interval->lower, DBL_MIN);
  else
    interval->upper = fmin (interval->upper, -DBL_MIN);
}

UtOutcome
ut_possible_means (UtPossibleRelation relation, const UtPrintedMean *own, const UtPrintedMean *other, double sd_lowest,
                   double sd_highest, double design_effect, UtPossibleMean *answer) {
  UtOutcome outcome = check (relation, own, other, sd_lowest, sd_highest, design_effect);
  if (outcome != UT_OUTCOME_OK)
    return outcome;
  double ends[] = { own->n_lowest, own->n_highest }, least_t = INFINITY, most_t = -INFINITY;
  UtPossibleMean found
      = { .other = middle_of (relation, own, other), .p_best = 1, .difference = { INFINITY, -INFINITY } };
  for (guint end = 0; end < (ends[0] < ends[1] ? 2 : 1); end++) {
    double df = ends[end] / design_effect - 1, nearest = INFINITY, farthest = 0, critical;
    if (!ut_student_quantile (0.95, df, &critical))
      return UT_OUTCOME_NOT_CONVERGED;
    for (guint i = 0; i < N_CORNERS; i++) {
      const Corner corner = corner_at (i, ends[end], relation, own, other, sd_lowest, sd_highest);
      Test test = test_corner (&corner, relation, design_effect);
      least_t = fmin (least_t, test.t);
      most_t = fmax (most_t, test.t);
      nearest = fmin (nearest, fabs (test.t));
      farthest = fmax (farthest, fabs (test.t));
      found.difference.lower = fmin (found.difference.lower, test.difference - critical * test.se);
      found.difference.upper = fmax (found.difference.upper, test.difference + critical * test.se);
    }
    found.p_worst = fmax (found.p_worst, ut_student_p (nearest, df));
    found.p_best = fmin (found.p_best, ut_student_p (farthest, df));
  }
  found.side = least_t > 0 ? 1 : most_t < 0 ? -1 : 0;
  if (found.side == 0)
    found.p_worst = 1;
  settle (&found);
  *answer = found;
  return UT_OUTCOME_OK;
}
