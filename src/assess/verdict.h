/* One comparison of two figures. */
#ifndef UT_ASSESS_VERDICT_H
#define UT_ASSESS_VERDICT_H

#include <utsyn/assess.h>

/* Judges `own` against the rest of `reference`, by rule utsyn; q and robust are left for the whole family. */
UtVerdict ut_verdict (const UtIndicator *indicator, const UtFigure *own, const UtFigure *reference,
                      UtBenchmark benchmark);

#endif
