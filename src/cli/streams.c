#include "cli/streams.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "base/reason.h"
#include "base/text.h"

/* The first fault of standard output, an errno: the stream itself remembers only that there was one. */
static int fault;

static void
note_fault (gboolean failed) {
  if (failed && fault == 0)
    fault = errno != 0 ? errno : EIO;
}

void
ut_streams_put (const char *data) {
  note_fault (fputs (data, stdout) == EOF);
}

void
ut_streams_draw (const char *text) {
  fputs (text, stderr);
}

/* Everything is UTF-8, whatever the locale says: a figure must not turn into question marks under LANG=C. */
static void
print (const char *text) {
  g_autofree char *shown = ut_text_clean (text, UT_TEXT_TERMINAL);
  ut_streams_put (shown);
}

static void
print_error (const char *text) {
  g_autofree char *shown = ut_text_clean (text, UT_TEXT_TERMINAL);
  fputs (shown, stderr);
}

/* A file opened later must not get the number of a stream that was closed when we began, and have our words written
 * into it: a descriptor that cannot be used the way the stream is keeps its place. */
static void
keep_number (int number, int flags) {
  if (fcntl (number, F_GETFD) != -1)
    return;
  int opened = open ("/dev/null", flags);
  if (opened != -1 && opened != number) {
    dup2 (opened, number);
    close (opened);
  }
}

void
ut_streams_open (void) {
  keep_number (STDIN_FILENO, O_WRONLY);
  keep_number (STDOUT_FILENO, O_RDONLY);
  keep_number (STDERR_FILENO, O_RDONLY);
  g_set_print_handler (print);
  g_set_printerr_handler (print_error);
}

gboolean
ut_streams_close (GError **error) {
  note_fault (fclose (stdout) == EOF);
  if (fault != 0 && fault != EPIPE)
    ut_error_set (error, UT_ERROR_IO, _ ("standard output cannot be written: %s"), ut_reason_errno (fault));
  return fault == 0;
}
