#include "links_build.h"

#include <math.h>

double
ut_links_value (const UtTable *table, gsize row, const UtIndicator *indicator, UtQuantity quantity) {
  if (table->status[row] == UT_STATUS_NOT_POSSIBLE)
    return 0;
  UtCounts counts = ut_row_counts (table, row, indicator);
  return quantity == UT_QUANTITY_COUNT ? counts.nearest : counts.n;
}

void
ut_links_append (UtLinks *links, const GArray *cells) {
  UtLink link = { links->terms->len, cells->len };
  g_array_append_vals (links->terms, cells->data, cells->len);
  g_array_append_val (links->links, link);
}

/* What is known, and within what limits the rest may lie */

static gboolean
is_known (const UtLinks *links, guint cell) {
  const UtSuppressing *work = links->work;
  gsize row = links->row[cell];
  if (row == G_MAXSIZE || isnan (links->value[cell]))
    return FALSE;
  if (work->table->status[row] == UT_STATUS_NOT_POSSIBLE)
    return TRUE;
  return work->table->status[row] == UT_STATUS_OK && (!work->hidden[row] || ut_suppress_was_shown (work, row));
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

/* What no one has published but anyone can subtract is known too; its value at least is known to us. */
static gboolean
resolve (UtLinks *links, const UtLink *link) {
  const guint32 *cells = &g_array_index (links->terms, guint32, link->first);
  guint n_lacking = 0, lacking = 0, n_hidden = 0;
  double rest = 0;
  for (guint i = 0; i < link->n; i++) {
    double value = links->value[cells[i]];
    if (isnan (value)) {
      n_lacking++;
      lacking = i;
      continue;
    }
    n_hidden += !links->known[cells[i]];
    rest += i == 0 ? value : -value;
  }
  if (n_lacking != 1)
    return FALSE;
  links->value[cells[lacking]] = fmax (lacking == 0 ? -rest : rest, 0);
  links->known[cells[lacking]] = n_hidden == 0;
  return TRUE;
}

static void
resolve_all (UtLinks *links) {
  gboolean changed;
  do {
    changed = FALSE;
    for (guint i = 0; i < links->links->len; i++)
      changed |= resolve (links, &g_array_index (links->links, UtLink, i));
  } while (changed);
  for (guint i = 0; i < links->n_cells; i++)
    if (isnan (links->value[i]))
      links->value[i] = 0; /* may be more, not less */
}

static void
index_cells (UtLinks *links) {
  links->first = g_new0 (guint32, links->n_cells + 1);
  for (guint i = 0; i < links->terms->len; i++)
    links->first[g_array_index (links->terms, guint32, i) + 1]++;
  for (guint i = 0; i < links->n_cells; i++)
    links->first[i + 1] += links->first[i];
  links->of_cell = g_new0 (guint32, MAX (links->terms->len, 1));
  g_autofree guint32 *next = g_memdup2 (links->first, sizeof (guint32) * (links->n_cells + 1));
  for (guint i = 0; i < links->links->len; i++) {
    const UtLink *link = &g_array_index (links->links, UtLink, i);
    for (guint k = 0; k < link->n; k++)
      links->of_cell[next[g_array_index (links->terms, guint32, link->first + k)]++] = i;
  }
}

/* Members that nobody has published, and that stand in no other sum, are one lump: only its size matters. */
static void
lump_together (UtLinks *links) {
  for (guint i = 0; i < links->links->len; i++) {
    UtLink *link = &g_array_index (links->links, UtLink, i);
    guint32 *cells = &g_array_index (links->terms, guint32, link->first);
    guint n = 1;
    gboolean has_lump = FALSE;
    for (guint k = 1; k < link->n; k++) {
      gboolean lone = isnan (links->value[cells[k]]) && links->first[cells[k] + 1] - links->first[cells[k]] == 1;
      if (!lone || !has_lump)
        cells[n++] = cells[k];
      has_lump = has_lump || lone;
    }
    link->n = n;
  }
}

static void
finish (UtLinksBuild *building) {
  UtLinks *links = building->links;
  links->n_cells = building->rows->len;
  links->row = (gsize *) (gpointer) g_array_free (building->rows, FALSE);
  links->value = (double *) (gpointer) g_array_free (building->values, FALSE);
  links->lower = g_new0 (double, links->n_cells + 1);
  links->upper = g_new0 (double, links->n_cells + 1);
  links->known = g_new0 (gboolean, links->n_cells + 1);
  for (guint i = 0; i < links->n_cells; i++) {
    links->upper[i] = INFINITY;
    if (links->row[i] != G_MAXSIZE)
      ut_links_set_bounds (links, i, links->work->table, links->row[i], building->quantity);
    links->known[i] = is_known (links, i);
  }
  ut_links_settle_before (building);
  index_cells (links);
  lump_together (links);
  resolve_all (links);
}

UtLinks *
ut_links_new (const UtSuppressing *work, UtQuantity quantity) {
  UtLinks *links = g_new0 (UtLinks, 1);
  links->work = work;
  links->cell_of = g_new0 (gssize, ut_catalogue_count (work->catalogue) + 1);
  links->links = g_array_new (FALSE, FALSE, sizeof (UtLink));
  links->terms = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) before = g_hash_table_new (NULL, NULL);
  UtLinksBuild building = {
    .links = links,
    .quantity = quantity,
    .rows = g_array_new (FALSE, FALSE, sizeof (gsize)),
    .values = g_array_new (FALSE, FALSE, sizeof (double)),
    .before = before,
  };
  ut_links_add_sums (&building);
  if (work->previous != NULL)
    ut_links_add_before (&building);
  finish (&building);
  return links;
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
  g_free (links->linked);
  g_free (links);
}

gboolean
ut_links_find (const UtLinks *links, gsize row, guint *cell) {
  UtIndicatorId indicator = links->work->table->indicator[row];
  *cell = links->linked[indicator] ? (guint) ((gssize) row + links->cell_of[indicator]) : 0;
  return links->linked[indicator];
}
