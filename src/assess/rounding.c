#include "rounding.h"

#include "figure.h"

#include <float.h>
#include <math.h>

/* With more decimals than these a percentage is no longer rounded for a reader. */
#define MOST_DECIMALS 6
/* So many figures of a file tell how many decimals it prints: that all end in 0 has then a probability of 1e-64. */
#define ENOUGH 64
/* How far from the figure they are looked for. */
#define FARTHEST 2000

/* Those that a value has, `least` or more; MOST_DECIMALS + 1 where it is not rounded. */
static int
decimals_of (double value, int least) {
  static const double scales[MOST_DECIMALS + 1] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6 };
  for (int decimals = least; decimals <= MOST_DECIMALS; decimals++) {
    double scaled = fabs (value) * scales[decimals];
    if (fabs (scaled - round (scaled)) <= 1e-7 + 4 * DBL_EPSILON * scaled)
      return decimals;
  }
  return MOST_DECIMALS + 1;
}

typedef struct {
  const UtTable *table;
  gsize own;
  guint16 file;
  guint n;
  int decimals;
} Scan;

/* A figure that was carried to another code has its file with its origins. */
static guint16
file_of (const UtTable *table, gsize row) {
  return table->file[row] == UT_FILE_SEVERAL ? ut_table_origin (table, row, 0).file : table->file[row];
}

/* FALSE: nothing more of the indicator there. */
static gboolean
look_at (Scan *scan, gsize row) {
  const UtTable *table = scan->table;
  if (row >= table->n_rows || table->indicator[row] != table->indicator[scan->own])
    return FALSE;
  if (file_of (table, row) == scan->file && table->status[row] == UT_STATUS_OK) {
    scan->decimals = decimals_of (table->value[row], scan->decimals);
    scan->n++;
  }
  return TRUE;
}

/* Those of the figure, or more where those before and after it have more, which are of the same and of neighbouring
 * places. */
static int
decimals_of_file (const UtTable *table, gsize own, int decimals) {
  Scan scan = { .table = table, .own = own, .file = file_of (table, own), .decimals = decimals };
  gboolean before = TRUE, after = TRUE;
  for (gsize step = 1; step <= FARTHEST && (before || after); step++) {
    if (scan.n >= ENOUGH || scan.decimals > MOST_DECIMALS)
      break;
    before = before && step <= own && look_at (&scan, own - step);
    after = after && look_at (&scan, own + step);
  }
  return scan.decimals;
}

double
ut_figure_half_width (const UtTable *table, const UtIndicator *indicator, const UtFigure *figure) {
  double unrounded = UT_UNROUNDED * ut_unit_factor (indicator->unit);
  const UtCombined *combined = ut_figure_combined (table, figure);
  if (combined != NULL)
    return fmax (combined->half_width, unrounded);
  if (indicator->resolution > 0)
    return indicator->resolution / 2;
  if (!isfinite (figure->value))
    return NAN;
  int decimals = decimals_of (figure->value, 0);
  gboolean in_table = table != NULL && figure->exists && figure->row < table->n_rows;
  if (decimals <= MOST_DECIMALS && in_table)
    decimals = decimals_of_file (table, figure->row, decimals);
  return decimals > MOST_DECIMALS ? unrounded : fmax (0.5 * pow (10, -decimals), unrounded);
}
