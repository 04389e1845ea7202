/**
 * @file projection.h
 * What a projection says: from the last observed year to the years that plans speak of. Nothing is tested.
 */
#ifndef UTSYN_PROJECTION_H
#define UTSYN_PROJECTION_H

#include <utsyn/assess.h>

UT_BEGIN_DECLS

/** 2030, 2035 and 2040. */
enum { UT_N_PROJECTION_YEARS = 3 };

/** One of the years. */
typedef struct {
  UtPeriod period;
  double value;     /**< in the main alternative, in the unit */
  double low, high; /**< in those of low and high growth; NaN when the catalogue or the file has none */
  double change;    /**< from the last observed year, in the unit */
  double percent;   /**< the same, in per cent of it; NaN for shares and when it is 0 */
} UtProjectedYear;

typedef struct {
  UtPeriod from; /**< last observed: a projection starts from the population that was registered */
  double value;  /**< then */
  guint n_years; /**< those of the three that the file has, after `from` */
  UtProjectedYear years[UT_N_PROJECTION_YEARS];
} UtProjection;

/**
 * The course of a projection in a place.
 *
 * @return FALSE when the indicator is no projection, the place has no figure in its first year, or none in the three
 */
gboolean ut_projection_find (const UtAssessed *assessed, UtProjection *projection);

UT_END_DECLS

#endif
