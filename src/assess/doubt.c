/*
 * Whether a hidden number could be another one. A reader who knows every sum can still not tell a hidden cell when some
 * other hidden cells may have taken the difference: 2 and 7 of a known 9 may be 3 and 6. So the cell is moved, every
 * sum it upsets is put right by moving another hidden cell of that sum, and so on until nothing is upset. What is found
 * is a proof; what is not found within the budget counts as no doubt, which hides more rather than less.
 */
#include "links.h"

#include <math.h>

enum { MOST_TRIES = 1500, MOST_UPSET = 64, MOST_CHOICES = 10, DOUBT = 2 };

#define DUST 1e-6

typedef struct {
  const UtLinks *links;
  GHashTable *moved; /* cell + 1 -> by how much, in whole steps */
  GHashTable *upset; /* link + 1 -> by how much */
  guint n_tries;
} Search;

static int
amount (GHashTable *amounts, guint key) {
  return GPOINTER_TO_INT (g_hash_table_lookup (amounts, GUINT_TO_POINTER (key + 1)));
}

static void
add_amount (GHashTable *amounts, guint key, int change) {
  int now = amount (amounts, key) + change;
  if (now == 0)
    g_hash_table_remove (amounts, GUINT_TO_POINTER (key + 1));
  else
    g_hash_table_insert (amounts, GUINT_TO_POINTER (key + 1), GINT_TO_POINTER (now));
}

static gboolean
can_be (const UtLinks *links, guint cell, int step) {
  double value = links->value[cell] + step;
  return value >= links->lower[cell] - DUST && value <= links->upper[cell] + DUST;
}

/* A total counts for its sum, a member against. */
static int
sign_in (const UtLinks *links, const UtLink *link, guint cell) {
  return g_array_index (links->terms, guint32, link->first) == cell ? 1 : -1;
}

static void
move (Search *search, guint cell, int step) {
  const UtLinks *links = search->links;
  add_amount (search->moved, cell, step);
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++) {
    guint link = links->of_cell[i];
    add_amount (search->upset, link, step * sign_in (links, &g_array_index (links->links, UtLink, link), cell));
  }
}

typedef struct {
  guint cell;
  int step;
  int left; /* sums still upset after the move, against before */
} Choice;

static int
effect (const Search *search, guint cell, int step) {
  const UtLinks *links = search->links;
  int change = 0;
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++) {
    guint link = links->of_cell[i];
    int before = amount (search->upset, link);
    int after = before + step * sign_in (links, &g_array_index (links->links, UtLink, link), cell);
    change += (after != 0) - (before != 0);
  }
  return change;
}

static int
by_effect (gconstpointer a, gconstpointer b) {
  const Choice *x = a, *y = b;
  return x->left != y->left ? x->left - y->left : (x->cell > y->cell) - (x->cell < y->cell);
}

static GArray *
choices_in (const Search *search, guint which) {
  const UtLinks *links = search->links;
  const UtLink *link = &g_array_index (links->links, UtLink, which);
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  int by = amount (search->upset, which);
  for (guint i = 0; i < link->n; i++) {
    guint cell = g_array_index (links->terms, guint32, link->first + i);
    int step = i == 0 ? -by : by;
    if (links->known[cell] || amount (search->moved, cell) != 0 || !can_be (links, cell, step))
      continue;
    Choice choice = { cell, step, effect (search, cell, step) };
    g_array_append_val (choices, choice);
  }
  g_array_sort (choices, by_effect);
  if (choices->len > MOST_CHOICES)
    g_array_set_size (choices, MOST_CHOICES);
  return choices;
}

/* The upset sum that leaves the fewest choices; of several the first, since a table with more rows in it (the sums of
 * an own region) has its sums in another order in the hash, but must be searched in the same way. */
static GArray *
fewest_choices (const Search *search) {
  GArray *fewest = NULL;
  guint first = 0;
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, search->upset);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    guint which = GPOINTER_TO_UINT (key) - 1;
    GArray *choices = choices_in (search, which);
    if (fewest != NULL && (choices->len > fewest->len || (choices->len == fewest->len && which > first))) {
      g_array_unref (choices);
      continue;
    }
    if (fewest != NULL)
      g_array_unref (fewest);
    fewest = choices;
    first = which;
    if (fewest->len == 0)
      break;
  }
  return fewest;
}

static gboolean
put_right (Search *search) {
  if (g_hash_table_size (search->upset) == 0)
    return TRUE;
  if (g_hash_table_size (search->upset) > MOST_UPSET)
    return FALSE;
  g_autoptr (GArray) choices = fewest_choices (search);
  for (guint i = 0; i < choices->len; i++) {
    const Choice *choice = &g_array_index (choices, Choice, i);
    if (++search->n_tries > MOST_TRIES)
      return FALSE;
    move (search, choice->cell, choice->step);
    if (put_right (search))
      return TRUE;
    move (search, choice->cell, -choice->step);
  }
  return FALSE;
}

static gboolean
can_move (const UtLinks *links, guint cell, int step) {
  if (!can_be (links, cell, step))
    return FALSE;
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL), upset = g_hash_table_new (NULL, NULL);
  Search search = { links, moved, upset, 0 };
  move (&search, cell, step);
  return put_right (&search);
}

static int
reach (const UtLinks *links, guint cell, int direction) {
  for (int step = DOUBT; step > 0; step--)
    if (can_move (links, cell, direction * step))
      return step;
  return 0;
}

gboolean
ut_links_leave_doubt (const UtLinks *links, guint cell) {
  int up = reach (links, cell, 1);
  return up >= DOUBT || up + reach (links, cell, -1) >= DOUBT;
}
