/* A dataset.yaml tried on the file that it was proposed for. */
#ifndef UT_IMPORT_INSPECT_TRIAL_H
#define UT_IMPORT_INSPECT_TRIAL_H

#include <utsyn/import.h>

/* What the indicator of a proposal is called while it is tried, whatever is written for the reader. */
#define UT_TRIAL_ID "proposal"

/* Whether `yaml` (whose id is UT_TRIAL_ID) gives figures of the file; fills the numbers of the proposal, and what is to
 * be said of them. `counts`: the figures are persons or cases, and can be added up. */
gboolean ut_trial_run (UtProposal *proposal, const char *yaml, const char *path, const UtRegions *regions,
                       gboolean counts);

#endif
