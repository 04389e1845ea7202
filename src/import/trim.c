#include "import/trim.h"

#include <string.h>

#include "base/text.h"

char *
ut_trim_in_place (char *text) {
  for (gsize blank; (blank = ut_text_blank_length (text)) > 0;)
    text += blank;
  char *end = text + strlen (text);
  while (end > text) {
    char *last = g_utf8_prev_char (end);
    if (ut_text_blank_length (last) == 0)
      break;
    end = last;
  }
  *end = '\0';
  for (char *c = text; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r')
      *c = ' ';
  return text;
}
