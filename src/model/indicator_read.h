/* One entry of the catalogue. */
#ifndef UT_MODEL_INDICATOR_READ_H
#define UT_MODEL_INDICATOR_READ_H

#include "base/yaml.h"
#include <utsyn/indicator.h>

/* Everything but `id` and `theme`, which the catalogue gives. NULL with a complaint at the place of the fault. */
UtIndicator *ut_indicator_read (const UtYaml *yaml, const UtYamlNode *node, GError **error);
void ut_indicator_free (UtIndicator *indicator);

/* A name that files and folders can bear: small letters a to z, digits and hyphens. */
gboolean ut_id_read (const UtYaml *yaml, const UtYamlNode *mapping, const char *key, char **id, GError **error);

#endif
