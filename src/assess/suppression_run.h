/* What suppression works on: the rows, and what of them is suppressed by now. */
#ifndef UT_ASSESS_SUPPRESSION_RUN_H
#define UT_ASSESS_SUPPRESSION_RUN_H

#include "families.h"
#include "prepare.h"

typedef struct {
  const UtTable *table;
  const UtCatalogue *catalogue;
  const UtRegions *regions;
  const GPtrArray *partitions;
  const GArray *sums;
  const UtPreviousFigures *previous; /* what the previous runs showed; NULL: none */
  const UtFamilies *families;
  const double *sizes;            /* [regions] see ut_place_sizes_new(); NULL before it is needed */
  gboolean *primary, *suppressed; /* [n_rows]; suppressed holds primary, series and secondary */
  gboolean *in_series;            /* [n_rows] suppressed with the whole series */
  gboolean *disclosed;            /* [n_rows] suppressed by the source, which prints what gives it away */
  guint *n_given_up;              /* [indicators] suppressed figures that suppressing more cannot protect */
  gboolean *is_done;              /* [families] */
} UtSuppressionRun;

/* Whether a previous run showed the figure with this value. */
gboolean ut_suppress_was_shown (const UtSuppressionRun *work, gsize row);
UtPreviousFigure ut_suppress_previous_figure (const UtSuppressionRun *work, gsize row);

/* Whether a member of one of our sums is suppressed. */
gboolean ut_suppress_has_member (const UtSuppressionRun *work, const UtSum *sum);

#endif
