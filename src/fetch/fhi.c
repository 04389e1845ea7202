/* FHI Statistikk, open API v1: one POST gives the table.
 * https://github.com/folkehelseinstituttet/Fhi.Statistikk.OpenAPI */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "fetch/api.h"
#include <utsyn/error.h>

static gboolean
is_pattern (const char *value) {
  return strchr (value, '*') != NULL;
}

/* "bottom(3)": the number; NULL when the value is something else. FHI has its years from the oldest on, so the newest
 * are at the bottom, and top, which at SSB is the newest, is the oldest here. */
static char *
number_of (const char *word, const char *value) {
  g_autofree char *pattern = g_strdup_printf ("^%s\\(([1-9][0-9]*)\\)$", word);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  return g_regex_match (regex, value, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* Whoever writes top means the newest: to ask for the oldest years would be answered, and nobody would see it. */
static gboolean
check_newest (const UtFetchSource *source, const UtFetchSelection *selection, GError **error) {
  for (char **value = selection->values; *value != NULL; value++) {
    g_autofree char *n = number_of ("top", *value);
    if (n == NULL)
      continue;
    ut_error_set (
        error, UT_ERROR_DEFINITION,
        _ ("%1$s:%2$u: at FHI top(%3$s) is the first in the list, and of years the oldest; for the newest write "
           "%4$s: bottom(%3$s), else name the codes"),
        source->file, selection->line, n, selection->dimension);
    return FALSE;
  }
  return TRUE;
}

/* A dimension takes one of the filters item, all and bottom; NULL when the values are a mixture. */
static const char *
find_filter (const UtFetchSelection *selection) {
  guint n = g_strv_length (selection->values), n_patterns = 0;
  for (guint i = 0; i < n; i++)
    n_patterns += is_pattern (selection->values[i]);
  g_autofree char *bottom = n == 1 ? number_of ("bottom", selection->values[0]) : NULL;
  if (bottom != NULL)
    return "bottom";
  if (n_patterns == n)
    return "all";
  for (guint i = 0; i < n; i++) {
    if (is_pattern (selection->values[i]) || strchr (selection->values[i], '(') != NULL)
      return NULL;
  }
  return "item";
}

static json_t *
describe (const UtFetchSelection *selection, const char *filter) {
  json_t *values = json_array ();
  for (char **value = selection->values; *value != NULL; value++) {
    g_autofree char *bottom = number_of ("bottom", *value);
    json_array_append_new (values, json_string (bottom != NULL ? bottom : *value));
  }
  return json_pack ("{s:s, s:s, s:o}", "code", selection->dimension, "filter", filter, "values", values);
}

static json_t *
describe_all (const UtFetchSource *source, GError **error) {
  json_auto_t *dimensions = json_array ();
  for (guint i = 0; i < source->select->len; i++) {
    const UtFetchSelection *selection = g_ptr_array_index (source->select, i);
    const char *filter = find_filter (selection);
    if (!check_newest (source, selection, error))
      return NULL;
    if (filter == NULL) {
      ut_error_set (
          error, UT_ERROR_DEFINITION,
          _ ("%1$s:%2$u: %3$s mixes kinds of choice; FHI takes a list of codes, patterns with *, or bottom(3) "
             "for the newest"),
          source->file, selection->line, selection->dimension);
      return NULL;
    }
    json_array_append_new (dimensions, describe (selection, filter));
  }
  return json_incref (dimensions);
}

static char *
write_body (const UtFetchSource *source, GError **error) {
  json_t *dimensions = describe_all (source, error);
  if (dimensions == NULL)
    return NULL;
  /* Without maxRowCount there is no limit, and an answer is never cut. */
  json_t *body = json_pack ("{s:o, s:{s:s}}", "dimensions", dimensions, "response", "format", source->format);
  char *text = json_dumps (body, JSON_COMPACT);
  char *copy = g_strdup (text);
  free (text);
  json_decref (body);
  return copy;
}

static gboolean
build (const UtFetchSource *source, const char *host, GBytes *answer, GPtrArray *requests, GError **error) {
  (void) answer;
  char *body = write_body (source, error);
  if (body == NULL)
    return FALSE;
  char *url = g_strdup_printf ("%s/api/open/v1/%s/Table/%s/data", host, source->source, source->table);
  g_ptr_array_add (requests, ut_request_new (url, body, NULL));
  return TRUE;
}

static gboolean
check (const UtFetchSource *source, GBytes *answer, GError **error) {
  return g_str_equal (source->format, "json-stat2") ? ut_answer_check_json_stat (answer, error)
                                                    : ut_answer_check_csv (answer, error);
}

const UtApi ut_api_fhi = {
  .name = "fhi",
  .help = N_ ("FHI Statistikk"),
  .host = "https://statistikk-data.fhi.no",
  .build = build,
  .check = check,
};
