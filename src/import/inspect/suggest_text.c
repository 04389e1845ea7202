#include "import/inspect/suggest_text.h"

#include "base/text.h"

/* What YAML does not take as it is (YAML 1.1, 5.1). */
static gboolean
is_special (gunichar c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff || (c & 0xfffe) == 0xfffe;
}

char *
ut_suggest_quote (const char *text) {
  GString *quoted = g_string_new ("\"");
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    if (character == '"' || character == '\\')
      g_string_append_c (quoted, '\\');
    if (is_special (character))
      g_string_append_printf (quoted, "\\U%08x", character);
    else
      g_string_append_unichar (quoted, character);
  }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

void
ut_suggest_comment (GString *yaml, const char *indent, const char *text) {
  g_autofree char *line = ut_text_clean (text, UT_TEXT_MESSAGE);
  g_string_append_printf (yaml, "%s# %s\n", indent, line);
}
