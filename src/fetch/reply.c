#include "fetch/reply.h"

#include <string.h>

#include "base/text.h"

/* Enough to hear why. */
#define MAX_REFUSAL 65536

UtReply *
ut_reply_new (guint64 max_bytes) {
  UtReply *reply = g_new0 (UtReply, 1);
  reply->body = g_byte_array_new ();
  reply->refusal = g_byte_array_new ();
  reply->max_bytes = max_bytes;
  return reply;
}

void
ut_reply_free (UtReply *reply) {
  if (reply == NULL)
    return;
  g_clear_pointer (&reply->body, g_byte_array_unref);
  g_byte_array_unref (reply->refusal);
  g_free (reply->validator);
  g_free (reply->retry_after);
  g_free (reply);
}

gboolean
ut_reply_begin (UtReply *reply) {
  reply->resumed = reply->body->len > 0 && reply->takes_ranges && reply->validator != NULL && !reply->misplaced;
  if (!reply->resumed)
    g_byte_array_set_size (reply->body, 0);
  g_byte_array_set_size (reply->refusal, 0);
  g_clear_pointer (&reply->retry_after, g_free);
  reply->status = 0;
  reply->too_large = FALSE;
  reply->misplaced = FALSE;
  reply->range_start = -1;
  return reply->resumed;
}

/* "HTTP/1.1 200 OK". Headers of an interim answer (100) are forgotten with it. */
static void
take_status (UtReply *reply, const char *line) {
  const char *space = strchr (line, ' ');
  reply->status = space != NULL ? (long) g_ascii_strtoll (space + 1, NULL, 10) : 0;
  reply->range_start = -1;
  if (reply->status != 200)
    return;
  /* The whole from the beginning, whatever was requested. */
  g_byte_array_set_size (reply->body, 0);
  g_clear_pointer (&reply->validator, g_free);
  reply->takes_ranges = FALSE;
}

static void
take_field (UtReply *reply, const char *name, const char *value) {
  gboolean whole = reply->status == 200;
  if (g_ascii_strcasecmp (name, "retry-after") == 0) {
    g_free (reply->retry_after);
    reply->retry_after = g_strdup (value);
  } else if (g_ascii_strcasecmp (name, "content-range") == 0 && g_str_has_prefix (value, "bytes ")) {
    reply->range_start = g_ascii_strtoll (value + strlen ("bytes "), NULL, 10);
  } else if (whole && g_ascii_strcasecmp (name, "accept-ranges") == 0) {
    reply->takes_ranges = g_ascii_strcasecmp (value, "bytes") == 0;
  } else if (whole && g_ascii_strcasecmp (name, "etag") == 0 && value[0] == '"') {
    /* A weak tag, W/"…", does not promise the same bytes. */
    g_free (reply->validator);
    reply->validator = g_strdup (value);
  } else if (whole && g_ascii_strcasecmp (name, "last-modified") == 0 && reply->validator == NULL) {
    reply->validator = g_strdup (value);
  }
}

gsize
ut_reply_take_header (char *data, gsize size, gsize n, void *user) {
  UtReply *reply = user;
  g_autofree char *line = g_strndup (data, size * n);
  g_strchomp (line);
  char *colon = strchr (line, ':');
  if (g_str_has_prefix (line, "HTTP/"))
    take_status (reply, line);
  else if (colon != NULL) {
    *colon = '\0';
    g_autofree char *value = ut_text_trim (colon + 1);
    take_field (reply, line, value);
  }
  if (line[0] != '\0' || reply->status != 206)
    return size * n;
  /* The headers are over. */
  reply->misplaced = !reply->resumed || reply->range_start != (gint64) reply->body->len;
  return reply->misplaced ? 0 : size * n;
}

gsize
ut_reply_take_body (char *data, gsize size, gsize n, void *user) {
  UtReply *reply = user;
  gsize length = size * n;
  if (reply->status != 200 && reply->status != 206) {
    gsize room = MAX_REFUSAL - reply->refusal->len;
    g_byte_array_append (reply->refusal, (const guint8 *) data, (guint) MIN (length, room));
    return length;
  }
  reply->too_large = reply->body->len + length > reply->max_bytes;
  if (reply->too_large)
    return 0;
  g_byte_array_append (reply->body, (const guint8 *) data, (guint) length);
  return length;
}
