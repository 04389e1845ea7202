/*
 * What a reader can add and subtract: cells, and the sums that tie them together over places, parts and years. One of
 * these is made for the counts, and one for the numbers counted among.
 */
#ifndef UT_ASSESS_LINKS_H
#define UT_ASSESS_LINKS_H

#include "suppression_run.h"

typedef enum { UT_QUANTITY_COUNT, UT_QUANTITY_PERSONS } UtQuantity;

/* One sum: the first cell is the total of the others. */
typedef struct {
  guint32 first, n; /* in `terms` */
  gboolean implied; /* the others say it too */
} UtLink;

typedef struct {
  const UtSuppressionRun *work;
  guint32 family;
  UtQuantity quantity;
  guint n_cells;
  gsize *row;          /* [n_cells] of the table; G_MAXSIZE for a cell that has no row */
  double *value;       /* [n_cells] the true one, or one that fits where it is not known */
  double *upper;       /* [n_cells] the most a reader must believe it can be; the least is `lower` */
  double *lower;       /* [n_cells] */
  gboolean *known;     /* [n_cells] to a reader: shown now, shown before, or plain from what is shown */
  gboolean *disclosed; /* [n_cells] suppressed by the source, and plain from what the sources print */
  GArray *links;       /* UtLink */
  GArray *terms;       /* guint32: cells */
  guint32 *n_unknown;  /* [links] */
  guint32 *first;      /* [n_cells + 1] in `of_cell` */
  guint32 *of_cell;    /* links of every cell, those that are implied last */
  guint32 *n_needed;   /* [n_cells] how many links of a cell are not implied */
  gssize *cell_of;     /* [indicators] cell of its first row minus that row; only of the family */
  guint32 *scratch;    /* [4 × links + 4] for searches among them */
  int *moved;          /* [n_cells] the same; 0 between searches */
} UtLinks;

/* The sums of one family of indicators. */
UtLinks *ut_links_new (const UtSuppressionRun *work, guint32 family, UtQuantity quantity);
/* The number of a table's row that the sums are of; NaN when it is not known. */
double ut_links_value (const UtTable *table, gsize row, const UtIndicator *indicator, UtQuantity quantity);
void ut_links_free (UtLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtLinks, ut_links_free)

/* The cell of a row; FALSE when the row is of another family. */
gboolean ut_links_find (const UtLinks *links, gsize row, guint *cell);

void ut_links_set_known (UtLinks *links, guint cell, gboolean known);

/* The cells of a sum, the total first. */
static inline const guint32 *
ut_links_cells (const UtLinks *links, guint32 which, guint *n) {
  const UtLink *link = &g_array_index (links->links, UtLink, which);
  *n = link->n;
  return &g_array_index (links->terms, guint32, link->first);
}

/* How a sum is changed by one more in a cell of it. */
static inline int
ut_links_sign (const UtLinks *links, guint32 which, guint32 cell) {
  guint n;
  return *ut_links_cells (links, which, &n) == cell ? 1 : -1;
}

/* TRUE when `n_values` whole numbers at least, its own among them, are possible for a cell that is not known: there are
 * other sets of suppressed numbers, none below its least nor above its most (`upper`, [n_cells]), that give every sum
 * the same. */
gboolean ut_links_leave_doubt (UtLinks *links, guint cell, guint n_values, const double *upper);

#endif
