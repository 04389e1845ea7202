#include <utsyn/fetch.h>

#include "base/i18n.h"
#include "fetch/api.h"
#include "fetch/store.h"
#include "fetch/transfer.h"
#include <utsyn/error.h>

struct UtFetcher {
  UtTransfer *transfer;
  guint64 max_bytes;
  UtRateWindow windows[UT_N_FETCH_APIS];
};

/* A dataset on its way. */
typedef struct {
  UtFetcher *fetcher;
  const UtDataset *dataset;
  const UtApi *api;
  UtFetchProgress progress;
  gpointer user;
  guint done, total;
} Fetch;

UtFetchLimits
ut_fetch_default_limits (void) {
  return (UtFetchLimits){ .timeout_seconds = 60, .max_bytes = 256 << 20 };
}

UtFetcher *
ut_fetcher_new (const UtFetchLimits *limits) {
  UtFetcher *fetcher = g_new0 (UtFetcher, 1);
  fetcher->transfer = ut_transfer_new (limits);
  fetcher->max_bytes = limits->max_bytes;
  for (guint i = 0; i < UT_N_FETCH_APIS; i++)
    fetcher->windows[i].limit = ut_api_find ((UtFetchApi) i)->calls_per_minute;
  return fetcher;
}

void
ut_fetcher_free (UtFetcher *fetcher) {
  if (fetcher == NULL)
    return;
  ut_transfer_free (fetcher->transfer);
  g_free (fetcher);
}

void
ut_fetch_result_clear (UtFetchResult *result) {
  g_clear_pointer (&result->vintage, g_free);
  g_clear_pointer (&result->table, ut_table_free);
}

static GBytes *
ask (Fetch *fetch, const UtRequest *request, GError **error) {
  if (fetch->progress != NULL)
    fetch->progress (fetch->user, fetch->dataset, fetch->done, fetch->total);
  UtRateWindow *window = &fetch->fetcher->windows[fetch->dataset->fetch->api];
  GBytes *answer = ut_transfer_ask (fetch->fetcher->transfer, request, window, error);
  fetch->done++;
  return answer;
}

/* The questions, after the one that decides them has been answered. */
static GPtrArray *
plan (Fetch *fetch, GError **error) {
  const UtFetchSource *source = fetch->dataset->fetch;
  const char *host = ut_api_host (source);
  g_autoptr (GBytes) answer = NULL;
  if (fetch->api->ask != NULL) {
    g_autoptr (UtRequest) request = fetch->api->ask (source, host);
    fetch->total = 2;
    answer = ask (fetch, request, error);
    if (answer == NULL)
      return NULL;
  }
  g_autoptr (GPtrArray) requests = ut_requests_new ();
  if (!fetch->api->build (source, host, answer, requests, error))
    return NULL;
  fetch->total = fetch->done + requests->len;
  return g_steal_pointer (&requests);
}

static void
free_bytes (gpointer bytes) {
  g_bytes_unref (bytes);
}

/* All answers of a dataset are in memory until they are whole. */
static gboolean
check_size (const Fetch *fetch, guint64 n_bytes, GError **error) {
  guint64 limit = fetch->fetcher->max_bytes;
  if (n_bytes > limit)
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("the answers are larger than %d MiB together; choose less, or allow more with --max-size"),
                  (int) (limit >> 20));
  return n_bytes <= limit;
}

static GPtrArray *
ask_all (Fetch *fetch, const GPtrArray *requests, GError **error) {
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (free_bytes);
  guint64 n_bytes = 0;
  for (guint i = 0; i < requests->len; i++) {
    GBytes *answer = ask (fetch, g_ptr_array_index (requests, i), error);
    if (answer == NULL)
      return NULL;
    g_ptr_array_add (answers, answer);
    n_bytes += g_bytes_get_size (answer);
    if (!check_size (fetch, n_bytes, error) || !fetch->api->check (fetch->dataset->fetch, answer, error))
      return NULL;
  }
  return g_steal_pointer (&answers);
}

