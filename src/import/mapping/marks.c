#include "import/mapping/marks.h"

#include <string.h>

#include "import/label/cell.h"

void
ut_marks_add (UtMarks *sum, const UtMarks *more) {
  sum->n_unclear += more->n_unclear;
  sum->n_grouped += more->n_grouped;
  sum->n_decimal += more->n_decimal;
  sum->n_large += more->n_large;
  sum->n_exact += more->n_exact;
  sum->n_other_unclear += more->n_other_unclear;
  sum->n_other_grouped += more->n_other_grouped;
  sum->n_other_decimal += more->n_other_decimal;
}

gboolean
ut_marks_read (UtMarks *marks, const char *text, UtDecimalMark mark, UtFact *fact) {
  UtDecimalMark other = (UtDecimalMark) (1 - mark);
  UtMarkUse use = ut_number_mark_use (text, mark), use_of_other = ut_number_mark_use (text, other);
  double value;
  if (use_of_other == UT_MARK_SEPARATES && ut_number_parse_grouped (text, other, &fact->value)) {
    marks->n_other_grouped++;
    fact->decimals = ut_cell_count_decimals (text, mark);
    return TRUE;
  }
  if (use_of_other == UT_MARK_UNCLEAR && ut_number_parse_grouped (text, other, &fact->value)) {
    marks->n_other_unclear++;
    fact->decimals = UT_DECIMALS_OTHER_GROUPED;
    return TRUE;
  }
  /* "1.234,5": the decimal mark is not what it was said to be. */
  if (use == UT_MARK_SEPARATES && strchr (text, other == UT_DECIMAL_COMMA ? ',' : '.') == NULL
      && ut_number_parse_grouped (text, mark, &fact->value)) {
    marks->n_grouped++;
    fact->decimals = UT_DECIMALS_GROUPED;
    return TRUE;
  }
  marks->n_other_decimal += ut_number_parse (text, other, &value);
  return FALSE;
}

/* People are counted whole; a count is always of people. */
static gboolean
is_count (const UtMarksUse *use) {
  UtMeasure measure = use->indicator->measure;
  if (use->part == UT_PART_NUMERATOR || use->part == UT_PART_DENOMINATOR)
    return measure == UT_MEASURE_COUNT || measure == UT_MEASURE_PROPORTION || measure == UT_MEASURE_RATE;
  return measure == UT_MEASURE_COUNT && use->part != UT_PART_MARGIN;
}

/* Where a thousand times as much could not be. */
static gboolean
is_small (const UtMarksUse *use) {
  const UtIndicator *indicator = use->indicator;
  if (use->part == UT_PART_NUMERATOR || use->part == UT_PART_DENOMINATOR)
    return FALSE;
  return use->fraction || indicator->measure == UT_MEASURE_PROPORTION
         || (indicator->least < indicator->greatest && indicator->greatest < 1000);
}

UtMarksReading
ut_marks_decide (const UtMarks *marks, const UtMarks *file, const UtMarksUse *use) {
  if (marks->n_unclear + marks->n_grouped == 0)
    return UT_MARKS_AS_READ;
  gboolean decimal = marks->n_decimal + marks->n_exact + marks->n_other_grouped > 0;
  if (marks->n_grouped > 0)
    return decimal || use->given || marks->n_large > 0 ? UT_MARKS_UNDECIDED : UT_MARKS_THOUSANDS;
  if (use->given || decimal || is_small (use))
    return UT_MARKS_AS_READ;
  if (is_count (use))
    return use->anybody && marks->n_large == 0 && file->n_decimal == 0 ? UT_MARKS_THOUSANDS : UT_MARKS_UNDECIDED;
  return use->anybody ? UT_MARKS_UNDECIDED : UT_MARKS_AS_READ;
}

UtMarksReading
ut_marks_decide_other (const UtMarks *marks, const UtMarksUse *use) {
  if (marks->n_other_unclear == 0)
    return UT_MARKS_AS_READ;
  if (marks->n_other_decimal + marks->n_grouped > 0)
    return UT_MARKS_UNDECIDED;
  if (use->given || marks->n_decimal + marks->n_other_grouped > 0)
    return UT_MARKS_THOUSANDS;
  return is_count (use) && marks->n_large == 0 ? UT_MARKS_THOUSANDS : UT_MARKS_UNDECIDED;
}
