/*
 * Whether a suppressed number could be another one. A reader who knows every sum can still not tell a suppressed cell
 * when some other suppressed cells may have taken the difference: 2 and 7 of a known 9 may be 3 and 6. One more in the
 * cell upsets its sums; another suppressed cell puts one of them right and upsets another, until all come out again.
 * Where a cell stands in two sums, as in a table of places and sexes, such chains are the flows of a network, and what
 * they do not find is not there. Elsewhere what they find is a proof too; a repair step by step and an integer program
 * are asked of the rest.
 */
#include "doubt.h"

#include <math.h>

#define DUST 1e-6

typedef enum { FOUND, NOT_THERE, NOT_SURE } Answer;

typedef struct {
  UtLinks *links;
  const double *upper;
  GArray *touched;     /* guint32: cells whose `moved` is not 0 */
  gboolean is_network; /* as far as was seen */
} Search;

/* A sum that comes out one too high or one too low. */
typedef struct {
  guint32 which;
  int sign;
} Upset;

static gboolean
may_move (const Search *search, guint32 cell, int direction) {
  const UtLinks *links = search->links;
  double after = links->value[cell] + links->moved[cell] + direction;
  return direction > 0 ? after <= search->upper[cell] + DUST : after >= links->lower[cell] - DUST;
}

static void
move (Search *search, guint32 cell, int direction) {
  if (search->links->moved[cell] == 0)
    g_array_append_val (search->touched, cell);
  search->links->moved[cell] += direction;
}

static void
undo_all (Search *search) {
  for (guint i = 0; i < search->touched->len; i++)
    search->links->moved[g_array_index (search->touched, guint32, i)] = 0;
  g_array_set_size (search->touched, 0);
}

/* A state is an upset sum; each is come to by a cell and from another state. */
static guint32
state_of (Upset upset) {
  return 2 * upset.which + (upset.sign > 0);
}

typedef struct {
  guint32 *cell, *from; /* [states]; cell G_MAXUINT32 where it was not come to */
  GArray *queue;        /* Upset */
} Chains;

static void
visit (Search *search, Chains *chains, Upset upset, guint32 cell, guint32 from) {
  guint32 state = state_of (upset);
  if (chains->cell[state] != G_MAXUINT32)
    return;
  search->is_network = search->is_network && chains->cell[state ^ 1] == G_MAXUINT32;
  chains->cell[state] = cell;
  chains->from[state] = from;
  g_array_append_val (chains->queue, upset);
}

/* Moves the cells of the chain that ends in `state`; FALSE, and none moved, when one of them would move twice. */
static gboolean
follow (Search *search, const Chains *chains, guint32 state, guint32 start, guint32 last) {
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint32 cell = last;; cell = chains->cell[state], state = chains->from[state]) {
    /* `cell` puts the sum of `state` right. */
    int step = -((state & 1) != 0 ? 1 : -1) * ut_links_sign (search->links, state / 2, cell);
    for (guint i = 0; i < cells->len; i++)
      if (g_array_index (cells, guint32, i) == cell) {
        search->is_network = FALSE;
        return FALSE;
      }
    g_array_append_val (cells, cell);
    g_array_append_val (steps, step);
    if (state == start)
      break;
  }
  for (guint i = 0; i < cells->len; i++)
    move (search, g_array_index (cells, guint32, i), g_array_index (steps, int, i));
  return TRUE;
}

/* What is wanted of a chain: to end in a cell that stands in no other sum, or to put right another sum too. */
typedef struct {
  gboolean free;
  Upset other; /* where not free */
} End;

