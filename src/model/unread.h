/* Datasets that cannot be read. */
#ifndef UT_MODEL_UNREAD_H
#define UT_MODEL_UNREAD_H

#include <utsyn/dataset.h>

/* Takes over `indicators` (may be NULL) and `error`. */
UtUnread *ut_unread_new (const char *id, char **indicators, GError *error);

/* The keys a dataset's mappings name. New list. */
char **ut_dataset_indicators (const UtDataset *dataset);
/* The same of a dataset.yaml that is wrong somewhere; NULL when it does not say even that. */
char **ut_dataset_peek_indicators (const char *definition);

#endif
