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
    if (name[0] == '.' || g_file_test (path, G_FILE_TEST_IS_DIR))
      continue;
    if (ut_dataset_is_own_name (name))
      g_printerr (_ ("utsyn: %s: left out, for it is no file of figures\n"), path);
    else
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

/* Takes over the text; nothing is said of none. */
static void
add_part (GString *line, gsize n, char *text) {
  if (n > 0)
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", text);
  g_free (text);
}

/* Only periods in which something is different; the others are added up. */
static void
tell_change (const UtProject *project, const UtTable *before, const UtTable *after, UtFindings *findings) {
  g_autoptr (UtTableBuilder) nothing = ut_table_builder_new ();
  g_autoptr (UtTable) none = before == NULL ? ut_table_builder_finish (nothing) : NULL;
  g_autoptr (GArray) changes
      = ut_intake_compare (before != NULL ? before : none, after, project->catalogue, project->regions, findings);
  gsize n_same = 0;
  for (guint i = 0; i < changes->len; i++) {
    const UtIntakeChange *change = &g_array_index (changes, UtIntakeChange, i);
    g_autofree char *period = ut_period_format (change->period, ut_language_messages ());
    g_autoptr (GString) line = g_string_new (NULL);
    n_same += change->n_same;
    add_part (line, change->n_new, g_strdup_printf (_ ("%zu new"), change->n_new));
    add_part (line, change->n_revised, g_strdup_printf (_ ("%zu revised"), change->n_revised));
    add_part (line, change->n_vanished, g_strdup_printf (_ ("%zu vanished"), change->n_vanished));
    if (line->len == 0)
      continue;
    add_part (line, change->n_same, g_strdup_printf (_ ("%zu as before"), change->n_same));
    n_same -= change->n_same;
    g_print ("  %s: %s\n", period, line->str);
  }
  if (n_same > 0)
    g_print (ut_trn (ut_language_messages (), "  other periods: %zu figure as before\n",
                     "  other periods: %zu figures as before\n", n_same),
             n_same);
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
take_in (const UtProject *project, const Delivery *delivery, gboolean replace, UtFindings *findings, GError **error) {
  const UtDataset *dataset = delivery->dataset;
  g_auto (UtFetchResult) result = { 0 };
  g_autoptr (UtFindings) ignored = ut_findings_new ();
  g_autoptr (GError) unread = NULL;
  g_autoptr (UtTable) before = import_one (project, dataset->dir, ignored, &unread);
  const UtIntake intake = { .root = project->root,
                            .catalogue = project->catalogue,
                            .regions = project->regions,
                            .findings = findings,
                            .by_hand = TRUE,
                            .before = replace ? NULL : before };
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
  /* An older vintage that cannot be read keeps the new one from being used. */
  g_autoptr (UtFindings) untold = ut_findings_new ();
  g_autoptr (UtTable) now = before == NULL ? import_one (project, dataset->dir, untold, error) : NULL;
  return before != NULL || now != NULL;
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
  gboolean dry_run = FALSE, replace = FALSE;
  const GOptionEntry options[] = {
    { "dataset", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("the dataset the files belong to"), N_ ("ID") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_ ("show which dataset each file belongs to, and write nothing"),
      NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, N_ ("let figures go that the new files do not have"), NULL },
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
    if (!take_in (project, delivery, replace, findings, &trouble))
      tell_trouble (trouble, &code);
  }
  int findings_code = ut_cli_report_findings (cli, findings);
  return code != 0 ? code : findings_code;
}
