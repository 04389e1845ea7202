/* SSB Statistikkbanken, PxWebApi v2: the table's metadata first, for it says how many cells a query has.
 * https://www.ssb.no/api/pxwebapiv2 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "fetch/api.h"
#include "fetch/ssb_table.h"
#include <utsyn/error.h>

#define MAX_CELLS 800000
/* The server answers 404 to a URL of some 2100 characters. */
#define MAX_URL  2000
#define CONTENTS "ContentsCode"

static void
add_codelists (const UtFetchSource *source, GString *url) {
  for (guint i = 0; i < source->select->len; i++) {
    const UtFetchSelection *selection = g_ptr_array_index (source->select, i);
    g_autofree char *key = g_strdup_printf ("codelist[%s]", selection->dimension);
    if (selection->codelist != NULL)
      ut_request_add_parameter (url, key, selection->codelist);
  }
}

static GString *
open_url (const UtFetchSource *source, const char *host, const char *what) {
  GString *url = g_string_new (NULL);
  g_string_printf (url, "%s/api/pxwebapi/v2/tables/%s/%s?lang=no", host, source->table, what);
  return url;
}

/* With a code list the values are those of the list. */
static UtRequest *
ask (const UtFetchSource *source, const char *host) {
  g_autoptr (GString) url = open_url (source, host, "metadata");
  add_codelists (source, url);
  return ut_request_new (g_strdup (url->str), NULL, "application/json");
}

static gboolean
is_contents (const UtFetchSelection *selection) {
  return g_ascii_strcasecmp (selection->dimension, CONTENTS) == 0;
}

/* Everything downwards but the statistics variable: a line a place and year, a column a figure. */
static char *
list_stub (const UtFetchSource *source) {
  g_autoptr (GString) stub = g_string_new (NULL);
  for (guint i = 0; i < source->select->len; i++) {
    const UtFetchSelection *selection = g_ptr_array_index (source->select, i);
    if (!is_contents (selection))
      g_string_append_printf (stub, "%s%s", stub->len > 0 ? "," : "", selection->dimension);
  }
  return g_strdup (stub->str);
}

static void
add_format (const UtFetchSource *source, GString *url) {
  ut_request_add_parameter (url, "outputFormat", source->format);
  if (g_str_equal (source->format, "csv"))
    ut_request_add_parameter (url, "outputFormatParams", "SeparatorSemicolon,UseCodesAndTexts");
}

/* Codes of a dimension in one part, as GET writes them: an expression with a comma goes in brackets. */
static char *
join_values (char **values) {
  g_autoptr (GString) list = g_string_new (NULL);
  for (char **value = values; *value != NULL; value++) {
    gboolean bracketed = strchr (*value, ',') != NULL;
    g_string_append_printf (list, "%s%s%s%s", list->len > 0 ? "," : "", bracketed ? "[" : "", *value,
                            bracketed ? "]" : "");
  }
  return g_strdup (list->str);
}

static char *
write_get (const UtFetchSource *source, const char *host, char ***values) {
  g_autoptr (GString) url = open_url (source, host, "data");
  for (guint i = 0; i < source->select->len; i++) {
    const UtFetchSelection *selection = g_ptr_array_index (source->select, i);
    g_autofree char *key = g_strdup_printf ("valueCodes[%s]", selection->dimension);
    g_autofree char *list = join_values (values[i]);
    ut_request_add_parameter (url, key, list);
  }
  add_codelists (source, url);
  if (g_str_equal (source->format, "csv")) {
    g_autofree char *stub = list_stub (source);
    ut_request_add_parameter (url, "stub", stub);
    ut_request_add_parameter (url, "heading", CONTENTS);
  }
  add_format (source, url);
  return g_strdup (url->str);
}

static json_t *
describe_selection (const UtFetchSelection *selection, char **values) {
  json_t *object = json_object (), *codes = json_array ();
  json_object_set_new (object, "variableCode", json_string (selection->dimension));
  if (selection->codelist != NULL)
    json_object_set_new (object, "codelist", json_string (selection->codelist));
  for (char **value = values; *value != NULL; value++)
    json_array_append_new (codes, json_string (*value));
  json_object_set_new (object, "valueCodes", codes);
  return object;
}

