#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/streams.h"
#include <utsyn/error.h>

#define BAR_WIDTH 20

/* Options every command takes. The descriptions are msgids. */
static void
common_options (UtCli *cli, char **language, gboolean *help, GOptionEntry entries[7]) {
  const GOptionEntry common[] = {
    { "project", 0, 0, G_OPTION_ARG_FILENAME, &cli->project,
      N_ ("folder with indicators/ and datasets/ (else searched upwards from here)"), N_ ("FOLDER") },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &cli->strict, N_ ("findings give exit code 1"), NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &cli->verbose, N_ ("show every finding"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->quiet, N_ ("say nothing but errors"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, language, N_ ("language of the messages: nb, nn or en"), N_ ("LANGUAGE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("show this page"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  memcpy (entries, common, sizeof common);
}

gboolean
ut_cli_parse (UtCli *cli, const GOptionEntry *options, const char *const *argv, GError **error) {
  g_autofree char *language = NULL; /* chosen before, see main.c */
  gboolean help = FALSE;
  GOptionEntry common[7];
  common_options (cli, &language, &help, common);

  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_autofree GOptionEntry *own = ut_options_as_written (options);
  g_option_context_add_main_entries (context, own, NULL);
  g_option_context_add_main_entries (context, common, NULL);

  /* GOption expects a program name first. */
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_strv_builder_add (builder, cli->command->name);
  g_strv_builder_addv (builder, (const char **) argv);
  g_auto (GStrv) words = g_strv_builder_end (builder);
  g_autoptr (GError) trouble = NULL;
  if (!g_option_context_parse_strv (context, &words, &trouble)) {
    g_autofree char *fault = ut_options_find_fault (options, common, argv);
    ut_error_set (error, UT_ERROR_USAGE, _ ("%s; see utsyn %s --help"), fault != NULL ? fault : trouble->message,
                  cli->command->name);
    return FALSE;
  }
  if (help) {
    g_autofree char *page = ut_help_command (cli->command, options, common, cli->language);
    g_print ("%s", page);
    return FALSE;
  }
  g_strfreev (cli->rest);
  cli->rest = g_strdupv (words + 1);
  return TRUE;
}

char *
ut_cli_help (const UtCommand *commands, UtLanguage language) {
  UtCli unused = { 0 };
  char *word = NULL;
  gboolean help = FALSE;
  GOptionEntry common[7];
  common_options (&unused, &word, &help, common);
  return ut_help_program (commands, common, language);
}

gboolean
ut_cli_expect (const UtCli *cli, guint least, guint most, GError **error) {
  guint n = g_strv_length (cli->rest);
  if (n >= least && n <= most)
    return TRUE;
  g_autofree char *usage = ut_help_usage (cli->command, cli->language);
  ut_error_set (error, UT_ERROR_USAGE, n < least ? _ ("too few arguments. %s") : _ ("too many arguments. %s"), usage);
  return FALSE;
}

char *
ut_cli_find_root (const UtCli *cli, GError **error) {
  g_autofree char *here = g_get_current_dir ();
  char *root = ut_project_find_root (cli->project != NULL ? cli->project : here);
  if (root == NULL)
    ut_error_set (error, UT_ERROR_USAGE,
                  _ ("%s: no folder here or above holds indicators/ and datasets/; name one with --project"),
                  cli->project != NULL ? cli->project : here);
  return root;
}

UtProject *
ut_cli_load (const UtCli *cli, UtFindings *findings, GError **error) {
  g_autofree char *root = ut_cli_find_root (cli, error);
  return root != NULL ? ut_project_load (root, findings, error) : NULL;
}

UtProject *
ut_cli_load_figures (const UtCli *cli, UtFindings *findings, GError **error) {
  g_autofree char *root = ut_cli_find_root (cli, error);
  return root != NULL ? ut_project_load_figures (root, findings, error) : NULL;
}

UtProject *
ut_cli_load_definitions (const UtCli *cli, GError **error) {
  g_autofree char *root = ut_cli_find_root (cli, error);
  return root != NULL ? ut_project_load_definitions (root, error) : NULL;
}

const UtDataset *
ut_cli_find_dataset (const GPtrArray *datasets, const GPtrArray *unread, const char *id, GError **error) {
  for (guint i = 0; i < datasets->len; i++) {
    const UtDataset *dataset = g_ptr_array_index (datasets, i);
    if (strcmp (dataset->id, id) == 0)
      return dataset;
  }
  for (guint i = 0; i < unread->len; i++) {
    const UtUnread *left_out = g_ptr_array_index (unread, i);
    if (strcmp (left_out->id, id) != 0)
      continue;
    g_propagate_error (error, g_error_copy (left_out->error));
    return NULL;
  }
  ut_error_set (error, UT_ERROR_USAGE, _ ("unknown dataset '%s'; see utsyn list datasets"), id);
  return NULL;
}

static void
report_finding (const UtFinding *finding) {
  g_autofree char *file = finding->file != NULL ? ut_text_clean (finding->file, UT_TEXT_MESSAGE) : NULL;
  if (file != NULL && finding->line > 0)
    g_printerr ("%s:%u: ", file, finding->line);
  else if (file != NULL)
    g_printerr ("%s: ", file);
  g_printerr ("%s\n", finding->message);
}

int
ut_cli_report_findings (const UtCli *cli, const UtFindings *findings) {
  gsize n_of_kind[UT_N_FINDING_KINDS] = { 0 };
  for (gsize i = 0; i < ut_findings_count (findings); i++) {
    const UtFinding *finding = ut_findings_get (findings, i);
    /* Each dataset that is left out is reported, also under --quiet: it is an error, and its figures are missing. */
    if (finding->kind == UT_FINDING_UNREAD || (!cli->quiet && (cli->verbose || n_of_kind[finding->kind]++ == 0)))
      report_finding (finding);
  }
  for (guint kind = 0; kind < UT_N_FINDING_KINDS && !cli->quiet; kind++) {
    gsize n = ut_findings_count_kind (findings, (UtFindingKind) kind);
    if (!cli->verbose && kind != UT_FINDING_UNREAD && n > 1)
      g_printerr (_ ("… and %zu more of the kind '%s' (--verbose shows all)\n"), n - 1,
                  ut_finding_kind_label ((UtFindingKind) kind, cli->language));
  }
  return cli->strict && ut_findings_count (findings) > 0 ? UT_ERROR_FINDINGS : 0;
}

gboolean
ut_cli_shows_progress (const UtCli *cli) {
  return !cli->quiet && isatty (STDERR_FILENO);
}

void
ut_cli_draw_progress (guint done, guint total, const char *what) {
  if (total == 0)
    return;
  guint filled = MIN (done, total) * BAR_WIDTH / total;
  g_autofree char *shown = ut_text_clean (what, UT_TEXT_LINE);
  g_autoptr (GString) line = g_string_new ("\r\033[K[");
  for (guint i = 0; i < BAR_WIDTH; i++)
    g_string_append_c (line, i < filled ? '#' : ' ');
  g_string_append_printf (line, "] %u/%u %s", done, total, shown);
  if (done >= total)
    g_string_append (line, "\r\033[K");
  ut_streams_draw (line->str);
}
