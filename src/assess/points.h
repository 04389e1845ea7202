/* The points of a series as the model of its trend takes them. */
#ifndef UT_ASSESS_POINTS_H
#define UT_ASSESS_POINTS_H

#include <utsyn/assess.h>

typedef struct {
  gsize n;
  double *time, *value, *events, *persons; /* [n]; of a model of values only the first two are numbers */
  double *offset;                          /* [n] filled by whoever sees the points beside others */
  UtTrendModel model;
  UtBasis basis;
  double least_dispersion;
  double factor; /* the indicator's unit per share or rate */
} UtPoints;

/* Counts where every point has persons, printed or standing in; else the values as they are. A figure without a count
 * stands for the whole events that its value makes of the fewest persons it may be of. */
UtPoints ut_points_new (const UtIndicator *indicator, const UtTable *table, const GArray *rows);
void ut_points_clear (UtPoints *points);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UtPoints, ut_points_clear)

/* Keeps those that are not NaN beside others: `offset` is a number. */
void ut_points_keep_offset (UtPoints *points);

/* A share or rate, or a value in the unit, on the scale of the model; NaN where it is off it. */
double ut_points_scale (const UtPoints *points, double value);

/* Fits the trend; beside the offset when there is one to be. */
UtOutcome ut_points_fit (const UtPoints *points, gboolean beside, UtGuardedTrend *fit);

/* What a change of one on the model's scale is in the indicator's unit, at the series' own mean level. */
double ut_points_per_scale (const UtPoints *points);

#endif
