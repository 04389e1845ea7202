#include "base/text.h"

#include <string.h>

#include "base/i18n.h"

gsize
ut_text_blank_length (const char *at) {
  static const char *const blanks[] = {
    " ",
    "\t",
    "\r",
    "\n",
    "\xc2\xa0",     /* no-break space */
    "\xe2\x80\x87", /* figure space */
    "\xe2\x80\x89", /* thin space */
    "\xe2\x80\xaf", /* narrow no-break space */
    "\xe2\x80\x8b", /* zero-width space */
    "\xef\xbb\xbf", /* byte order mark */
  };
  /* Most characters begin none of them, and every cell is looked through. */
  if ((guchar) *at > ' ' && (guchar) *at < 0xc2)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++)
    if (g_str_has_prefix (at, blanks[i]))
      return strlen (blanks[i]);
  return 0;
}

const char *
ut_text_skip_blanks (const char *at) {
  gsize blank;
  while ((blank = ut_text_blank_length (at)) > 0)
    at += blank;
  return at;
}

char *
ut_text_trim (const char *text) {
  gsize blank;
  while ((blank = ut_text_blank_length (text)) > 0)
    text += blank;
  const char *end = text;
  for (const char *at = text; *at != '\0';) {
    blank = ut_text_blank_length (at);
    at += blank > 0 ? blank : 1;
    if (blank == 0)
      end = at;
  }
  return g_strndup (text, (gsize) (end - text));
}

static guint
min3 (guint a, guint b, guint c) {
  return MIN (a, MIN (b, c));
}

guint
ut_text_distance (const char *a, const char *b) {
  glong n_a, n_b;
  g_autofree gunichar *left = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *right = g_utf8_to_ucs4_fast (b, -1, &n_b);
  /* Three rows of the table are enough: this one, the one above and, for swaps, the one above that. */
  gsize width = (gsize) n_b + 1;
  g_autofree guint *rows = g_new0 (guint, 3 * width);
  guint *before = rows, *above = rows + width, *row = rows + 2 * width;
  for (gsize j = 0; j < width; j++)
    row[j] = (guint) j;
  for (glong i = 1; i <= n_a; i++) {
    guint *spare = before;
    before = above;
    above = row;
    row = spare;
    row[0] = (guint) i;
    for (glong j = 1; j <= n_b; j++) {
      row[j] = min3 (above[j] + 1, row[j - 1] + 1, above[j - 1] + (left[i - 1] != right[j - 1]));
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        row[j] = MIN (row[j], before[j - 2] + 1);
    }
  }
  return row[n_b];
}

const char *
ut_text_nearest (const char *word, const char *const *words) {
  const char *found = NULL;
  guint least = 3;
  for (; *words != NULL; words++) {
    guint distance = ut_text_distance (word, *words);
    /* Two steps turn any two letters into any other two: that is no likeness. */
    if (distance < least && (glong) distance < g_utf8_strlen (*words, -1)) {
      least = distance;
      found = *words;
    }
  }
  return found;
}

char *
ut_text_fold (const char *text) {
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  return g_utf8_casefold (composed != NULL ? composed : text, -1);
}

gboolean
ut_text_equal_folded (const char *a, const char *b) {
  if (g_str_is_ascii (a) && g_str_is_ascii (b))
    return g_ascii_strcasecmp (a, b) == 0;
  g_autofree char *left = ut_text_fold (a);
  g_autofree char *right = ut_text_fold (b);
  return strcmp (left, right) == 0;
}

char *
ut_text_join (const char *const *words, UtLanguage language) {
  GString *joined = g_string_new (NULL);
  for (gsize i = 0; words[i] != NULL; i++) {
    if (i > 0)
      g_string_append (joined, words[i + 1] == NULL ? ut_tr (language, " and ") : ", ");
    g_string_append (joined, words[i]);
  }
  return g_string_free (joined, FALSE);
}

