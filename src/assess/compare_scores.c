/* Scores: means of so many persons, whose spread the source gives by a margin or the catalogue declares. */
#include "answer.h"

#include "persons.h"
#include "rounding.h"

#include <math.h>

/* Two-sided 5 % of the normal distribution. */
#define Z_95 1.959963984540054
/* Half a step of a published margin's last digit. */
#define MARGIN_ROUNDING 0.05
/* Binary dust of restated counts. */
#define DUST 1e-6

/* Margins alone, where nobody says how many were measured. */

static int
side_of (double difference, double margin) {
  return fabs (difference) <= margin ? 0 : difference > 0 ? 1 : -1;
}

/* Both scores are rounded, so each true one lies within half a step: the answer is that of the whole square. */
static UtAnswer
compare_margins (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference, double play,
                 gboolean constant) {
  double margin = hypot (own->margin, constant ? 0 : reference->margin) * sqrt (indicator->design_effect);
  double difference = own->value - reference->value;
  if (isnan (margin))
    return ut_no_answer (isnan (own->margin) ? UT_REASON_COUNT_NOT_PUBLISHED : UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED);
  if (!(margin > 0))
    return ut_no_answer (UT_REASON_COUNT_NOT_PUBLISHED);
  UtAnswer answer = ut_no_answer (UT_REASON_NONE);
  double least = fmax (fabs (difference) - play, 0), most = fabs (difference) + play;
  int side = fabs (difference) > play ? side_of (difference, 0) : 0;
  double p_worst = erfc (least / margin * Z_95 / G_SQRT2), p_best = erfc (most / margin * Z_95 / G_SQRT2);
  ut_answer_decide (&answer, side, p_worst, p_best, UT_REASON_ROUNDING_DECIDES);
  answer.basis = UT_BASIS_COUNTS;
  answer.anchor = reference->value;
  UtInterval interval = { own->value - margin - play, own->value + margin + play };
  answer.deciding = ut_settle_interval (interval, answer.anchor, answer.side);
  return answer;
}

/* Student's t */

typedef struct {
  double lowest, highest;
} Spread;

/* A margin is 1.96 · s/√n; without one the spread of a person is declared. */
static gboolean
find_spread (const UtIndicator *indicator, const UtFigure *own, const UtPersons *persons, Spread *spread) {
  *spread = (Spread){ indicator->sd_lowest, indicator->sd_highest };
  if (own->margin > MARGIN_ROUNDING && persons->stands_in == NULL) {
    double step = sqrt (persons->highest) / Z_95;
    *spread = (Spread){ (own->margin - MARGIN_ROUNDING) * step, (own->margin + MARGIN_ROUNDING) * step };
  }
  return spread->lowest > 0;
}

static UtPossibleRelation
possible_relation (UtRelation relation) {
  return relation == UT_RELATION_PART    ? UT_POSSIBLE_PART
         : relation == UT_RELATION_APART ? UT_POSSIBLE_APART
                                         : UT_POSSIBLE_KNOWN;
}

static UtReason
rest_reason (const UtPersons *own, const UtPersons *whole) {
  double rest = (whole->lowest + whole->highest - own->lowest - own->highest) / 2;
  if (rest < -DUST)
    return UT_REASON_BENCHMARK_INCONSISTENT;
  return rest <= DUST || whole->lowest <= own->highest ? UT_REASON_REST_EMPTY : UT_REASON_NONE;
}

static UtReason
reason_of (UtOutcome outcome) {
  return outcome == UT_OUTCOME_TOO_FEW_POINTS ? UT_REASON_TOO_FEW_PERSONS : ut_reason_of_comparison (outcome);
}

static void
rest_on (UtAnswer *answer, const UtPersons *own, const UtPersons *other, gboolean declared) {
  gboolean borrowed = own->stands_in != NULL || (other != NULL && other->stands_in != NULL);
  answer->basis = declared || borrowed ? UT_BASIS_APPROXIMATE : UT_BASIS_COUNTS;
  answer->own_counts = (UtPossibleCounts){ NAN, NAN, own->lowest, own->highest, own->stands_in };
  if (other != NULL)
    answer->reference_counts = (UtPossibleCounts){ NAN, NAN, other->lowest, other->highest, other->stands_in };
}

UtAnswer
ut_compare_scores (const UtIndicator *indicator, const UtTable *table, const UtFigure *own, const UtFigure *reference,
                   double play, UtRelation relation) {
  gboolean constant = relation == UT_RELATION_CONSTANT;
  double half = ut_figure_half_width (table, indicator, own);
  UtPersons persons, others = { NAN, NAN, NULL };
  Spread spread;
  if (!ut_persons_find (table, indicator, own, &persons))
    return compare_margins (indicator, own, reference, half + play, constant);
  if (!find_spread (indicator, own, &persons, &spread))
    return ut_no_answer (UT_REASON_COUNT_NOT_PUBLISHED);
  if (!constant && !ut_persons_find (table, indicator, reference, &others))
    return ut_no_answer (UT_REASON_BENCHMARK_COUNT_NOT_PUBLISHED);
  UtReason reason = relation == UT_RELATION_PART ? rest_reason (&persons, &others) : UT_REASON_NONE;
  if (reason != UT_REASON_NONE)
    return ut_no_answer (reason);
  const UtPrintedMean mean = { own->value, half, persons.lowest, persons.highest };
  const UtPrintedMean other = { reference->value, play, others.lowest, others.highest };
  UtPossibleMean possible;
  UtOutcome outcome = ut_possible_means (possible_relation (relation), &mean, &other, spread.lowest, spread.highest,
                                         indicator->design_effect, &possible);
  UtAnswer answer = ut_no_answer (reason_of (outcome));
  if (outcome != UT_OUTCOME_OK)
    return answer;
  UtReason undecided = persons.lowest == persons.highest ? UT_REASON_ROUNDING_DECIDES : UT_REASON_PERSONS_DECIDE;
  ut_answer_decide (&answer, possible.side, possible.p_worst, possible.p_best, undecided);
  gboolean declared = !(own->margin > MARGIN_ROUNDING && persons.stands_in == NULL) || indicator->standardised;
  rest_on (&answer, &persons, constant ? NULL : &others, declared);
  answer.anchor = possible.other;
  if (relation == UT_RELATION_PART && persons.lowest == persons.highest && others.lowest == others.highest)
    answer.rest_denominator = others.lowest - persons.lowest;
  UtInterval interval = { answer.anchor + possible.difference.lower, answer.anchor + possible.difference.upper };
  answer.deciding = ut_settle_interval (interval, answer.anchor, answer.side);
  return answer;
}
