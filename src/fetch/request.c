#include "fetch/request.h"

#include <string.h>

UtRequest *
ut_request_new (char *url, char *body, const char *accept) {
  UtRequest *request = g_new0 (UtRequest, 1);
  request->url = url;
  request->body = body;
  request->accept = accept;
  return request;
}

void
ut_request_free (UtRequest *request) {
  if (request == NULL)
    return;
  g_free (request->url);
  g_free (request->body);
  g_free (request);
}

static void
free_request (gpointer request) {
  ut_request_free (request);
}

GPtrArray *
ut_requests_new (void) {
  return g_ptr_array_new_with_free_func (free_request);
}

void
ut_request_add_parameter (GString *url, const char *key, const char *value) {
  g_autofree char *escaped_key = g_uri_escape_string (key, NULL, FALSE);
  g_autofree char *escaped = g_uri_escape_string (value, "*,()", FALSE);
  g_string_append_printf (url, "%c%s=%s", strchr (url->str, '?') != NULL ? '&' : '?', escaped_key, escaped);
}
