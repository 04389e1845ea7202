#include "fetch/transfer.h"

#include <curl/curl.h>

#include "base/i18n.h"
#include "fetch/api.h"
#include "fetch/reply.h"
#include "model/fetch_source.h"
#include <utsyn/error.h>

#define MAX_REDIRECTS 5
/* A server that speaks, but slower than this many bytes a second, is as good as silent. */
#define MIN_SPEED 10

struct UtTransfer {
  CURL *curl;
  UtFetchLimits limits;
  char trouble[CURL_ERROR_SIZE];
};

/* A question on its way: where it goes now, and what has come. */
typedef struct {
  UtTransfer *transfer;
  const UtRequest *request;
  UtRateWindow *window;
  UtReply *reply;
  char *url;  /* as redirected */
  char *host; /* of the first URL, and of every other */
  gboolean by_get;
  guint attempt, n_redirects;
} Question;

typedef enum { WHOLE, LATER, MOVED, FAILED } Outcome;

/* The tool curl reads these variables, the library does not. */
static void
choose_certificates (CURL *curl) {
  const char *bundle = g_getenv ("CURL_CA_BUNDLE");
  if (bundle == NULL || *bundle == '\0')
    bundle = g_getenv ("SSL_CERT_FILE");
  if (bundle != NULL && *bundle != '\0')
    curl_easy_setopt (curl, CURLOPT_CAINFO, bundle);
  const char *folder = g_getenv ("SSL_CERT_DIR");
  if (folder != NULL && *folder != '\0')
    curl_easy_setopt (curl, CURLOPT_CAPATH, folder);
}

