/* New files read through their dataset's own mappings before they count as a vintage. */
#ifndef UT_FETCH_TRIAL_H
#define UT_FETCH_TRIAL_H

#include <utsyn/fetch.h>

#include "fetch/staging.h"

/* No file of figures may be called as what lies beside them is. */
gboolean ut_trial_check_own_name (const char *path, GError **error);
/* A file that the dataset's patterns do not take would lie in the vintage and never be read. */
gboolean ut_trial_check_names (const UtDataset *dataset, const GPtrArray *files, GError **error);

/* The dataset's figures with theirs; NULL with an error when they cannot be read, or give none, or figures there were
 * vanish. `dataset` gets the files, UtFetchedFile that lie in `staging`. */
UtTable *ut_trial_read (const UtIntake *intake, UtDataset *dataset, const UtStaging *staging, const GPtrArray *files,
                        GError **error);

#endif
