/* Standard output and standard error: what g_print() and g_printerr() are given goes through here. Texts are shown so
 * that no terminal obeys what a file holds (UT_TEXT_TERMINAL); JSON is not changed by that, only written otherwise. */
#ifndef UT_CLI_STREAMS_H
#define UT_CLI_STREAMS_H

#include <glib.h>

/* Before anything is opened or printed. */
void ut_streams_open (void);

/* Data to standard output as they are: CSV. */
void ut_streams_put (const char *data);

/* The program's own control sequences to standard error. */
void ut_streams_draw (const char *text);

/* Writes out what is left. FALSE when something that was printed did not arrive; UT_ERROR_IO says why, and is not set
 * where the reader has only gone away, as in `utsyn rank … | head`. */
gboolean ut_streams_close (GError **error);

#endif
