#include "import/inspect/suggest_heading.h"

#include "base/text.h"

/* Whole words; those that end in "*" are the beginnings of words. */
typedef const char *const *Words;

static const char *const group_words[]
    = { "kjønn",  "kjonn",     "kjoenn",     "sex",      "gender", "alder",    "age",      "aldersgruppe*",
        "status", "gruppe",    "group",      "kategori", "type",   "trinn",    "årstrinn", "klassetrinn",
        "årsak",  "eierform*", "eigarform*", "ytelse",   "yting",  "diagnose", NULL };
static const char *const part_words[]
    = { "bydel*",        "delbydel*",     "skole",       "skule", "skolenavn", "skulenamn", "barnehage",
        "barnehagenavn", "barnehagenamn", "grunnkrets*", "krets", "school",    "district",  NULL };
static const char *const edition_words[]
    = { "oppdater*", "uttrekk*", "lastet",  "lasta",    "nedlast*",  "endret",    "endra",      "gyldig*", "publi*",
        "hentet",    "henta",    "updated", "modified", "retrieved", "extracted", "downloaded", "valid",   NULL };
static const char *const figure_words[] = { "antall", "antal", "andel",  "del",   "prosent", "personer", "personar",
                                            "verdi",  "value", "number", "count", "share",   "percent",  NULL };
static const char *const measure_words[] = { "statistikkvariabel",
                                             "statistikkvariabler",
                                             "contentscode",
                                             "contents",
                                             "måltall",
                                             "måltal",
                                             "målet*",
                                             "measure*",
                                             "enhet",
                                             "eining",
                                             "variabel",
                                             "variable",
                                             "indikator*",
                                             "indicator*",
                                             "statistikk",
                                             "tallformat",
                                             "tabellvariabel",
                                             "unit",
                                             "betegnelse",
                                             NULL };
static const char *const first_ends[] = { "fra", "frå", "from", "start*", NULL };
static const char *const last_ends[] = { "til", "to", "slutt*", "end", NULL };

static gboolean
is_listed (Words words, const char *word) {
  for (; *words != NULL; words++)
    if (g_pattern_match_simple (*words, word))
      return TRUE;
  return FALSE;
}

/* The words of a heading in small letters. */
static char **
split_words (const char *heading) {
  g_autofree char *folded = ut_text_fold (heading);
  return g_strsplit_set (folded, " .,;:-_/()[]", -1);
}

static gboolean
has_word (char **words, Words list) {
  for (; *words != NULL; words++)
    if (is_listed (list, *words))
      return TRUE;
  return FALSE;
}

UtHeadingKind
ut_heading_kind (const char *heading) {
  g_auto (GStrv) words = split_words (heading);
  if (words[0] != NULL && is_listed (figure_words, words[0]))
    return UT_HEADING_FIGURE;
  if (has_word (words, edition_words))
    return UT_HEADING_EDITION;
  if (has_word (words, measure_words))
    return UT_HEADING_MEASURE;
  if (has_word (words, group_words))
    return UT_HEADING_GROUP;
  return has_word (words, part_words) ? UT_HEADING_PART : UT_HEADING_OTHER;
}

gboolean
ut_heading_are_ends (const char *heading, const char *other) {
  g_auto (GStrv) words = split_words (heading), others = split_words (other);
  return (has_word (words, first_ends) && has_word (others, last_ends))
         || (has_word (words, last_ends) && has_word (others, first_ends));
}
