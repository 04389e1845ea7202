/* From what the sources print and what we suppress to sums that a reader can calculate with. */
#include "links_build.h"

#include <math.h>

/* More than any suppressed number is moved. */
#define ROOM 1000

static gboolean
is_known (const UtLinks *links, guint cell) {
  const UtSuppressionRun *work = links->work;
  gsize row = links->row[cell];
  if (row == G_MAXSIZE || isnan (links->value[cell]))
    return FALSE;
  if (work->table->status[row] == UT_STATUS_NOT_POSSIBLE)
    return TRUE;
  return work->table->status[row] == UT_STATUS_OK && (!work->suppressed[row] || ut_suppress_was_shown (work, row));
}

static void
index_cells (UtLinks *links) {
  g_free (links->first);
  g_free (links->of_cell);
  g_free (links->n_needed);
  links->first = g_new0 (guint32, links->n_cells + 1);
  links->n_needed = g_new0 (guint32, links->n_cells + 1);
  links->of_cell = g_new0 (guint32, MAX (links->terms->len, 1));
  guint n;
  for (guint32 i = 0; i < links->links->len; i++) {
    const guint32 *cells = ut_links_cells (links, i, &n);
    for (guint k = 0; k < n; k++)
      links->first[cells[k] + 1]++;
  }
  for (guint i = 0; i < links->n_cells; i++)
    links->first[i + 1] += links->first[i];
  g_autofree guint32 *next = g_memdup2 (links->first, sizeof (guint32) * (links->n_cells + 1));
  for (gboolean implied = FALSE; implied <= TRUE; implied++)
    for (guint32 i = 0; i < links->links->len; i++) {
      const guint32 *cells = ut_links_cells (links, i, &n);
      for (guint k = 0; g_array_index (links->links, UtLink, i).implied == implied && k < n; k++) {
        links->of_cell[next[cells[k]]++] = i;
        links->n_needed[cells[k]] += !implied;
      }
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
      gboolean lone = isnan (links->value[cells[k]]) && !ut_links_is_source_suppressed (links, cells[k])
                      && links->first[cells[k] + 1] - links->first[cells[k]] == 1;
      if (!lone || !has_lump)
        cells[n++] = cells[k];
      has_lump = has_lump || lone;
    }
    link->n = n;
  }
}

/* A sum with a member that nobody has published, and that stands in no other sum, tells no more than that the others
 * are no more than the total; and nothing where that leaves room enough. */
static gboolean
is_loose (const UtLinks *links, const UtLink *link) {
  const guint32 *cells = &g_array_index (links->terms, guint32, link->first);
  gboolean has_lump = FALSE;
  double rest = 0;
  for (guint k = 0; k < link->n; k++) {
    guint32 cell = cells[k];
    if (k > 0 && ut_links_is_lump (links, cell))
      has_lump = TRUE;
    else
      rest += k == 0 ? links->value[cell] : -links->value[cell];
  }
  return has_lump && rest >= ROOM;
}

static void
drop_loose (UtLinks *links) {
  GArray *all = links->links;
  guint before, n;
  do {
    before = all->len;
    n = 0;
    for (guint i = 0; i < before; i++) {
      const UtLink link = g_array_index (all, UtLink, i);
      if (!is_loose (links, &link))
        g_array_index (all, UtLink, n++) = link;
    }
    g_array_set_size (all, n);
    index_cells (links);
  } while (n < before);
}

static void
count_unknown (UtLinks *links) {
  links->n_unknown = g_new0 (guint32, links->links->len + 1);
  links->scratch = g_new (guint32, 4 * (gsize) links->links->len + 4);
  for (gsize i = 0; i < 4 * (gsize) links->links->len + 4; i++)
    links->scratch[i] = G_MAXUINT32;
  links->moved = g_new0 (int, links->n_cells + 1);
  for (guint32 i = 0; i < links->links->len; i++) {
    guint n;
    const guint32 *cells = ut_links_cells (links, i, &n);
    for (guint k = 0; k < n; k++)
      links->n_unknown[i] += !links->known[cells[k]];
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
  links->disclosed = g_new0 (gboolean, links->n_cells + 1);
  for (guint i = 0; i < links->n_cells; i++) {
    links->upper[i] = INFINITY;
    if (links->row[i] != G_MAXSIZE)
      ut_links_set_bounds (links, i, links->work->table, links->row[i], building->quantity);
    links->known[i] = is_known (links, i);
  }
  ut_links_settle_previous (building);
  index_cells (links);
  lump_together (links);
  index_cells (links);
  drop_loose (links);
  ut_links_fill_values (links);
  count_unknown (links);
}

UtLinks *
ut_links_new (const UtSuppressionRun *work, guint32 family, UtQuantity quantity) {
  UtLinks *links = g_new0 (UtLinks, 1);
  links->work = work;
  links->family = family;
  links->quantity = quantity;
  links->cell_of = g_new0 (gssize, ut_catalogue_count (work->catalogue) + 1);
  links->links = g_array_new (FALSE, FALSE, sizeof (UtLink));
  links->terms = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) previous = g_hash_table_new (NULL, NULL);
  UtLinksBuild building = {
    .links = links,
    .quantity = quantity,
    .rows = g_array_new (FALSE, FALSE, sizeof (gsize)),
    .values = g_array_new (FALSE, FALSE, sizeof (double)),
    .previous = previous,
  };
  ut_links_add_sums (&building);
  if (work->previous != NULL)
    ut_links_add_previous (&building);
  finish (&building);
  return links;
}
