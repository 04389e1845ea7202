#include <utsyn/fetch.h>

#include <string.h>

#include "base/i18n.h"
#include "cli/cli.h"
#include "cli/streams.h"
#include <utsyn/error.h>

/* What the progress line needs. */
typedef struct {
  const UtCli *cli;
  guint done, total; /* datasets */
} Run;

/* A dataset of several parts says which of them. */
static void
draw_progress (gpointer user, const UtDataset *dataset, guint done, guint total) {
  const Run *run = user;
  if (!ut_cli_shows_progress (run->cli))
    return;
  const char *name = dataset->fetch->table;
  g_autofree char *part = total > 2 ? g_strdup_printf (" %u/%u", done + 1, total) : g_strdup ("");
  g_autofree char *what = g_strdup_printf ("%s %s%s", dataset->id, name, part);
  ut_cli_draw_progress (run->done, run->total, what);
}

static const UtDataset *
find_dataset (const GPtrArray *datasets, const GPtrArray *unread, const char *id, GError **error) {
  const UtDataset *dataset = ut_cli_find_dataset (datasets, unread, id, error);
  if (dataset == NULL || dataset->fetch != NULL)
    return dataset;
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s: the key 'fetch' is missing; %2$s cannot be fetched"),
                dataset->file, id);
  return NULL;
}

/* Those that are named, else all that can be fetched. */
static GPtrArray *
choose_datasets (const GPtrArray *datasets, const GPtrArray *unread, char **ids, GError **error) {
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  for (char **id = ids; *id != NULL; id++) {
    const UtDataset *dataset = find_dataset (datasets, unread, *id, error);
    if (dataset == NULL)
      return NULL;
    if (!g_ptr_array_find (chosen, dataset, NULL))
      g_ptr_array_add (chosen, (gpointer) dataset);
  }
  for (guint i = 0; *ids == NULL && i < datasets->len; i++) {
    if (((UtDataset *) g_ptr_array_index (datasets, i))->fetch != NULL)
      g_ptr_array_add (chosen, g_ptr_array_index (datasets, i));
  }
  return g_steal_pointer (&chosen);
}

static void
tell_result (const UtDataset *dataset, const UtFetchResult *result) {
  g_autofree char *size = g_format_size (result->n_bytes);
  if (result->same && result->vintage != NULL)
    g_print (_ ("%1$s: nothing new since %2$s\n"), dataset->id, result->vintage);
  else if (result->same)
    g_print (_ ("%s: nothing new; the files are the ones that are there\n"), dataset->id);
  else
    g_print (ut_trn (ut_language_messages (), "%1$s: new vintage %2$s, %3$u file, %4$s\n",
                     "%1$s: new vintage %2$s, %3$u files, %4$s\n", result->n_files),
             dataset->id, result->vintage, result->n_files, size);
}

/* What is read is the last folder by name: a folder called otherwise than by year or date may stand in the way. */
static void
warn_when_hidden (const char *root, const UtDataset *dataset, const UtFetchResult *result) {
  g_autoptr (UtDataset) now = ut_dataset_load_definition (root, dataset->dir, NULL);
  if (now != NULL && g_strcmp0 (now->vintage, result->vintage) != 0)
    g_printerr (_ ("utsyn: %1$s: what was fetched is not what is read; %2$s sorts after %3$s\n"), dataset->id,
                now->vintage != NULL ? now->vintage : dataset->dir, result->vintage);
}

static gboolean
fetch_one (Run *run, UtFetcher *fetcher, const UtIntake *intake, const UtDataset *dataset, GError **error) {
  g_auto (UtFetchResult) result = { 0 };
  gboolean fine = ut_fetch_dataset (fetcher, intake, dataset, draw_progress, run, &result, error);
  run->done++;
  if (ut_cli_shows_progress (run->cli))
    ut_streams_draw ("\r\033[K");
  if (fine && !run->cli->quiet)
    tell_result (dataset, &result);
  if (fine)
    warn_when_hidden (intake->root, dataset, &result);
  return fine;
}

/* The failures stand together at the end, where they are seen. */
static int
report_failures (const GPtrArray *failures, guint n_total) {
  int code = 0;
  for (guint i = 0; i < failures->len; i++) {
    const GError *trouble = g_ptr_array_index (failures, i);
    g_printerr ("utsyn: %s\n", trouble->message);
    code = MAX (code, ut_error_exit_code (trouble));
  }
  if (failures->len > 0 && n_total > 1)
    g_printerr (ut_trn (ut_language_messages (),
                        "utsyn: %1$u of %2$u datasets could not be fetched; its old figures are untouched\n",
                        "utsyn: %1$u of %2$u datasets could not be fetched; their old figures are untouched\n",
                        failures->len),
                failures->len, n_total);
  return code;
}

static void
free_error (gpointer error) {
  g_error_free (error);
}

