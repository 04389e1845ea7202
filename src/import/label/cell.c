#include "import/label/cell.h"

#include <math.h>
#include <string.h>

gint8
ut_cell_count_decimals (const char *text, UtDecimalMark mark) {
  const char *at = strchr (text, mark == UT_DECIMAL_COMMA ? ',' : '.'), *exponent = strpbrk (text, "eE");
  gint64 n = at == NULL ? 0 : (gint64) strspn (at + 1, "0123456789");
  if (exponent != NULL)
    n -= g_ascii_strtoll (exponent + 1, NULL, 10);
  return (gint8) CLAMP (n, 0, 100);
}

/* Digits with at most one mark, as nearly every cell is. A whole number below 2^53 over a power of ten that a double
 * holds exactly is the nearest double, so this agrees with the general reading to the last bit. */
static gboolean
read_plain (const char *text, char mark, UtCellFigure *figure) {
  static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gboolean negative = *text == '-';
  const char *c = text + negative, *first = c;
  guint64 number = 0;
  guint decimals = 0;
  for (; g_ascii_isdigit (*c); c++)
    number = number * 10 + (guint64) (*c - '0');
  gsize n_digits = (gsize) (c - first);
  if (n_digits == 0 || n_digits > 15)
    return FALSE;
  if (*c == mark) {
    for (c++; g_ascii_isdigit (*c) && n_digits < 16; c++, decimals++, n_digits++)
      number = number * 10 + (guint64) (*c - '0');
    if (decimals == 0 || n_digits > 15)
      return FALSE;
  }
  if (*c != '\0')
    return FALSE;
  double value = decimals == 0 ? (double) number : (double) number / powers[decimals];
  figure->value = negative && number != 0 ? -value : value;
  figure->decimals = (gint8) decimals;
  return TRUE;
}

gboolean
ut_cell_read (const char *text, const UtNotation *notation, UtDecimalMark mark, UtCellFigure *figure) {
  *figure = (UtCellFigure){ .status = UT_STATUS_OK };
  if (read_plain (text, mark == UT_DECIMAL_COMMA ? ',' : '.', figure))
    return TRUE;
  if (ut_number_parse (text, mark, &figure->value)) {
    figure->decimals = ut_cell_count_decimals (text, mark);
    /* Zero has no sign. */
    if (figure->value == 0)
      figure->value = 0;
    return TRUE;
  }
  figure->value = NAN;
  if (!ut_notation_sign (notation, text, &figure->status))
    return FALSE;
  if (figure->status == UT_STATUS_OK)
    figure->value = 0;
  return TRUE;
}

gboolean
ut_quality_read (const char *word, guint16 *quality) {
  static const struct {
    const char *word;
    guint16 flag;
  } words[] = { { "", 0 },
                { "ok", 0 },
                { "estimate", UT_QUALITY_ESTIMATE },
                { "split_estimate", UT_QUALITY_ESTIMATE },
                { "preliminary", UT_QUALITY_PRELIMINARY },
                { "approximate", UT_QUALITY_APPROXIMATE },
                { "break", UT_QUALITY_BREAK },
                { "at_limit", UT_QUALITY_AT_LIMIT } };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i].word) == 0) {
      *quality |= words[i].flag;
      return TRUE;
    }
  return FALSE;
}

gboolean
ut_cell_is_figure (const char *text) {
  UtStatus status;
  return *text != '\0' && (ut_number_is_written (text) || ut_notation_sign (&ut_notation_general, text, &status));
}
