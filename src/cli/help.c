/* The pages of --help. */
#include "cli/help.h"

#include "base/i18n.h"

#define HELP_COLUMN 26

static void
append_option (GString *page, const GOptionEntry *entry, UtLanguage language) {
  g_autoptr (GString) left = g_string_new ("  ");
  if (entry->short_name != 0)
    g_string_append_printf (left, "-%c, ", entry->short_name);
  g_string_append_printf (left, "--%s", entry->long_name);
  if (entry->arg_description != NULL)
    g_string_append_printf (left, " %s", ut_tr (language, entry->arg_description));
  glong width = g_utf8_strlen (left->str, -1);
  g_string_append_printf (page, "%s%*s%s\n", left->str, (int) MAX (HELP_COLUMN - width, 2), "",
                          ut_tr (language, entry->description));
}

static void
append_options (GString *page, const GOptionEntry *entries, UtLanguage language) {
  for (; entries != NULL && entries->long_name != NULL; entries++)
    append_option (page, entries, language);
}

static void
append_commands (GString *page, const UtCommand *commands, UtLanguage language) {
  g_string_append_printf (page, "%s\n", ut_tr (language, "Commands:"));
  for (const UtCommand *command = commands; command->name != NULL; command++) {
    const char *arguments = *command->arguments != '\0' ? ut_tr (language, command->arguments) : "";
    g_autofree char *left = g_strdup_printf ("  %s %s", command->name, arguments);
    int pad = (int) MAX (HELP_COLUMN + 12 - g_utf8_strlen (left, -1), 2);
    g_string_append_printf (page, "%s%*s%s\n", left, pad, "", ut_tr (language, command->help));
  }
  g_string_append_printf (
      page, "\n%s\n",
      ut_tr (language, "utsyn COMMAND --help says more about one command; utsyn --version the version."));
}

static void
append_exit_codes (GString *page, UtLanguage language) {
  g_string_append_printf (page, "\n%s\n",
                          ut_tr (language,
                                 "Exit codes: 0 fine, 1 findings under --strict, 2 usage, 3 bad input or definition, "
                                 "4 reading or writing."));
}

char *
ut_help_usage (const UtCommand *command, UtLanguage language) {
  return g_strchomp (g_strdup_printf (ut_tr (language, "Usage: utsyn %s [options] %s"), command->name,
                                      *command->arguments != '\0' ? ut_tr (language, command->arguments) : ""));
}

char *
ut_help_command (const UtCommand *command, const GOptionEntry *own, const GOptionEntry *common, UtLanguage language) {
  g_autofree char *usage = ut_help_usage (command, language);
  GString *page = g_string_new (usage);
  g_string_append_printf (page, "\n\n  %s\n", ut_tr (language, command->help));
  if (command->example != NULL)
    g_string_append_printf (page, "\n%s\n  %s\n", ut_tr (language, "Example:"), command->example);
  g_string_append_printf (page, "\n%s\n", ut_tr (language, "Options:"));
  append_options (page, own, language);
  append_options (page, common, language);
  append_exit_codes (page, language);
  return g_string_free (page, FALSE);
}

char *
ut_help_program (const UtCommand *commands, const GOptionEntry *common, UtLanguage language) {
  GString *page = g_string_new (NULL);
  g_string_append_printf (page, "%s\n\n", ut_tr (language, "Usage: utsyn COMMAND [options] [arguments]"));
  append_commands (page, commands, language);
  g_string_append_printf (page, "\n%s\n", ut_tr (language, "Options:"));
  append_options (page, common, language);
  append_exit_codes (page, language);
  return g_string_free (page, FALSE);
}
