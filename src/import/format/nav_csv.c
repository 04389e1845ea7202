/* `nav-csv`: tables of the Labour and Welfare Administration: places as "0101 Halden" in a column for each level, codes
 * of chapters, and now and then a line of title or footnote among the rows. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "import/format/formats.h"
#include "import/format/nav_rows.h"
#include "import/shape/grid.h"
#include "import/shape/headings.h"

/* From the lowest level up. */
static const char *const place_headings[]
    = { "kommune_nr_navn", "Kommune", "Kommunenavn", "Bosted", "fylke_nr_navn", "Fylke", "Fylkesnavn", "Region", NULL };
/* Words that hardly anybody else has in a heading; the longer ones go for text too. */
static const char *const nav_words[]
    = { "stønad",           "stoenad",      "ytelse",        "kapittel",       "dagpenge",
        "sykepenge",        "arbeidsledig", "arbeidssøk",    "arbeidsstyrken", "nedsatt arbeidsevne",
        "arbeidsavklaring", "uføretrygd",   "alderspensjon", "tiltakspenge" };
static const char *const foreign_headings[]
    = { "statistikkvariabel", "contentscode", "contents", "geo",       "enhetnivaa",
        "variabel",           "measure_type", "måltall",  "loc_value", NULL };

/* "I alt" is the sum of what the level above names: "03 Oslo i alt" is Oslo, "I alt 03 Oslo" too. */
static char *
without_total (const char *cell) {
  static const char total[] = "i alt";
  g_autofree char *name = g_strdup (cell);
  gsize n = strlen (name), length = strlen (total);
  if (n >= length && g_ascii_strcasecmp (name + n - length, total) == 0 && (n == length || name[n - length - 1] == ' '))
    name[n - length] = '\0';
  gboolean begins = g_ascii_strncasecmp (name, total, length) == 0 && name[length] == ' ';
  return g_strstrip (g_strdup (begins ? name + length : name));
}

static void
derive_place (const char *const *labels, const int *columns, char *text, gsize n_bytes) {
  gboolean total = FALSE;
  *text = '\0';
  for (guint i = 0; place_headings[i] != NULL; i++) {
    const char *cell = columns[i] >= 0 ? labels[columns[i]] : NULL;
    if (cell == NULL || *cell == '\0')
      continue;
    g_autofree char *name = without_total (cell);
    total = total || *name == '\0';
    if (*name == '\0')
      continue;
    g_strlcpy (text, name, n_bytes);
    return;
  }
  if (total)
    g_strlcpy (text, "Hele landet", n_bytes);
}

/* Numbers that name something, or are a date such as 24102018. */
static gboolean
names_code (const char *heading) {
  static const char *const parts[] = { "kapittel", "kode", "dato", "nummer", "_nr", "nr_", "postnr", "orgnr", "_id" };
  g_autofree char *folded = ut_text_fold (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (folded, parts[i]) != NULL)
      return TRUE;
  return g_str_has_suffix (folded, " nr") || strcmp (folded, "nr") == 0 || strcmp (folded, "alder") == 0
         || strcmp (folded, "uke") == 0;
}

static void
decide (UtGridColumn *columns, guint n_columns) {
  for (guint i = 0; i < n_columns; i++) {
    UtGridColumn *column = &columns[i];
    column->is_value = ut_grid_is_numeric (column) && !column->is_label && !column->names_region
                       && !column->names_period && !names_code (column->heading);
  }
}

static gboolean
is_heading_row (const char *const *cells, guint n_cells) {
  (void) n_cells;
  return ut_headings_count (cells, place_headings) > 0;
}

/* A file that names its places otherwise is left to the headings every separated file is searched for. */
gboolean
ut_nav_csv_read (const char *path, const UtReadHints *hints, const UtCellSink *sink, UtFileForm *form, GError **error) {
  UtGridFormat format = { .notation = &ut_notation_nav, .decide = decide };
  UtReadHints found = *hints;
  guint line;
  g_auto (GStrv) headings = ut_headings_peek (path, is_heading_row, &line);
  if (headings != NULL) {
    format.derived_heading = "Sted";
    format.derive = derive_place;
    format.derived_from = place_headings;
    found.header_row = hints->header_row != 0 ? hints->header_row : line;
  }
  g_autoptr (UtNavRows) rows = ut_nav_rows_new (sink);
  return ut_grid_read (path, &found, &format, ut_nav_rows_sink (rows), form, error);
}

static int
count_words (const char *text) {
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = ut_text_fold (valid);
  int n = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (nav_words); i++)
    n += strstr (folded, nav_words[i]) != NULL;
  return n;
}

/* "NAV" as a word of its own. */
static gboolean
names_nav (const char *text) {
  for (const char *at = strstr (text, "NAV"); at != NULL; at = strstr (at + 3, "NAV"))
    if ((at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[3]))
      return TRUE;
  return FALSE;
}

static gboolean
is_any_row (const char *const *cells, guint n_cells) {
  (void) cells;
  return n_cells > 1;
}

int
ut_nav_csv_detect (const UtFileHead *head) {
  guint line;
  g_auto (GStrv) headings = ut_headings_find (head->text, is_heading_row, &line);
  gboolean placed = headings != NULL;
  if (!placed)
    headings = ut_headings_find (head->text, is_any_row, &line);
  if (headings == NULL || ut_headings_count ((const char *const *) headings, foreign_headings) > 0)
    return 0;
  g_autofree char *joined = g_strjoinv (" ", headings);
  int score = 30 * count_words (joined) + (names_nav (joined) ? 30 : 0);
  score += ut_headings_have ((const char *const *) headings, "kommune_nr_navn") ? 30 : 0;
  score += placed && names_nav (head->text) ? 30 : 0;
  score += placed && score > 0 && count_words (head->text) > 1 ? 15 : 0;
  return score < 30 ? 0 : MIN (score, 80);
}
