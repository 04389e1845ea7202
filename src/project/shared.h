/* What one assessment of a run has found out and the next need not: see ut_project_assess(). */
#ifndef UT_PROJECT_SHARED_H
#define UT_PROJECT_SHARED_H

typedef struct UtShared UtShared;

UtShared *ut_shared_new (void);
void ut_shared_free (UtShared *shared);

#endif
