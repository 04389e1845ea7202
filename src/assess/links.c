#include "links_build.h"

#include <math.h>

/* More than any hidden number is moved. */
#define ROOM 1000

double
ut_links_value (const UtTable *table, gsize row, const UtIndicator *indicator, UtQuantity quantity) {
  if (table->status[row] == UT_STATUS_NOT_POSSIBLE)
    return 0;
  UtCounts counts = ut_row_counts (table, row, indicator);
  return quantity == UT_QUANTITY_COUNT ? counts.nearest : counts.n;
}

void
ut_links_append (UtLinks *links, const GArray *cells, gboolean implied) {
  UtLink link = { links->terms->len, cells->len, implied };
  g_array_append_vals (links->terms, cells->data, cells->len);
  g_array_append_val (links->links, link);
}

/* What is known, and within what limits the rest may lie */

/* Hidden by the source: to be found out by no one, though we know no more than others. */
static gboolean
is_source_hidden (const UtLinks *links, guint cell) {
  gsize row = links->row[cell];
  return row != G_MAXSIZE && links->work->table->status[row] == UT_STATUS_CONFIDENTIAL;
}

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

/* Giving numbers to the cells that lack one. */
typedef struct {
  UtLinks *links;
  guint32 *n_lacking; /* [links] cells without a number */
  GTree *waiting;     /* links, by number, that have come to lack only one */
} Filling;

static int
compare_links (gconstpointer a, gconstpointer b, gpointer user) {
  (void) user;
  guint x = GPOINTER_TO_UINT (a), y = GPOINTER_TO_UINT (b);
  return (x > y) - (x < y);
}

static void
let_wait (const Filling *filling, guint32 which) {
  if (filling->n_lacking[which] == 1)
    g_tree_insert (filling->waiting, GUINT_TO_POINTER (which), NULL);
}

static Filling
filling_new (UtLinks *links) {
  Filling filling
      = { links, g_new0 (guint32, links->links->len + 1), g_tree_new_full (compare_links, NULL, NULL, NULL) };
  for (guint32 i = 0; i < links->links->len; i++) {
    guint n;
    const guint32 *cells = ut_links_cells (links, i, &n);
    for (guint k = 0; k < n; k++)
      filling.n_lacking[i] += isnan (links->value[cells[k]]);
    let_wait (&filling, i);
  }
  return filling;
}

static void
filling_clear (Filling *filling) {
  g_free (filling->n_lacking);
  g_tree_unref (filling->waiting);
}

static void
fill (const Filling *filling, guint32 cell, double value) {
  UtLinks *links = filling->links;
  links->value[cell] = fmax (value, 0);
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++) {
    filling->n_lacking[links->of_cell[i]]--;
    let_wait (filling, links->of_cell[i]);
  }
}

/* What no one has published but anyone can subtract is known too; its value at least is known to us. What the source
 * hides is not given to be known: it is to be protected. */
static void
resolve (const Filling *filling, guint32 which) {
  UtLinks *links = filling->links;
  guint n, n_lacking = 0, lacking = 0, n_hidden = 0;
  const guint32 *cells = ut_links_cells (links, which, &n);
  gboolean guessed = FALSE;
  double rest = 0;
  for (guint i = 0; i < n; i++) {
    double value = links->value[cells[i]];
    if (isnan (value)) {
      n_lacking++;
      lacking = i;
      continue;
    }
    n_hidden += !links->known[cells[i]];
    guessed = guessed || (is_source_hidden (links, cells[i]) && !links->disclosed[cells[i]]);
    rest += i == 0 ? value : -value;
  }
  if (n_lacking != 1)
    return;
  gboolean source = is_source_hidden (links, cells[lacking]);
  fill (filling, cells[lacking], lacking == 0 ? -rest : rest);
  links->known[cells[lacking]] = n_hidden == 0 && !source;
  links->disclosed[cells[lacking]] = source && !guessed;
}

