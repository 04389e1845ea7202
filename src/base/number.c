#include <utsyn/number.h>

#include "base/digits.h"
#include "base/text.h"
#include <math.h>
#include <string.h>

#define MINUS        "\xe2\x88\x92"
#define NARROW_SPACE "\xe2\x80\xaf"
#define APOSTROPHE   "\xe2\x80\x99"
#define MAX_DECIMALS 20
#define GROUPED_FROM 5

static gboolean
is_sign (const char **at, char *sign) {
  if (g_str_has_prefix (*at, MINUS)) {
    *sign = '-';
    *at += strlen (MINUS);
    return TRUE;
  }
  if (**at != '-' && **at != '+')
    return FALSE;
  *sign = *(*at)++;
  return TRUE;
}

/* Bytes of a blank or an apostrophe; 0 when there is none. */
static gsize
separator_length (const char *at) {
  return *at == '\'' ? 1 : g_str_has_prefix (at, APOSTROPHE) ? strlen (APOSTROPHE) : ut_text_blank_length (at);
}

/* Digits, or groups of them: one to three, then always three. */
static gboolean
read_whole (const char **at, GString *clean) {
  gsize n = strspn (*at, "0123456789");
  g_string_append_len (clean, *at, (gssize) n);
  *at += n;
  if (n == 0 || n > 3)
    return TRUE;
  gsize blank;
  while ((blank = separator_length (*at)) > 0 && g_ascii_isdigit ((*at)[blank])) {
    const char *group = *at + blank;
    if (strspn (group, "0123456789") != 3)
      return FALSE;
    g_string_append_len (clean, group, 3);
    *at = group + 3;
  }
  return TRUE;
}

static gboolean
read_fraction (const char **at, UtDecimalMark mark, GString *clean) {
  if (**at != (mark == UT_DECIMAL_COMMA ? ',' : '.'))
    return TRUE;
  gsize n = strspn (++*at, "0123456789");
  g_string_append_c (clean, '.');
  g_string_append_len (clean, *at, (gssize) n);
  *at += n;
  return n > 0;
}

/* 4e+05, as R, pandas and Excel write large and small numbers, and always with a sign: "12E3" may be a code. */
static gboolean
read_exponent (const char **at, GString *clean) {
  if ((**at != 'e' && **at != 'E') || ((*at)[1] != '+' && (*at)[1] != '-'))
    return TRUE;
  gsize n = strspn (*at + 2, "0123456789");
  g_string_append_len (clean, *at, (gssize) n + 2);
  *at += n + 2;
  return n > 0 && n <= 3;
}

static gboolean
is_end (const char *at) {
  at += ut_text_blank_length (at);
  return *at == '\0' || strcmp (at, "%") == 0;
}

gboolean
ut_number_parse (const char *text, UtDecimalMark mark, double *value) {
  g_autofree char *trimmed = ut_text_trim (text);
  g_autoptr (GString) clean = g_string_new (NULL);
  const char *at = trimmed;
  char sign = '+';
  if (is_sign (&at, &sign))
    g_string_append_c (clean, sign);
  gsize n_sign = clean->len;
  if (!read_whole (&at, clean) || !read_fraction (&at, mark, clean) || clean->len == n_sign
      || !read_exponent (&at, clean) || !is_end (at))
    return FALSE;
  double parsed = g_ascii_strtod (clean->str, NULL);
  if (!isfinite (parsed))
    return FALSE;
  *value = parsed;
  return TRUE;
}

/* One to three digits without a leading zero, then groups of three with `mark` before each. */
static gsize
read_groups (const char **at, char mark, GString *clean) {
  gsize n = strspn (*at, "0123456789"), n_groups = 0;
  if (n == 0 || n > 3 || **at == '0')
    return 0;
  g_string_append_len (clean, *at, (gssize) n);
  *at += n;
  for (; **at == mark && strspn (*at + 1, "0123456789") == 3; n_groups++, *at += 4)
    g_string_append_len (clean, *at + 1, 3);
  return n_groups;
}

