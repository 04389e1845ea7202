/* What every subcommand shares: options, language, how it speaks to the person. Results go to stdout, words about the
 * run to stderr. */
#ifndef UT_CLI_CLI_H
#define UT_CLI_CLI_H

#include <glib.h>
#include <utsyn/findings.h>
#include <utsyn/language.h>
#include <utsyn/project.h>

typedef struct UtCommand UtCommand;

typedef struct {
  const UtCommand *command; /* the one that runs */
  UtLanguage language;
  gboolean quiet;
  gboolean verbose;
  gboolean strict;
  char *project; /* folder given with --project; NULL: searched from here upwards */
  char **rest;   /* arguments that are no options, NULL-terminated */
} UtCli;

struct UtCommand {
  const char *name;
  const char *arguments; /* as the usage line shows them (msgid) */
  const char *help;      /* one line (msgid) */
  /* The exit code; an error sets it by its kind. */
  int (*run) (UtCli *cli, const char *const *argv, GError **error);
  const char *example; /* what a person may type; NULL for none */
};

/* Parses the words after the command's name. `options` are the command's own, ended by G_OPTION_ENTRY_NULL; may be
 * NULL. Returns FALSE with no error set when help was requested and printed. */
gboolean ut_cli_parse (UtCli *cli, const GOptionEntry *options, const char *const *argv, GError **error);

/* The help of the program; new string. */
char *ut_cli_help (const UtCommand *commands, UtLanguage language);

/* Exactly `least` to `most` arguments, else UT_ERROR_USAGE. */
gboolean ut_cli_expect (const UtCli *cli, guint least, guint most, GError **error);

/* The project's folder: named with --project, else found from here upwards. New string. */
char *ut_cli_find_root (const UtCli *cli, GError **error);

/* The project, with its datasets imported. */
UtProject *ut_cli_load (const UtCli *cli, UtFindings *findings, GError **error);
/* The same without checksums of the files, for what writes no manifest. */
UtProject *ut_cli_load_figures (const UtCli *cli, UtFindings *findings, GError **error);
/* Only its definitions. */
UtProject *ut_cli_load_definitions (const UtCli *cli, GError **error);

/* The dataset of this id. NULL with UT_ERROR_USAGE when there is none, and with its own error when it is one of
 * `unread`.
 */
const UtDataset *ut_cli_find_dataset (const GPtrArray *datasets, const GPtrArray *unread, const char *id,
                                      GError **error);

/* Prints findings to stderr: all when verbose, else the first of each kind with a count, and datasets that are left out
 * always. Returns the exit code: 1 when
 * there are any and --strict was given. */
int ut_cli_report_findings (const UtCli *cli, const UtFindings *findings);

/* Whether a bar is to be drawn: on a terminal, and not under --quiet. */
gboolean ut_cli_shows_progress (const UtCli *cli);
/* "[#####     ] 3/7 what", drawn over itself; gone when all is done. */
void ut_cli_draw_progress (guint done, guint total, const char *what);

int ut_command_report (UtCli *cli, const char *const *argv, GError **error);
int ut_command_check (UtCli *cli, const char *const *argv, GError **error);
int ut_command_list (UtCli *cli, const char *const *argv, GError **error);
int ut_command_import (UtCli *cli, const char *const *argv, GError **error);
int ut_command_inspect (UtCli *cli, const char *const *argv, GError **error);
int ut_command_compare (UtCli *cli, const char *const *argv, GError **error);
int ut_command_trend (UtCli *cli, const char *const *argv, GError **error);
int ut_command_rank (UtCli *cli, const char *const *argv, GError **error);
int ut_command_explain (UtCli *cli, const char *const *argv, GError **error);
int ut_command_fetch (UtCli *cli, const char *const *argv, GError **error);

#endif
