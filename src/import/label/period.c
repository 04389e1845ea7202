#include "import/label/period.h"

#include <string.h>

#include "base/text.h"

/* No period is as long, and each word of a heading may begin one. */
#define MAX_LABEL_BYTES 256
/* Nor one in front of a heading. */
#define MAX_FRONT_BYTES  64
#define FIRST_FRONT_YEAR 1950
/* Letters of "jun." */
#define SHORT_MONTH 3
#define LAST_MONTH  12

/* "2024K1", "2024H2", "2024T3": quarters, halves and thirds of a year, as PxWeb writes them. */
static gboolean
read_part (const char *label, UtPeriod *period) {
  static const char letters[] = "KQHT";
  static const guint8 n_months[] = { 3, 3, 6, 4 };
  const char *letter
      = strlen (label) == 6 && strspn (label, "0123456789") == 4 ? strchr (letters, g_ascii_toupper (label[4])) : NULL;
  if (letter == NULL || label[5] < '1' || label[5] > '9')
    return FALSE;
  guint months = n_months[letter - letters], last = months * (guint) (label[5] - '0');
  g_autofree char *plain = g_strdup_printf ("%.4sM%02u-M%02u", label, last - months + 1, last);
  return last <= 12 && ut_period_parse (plain, period);
}

/* The month a word names, in Norwegian, whole or its first three letters with or without a point, and where the text
 * goes on; 0 when it names none. */
static guint8
read_month (const char **text) {
  static const char *const months[] = { "januar", "februar", "mars",      "april",   "mai",      "juni",
                                        "juli",   "august",  "september", "oktober", "november", "desember" };
  for (guint8 i = 0; i < G_N_ELEMENTS (months); i++) {
    gsize length = strlen (months[i]), written = 0;
    while (written < length && g_ascii_tolower ((*text)[written]) == months[i][written])
      written++;
    if ((written != length && written != SHORT_MONTH) || g_ascii_isalpha ((*text)[written]))
      continue;
    *text += written + (written == SHORT_MONTH && (*text)[written] == '.');
    return (guint8) (i + 1);
  }
  return 0;
}

static const char *
skip_blanks (const char *text) {
  return text + strspn (text, " ");
}

/* "oktober 2025", "Januar - august 2026". */
static gboolean
read_words (const char *label, UtPeriod *period) {
  const char *at = label;
  guint8 first = read_month (&at), last = first;
  at = skip_blanks (at);
  if (first != 0 && (*at == '-' || g_str_has_prefix (at, "–"))) {
    at = skip_blanks (at + (*at == '-' ? 1 : strlen ("–")));
    last = read_month (&at);
    at = skip_blanks (at);
  }
  if (first == 0 || last < first || strspn (at, "0123456789") != 4 || at[4] != '\0')
    return FALSE;
  g_autofree char *plain = g_strdup_printf ("%sM%02u-M%02u", at, first, last);
  g_autofree char *month = g_strdup_printf ("%sM%02u", at, first);
  return ut_period_parse (first == last ? month : plain, period);
}

/* Quarters, halves, thirds and weeks in words, the number before or behind: "4. kvartal", "uke 12", "K4", "Q4", "U12".
 * Whole: TRUE where the word means all of the year. */
static gboolean
read_part_words (const char *text, char *letter, guint *number) {
  static const struct {
    const char *word;
    char letter;
  } words[] = { { "kvartal", 'K' }, { "quarter", 'K' }, { "kv", 'K' },   { "halvår", 'H' }, { "tertial", 'T' },
                { "uke", 'U' },     { "veke", 'U' },    { "week", 'U' }, { "k", 'K' },      { "q", 'K' },
                { "h", 'H' },       { "t", 'T' },       { "u", 'U' },    { "w", 'U' },      { "m", 'M' } };
  g_autofree char *folded = ut_text_fold (text);
  const char *at = skip_blanks (folded);
  gsize before = strspn (at, "0123456789");
  const char *word = skip_blanks (at + before + (before > 0 && at[before] == '.'));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    if (!g_str_has_prefix (word, words[i].word))
      continue;
    const char *rest = word + strlen (words[i].word);
    rest = skip_blanks (rest + (*rest == '.'));
    gsize behind = strspn (rest, "0123456789");
    gsize n = before > 0 ? before : behind;
    if ((before > 0) == (behind > 0) || n > 2 || rest[behind] != '\0')
      continue;
    *letter = words[i].letter;
    *number = (guint) g_ascii_strtoull (before > 0 ? at : rest, NULL, 10);
    return TRUE;
  }
  return FALSE;
}

/* A part of a year by letter and number. */
static gboolean
set_part (const char *year, char letter, guint number, UtPeriod *period) {
  g_autofree char *plain = strchr ("UM", letter) != NULL ? g_strdup_printf ("%.4s%c%02u", year, letter, number)
                                                         : g_strdup_printf ("%.4s%c%u", year, letter, number);
  return strspn (year, "0123456789") >= 4 && (ut_period_parse (plain, period) || read_part (plain, period));
}

