/* How far a suppressed cell can be moved while others are moved too, each sum stays what it is and no cell leaves its
 * bounds, as an integer program. */
#include "doubt.h"

#include <glpk.h>
#include <math.h>

enum { MOST_CELLS = 4000, MOST_NODES = 100 };

#define DUST 1e-6

/* The suppressed cells that sums tie to one of them. */
typedef struct {
  const UtLinks *links;
  const double *upper;
  double enough;       /* steps; no cell need move further than the first */
  GHashTable *columns; /* cell + 1 -> column */
  GHashTable *rows;    /* link + 1 -> row */
  GArray *cells;       /* guint32, by column - 1 */
  GArray *sums;        /* guint32: links, by row - 1 */
} Component;

static gboolean
add_once (GHashTable *numbers, GArray *list, guint32 what) {
  gpointer key = GUINT_TO_POINTER (what + 1);
  if (g_hash_table_contains (numbers, key))
    return FALSE;
  g_array_append_val (list, what);
  g_hash_table_insert (numbers, key, GUINT_TO_POINTER (list->len));
  return TRUE;
}

static void
add_sum (Component *component, guint32 which) {
  const UtLinks *links = component->links;
  const UtLink *link = &g_array_index (links->links, UtLink, which);
  if (!add_once (component->rows, component->sums, which))
    return;
  for (guint i = 0; i < link->n; i++) {
    guint32 cell = g_array_index (links->terms, guint32, link->first + i);
    if (!links->known[cell])
      add_once (component->columns, component->cells, cell);
  }
}

static void
collect (Component *component, guint cell) {
  const UtLinks *links = component->links;
  add_once (component->columns, component->cells, cell);
  for (guint done = 0; done < MIN (component->cells->len, MOST_CELLS); done++) {
    guint32 next = g_array_index (component->cells, guint32, done);
    for (guint32 i = links->first[next]; i < links->first[next] + links->n_needed[next]; i++)
      add_sum (component, links->of_cell[i]);
  }
}

/* How far each cell may move: a whole number of steps, none at all where its bounds are as near as that. */
static void
set_columns (glp_prob *program, const Component *component) {
  const UtLinks *links = component->links;
  glp_add_cols (program, (int) component->cells->len);
  for (guint i = 0; i < component->cells->len; i++) {
    guint32 cell = g_array_index (component->cells, guint32, i);
    double down = floor (links->value[cell] - links->lower[cell] + DUST);
    double up = floor (component->upper[cell] - links->value[cell] + DUST);
    down = i < MOST_CELLS ? CLAMP (down, 0, component->enough) : 0;
    up = i < MOST_CELLS ? CLAMP (up, 0, component->enough) : 0;
    glp_set_col_kind (program, (int) i + 1, GLP_IV);
    glp_set_col_bnds (program, (int) i + 1, down + up > 0 ? GLP_DB : GLP_FX, -down, up);
  }
}

/* A total counts for its sum, a member against. */
static void
set_rows (glp_prob *program, const Component *component) {
  const UtLinks *links = component->links;
  if (component->sums->len == 0)
    return; /* cells in no sum move as they like, and GLPK ends the program on no rows */
  glp_add_rows (program, (int) component->sums->len);
  g_autofree int *columns = g_new (int, component->cells->len + 1);
  g_autofree double *signs = g_new (double, component->cells->len + 1);
  for (guint i = 0; i < component->sums->len; i++) {
    const UtLink *link = &g_array_index (links->links, UtLink, g_array_index (component->sums, guint32, i));
    int n = 0;
    for (guint k = 0; k < link->n; k++) {
      gpointer key = GUINT_TO_POINTER (g_array_index (links->terms, guint32, link->first + k) + 1);
      int column = GPOINTER_TO_INT (g_hash_table_lookup (component->columns, key));
      if (column == 0)
        continue;
      columns[++n] = column;
      signs[n] = k == 0 ? 1 : -1;
    }
    glp_set_row_bnds (program, (int) i + 1, GLP_FX, 0, 0);
    glp_set_mat_row (program, (int) i + 1, n, columns, signs);
  }
}

static void
count_node (glp_tree *tree, void *data) {
  int *n_nodes = data;
  if (glp_ios_reason (tree) == GLP_ISELECT && ++*n_nodes > MOST_NODES)
    glp_ios_terminate (tree);
}

/* How many steps the first cell can go in a direction: what was found is a proof, also when the search was cut off. */
static double
reach (glp_prob *program, int direction) {
  int n_nodes = 0;
  glp_iocp options;
  glp_init_iocp (&options);
  options.msg_lev = GLP_MSG_OFF;
  options.presolve = GLP_ON;
  options.cb_func = count_node;
  options.cb_info = &n_nodes;
  glp_set_obj_dir (program, GLP_MAX);
  glp_set_obj_coef (program, 1, direction);
  glp_intopt (program, &options);
  int status = glp_mip_status (program);
  return status == GLP_OPT || status == GLP_FEAS ? fmax (glp_mip_obj_val (program), 0) : 0;
}

gboolean
ut_doubt_program (const UtLinks *links, guint cell, guint n_values, const double *upper) {
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL), rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (guint32));
  Component component = { links, upper, n_values - 1, columns, rows, cells, sums };
  collect (&component, cell);
  glp_term_out (GLP_OFF);
  glp_prob *program = glp_create_prob ();
  set_columns (program, &component);
  set_rows (program, &component);
  double up = reach (program, 1);
  gboolean doubt = up >= component.enough - DUST || up + reach (program, -1) >= component.enough - DUST;
  glp_delete_prob (program);
  return doubt;
}

gboolean
ut_doubt_may_be_parallel (void) {
  return glp_config ("TLS") != NULL;
}

void
ut_doubt_done (void) {
  glp_free_env ();
}
