/* What earlier reports showed of cells that were revised since. */
#include "links_build.h"

#include <math.h>

static UtShowing
showing_of (const UtLinksBuild *building, guint32 cell) {
  gsize row = g_array_index (building->rows, gsize, cell);
  return row != G_MAXSIZE ? ut_suppress_showing (building->links->work, row) : UT_SHOWING_NEVER;
}

static gboolean
is_revised (const UtLinksBuild *building, guint32 cell) {
  return g_hash_table_contains (building->before, GUINT_TO_POINTER (cell + 1));
}

/* The total of a revised cell was another too; if nobody was shown it, nobody knows which. */
static gboolean
revise_total (UtLinksBuild *building, const UtLink *link) {
  const guint32 *cells = &g_array_index (building->links->terms, guint32, link->first);
  gboolean any = FALSE;
  for (guint i = 1; !any && i < link->n; i++)
    any = is_revised (building, cells[i]);
  if (!any || is_revised (building, cells[0]) || showing_of (building, cells[0]) != UT_SHOWING_NEVER)
    return FALSE;
  g_hash_table_insert (building->before, GUINT_TO_POINTER (cells[0] + 1), NULL);
  return TRUE;
}

/* The cell as it was: itself when it was not revised since. */
static guint32
cell_before (UtLinksBuild *building, guint32 cell) {
  if (!is_revised (building, cell))
    return cell;
  gpointer key = GUINT_TO_POINTER (cell + 1), before = g_hash_table_lookup (building->before, key);
  if (before != NULL)
    return GPOINTER_TO_UINT (before) - 1;
  gsize none = G_MAXSIZE;
  double value = g_array_index (building->values, double, cell);
  if (showing_of (building, cell) == UT_SHOWING_NEVER)
    value = NAN;
  else if (isnan (value))
    value = 0;
  g_array_append_val (building->rows, none);
  g_array_append_val (building->values, value);
  g_hash_table_insert (building->before, key, GUINT_TO_POINTER (building->rows->len));
  return building->rows->len - 1;
}

static void
add_link_before (UtLinksBuild *building, UtLink link) {
  g_autoptr (GArray) before = g_array_sized_new (FALSE, FALSE, sizeof (guint32), link.n);
  gboolean any = FALSE;
  for (guint i = 0; i < link.n; i++) {
    guint32 cell = g_array_index (building->links->terms, guint32, link.first + i);
    guint32 earlier = cell_before (building, cell);
    any = any || earlier != cell;
    g_array_append_val (before, earlier);
  }
  if (any)
    ut_links_append (building->links, before);
}

void
ut_links_add_before (UtLinksBuild *building) {
  GArray *links = building->links->links;
  guint n = links->len;
  gboolean changed;
  for (guint i = 0; i < building->rows->len; i++)
    if (showing_of (building, i) == UT_SHOWING_OTHER)
      g_hash_table_insert (building->before, GUINT_TO_POINTER (i + 1), NULL);
  do {
    changed = FALSE;
    for (guint i = 0; i < n; i++)
      changed |= revise_total (building, &g_array_index (links, UtLink, i));
  } while (changed);
  for (guint i = 0; g_hash_table_size (building->before) > 0 && i < n; i++)
    add_link_before (building, g_array_index (links, UtLink, i));
}
