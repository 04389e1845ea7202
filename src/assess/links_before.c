/* What earlier reports showed, or hid, of cells that were revised since. */
#include "links_build.h"

#include <math.h>

#define DUST 1e-6

static UtShowing
showing_of (const UtLinksBuild *building, guint32 cell) {
  gsize row = g_array_index (building->rows, gsize, cell);
  return row != G_MAXSIZE ? ut_suppress_showing (building->links->work, row) : UT_SHOWING_NEVER;
}

/* The row that a row of today was in the files of the earlier report. */
static gboolean
find_earlier (const UtSuppressionRun *work, gsize row, gsize *earlier) {
  const UtTable *now = work->table, *then = ut_shown_table (work->previous);
  return then != NULL && row != G_MAXSIZE
         && ut_table_find_row (then, now->indicator[row], now->region[row], now->period[row], earlier);
}

/* The number of a cell as it was then; NaN when we do not know it. */
static double
value_before (const UtLinksBuild *building, guint32 cell) {
  const UtSuppressionRun *work = building->links->work;
  gsize row = g_array_index (building->rows, gsize, cell), earlier;
  if (!find_earlier (work, row, &earlier))
    return NAN;
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, work->table->indicator[row]);
  return ut_links_value (ut_shown_table (work->previous), earlier, indicator, building->quantity);
}

static gboolean
is_revised (const UtLinksBuild *building, guint32 cell) {
  return g_hash_table_contains (building->before, GUINT_TO_POINTER (cell + 1));
}

/* Revised since it was shown, or since it was hidden. */
static gboolean
was_another (const UtLinksBuild *building, guint32 cell) {
  UtShowing showing = showing_of (building, cell);
  if (showing != UT_SHOWING_NEVER)
    return showing == UT_SHOWING_OTHER;
  double then = value_before (building, cell), now = g_array_index (building->values, double, cell);
  return !isnan (then) && !(fabs (then - now) <= DUST);
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
  double value = value_before (building, cell);
  double now = g_array_index (building->values, double, cell);
  if (isnan (value) && showing_of (building, cell) == UT_SHOWING_OTHER)
    value = isnan (now) ? 0 : now; /* it is known to them, so it is enough that it stands in for a number */
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
    ut_links_append (building->links, before, link.implied);
}

void
ut_links_add_before (UtLinksBuild *building) {
  GArray *links = building->links->links;
  guint n = links->len;
  gboolean changed;
  for (guint i = 0; i < building->rows->len; i++)
    if (was_another (building, i))
      g_hash_table_insert (building->before, GUINT_TO_POINTER (i + 1), NULL);
  do {
    changed = FALSE;
    for (guint i = 0; i < n; i++)
      changed |= revise_total (building, &g_array_index (links, UtLink, i));
  } while (changed);
  for (guint i = 0; g_hash_table_size (building->before) > 0 && i < n; i++)
    add_link_before (building, g_array_index (links, UtLink, i));
}

void
ut_links_settle_before (const UtLinksBuild *building) {
  UtLinks *links = building->links;
  GHashTableIter iter;
  gpointer now, then;
  g_hash_table_iter_init (&iter, building->before);
  while (g_hash_table_iter_next (&iter, &now, &then)) {
    gsize row = links->row[GPOINTER_TO_UINT (now) - 1], earlier;
    if (then == NULL || row == G_MAXSIZE)
      continue;
    guint cell = GPOINTER_TO_UINT (then) - 1;
    links->known[cell] = ut_suppress_showing (links->work, row) == UT_SHOWING_OTHER;
    if (find_earlier (links->work, row, &earlier))
      ut_links_set_bounds (links, cell, ut_shown_table (links->work->previous), earlier, building->quantity);
  }
}
