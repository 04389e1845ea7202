#include "import/label/total.h"

#include <string.h>

#include "base/text.h"

#define DIVIDERS " ,.-_():"

static char **
split (const char *text) {
  g_autofree char *folded = ut_text_fold (text);
  return g_strsplit_set (folded, DIVIDERS, -1);
}

static gboolean
is_word_of_total (const char *word) {
  static const char *const words[]
      = { "alle", "alt", "all", "begge", "both", "samla", "samlet", "samtlige", "total", "totalt", "totals", NULL };
  return g_strv_contains (words, word);
}

gboolean
ut_label_names_total (const char *label) {
  g_auto (GStrv) words = split (label);
  for (char **word = words; *word != NULL; word++)
    if (is_word_of_total (*word))
      return TRUE;
  return FALSE;
}

/* Words that say nothing by themselves. */
static gboolean
is_filling (const char *word) {
  static const char *const words[]
      = { "",      "i",     "in",    "of",     "av",    "the", "aldre", "aldrer",   "aldersgrupper", "ages",    "age",
          "alder", "kjønn", "kjonn", "kjoenn", "sexes", "sex", "sum",   "personer", "personar",      "persons", NULL };
  return g_strv_contains (words, word);
}

/* "eierformer" is of the heading "Eierform". */
static gboolean
is_of_heading (char **heading, const char *word) {
  for (; *heading != NULL; heading++) {
    gsize n = MIN (strlen (*heading), strlen (word));
    if (n >= 3 && strncmp (*heading, word, MAX (n - 1, 3)) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
ut_label_is_total (const char *label, const char *heading) {
  g_auto (GStrv) words = split (label), of_heading = split (heading);
  gboolean any = FALSE;
  for (char **word = words; *word != NULL; word++) {
    gboolean total = is_word_of_total (*word);
    if (!total && !is_filling (*word) && !is_of_heading (of_heading, *word))
      return FALSE;
    any = any || total;
  }
  return any;
}
