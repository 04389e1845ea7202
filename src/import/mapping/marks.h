/* Whether a point or comma before three digits is a decimal mark or separates thousands: one cell cannot tell, all
 * cells that a mapping reads of a file, and what is measured, mostly can. */
#ifndef UT_IMPORT_MAPPING_MARKS_H
#define UT_IMPORT_MAPPING_MARKS_H

#include <glib.h>
#include <utsyn/indicator.h>
#include <utsyn/number.h>

#include "import/mapping/fact.h"
#include "import/mapping/plan.h"

/* What the decimals of a fact say when the cell can only be read with a mark as a separator: the decimal mark itself
 * ("1.175.333"), or the other one before its only group ("37,061"). Its value is that reading. */
#define UT_DECIMALS_GROUPED       (-128)
#define UT_DECIMALS_OTHER_GROUPED (-127)

/* Whether only the whole column can tell how the cell is to be read, if at all. */
static inline gboolean
ut_marks_are_open (const UtFact *fact) {
  return fact->decimals == UT_DECIMALS_GROUPED || fact->decimals == UT_DECIMALS_OTHER_GROUPED;
}

/* Cells by how they are written; "other" is the mark that is not the decimal mark. */
typedef struct {
  gsize n_unclear;       /* "37.061" */
  gsize n_grouped;       /* "1.175.333" */
  gsize n_decimal;       /* "3.5", "0.125", "1234.567" */
  gsize n_large;         /* "12345" */
  gsize n_exact;         /* a number with decimals in a cell that is no text: nothing of how texts are written */
  gsize n_other_unclear; /* "37,061" */
  gsize n_other_grouped; /* "1,175,333", "1,234.5" */
  gsize n_other_decimal; /* "3,5": no number */
} UtMarks;

void ut_marks_add (UtMarks *sum, const UtMarks *more);

/* Reads a cell that is no number without separators; FALSE when it is none with them either. `marks` learns of it. */
gboolean ut_marks_read (UtMarks *marks, const char *text, UtDecimalMark mark, UtFact *fact);

/* Takes note of a figure as it was read. */
static inline void
ut_marks_note (UtMarks *marks, const UtFact *fact) {
  double size = fact->value < 0 ? -fact->value : fact->value;
  if (fact->decimals == 3 && size >= 1 && size < 1000)
    marks->n_unclear++;
  else if (fact->decimals > 0)
    marks->n_decimal++;
  else if (size >= 1000)
    marks->n_large++;
}

typedef enum {
  UT_MARKS_AS_READ,
  UT_MARKS_THOUSANDS,
  UT_MARKS_UNDECIDED,
} UtMarksReading;

/* What a file's cells are read for. */
typedef struct {
  const UtIndicator *indicator;
  UtPart part;
  gboolean fraction; /* shares from 0 to 1 */
  gboolean given;    /* dataset.yaml says which the decimal mark is */
  gboolean anybody;  /* the file is nobody's in particular: its marks are not known otherwise */
} UtMarksUse;

/* How "37.061" and "37,061" are to be read. `file`: the marks of everything that is read of the file. */
UtMarksReading ut_marks_decide (const UtMarks *marks, const UtMarks *file, const UtMarksUse *use);
UtMarksReading ut_marks_decide_other (const UtMarks *marks, const UtMarksUse *use);

#endif