/* What comes is read before it counts, so places and indicators must be there. Those of `unread` are failures already.
 */
static int
fetch_all (const UtCli *cli, const UtFetchLimits *limits, const char *root, const GPtrArray *datasets,
           const GPtrArray *unread, GError **error) {
  g_autofree char *places = g_build_filename (root, "datasets", "inndeling", NULL);
  g_autofree char *indicators = g_build_filename (root, "indicators", NULL);
  g_autoptr (UtRegions) regions = ut_regions_load (places, error);
  g_autoptr (UtCatalogue) catalogue = regions != NULL ? ut_catalogue_load (indicators, error) : NULL;
  if (catalogue == NULL)
    return UT_ERROR_DEFINITION;
  g_autoptr (UtFindings) findings = ut_findings_new ();
  const UtIntake intake = { .root = root, .catalogue = catalogue, .regions = regions, .findings = findings };
  g_autoptr (UtFetcher) fetcher = ut_fetcher_new (limits);
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func (free_error);
  Run run = { .cli = cli, .total = datasets->len };
  for (guint i = 0; i < datasets->len; i++) {
    GError *trouble = NULL;
    if (!fetch_one (&run, fetcher, &intake, g_ptr_array_index (datasets, i), &trouble))
      g_ptr_array_add (failures, trouble);
  }
  for (guint i = 0; i < unread->len; i++)
    g_ptr_array_add (failures, g_error_copy (((const UtUnread *) g_ptr_array_index (unread, i))->error));
  int findings_code = ut_cli_report_findings (cli, findings);
  return MAX (findings_code, report_failures (failures, datasets->len + unread->len));
}

/* What cannot be fetched is reported after what can. */
static void
describe_all (const GPtrArray *datasets, const GPtrArray *unread, GError **error) {
  for (guint i = 0; i < datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (datasets, i);
    GError *trouble = NULL;
    g_autofree char *text = ut_fetch_describe (dataset, &trouble);
    if (text != NULL)
      g_print ("%s\n%s", dataset->id, text);
    else
      ut_error_join (error, trouble);
  }
  ut_unread_join (unread, 0, error);
}

static gboolean
check_limits (int timeout, int max_mib, UtFetchLimits *limits, GError **error) {
  *limits = (UtFetchLimits){ .timeout_seconds = (guint) timeout, .max_bytes = (guint64) MAX (max_mib, 1) << 20 };
  if (timeout < 1 || timeout > 3600)
    ut_error_set (error, UT_ERROR_USAGE, _ ("--timeout is 1 to 3600 seconds, not %d"), timeout);
  else if (max_mib < 1 || max_mib > 4000)
    ut_error_set (error, UT_ERROR_USAGE, _ ("--max-size is 1 to 4000 MiB, not %d"), max_mib);
  else
    return TRUE;
  return FALSE;
}

int
ut_command_fetch (UtCli *cli, const char *const *argv, GError **error) {
  UtFetchLimits limits = ut_fetch_default_limits ();
  int timeout = (int) limits.timeout_seconds, max_mib = (int) (limits.max_bytes >> 20);
  gboolean dry_run = FALSE;
  const GOptionEntry options[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("show what would be requested, and request nothing"), NULL },
    { "timeout", 0, 0, G_OPTION_ARG_INT, &timeout, N_ ("give up a server that is silent this long (default 60)"),
      N_ ("SECONDS") },
    { "max-size", 0, 0, G_OPTION_ARG_INT, &max_mib, N_ ("refuse more than this from one dataset (default 256)"),
      N_ ("MIB") },
    G_OPTION_ENTRY_NULL,
  };
  if (!ut_cli_parse (cli, options, argv, error) || !check_limits (timeout, max_mib, &limits, error))
    return 0;
  g_autofree char *root = ut_cli_find_root (cli, error);
  g_autoptr (GPtrArray) unread = ut_unread_list_new ();
  g_autoptr (GPtrArray) datasets = root != NULL ? ut_datasets_load_readable (root, FALSE, unread, error) : NULL;
  g_autoptr (GPtrArray) chosen = datasets != NULL ? choose_datasets (datasets, unread, cli->rest, error) : NULL;
  if (chosen == NULL)
    return UT_ERROR_DEFINITION;
  /* Who names datasets wants these and no others. */
  if (cli->rest[0] != NULL)
    g_ptr_array_set_size (unread, 0);
  if (chosen->len == 0 && unread->len > 0)
    ut_unread_join (unread, 0, error);
  else if (chosen->len == 0)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("no dataset can be fetched: none has the key 'fetch'"));
  if (chosen->len == 0)
    return UT_ERROR_DEFINITION;
  if (!dry_run)
    return fetch_all (cli, &limits, root, chosen, unread, error);
  describe_all (chosen, unread, error);
  return 0;
}
