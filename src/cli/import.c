#include <string.h>
#include <unistd.h>
#include <utsyn/error.h>
#include <utsyn/import.h>
#include <utsyn/intake.h>

#include "base/folder.h"
#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "cli/cli.h"

/* Files on their way to a dataset. */
typedef struct {
  const UtDataset *dataset;
  GPtrArray *paths; /* char *, closed by NULL when all are there */
} Delivery;

static void
free_delivery (gpointer data) {
  Delivery *delivery = data;
  g_ptr_array_unref (delivery->paths);
  g_free (delivery);
}

static void
add_folder (GPtrArray *paths, const char *folder) {
  g_autoptr (GPtrArray) names = ut_folder_list (folder, "");
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (name[0] != '.' && strcmp (name, "dataset.yaml") != 0 && strcmp (name, UT_FETCH_RECORD) != 0
        && !g_file_test (path, G_FILE_TEST_IS_DIR))
      g_ptr_array_add (paths, g_steal_pointer (&path));
  }
}

/* The files that are named, and those in the folders that are. */
static GPtrArray *
list_paths (char **arguments) {
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  for (char **argument = arguments; *argument != NULL; argument++) {
    if (g_file_test (*argument, G_FILE_TEST_IS_DIR))
      add_folder (paths, *argument);
    else
      g_ptr_array_add (paths, g_strdup (*argument));
  }
  return paths;
}

/* A file that cannot be read may belong to any of the deliveries, and none is taken in without it. */
static gboolean
can_be_read (const GPtrArray *paths, GError **error) {
  gboolean sound = TRUE;
  for (guint i = 0; i < paths->len; i++) {
    g_autoptr (GError) trouble = NULL;
    const char *path = g_ptr_array_index (paths, i);
    int file = ut_input_open (path, &trouble);
    if (file >= 0) {
      close (file);
      continue;
    }
    ut_error_join (error, ut_error_new (UT_ERROR_IO, "%s: %s", path, ut_reason_error (trouble)));
    sound = FALSE;
  }
  if (!sound)
    ut_error_join (error, g_error_new_literal (UT_ERROR, UT_ERROR_IO, _ ("nothing was taken in")));
  return sound;
}

static void
deliver (GPtrArray *deliveries, const UtDataset *dataset, const char *path) {
  for (guint i = 0; i < deliveries->len; i++) {
    Delivery *known = g_ptr_array_index (deliveries, i);
    if (known->dataset == dataset) {
      g_ptr_array_add (known->paths, g_strdup (path));
      return;
    }
  }
  Delivery *fresh = g_new0 (Delivery, 1);
  fresh->dataset = dataset;
  fresh->paths = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (fresh->paths, g_strdup (path));
  g_ptr_array_add (deliveries, fresh);
}

/* One dataset's figures as its newest vintage has them; NULL when there is none. */
static UtTable *
import_one (const UtProject *project, const char *dir, UtFindings *findings, GError **error) {
  UtDataset *dataset = ut_dataset_load (project->root, dir, error);
  if (dataset == NULL)
    return NULL;
  g_autoptr (GPtrArray) datasets = g_ptr_array_new ();
  g_ptr_array_add (datasets, dataset);
  UtTable *table
      = ut_import_datasets (project->root, datasets, project->catalogue, project->regions, findings, NULL, error);
  ut_dataset_free (dataset);
  return table;
}

static void
tell_change (const UtProject *project, const UtTable *before, const UtTable *after, UtFindings *findings) {
  if (before == NULL) {
    g_print (ut_trn (ut_language_messages (), "  %zu figure\n", "  %zu figures\n", after->n_rows), after->n_rows);
    return;
  }
  UtIntakeChange change = ut_intake_compare (before, after, project->catalogue, project->regions, findings);
  g_print (_ ("  figures: %1$zu new, %2$zu changed, %3$zu as before, %4$zu gone\n"), change.n_new, change.n_changed,
           change.n_same, change.n_lost);
}