/* "4. kvartal 2024", "2024 4. kvartal", "uke 12 2024", "2024-Q4", "2024 januar". */
static gboolean
read_year_and_part (const char *label, UtPeriod *period) {
  gsize n = strlen (label);
  char letter;
  guint number;
  if (n < 6)
    return FALSE;
  const char *tail = label + n - 4;
  if (strspn (tail, "0123456789") == 4 && strchr (" -", tail[-1]) != NULL) {
    g_autofree char *part = g_strchomp (g_strndup (label, n - 5));
    if (read_part_words (part, &letter, &number))
      return set_part (tail, letter, number, period);
  }
  if (strspn (label, "0123456789") != 4 || strchr (" -", label[4]) == NULL)
    return FALSE;
  const char *part = skip_blanks (label + 5);
  guint8 month = read_month (&part);
  if (month != 0)
    return *part == '\0' && set_part (label, 'M', month, period);
  return read_part_words (part, &letter, &number) && set_part (label, letter, number, period);
}

/* "2026 01 - 2026 08". */
static gboolean
read_month_numbers (const char *label, UtPeriod *period) {
  g_auto (GStrv) parts = g_regex_split_simple ("^([0-9]{4}) ([0-9]{2}) ?[-–] ?([0-9]{4}) ([0-9]{2})$", label, 0, 0);
  if (g_strv_length (parts) != 6 || strcmp (parts[1], parts[3]) != 0)
    return FALSE;
  g_autofree char *plain = g_strdup_printf ("%sM%s-M%s", parts[1], parts[2], parts[4]);
  return ut_period_parse (plain, period);
}

static gboolean
read_one (const char *label, UtPeriod *period) {
  return ut_period_parse (label, period) || read_part (label, period) || read_words (label, period)
         || read_year_and_part (label, period);
}

/* A school year may have the year it begins in for its code. */
static gboolean
is_coded_by (UtPeriod text, UtPeriod code) {
  return ut_period_compare (code, text) == 0
         || (code.kind == UT_PERIOD_YEAR && text.kind == UT_PERIOD_SCHOOL_YEAR && code.first_year == text.first_year);
}

/* Code and text of the same period, with `glue` between. */
static gboolean
read_pair (const char *label, const char *glue, UtPeriod *period) {
  const char *middle = strstr (label, glue);
  if (middle == NULL)
    return FALSE;
  g_autofree char *code = g_strndup (label, (gsize) (middle - label));
  UtPeriod first, second;
  if (!read_one (code, &first) || !read_one (middle + strlen (glue), &second) || !is_coded_by (second, first))
    return FALSE;
  *period = second;
  return TRUE;
}

gboolean
ut_period_label_read (const char *label, UtPeriod *period) {
  if (strnlen (label, MAX_LABEL_BYTES + 1) > MAX_LABEL_BYTES)
    return FALSE;
  if (read_one (label, period) || read_pair (label, " - ", period) || read_pair (label, " ", period))
    return TRUE;
  return g_ascii_isdigit (*label) && strlen (label) >= 15 && read_month_numbers (label, period);
}

/* "202406" */
static gboolean
read_month_code (const char *cell, UtPeriod *period) {
  if (strlen (cell) != 6 || strspn (cell, "0123456789") != 6)
    return FALSE;
  g_autofree char *plain = g_strdup_printf ("%.4sM%s", cell, cell + 4);
  return ut_period_parse (plain, period);
}

static gboolean
is_dashed_pair (const char *cell) {
  return strlen (cell) == 7 && cell[4] == '-' && strspn (cell, "0123456789-") == 7;
}

static UtPeriodForm
find_form (const char *cell, UtPeriod period) {
  guint year, month, day;
  if (ut_period_parse_date (cell, &year, &month, &day))
    return month == 1 && day == 1 ? UT_FORM_NEW_YEAR : month == 12 && day == 31 ? UT_FORM_YEAR_END : UT_FORM_DAY;
  if (!is_dashed_pair (cell))
    return UT_FORM_PLAIN;
  return period.kind == UT_PERIOD_MONTHS        ? UT_FORM_MONTH
         : period.last_year % 100 <= LAST_MONTH ? UT_FORM_MONTH_OR_SCHOOL_YEAR
                                                : UT_FORM_PLAIN;
}

gboolean
ut_period_cell_read (const char *cell, UtPeriod *period, UtPeriodForm *form) {
  if (!ut_period_label_read (cell, period) && !read_month_code (cell, period))
    return FALSE;
  *form = find_form (cell, *period);
  return TRUE;
}

