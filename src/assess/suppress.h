/* The passes of ut_suppress, in order: primary, series, secondary. */
#ifndef UT_ASSESS_SUPPRESS_H
#define UT_ASSESS_SUPPRESS_H

#include "suppression_run.h"

/* Each for one family; families may be worked on side by side. */

/* Cells at or below a limit. */
void ut_suppress_primary (const UtSuppressionRun *work, guint32 family);
/* Whole series of which more than a fifth is suppressed by now, or more than half rests on fewer than six. */
void ut_suppress_series (const UtSuppressionRun *work, guint32 family);
/* The same two for the sums over own regions, and each of these over a suppressed member: the last word on a table that
 * is suppressed for the rest. Of all families. */
void ut_suppress_own (const UtSuppressionRun *work);
/* Sums of ours over a suppressed member, and as many more cells as it takes to make the suppressed ones impossible to
 * work out. */
void ut_suppress_secondary (const UtSuppressionRun *work, guint32 family);

/* Suppresses what must be suppressed of the indicators that are wanted ([indicators]; NULL: all), and of those of their
 * families; what is suppressed already is not looked at again. */
void ut_suppress_families (UtSuppressionRun *work, const gboolean *wanted);

/* Whether any row may not be seen as it is. */
gboolean ut_suppress_any (const UtSuppressionRun *work);

/* Takes what was found out of `shown`: the rows of the indicators that are wanted and `sums` over own regions, which
 * are suppressed where they must be. These stand in no other sum, so they change nothing of what was found. */
void ut_suppress_apply (const UtSuppressionRun *work, const gboolean *wanted, UtTable *shown, const GArray *sums);

/* What could not be protected of the indicators that are wanted. */
void ut_suppress_report (const UtSuppressionRun *work, const gboolean *wanted, UtFindings *findings);

#endif
