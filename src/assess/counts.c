#include "counts.h"

#include <math.h>

/* Weights of split units leave binary dust on counts; half a millionth of a person is none. */
#define DUST 1e-6

gboolean
ut_counts_find (const UtIndicator *indicator, double value, double numerator, double denominator, UtCounts *counts) {
  *counts = (UtCounts){ numerator, numerator, numerator, denominator };
  if (isnan (denominator) || (isnan (numerator) && (isnan (value) || !(indicator->resolution > 0))))
    return FALSE;
  if (!isnan (numerator))
    return TRUE;
  double per_unit = denominator / ut_unit_factor (indicator->unit);
  double half = indicator->resolution / 2;
  counts->lowest = fmax (ceil ((value - half) * per_unit - DUST), 0);
  counts->highest = floor ((value + half) * per_unit + DUST);
  if (indicator->measure == UT_MEASURE_PROPORTION)
    counts->highest = fmin (counts->highest, denominator);
  counts->nearest = fmin (fmax (round (value * per_unit), counts->lowest), counts->highest);
  return counts->lowest <= counts->highest;
}

/* A percentage of a known number that says nothing of its rounding still tells about how many there are. */
UtCounts
ut_cell_counts (const UtIndicator *indicator, double value, double numerator, double denominator) {
  UtCounts counts;
  if (isnan (numerator) && indicator->measure == UT_MEASURE_COUNT)
    numerator = value;
  if (ut_counts_find (indicator, value, numerator, denominator, &counts) || !isnan (numerator))
    return counts;
  double about = round (value * denominator / ut_unit_factor (indicator->unit));
  return (UtCounts){ about, about, about, denominator };
}

UtCounts
ut_row_counts (const UtTable *table, gsize row, const UtIndicator *indicator) {
  return ut_cell_counts (indicator, table->value[row], ut_table_numerator (table, row),
                         ut_table_denominator (table, row));
}

gboolean
ut_counts_are_small (const UtSuppression *limits, double lowest, double highest, double n) {
  return (limits->count >= 0 && lowest <= limits->count + DUST)
         || (limits->complement >= 0 && n - highest <= limits->complement + DUST)
         || (limits->denominator >= 0 && n <= limits->denominator + DUST);
}
