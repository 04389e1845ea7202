/* Rows that give one place and period another figure than a row before: by which of their labels they differ. */
#ifndef UT_IMPORT_MAPPING_DISPUTE_H
#define UT_IMPORT_MAPPING_DISPUTE_H

#include <glib.h>

#include "import/mapping/row_collector.h"

typedef struct UtDisputes UtDisputes;

UtDisputes *ut_disputes_new (void);
void ut_disputes_free (UtDisputes *disputes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtDisputes, ut_disputes_free)

/* A further row of the key (whatever number the caller has for it): whether its figure is another one, or none where
 * the first has one. */
void ut_disputes_add (UtDisputes *disputes, gsize key, gboolean differs, gboolean is_gap);
/* Whether some key has rows that are not the same. */
gboolean ut_disputes_any (const UtDisputes *disputes);

/* The tables seen so far are gone. */
void ut_disputes_begin_file (UtDisputes *disputes);
/* Every row of every key, read once more. */
void ut_disputes_see (UtDisputes *disputes, gsize key, const UtSeen *seen);
/* Rows that differ by what sets contradictory rows apart elsewhere are no repetition, though their figures happen to
 * be the same: five of one group and five of another are not five. Nor are five of one group, and none of another. */
void ut_disputes_settle (UtDisputes *disputes);

/* Whether none of the key's figures stands. */
gboolean ut_disputes_contradict (const UtDisputes *disputes, gsize key);
/* "the rows differ in 'alder' ('0-5 år', '6-15 år')", in the message language. New string; NULL when they differ in
 * nothing but how place and period are written. */
char *ut_disputes_explain (const UtDisputes *disputes, gsize key);

#endif
