/* The key `fetch` of a dataset.yaml. */
#ifndef UT_MODEL_FETCH_SOURCE_H
#define UT_MODEL_FETCH_SOURCE_H

#include "base/yaml.h"
#include <utsyn/dataset.h>

/* Sets `source` to NULL when the key is absent. `files` are the dataset's patterns: what is fetched must match one. */
gboolean ut_fetch_source_read (const UtYaml *yaml, char **files, UtFetchSource **source, GError **error);
void ut_fetch_source_free (UtFetchSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtFetchSource, ut_fetch_source_free)

/* Whether a host is this very machine: 127.0.0.1, ::1, localhost. Only it may be reached without TLS. */
gboolean ut_fetch_is_loopback (const char *host);

#endif
