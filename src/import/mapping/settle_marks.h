/* The figures of a mapping whose marks only the whole column could tell, read as it tells. */
#ifndef UT_IMPORT_MAPPING_SETTLE_MARKS_H
#define UT_IMPORT_MAPPING_SETTLE_MARKS_H

#include <glib.h>
#include <utsyn/findings.h>

#include "import/mapping/assemble.h"
#include "import/mapping/observe.h"

/* Changes the facts in `blocks` (UtFactBlock). Those that remain unclear are unusable: a finding each, and their lines
 * are added to `lost` (UtLostLine). */
void ut_settle_marks (const UtAssembly *assembly, const UtCollector *collector, guint mapping, const UtRecipe *recipe,
                      const GPtrArray *blocks, UtFindings *findings, GArray *lost);

#endif
