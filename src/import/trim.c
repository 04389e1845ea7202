#include "import/trim.h"

#include <string.h>

static gboolean
is_padding (const char *at) {
  guchar c = (guchar) *at;
  if (c < 0x80)
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  gunichar wide = g_utf8_get_char (at);
  return g_unichar_isspace (wide) || wide == 0x00a0 || wide == 0x202f || wide == 0xfeff || wide == 0x200b;
}

char *
ut_trim_in_place (char *text) {
  while (*text != '\0' && is_padding (text))
    text = g_utf8_next_char (text);
  char *end = text + strlen (text);
  while (end > text) {
    char *last = g_utf8_prev_char (end);
    if (!is_padding (last))
      break;
    end = last;
  }
  *end = '\0';
  for (char *c = text; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r')
      *c = ' ';
  return text;
}
