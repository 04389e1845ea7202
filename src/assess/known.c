#include "known.h"

#include "figure.h"
#include "persons.h"
#include "rounding.h"

#include <math.h>

/* Binary dust of restated counts. */
#define DUST 1e-6
/* A crude share of fewer than this many of the persons there are is of other persons. */
#define MOST_ABSENT 0.07
/* A head count that may be so far off is of other persons, and only its declared doubt says anything. */
#define FAR_OFF 0.25

static gboolean
is_share (const UtIndicator *indicator) {
  return indicator->test == UT_TEST_BINOMIAL;
}

/* Tests are of whole persons: a restated split leaves fractions. Coverage is cut at everybody. */
static UtPrinted
published (const UtIndicator *indicator, double events, double persons) {
  if (!is_share (indicator))
    return ut_printed_counts (round (events), persons);
  return ut_printed_counts (round (events), round (persons));
}

/* The numerator and denominator in lowest terms of a share that is printed in full, by its continued fraction. */
static double
lowest_denominator (double share, double most) {
  double before = 0, denominator = 1, rest = share - floor (share);
  double numerator_before = 1, numerator = floor (share);
  while (fabs (numerator / denominator - share) > UT_UNROUNDED) {
    double term = floor (1 / rest), next = term * denominator + before, top = term * numerator + numerator_before;
    if (!(next <= most))
      return NAN;
    before = denominator;
    denominator = next;
    numerator_before = numerator;
    numerator = top;
    rest = 1 / rest - term;
  }
  return denominator;
}

/* How many persons a crude share may be of. */
static void
find_window (const UtPersons *persons, double *least, double *most) {
  const UtDenominator *stands_in = persons->stands_in;
  *least = persons->lowest;
  *most = persons->highest;
  if (stands_in->doubt_lowest < -FAR_OFF || stands_in->doubt_highest > FAR_OFF)
    return;
  *most = floor (persons->highest / (1 + stands_in->doubt_highest) + 0.5);
  *least = ceil ((1 - MOST_ABSENT) * *most - DUST);
}

/* A share printed in full is of a multiple of its lowest denominator. */
static gboolean
derive_from_fraction (double share, const UtPersons *persons, UtPrinted *printed) {
  double least, most;
  find_window (persons, &least, &most);
  double step = lowest_denominator (share, most);
  if (!(step >= 1) || !(share > 0) || !(share < 1))
    return FALSE;
  double first = ceil (least / step) * step, last = floor (most / step) * step;
  if (first > last)
    return FALSE;
  *printed = ut_printed_figure (share, UT_UNROUNDED, first, last, FALSE);
  return TRUE;
}

/* The count is known, and the persons by the printed figure. */
static UtPrinted
with_count (UtPrinted printed, double events) {
  printed.events_lowest = printed.events_highest = round (events);
  return printed;
}

static UtPrinted
borrow (double value, double half, const UtPersons *persons, double composition) {
  double lowest = fmax (floor (persons->lowest * (1 - composition) + DUST), 1);
  double highest = fmax (ceil (persons->highest * (1 + composition) - DUST), lowest);
  return ut_printed_figure (value, half, lowest, highest, TRUE);
}

gboolean
ut_known_find (const UtTable *table, const UtIndicator *indicator, const UtFigure *figure, double composition,
               UtKnown *known) {
  double factor = ut_unit_factor (indicator->unit), value = figure->value / factor;
  gboolean counted = !isnan (figure->numerator), numbered = !isnan (figure->denominator);
  UtPersons persons;
  *known = (UtKnown){ .basis = UT_BASIS_COUNTS };
  if (!indicator->standardised && counted && numbered) {
    known->printed = published (indicator, figure->numerator, figure->denominator);
    return figure->denominator > 0;
  }
  UtFigure asked = *figure;
  /* A count and a standardised figure tell the persons themselves, whatever their mix. */
  if (counted && indicator->standardised) {
    asked.denominator = NAN;
    composition = 0;
  }
  if (isnan (value) || !ut_persons_find (table, indicator, &asked, &persons))
    return FALSE;
  double half = ut_figure_half_width (table, indicator, figure) / factor;
  if (is_share (indicator) && value > 1)
    value = 1;
  known->stands_in = persons.stands_in;
  known->basis = indicator->standardised || persons.stands_in != NULL ? UT_BASIS_APPROXIMATE : UT_BASIS_DERIVED;
  if (indicator->standardised)
    known->printed = borrow (value, half, &persons, composition);
  else if (persons.stands_in == NULL)
    known->printed = ut_printed_figure (value, half, persons.lowest, persons.highest, FALSE);
  else if (half <= UT_UNROUNDED * (1 + DUST) && is_share (indicator) && ut_figure_combined (table, figure) == NULL
           && derive_from_fraction (value, &persons, &known->printed))
    known->basis = UT_BASIS_DERIVED;
  else
    known->printed = borrow (value, half, &persons, 0);
  if (is_share (indicator)) {
    known->printed.persons_lowest = fmax (round (known->printed.persons_lowest), 1);
    known->printed.persons_highest = fmax (round (known->printed.persons_highest), 1);
  }
  if (counted)
    known->printed = with_count (known->printed, figure->numerator);
  return TRUE;
}

double
ut_known_persons (const UtKnown *known) {
  return (known->printed.persons_lowest + known->printed.persons_highest) / 2;
}

double
ut_known_events (const UtKnown *known) {
  if (known->printed.events_lowest == known->printed.events_highest)
    return known->printed.events_lowest;
  return known->printed.value * ut_known_persons (known);
}
