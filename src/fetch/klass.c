/* Klass, SSB's classifications: codes of a period, or what changed in it.
 * https://data.ssb.no/api/klass/v1/api-guide.html */
#include <string.h>

#include "base/i18n.h"
#include "fetch/api.h"
#include <utsyn/error.h>

static gboolean
build (const UtFetchSource *source, const char *host, GBytes *answer, GPtrArray *requests, GError **error) {
  (void) answer;
  (void) error;
  g_autoptr (GString) url = g_string_new (NULL);
  g_string_printf (url, "%s/api/klass/v1/classifications/%s/%s", host, source->table, source->kind);
  ut_request_add_parameter (url, "from", source->from);
  if (source->to != NULL)
    ut_request_add_parameter (url, "to", source->to);
  /* Latin-1 unless UTF-8 is requested, and then the Sámi names are lost. */
  g_ptr_array_add (requests, ut_request_new (g_strdup (url->str), NULL, "text/csv; charset=UTF-8"));
  return TRUE;
}

/* The first column tells one kind of answer from another; a period without changes is a heading alone. */
static gboolean
check (const UtFetchSource *source, GBytes *answer, GError **error) {
  const char *column = g_str_equal (source->kind, "codes") ? "code" : "oldCode";
  gsize size = 0;
  const char *text = g_bytes_get_data (answer, &size);
  gsize skip = size > 0 && text[0] == '"' ? 1 : 0, length = strlen (column);
  if (size > skip + length && memcmp (text + skip, column, length) == 0 && strchr ("\";,", text[skip + length]) != NULL)
    return TRUE;
  ut_error_set (error, UT_ERROR_DEFINITION, _ ("the answer is no list of '%s'"), source->kind);
  return FALSE;
}

const UtApi ut_api_klass = {
  .name = "klass",
  .help = N_ ("Klass, the classifications of SSB"),
  .host = "https://data.ssb.no",
  .build = build,
  .check = check,
};
