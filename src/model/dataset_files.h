/* Which files a dataset has: its vintages, oldest first. */
#ifndef UT_MODEL_DATASET_FILES_H
#define UT_MODEL_DATASET_FILES_H

#include <utsyn/dataset.h>

#define UT_DATASET_DEFINITION "dataset.yaml"

/* Patterns of a dataset that names none: whatever a format may be written in. New list. */
char **ut_dataset_files_usual (void);
/* A link that leads nowhere may have been a folder. */
gboolean ut_dataset_may_be_folder (const char *path);
/* Fills `files` and `vintages`; none is no error. A folder that cannot be listed may be the newest vintage, so no older
 * one stands for it: UT_ERROR_IO. */
gboolean ut_dataset_files_find (const char *root, UtDataset *dataset, GError **error);
void ut_dataset_files_clear (UtDataset *dataset);

#endif
