#include "fetch/record.h"

#include <jansson.h>
#include <stdlib.h>

#include "fetch/api.h"

GDateTime *
ut_record_time (void) {
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = 0;
  GDateTime *time = NULL;
  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    time = g_date_time_new_from_unix_utc (seconds);
  return time != NULL ? time : g_date_time_new_now_utc ();
}

static json_t *
describe_request (const UtRequest *request) {
  json_t *object = json_object ();
  json_object_set_new (object, "method", json_string (request->body != NULL ? "POST" : "GET"));
  json_object_set_new (object, "url", json_string (request->url));
  if (request->body != NULL)
    json_object_set_new (object, "body", json_loads (request->body, 0, NULL));
  return object;
}

static json_t *
describe_file (const UtFetchedFile *file) {
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
  json_t *object = json_object (), *requests = json_array ();
  for (guint i = 0; i < file->requests->len; i++)
    json_array_append_new (requests, describe_request (g_ptr_array_index (file->requests, i)));
  json_object_set_new (object, "file", json_string (file->name));
  json_object_set_new (object, "bytes", json_integer ((json_int_t) g_bytes_get_size (file->bytes)));
  json_object_set_new (object, "sha256", json_string (sum));
  json_object_set_new (object, "requests", requests);
  return object;
}

/* Files somebody brought came from no interface. */
static json_t *
from_whom (const UtDataset *dataset) {
  return dataset->fetch != NULL ? json_string (ut_api_find (dataset->fetch->api)->name) : json_null ();
}

char *
ut_record_write (const UtDataset *dataset, const GPtrArray *files, GDateTime *now) {
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  json_t *root = json_object (), *list = json_array ();
  for (guint i = 0; i < files->len; i++)
    json_array_append_new (list, describe_file (g_ptr_array_index (files, i)));
  json_object_set_new (root, "dataset", json_string (dataset->id));
  json_object_set_new (root, "api", from_whom (dataset));
  json_object_set_new (root, "fetched", json_string (time));
  json_object_set_new (root, "program", json_pack ("{s:s, s:s}", "name", "utsyn", "version", UTSYN_VERSION));
  json_object_set_new (root, "files", list);
  char *text = json_dumps (root, JSON_INDENT (2));
  char *record = g_strconcat (text, "\n", NULL);
  free (text);
  json_decref (root);
  return record;
}
