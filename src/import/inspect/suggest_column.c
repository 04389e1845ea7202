#include "import/inspect/suggest_column.h"

#include <string.h>

#include "base/text.h"
#include "import/label/heading_words.h"

/* Fewer codes of places may be so by chance. */
#define FEW_CODES 3

static gboolean
ends_with_any (const char *word, const char *const *ends) {
  for (; *ends != NULL; ends++)
    if (g_str_has_suffix (word, *ends))
      return TRUE;
  return FALSE;
}

static gboolean
begins_with_any (const char *word, const char *const *beginnings) {
  for (; *beginnings != NULL; beginnings++)
    if (g_str_has_prefix (word, *beginnings))
      return TRUE;
  return FALSE;
}

/* The words of a heading in small letters. */
static char **
split_words (const char *heading) {
  g_autofree char *folded = ut_text_fold (heading);
  char **words = g_strsplit_set (folded, " .,;:-_/()[]", -1);
  guint n = 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      words[n++] = words[i];
    else
      g_free (words[i]);
  words[n] = NULL;
  return words;
}

/* "KommuneID": the folded heading no longer shows where the word ends. */
static gboolean
ends_with_id (const char *heading) {
  gsize n = strlen (heading);
  return n > 2 && heading[n - 2] == 'I' && (heading[n - 1] == 'D' || heading[n - 1] == 'd')
         && !g_ascii_isupper (heading[n - 3]);
}

/* "Org.nr", "Organisasjonsnummer", "Nasjonaltkode", "EnhetNivaa", "bydel_id", "Unnamed: 0" of a table written by a
 * program. */
gboolean
ut_suggest_names_code (const char *heading) {
  static const char *const whole[]
      = { "id", "ids", "nr", "no", "code", "index", "indeks", "rank", "rang", "fid", "guid", "uuid", NULL };
  static const char *const ends[] = { "kode", "koder", "code", "nr", "nummer", "nivaa", "nivå", NULL };
  static const char *const anywhere[] = { "id", "nr", NULL };
  static const char *const last[] = { "kode", "koder", "code", "nummer", NULL };
  static const char *const beginnings[] = { "unnamed: ", "løpenr", "løpenummer", "objectid", NULL };
  g_autofree char *folded = ut_text_fold (heading);
  g_auto (GStrv) words = split_words (heading);
  if (ends_with_id (heading) || begins_with_any (folded, beginnings))
    return TRUE;
  if (words[0] != NULL && words[1] == NULL)
    return g_strv_contains (whole, words[0]) || ends_with_any (words[0], ends);
  /* Of several words only whole ones tell: "Andel mestringsnivå 1" is a figure. */
  for (char **word = words; *word != NULL; word++)
    if (g_strv_contains (anywhere, *word) || (word[1] == NULL && g_strv_contains (last, *word)))
      return TRUE;
  return FALSE;
}

static gboolean
names_coordinate (const char *heading) {
  static const char *const words[]
      = { "lat",     "latitude", "lon",       "lng", "long", "longitude", "breddegrad", "lengdegrad",
          "easting", "northing", "koordinat", "x",   "y",    "utm",       NULL };
  g_auto (GStrv) parts = split_words (heading);
  for (char **part = parts; *part != NULL; part++)
    if (g_strv_contains (words, *part) && (parts[1] == NULL || (strlen (*part) > 1 && strcmp (*part, "long") != 0)))
      return TRUE;
  return FALSE;
}

gboolean
ut_suggest_names_part_of_year (const char *heading) {
  static const char *const words[]
      = { "måned", "månad", "month", "kvartal", "quarter", "halvår", "tertial", "uke", "veke", "week", NULL };
  g_auto (GStrv) parts = split_words (heading);
  return parts[0] != NULL && parts[1] == NULL && begins_with_any (parts[0], words);
}

static gboolean
names_time (const char *heading) {
  static const char *const words[] = { "dato", "date", "dag", "day", NULL };
  g_auto (GStrv) parts = split_words (heading);
  return ut_heading_names_period (heading) || ut_suggest_names_part_of_year (heading)
         || (parts[0] != NULL && parts[1] == NULL && g_strv_contains (words, parts[0]));
}

gboolean
ut_suggest_is_group (const UtInspectColumn *column) {
  static const char *const words[]
      = { "alder",   "aldersgruppe", "aldersgrupper", "age",    "kjønn",       "kjonn",    "kjoenn", "sex",
          "gender",  "trinn",        "årstrinn",      "klasse", "klassetrinn", "grade",    "soes",   "utdann",
          "landbak", "innvkat",      "fodeland",      "flag",   "flagg",       "spvflagg", NULL };
  g_autofree char *folded = ut_text_fold (column->name);
  return g_strv_contains (words, folded);
}

gboolean
ut_suggest_is_count (const UtInspectColumn *column) {
  static const char *const words[] = { "prosent", "percent", "andel", "share",  "rate",  "snitt", "mean",  "median",
                                       "average", "poeng",   "skala", "indeks", "index", "score", "beløp", "inntekt",
                                       "per ",    "pr. ",    "%",     "kroner", "mill",  "kr)",   "(kr",   "smr" };
  g_autofree char *folded = ut_text_fold (column->name);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return FALSE;
  return column->n_figures > 0 && column->n_whole == column->n_figures && column->least >= 0;
}

/* Coordinates come in pairs: "x" alone is a name like another. */
gboolean
ut_suggest_may_be_figure (const UtInspectColumn *column, gboolean alone) {
  const char *heading = column->period != NULL ? column->contents : column->name;
  gboolean codes = column->n_codes >= FEW_CODES && column->n_codes == column->n_figures;
  return !codes && !ut_suggest_is_group (column) && (column->period != NULL || *heading != '\0')
         && !ut_suggest_names_code (heading) && (alone || !names_coordinate (heading)) && !names_time (heading);
}

/* numbered: a column without a heading will do; beside others it is the number of the row */
static const UtInspectColumn *
find_figure (const UtInspectTable *table, gboolean numbered, gboolean *several) {
  const UtInspectColumn *chosen = NULL, *constant = NULL;
  *several = FALSE;
  for (guint i = 0; i < table->columns->len; i++) {
    const UtInspectColumn *column = g_ptr_array_index (table->columns, i);
    if (!ut_suggest_may_be_figure (column, table->columns->len == 1) || ut_heading_is_number (column->name) != numbered)
      continue;
    /* A column that says the same in every row is a year or a number of the table. */
    if (!(column->least < column->greatest))
      constant = constant == NULL && column->n_figures > 0 ? column : constant;
    else if (chosen == NULL)
      chosen = column;
    else
      *several = *several || strcmp (chosen->contents, column->contents) != 0;
  }
  return chosen != NULL ? chosen : constant;
}

const UtInspectColumn *
ut_suggest_figure (const UtInspectTable *table, gboolean *several) {
  const UtInspectColumn *headed = find_figure (table, FALSE, several);
  return headed != NULL ? headed : find_figure (table, TRUE, several);
}

const UtInspectDimension *
ut_suggest_find_role (const UtInspectTable *table, const char *role) {
  for (guint i = 0; i < table->dimensions->len; i++) {
    const UtInspectDimension *dimension = g_ptr_array_index (table->dimensions, i);
    if (strcmp (dimension->role, role) == 0)
      return dimension;
  }
  return NULL;
}
