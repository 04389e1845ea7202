/* Which period the figures of a table are of, for the proposal of inspect. */
#ifndef UT_IMPORT_INSPECT_SUGGEST_PERIOD_H
#define UT_IMPORT_INSPECT_SUGGEST_PERIOD_H

#include <utsyn/import.h>

typedef struct {
  char *yaml;                          /* as `period:` says it; NULL: the file does not say */
  char *guess;                         /* where it does not: by the name of the file; NULL: nothing does */
  char *why;                           /* where it does not: what is asked */
  const UtInspectDimension *dimension; /* its column; NULL: it has none */
  gboolean is_one;                     /* all figures are of one period: a file a year */
} UtSuggestedPeriod;

UtSuggestedPeriod ut_suggest_period (const UtInspectTable *table, const UtInspectColumn *figure, const char *path);
void ut_suggested_period_clear (UtSuggestedPeriod *period);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtSuggestedPeriod, ut_suggested_period_clear)

/* The years in the name of a file, such as "2022-23", as they stand there; NULL when there are none. New string. */
char *ut_suggest_year_in_name (const char *path);

#endif
