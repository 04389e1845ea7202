/* How many persons a figure is of, as far as it is known. */
#ifndef UT_ASSESS_PERSONS_H
#define UT_ASSESS_PERSONS_H

#include <utsyn/assess.h>

typedef struct {
  double lowest, highest;         /* whole; the same where the number is published */
  const UtDenominator *stands_in; /* whose persons; NULL when they are the figure's own */
} UtPersons;

/* The number printed with the figure, or that of an area's members; else, of a figure with its events, the numbers that
 * give it when rounded; else that of the indicator's stand-in with its doubt, outward. FALSE when there is none of
 * them. `table` must hold the head counts; those that are hidden or shared by weight are not used. */
gboolean ut_persons_find (const UtTable *table, const UtIndicator *indicator, const UtFigure *figure,
                          UtPersons *persons);

/* Those of the stand-in alone, for a place and period that need have no figure. */
gboolean ut_persons_stand_in (const UtTable *table, const UtIndicator *indicator, UtRegionId region, UtPeriod period,
                              UtPersons *persons);

#endif
