/* What one report of a run has found out and the next need not. */
#ifndef UT_PROJECT_KEPT_H
#define UT_PROJECT_KEPT_H

typedef struct UtKept UtKept;

UtKept *ut_kept_new (void);
void ut_kept_free (UtKept *kept);

#endif
