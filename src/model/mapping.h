/* The `observations` of a dataset.yaml: how columns become observations. */
#ifndef UT_MODEL_MAPPING_H
#define UT_MODEL_MAPPING_H

#include "base/yaml.h"
#include <utsyn/dataset.h>

/* NULL with a complaint at the place of the fault. */
UtMapping *ut_mapping_read (const UtYaml *yaml, const UtYamlNode *node, GError **error);
void ut_mapping_free (UtMapping *mapping);
UtMapping *ut_mapping_copy (const UtMapping *mapping);
void ut_selection_free (UtSelection *selection);

#endif
