#include "base/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "base/input_record.h"

/* Tasks are large, so the counter is the only thing the workers share. */
typedef struct {
  UtTask task;
  gpointer user;
  guint n_tasks;
  UtInputRecord *record; /* the caller's */
  atomic_uint next;
} Pool;

typedef struct {
  Pool *pool;
  guint number;
} Worker;

guint
ut_pool_width (void) {
  /* GLib counts those of the machine; a container or taskset may have given us fewer. */
  cpu_set_t ours;
  if (sched_getaffinity (0, sizeof ours, &ours) == 0)
    return (guint) MAX (CPU_COUNT (&ours), 1);
  return MAX (g_get_num_processors (), 1);
}

static void
work (Pool *pool, guint worker) {
  for (guint task; (task = atomic_fetch_add (&pool->next, 1)) < pool->n_tasks;)
    pool->task (pool->user, task, worker);
}

static void *
start (void *data) {
  const Worker *worker = data;
  ut_input_record_use (worker->pool->record);
  work (worker->pool, worker->number);
  return NULL;
}

/* A thread the system will not give is one worker less; the caller's own is always there. */
void
ut_pool_run (guint n_workers, guint n_tasks, UtTask task, gpointer user) {
  Pool pool = { .task = task, .user = user, .n_tasks = n_tasks, .record = ut_input_record_in_use () };
  guint n_others = MIN (MAX (n_workers, 1), MAX (n_tasks, 1)) - 1, n_started = 0;
  g_autofree pthread_t *threads = g_new (pthread_t, n_others + 1);
  g_autofree Worker *workers = g_new (Worker, n_others + 1);
  for (guint i = 0; i < n_others; i++) {
    workers[n_started] = (Worker){ &pool, n_started + 1 };
    if (pthread_create (&threads[n_started], NULL, start, &workers[n_started]) == 0)
      n_started++;
  }
  work (&pool, 0);
  for (guint i = 0; i < n_started; i++)
    pthread_join (threads[i], NULL);
}