static GPtrArray *
make_files (const Fetch *fetch, const GPtrArray *requests, GPtrArray *answers, GError **error) {
  const UtFetchSource *source = fetch->dataset->fetch;
  g_autoptr (GPtrArray) files = ut_fetched_files_new ();
  if (fetch->api->merge != NULL) {
    GBytes *merged = fetch->api->merge (answers, error);
    if (merged == NULL)
      return NULL;
    ut_fetched_files_add (files, source, merged, (gconstpointer *) requests->pdata, requests->len);
    return g_steal_pointer (&files);
  }
  for (guint i = 0; i < answers->len; i++)
    ut_fetched_files_add (files, source, g_bytes_ref (g_ptr_array_index (answers, i)),
                          (gconstpointer *) &requests->pdata[i], 1);
  return g_steal_pointer (&files);
}

static gboolean
fetch_and_store (Fetch *fetch, const UtIntake *intake, UtFetchResult *result, GError **error) {
  g_autoptr (GPtrArray) requests = plan (fetch, error);
  g_autoptr (GPtrArray) answers = requests != NULL ? ask_all (fetch, requests, error) : NULL;
  g_autoptr (GPtrArray) files = answers != NULL ? make_files (fetch, requests, answers, error) : NULL;
  for (guint i = 0; files != NULL && i < files->len; i++)
    result->n_bytes += g_bytes_get_size (((UtFetchedFile *) g_ptr_array_index (files, i))->bytes);
  result->n_files = files != NULL ? files->len : 0;
  return files != NULL && ut_store_write (intake, fetch->dataset, files, result, error);
}

/* A refusal is mended in dataset.yaml, trouble on the line is not. */
static void
say_where (const UtDataset *dataset, GError **error) {
  if (error == NULL || g_str_has_prefix ((*error)->message, dataset->file))
    return;
  if (g_error_matches (*error, UT_ERROR, UT_ERROR_DEFINITION))
    g_prefix_error (error, "%s:%u: ", dataset->file, dataset->fetch->line);
  else
    g_prefix_error (error, "%s: ", dataset->id);
}

gboolean
ut_fetch_dataset (UtFetcher *fetcher, const UtIntake *intake, const UtDataset *dataset, UtFetchProgress progress,
                  gpointer user, UtFetchResult *result, GError **error) {
  *result = (UtFetchResult){ 0 };
  Fetch fetch = {
    .fetcher = fetcher,
    .dataset = dataset,
    .api = ut_api_find (dataset->fetch->api),
    .progress = progress,
    .user = user,
    .total = 1,
  };
  if (fetch_and_store (&fetch, intake, result, error))
    return TRUE;
  say_where (dataset, error);
  return FALSE;
}

static void
append_request (GString *text, const UtRequest *request) {
  g_string_append_printf (text, "%s %s\n", request->body != NULL ? "POST" : "GET", request->url);
  if (request->body != NULL)
    g_string_append_printf (text, "  %s\n", request->body);
}

char *
ut_fetch_describe (const UtDataset *dataset, GError **error) {
  const UtFetchSource *source = dataset->fetch;
  const UtApi *api = ut_api_find (source->api);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) requests = ut_requests_new ();
  if (!api->build (source, ut_api_host (source), NULL, requests, error)) {
    say_where (dataset, error);
    return NULL;
  }
  g_string_append_printf (text, "# %s, %s\n", _ (api->help), source->table);
  if (api->ask != NULL) {
    g_autoptr (UtRequest) first = api->ask (source, ut_api_host (source));
    append_request (text, first);
    g_string_append_printf (text, _ ("# the answer decides %s\n"), _ (api->decides));
  }
  for (guint i = 0; i < requests->len; i++)
    append_request (text, g_ptr_array_index (requests, i));
  return g_strdup (text->str);
}
