/* What is wrong with the options of a command line, said in the language of the messages: GOption knows only the
 * locale's. */
#ifndef UT_CLI_OPTIONS_H
#define UT_CLI_OPTIONS_H

#include <glib.h>

/* The first fault of the words after a command's name; new string, NULL when none is found. Both tables end with
 * G_OPTION_ENTRY_NULL; `own` may be NULL. */
char *ut_options_find_fault (const GOptionEntry *own, const GOptionEntry *common, const char *const *words);

/* A copy of `entries` that takes values as they are written. GOption would read them in the encoding of the locale,
 * and under LANG=C no Trøndelag could be named. */
GOptionEntry *ut_options_as_written (const GOptionEntry *entries);

#endif
