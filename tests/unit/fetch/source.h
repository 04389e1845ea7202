/* A dataset with a `fetch:` of one's own, read from a definition. */
#ifndef UT_TEST_SOURCE_H
#define UT_TEST_SOURCE_H

#include <utsyn/dataset.h>

/* `fetch` is the value of the key, in braces. NULL with an error where it is wrong. */
UtDataset *source_load (const char *fetch, GError **error);
/* The same where it must be right. */
UtDataset *source_get (const char *fetch);

#endif
