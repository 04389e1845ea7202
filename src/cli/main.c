#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "cli/cli.h"
#include "cli/streams.h"
#include <utsyn/error.h>

/* Also the help of the program. */
static const UtCommand commands[] = {
  { "report", N_ ("REPORT…"), N_ ("write the chapter, the figures and the workbook of a report"), ut_command_report,
    NULL },
  { "check", "", N_ ("are my definitions and data right?"), ut_command_check, NULL },
  { "list", N_ ("WHAT"), N_ ("indicators, regions, datasets, sets, outputs, charts or formats"), ut_command_list,
    NULL },
  { "import", N_ ("DIR|FILE…"), N_ ("take these files in as a new vintage of their datasets"), ut_command_import,
    NULL },
  { "inspect", N_ ("FILE…"), N_ ("what is this file, and what would be read from it?"), ut_command_inspect, NULL },
  { "compare", N_ ("[INDICATOR…] PLACE…"), N_ ("where do we stand against county and country?"), ut_command_compare,
    "utsyn compare utenfor-15-29-aar barn-0-17-aar Fyresdal Vinje" },
  { "trend", N_ ("INDICATOR… PLACE…"), N_ ("which way is it going, and is that certain?"), ut_command_trend,
    "utsyn trend psykiske-symptomer-0-14-aar Vinje Telemark" },
  { "rank", N_ ("INDICATOR…"), N_ ("where are we among the others, and how certain is the rank?"), ut_command_rank,
    "utsyn rank utenfor-15-29-aar --county Telemark --period 2023" },
  { "explain", N_ ("INDICATOR REGION"), N_ ("the whole calculation, from file and line to judgement"),
    ut_command_explain, "utsyn explain utenfor-15-29-aar Fyresdal --benchmark county" },
  { "fetch", N_ ("[DATASET…]"), N_ ("get the newest figures from the agencies"), ut_command_fetch, NULL },
  { .name = NULL },
};
#define N_COMMANDS (G_N_ELEMENTS (commands) - 1)

/* The language must be known before the options are parsed, so that help and complaints speak it. */
static gboolean
choose_language (const char *const *argv, UtLanguage *language, GError **error) {
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  *language = UT_LANGUAGE_NB;
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++) {
    const char *value = g_getenv (variables[i]);
    if (value != NULL && *value != '\0') {
      ut_language_find (value, language);
      break;
    }
  }
  for (guint i = 1; argv[i] != NULL; i++) {
    const char *tag = g_str_has_prefix (argv[i], "--lang=") ? argv[i] + strlen ("--lang=") : NULL;
    if (strcmp (argv[i], "--lang") == 0)
      tag = argv[i + 1] != NULL ? argv[i + 1] : "";
    if (tag == NULL || ut_language_find (tag, language))
      continue;
    ut_error_set (error, UT_ERROR_USAGE, _ ("unknown language '%s' (allowed: nb, nn, en)"), tag);
    return FALSE;
  }
  return TRUE;
}

static const UtCommand *
find_command (const char *name) {
  for (const UtCommand *command = commands; command->name != NULL; command++) {
    if (strcmp (command->name, name) == 0)
      return command;
  }
  return NULL;
}

/* Skips options that may stand before the command: --lang nb report … */
static guint
find_word (const char *const *argv, guint i) {
  while (argv[i] != NULL && argv[i][0] == '-') {
    gboolean valued = strcmp (argv[i], "--lang") == 0 || strcmp (argv[i], "--project") == 0;
    i += valued && argv[i + 1] != NULL ? 2 : 1;
  }
  return i;
}

static gboolean
is_requested (const char *const *argv, guint before, const char *option) {
  for (guint i = 1; i < before; i++) {
    if (strcmp (argv[i], option) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
complain_unknown_command (const char *word, GError **error) {
  const char *names[N_COMMANDS + 1] = { NULL };
  for (guint i = 0; i < N_COMMANDS; i++)
    names[i] = commands[i].name;
  const char *nearest = ut_text_nearest (word, names);
  if (nearest != NULL)
    ut_error_set (error, UT_ERROR_USAGE, _ ("unknown command '%1$s' (did you mean '%2$s'?)"), word, nearest);
  else
    ut_error_set (error, UT_ERROR_USAGE, _ ("unknown command '%s'; see utsyn --help"), word);
}

/* All words but the program and the command: an option before the command counts like one after it. New array. */
static const char **
without_command (const char *const *argv, guint word) {
  const char **rest = g_new0 (const char *, g_strv_length ((char **) argv));
  guint n = 0;
  for (guint i = 1; argv[i] != NULL; i++) {
    if (i != word)
      rest[n++] = argv[i];
  }
  return rest;
}

static int
run (UtCli *cli, const char *const *argv, GError **error) {
  guint word = find_word (argv, 1);
  if (is_requested (argv, word, "--version")) {
    g_print ("utsyn %s\n", UTSYN_VERSION);
    return 0;
  }
  gboolean help = is_requested (argv, word, "--help") || is_requested (argv, word, "-h");
  const char *name = argv[word];
  if (name != NULL && strcmp (name, "help") == 0) {
    help = TRUE;
    name = argv[find_word (argv, word + 1)];
  }
  if (name == NULL) {
    g_autofree char *page = ut_cli_help (commands, cli->language);
    g_print ("%s", page);
    return help ? 0 : UT_ERROR_USAGE;
  }
  const UtCommand *command = find_command (name);
  if (command == NULL) {
    complain_unknown_command (name, error);
    return UT_ERROR_USAGE;
  }
  cli->command = command;
  if (help)
    return command->run (cli, (const char *const[]){ "--help", NULL }, error);
  g_autofree const char **rest = without_command (argv, word);
  return command->run (cli, rest, error);
}

/* Last of all, for every command alike: what was printed has arrived, or the exit code says that it has not. */
static int
close_output (int code) {
  g_autoptr (GError) error = NULL;
  if (ut_streams_close (&error))
    return code;
  if (error != NULL)
    g_printerr ("utsyn: %s\n", error->message);
  return UT_ERROR_IO;
}

int
main (int argc, char **argv) {
  (void) argc;
  ut_streams_open ();
  g_autoptr (GError) error = NULL;
  UtCli cli = { 0 };
  const char *const *words = (const char *const *) argv;
  gboolean known = choose_language (words, &cli.language, &error);
  ut_language_set_messages (cli.language);
  int code = known ? run (&cli, words, &error) : UT_ERROR_USAGE;
  if (error != NULL) {
    g_printerr ("utsyn: %s\n", error->message);
    code = ut_error_exit_code (error);
  }
  g_free (cli.project);
  g_strfreev (cli.rest);
  return close_output (code);
}
