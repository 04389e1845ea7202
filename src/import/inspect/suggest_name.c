#include "import/inspect/suggest_name.h"

#include <string.h>

#include "base/text.h"
#include "import/inspect/suggest_period.h"

/* Without the year of this download: next year's file belongs to the same dataset. */
static char *
make_stem (const char *path) {
  g_autofree char *base = g_path_get_basename (path), *valid = g_utf8_make_valid (base, -1);
  char *year;
  GString *stem = g_string_new (valid);
  char *dot = strrchr (stem->str, '.');
  if (dot != NULL && dot != stem->str)
    g_string_truncate (stem, (gsize) (dot - stem->str));
  while ((year = ut_suggest_year_in_name (stem->str)) != NULL) {
    g_string_replace (stem, year, " ", 1);
    g_free (year);
  }
  return g_string_free (stem, FALSE);
}

char *
ut_suggest_id (const char *path) {
  g_autofree char *stem = make_stem (path), *ascii = g_str_to_ascii (stem, "nb");
  GString *id = g_string_new (NULL);
  for (const char *c = ascii; *c != '\0'; c++) {
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append (id, "dataset");
  return g_string_free (id, FALSE);
}

char *
ut_suggest_title (const char *path) {
  g_autofree char *stem = make_stem (path);
  g_strdelimit (stem, "_", ' ');
  g_auto (GStrv) words = g_strsplit_set (stem, " ", -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  for (char **word = words; *word != NULL; word++) {
    gsize n = strlen (*word);
    while (n > 0 && strchr ("-.,", (*word)[n - 1]) != NULL)
      (*word)[--n] = '\0';
    if (n > 0)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", *word);
  }
  if (joined->len == 0)
    return g_path_get_basename (path);
  return ut_text_capital (joined->str);
}

const UtNotation *
ut_suggest_agency (const char *path) {
  g_autofree char *base = g_path_get_basename (path), *folded = g_ascii_strdown (base, -1);
  folded[strspn (folded, "abcdefghijklmnopqrstuvwxyz")] = '\0';
  const UtNotation *notation = ut_notation_find (folded);
  return notation != NULL && notation->source != NULL ? notation : NULL;
}
