/* Numbers for the cells that lack one, and whether a reader can find them out. */
#include "links_build.h"

#include <math.h>

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
 * suppresses is not given to be known: it is to be protected. */
static void
resolve (const Filling *filling, guint32 which) {
  UtLinks *links = filling->links;
  guint n, n_lacking = 0, lacking = 0, n_suppressed = 0;
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
    n_suppressed += !links->known[cells[i]];
    guessed = guessed || (ut_links_is_source_suppressed (links, cells[i]) && !links->disclosed[cells[i]]);
    rest += i == 0 ? value : -value;
  }
  if (n_lacking != 1)
    return;
  gboolean source = ut_links_is_source_suppressed (links, cells[lacking]);
  fill (filling, cells[lacking], lacking == 0 ? -rest : rest);
  links->known[cells[lacking]] = n_suppressed == 0 && !source;
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

/* What is left of a shown total for the members that the source suppresses, when all others are there; NaN otherwise.
 */
static double
rest_for_suppressed (const UtLinks *links, const UtLink *link, guint *n_lacking) {
  const guint32 *cells = &g_array_index (links->terms, guint32, link->first);
  double rest = links->value[cells[0]];
  *n_lacking = 0;
  for (guint i = 1; i < link->n; i++) {
    if (!isnan (links->value[cells[i]]))
      rest -= links->value[cells[i]];
    else if (ut_links_is_source_suppressed (links, cells[i]))
      (*n_lacking)++;
    else
      return NAN;
  }
  return *n_lacking > 0 ? rest : NAN;
}

/* Numbers that may stand for what the source suppresses: any that give the sums. Nothing left is nothing for each. */
static void
guess_suppressed (const Filling *filling, guint32 which) {
  UtLinks *links = filling->links;
  guint n, n_lacking;
  const guint32 *cells = ut_links_cells (links, which, &n);
  double rest = rest_for_suppressed (links, &g_array_index (links->links, UtLink, which), &n_lacking);
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

void
ut_links_fill_values (UtLinks *links) {
  g_autofree gboolean *lumps = g_new0 (gboolean, links->n_cells + 1);
  for (guint i = 0; i < links->n_cells; i++)
    lumps[i] = ut_links_is_lump (links, i);
  Filling filling = filling_new (links);
  resolve_waiting (&filling);
  for (guint32 i = 0; i < links->links->len; i++) {
    guess_suppressed (&filling, i);
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
