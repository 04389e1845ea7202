#include "base/digits.h"

#include <string.h>

int
ut_digits_shortest (double value, char digits[UT_MOST_DIGITS + 1]) {
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  for (int precision = 14; precision < UT_MOST_DIGITS; precision++) {
    char format[8];
    g_snprintf (format, sizeof format, "%%.%de", precision);
    g_ascii_formatd (text, sizeof text, format, value);
    if (g_ascii_strtod (text, NULL) == value)
      break;
  }
  char *exponent = strchr (text, 'e');
  *exponent++ = '\0';
  digits[0] = text[0];
  g_strlcpy (digits + 1, text + 2, UT_MOST_DIGITS);
  for (gsize n = strlen (digits); n > 1 && digits[n - 1] == '0'; n--)
    digits[n - 1] = '\0';
  return (int) g_ascii_strtoll (exponent, NULL, 10);
}
