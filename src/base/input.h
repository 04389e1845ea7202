/* Where every input file is opened. Only an ordinary file is read, or a link to one: a pipe would be waited for without
 * end, and a device such as /dev/zero would fill the memory.
 *
 * Errors are as GLib's (G_FILE_ERROR), and their reason is ut_reason_error()'s; the caller names the file. */
#ifndef UT_BASE_INPUT_H
#define UT_BASE_INPUT_H

#include <glib.h>
#include <stdio.h>

/* -1 with an error. */
int ut_input_open (const char *path, GError **error);
/* The caller closes it; NULL with an error. */
FILE *ut_input_stream (const char *path, GError **error);
/* The whole file, with a NUL after it, noted in the record in use (input_record.h). `n_bytes` may be NULL. */
gboolean ut_input_read (const char *path, char **bytes, gsize *n_bytes, GError **error);
GMappedFile *ut_input_map (const char *path, GError **error);

#endif
