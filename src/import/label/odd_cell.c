#include "import/label/odd_cell.h"

#include <string.h>
#include <utsyn/number.h>

#include "base/text.h"

static gboolean
is_word (const char *text) {
  static const char *const words[]
      = { "nan", "na", "n/a", "<na>", "null", "none", "nil", "inf", "+inf", "-inf", "infinity", "-infinity" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* In capitals, in the language of the program: #DIV/0!, #NAVN?, #I/T, #DELTPÅ0!. */
static gboolean
is_error (const char *text) {
  if (*text != '#' || !g_unichar_isupper (g_utf8_get_char (text + 1)))
    return FALSE;
  for (const char *at = text + 1; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    gboolean last = *g_utf8_next_char (at) == '\0';
    if (!g_unichar_isupper (c) && c != '/' && c != '0' && c != '_' && !(last && (c == '!' || c == '?')))
      return FALSE;
  }
  return TRUE;
}

/* What comes before a number that is not quite told; NULL when nothing such does. */
static const char *
skip_bound (const char *text) {
  static const char *const marks[] = { "<=", ">=", "<", ">", "≤", "≥", "~", "≈", "ca. ", "ca.", "ca ", "cirka " };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strncasecmp (text, marks[i], strlen (marks[i])) == 0)
      return ut_text_skip_blanks (text + strlen (marks[i]));
  return NULL;
}

static gsize
superscript_length (const char *at) {
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
    if (g_str_has_prefix (at, digits[i]))
      return strlen (digits[i]);
  return 0;
}

/* Nothing but marks of notes: stars, daggers, small digits, or "1)". */
static gboolean
are_notes (const char *at) {
  at = ut_text_skip_blanks (at);
  if ((g_ascii_isdigit (*at) || g_ascii_islower (*at)) && strcmp (at + 1, ")") == 0)
    return TRUE;
  const char *first = at;
  gsize length;
  while ((length = *at == '*' ? 1 : g_str_has_prefix (at, "†") ? strlen ("†") : superscript_length (at)) > 0)
    at += length;
  return at > first && *at == '\0';
}

/* A number with a note behind it. */
static gboolean
is_noted (const char *text) {
  gsize length = strspn (text, "-0123456789., ");
  if (!g_ascii_isdigit (text[*text == '-']))
    return FALSE;
  /* In "12 1)" the note has a digit of its own. */
  const char *closing = strchr (text, ')');
  if (closing != NULL && closing - text >= 3 && closing[1] == '\0' && closing[-2] == ' ')
    length = (gsize) (closing - text) - 1;
  g_autofree char *number = g_strndup (text, length);
  return ut_number_is_written (g_strchomp (number)) && are_notes (text + length);
}

gboolean
ut_odd_cell_is (const char *text) {
  if (g_ascii_isdigit (*text) || *text == '-')
    return is_noted (text) || is_word (text);
  const char *number = skip_bound (text);
  return (number != NULL && ut_number_is_written (number)) || is_word (text) || is_error (text);
}

gboolean
ut_odd_cell_is_span (const char *text) {
  gsize n = strspn (text, "0123456789");
  const char *at = ut_text_skip_blanks (text + n);
  gsize dash = *at == '-' ? 1 : g_str_has_prefix (at, "–") ? strlen ("–") : 0;
  const char *last = ut_text_skip_blanks (at + dash);
  return n > 0 && dash > 0 && g_ascii_isdigit (*last) && last[strspn (last, "0123456789")] == '\0';
}
