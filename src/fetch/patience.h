/* When to repeat a request, and when to wait before the first. */
#ifndef UT_FETCH_PATIENCE_H
#define UT_FETCH_PATIENCE_H

#include <glib.h>

/* Attempts at one question. */
#define UT_MAX_ATTEMPTS 5
/* A server that asks for a longer pause is given up for now. */
#define UT_MAX_PAUSE_SECONDS 120

/* Seconds to wait after attempt number `attempt` (1 is the first): 1, 2, 4, 8; after a 429 always 15, since the minute
 * whose calls were used up must pass. */
guint ut_patience_pause (long status, guint attempt);

/* Whether a status says that the same question may be answered later. */
gboolean ut_patience_may_retry (long status);

/* Seconds a Retry-After header asks for, from a number or an HTTP date; `now` is in seconds since 1970. A date that has
 * passed is 0; -1: it cannot be read. */
gint64 ut_patience_read_retry_after (const char *text, gint64 now);

/* The calls of the last minute, so that no more than `limit` are made in any. */
typedef struct {
  gint64 calls[64]; /* when they were made, microseconds; a ring */
  guint limit;      /* at most 64; 0: as many as one likes */
  guint n_calls;
} UtRateWindow;

/* Books a call and tells how many microseconds it must wait from `now` on. */
gint64 ut_rate_window_book (UtRateWindow *window, gint64 now);

#endif
