/* An answer while it comes in: status, the headers that matter, the bytes so far. */
#ifndef UT_FETCH_REPLY_H
#define UT_FETCH_REPLY_H

#include <glib.h>

typedef struct {
  long status;         /* of the last answer; 0: none yet */
  GByteArray *body;    /* of a 200 or 206, kept from attempt to attempt while it can be resumed */
  GByteArray *refusal; /* the beginning of any other answer */
  guint64 max_bytes;
  gboolean too_large;
  gboolean misplaced;    /* a piece that does not begin where the body ends */
  gboolean resumed;      /* this attempt requests the rest of the body */
  char *validator;       /* ETag or Last-Modified of `body` */
  gint64 range_start;    /* of a 206; -1: not given */
  char *retry_after;     /* NULL: not given */
  gboolean takes_ranges; /* Accept-Ranges: bytes */
} UtReply;

UtReply *ut_reply_new (guint64 max_bytes);
void ut_reply_free (UtReply *reply);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtReply, ut_reply_free)

/* Before an attempt: forgets everything but a body that can be resumed. TRUE when the attempt is to ask for the rest.
 */
gboolean ut_reply_begin (UtReply *reply);

/* For libcurl's header and write callbacks; `reply` is their user data. */
gsize ut_reply_take_header (char *data, gsize size, gsize n, void *reply);
gsize ut_reply_take_body (char *data, gsize size, gsize n, void *reply);

#endif
