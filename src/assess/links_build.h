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
  GHashTable *places; /* cell + 1 -> the first link over places of which it is the total + 1 */
  GHashTable
      *parted; /* UtParts of its indicator and cell + 1: what is already tied to its parts, see ut_links_add_sums() */
  GHashTable *previous; /* cell + 1 -> the cell it was in the previous run + 1, where it was another number */
} UtLinksBuild;

/* Adds a sum: guint32 cells, the total first. */
void ut_links_append (UtLinks *links, const GArray *cells, gboolean implied);

/* Within what limits a cell may lie that a row tells the number of. */
void ut_links_set_bounds (UtLinks *links, guint cell, const UtTable *table, gsize row, UtQuantity quantity);

/* Suppressed by the source: to be found out by no one, though we know no more than others. */
gboolean ut_links_is_source_suppressed (const UtLinks *links, guint cell);

/* Whether nobody has published the cell and only one sum holds it: that sum tells its value, and no more once another
 * of its members is suppressed. */
gboolean ut_links_is_lump (const UtLinks *links, guint cell);

/* Every cell, and every sum over places, parts and years. */
void ut_links_add_sums (UtLinksBuild *building);
/* A sum some of which was revised stands twice, as it is and as it was: what both suppress must fit in both. */
void ut_links_add_previous (UtLinksBuild *building);
/* What is known of the cells as they were, and within what limits the rest of them may lie. */
void ut_links_settle_previous (const UtLinksBuild *building);
/* Gives a number to every cell that lacks one: the one that its sums tell, else one that fits. */
void ut_links_fill_values (UtLinks *links);

#endif
