/* The parts of the figure of all places. */
#ifndef UT_CHART_PLACES_H
#define UT_CHART_PLACES_H

#include "page.h"
#include "scale.h"

typedef struct {
  const UtChartRequest *request;
  const UtIndicator *indicator;
  const UtRegions *regions;
  UtLanguage language;
  guint n_places;
  guint n_of_level[UT_N_LEVELS], n_not_robust, n_small; /* the small ones are not among the levels */
  const UtVerdict *approximate;                         /* the first that is; NULL: none */
  guint against, rules;                                 /* of the tested: UtAgainst, and 1 << UtRule */
  gboolean drawn;                                       /* some place has a figure */
  guint n_marks;       /* figures of places and of what they are compared with: one alone shows nothing */
  UtReason reason;     /* why none of those with a figure is tested; NONE when some are, or the reasons differ */
  gboolean one_period; /* all figures are of the same period */
  UtPeriod period;     /* then that */
  /* The figure all places share as benchmark: a line through all rows. NULL when they differ or there is none. */
  const UtFigure *common[UT_N_ENCLOSING];
  UtRegionId benchmark_region; /* of the deciding benchmark, of the first place that has one */
  guint16 quality;
} UtPlaces;

UtPlaces ut_places_collect (const UtChartRequest *request);

const UtAssessed *ut_places_row (const UtPlaces *places, guint i);
/* The figure that a place is drawn beside; NULL when there is none, or none to draw. */
const UtFigure *ut_places_reference (const UtPlaces *places, guint i, int benchmark);

/* New strings. */
char *ut_places_title (const UtPlaces *places, const UtPage *page);
char *ut_places_subtitle (const UtPlaces *places, const char *title);
char *ut_places_footer (const UtPlaces *places);
char *ut_places_alt (const UtPlaces *places);

#endif
