/* Udir's statistics bank, Eksport v2: the number of pages first, then the pages, put together as one list. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "fetch/api.h"
#include <utsyn/error.h>

#define MAX_PAGES 5000

static char *
write_url (const UtFetchSource *source, const char *host, const char *what, guint page) {
  g_autoptr (GString) url = g_string_new (NULL);
  g_string_printf (url, "%s/api/rest/v2/Eksport/%s/%s", host, source->table, what);
  ut_request_add_parameter (url, "filter", source->filter);
  ut_request_add_parameter (url, "format", "0");
  if (page > 0) {
    g_autofree char *number = g_strdup_printf ("%u", page);
    ut_request_add_parameter (url, "sideNummer", number);
  }
  return g_strdup (url->str);
}

static UtRequest *
ask (const UtFetchSource *source, const char *host) {
  return ut_request_new (write_url (source, host, "sideData", 0), NULL, "application/json");
}

/* [{"JSONSider": 3, …}], or the object alone; 0 pages: no rows match the filter. */
static gboolean
read_pages (GBytes *answer, guint *n_pages, GError **error) {
  gsize size = 0;
  const char *text = g_bytes_get_data (answer, &size);
  json_t *root = json_loadb (text, size, 0, NULL);
  const json_t *object = json_is_array (root) ? json_array_get (root, 0) : root;
  const json_t *pages = json_object_get (object, "JSONSider");
  gboolean empty = json_is_array (root) && json_array_size (root) == 0;
  json_int_t n = json_is_integer (pages) ? json_integer_value (pages) : empty ? 0 : -1;
  json_decref (root);
  *n_pages = (guint) CLAMP (n, 0, MAX_PAGES);
  if (n > 0 && n <= MAX_PAGES)
    return TRUE;
  if (n == 0)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("no rows match the filter"));
  else
    ut_error_set (error, UT_ERROR_DEFINITION,
                  _ ("the number of pages (JSONSider) is missing or no number up to "
                     "%d"),
                  MAX_PAGES);
  return FALSE;
}

static gboolean
build (const UtFetchSource *source, const char *host, GBytes *answer, GPtrArray *requests, GError **error) {
  guint n_pages = 1;
  if (answer != NULL && !read_pages (answer, &n_pages, error))
    return FALSE;
  for (guint page = 1; page <= n_pages; page++)
    g_ptr_array_add (requests, ut_request_new (write_url (source, host, "data", page), NULL, "application/json"));
  return TRUE;
}

/* A list of rows; one version of the server wraps it as {"data": […]}. New reference; NULL with an error. */
static json_t *
load_rows (GBytes *answer, GError **error) {
  gsize size = 0;
  const char *text = g_bytes_get_data (answer, &size);
  json_error_t trouble;
  json_t *root = json_loadb (text, size, 0, &trouble);
  json_t *rows = json_is_array (root) ? root : json_object_get (root, "data");
  if (json_is_array (rows)) {
    json_incref (rows);
    json_decref (root);
    return rows;
  }
  if (root == NULL)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the answer is no JSON: line %1$d: %2$s"), trouble.line, trouble.text);
  else
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the answer is no list of rows"));
  json_decref (root);
  return NULL;
}

static gboolean
check (const UtFetchSource *source, GBytes *answer, GError **error) {
  (void) source;
  json_t *rows = load_rows (answer, error);
  json_decref (rows);
  return rows != NULL;
}

/* A row a line, so that a person can read the file and compare two vintages. */
static void
append_rows (GString *out, const json_t *rows) {
  for (gsize i = 0; i < json_array_size (rows); i++) {
    char *row = json_dumps (json_array_get (rows, i), JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION (15));
    g_string_append (out, out->len > 2 ? ",\n" : "");
    g_string_append (out, row);
    free (row);
  }
}

static GBytes *
merge (GPtrArray *answers, GError **error) {
  g_autoptr (GString) out = g_string_new ("[\n");
  for (guint i = 0; i < answers->len; i++) {
    json_t *rows = load_rows (g_ptr_array_index (answers, i), error);
    if (rows == NULL)
      return NULL;
    append_rows (out, rows);
    json_decref (rows);
  }
  g_string_append (out, "\n]\n");
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

const UtApi ut_api_udir = {
  .name = "udir",
  .help = N_ ("Udir's statistics bank"),
  .host = "https://api.statistikkbanken.udir.no",
  .ask = ask,
  .decides = N_ ("how many pages there are"),
  .build = build,
  .check = check,
  .merge = merge,
};
