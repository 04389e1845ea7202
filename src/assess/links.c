#include "counts.h"
#include "links_build.h"

#include <math.h>

double
ut_links_value (const UtTable *table, gsize row, const UtIndicator *indicator, UtQuantity quantity) {
  if (table->status[row] == UT_STATUS_NOT_POSSIBLE)
    return 0;
  UtCounts counts = ut_row_counts (table, row, indicator);
  return quantity == UT_QUANTITY_COUNT ? counts.nearest : counts.n;
}

/* The events are no more than the persons, and the persons no fewer than the events. */
void
ut_links_set_bounds (UtLinks *links, guint cell, const UtTable *table, gsize row, UtQuantity quantity) {
  const UtIndicator *indicator = ut_catalogue_get (links->work->catalogue, table->indicator[row]);
  if (indicator->measure != UT_MEASURE_PROPORTION || isnan (links->value[cell]))
    return;
  double other
      = ut_links_value (table, row, indicator, quantity == UT_QUANTITY_COUNT ? UT_QUANTITY_PERSONS : UT_QUANTITY_COUNT);
  if (!isnan (other))
    *(quantity == UT_QUANTITY_COUNT ? &links->upper[cell] : &links->lower[cell]) = other;
}

gboolean
ut_links_is_source_suppressed (const UtLinks *links, guint cell) {
  gsize row = links->row[cell];
  return row != G_MAXSIZE && links->work->table->status[row] == UT_STATUS_CONFIDENTIAL;
}

gboolean
ut_links_is_lump (const UtLinks *links, guint cell) {
  return links->row[cell] == G_MAXSIZE && isnan (links->value[cell])
         && links->first[cell + 1] - links->first[cell] == 1;
}

void
ut_links_append (UtLinks *links, const GArray *cells, gboolean implied) {
  UtLink link = { links->terms->len, cells->len, implied };
  g_array_append_vals (links->terms, cells->data, cells->len);
  g_array_append_val (links->links, link);
}

void
ut_links_set_known (UtLinks *links, guint cell, gboolean known) {
  if (links->known[cell] == known)
    return;
  links->known[cell] = known;
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++)
    links->n_unknown[links->of_cell[i]] += known ? -1u : 1u;
}

void
ut_links_free (UtLinks *links) {
  g_free (links->row);
  g_free (links->value);
  g_free (links->lower);
  g_free (links->upper);
  g_free (links->known);
  g_array_unref (links->links);
  g_array_unref (links->terms);
  g_free (links->first);
  g_free (links->of_cell);
  g_free (links->cell_of);
  g_free (links->disclosed);
  g_free (links->n_unknown);
  g_free (links->n_needed);
  g_free (links->scratch);
  g_free (links->moved);
  g_free (links);
}

gboolean
ut_links_find (const UtLinks *links, gsize row, guint *cell) {
  UtIndicatorId indicator = links->work->table->indicator[row];
  gboolean ours = links->work->families->of[indicator] == links->family;
  *cell = ours ? (guint) ((gssize) row + links->cell_of[indicator]) : 0;
  return ours;
}
