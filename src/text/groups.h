/* Girls and boys, the grades: how groups are named, and what their test says. */
#ifndef UT_TEXT_GROUPS_H
#define UT_TEXT_GROUPS_H

#include <utsyn/breakdown.h>

/* "jenter", "10. trinn": a group's short name without the words that all groups share, in small letters. New string. */
char *ut_phrase_group (const UtBreakdown *breakdown, guint group, UtLanguage language);

/* "jenter og gutter skiller seg", "ikke sikker forskjell mellom …"; not tested: why. New string. */
char *ut_phrase_groups (const UtBreakdown *breakdown, UtLanguage language);

/* Whether any group has a row, be it hidden. */
gboolean ut_groups_any_exist (const UtBreakdown *breakdown);

/* Whether a figure of any group can be shown. */
gboolean ut_groups_any_shown (const UtBreakdown *breakdown);

#endif
