/* The figures as they were when an earlier report was made, as far as the project keeps them. */
#ifndef UT_PROJECT_PREVIOUS_INPUTS_H
#define UT_PROJECT_PREVIOUS_INPUTS_H

#include <utsyn/project.h>

typedef struct UtOlder UtOlder;

UtOlder *ut_older_new (const UtProject *project);
void ut_older_free (UtOlder *older);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtOlder, ut_older_free)

/* Adds the files an earlier report's manifest lists, where they are not those of today; of two such reports the newer
 * files of a dataset count. FALSE when some of them are no longer what they were: those datasets are left out. */
gboolean ut_older_add (UtOlder *older, const char *manifest);

/* The figures of those files, read as the datasets of today are; NULL when there are none, or with an error. */
UtTable *ut_older_import (const UtOlder *older, GError **error);

#endif
