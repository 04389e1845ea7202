/* The pages of --help. Options are tables that end with G_OPTION_ENTRY_NULL; new strings. */
#ifndef UT_CLI_HELP_H
#define UT_CLI_HELP_H

#include "cli/cli.h"

/* How a command is called, on one line. */
char *ut_help_usage (const UtCommand *command, UtLanguage language);

/* The page of a command; `own` are its own options, NULL for none. */
char *ut_help_command (const UtCommand *command, const GOptionEntry *own, const GOptionEntry *common,
                       UtLanguage language);

/* The page of the program; `commands` ends with name NULL. */
char *ut_help_program (const UtCommand *commands, const GOptionEntry *common, UtLanguage language);

#endif
