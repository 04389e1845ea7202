#include "import/cell.h"

#include <math.h>
#include <string.h>

static gint8
count_decimals (const char *text, UtDecimalMark mark) {
  const char *at = strchr (text, mark == UT_DECIMAL_COMMA ? ',' : '.');
  return at == NULL ? 0 : (gint8) MIN (strspn (at + 1, "0123456789"), 100);
}

gboolean
ut_cell_read (const char *text, const UtImporter *importer, UtDecimalMark mark, UtTerm *term) {
  gboolean zero = FALSE;
  UtStatus status = UT_STATUS_OK;
  *term = (UtTerm){ .value = NAN, .status = UT_STATUS_OK };
  if (ut_number_parse (text, mark, &term->value)) {
    term->decimals = count_decimals (text, mark);
    return TRUE;
  }
  term->value = NAN;
  if (!importer->sign (text, &status, &zero))
    return FALSE;
  term->status = (guint8) status;
  if (zero)
    term->value = 0;
  return TRUE;
}

void
ut_term_to_percent (UtTerm *term) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  if (isnan (term->value))
    return;
  g_ascii_formatd (digits, sizeof digits, "%.12g", term->value * 100);
  term->value = g_ascii_strtod (digits, NULL);
  term->decimals = (gint8) (term->decimals - 2);
}

gboolean
ut_quality_read (const char *word, guint8 *quality) {
  static const struct {
    const char *word;
    guint8 flag;
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
