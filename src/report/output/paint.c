#include "report/output/paint.h"

#include "report/chart_images.h"

#define PNG_DPI      300
#define MOST_THREADS 4

static GBytes *
paint_svg (const UtScene *scene, GError **error G_GNUC_UNUSED) {
  return ut_scene_paint_svg (scene);
}

static GBytes *
paint_png (const UtScene *scene, GError **error) {
  return ut_scene_paint_png (scene, PNG_DPI, error);
}

static const struct {
  UtImageFormat flag;
  const char *ending;
  GBytes *(*paint) (const UtScene *scene, GError **error);
} image_formats[] = {
  { UT_IMAGE_SVG, "svg", paint_svg },
  { UT_IMAGE_PDF, "pdf", ut_scene_paint_pdf },
  { UT_IMAGE_PNG, "png", paint_png },
};
#define N_FORMATS G_N_ELEMENTS (image_formats)
G_STATIC_ASSERT (1 << (N_FORMATS - 1) == UT_IMAGE_END - 1);

typedef struct {
  const UtChartImage *figure;
  guint formats;
  GBytes *bytes[N_FORMATS];
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
  for (gsize i = 0; i < N_FORMATS && job->error == NULL; i++)
    if (job->formats & image_formats[i].flag)
      job->bytes[i] = image_formats[i].paint (scene, &job->error);
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
write_job (UtOutputFolder *output, Job *job, GError **error) {
  if (job->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&job->error));
    return FALSE;
  }
  for (guint format = 0; format < N_FORMATS; format++) {
    if (job->bytes[format] == NULL)
      continue;
    g_autofree char *name = g_strconcat (job->figure->name, ".", image_formats[format].ending, NULL);
    if (!ut_output_folder_write (output, name, job->bytes[format], "figure", error))
      return FALSE;
  }
  return TRUE;
}

static void
job_clear (Job *job) {
  for (guint format = 0; format < N_FORMATS; format++)
    g_clear_pointer (&job->bytes[format], g_bytes_unref);
  g_clear_error (&job->error);
}

gboolean
ut_paint_figures (UtOutputFolder *output, const GPtrArray *figures, guint formats, UtProgress progress, gpointer user,
                  guint done, guint total, GError **error) {
  Hall hall;
  g_mutex_init (&hall.mutex);
  g_cond_init (&hall.changed);
  gint n_threads = (gint) MIN (g_get_num_processors (), MOST_THREADS);
  GThreadPool *pool = g_thread_pool_new (paint, &hall, n_threads, FALSE, error);
  g_autofree Job *jobs = g_new0 (Job, figures->len);
  gboolean fine = pool != NULL;
  for (guint i = 0; i < figures->len && fine; i++) {
    jobs[i] = (Job){ .figure = g_ptr_array_index (figures, i), .formats = formats };
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
