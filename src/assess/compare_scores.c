/* Scores with a published margin: the source says how certain it is. */
#include "answer.h"

#include <math.h>

/* Two-sided 5 % of the normal distribution. */
#define Z_95 1.959963984540054
/* Binary dust of restated counts. */
#define DUST 1e-6

/* What a score is compared with. */
typedef struct {
  double value, margin;
  double leverage; /* how much it moves, against the place, when both printed scores move by 1 the same way apart */
  double n;        /* pupils measured; NaN when not known */
} Other;

static int
side_of (double difference, double margin) {
  return fabs (difference) <= margin ? 0 : difference > 0 ? 1 : -1;
}

/* The mean of the rest is (N·M − n·m)/(N − n); its margin is taken to be the whole's. */
static UtReason
take_rest (const UtFigure *own, const UtFigure *whole, Other *other) {
  if (isnan (own->denominator) || isnan (whole->denominator))
    return UT_REASON_NONE;
  double rest_n = whole->denominator - own->denominator;
  if (rest_n < -DUST)
    return UT_REASON_BENCHMARK_INCONSISTENT;
  if (rest_n <= DUST)
    return UT_REASON_REST_EMPTY;
  other->value = (whole->denominator * whole->value - own->denominator * own->value) / rest_n;
  other->leverage = whole->denominator / rest_n;
  other->n = rest_n;
  return UT_REASON_NONE;
}

/* Both scores are rounded, so each true one lies within half a step, and the answer must be the same in that whole
 * square. */
UtAnswer
ut_compare_scores (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference, UtRelation relation) {
  gboolean constant = relation == UT_RELATION_CONSTANT;
  Other other = { reference->value, constant ? 0 : reference->margin, 1, NAN };
  if (isnan (own->margin))
    return ut_no_answer (UT_REASON_COUNT_NOT_PUBLISHED);
  if (isnan (other.margin))
    return ut_no_answer (UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED);
  UtReason reason = relation == UT_RELATION_PART ? take_rest (own, reference, &other) : UT_REASON_NONE;
  double margin = hypot (own->margin, other.margin);
  if (reason == UT_REASON_NONE && !(margin > 0))
    reason = UT_REASON_COUNT_NOT_PUBLISHED;
  UtAnswer answer = ut_no_answer (reason);
  if (reason != UT_REASON_NONE)
    return answer;
  double difference = own->value - other.value;
  double play = indicator->resolution * other.leverage;
  answer.side = side_of (difference, margin);
  if (side_of (difference - play, margin) != answer.side || side_of (difference + play, margin) != answer.side)
    return ut_no_answer (UT_REASON_ROUNDING_DECIDES);
  answer.p = erfc (fabs (difference) / margin * Z_95 / G_SQRT2);
  answer.anchor = other.value;
  answer.rest_denominator = other.n;
  answer.deciding = (UtInterval){ own->value - margin, own->value + margin };
  return answer;
}
