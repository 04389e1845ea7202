#include "scale.h"

#include <math.h>

/* The next of 1, 2, 5, 10, 20 … */
static double
next_step (double step) {
  double power = pow (10, floor (log10 (step) + 1e-9));
  double lead = step / power;
  return lead < 1.5 ? 2 * power : lead < 3.5 ? 5 * power : 10 * power;
}

static guint
steps_between (double lo, double hi, double step) {
  return (guint) lround (ceil (hi / step - 1e-9) - floor (lo / step + 1e-9));
}

UtScale
ut_scale_nice (double lo, double hi, guint max_ticks) {
  if (!(hi > lo)) {
    double room = lo == 0 ? 1 : fabs (lo) / 10;
    lo -= room;
    hi = lo + 2 * room;
  }
  double step = pow (10, floor (log10 ((hi - lo) / max_ticks)));
  while (steps_between (lo, hi, step) + 1 > MAX (max_ticks, 3))
    step = next_step (step);
  return (UtScale){
    .lo = floor (lo / step + 1e-9) * step,
    .hi = ceil (hi / step - 1e-9) * step,
    .step = step,
    .to = 1,
  };
}

guint
ut_scale_n_ticks (const UtScale *scale) {
  return (guint) lround ((scale->hi - scale->lo) / scale->step) + 1;
}

double
ut_scale_tick (const UtScale *scale, guint i) {
  double tick = (round (scale->lo / scale->step) + i) * scale->step;
  return tick == 0 ? 0 : tick;
}

int
ut_scale_decimals (const UtScale *scale) {
  return (int) fmax (0, -floor (log10 (scale->step) + 1e-9));
}

double
ut_scale_at (const UtScale *scale, double value) {
  double share = scale->hi > scale->lo ? (value - scale->lo) / (scale->hi - scale->lo) : 0.5;
  return scale->from + CLAMP (share, 0, 1) * (scale->to - scale->from);
}

double
ut_strip_at (const UtStrip *strip, double value, gboolean *clipped) {
  double share = strip->extent > 0 ? (value - strip->anchor) / strip->extent : 0;
  if (clipped != NULL)
    *clipped = fabs (share) > 1 + 1e-9;
  return strip->centre + (strip->mirrored ? -1 : 1) * CLAMP (share, -1, 1) * strip->half;
}

/* Neighbours that would touch become one block, whose members keep their gaps and their mean. */
typedef struct {
  double sum; /* of position − offset in the block */
  gsize n;
  double length, start;
} Block;

static void
place (Block *block, double lo, double hi) {
  block->start = fmax (lo, fmin (block->sum / (double) block->n, hi - block->length));
}

void
ut_spread_apart (double *positions, const double *gaps, gsize n, double lo, double hi) {
  if (n == 0)
    return;
  g_autofree Block *blocks = g_new0 (Block, n);
  gsize n_blocks = 0;
  for (gsize i = 0; i < n; i++) {
    Block *block = &blocks[n_blocks++];
    *block = (Block){ .sum = positions[i], .n = 1 };
    place (block, lo, hi);
    while (n_blocks > 1) {
      Block *before = &blocks[n_blocks - 2], *last = &blocks[n_blocks - 1];
      double gap = gaps[i - last->n];
      if (before->start + before->length + gap <= last->start)
        break;
      double offset = before->length + gap;
      before->sum += last->sum - offset * (double) last->n;
      before->n += last->n;
      before->length += gap + last->length;
      place (before, lo, hi);
      n_blocks--;
    }
  }
  gsize i = 0;
  for (gsize b = 0; b < n_blocks; b++) {
    double at = blocks[b].start;
    for (gsize k = 0; k < blocks[b].n; k++, i++) {
      positions[i] = at;
      at += k + 1 < blocks[b].n ? gaps[i] : 0;
    }
  }
}
