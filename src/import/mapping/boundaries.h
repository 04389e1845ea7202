/* Whose municipalities the codes of a file are, decided by all of them together. */
#ifndef UT_IMPORT_MAPPING_BOUNDARIES_H
#define UT_IMPORT_MAPPING_BOUNDARIES_H

#include "import/label/calendar.h"
#include "import/label/place.h"

/**
 * The boundaries in which every label is in force that had a real figure.
 *
 * Those of the figures' year come first, a school year's autumn before its spring; then one structure for all: that of
 * the newest figure's year, a later one, an earlier one, the nearest first. Where none has them all, each row is by its
 * own year. Names are looked up in each structure, for a name goes on where a code does not. Counties decide nothing.
 *
 * @param labels  arrays of UtTimedLabel, one a collector
 */
UtBoundaries ut_boundaries_decide (UtPlaces *places, const UtCalendar *calendar, const GPtrArray *labels);

/* Which labels had real figures in which periods: label → GByteArray by period, owned by the caller. */
GHashTable *ut_boundaries_list_met (const GPtrArray *labels);
gboolean ut_boundaries_met (GHashTable *met, const char *label, guint16 period);

#endif
