/* dataset.yaml: what stands where a file has no figure, and why. */
#ifndef UT_MODEL_MISSING_H
#define UT_MODEL_MISSING_H

#include <utsyn/dataset.h>

#include "base/yaml.h"

/* UtMissingSign, in the order given; NULL when nothing is said. */
gboolean ut_missing_read (const UtYaml *yaml, GArray **signs, GError **error);

#endif
