/* What may lie behind two printed figures: pairs of a count and a number of persons. */
#ifndef UT_STATISTICS_POSSIBLE_PAIRS_H
#define UT_STATISTICS_POSSIBLE_PAIRS_H

#include <utsyn/possible.h>

/* The own pairs: for each count the least and greatest number of persons. */
typedef struct {
  UtPossibleKind kind;
  const UtPrinted *own;
  double lower, upper; /* of the share or rate */
  double first, last;  /* counts */
} UtOwnPairs;

void ut_own_pairs_find (UtOwnPairs *pairs, UtPossibleKind kind, const UtPrinted *own);
/* Whether there is one at all. */
gboolean ut_own_pairs_any (const UtOwnPairs *pairs);
gboolean ut_own_pairs_has (const UtOwnPairs *pairs, double x);
/* Never fewer than the events among them. Both ends rise with x. */
double ut_own_pairs_least_persons (const UtOwnPairs *pairs, double x);
double ut_own_pairs_greatest_persons (const UtOwnPairs *pairs, double x);

/* The other side: a few corners. */
typedef struct {
  double events, persons;
} UtCorner;

typedef struct {
  UtCorner most[2], least[2]; /* the most and the least events, at either end of the persons */
  guint n;
} UtCorners;

void ut_corners_find (UtCorners *corners, UtPossibleRelation relation, const UtPrinted *other);

#endif
