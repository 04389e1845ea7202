/* What the files say of a key, made into one figure and checked. */
#ifndef UT_IMPORT_MAPPING_OBSERVE_H
#define UT_IMPORT_MAPPING_OBSERVE_H

#include <glib.h>
#include <utsyn/findings.h>
#include <utsyn/indicator.h>
#include <utsyn/table.h>

#include "import/label/place.h"
#include "import/mapping/fact.h"
#include "import/mapping/plan.h"

/* A mapping, and where the terms of its parts stand among a key's facts. */
typedef struct {
  const UtMapping *mapping;
  const UtIndicator *indicator;
  guint first_term[UT_N_PARTS];
  guint n_terms[UT_N_PARTS];
  guint n_all_terms;
} UtRecipe;

void ut_recipe_init (UtRecipe *recipe, const UtMapping *mapping, const UtIndicator *indicator);

/* Everything the files say of one place and period. */
typedef struct {
  const UtPlace *place;
  UtPeriod period;
  const UtFact **facts;     /* [n_all_terms] NULL where the files have none */
  guint16 *files;           /* [n_all_terms] */
  const char *const *paths; /* by file number */
} UtKey;

/* A figure as the file has it, or restated. */
typedef struct {
  const UtIndicator *indicator;
  const UtPlace *place; /* as in the file; NULL when added up from several */
  UtRegionId region;    /* of today; UT_REGION_NONE until restated */
  UtPeriod period;
  double value, numerator, denominator, margin;
  UtStatus status;
  guint16 quality;
  const char *path; /* of the first line */
  guint16 file;
  guint32 line;
  GArray *origins; /* UtOrigin; NULL when the line prints the very figure */
} UtObserved;

void ut_observed_clear (UtObserved *observed);
void ut_observed_free (UtObserved *observed);

/* Sums are added up, the value is calculated from counts where the source prints none, and both must agree where it
 * does. `with_origins`: its lines are listed also where one line prints the figure. FALSE when nothing but margins was
 * seen. */
gboolean ut_observe (const UtRecipe *recipe, const UtKey *key, gboolean with_origins, UtFindings *findings,
                     UtObserved *observed);

#endif
