/* The line and the best step through one series, before anything is tested. */
#ifndef UT_STATISTICS_GUARDED_H
#define UT_STATISTICS_GUARDED_H

#include <utsyn/trend.h>

typedef struct {
  double slope; /* on the scale of the model; of a step, its height */
  double se;    /* for a dispersion of 1 */
  double fit;   /* deviance; for values the residual sum of squares */
  double left;  /* Pearson's chi-square; for values the residual sum of squares */
} UtGuardedFit;

/* Which points there are, and whether they can be used. */
UtOutcome ut_guarded_check (const UtTrendPoints *points);

/* Where all events are at one end the steeper slope is the likelier: it is infinite, and so is its error. */
UtOutcome ut_guarded_line (const UtTrendPoints *points, UtGuardedFit *fit);

/* One level before point `after`, another from it on; no offset. A level without events has no finite step: `se` is
 * then infinite. */
void ut_guarded_step (const UtTrendPoints *points, gsize after, UtGuardedFit *fit);

#endif
