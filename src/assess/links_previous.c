/* What the previous runs showed, or suppressed, of cells that were revised since. */
#include "links_build.h"

#include <math.h>

#define DUST 1e-6

static UtPreviousFigure
previous_figure (const UtLinksBuild *building, guint32 cell) {
  gsize row = g_array_index (building->rows, gsize, cell);
  return row != G_MAXSIZE ? ut_suppress_previous_figure (building->links->work, row) : UT_PREVIOUS_FIGURE_NONE;
}

/* The row that a row of today was in the files of the previous run. */
static gboolean
find_previous_row (const UtSuppressionRun *work, gsize row, gsize *previous) {
  const UtTable *now = work->table, *then = ut_previous_figures_table (work->previous);
  return then != NULL && row != G_MAXSIZE
         && ut_table_find_row (then, now->indicator[row], now->region[row], now->period[row], previous);
}

/* The number of a cell in the previous run; NaN when we do not know it. */
static double
previous_value (const UtLinksBuild *building, guint32 cell) {
  const UtSuppressionRun *work = building->links->work;
  gsize row = g_array_index (building->rows, gsize, cell), previous;
  if (!find_previous_row (work, row, &previous))
    return NAN;
  const UtIndicator *indicator = ut_catalogue_get (work->catalogue, work->table->indicator[row]);
  return ut_links_value (ut_previous_figures_table (work->previous), previous, indicator, building->quantity);
}

static gboolean
is_revised (const UtLinksBuild *building, guint32 cell) {
  return g_hash_table_contains (building->previous, GUINT_TO_POINTER (cell + 1));
}

/* Revised since it was shown, or since it was suppressed. */
static gboolean
was_another (const UtLinksBuild *building, guint32 cell) {
  UtPreviousFigure figure = previous_figure (building, cell);
  if (figure != UT_PREVIOUS_FIGURE_NONE)
    return figure == UT_PREVIOUS_FIGURE_OTHER;
  double then = previous_value (building, cell), now = g_array_index (building->values, double, cell);
  return !isnan (then) && !(fabs (then - now) <= DUST);
}

/* The total of a revised cell was another too; if nobody was shown it, nobody knows which. */
static gboolean
revise_total (UtLinksBuild *building, const UtLink *link) {
  const guint32 *cells = &g_array_index (building->links->terms, guint32, link->first);
  gboolean any = FALSE;
  for (guint i = 1; !any && i < link->n; i++)
    any = is_revised (building, cells[i]);
  if (!any || is_revised (building, cells[0]) || previous_figure (building, cells[0]) != UT_PREVIOUS_FIGURE_NONE)
    return FALSE;
  g_hash_table_insert (building->previous, GUINT_TO_POINTER (cells[0] + 1), NULL);
  return TRUE;
}

/* The cell as it was: itself when it was not revised since. */
static guint32
previous_cell (UtLinksBuild *building, guint32 cell) {
  if (!is_revised (building, cell))
    return cell;
  gpointer key = GUINT_TO_POINTER (cell + 1), previous = g_hash_table_lookup (building->previous, key);
  if (previous != NULL)
    return GPOINTER_TO_UINT (previous) - 1;
  gsize none = G_MAXSIZE;
  double value = previous_value (building, cell);
  double now = g_array_index (building->values, double, cell);
  if (isnan (value) && previous_figure (building, cell) == UT_PREVIOUS_FIGURE_OTHER)
    value = isnan (now) ? 0 : now; /* it is known to them, so it is enough that it stands in for a number */
  g_array_append_val (building->rows, none);
  g_array_append_val (building->values, value);
  g_hash_table_insert (building->previous, key, GUINT_TO_POINTER (building->rows->len));
  return building->rows->len - 1;
}

static void
add_previous_link (UtLinksBuild *building, UtLink link) {
  g_autoptr (GArray) cells = g_array_sized_new (FALSE, FALSE, sizeof (guint32), link.n);
  gboolean any = FALSE;
  for (guint i = 0; i < link.n; i++) {
    guint32 cell = g_array_index (building->links->terms, guint32, link.first + i);
    guint32 previous = previous_cell (building, cell);
    any = any || previous != cell;
    g_array_append_val (cells, previous);
  }
  if (any)
    ut_links_append (building->links, cells, link.implied);
}

void
ut_links_add_previous (UtLinksBuild *building) {
  GArray *links = building->links->links;
  guint n = links->len;
  gboolean changed;
  for (guint i = 0; i < building->rows->len; i++)
    if (was_another (building, i))
      g_hash_table_insert (building->previous, GUINT_TO_POINTER (i + 1), NULL);
  do {
    changed = FALSE;
    for (guint i = 0; i < n; i++)
      changed |= revise_total (building, &g_array_index (links, UtLink, i));
  } while (changed);
  for (guint i = 0; g_hash_table_size (building->previous) > 0 && i < n; i++)
    add_previous_link (building, g_array_index (links, UtLink, i));
}

void
ut_links_settle_previous (const UtLinksBuild *building) {
  UtLinks *links = building->links;
  GHashTableIter iter;
  gpointer now, then;
  g_hash_table_iter_init (&iter, building->previous);
  while (g_hash_table_iter_next (&iter, &now, &then)) {
    gsize row = links->row[GPOINTER_TO_UINT (now) - 1], previous;
    if (then == NULL || row == G_MAXSIZE)
      continue;
    guint cell = GPOINTER_TO_UINT (then) - 1;
    links->known[cell] = ut_suppress_previous_figure (links->work, row) == UT_PREVIOUS_FIGURE_OTHER;
    if (find_previous_row (links->work, row, &previous))
      ut_links_set_bounds (links, cell, ut_previous_figures_table (links->work->previous), previous,
                           building->quantity);
  }
}
