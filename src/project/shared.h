/* What one assessment of a run has found out and the next need not: see ut_project_assess(). */
#ifndef UT_PROJECT_SHARED_H
#define UT_PROJECT_SHARED_H

#include <utsyn/assess.h>

typedef struct UtShared {
  char *previous_manifest; /* of the run that was looked at beside those of the project's reports; NULL: none */
  UtFindings *met;
  UtPreviousFigures *previous_figures;
  UtPreparation *preparation;
} UtShared;

UtShared *ut_shared_new (void);
void ut_shared_free (UtShared *shared);
/* Empties it, for another past. */
void ut_shared_forget (UtShared *shared);

#endif
