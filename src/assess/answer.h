/* Whether a place differs from what it is compared with, before that is put in words. */
#ifndef UT_ASSESS_ANSWER_H
#define UT_ASSESS_ANSWER_H

#include <utsyn/assess.h>

/* How the two belong together. */
typedef enum {
  UT_RELATION_PART,     /* the place is a part of the benchmark, and is tested against the rest of it */
  UT_RELATION_APART,    /* two groups with nobody in common */
  UT_RELATION_CONSTANT, /* the benchmark's figure is taken as known */
} UtRelation;

/* Where the place lies and what decided it; shares and rates without unit. */
typedef struct {
  UtReason reason; /* UT_REASON_NONE when there is an answer */
  int side;        /* 1 above, -1 below, 0 no certain difference */
  double p, ratio, anchor;
  UtInterval ratio_interval, deciding;
  double rest_numerator, rest_denominator;
} UtAnswer;

/* No answer, for this reason; every number NaN. */
UtAnswer ut_no_answer (UtReason reason);

/* The interval moved so that it holds `anchor` exactly when the test finds no certain difference: where the interval of
 * a test is not its exact inversion, and where no interval can be drawn. */
UtInterval ut_settle_interval (UtInterval interval, double anchor, int side);

UtReason ut_reason_of_comparison (UtOutcome outcome);

/* Counts of the place against counts of the rest or of another group: conditional mid-p. */
UtAnswer ut_compare_groups (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference,
                            UtRelation relation);

/* Counts of the place against a known share or rate, by the rule; `play` is how far the known figure may be from what
 * is printed of it, in the unit. */
UtAnswer ut_compare_constant (const UtIndicator *indicator, const UtFigure *own, double value, double play,
                              UtRule rule);

/* Scores with published margins. */
UtAnswer ut_compare_scores (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference,
                            UtRelation relation);

#endif
