/* What was gathered for a key, made into one figure and checked. */
#ifndef UT_IMPORT_OBSERVE_H
#define UT_IMPORT_OBSERVE_H

#include <glib.h>
#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/table.h>

#include "import/gather.h"

/* A figure as the file has it, or restated. */
typedef struct {
  const UtIndicator *indicator;
  const UtPlace *place; /* as in the file; NULL when added up from several */
  UtRegionId region;    /* of today; UT_REGION_NONE until restated */
  UtPeriod period;
  double value, numerator, denominator, margin;
  UtStatus status;
  guint8 quality;
  const char *path; /* of the first line */
  guint line;
  GArray *origins; /* UtOrigin; owned */
} UtObserved;

void ut_observed_free (UtObserved *observed);

/* Sums are added up, the value is reckoned from counts where the source prints none, and both must agree where it does.
 * NULL when nothing but margins was seen. */
UtObserved *ut_observe (const UtGathered *gathered, const UtMapping *mapping, const UtIndicator *indicator,
                        UtFindings *findings);

#endif
