/* One question to a server. */
#ifndef UT_FETCH_REQUEST_H
#define UT_FETCH_REQUEST_H

#include <glib.h>

typedef struct {
  char *url;
  char *body;         /* JSON to POST; NULL: GET */
  const char *accept; /* media type; NULL: any */
} UtRequest;

UtRequest *ut_request_new (char *url, char *body, const char *accept);
void ut_request_free (UtRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtRequest, ut_request_free)
/* An array that owns its requests. */
GPtrArray *ut_requests_new (void);

/* Appends "key=value" to a URL, with ? or & before it and the value escaped. */
void ut_request_add_parameter (GString *url, const char *key, const char *value);

#endif
