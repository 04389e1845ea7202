#include "persons.h"

#include "figure.h"
#include "rounding.h"

#include <math.h>

/* Binary dust on a number of persons that is whole. */
#define DUST 1e-9
/* How many years a head count may be from the time it stands in for: more than the doubts were declared for would be
 * another doubt. */
#define MOST_YEARS_OFF 1.0

/* When */

/* 2024 is the beginning of that year, 2024.5 its middle. The middle of a school year is the 1 January in it. */
static double
middle_of (UtPeriod period) {
  return ut_period_time (period) + 0.5;
}

/* A head count of a year is of its 1 January. */
static double
time_of_count (UtPeriod period) {
  return period.kind == UT_PERIOD_YEAR ? period.first_year : middle_of (period);
}

static gboolean
is_school (UtPeriod period) {
  return period.kind == UT_PERIOD_SCHOOL_YEAR || period.kind == UT_PERIOD_SCHOOL_SPAN;
}

static gboolean
is_span (UtPeriod period) {
  return period.kind == UT_PERIOD_SPAN || period.kind == UT_PERIOD_SCHOOL_SPAN;
}

/* Head counts */

typedef struct {
  double time, persons;
} Point;

static gboolean
is_usable (const UtTable *table, gsize row) {
  return ut_row_is_known (table, row) && (table->quality[row] & UT_QUALITY_ESTIMATE) == 0;
}

/* The last point at or before `time` and the first at or after it; their time is NaN when there is none. */
static void
find_neighbours (UtSeries series, double time, Point *before, Point *after) {
  *before = *after = (Point){ NAN, NAN };
  for (gsize row = series.first; row < series.first + series.n; row++) {
    if (!is_usable (series.table, row))
      continue;
    const Point point = { time_of_count (series.table->period[row]), series.table->value[row] };
    if (point.time <= time && !(point.time <= before->time))
      *before = point;
    if (point.time >= time && !(point.time >= after->time))
      *after = point;
  }
}

/* NaN when no head count is near enough. */
static double
count_at (UtSeries series, double time) {
  Point before, after;
  find_neighbours (series, time, &before, &after);
  gboolean has_before = time - before.time <= MOST_YEARS_OFF, has_after = after.time - time <= MOST_YEARS_OFF;
  if (has_before && has_after && after.time > before.time)
    return before.persons + (after.persons - before.persons) * (time - before.time) / (after.time - before.time);
  if (has_before && has_after)
    return before.persons;
  /* The nearest of two of which one is too far away is the other. */
  return has_before ? before.persons : has_after ? after.persons : NAN;
}

static double
count_in (UtSeries series, UtPeriod period, UtYears years) {
  if (years == UT_YEARS_LAST)
    return count_at (series, period.last_year);
  if (years == UT_YEARS_MIDDLE || !is_span (period))
    return count_at (series, middle_of (period));
  double sum = 0, from_start = is_school (period) ? 0 : 0.5;
  for (int year = period.first_year + is_school (period); year <= period.last_year; year++)
    sum += count_at (series, year + from_start);
  return sum;
}

static double
add_up (const UtTable *table, const UtDenominator *denominator, UtRegionId region, UtPeriod period) {
  double persons = 0;
  for (guint i = 0; i < denominator->terms->len; i++) {
    const UtDenominatorTerm *term = &g_array_index (denominator->terms, UtDenominatorTerm, i);
    persons += term->factor * count_in (ut_table_series (table, term->id, region), period, denominator->years);
  }
  return persons;
}

gboolean
ut_persons_stand_in (const UtTable *table, const UtIndicator *indicator, UtRegionId region, UtPeriod period,
                     UtPersons *persons) {
  for (const UtDenominator *one = indicator->denominator; one != NULL; one = one->otherwise) {
    double about = add_up (table, one, region, period);
    if (!(about > 0))
      continue;
    *persons = (UtPersons){ fmax (floor (about * (1 + one->doubt_lowest) + DUST), 1),
                            ceil (about * (1 + one->doubt_highest) - DUST), one };
    return persons->highest >= persons->lowest;
  }
  return FALSE;
}

/* The figure's own */

/* The numbers of persons of whom `numerator` are the printed share. */
static gboolean
divide (const UtIndicator *indicator, const UtFigure *figure, double half, UtPersons *persons) {
  double factor = ut_unit_factor (indicator->unit), events = figure->numerator * factor;
  gboolean is_share = indicator->measure == UT_MEASURE_PROPORTION || indicator->measure == UT_MEASURE_RATE;
  if (!is_share || isnan (figure->value) || !(events > 0) || !(figure->value > half))
    return FALSE;
  *persons = (UtPersons){ fmax (ceil (events / (figure->value + half) - DUST), 1),
                          floor (events / (figure->value - half) + DUST), NULL };
  return persons->lowest <= persons->highest;
}

gboolean
ut_persons_find (const UtTable *table, const UtIndicator *indicator, const UtFigure *figure, UtPersons *persons) {
  const UtCombined *combined = ut_figure_combined (table, figure);
  if (combined != NULL) {
    *persons = (UtPersons){ combined->persons_lowest, combined->persons_highest, combined->stands_in };
    return TRUE;
  }
  if (figure->denominator > 0) {
    *persons = (UtPersons){ figure->denominator, figure->denominator, NULL };
    return TRUE;
  }
  return divide (indicator, figure, ut_figure_half_width (table, indicator, figure), persons)
         || ut_persons_stand_in (table, indicator, figure->region, figure->period, persons);
}