static gboolean
parse_grouped (const char *text, UtDecimalMark separator, double *value, gsize *n_groups, gboolean *decimals) {
  g_autofree char *trimmed = ut_text_trim (text);
  g_autoptr (GString) clean = g_string_new (NULL);
  const char *at = trimmed;
  char sign = '+';
  if (is_sign (&at, &sign))
    g_string_append_c (clean, sign);
  *n_groups = read_groups (&at, separator == UT_DECIMAL_COMMA ? ',' : '.', clean);
  const char *fraction = at;
  if (*n_groups == 0 || !read_fraction (&at, (UtDecimalMark) (1 - separator), clean) || !is_end (at))
    return FALSE;
  *decimals = at > fraction && (*fraction == '.' || *fraction == ',');
  *value = g_ascii_strtod (clean->str, NULL);
  return isfinite (*value);
}

gboolean
ut_number_parse_grouped (const char *text, UtDecimalMark separator, double *value) {
  gsize n_groups;
  gboolean decimals;
  double parsed;
  if (!parse_grouped (text, separator, &parsed, &n_groups, &decimals))
    return FALSE;
  *value = parsed;
  return TRUE;
}

UtMarkUse
ut_number_mark_use (const char *text, UtDecimalMark mark) {
  gsize n_groups;
  gboolean decimals;
  double value;
  if (parse_grouped (text, mark, &value, &n_groups, &decimals))
    return n_groups > 1 || decimals ? UT_MARK_SEPARATES : UT_MARK_UNCLEAR;
  return strchr (text, mark == UT_DECIMAL_COMMA ? ',' : '.') != NULL && ut_number_parse (text, mark, &value)
             ? UT_MARK_DECIMAL
             : UT_MARK_ABSENT;
}

gboolean
ut_number_is_written (const char *text) {
  double value;
  return ut_number_parse (text, UT_DECIMAL_POINT, &value) || ut_number_parse (text, UT_DECIMAL_COMMA, &value)
         || ut_number_mark_use (text, UT_DECIMAL_POINT) == UT_MARK_SEPARATES
         || ut_number_mark_use (text, UT_DECIMAL_COMMA) == UT_MARK_SEPARATES;
}

/* The number without its point, rounded to so many decimals: 8.05 with one decimal is "81". May be empty: zero. */
static GString *
round_digits (double value, int decimals) {
  char digits[UT_MOST_DIGITS + 1];
  int n_kept = ut_digits_shortest (value, digits) + 1 + decimals, n_digits = (int) strlen (digits);
  GString *rounded = g_string_new (NULL);
  for (int i = 0; i < n_kept; i++)
    g_string_append_c (rounded, i < n_digits ? digits[i] : '0');
  if (n_kept < 0 || n_kept >= n_digits || digits[n_kept] < '5')
    return rounded;
  gsize i = rounded->len;
  while (i > 0 && rounded->str[i - 1] == '9')
    rounded->str[--i] = '0';
  if (i == 0)
    g_string_prepend_c (rounded, '1');
  else
    rounded->str[i - 1]++;
  return rounded;
}

double
ut_number_rounded (double value, int decimals) {
  if (!isfinite (value))
    return value;
  g_autoptr (GString) digits = round_digits (fabs (value), CLAMP (decimals, 0, MAX_DECIMALS));
  g_string_append_printf (digits, "e-%d", CLAMP (decimals, 0, MAX_DECIMALS));
  return copysign (g_ascii_strtod (digits->str, NULL), value);
}

char *
ut_number_format (double value, int decimals, UtLanguage language) {
  if (!isfinite (value))
    return g_strdup ("");
  decimals = CLAMP (decimals, 0, MAX_DECIMALS);
  g_autoptr (GString) digits = round_digits (fabs (value), decimals);
  gboolean zero = strspn (digits->str, "0") == digits->len;
  while (digits->len < (gsize) decimals + 1)
    g_string_prepend_c (digits, '0');
  gsize n_whole = digits->len - (gsize) decimals;
  GString *text = g_string_new (value < 0 && !zero ? MINUS : NULL);
  for (gsize i = 0; i < digits->len; i++) {
    if (i == n_whole)
      g_string_append_c (text, language == UT_LANGUAGE_EN ? '.' : ',');
    else if (i > 0 && i < n_whole && n_whole >= GROUPED_FROM && (n_whole - i) % 3 == 0)
      g_string_append (text, language == UT_LANGUAGE_EN ? "," : NARROW_SPACE);
    g_string_append_c (text, digits->str[i]);
  }
  return g_string_free (text, FALSE);
}

int
ut_number_auto_decimals (double value) {
  /* The limits are where rounding would add a digit: 9,996 is printed 10,0. */
  double size = fabs (value);
  return size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
}