/* In rounds from the first to the last: which sum a number is found by must not hang on what was found before it. */
static void
resolve_waiting (const Filling *filling) {
  GTreeNode *next = g_tree_node_first (filling->waiting);
  while (next != NULL) {
    gpointer which = g_tree_node_key (next);
    g_tree_remove (filling->waiting, which);
    resolve (filling, GPOINTER_TO_UINT (which));
    next = g_tree_upper_bound (filling->waiting, which);
    if (next == NULL)
      next = g_tree_node_first (filling->waiting);
  }
}

/* What is left of a shown total for the members that the source hides, when all others are there; NaN otherwise. */
static double
rest_for_hidden (const UtLinks *links, const UtLink *link, guint *n_lacking) {
  const guint32 *cells = &g_array_index (links->terms, guint32, link->first);
  double rest = links->value[cells[0]];
  *n_lacking = 0;
  for (guint i = 1; i < link->n; i++) {
    if (!isnan (links->value[cells[i]]))
      rest -= links->value[cells[i]];
    else if (is_source_hidden (links, cells[i]))
      (*n_lacking)++;
    else
      return NAN;
  }
  return *n_lacking > 0 ? rest : NAN;
}

/* Numbers that may stand for what the source hides: any that give the sums. Nothing left is nothing for each. */
static void
guess_hidden (const Filling *filling, guint32 which) {
  UtLinks *links = filling->links;
  guint n, n_lacking;
  const guint32 *cells = ut_links_cells (links, which, &n);
  double rest = rest_for_hidden (links, &g_array_index (links->links, UtLink, which), &n_lacking);
  if (isnan (rest))
    return;
  gboolean nothing = rest < 1;
  for (guint i = 1; i < n; i++)
    if (isnan (links->value[cells[i]])) {
      links->disclosed[cells[i]] = nothing;
      fill (filling, cells[i], ceil (rest / n_lacking));
      rest -= links->value[cells[i]];
      n_lacking--;
    }
}

/* Whether nobody has published the cell and only one sum holds it: that sum tells its value, and no more once another
 * of its members is hidden. */
static gboolean
is_lump (const UtLinks *links, guint cell) {
  return links->row[cell] == G_MAXSIZE && isnan (links->value[cell])
         && links->first[cell + 1] - links->first[cell] == 1;
}

static void
fill_values (UtLinks *links) {
  g_autofree gboolean *lumps = g_new0 (gboolean, links->n_cells + 1);
  for (guint i = 0; i < links->n_cells; i++)
    lumps[i] = is_lump (links, i);
  Filling filling = filling_new (links);
  resolve_waiting (&filling);
  for (guint32 i = 0; i < links->links->len; i++) {
    guess_hidden (&filling, i);
    resolve_waiting (&filling);
  }
  filling_clear (&filling);
  for (guint i = 0; i < links->n_cells; i++) {
    if (isnan (links->value[i]))
      links->value[i] = 0; /* may be more, not less */
    if (lumps[i])
      links->known[i] = FALSE;
  }
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
      gboolean lone = isnan (links->value[cells[k]]) && !is_source_hidden (links, cells[k])
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
    if (k > 0 && is_lump (links, cell))
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

void
ut_links_set_known (UtLinks *links, guint cell, gboolean known) {
  if (links->known[cell] == known)
    return;
  links->known[cell] = known;
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++)
    links->n_unknown[links->of_cell[i]] += known ? -1u : 1u;
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
  ut_links_settle_before (building);
  index_cells (links);
  lump_together (links);
  index_cells (links);
  drop_loose (links);
  fill_values (links);
  count_unknown (links);
}

UtLinks *
ut_links_new (const UtSuppressing *work, guint32 family, UtQuantity quantity) {
  UtLinks *links = g_new0 (UtLinks, 1);
  links->work = work;
  links->family = family;
  links->quantity = quantity;
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
