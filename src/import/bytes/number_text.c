#include "import/bytes/number_text.h"

#include <math.h>
#include <string.h>

#define SHORTEST_DIGITS 17

/* The digits alone, without zeros at the end; the power of ten of the first. */
static int
find_digits (double value, char digits[SHORTEST_DIGITS + 1]) {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  for (int precision = 14; precision < SHORTEST_DIGITS; precision++) {
    char format[8];
    g_snprintf (format, sizeof format, "%%.%de", precision);
    g_ascii_formatd (text, sizeof text, format, value);
    if (g_ascii_strtod (text, NULL) == value)
      break;
  }
  char *exponent = strchr (text, 'e');
  *exponent++ = '\0';
  digits[0] = text[0];
  g_strlcpy (digits + 1, text + 2, SHORTEST_DIGITS);
  for (gsize n = strlen (digits); n > 1 && digits[n - 1] == '0'; n--)
    digits[n - 1] = '\0';
  return (int) g_ascii_strtoll (exponent, NULL, 10);
}

char *
ut_number_text (double value, UtDecimalMark mark) {
  if (!isfinite (value))
    return g_strdup ("");
  char digits[SHORTEST_DIGITS + 1];
  int first = find_digits (fabs (value), digits), n_digits = (int) strlen (digits);
  GString *text = g_string_new (value < 0 ? "-" : NULL);
  for (int i = MIN (first, 0); i < n_digits || i <= first; i++) {
    if (i == first + 1)
      g_string_append_c (text, mark == UT_DECIMAL_COMMA ? ',' : '.');
    g_string_append_c (text, i >= 0 && i < n_digits ? digits[i] : '0');
  }
  return g_string_free (text, FALSE);
}
