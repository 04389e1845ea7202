/**
 * @file error.h
 * Errors: the run, or this part of it, cannot go on.
 *
 * Three kinds of trouble are never mixed. An *error* (GError, here) stops the work at hand. A *finding* (findings.h) is
 * a row or cell that could not be used: the run goes on and it is reported. An *outcome* (outcome.h) is the honest
 * answer "this cannot be told, because ...".
 */
#ifndef UTSYN_ERROR_H
#define UTSYN_ERROR_H

#include <glib.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

#define UT_ERROR (ut_error_quark ())

/** What went wrong, by who can mend it. The value is the exit code of the program. */
typedef enum {
  UT_ERROR_FINDINGS = 1,   /**< findings under --strict */
  UT_ERROR_USAGE = 2,      /**< the command line */
  UT_ERROR_DEFINITION = 3, /**< a YAML definition or an input file; message starts file:line:column */
  UT_ERROR_IO = 4,         /**< reading or writing a file */
} UtErrorCode;

GQuark ut_error_quark (void);

/**
 * An error of ours, and its message as one line: a line break in a name that came from outside is shown (\u000a) and
 * cannot pass for a line of its own. `error` may be NULL, as in g_set_error().
 */
void ut_error_set (GError **error, UtErrorCode code, const char *format, ...) G_GNUC_PRINTF (3, 4);
GError *ut_error_new (UtErrorCode code, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** Exit code for an error of any domain: its UtErrorCode, or UT_ERROR_IO for GLib's own file errors. */
int ut_error_exit_code (const GError *error);

/**
 * Adds a complaint to those there are already, so that a reader can go on and all faults are reported at once.
 *
 * Each complaint is a line of the message; the code stays that of the first. After 100 complaints the rest is only said
 * to be there.
 *
 * @param[in,out] error  where complaints are gathered; set or not. NULL: nobody asks
 * @param more           taken over
 */
void ut_error_join (GError **error, GError *more);

/** How many complaints an error holds, and about how many files. 0 when there were more than could be counted. */
guint ut_error_count (const GError *error, guint *n_files);

UT_END_DECLS

#endif
