/* Figures of older municipalities and counties as figures of today's. */
#ifndef UT_IMPORT_MAPPING_RESTATE_H
#define UT_IMPORT_MAPPING_RESTATE_H

#include <glib.h>
#include <utsyn/findings.h>

#include "import/label/place.h"
#include "import/mapping/observe.h"

/**
 * Restates the figures of one mapping.
 *
 * A figure under today's code stays as it is, and wins over older codes of the same period when it has a value. A new
 * number for the same territory, a municipality's or a county's, carries everything. A merger adds counts when every
 * municipality it was made of has them, a mean is weighted by the number measured, anything else becomes
 * UT_STATUS_NOT_ADDABLE. The counts of a split municipality are shared by weight, and marked as an estimate.
 *
 * @param observed  UtObserved of one mapping; those that stay are moved out of it
 * @return UtObserved, each with its region; owned by the caller
 *
 * Tested by tests/import/project, the cases restate-*
 */
GPtrArray *ut_restate (UtPlaces *places, GPtrArray *observed, UtFindings *findings);

#endif
