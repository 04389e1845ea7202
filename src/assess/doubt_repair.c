/* Where cells stand in three sums or more: one more in a cell upsets its sums, and they are put right one after the
 * other, each by the cell that upsets least besides. What comes out is a proof; what does not is none. */
#include "doubt.h"

#include <math.h>

enum { DEPTH = 30, MOST_STEPS = 300, MOST_TRIED = 4 };

#define DUST 1e-6

typedef struct {
  UtLinks *links;
  const double *upper;
  guint cell;    /* that is moved */
  int *off;      /* [links] how much too high each comes out */
  GArray *upset; /* guint32: links that were off, the last first to be put right; may be right again */
  GArray *log;   /* Move */
  guint n_steps;
} Repair;

typedef struct {
  guint32 cell;
  int step;
} Move;

static void
add_step (Repair *repair, guint32 cell, int step) {
  const UtLinks *links = repair->links;
  links->moved[cell] += step;
  for (guint32 i = 0; i < links->n_needed[cell]; i++) {
    guint32 which = links->of_cell[links->first[cell] + i];
    repair->off[which] += step * ut_links_sign (links, which, cell);
    g_array_append_val (repair->upset, which);
  }
}

static void
move (Repair *repair, guint32 cell, int step) {
  const Move one = { cell, step };
  g_array_append_val (repair->log, one);
  add_step (repair, cell, step);
}

static void
undo (Repair *repair, guint n_moves, guint n_upset) {
  while (repair->log->len > n_moves) {
    Move last = g_array_index (repair->log, Move, repair->log->len - 1);
    g_array_set_size (repair->log, repair->log->len - 1);
    add_step (repair, last.cell, -last.step);
  }
  g_array_set_size (repair->upset, n_upset);
}

static gboolean
may_move (const Repair *repair, guint32 cell, int step) {
  const UtLinks *links = repair->links;
  double after = links->value[cell] + links->moved[cell] + step;
  return !links->known[cell] && cell != repair->cell
         && (step > 0 ? after <= repair->upper[cell] + DUST : after >= links->lower[cell] - DUST);
}

/* Sums put right less sums upset. */
static int
worth_of (const Repair *repair, guint32 cell, int step) {
  const UtLinks *links = repair->links;
  int worth = 0;
  for (guint32 i = 0; i < links->n_needed[cell]; i++) {
    guint32 which = links->of_cell[links->first[cell] + i];
    worth += abs (repair->off[which]) - abs (repair->off[which] + step * ut_links_sign (links, which, cell));
  }
  return worth;
}

/* The best few cells to put a sum right with. */
static guint
find_best (const Repair *repair, guint32 which, int direction, Move best[MOST_TRIED]) {
  guint n_cells, n = 0;
  int worth[MOST_TRIED];
  const guint32 *cells = ut_links_cells (repair->links, which, &n_cells);
  for (guint k = 0; k < n_cells; k++) {
    int step = k == 0 ? direction : -direction;
    if (!may_move (repair, cells[k], step))
      continue;
    int own = worth_of (repair, cells[k], step);
    guint at = n;
    while (at > 0 && worth[at - 1] < own)
      at--;
    if (at >= MOST_TRIED)
      continue;
    n = MIN (n + 1, MOST_TRIED);
    for (guint i = n - 1; i > at; i--) {
      best[i] = best[i - 1];
      worth[i] = worth[i - 1];
    }
    best[at] = (Move){ cells[k], step };
    worth[at] = own;
  }
  return n;
}

static gboolean
put_right (Repair *repair, guint depth) {
  guint32 which = G_MAXUINT32;
  for (guint i = repair->upset->len; which == G_MAXUINT32 && i-- > 0;)
    if (repair->off[g_array_index (repair->upset, guint32, i)] != 0)
      which = g_array_index (repair->upset, guint32, i);
  if (which == G_MAXUINT32)
    return TRUE;
  if (depth == 0)
    return FALSE;
  Move best[MOST_TRIED];
  guint n = find_best (repair, which, repair->off[which] > 0 ? -1 : 1, best);
  for (guint i = 0; i < n && repair->n_steps < MOST_STEPS; i++) {
    guint n_moves = repair->log->len, n_upset = repair->upset->len;
    repair->n_steps++;
    move (repair, best[i].cell, best[i].step);
    if (put_right (repair, depth - 1))
      return TRUE;
    undo (repair, n_moves, n_upset);
  }
  return FALSE;
}

/* How many steps the cell can go in a direction, as far as is found, no more than `enough`. */
static guint
steps (Repair *repair, int direction, guint enough) {
  const UtLinks *links = repair->links;
  guint n = 0;
  for (; n < enough; n++) {
    double after = links->value[repair->cell] + direction * (int) (n + 1);
    if (after > repair->upper[repair->cell] + DUST || after < links->lower[repair->cell] - DUST)
      break;
    repair->n_steps = 0;
    move (repair, repair->cell, direction);
    if (!put_right (repair, DEPTH))
      break;
    g_array_set_size (repair->upset, 0);
  }
  undo (repair, 0, 0);
  return n;
}

gboolean
ut_doubt_repair (UtLinks *links, guint cell, guint n_values, const double *upper) {
  g_autofree int *off = g_new0 (int, links->links->len + 1);
  g_autoptr (GArray) upset = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) log = g_array_new (FALSE, FALSE, sizeof (Move));
  Repair repair = { links, upper, cell, off, upset, log, 0 };
  guint wanted = n_values - 1, up = steps (&repair, 1, wanted);
  return up >= wanted || up + steps (&repair, -1, wanted - up) >= wanted;
}
