/* What a server said: figures, or why not. */
#include <jansson.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "fetch/api.h"
#include <utsyn/error.h>

#define MAX_REASON 300

gboolean
ut_answer_check_csv (GBytes *answer, GError **error) {
  gsize size = 0;
  const char *text = g_bytes_get_data (answer, &size);
  const char *first = text;
  while (first < text + size && g_ascii_isspace (*first))
    first++;
  const char *line_end = first < text + size ? memchr (first, '\n', (gsize) (text + size - first)) : NULL;
  if (first == text + size)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the answer is empty"));
  else if (*first == '<' || *first == '{')
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the answer is no table, it begins with '%c'"), *first);
  else if (line_end == NULL)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the answer is a single line; a table was requested"));
  else
    return TRUE;
  return FALSE;
}

/* TRUE and the product of the sizes; FALSE when they are no sizes. */
static gboolean
count_cells (const json_t *sizes, guint64 *n_cells) {
  *n_cells = 1;
  for (gsize i = 0; i < json_array_size (sizes); i++) {
    json_int_t size = json_integer_value (json_array_get (sizes, i));
    if (size <= 0 || *n_cells > G_MAXUINT32)
      return FALSE;
    *n_cells *= (guint64) size;
  }
  return json_array_size (sizes) > 0;
}

gboolean
ut_answer_check_json_stat (GBytes *answer, GError **error) {
  gsize size = 0;
  const char *text = g_bytes_get_data (answer, &size);
  json_error_t trouble;
  json_t *root = json_loadb (text, size, 0, &trouble);
  if (root == NULL) {
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the answer is no JSON: line %1$d: %2$s"), trouble.line, trouble.text);
    return FALSE;
  }
  guint64 n_cells = 0;
  const json_t *value = json_object_get (root, "value");
  gboolean sized = count_cells (json_object_get (root, "size"), &n_cells);
  gsize n_values = json_array_size (value);
  gboolean sparse = json_is_object (value);
  json_decref (root);
  if (sized && (sparse || n_values == n_cells))
    return TRUE;
  if (!sized)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the answer is no JSON-stat dataset"));
  else
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("the answer has %1$zu values where its sizes say %2$zu"), n_values,
                  (gsize) n_cells);
  return FALSE;
}

/* As a person reads it: valid UTF-8, one line, not a whole page. */
static char *
tidy (const char *text) {
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  for (char *at = valid; *at != '\0'; at++) {
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  }
  g_autofree char *trimmed = ut_text_trim (valid);
  return g_utf8_strlen (trimmed, -1) > MAX_REASON ? g_utf8_substring (trimmed, 0, MAX_REASON)
                                                  : g_steal_pointer (&trimmed);
}

/* SSB gives title, FHI status or detail, Udir melding, Klass message. */
char *
ut_answer_reason (const char *text, gsize size) {
  static const char *const keys[] = { "title", "melding", "message", "detail", "status", "error" };
  json_t *root = json_loadb (text, size, 0, NULL);
  char *reason = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (keys) && reason == NULL; i++) {
    const char *found = json_string_value (json_object_get (root, keys[i]));
    if (found != NULL && *found != '\0')
      reason = tidy (found);
  }
  json_decref (root);
  return reason;
}