static json_t *
describe_placement (const UtFetchSource *source) {
  json_t *stub = json_array ();
  for (guint i = 0; i < source->select->len; i++) {
    const UtFetchSelection *selection = g_ptr_array_index (source->select, i);
    if (!is_contents (selection))
      json_array_append_new (stub, json_string (selection->dimension));
  }
  return json_pack ("{s:[s], s:o}", "heading", CONTENTS, "stub", stub);
}

static UtRequest *
write_post (const UtFetchSource *source, const char *host, char ***values) {
  g_autoptr (GString) url = open_url (source, host, "data");
  add_format (source, url);
  json_t *body = json_object (), *selections = json_array ();
  for (guint i = 0; i < source->select->len; i++)
    json_array_append_new (selections, describe_selection (g_ptr_array_index (source->select, i), values[i]));
  json_object_set_new (body, "selection", selections);
  if (g_str_equal (source->format, "csv"))
    json_object_set_new (body, "placement", describe_placement (source));
  char *text = json_dumps (body, JSON_COMPACT);
  UtRequest *request = ut_request_new (g_strdup (url->str), g_strdup (text), NULL);
  free (text);
  json_decref (body);
  return request;
}

/* `values` has a list for each selection. */
static void
add_request (const UtFetchSource *source, const char *host, char ***values, GPtrArray *requests) {
  g_autofree char *url = write_get (source, host, values);
  g_ptr_array_add (requests, strlen (url) <= MAX_URL ? ut_request_new (g_steal_pointer (&url), NULL, NULL)
                                                     : write_post (source, host, values));
}

/* The codes of a part for one selection; NULL where the selection stands as it was written. */
static char **
codes_of (const GPtrArray *dimensions, const GPtrArray *part, const UtFetchSelection *selection) {
  for (guint i = 0; i < dimensions->len; i++) {
    const GPtrArray *codes = g_ptr_array_index (part, i);
    if (((UtSsbDimension *) g_ptr_array_index (dimensions, i))->selection != selection || codes == NULL)
      continue;
    char **list = g_new0 (char *, codes->len + 1);
    for (guint k = 0; k < codes->len; k++)
      list[k] = g_ptr_array_index (codes, k);
    return list;
  }
  return NULL;
}

static void
add_part (const UtFetchSource *source, const char *host, const GPtrArray *dimensions, const GPtrArray *part,
          GPtrArray *requests) {
  g_autofree char ***values = g_new0 (char **, source->select->len);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < source->select->len; i++) {
    const UtFetchSelection *selection = g_ptr_array_index (source->select, i);
    char **codes = dimensions != NULL ? codes_of (dimensions, part, selection) : NULL;
    values[i] = codes != NULL ? codes : selection->values;
    if (codes != NULL)
      g_ptr_array_add (lists, codes);
  }
  add_request (source, host, values, requests);
}

static gboolean
build (const UtFetchSource *source, const char *host, GBytes *answer, GPtrArray *requests, GError **error) {
  if (answer == NULL) {
    add_part (source, host, NULL, NULL, requests);
    return TRUE;
  }
  g_autoptr (GPtrArray) dimensions = ut_ssb_table_read (answer, source, error);
  g_autoptr (GPtrArray) parts = dimensions != NULL ? ut_ssb_split (dimensions, MAX_CELLS, error) : NULL;
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    add_part (source, host, dimensions, g_ptr_array_index (parts, i), requests);
  return parts != NULL;
}

static gboolean
check (const UtFetchSource *source, GBytes *answer, GError **error) {
  return g_str_equal (source->format, "csv") ? ut_answer_check_csv (answer, error)
                                             : ut_answer_check_json_stat (answer, error);
}

const UtApi ut_api_ssb = {
  .name = "ssb",
  .help = N_ ("SSB Statistikkbanken"),
  .host = "https://data.ssb.no",
  .calls_per_minute = 30,
  .ask = ask,
  .decides = N_ ("whether the query must be split (more than 800 000 cells)"),
  .build = build,
  .check = check,
};