/* What a bare number under such a heading counts: "Måned", "kvartal", "uke". */
static char
letter_of_heading (const char *heading) {
  static const struct {
    const char *word;
    char letter;
  } words[] = { { "måned", 'M' },   { "månad", 'M' },   { "month", 'M' },  { "mnd", 'M' },
                { "kvartal", 'K' }, { "quarter", 'K' }, { "halvår", 'H' }, { "tertial", 'T' },
                { "uke", 'U' },     { "veke", 'U' },    { "week", 'U' } };
  g_autofree char *folded = ut_text_fold (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i].word) != NULL)
      return words[i].letter;
  return 'M';
}

static gboolean
is_whole_year (const char *part) {
  static const char *const words[]
      = { "hele året", "heile året", "året", "år", "i alt", "alle", "totalt", "whole year", "all", NULL };
  g_autofree char *folded = ut_text_fold (part);
  return g_strv_contains (words, folded);
}

/* A year and a part of it. */
static gboolean
read_parted (const char *year, const char *part, const char *heading, UtPeriod *period) {
  UtPeriod whole, alone;
  char letter;
  guint number;
  if (!ut_period_parse (year, &whole) || whole.kind != UT_PERIOD_YEAR)
    return FALSE;
  g_autofree char *digits = g_strdup_printf ("%d", whole.first_year);
  const char *at = part;
  guint8 month = read_month (&at);
  if (month != 0)
    return *at == '\0' && set_part (digits, 'M', month, period);
  gsize n = strspn (part, "0123456789");
  if (n > 0 && n <= 2 && (part[n] == '\0' || strcmp (part + n, ".") == 0))
    return set_part (digits, letter_of_heading (heading), (guint) g_ascii_strtoull (part, NULL, 10), period);
  if (read_part_words (part, &letter, &number))
    return set_part (digits, letter, number, period);
  if (is_whole_year (part)) {
    *period = whole;
    return TRUE;
  }
  /* The other column says it all: "2024M06" beside 2024. */
  if (!ut_period_label_read (part, &alone) || alone.first_year != whole.first_year || alone.kind == UT_PERIOD_YEAR)
    return FALSE;
  *period = alone;
  return TRUE;
}

/* The first and the last year of a span. */
static gboolean
read_ends (const char *first, const char *last, UtPeriod *period) {
  g_autofree char *plain = g_strdup_printf ("%s-%s", first, last);
  return strspn (first, "0123456789") == 4 && strspn (last, "0123456789") == 4 && ut_period_parse (plain, period);
}

gboolean
ut_period_pair_read (const char *cells[2], const char *headings[2], UtPeriod *period) {
  return read_ends (cells[0], cells[1], period) || read_parted (cells[0], cells[1], headings[1], period)
         || read_parted (cells[1], cells[0], headings[0], period);
}

gboolean
ut_period_heading_names_year (const char *heading) {
  static const char *const years[] = { "år", "aar", "year", "årstall", "årstal", "årgang", NULL };
  g_autofree char *folded = ut_text_fold (heading);
  g_auto (GStrv) words = g_strsplit_set (folded, " -_()", -1);
  gboolean year = FALSE;
  for (char **word = words; *word != NULL; word++)
    year = year || g_strv_contains (years, *word);
  return year && strstr (folded, "måned") == NULL && strstr (folded, "månad") == NULL
         && strstr (folded, "month") == NULL;
}

/* Between words: names of columns are often written with it. */
static gboolean
is_gap (char c) {
  return c == ' ' || c == '_';
}

static const char *
after_gap (const char *text) {
  const char *gap = strpbrk (text, " _");
  return gap != NULL ? gap + 1 : NULL;
}

/* "2023 Personer"; the longest counts, for it may be code and text. Older years are codes of municipalities. */
static gboolean
split_front (const char *heading, char **contents, char **period) {
  UtPeriod parsed;
  for (gsize n = strnlen (heading, MAX_FRONT_BYTES); n > 0; n--) {
    g_autofree char *front = heading[n] == ' ' ? g_strndup (heading, n) : NULL;
    if (front == NULL || !ut_period_label_read (front, &parsed) || parsed.first_year < FIRST_FRONT_YEAR)
      continue;
    *period = g_steal_pointer (&front);
    *contents = g_strdup (heading + n + 1);
    return TRUE;
  }
  return FALSE;
}

gboolean
ut_period_heading_split (const char *heading, char **contents, char **period) {
  UtPeriod parsed;
  gsize n = strlen (heading);
  const char *tail = n > MAX_LABEL_BYTES ? heading + n - MAX_LABEL_BYTES : heading;
  /* A word may have been cut. */
  if (tail > heading && !is_gap (tail[-1]))
    tail = after_gap (tail);
  while (tail != NULL && !ut_period_label_read (tail, &parsed))
    tail = after_gap (tail);
  if (tail == NULL || *tail == '\0')
    return split_front (heading, contents, period);
  gsize length = (gsize) (tail - heading);
  length -= length > 1 && tail[-1] == '_';
  *period = g_strdup (tail);
  *contents = g_strchomp (g_strndup (heading, length));
  return TRUE;
}
