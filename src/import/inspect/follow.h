/* Columns of labels that only repeat another: the name of the municipality beside its number, its county. */
#ifndef UT_IMPORT_INSPECT_FOLLOW_H
#define UT_IMPORT_INSPECT_FOLLOW_H

#include <glib.h>

typedef struct UtFollow UtFollow;

/* Watches the rows for what follows the column `leader`; -1: nothing does. */
UtFollow *ut_follow_new (guint n_dimensions, int leader);
void ut_follow_free (UtFollow *follow);

/* A row of label codes, one a dimension. */
void ut_follow_row (UtFollow *follow, const guint32 *labels);

/* Whether a label of the leader comes with one and the same label of `dimension`, but for one in twenty. */
gboolean ut_follow_holds (const UtFollow *follow, guint dimension);

#endif
