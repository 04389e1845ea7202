/*
 * What a reader can add and subtract: cells, and the sums that tie them together over places, parts and years. One of
 * these is made for the counts, and one for the numbers counted among.
 */
#ifndef UT_ASSESS_LINKS_H
#define UT_ASSESS_LINKS_H

#include "suppress.h"

typedef enum { UT_QUANTITY_COUNT, UT_QUANTITY_PERSONS } UtQuantity;

/* One sum: the first cell is the total of the others. */
typedef struct {
  guint32 first, n; /* in `terms` */
} UtLink;

typedef struct {
  const UtSuppressing *work;
  guint n_cells;
  gsize *row;       /* [n_cells] of the table; G_MAXSIZE for a cell that has no row */
  double *value;    /* [n_cells] the true one; NaN when we do not know it */
  double *upper;    /* [n_cells] the most a reader must believe it can be; the least is `lower` */
  double *lower;    /* [n_cells] */
  gboolean *known;  /* [n_cells] to a reader: shown now, shown before, or plain from what is shown */
  GArray *links;    /* UtLink */
  GArray *terms;    /* guint32: cells */
  guint32 *first;   /* [n_cells + 1] in `of_cell` */
  guint32 *of_cell; /* links of every cell */
  gssize *cell_of;  /* [indicators] cell of its first row minus that row; only where `linked` */
  gboolean *linked; /* [indicators] */
} UtLinks;

UtLinks *ut_links_new (const UtSuppressing *work, UtQuantity quantity);
void ut_links_free (UtLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtLinks, ut_links_free)

/* The cell of a row; FALSE when its indicator is tied to nothing that has limits. */
gboolean ut_links_find (const UtLinks *links, gsize row, guint *cell);

/* TRUE when at least three whole numbers, its own among them, are possible for a cell that is not known: there is
 * another set of hidden numbers, none below its least nor above its most, that gives every sum the same. */
gboolean ut_links_leave_doubt (const UtLinks *links, guint cell);

#endif
