/* How the levels of a report are decided, in words: the phrases follow the rules of its indicators. */
#ifndef UT_REPORT_RULES_H
#define UT_REPORT_RULES_H

#include <utsyn/report.h>

/* The rules that decide these indicators (NULL: all), 1 << UtRule each; what is never tested has none. The report's own
 * where nothing is tested. */
guint ut_rules_used (const UtReport *report, const UtAssessment *assessment, const GPtrArray *indicators);
/* What the places are compared with by these rules: UtAgainst flags. */
guint ut_rules_against (guint rules);

/* "Decided by rule fhi: Mobbing; Trivsel." of indicators whose rule is not the report's; "" when there are none. New
 * string. */
char *ut_rules_exceptions (const UtReport *report, const UtAssessment *assessment);

#endif
