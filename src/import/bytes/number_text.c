#include "import/bytes/number_text.h"

#include "base/digits.h"

#include <math.h>
#include <string.h>

char *
ut_number_text (double value, UtDecimalMark mark) {
  if (!isfinite (value))
    return g_strdup ("");
  char digits[UT_MOST_DIGITS + 1];
  int first = ut_digits_shortest (fabs (value), digits), n_digits = (int) strlen (digits);
  GString *text = g_string_new (value < 0 ? "-" : NULL);
  for (int i = MIN (first, 0); i < n_digits || i <= first; i++) {
    if (i == first + 1)
      g_string_append_c (text, mark == UT_DECIMAL_COMMA ? ',' : '.');
    g_string_append_c (text, i >= 0 && i < n_digits ? digits[i] : '0');
  }
  return g_string_free (text, FALSE);
}