static void
choose_protocols (CURL *curl) {
#if LIBCURL_VERSION_NUM >= 0x075500
  curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  curl_easy_setopt (curl, CURLOPT_PROTOCOLS, (long) (CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

static void
choose_timeouts (CURL *curl, guint seconds) {
  curl_easy_setopt (curl, CURLOPT_CONNECTTIMEOUT, (long) MIN (seconds, 30));
  curl_easy_setopt (curl, CURLOPT_LOW_SPEED_LIMIT, (long) MIN_SPEED);
  curl_easy_setopt (curl, CURLOPT_LOW_SPEED_TIME, (long) seconds);
  curl_easy_setopt (curl, CURLOPT_TIMEOUT, (long) seconds * 30);
}

UtTransfer *
ut_transfer_new (const UtFetchLimits *limits) {
  curl_global_init (CURL_GLOBAL_DEFAULT);
  UtTransfer *transfer = g_new0 (UtTransfer, 1);
  transfer->limits = *limits;
  transfer->curl = curl_easy_init ();
  CURL *curl = transfer->curl;
  choose_protocols (curl);
  choose_certificates (curl);
  choose_timeouts (curl, limits->timeout_seconds);
  curl_easy_setopt (curl, CURLOPT_USERAGENT, "utsyn/" UTSYN_VERSION);
  curl_easy_setopt (curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (curl, CURLOPT_FOLLOWLOCATION, 0L);
  /* A proxy's own answer is not the server's. */
  curl_easy_setopt (curl, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  curl_easy_setopt (curl, CURLOPT_ERRORBUFFER, transfer->trouble);
  curl_easy_setopt (curl, CURLOPT_HEADERFUNCTION, ut_reply_take_header);
  curl_easy_setopt (curl, CURLOPT_WRITEFUNCTION, ut_reply_take_body);
  return transfer;
}

void
ut_transfer_free (UtTransfer *transfer) {
  if (transfer == NULL)
    return;
  curl_easy_cleanup (transfer->curl);
  curl_global_cleanup ();
  g_free (transfer);
}

static char *
part_of (CURLU *url, CURLUPart which) {
  char *part = NULL;
  if (curl_url_get (url, which, &part, 0) != CURLUE_OK)
    return g_strdup ("");
  char *copy = g_strdup (part);
  curl_free (part);
  return copy;
}

/* The host of a URL that may be fetched from; NULL with an error otherwise. libcurl itself takes it apart: two readers
 * of one URL might see two hosts. */
static char *
find_host (const char *text, GError **error) {
  CURLU *url = curl_url ();
  gboolean fine = curl_url_set (url, CURLUPART_URL, text, 0) == CURLUE_OK;
  g_autofree char *scheme = part_of (url, CURLUPART_SCHEME);
  g_autofree char *host = part_of (url, CURLUPART_HOST);
  curl_url_cleanup (url);
  gsize length = strlen (host);
  g_autofree char *bare = host[0] == '[' && length > 2 ? g_strndup (host + 1, length - 2) : g_strdup (host);
  if (fine && length > 0
      && (g_str_equal (scheme, "https") || (g_str_equal (scheme, "http") && ut_fetch_is_loopback (bare))))
    return g_steal_pointer (&host);
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s is not requested: only https, or http to this machine (127.0.0.1)"),
                text);
  return NULL;
}

static struct curl_slist *
list_headers (const Question *question, gboolean resume) {
  const UtRequest *request = question->request;
  g_autofree char *accept = g_strdup_printf ("Accept: %s", request->accept != NULL ? request->accept : "*/*");
  struct curl_slist *headers = curl_slist_append (NULL, accept);
  if (request->body != NULL && !question->by_get) {
    headers = curl_slist_append (headers, "Content-Type: application/json");
    headers = curl_slist_append (headers, "Expect:");
  }
  if (resume) {
    g_autofree char *same = g_strdup_printf ("If-Range: %s", question->reply->validator);
    headers = curl_slist_append (headers, same);
  }
  return headers;
}

static CURLcode
perform (Question *question) {
  CURL *curl = question->transfer->curl;
  UtReply *reply = question->reply;
  gboolean resume = ut_reply_begin (reply);
  g_autofree char *range = resume ? g_strdup_printf ("%u-", reply->body->len) : NULL;
  struct curl_slist *headers = list_headers (question, resume);
  curl_easy_setopt (curl, CURLOPT_URL, question->url);
  if (question->request->body != NULL && !question->by_get)
    curl_easy_setopt (curl, CURLOPT_POSTFIELDS, question->request->body);
  else
    curl_easy_setopt (curl, CURLOPT_HTTPGET, 1L);
  curl_easy_setopt (curl, CURLOPT_RANGE, range);
  curl_easy_setopt (curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt (curl, CURLOPT_HEADERDATA, reply);
  curl_easy_setopt (curl, CURLOPT_WRITEDATA, reply);
  question->transfer->trouble[0] = '\0';
  g_usleep ((gulong) ut_rate_window_book (question->window, g_get_monotonic_time ()));
  CURLcode code = curl_easy_perform (curl);
  curl_easy_setopt (curl, CURLOPT_HTTPHEADER, NULL);
  curl_slist_free_all (headers);
  return code;
}

/* A connection that broke off; one that never was is not tried again. */
static gboolean
broke_off (const UtReply *reply, CURLcode code) {
  static const CURLcode codes[]
      = { CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM };
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    if (code == codes[i])
      return TRUE;
  }
  return reply->misplaced || (code == CURLE_OPERATION_TIMEDOUT && reply->body->len > 0);
}

static Outcome
judge_break (const Question *question, CURLcode code, GError **error) {
  const UtReply *reply = question->reply;
  if (reply->too_large) {
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("%1$s: the answer is larger than %2$d MiB; choose less, or allow more with --max-size"),
                  question->host, (int) (question->transfer->limits.max_bytes >> 20));
    return FAILED;
  }
  const char *trouble = question->transfer->trouble;
  ut_error_set (error, UT_ERROR_IO, "%s: %s", question->host, *trouble != '\0' ? trouble : curl_easy_strerror (code));
  return broke_off (reply, code) ? LATER : FAILED;
}

static Outcome
refuse (const Question *question, GError **error) {
  const UtReply *reply = question->reply;
  long status = reply->status;
  g_autofree char *reason = ut_answer_reason ((const char *) reply->refusal->data, reply->refusal->len);
  const char *colon = reason != NULL ? ": " : "", *words = reason != NULL ? reason : "";
  gboolean later = ut_patience_may_retry (status);
  gint kind = later ? UT_ERROR_IO : UT_ERROR_DEFINITION;
  if (status == 404)
    ut_error_set (error, kind, _ ("%1$s has no such table (404)%2$s%3$s"), question->host, colon, words);
  else if (status == 401 || status == 403)
    ut_error_set (error, kind, _ ("%1$s does not give this out (%2$ld)%3$s%4$s"), question->host, status, colon, words);
  else if (later)
    ut_error_set (error, kind, _ ("%1$s cannot answer now (%2$ld)%3$s%4$s"), question->host, status, colon, words);
  else
    ut_error_set (error, kind, _ ("%1$s refuses the query (%2$ld)%3$s%4$s"), question->host, status, colon, words);
  return later ? LATER : FAILED;
}

/* Follows to the same host only: what answers elsewhere is not the agency. */
static Outcome
redirect (Question *question, GError **error) {
  char *location = NULL;
  curl_easy_getinfo (question->transfer->curl, CURLINFO_REDIRECT_URL, &location);
  if (location == NULL || ++question->n_redirects > MAX_REDIRECTS) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s redirects in circles"), question->host);
    return FAILED;
  }
  g_autofree char *host = find_host (location, error);
  if (host == NULL)
    return FAILED;
  if (g_ascii_strcasecmp (host, question->host) != 0) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%1$s redirects to another host, %2$s; that is not followed"),
                  question->host, host);
    return FAILED;
  }
  question->by_get |= question->reply->status == 303;
  g_free (question->url);
  question->url = g_strdup (location);
  return MOVED;
}

