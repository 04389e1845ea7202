#include "import/bytes/json.h"

#include <math.h>
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"
#include "base/input.h"
#include "base/reason.h"
#include "base/text.h"
#include "import/bytes/decode.h"
#include "import/bytes/number_text.h"

/* Beyond it, whole numbers are rounded where they are read as real ones: 2^53. */
#define MOST_WHOLE 9007199254740992.0

static const char *
explain (const json_error_t *fault) {
  switch (json_error_code (fault)) {
  case json_error_premature_end_of_input:
    return _ ("the file ends before it is complete");
  case json_error_stack_overflow:
    return _ ("lists and objects stand too deep inside each other");
  case json_error_duplicate_key:
    return _ ("an object has the same key twice");
  case json_error_numeric_overflow:
    return _ ("a number is too large");
  case json_error_null_character:
  case json_error_null_byte_in_key:
    return _ ("a text has a NUL character");
  case json_error_invalid_utf8:
    return _ ("a text is no valid UTF-8");
  case json_error_end_of_input_expected:
    return _ ("something stands after the end");
  default:
    return _ ("this is no JSON");
  }
}

json_t *
ut_json_load (const char *path, const char *shown, UtFileForm *form, GError **error) {
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  g_autoptr (GError) local = NULL;
  if (!ut_input_read (path, &bytes, &n_bytes, &local)) {
    ut_error_set (error, UT_ERROR_IO, "%s: %s", shown, ut_reason_error (local));
    return NULL;
  }
  *form = (UtFileForm){ 0 };
  g_autoptr (GString) text = ut_decode (bytes, n_bytes, &form->encoding);
  g_clear_pointer (&bytes, g_free);
  json_error_t fault;
  json_t *root = json_loadb (text->str, text->len, JSON_REJECT_DUPLICATES, &fault);
  if (root == NULL)
    ut_error_set (error, UT_ERROR_DEFINITION, _ ("%s:%d: %s (column %d)"), shown, MAX (fault.line, 1), explain (&fault),
                  MAX (fault.column, 1));
  return root;
}

static char *
clean_text (const char *text) {
  char *clean = ut_text_trim (text);
  for (char *at = clean; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return clean;
}

char *
ut_json_cell (const json_t *value, UtDecimalMark mark) {
  if (value == NULL)
    return g_strdup ("");
  switch (json_typeof (value)) {
  case JSON_STRING:
    return clean_text (json_string_value (value));
  case JSON_INTEGER:
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
  case JSON_REAL:
    return ut_number_text (json_real_value (value), mark);
  case JSON_TRUE:
    return g_strdup ("true");
  case JSON_FALSE:
    return g_strdup ("false");
  case JSON_NULL:
    return g_strdup ("");
  default:
    return NULL;
  }
}

gboolean
ut_json_whole (const json_t *value, guint64 *number) {
  if (json_is_string (value))
    return g_ascii_string_to_unsigned (json_string_value (value), 10, 0, G_MAXINT64, number, NULL);
  if (json_is_integer (value)) {
    *number = (guint64) json_integer_value (value);
    return json_integer_value (value) >= 0;
  }
  double real = json_real_value (value);
  if (!json_is_real (value) || real < 0 || real > MOST_WHOLE || real != floor (real))
    return FALSE;
  *number = (guint64) real;
  return TRUE;
}

gboolean
ut_json_head_has (const UtFileHead *head, const char *key, const char *value) {
  const char *at = ut_text_skip_blanks (head->text);
  if (*at != '{' && *at != '[')
    return FALSE;
  g_autofree char *quoted_key = g_strdup_printf ("\"%s\"", key);
  g_autofree char *quoted_value = value != NULL ? g_strdup_printf ("\"%s\"", value) : NULL;
  while ((at = strstr (at, quoted_key)) != NULL) {
    at = ut_text_skip_blanks (at + strlen (quoted_key));
    if (*at == ':' && (value == NULL || g_str_has_prefix (ut_text_skip_blanks (at + 1), quoted_value)))
      return TRUE;
  }
  return FALSE;
}
