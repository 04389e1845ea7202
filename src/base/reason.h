/* Why the system refused, in the language of the messages: what the system itself says is in the locale's. */
#ifndef UT_BASE_REASON_H
#define UT_BASE_REASON_H

#include <glib.h>

/* Of an errno. */
const char *ut_reason_errno (int code);

/* Of an error of GLib's file functions, without the path that GLib puts before it. Lives as long as the error. */
const char *ut_reason_error (const GError *error);

#endif
