/* Columns of labels that only repeat another: the name of the municipality beside its number, its county. */
#ifndef UT_IMPORT_INSPECT_DEPENDENCY_H
#define UT_IMPORT_INSPECT_DEPENDENCY_H

#include <glib.h>

typedef struct UtDependency UtDependency;

/* Watches the rows for what follows the column `leader`; -1: nothing does. */
UtDependency *ut_dependency_new (guint n_dimensions, int leader);
void ut_dependency_free (UtDependency *dependency);

/* A row of label codes, one a dimension. */
void ut_dependency_row (UtDependency *dependency, const guint32 *labels);

/* Whether a label of the leader comes with one and the same label of `dimension`, but for one in twenty. */
gboolean ut_dependency_holds (const UtDependency *dependency, guint dimension);

/* The same without exception. */
gboolean ut_dependency_is_strict (const UtDependency *dependency, guint dimension);

#endif
