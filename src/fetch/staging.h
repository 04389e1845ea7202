/* A vintage on its way: an unfinished folder beside the others that gets its name when it is whole.
 *
 * Links are never followed, neither for writing nor for clearing away, and one run at a time has the dataset. */
#ifndef UT_FETCH_STAGING_H
#define UT_FETCH_STAGING_H

#include <glib.h>

typedef struct UtStaging UtStaging;

/* Waits for a run that has the same dataset, and clears away what a killed one left. `dir` is relative to `root`. */
UtStaging *ut_staging_open (const char *root, const char *dir, GError **error);
/* What did not get its name goes. */
void ut_staging_close (UtStaging *staging);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtStaging, ut_staging_close)

/* The first one makes the folder. */
gboolean ut_staging_write (UtStaging *staging, const char *name, const void *data, gsize size, GError **error);
/* Where a file that was written lies meanwhile, relative to `root`. New string. */
char *ut_staging_path (const UtStaging *staging, const char *name);
/* Gives the folder its name: the date, and .02, .03 … for what came later the same day. New string. */
char *ut_staging_finish (UtStaging *staging, GDateTime *now, GError **error);

#endif
