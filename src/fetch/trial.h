/* New files read through their dataset's own mappings before they count as a vintage. */
#ifndef UT_FETCH_TRIAL_H
#define UT_FETCH_TRIAL_H

#include <utsyn/fetch.h>

#include "fetch/staging.h"

/* A file that the dataset's patterns do not take would lie in the vintage and never be read. */
gboolean ut_trial_check_names (const UtDataset *dataset, const GPtrArray *files, GError **error);

/* Their figures; NULL with an error when they cannot be read, or there are none. `dataset` gets the files,
 * UtFetchedFile that lie in `staging`. */
UtTable *ut_trial_read (const UtIntake *intake, UtDataset *dataset, const UtStaging *staging, const GPtrArray *files,
                        GError **error);

#endif
