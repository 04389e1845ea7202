#include "report/paint.h"

#include "report/figures.h"

#define PNG_DPI      300
#define MOST_THREADS 4

enum { SVG, PDF, PNG, N_FORMS };

static const char *const endings[N_FORMS] = { [SVG] = "svg", [PDF] = "pdf", [PNG] = "png" };

typedef struct {
  const UtReportFigure *figure;
  guint forms;
  GBytes *bytes[N_FORMS];
  GError *error;
  gboolean done;
} Job;

typedef struct {
  GMutex mutex;
  GCond changed;
} Hall;

/* Each thread has a font map of its own (Pango keeps one a thread), and a scene is only read. */
static void
paint (gpointer data, gpointer user) {
  Job *job = data;
  Hall *hall = user;
  const UtScene *scene = job->figure->scene;
  if (job->forms & UT_FORM_SVG)
    job->bytes[SVG] = ut_scene_paint_svg (scene);
  if (job->forms & UT_FORM_PDF)
    job->bytes[PDF] = ut_scene_paint_pdf (scene, &job->error);
  if ((job->forms & UT_FORM_PNG) && job->error == NULL)
    job->bytes[PNG] = ut_scene_paint_png (scene, PNG_DPI, &job->error);
  g_mutex_lock (&hall->mutex);
  job->done = TRUE;
  g_cond_broadcast (&hall->changed);
  g_mutex_unlock (&hall->mutex);
}

static void
wait_for (Job *job, Hall *hall) {
  g_mutex_lock (&hall->mutex);
  while (!job->done)
    g_cond_wait (&hall->changed, &hall->mutex);
  g_mutex_unlock (&hall->mutex);
}

static gboolean
write_job (UtOutput *output, Job *job, GError **error) {
  if (job->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&job->error));
    return FALSE;
  }
  for (guint form = 0; form < N_FORMS; form++) {
    if (job->bytes[form] == NULL)
      continue;
    g_autofree char *name = g_strconcat (job->figure->name, ".", endings[form], NULL);
    if (!ut_output_write (output, name, job->bytes[form], "figure", error))
      return FALSE;
  }
  return TRUE;
}

static void
job_clear (Job *job) {
  for (guint form = 0; form < N_FORMS; form++)
    g_clear_pointer (&job->bytes[form], g_bytes_unref);
  g_clear_error (&job->error);
}

gboolean
ut_paint_figures (UtOutput *output, const GPtrArray *figures, guint forms, UtProgress progress, gpointer user,
                  guint done, guint total, GError **error) {
  Hall hall;
  g_mutex_init (&hall.mutex);
  g_cond_init (&hall.changed);
  gint n_threads = (gint) MIN (g_get_num_processors (), MOST_THREADS);
  GThreadPool *pool = g_thread_pool_new (paint, &hall, n_threads, FALSE, error);
  g_autofree Job *jobs = g_new0 (Job, figures->len);
  gboolean fine = pool != NULL;
  for (guint i = 0; i < figures->len && fine; i++) {
    jobs[i] = (Job){ .figure = g_ptr_array_index (figures, i), .forms = forms };
    g_thread_pool_push (pool, &jobs[i], NULL);
  }
  for (guint i = 0; i < figures->len && fine; i++) {
    wait_for (&jobs[i], &hall);
    fine = write_job (output, &jobs[i], error);
    job_clear (&jobs[i]);
    if (progress != NULL)
      progress (user, done + i + 1, total, jobs[i].figure->name);
  }
  if (pool != NULL)
    g_thread_pool_free (pool, !fine, TRUE);
  for (guint i = 0; i < figures->len; i++)
    job_clear (&jobs[i]);
  g_cond_clear (&hall.changed);
  g_mutex_clear (&hall.mutex);
  return fine;
}
