#include <pthread.h>
#include <string.h>

#include "base/column.h"
#include "base/pool.h"
#include "base/slab.h"

#define MOST_TASKS   1000
#define MOST_WORKERS 9

typedef struct {
  guint n_workers;
  guint done[MOST_TASKS];        /* by the task, so that two doing the same one are a race */
  guint last_task[MOST_WORKERS]; /* + 1 */
  guint n_of_worker[MOST_WORKERS];
} Work;

static void
do_task (gpointer user, guint task, guint worker) {
  Work *work = user;
  g_assert_cmpuint (worker, <, work->n_workers);
  g_assert_cmpuint (task + 1, >, work->last_task[worker]);
  work->last_task[worker] = task + 1;
  work->n_of_worker[worker]++;
  work->done[task]++;
}

static void
check_run (guint n_workers, guint n_tasks) {
  g_autofree Work *work = g_new0 (Work, 1);
  guint sum = 0;
  work->n_workers = MAX (n_workers, 1);
  ut_pool_run (n_workers, n_tasks, do_task, work);
  for (guint i = 0; i < MOST_TASKS; i++)
    g_assert_cmpuint (work->done[i], ==, i < n_tasks ? 1 : 0);
  for (guint i = 0; i < MOST_WORKERS; i++)
    sum += work->n_of_worker[i];
  g_assert_cmpuint (sum, ==, n_tasks);
}

static void
test_every_task_once (void) {
  static const guint n_tasks[] = { 0, 1, 2, 7, 100, MOST_TASKS };
  for (guint n_workers = 0; n_workers <= MOST_WORKERS; n_workers++)
    for (gsize i = 0; i < G_N_ELEMENTS (n_tasks); i++)
      check_run (n_workers, n_tasks[i]);
  g_assert_cmpuint (ut_pool_width (), >, 0);
}

static void
note_thread (gpointer user, guint task, guint worker) {
  (void) task;
  if (worker == 0)
    *(pthread_t *) user = pthread_self ();
}

/* One worker is the caller: no thread is started for it. */
static void
test_own_thread (void) {
  pthread_t thread;
  memset (&thread, 0, sizeof thread);
  ut_pool_run (1, 3, note_thread, &thread);
  g_assert_true (pthread_equal (thread, pthread_self ()));
}

static void
run_inner (gpointer user, guint task, guint worker) {
  Work *work = user;
  (void) worker;
  ut_pool_run (3, 10, do_task, &work[task]);
}

static void
test_pool_in_pool (void) {
  g_autofree Work *work = g_new0 (Work, 4);
  for (guint i = 0; i < 4; i++)
    work[i].n_workers = 3;
  ut_pool_run (2, 4, run_inner, work);
  for (guint i = 0; i < 4; i++)
    for (guint k = 0; k < 10; k++)
      g_assert_cmpuint (work[i].done[k], ==, 1);
}

/* Columns */

static void
test_columns (void) {
  static const gsize lengths[] = { 1, 1000, 4 * 1024 * 1024 / sizeof (double) - 1, 4 * 1024 * 1024 / sizeof (double),
                                   4 * 1024 * 1024 / sizeof (double) + 1 };
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree double *column = ut_column_new (double, lengths[i]);
    for (gsize k = 0; k < lengths[i]; k++)
      column[k] = (double) k;
    g_assert_cmpfloat (column[lengths[i] - 1], ==, (double) (lengths[i] - 1));
    g_assert_cmpuint ((gsize) column % sizeof (double), ==, 0);
  }
  g_free (ut_column_new (double, 0));
}

/* Slabs */

#define BLOCKS_HELD 200

static void
take_and_give (gpointer user, guint task, guint worker) {
  guint8 *held[BLOCKS_HELD] = { NULL };
  UtShelf shelf = { .slabs = user };
  guint32 random = task + 1;
  (void) worker;
  for (guint i = 0; i < 4000; i++) {
    random = random * 1664525u + 1013904223u;
    guint8 **block = &held[(random >> 8) % BLOCKS_HELD];
    if (*block == NULL) {
      *block = ut_shelf_take (&shelf);
      memset (*block, (int) (task + 1), UT_SLAB_BLOCK_BYTES);
      continue;
    }
    g_assert_cmpuint ((*block)[0], ==, task + 1);
    g_assert_cmpuint ((*block)[UT_SLAB_BLOCK_BYTES - 1], ==, task + 1);
    ut_slabs_give (user, *block);
    *block = NULL;
  }
  for (guint i = 0; i < BLOCKS_HELD; i++)
    if (held[i] != NULL)
      ut_slabs_give (user, held[i]);
  ut_shelf_clear (&shelf);
}

/* No two hold the same block, and what was written stays. */
static void
test_slabs (void) {
  g_autoptr (UtSlabs) slabs = ut_slabs_new ();
  ut_pool_run (3, 6, take_and_give, slabs);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/pool/every-task-once", test_every_task_once);
  g_test_add_func ("/base/pool/own-thread", test_own_thread);
  g_test_add_func ("/base/pool/in-pool", test_pool_in_pool);
  g_test_add_func ("/base/column/lengths", test_columns);
  g_test_add_func ("/base/slab/take-and-give", test_slabs);
  return g_test_run ();
}
