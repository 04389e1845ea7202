/* One cell: a figure or a sign; a word of quality. */
#ifndef UT_IMPORT_LABEL_CELL_H
#define UT_IMPORT_LABEL_CELL_H

#include <glib.h>
#include <utsyn/table.h>

#include "import/label/notation.h"

#define UT_QUALITY_WORDS "ok, estimate, split_estimate, preliminary, approximate, break, at_limit"

typedef struct {
  double value; /* NaN unless status is OK */
  UtStatus status;
  gint8 decimals; /* as printed */
} UtCellFigure;

/* FALSE when the text is neither a number nor a sign of the notation. */
gboolean ut_cell_read (const char *text, const UtNotation *notation, UtDecimalMark mark, UtCellFigure *figure);

/* Of a number with this mark; 0 where it has none, 100 at most. */
gint8 ut_cell_count_decimals (const char *text, UtDecimalMark mark);

/* Whether a cell that may be a heading as well is written as a figure, by any mark, or as a sign that anybody uses. */
gboolean ut_cell_is_figure (const char *text);

/* Adds the flag a word means to `quality`; "" and "ok" mean none. FALSE when it is no such word. */
gboolean ut_quality_read (const char *word, guint16 *quality);

#endif
