#include "statistics/possible_pairs.h"

#include <math.h>

/* Of a count: what binary fractions may miss it by. */
#define GUARD 1e-9

static double
floor_of (double x) {
  return floor (x + GUARD);
}

static double
ceiling_of (double x) {
  return ceil (x - GUARD);
}

static double
clamp_persons (const UtOwnPairs *pairs, double n) {
  return CLAMP (n, pairs->own->persons_lowest, pairs->own->persons_highest);
}

double
ut_own_pairs_least_persons (const UtOwnPairs *pairs, double x) {
  if (pairs->own->half_width == 0 && pairs->own->persons_lowest == pairs->own->persons_highest)
    return pairs->own->persons_lowest;
  double n = pairs->upper > 0 ? x / pairs->upper : 0;
  n = pairs->own->outward ? clamp_persons (pairs, floor_of (n)) : fmax (ceiling_of (n), pairs->own->persons_lowest);
  return pairs->kind == UT_POSSIBLE_SHARES ? fmax (n, x) : n;
}

double
ut_own_pairs_greatest_persons (const UtOwnPairs *pairs, double x) {
  if (!(pairs->lower > 0))
    return pairs->own->persons_highest;
  if (pairs->own->half_width == 0 && pairs->own->persons_lowest == pairs->own->persons_highest)
    return pairs->own->persons_highest;
  double n = x / pairs->lower;
  return pairs->own->outward ? clamp_persons (pairs, ceiling_of (n)) : fmin (floor_of (n), pairs->own->persons_highest);
}

gboolean
ut_own_pairs_has (const UtOwnPairs *pairs, double x) {
  return ut_own_pairs_least_persons (pairs, x) <= ut_own_pairs_greatest_persons (pairs, x);
}

void
ut_own_pairs_find (UtOwnPairs *pairs, UtPossibleKind kind, const UtPrinted *own) {
  *pairs = (UtOwnPairs){ .kind = kind, .own = own };
  gboolean known = own->events_lowest == own->events_highest && own->half_width == 0;
  pairs->lower = fmax (own->value - own->half_width, 0);
  pairs->upper = own->value + own->half_width;
  if (kind == UT_POSSIBLE_SHARES)
    pairs->upper = fmin (pairs->upper, 1);
  double low = own->persons_lowest * pairs->lower, high = own->persons_highest * pairs->upper;
  pairs->first = own->outward ? floor_of (low) : ceiling_of (low);
  pairs->last = own->outward ? ceiling_of (high) : floor_of (high);
  if (kind == UT_POSSIBLE_SHARES)
    pairs->last = fmin (pairs->last, own->persons_highest);
  pairs->first = known ? own->events_lowest : fmax (pairs->first, own->events_lowest);
  pairs->last = known ? own->events_highest : fmin (pairs->last, own->events_highest);
  while (pairs->first <= pairs->last && !ut_own_pairs_has (pairs, pairs->first))
    pairs->first++;
  while (pairs->first <= pairs->last && !ut_own_pairs_has (pairs, pairs->last))
    pairs->last--;
}

/* The other side: a few corners. */

gboolean
ut_own_pairs_any (const UtOwnPairs *pairs) {
  return pairs->first <= pairs->last;
}

gboolean
ut_printed_is_possible (UtPossibleKind kind, const UtPrinted *printed) {
  UtOwnPairs pairs;
  ut_own_pairs_find (&pairs, kind, printed);
  return ut_own_pairs_any (&pairs);
}

static void
add_corner (UtCorners *corners, const UtPrinted *other, double persons) {
  if (other->events_lowest == other->events_highest) {
    corners->most[corners->n] = corners->least[corners->n] = (UtCorner){ other->events_lowest, persons };
    corners->n++;
    return;
  }
  double low = ceiling_of (persons * (other->value - other->half_width));
  double high = floor_of (persons * (other->value + other->half_width));
  /* Of borrowed persons no whole number may have the share. */
  double least = MAX (MIN (low, high), 0), most = MAX (low, high);
  corners->least[corners->n] = (UtCorner){ least, persons };
  corners->most[corners->n] = (UtCorner){ most, persons };
  corners->n++;
}

void
ut_corners_find (UtCorners *corners, UtPossibleRelation relation, const UtPrinted *other) {
  corners->n = 0;
  if (relation == UT_POSSIBLE_KNOWN) {
    corners->most[0] = (UtCorner){ other->value + other->half_width, 1 };
    corners->least[0] = (UtCorner){ fmax (other->value - other->half_width, 0), 1 };
    corners->n = 1;
    return;
  }
  add_corner (corners, other, other->persons_lowest);
  if (other->persons_highest != other->persons_lowest)
    add_corner (corners, other, other->persons_highest);
}
