/* What the makers of UtLinks share. */
#ifndef UT_ASSESS_LINKS_BUILD_H
#define UT_ASSESS_LINKS_BUILD_H

#include "links.h"

typedef struct {
  UtLinks *links;
  UtQuantity quantity;
  GArray *rows;       /* gsize: of each cell; G_MAXSIZE when it has none */
  GArray *values;     /* double */
  GHashTable *no_row; /* UtRow (only its key) -> cell + 1; NULL when all sums are there */
  GHashTable *before; /* cell + 1 -> its own of the earlier report + 1, where that showed another value */
} UtLinksBuild;

/* The number of a row that the sums are of; NaN when it is not known. */
double ut_links_value (const UtSuppressing *work, gsize row, UtQuantity quantity);
/* Adds a sum: guint32 cells, the total first. */
void ut_links_append (UtLinks *links, const GArray *cells);

/* Every cell, and every sum over places, parts and years. */
void ut_links_add_sums (UtLinksBuild *building);
/* A sum some of which was revised stands twice, as it is and as it was: what both hide must fit in both. */
void ut_links_add_before (UtLinksBuild *building);

#endif