/* The figures are as they were, and what the files are can be seen. */
static void
explain_refusal (const Delivery *delivery, GError **error) {
  if (!g_error_matches (*error, UT_ERROR, UT_ERROR_DEFINITION))
    return;
  g_autofree char *files = g_strjoinv (" ", (char **) delivery->paths->pdata);
  ut_error_join (error, ut_error_new (UT_ERROR_DEFINITION,
                                      _ ("%1$s: nothing was taken in, and its figures are as before; utsyn inspect "
                                         "%2$s shows what was brought, and --dataset names another dataset"),
                                      delivery->dataset->id, files));
}

static gboolean
take_in (const UtProject *project, const Delivery *delivery, UtFindings *findings, GError **error) {
  const UtDataset *dataset = delivery->dataset;
  const UtIntake intake
      = { .root = project->root, .catalogue = project->catalogue, .regions = project->regions, .findings = findings };
  g_auto (UtFetchResult) result = { 0 };
  g_autoptr (UtFindings) ignored = ut_findings_new ();
  g_autoptr (GError) unread = NULL;
  g_autoptr (UtTable) before = import_one (project, dataset->dir, ignored, &unread);
  if (!ut_intake_write (&intake, dataset, (const char *const *) delivery->paths->pdata, &result, error)) {
    explain_refusal (delivery, error);
    return FALSE;
  }
  if (result.same) {
    g_print (_ ("%1$s: already there (%2$s)\n"), dataset->id, result.vintage != NULL ? result.vintage : dataset->dir);
    if (before == NULL)
      g_propagate_error (error, g_steal_pointer (&unread));
    return before != NULL;
  }
  g_print (ut_trn (ut_language_messages (), "%1$s: new vintage %2$s, %3$u file\n",
                   "%1$s: new vintage %2$s, %3$u files\n", result.n_files),
           dataset->id, result.vintage, result.n_files);
  tell_change (project, before, result.table, findings);
  return TRUE;
}

/* The gravest of what went wrong is the exit code. */
static void
tell_trouble (const GError *trouble, int *code) {
  g_printerr ("utsyn: %s\n", trouble->message);
  *code = MAX (*code, ut_error_exit_code (trouble));
}

int
ut_command_import (UtCli *cli, const char *const *argv, GError **error) {
  g_autofree char *id = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry options[] = {
    { "dataset", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("the dataset the files belong to"), N_ ("ID") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("show which dataset each file belongs to, and write nothing"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  if (!ut_cli_parse (cli, options, argv, error) || !ut_cli_expect (cli, 1, G_MAXUINT, error))
    return 0;
  g_autofree char *root = ut_cli_find_root (cli, error);
  g_autoptr (UtProject) project = root != NULL ? ut_cli_load_definitions (cli, error) : NULL;
  const UtDataset *named
      = project != NULL && id != NULL ? ut_cli_find_dataset (project->datasets, project->unread, id, error) : NULL;
  if (project == NULL || (id != NULL && named == NULL))
    return UT_ERROR_DEFINITION;
  g_autoptr (GPtrArray) paths = list_paths (cli->rest);
  if (paths->len == 0) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s: there is no file to take in"), cli->rest[0]);
    return UT_ERROR_DEFINITION;
  }
  g_autoptr (GPtrArray) deliveries = g_ptr_array_new_with_free_func (free_delivery);
  g_autoptr (UtFindings) findings = ut_findings_new ();
  ut_project_report_unread (project, findings);
  if (!can_be_read (paths, error))
    return UT_ERROR_IO;
  int code = 0;
  for (guint i = 0; i < paths->len; i++) {
    g_autoptr (GError) trouble = NULL;
    const char *path = g_ptr_array_index (paths, i);
    const UtDataset *dataset = named != NULL ? named : ut_intake_find (project->datasets, path, &trouble);
    if (dataset == NULL)
      tell_trouble (trouble, &code);
    else
      deliver (deliveries, dataset, path);
    if (dataset != NULL && dry_run)
      g_print ("%s → %s\n", path, dataset->id);
  }
  for (guint i = 0; i < deliveries->len && !dry_run; i++) {
    g_autoptr (GError) trouble = NULL;
    Delivery *delivery = g_ptr_array_index (deliveries, i);
    g_ptr_array_add (delivery->paths, NULL);
    if (!take_in (project, delivery, findings, &trouble))
      tell_trouble (trouble, &code);
  }
  int findings_code = ut_cli_report_findings (cli, findings);
  return code != 0 ? code : findings_code;
}
