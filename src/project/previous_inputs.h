/* The figures as they were when the previous runs were made, as far as the project keeps them. */
#ifndef UT_PROJECT_PREVIOUS_INPUTS_H
#define UT_PROJECT_PREVIOUS_INPUTS_H

#include <utsyn/project.h>

typedef struct UtPreviousInputs UtPreviousInputs;

UtPreviousInputs *ut_previous_inputs_new (const UtProject *project);
void ut_previous_inputs_free (UtPreviousInputs *inputs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtPreviousInputs, ut_previous_inputs_free)

/* Adds the files a previous run's manifest lists, where they are not those of today; of two such runs the newer
 * files of a dataset count. FALSE when some of them are no longer what they were: those datasets are left out. */
gboolean ut_previous_inputs_add (UtPreviousInputs *inputs, const char *manifest);

/* The figures of those files, read as the datasets of today are; NULL when there are none, or with an error. */
UtTable *ut_previous_inputs_import (const UtPreviousInputs *inputs, GError **error);

#endif
