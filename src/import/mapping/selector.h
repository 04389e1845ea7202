/* Which mappings want a row, by its labels. A tree of label codes, one level a dimension that some mapping selects by;
 * a row that differs from the one before in its last labels only is found by their levels alone. */
#ifndef UT_IMPORT_MAPPING_SELECTOR_H
#define UT_IMPORT_MAPPING_SELECTOR_H

#include <glib.h>

#include "import/label/dictionary.h"
#include "import/mapping/plan.h"

/* A part of a mapping that takes the row. */
typedef struct {
  guint16 mapping;
  guint16 part;        /* UtPart */
  guint32 combination; /* of the labels the part adds up */
} UtWanted;

typedef struct UtSelector UtSelector;

/* For one collector: not shared between threads. plans: UtPlan, NULL for a mapping that has no part in the table; they
 * must outlive it, as must the dictionaries [n_dimensions]. */
UtSelector *ut_selector_new (const GPtrArray *plans, guint n_dimensions, UtDictionary *const *dictionaries);
void ut_selector_free (UtSelector *selector);

/* The parts that want a row with these label codes. Valid until the selector is freed. */
const UtWanted *ut_selector_find (UtSelector *selector, const guint32 *labels, guint *n_wanted);

#endif
