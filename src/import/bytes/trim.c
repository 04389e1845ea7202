#include "import/bytes/trim.h"

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
  char *to = text;
  for (const char *from = text; *from != '\0';) {
    /* Letters and digits are the many. */
    gsize blank = (guchar) *from > ' ' && (guchar) *from < 0x80 ? 0 : ut_text_blank_length (from);
    if (blank > 0) {
      *to++ = ' ';
      from += blank;
    } else {
      *to++ = *from++;
    }
  }
  *to = '\0';
  return text;
}