char *
ut_text_capital (const char *text) {
  char first[7] = { 0 };
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

guint
ut_text_count_words (const char *text) {
  guint n = 0;
  for (gboolean inside = FALSE; *text != '\0'; text++) {
    n += !inside && *text != ' ';
    inside = *text != ' ';
  }
  return n;
}

static const char *
spell_out (gunichar letter) {
  switch (letter) {
  case 0xE6: /* æ */
    return "ae";
  case 0xF8: /* ø */
    return "oe";
  case 0xE5: /* å */
    return "aa";
  default:
    return NULL;
  }
}

char *
ut_slug (const char *text) {
  g_autoptr (GString) slug = g_string_new (NULL);
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  for (const char *at = composed != NULL ? composed : ""; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_unichar_tolower (g_utf8_get_char (at));
    const char *spelt = spell_out (letter);
    gunichar plain[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    g_unichar_fully_decompose (letter, FALSE, plain, G_N_ELEMENTS (plain));
    if (spelt != NULL)
      g_string_append (slug, spelt);
    else if (plain[0] < 128 && g_ascii_isalnum ((char) plain[0]))
      g_string_append_c (slug, (char) plain[0]);
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return slug->len > 0 ? g_string_free (g_steal_pointer (&slug), FALSE) : g_strdup ("x");
}

typedef enum { LETTER, BLANK, BREAK, CONTROL, DIRECTION } Sort;

static Sort
sort_of (gunichar c) {
  if (c == '\t')
    return BLANK;
  if (c == '\n' || c == 0x2028 || c == 0x2029)
    return BREAK;
  if (c < 0x20 || (c >= 0x7f && c <= 0x9f))
    return CONTROL;
  if ((c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe)
    return CONTROL;
  if (c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
    return DIRECTION;
  return LETTER;
}

/* The character at `at`, which moves on: U+FFFD for a byte that belongs to none. */
static gunichar
next_character (const char **at) {
  gunichar c = g_utf8_get_char_validated (*at, -1);
  gboolean broken = c == (gunichar) -1 || c == (gunichar) -2;
  *at = broken ? *at + 1 : g_utf8_next_char (*at);
  return broken ? 0xfffd : c;
}

/* 0 where nothing is to stand. */
static gunichar
in_document (gunichar c, gboolean one_line) {
  switch (sort_of (c)) {
  case BREAK:
    return one_line ? ' ' : '\n';
  case BLANK:
    return one_line ? ' ' : c;
  case CONTROL:
    return ' ';
  case DIRECTION:
    return 0;
  case LETTER:
    break;
  }
  return c;
}

static void
append_for_terminal (GString *out, gunichar c, gboolean one_line) {
  Sort sort = sort_of (c);
  if (sort == LETTER || (!one_line && (c == '\t' || c == '\n')))
    g_string_append_unichar (out, c);
  else if (c < 0x10000)
    g_string_append_printf (out, "\\u%04x", c);
  else
    g_string_append_printf (out, "\\u%04x\\u%04x", 0xd7c0 + (c >> 10), 0xdc00 + (c & 0x3ff));
}

char *
ut_text_clean (const char *text, UtTextPlace place) {
  GString *out = g_string_sized_new (strlen (text));
  while (*text != '\0') {
    gunichar c = next_character (&text);
    if (place == UT_TEXT_TERMINAL || place == UT_TEXT_MESSAGE) {
      append_for_terminal (out, c, place == UT_TEXT_MESSAGE);
      continue;
    }
    c = in_document (c, place == UT_TEXT_LINE);
    if (c != 0)
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

void
ut_text_add_quoted (GString *list, const char *separator, const char *text) {
  g_string_append (list, separator);
  g_string_append_printf (list, _ ("'%s'"), text);
}

void
ut_text_append_markup (GString *out, const char *text) {
  while (*text != '\0') {
    gunichar c = in_document (next_character (&text), FALSE);
    if (c == '<')
      g_string_append (out, "&lt;");
    else if (c == '>')
      g_string_append (out, "&gt;");
    else if (c == '&')
      g_string_append (out, "&amp;");
    else if (c == '"')
      g_string_append (out, "&quot;");
    else if (c != 0)
      g_string_append_unichar (out, c);
  }
}
