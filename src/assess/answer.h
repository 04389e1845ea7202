/* Whether a place differs from what it is compared with, before that is put in words. */
#ifndef UT_ASSESS_ANSWER_H
#define UT_ASSESS_ANSWER_H

#include "known.h"

/* How the two belong together. */
typedef enum {
  UT_RELATION_PART,     /* the place is a part of the benchmark, and is tested against the rest of it */
  UT_RELATION_APART,    /* two groups with nobody in common */
  UT_RELATION_CONSTANT, /* the benchmark's figure is taken as known */
} UtRelation;

/* Where the place lies and what decided it; shares and rates without unit. */
typedef struct {
  UtReason reason;    /* UT_REASON_NONE when there is an answer; also why it is undecided */
  gboolean undecided; /* some of what may be behind the figures differs, some does not: `side` is 0 */
  int side;           /* 1 above, -1 below, 0 no certain difference */
  double p, p_best, ratio, anchor;
  UtInterval ratio_interval, deciding;
  double rest_numerator, rest_denominator;
  UtBasis basis;
  UtPossibleCounts own_counts, reference_counts;
} UtAnswer;

/* No answer, for this reason; every number NaN. */
UtAnswer ut_no_answer (UtReason reason);

/* Takes the two p, and what they say: `side` is where all that is possible lies. */
void ut_answer_decide (UtAnswer *answer, int side, double p_worst, double p_best, UtReason undecided);

/* The interval moved so that it holds `anchor` exactly when the test finds no certain difference: where the interval of
 * a test is not its exact inversion, and where no interval can be drawn. */
UtInterval ut_settle_interval (UtInterval interval, double anchor, int side);

UtReason ut_reason_of_comparison (UtOutcome outcome);

/* What both counts rest on, and which are possible. */
void ut_answer_rests_on (UtAnswer *answer, const UtKnown *own, const UtKnown *other);
/* Why an answer that depends on what is not known is undecided. */
UtReason ut_undecided_reason (const UtKnown *own);

/* The place against the rest or against another group, by all counts that may be behind the two: conditional mid-p. */
UtAnswer ut_compare_groups (const UtIndicator *indicator, const UtKnown *own, const UtKnown *other,
                            UtRelation relation);

/* Against a known share or rate (in the unit), by the rule; `play` is how far it may be from what is printed of it. */
UtAnswer ut_compare_constant (const UtIndicator *indicator, const UtKnown *own, double value, double play, UtRule rule);

/* Scores: by their published margins, or by the spread and the number of persons; `play` is that of the reference. */
UtAnswer ut_compare_scores (const UtIndicator *indicator, const UtTable *table, const UtFigure *own,
                            const UtFigure *reference, double play, UtRelation relation);

#endif
