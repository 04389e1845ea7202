/* How many persons a figure is of, as far as it is known. */
#ifndef UT_ASSESS_PERSONS_H
#define UT_ASSESS_PERSONS_H

#include <utsyn/assess.h>

typedef struct {
  double lowest, highest;         /* the same where the number is published */
  const UtDenominator *stands_in; /* whose persons; NULL when they are the figure's own */
} UtPersons;

/* The number printed with the figure, or else that of the indicator's stand-in with its doubt, outward; FALSE when
 * there is neither. */
gboolean ut_persons_find (const UtTable *table, const UtIndicator *indicator, const UtFigure *figure,
                          UtPersons *persons);

#endif