static Outcome
ask_once (Question *question, GError **error) {
  CURLcode code = perform (question);
  long status = question->reply->status;
  if (code != CURLE_OK)
    return judge_break (question, code, error);
  if (status == 200 || status == 206)
    return WHOLE;
  if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)
    return redirect (question, error);
  if (status == 416 && question->reply->resumed) {
    ut_error_set (error, UT_ERROR_IO, _ ("%s cannot give the rest of a download that broke off"), question->host);
    question->reply->misplaced = TRUE;
    return LATER;
  }
  return refuse (question, error);
}

/* FALSE when it is too long to wait, or has been tried enough; `error` then says what was wrong. */
static gboolean
wait_for_next (Question *question, GError **error) {
  const char *retry_after = question->reply->retry_after;
  gint64 wished
      = retry_after != NULL ? ut_patience_read_retry_after (retry_after, g_get_real_time () / G_USEC_PER_SEC) : -1;
  gint64 pause = wished >= 0 ? wished : ut_patience_pause (question->reply->status, question->attempt);
  if (pause > UT_MAX_PAUSE_SECONDS) {
    g_prefix_error (error, _ ("the server asks for a pause of %d s, try again later: "), (int) MIN (pause, G_MAXINT));
    return FALSE;
  }
  if (question->attempt >= UT_MAX_ATTEMPTS) {
    g_prefix_error (error, _ ("given up after %d attempts: "), UT_MAX_ATTEMPTS);
    return FALSE;
  }
  question->attempt++;
  g_usleep ((gulong) pause * G_USEC_PER_SEC);
  return TRUE;
}

static GBytes *
ask_until_answered (Question *question, GError **error) {
  for (;;) {
    g_autoptr (GError) trouble = NULL;
    Outcome outcome = ask_once (question, &trouble);
    if (outcome == WHOLE)
      return g_byte_array_free_to_bytes (g_steal_pointer (&question->reply->body));
    if (outcome == MOVED || (outcome == LATER && wait_for_next (question, &trouble)))
      continue;
    g_propagate_error (error, g_steal_pointer (&trouble));
    return NULL;
  }
}

GBytes *
ut_transfer_ask (UtTransfer *transfer, const UtRequest *request, UtRateWindow *window, GError **error) {
  g_autofree char *host = find_host (request->url, error);
  if (host == NULL)
    return NULL;
  g_autoptr (UtReply) reply = ut_reply_new (transfer->limits.max_bytes);
  Question question = {
    .transfer = transfer,
    .request = request,
    .window = window,
    .reply = reply,
    .url = g_strdup (request->url),
    .host = host,
    .attempt = 1,
  };
  GBytes *answer = ask_until_answered (&question, error);
  g_free (question.url);
  return answer;
}
