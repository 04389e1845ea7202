#include "fetch/patience.h"

#include <curl/curl.h>

guint
ut_patience_pause (long status, guint attempt) {
  return status == 429 ? 15 : 1u << (CLAMP (attempt, 1, 16) - 1);
}

gboolean
ut_patience_may_retry (long status) {
  return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

gint64
ut_patience_read_retry_after (const char *text, gint64 now) {
  gint64 seconds = 0;
  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return seconds;
  time_t date = curl_getdate (text, NULL);
  return date < 0 ? -1 : MAX ((gint64) date - now, 0);
}

gint64
ut_rate_window_book (UtRateWindow *window, gint64 now) {
  if (window->limit == 0)
    return 0;
  gint64 *oldest = &window->calls[window->n_calls % window->limit];
  gint64 start = window->n_calls >= window->limit ? MAX (now, *oldest + G_USEC_PER_SEC * 60) : now;
  *oldest = start;
  window->n_calls++;
  return start - now;
}
