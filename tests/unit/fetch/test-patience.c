#include "fetch/patience.h"
#include "fetch/reply.h"
#include <string.h>

#define SECOND G_USEC_PER_SEC

static void
test_pauses (void) {
  static const guint expected[] = { 1, 2, 4, 8 };
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (ut_patience_pause (503, i + 1), ==, expected[i]);
  g_assert_cmpuint (ut_patience_pause (429, 1), ==, 15);
  g_assert_true (ut_patience_may_retry (429));
  g_assert_true (ut_patience_may_retry (503));
  g_assert_false (ut_patience_may_retry (501));
  g_assert_false (ut_patience_may_retry (404));
}

static void
test_retry_after (void) {
  g_assert_cmpint (ut_patience_read_retry_after ("0", 0), ==, 0);
  g_assert_cmpint (ut_patience_read_retry_after ("120", 0), ==, 120);
  g_assert_cmpint (ut_patience_read_retry_after ("Sun, 06 Nov 1994 08:49:37 GMT", 784111700), ==, 77);
  g_assert_cmpint (ut_patience_read_retry_after ("Sunday, 06-Nov-94 08:49:37 GMT", 784111700), ==, 77);
  g_assert_cmpint (ut_patience_read_retry_after ("Sun, 06 Nov 1994 08:49:37 GMT", 784111800), ==, 0);
  g_assert_cmpint (ut_patience_read_retry_after ("soon", 0), ==, -1);
  g_assert_cmpint (ut_patience_read_retry_after ("", 0), ==, -1);
  g_assert_cmpint (ut_patience_read_retry_after ("99999999999999999999", 0), ==, -1);
}

static void
test_rate_window (void) {
  UtRateWindow window = { .limit = 3 };
  g_assert_cmpint (ut_rate_window_book (&window, 0), ==, 0);
  g_assert_cmpint (ut_rate_window_book (&window, 10 * SECOND), ==, 0);
  g_assert_cmpint (ut_rate_window_book (&window, 20 * SECOND), ==, 0);
  /* The fourth waits for the first to be a minute old, the fifth for the second. */
  g_assert_cmpint (ut_rate_window_book (&window, 20 * SECOND), ==, 40 * SECOND);
  g_assert_cmpint (ut_rate_window_book (&window, 60 * SECOND), ==, 10 * SECOND);
  g_assert_cmpint (ut_rate_window_book (&window, 200 * SECOND), ==, 0);
  UtRateWindow free_for_all = { .limit = 0 };
  for (guint i = 0; i < 100; i++)
    g_assert_cmpint (ut_rate_window_book (&free_for_all, 0), ==, 0);
}

/* In no minute are there more calls than the limit, whatever the pace. */
static void
test_rate_never_exceeded (void) {
  UtRateWindow window = { .limit = 30 };
  gint64 made[300], now = 0;
  for (guint i = 0; i < G_N_ELEMENTS (made); i++) {
    now += (i * 7919 % 5) * SECOND / 2;
    now += ut_rate_window_book (&window, now);
    made[i] = now;
    g_assert_true (i < 30 || made[i] - made[i - 30] >= 60 * SECOND);
  }
}

static gsize
header (UtReply *reply, const char *line) {
  g_autofree char *text = g_strconcat (line, "\r\n", NULL);
  return ut_reply_take_header (text, 1, strlen (text), reply);
}

static gsize
body (UtReply *reply, const char *text) {
  g_autofree char *copy = g_strdup (text);
  return ut_reply_take_body (copy, 1, strlen (text), reply);
}

static void
begin_half (UtReply *reply, const char *validator) {
  g_assert_false (ut_reply_begin (reply));
  header (reply, "HTTP/1.1 200 OK");
  header (reply, "accept-ranges: bytes");
  header (reply, validator);
  header (reply, "");
  body (reply, "abc");
}

static void
test_resume (void) {
  g_autoptr (UtReply) reply = ut_reply_new (100);
  begin_half (reply, "ETag: \"1\"");
  g_assert_true (ut_reply_begin (reply));
  header (reply, "HTTP/2 206");
  header (reply, "Content-Range: bytes 3-5/6");
  g_assert_cmpuint (header (reply, ""), ==, 2);
  body (reply, "def");
  g_assert_cmpmem (reply->body->data, reply->body->len, "abcdef", 6);
}

static void
test_resume_elsewhere (void) {
  static const char *const ranges[] = { "Content-Range: bytes 2-5/6", "Content-Range: bytes */6", "X: y" };
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++) {
    g_autoptr (UtReply) reply = ut_reply_new (100);
    begin_half (reply, "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT");
    g_assert_true (ut_reply_begin (reply));
    header (reply, "HTTP/1.1 206 Partial Content");
    header (reply, ranges[i]);
    g_assert_cmpuint (header (reply, ""), ==, 0);
    g_assert_true (reply->misplaced);
    g_assert_false (ut_reply_begin (reply));
    g_assert_cmpuint (reply->body->len, ==, 0);
  }
}

static void
test_not_resumable (void) {
  g_autoptr (UtReply) weak = ut_reply_new (100);
  begin_half (weak, "ETag: W/\"1\"");
  g_assert_false (ut_reply_begin (weak));
  g_autoptr (UtReply) nameless = ut_reply_new (100);
  begin_half (nameless, "Server: x");
  g_assert_false (ut_reply_begin (nameless));
}

static void
test_limits (void) {
  g_autoptr (UtReply) reply = ut_reply_new (5);
  begin_half (reply, "ETag: \"1\"");
  g_assert_cmpuint (body (reply, "de"), ==, 2);
  g_assert_cmpuint (body (reply, "f"), ==, 0);
  g_assert_true (reply->too_large);
  /* Of a refusal only the beginning is kept. */
  g_autoptr (UtReply) refusal = ut_reply_new (5);
  ut_reply_begin (refusal);
  header (refusal, "HTTP/1.1 500 Internal Server Error");
  g_autofree char *much = g_strnfill (40000, 'x');
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (body (refusal, much), ==, 40000);
  g_assert_cmpuint (refusal->refusal->len, ==, 65536);
  g_assert_cmpuint (refusal->body->len, ==, 0);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/patience/pauses", test_pauses);
  g_test_add_func ("/fetch/patience/retry-after", test_retry_after);
  g_test_add_func ("/fetch/patience/rate-window", test_rate_window);
  g_test_add_func ("/fetch/patience/rate-never-exceeded", test_rate_never_exceeded);
  g_test_add_func ("/fetch/reply/resume", test_resume);
  g_test_add_func ("/fetch/reply/resume-elsewhere", test_resume_elsewhere);
  g_test_add_func ("/fetch/reply/not-resumable", test_not_resumable);
  g_test_add_func ("/fetch/reply/limits", test_limits);
  return g_test_run ();
}
