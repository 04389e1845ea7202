/* What is known of the counts behind a figure. */
#ifndef UT_ASSESS_KNOWN_H
#define UT_ASSESS_KNOWN_H

#include <utsyn/assess.h>
#include <utsyn/possible.h>

typedef struct {
  UtPrinted printed; /* without unit */
  UtBasis basis;     /* counts, derived or approximate */
  const UtDenominator *stands_in;
} UtKnown;

/* The published counts, or else all that agree with what is printed: with the figure and its number of persons, with
 * the count and the figure, with an unrounded figure that only some numbers of persons can have, or with the figure and
 * the persons that stand in. FALSE when there is no telling how many it is of.
 *
 * `composition` is how far the persons of a standardised figure may be from the number of them (O = figure · m, with m
 * the persons of the country's mix): 0 for the country itself. */
gboolean ut_known_find (const UtTable *table, const UtIndicator *indicator, const UtFigure *figure, double composition,
                        UtKnown *known);

/* The middle of what is known: the counts themselves where they are published. */
double ut_known_persons (const UtKnown *known);
double ut_known_events (const UtKnown *known);

#endif
