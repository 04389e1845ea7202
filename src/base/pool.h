/* Work side by side on threads. */
#ifndef UT_BASE_POOL_H
#define UT_BASE_POOL_H

#include <glib.h>

/* Does task number `task` on worker number `worker` (0 … n_workers − 1). */
typedef void (*UtTask) (gpointer user, guint task, guint worker);

/* How many processors there are for us. */
guint ut_pool_width (void);

/* Does every task once, on at most `n_workers` threads, the caller's own among them; returns when all are done. Tasks
 * are begun in order, and may end in any. */
void ut_pool_run (guint n_workers, guint n_tasks, UtTask task, gpointer user);

#endif
