/* How levels are decided: what is said of each rule. */
#ifndef UT_TEXT_RULE_H
#define UT_TEXT_RULE_H

#include <utsyn/assess.h>

/* What a rule does, for the list of methods and for the notes of the workbook. */
const char *ut_rule_method (UtRule rule, UtLanguage language);
const char *ut_rule_note (UtRule rule, UtLanguage language);
/* Its test against a figure taken as known. */
const char *ut_rule_constant_test (UtRule rule, UtLanguage language);
/* One sentence each for the rules, flags 1 << UtRule, that a reader of a chart alone must know; "" for utsyn. New
 * string. */
char *ut_phrase_rules (guint rules, UtLanguage language);

#endif