/* One step on from an upset sum: TRUE when the chain came to its end. */
static gboolean
extend (Search *search, Chains *chains, Upset upset, guint32 start, guint32 not_this, const End *end) {
  const UtLinks *links = search->links;
  guint n;
  const guint32 *cells = ut_links_cells (links, upset.which, &n);
  for (guint k = 0; k < n; k++) {
    guint32 cell = cells[k];
    int step = k == 0 ? -upset.sign : upset.sign;
    if (links->known[cell] || cell == not_this || !may_move (search, cell, step))
      continue;
    guint32 n_sums = links->n_needed[cell];
    if (n_sums == 1 && end->free)
      return follow (search, chains, state_of (upset), start, cell);
    if (n_sums > 2)
      search->is_network = FALSE;
    if (n_sums != 2)
      continue;
    guint32 other = links->of_cell[links->first[cell]];
    other = other == upset.which ? links->of_cell[links->first[cell] + 1] : other;
    Upset next = { other, step * ut_links_sign (links, other, cell) };
    if (!end->free && next.which == end->other.which && next.sign == -end->other.sign)
      return follow (search, chains, state_of (upset), start, cell);
    visit (search, chains, next, cell, state_of (upset));
  }
  return FALSE;
}

static gboolean
find_chain (Search *search, Upset from, guint32 not_this, End end) {
  guint32 n_states = 2 * search->links->links->len, start = state_of (from);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (Upset));
  Chains chains = { search->links->scratch, search->links->scratch + n_states, queue };
  gboolean found = FALSE;
  visit (search, &chains, from, not_this, start);
  for (guint i = 0; !found && i < queue->len; i++)
    found = extend (search, &chains, g_array_index (queue, Upset, i), start, not_this, &end);
  for (guint i = 0; i < queue->len; i++)
    chains.cell[state_of (g_array_index (queue, Upset, i))] = G_MAXUINT32;
  return found;
}

/* One more, or one less, in the cell, with all its sums put right; FALSE with nothing moved when that was not found. */
static gboolean
shift (Search *search, guint32 cell, int direction) {
  const UtLinks *links = search->links;
  guint32 n_sums = links->n_needed[cell];
  Upset upset[2];
  if (n_sums > G_N_ELEMENTS (upset)) {
    search->is_network = FALSE;
    return FALSE;
  }
  if (!may_move (search, cell, direction))
    return FALSE;
  for (guint32 i = 0; i < n_sums; i++) {
    upset[i].which = links->of_cell[links->first[cell] + i];
    upset[i].sign = direction * ut_links_sign (links, upset[i].which, cell);
  }
  const End free_end = { TRUE, { 0, 0 } };
  gboolean fine = n_sums == 0 || (n_sums == 1 && find_chain (search, upset[0], cell, free_end))
                  || (n_sums == 2 && find_chain (search, upset[0], cell, (End){ FALSE, upset[1] }));
  if (!fine && n_sums == 2 && find_chain (search, upset[0], cell, free_end)) {
    fine = find_chain (search, upset[1], cell, free_end);
    /* The first chain stays where it is: what comes after starts from there, but it is no shift. */
    if (!fine)
      undo_all (search);
  }
  if (fine)
    move (search, cell, direction);
  return fine;
}

/* How many steps the cell can go in a direction, no more than `enough`. */
static guint
steps (Search *search, guint32 cell, int direction, guint enough) {
  guint n = 0;
  while (n < enough && shift (search, cell, direction))
    n++;
  undo_all (search);
  return n;
}

static Answer
search_chains (UtLinks *links, guint32 cell, guint n_values, const double *upper) {
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  Search search = { links, upper, touched, TRUE };
  guint wanted = n_values - 1, up = steps (&search, cell, 1, wanted);
  if (up >= wanted || up + steps (&search, cell, -1, wanted - up) >= wanted)
    return FOUND;
  return search.is_network ? NOT_THERE : NOT_SURE;
}

static gboolean
stands_alone (const UtLinks *links, guint cell) {
  for (guint32 i = links->first[cell]; i < links->first[cell + 1]; i++)
    if (links->n_unknown[links->of_cell[i]] == 1)
      return TRUE;
  return FALSE;
}

gboolean
ut_links_leave_doubt (UtLinks *links, guint cell, guint n_values, const double *upper) {
  double room = floor (upper[cell] - links->lower[cell] + DUST) + 1;
  if (stands_alone (links, cell) || room < n_values)
    return FALSE;
  Answer answer = search_chains (links, cell, n_values, upper);
  return answer == FOUND
         || (answer == NOT_SURE
             && (ut_doubt_repair (links, cell, n_values, upper) || ut_doubt_program (links, cell, n_values, upper)));
}
