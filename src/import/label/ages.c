#include "import/label/ages.h"

#include <string.h>

#include "base/text.h"

/* Nobody is older, and years of the calendar are no ages. */
#define MOST_YEARS 150

static const char *
skip_blanks (const char *at) {
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static const char *
skip_word (const char *at, const char *word) {
  gsize n = strlen (word);
  return strncmp (at, word, n) == 0 && !g_unichar_isalnum (g_utf8_get_char (at + n)) ? skip_blanks (at + n) : NULL;
}

/* The longest first where one begins another. */
static const char *
skip_any (const char *at, const char *const *words) {
  for (; *words != NULL; words++) {
    const char *after = skip_word (at, *words);
    if (after != NULL)
      return after;
  }
  return NULL;
}

static const char *
skip_unit (const char *at) {
  static const char *const units[] = { "åringer", "åringar", "års", "år", "years", "year", "yrs", "aar", NULL };
  const char *after = skip_any (at, units);
  return after != NULL ? after : at;
}

static const char *
read_number (const char *at, int *number) {
  gsize n = strspn (at, "0123456789");
  if (n == 0 || n > 3)
    return NULL;
  *number = (int) g_ascii_strtoll (at, NULL, 10);
  return *number <= MOST_YEARS ? skip_blanks (at + n) : NULL;
}

/* "-", "–", "_", "til", "to" */
static const char *
skip_dash (const char *at) {
  static const char *const words[] = { "til", "to", NULL };
  gunichar c = g_utf8_get_char (at);
  if (c == '-' || c == '_' || (c >= 0x2010 && c <= 0x2014))
    return skip_blanks (g_utf8_next_char (at));
  return skip_any (at, words);
}

static const char *
skip_open (const char *at) {
  static const char *const words[]
      = { "og eldre",   "eller eldre", "og over",  "eller over", "og oppover", "og mer",  "eller mer", "og meir",
          "eller meir", "and older",   "or older", "and over",   "or over",    "or more", NULL };
  return *at == '+' ? skip_blanks (at + 1) : skip_any (at, words);
}

static gboolean
read_interval (const char *at, UtAges *ages) {
  static const char *const below[] = { "under", "below", "yngre enn", NULL };
  const char *under = skip_any (at, below), *after = read_number (under != NULL ? under : at, &ages->first);
  if (after == NULL)
    return FALSE;
  after = skip_unit (after);
  ages->last = ages->first;
  if (under != NULL) {
    *ages = (UtAges){ 0, ages->first - 1 };
    return *after == '\0' && ages->last >= 0;
  }
  const char *open = skip_open (after), *dash = skip_dash (after);
  if (open != NULL) {
    ages->last = UT_AGE_OPEN;
    return *skip_unit (open) == '\0';
  }
  if (dash != NULL && (after = read_number (dash, &ages->last)) == NULL)
    return FALSE;
  return *skip_unit (after) == '\0' && ages->first <= ages->last;
}

gboolean
ut_ages_read (const char *label, gboolean halves, UtAges *ages) {
  g_autofree char *folded = ut_text_fold (label);
  if (read_interval (skip_blanks (folded), ages))
    return TRUE;
  const char *middle = halves ? strstr (folded, " - ") : NULL;
  if (middle == NULL)
    return FALSE;
  g_autofree char *code = g_strndup (folded, (gsize) (middle - folded));
  /* The text tells more than a code of the source's own. */
  return read_interval (skip_blanks (middle + 3), ages) || read_interval (skip_blanks (code), ages);
}

char *
ut_ages_name (UtAges ages) {
  if (ages.last == UT_AGE_OPEN)
    return g_strdup_printf ("%d+", ages.first);
  return ages.first == ages.last ? g_strdup_printf ("%d", ages.first)
                                 : g_strdup_printf ("%d-%d", ages.first, ages.last);
}

/* How `whole` is reached from its beginning: [last + 2 - first] the fewest intervals that end just below a position,
 * G_MAXUINT where none do, and the last of them. */
typedef struct {
  guint n, interval;
} Reach;

static Reach *
reach_all (const GArray *intervals, int first) {
  guint n = UT_AGE_OPEN + 2;
  Reach *reach = g_new (Reach, n);
  for (guint i = 0; i < n; i++)
    reach[i] = (Reach){ G_MAXUINT, 0 };
  reach[first].n = 0;
  for (guint at = (guint) first; at < n; at++)
    for (guint i = 0; reach[at].n != G_MAXUINT && i < intervals->len; i++) {
      const UtAges *interval = &g_array_index (intervals, UtAges, i);
      guint end = (guint) interval->last + 1;
      if ((guint) interval->first == at && reach[at].n + 1 < reach[end].n)
        reach[end] = (Reach){ reach[at].n + 1, i };
    }
  return reach;
}

GArray *
ut_ages_tile (const GArray *intervals, UtAges whole) {
  g_autofree Reach *reach = reach_all (intervals, whole.first);
  guint end = (guint) whole.last + 1;
  if (reach[end].n == G_MAXUINT)
    return NULL;
  GArray *tiles = g_array_new (FALSE, FALSE, sizeof (guint));
  while (end > (guint) whole.first) {
    g_array_prepend_val (tiles, reach[end].interval);
    end = (guint) g_array_index (intervals, UtAges, reach[end].interval).first;
  }
  return tiles;
}

void
ut_ages_nearest_ends (const GArray *intervals, UtAges whole, int *below, int *above) {
  g_autofree Reach *reach = reach_all (intervals, whole.first);
  *below = *above = -1;
  for (int end = whole.first + 1; end <= UT_AGE_OPEN + 1; end++) {
    if (reach[end].n == G_MAXUINT)
      continue;
    if (end - 1 < whole.last)
      *below = end - 1;
    else if (*above < 0)
      *above = end - 1;
  }
}
