/* One comparison of two figures. */
#ifndef UT_ASSESS_VERDICT_H
#define UT_ASSESS_VERDICT_H

#include "answer.h"

/* What is asked of the two figures. */
typedef struct {
  UtBenchmark benchmark;
  UtRule rule; /* utsyn, fhi or fingertips */
  UtRelation relation;
  const UtTable *table; /* where persons may be found that stand in for the figures' own; may be NULL */
  UtReason reason;      /* why there is nothing to test, when that is known beforehand; else UT_REASON_NONE */
} UtQuestion;

/* What keeps the two figures from being compared before any count is looked at. */
UtReason ut_verdict_reason (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference,
                            const UtQuestion *question);

/* Judges `own` against `reference`; q and robust are left for the whole family. */
UtVerdict ut_verdict (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference,
                      const UtQuestion *question);

#endif
