/* Arithmetic of axes and strips: pure, tested without drawing. */
#ifndef UT_CHART_SCALE_H
#define UT_CHART_SCALE_H

#include <glib.h>

/* A linear axis with round ticks: lo, lo + step, … hi. `from` and `to` are where lo and hi are drawn. */
typedef struct {
  double lo, hi, step;
  double from, to;
} UtScale;

/*
 * The axis that holds lo..hi with round ticks (steps of 1, 2 or 5 times a power of ten) and at most `max_ticks` of
 * them, 3 or more. An empty range gets one step of room on either side.
 */
UtScale ut_scale_nice (double lo, double hi, guint max_ticks);
guint ut_scale_n_ticks (const UtScale *scale);
double ut_scale_tick (const UtScale *scale, guint i);
/* Decimals that tell the ticks apart. */
int ut_scale_decimals (const UtScale *scale);
/* Where a value is drawn; values outside are drawn at the ends, and an axis without length has but its middle. */
double ut_scale_at (const UtScale *scale, double value);

/*
 * The strip of a barometer row: what is compared with is in the middle, better (or higher) to the right, and `extent`
 * of the indicator's unit is what half the strip holds.
 */
typedef struct {
  double centre, half; /* in points */
  double anchor, extent;
  gboolean mirrored; /* low values are the better ones */
} UtStrip;

/* Where a value is drawn; `clipped`, which may be NULL, tells whether it lies outside and is drawn at the end. */
double ut_strip_at (const UtStrip *strip, double value, gboolean *clipped);

/*
 * Moves positions, in rising order, the least needed so that neighbours are `gap[i]` apart (of i and i + 1) and all lie
 * in lo..hi; when there is no room for that, they start at lo and go past hi.
 */
void ut_spread_apart (double *positions, const double *gaps, gsize n, double lo, double hi);

#endif
