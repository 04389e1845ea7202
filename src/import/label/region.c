#include "import/label/region.h"

#include <string.h>

#include "base/text.h"

static const char *const country_names[]
    = { "hele landet", "heile landet",      "landet",        "landet i alt", "norge",     "noreg",
        "norway",      "the whole country", "whole country", "nasjonalt",    "hele norge" };

/* KOSTRA's area by name; its code is EAKUO. */
static const char *const country_without_oslo[] = { "landet uten oslo",
                                                    "landet utan oslo",
                                                    "landet utenom oslo",
                                                    "landet utanom oslo",
                                                    "hele landet uten oslo",
                                                    "heile landet utan oslo",
                                                    "hele landet utenom oslo",
                                                    "heile landet utanom oslo",
                                                    "the whole country excluding oslo",
                                                    "landet u/oslo",
                                                    "landet u. oslo" };

/* Beside the country's code only. */
static const char *const country_sums[]
    = { "i alt", "totalt", "total", "hele landet i alt", "norge i alt", "alle kommuner", "alle fylker", "norge noreg" };

/* Svalbard, Jan Mayen, the shelf and unknown, as SSB, KOSTRA and Udir number them. */
static const char *const outside_codes[] = { "2100", "2111", "2200", "2211", "2300", "2311", "2321", "2399", "9999" };

static gboolean
is_one_of (const char *label, const char *const *names, gsize n_names) {
  g_autofree char *folded = ut_text_fold (label);
  for (gsize i = 0; i < n_names; i++)
    if (strcmp (folded, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_country_name (const char *label) {
  return is_one_of (label, country_names, G_N_ELEMENTS (country_names));
}

gboolean
ut_region_label_names_country (const char *name) {
  return is_country_name (name) || is_one_of (name, country_sums, G_N_ELEMENTS (country_sums));
}

static gsize
count_digits (const char *text) {
  return strspn (text, "0123456789");
}

/* The digits of a token with an agency's prefix; NULL when it has none of them. */
static const char *
skip_prefix (const char *token, gsize *n_wanted) {
  static const struct {
    const char *prefix;
    gsize n_digits;
  } prefixes[] = { { "K-", 4 }, { "F-", 2 }, { "EAFK", 2 }, { "EKA", 2 }, { "K", 4 }, { "F", 2 } };
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++) {
    gsize length = strlen (prefixes[i].prefix);
    if (g_ascii_strncasecmp (token, prefixes[i].prefix, length) == 0 && count_digits (token + length) > 0) {
      *n_wanted = prefixes[i].n_digits;
      return token + length;
    }
  }
  return NULL;
}

/* KOSTRA's own areas: the country, averages that SSB publishes as such, and the sum of Oslo's districts. FALSE when it
 * is none of them. */
static gboolean
read_kostra (const char *token, UtRegionLabel *parts) {
  static const struct {
    const char *prefix;
    gsize n_digits;
    UtLabelKind kind;
  } areas[] = { { "EAKUO", 0, UT_LABEL_CODE },  { "EAFKUO", 0, UT_LABEL_CODE },  { "EKG", 2, UT_LABEL_CODE },
                { "EAK", 0, UT_LABEL_COUNTRY }, { "EAFK", 0, UT_LABEL_COUNTRY }, { "EAB", 0, UT_LABEL_OUTSIDE } };
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++) {
    gsize length = strlen (areas[i].prefix);
    if (g_ascii_strncasecmp (token, areas[i].prefix, length) != 0 || count_digits (token + length) != areas[i].n_digits
        || token[length + areas[i].n_digits] != '\0')
      continue;
    parts->kind = areas[i].kind;
    parts->lettered = TRUE;
    if (areas[i].kind == UT_LABEL_CODE) {
      g_autofree char *code = g_ascii_strup (token, -1);
      g_strlcpy (parts->code, code, sizeof parts->code);
    }
    return TRUE;
  }
  return FALSE;
}

static UtLabelKind
set_digits (UtRegionLabel *parts, const char *digits, gsize n) {
  if (n == 3)
    g_snprintf (parts->code, sizeof parts->code, "0%s", digits);
  else
    g_strlcpy (parts->code, digits, sizeof parts->code);
  if (strspn (parts->code, "0") == strlen (parts->code))
    return UT_LABEL_COUNTRY;
  for (gsize i = 0; i < G_N_ELEMENTS (outside_codes); i++)
    if (strcmp (parts->code, outside_codes[i]) == 0)
      return UT_LABEL_OUTSIDE;
  if (n >= 2 && n <= 4)
    return UT_LABEL_CODE;
  return n >= 6 ? UT_LABEL_OUTSIDE : UT_LABEL_NUMBER;
}

static gboolean
read_token (const char *token, UtRegionLabel *parts) {
  if (read_kostra (token, parts))
    return TRUE;
  gsize n_wanted = 0, n = count_digits (token);
  const char *digits = n > 0 ? token : skip_prefix (token, &n_wanted);
  if (digits == NULL)
    return FALSE;
  n = count_digits (digits);
  if (n_wanted != 0 && n != n_wanted && !(n_wanted == 4 && n == 3))
    return FALSE;
  /* A part of Oslo is 030101 or 030101a. */
  if (digits[n] != '\0' && !(n >= 6 && g_ascii_isalpha (digits[n]) && digits[n + 1] == '\0'))
    return FALSE;
  parts->kind = digits[n] == '\0' ? set_digits (parts, digits, n) : UT_LABEL_OUTSIDE;
  parts->lettered = digits != token;
  return TRUE;
}

/* Municipalities are as old as that. */
#define FIRST_YEAR 1838
#define LAST_YEAR  2100

/* "(-2019)", "(1992-2019)", "(t.o.m. 2017)", "(2024-)": when the code was in force, not where the place is. */
static gboolean
is_validity (const char *inside) {
  return count_digits (inside) == 4 || inside[0] == '-' || g_str_has_prefix (inside, "t.o.m")
         || g_str_has_prefix (inside, "f.o.m");
}

static void
take_qualifier (UtRegionLabel *parts) {
  gsize length = strlen (parts->name);
  char *open = strrchr (parts->name, '(');
  if (length == 0 || parts->name[length - 1] != ')' || open == NULL || open == parts->name)
    return;
  parts->name[length - 1] = '\0';
  g_autofree char *inside = g_strstrip (g_strdup (open + 1));
  *open = '\0';
  g_strchomp (parts->name);
  if (is_validity (inside)) {
    take_qualifier (parts);
    return;
  }
  g_free (parts->qualifier);
  parts->qualifier = g_steal_pointer (&inside);
}

static gboolean
drop_ending (char *name, const char *ending) {
  gsize length = strlen (name), n = strlen (ending);
  if (length <= n || g_ascii_strcasecmp (name + length - n, ending) != 0)
    return FALSE;
  name[length - n] = '\0';
  g_strchomp (name);
  return TRUE;
}

/* "Bærum [1]" */
static gboolean
drop_bracketed (char *name) {
  char *open = strrchr (name, '[');
  if (open == NULL || open == name || count_digits (open + 1) == 0
      || strcmp (open + 1 + count_digits (open + 1), "]") != 0)
    return FALSE;
  *open = '\0';
  g_strchomp (name);
  return TRUE;
}

/* "Oslo 1)", "Oslo*", "Oslo¹", "Oslo." */
static gboolean
drop_footnote (char *name) {
  static const char *const marks[] = { "*)", "*", "¹", "²", "³", "." };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (drop_ending (name, marks[i]))
      return TRUE;
  if (drop_bracketed (name))
    return TRUE;
  gsize length = strlen (name);
  gboolean numbered = length > 3 && strchr (name, '(') == NULL && name[length - 1] == ')'
                      && g_ascii_isdigit (name[length - 2])
                      && (name[length - 3] == ' ' || g_ascii_isalpha (name[length - 3]));
  if (numbered)
    name[length - 2] = '\0';
  g_strchomp (name);
  return numbered;
}

static gboolean
drop_kind_word (char *name) {
  static const char *const words[]
      = { " kommune", " fylkeskommune", " fylke", " municipality", " county", " i alt", " totalt" };
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (drop_ending (name, words[i]))
      return TRUE;
  return FALSE;
}

/* Takes `name`. */
static void
read_name (UtRegionLabel *parts, char *name) {
  parts->name = name;
  while (drop_footnote (parts->name))
    continue;
  take_qualifier (parts);
  while (drop_kind_word (parts->name))
    continue;
}

/* How long a code may be that the label begins with: "0301", "K-0301", "030101a", "EAKUO". */
static gsize
measure_code (const char *label) {
  gsize n = 0;
  while (g_ascii_isalpha (label[n]))
    n++;
  n += n > 0 && label[n] == '-' && g_ascii_isdigit (label[n + 1]);
  while (g_ascii_isalnum (label[n]))
    n++;
  return n;
}

/* What stands between code and name: any spaces and punctuation. `plain`: a space, and dashes at most. */
static const char *
skip_separators (const char *text, gboolean *plain) {
  *plain = g_unichar_isspace (g_utf8_get_char (text));
  for (;; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);
    gboolean dash = g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION;
    if (c == '(' || c == '?' || c == 0xfffd || !(g_unichar_isspace (c) || g_unichar_ispunct (c)))
      return text;
    *plain = *plain && (dash || g_unichar_isspace (c));
  }
}

static gboolean
begins_name (const char *text) {
  gunichar c = g_utf8_get_char (text);
  return g_unichar_isalpha (c) || c == '?' || c == 0xfffd;
}

/* Whether what stands after a punctuation mark is the name of a code: "4003: Skien", but not "18-29", "2,5" or
 * "11. trinn". A full stop makes an ordinal of two digits, and "0-åringer" is no country. */
static gboolean
is_named (const UtRegionLabel *parts, const char *separator, const char *name) {
  if (parts->kind == UT_LABEL_NUMBER || !begins_name (name))
    return FALSE;
  if (parts->kind == UT_LABEL_COUNTRY)
    return ut_region_label_names_country (name);
  return *separator != '.' || strlen (parts->code) == 4;
}

/* "0301 (Oslo)" */
static char *
unwrap (const char *name) {
  gsize length = strlen (name);
  gboolean wrapped = *name == '(' && strchr (name, ')') == name + length - 1 && begins_name (name + 1);
  return wrapped ? g_strndup (name + 1, length - 2) : g_strdup (name);
}

/* TRUE when the label begins with a code of any kind; what stands after it is its name. */
static gboolean
read_code (const char *label, UtRegionLabel *parts) {
  gsize length = measure_code (label);
  g_autofree char *token = g_strndup (label, length);
  gboolean plain;
  const char *name = skip_separators (label + length, &plain);
  if (!read_token (token, parts))
    return FALSE;
  if (label[length] != '\0' && !plain && !is_named (parts, label + length, name)) {
    *parts = (UtRegionLabel){ 0 };
    return FALSE;
  }
  if (*name != '\0')
    read_name (parts, unwrap (name));
  return TRUE;
}

/* "Skien (4003)": four digits at the end that are no year. */
static gboolean
read_code_behind (const char *label, UtRegionLabel *parts) {
  const char *open = strrchr (label, '(');
  if (open == NULL || open == label || count_digits (open + 1) != 4 || strcmp (open + 5, ")") != 0)
    return FALSE;
  g_autofree char *digits = g_strndup (open + 1, 4);
  gint64 number = g_ascii_strtoll (digits, NULL, 10);
  if (number >= FIRST_YEAR && number <= LAST_YEAR)
    return FALSE;
  parts->kind = set_digits (parts, digits, 4);
  read_name (parts, g_strchomp (g_strndup (label, (gsize) (open - label))));
  return TRUE;
}

void
ut_region_label_read (const char *label, UtRegionLabel *parts) {
  *parts = (UtRegionLabel){ 0 };
  if (read_code (label, parts) || read_code_behind (label, parts))
    return;
  if (g_str_has_prefix (label, UT_LABEL_BELOW)) {
    parts->kind = UT_LABEL_OUTSIDE;
    return;
  }
  if (is_country_name (label)) {
    parts->kind = UT_LABEL_COUNTRY;
    return;
  }
  if (is_one_of (label, country_without_oslo, G_N_ELEMENTS (country_without_oslo))) {
    parts->kind = UT_LABEL_CODE;
    g_strlcpy (parts->code, "EAKUO", sizeof parts->code);
    return;
  }
  parts->kind = UT_LABEL_NAME;
  read_name (parts, g_strdup (label));
}

void
ut_region_label_clear (UtRegionLabel *parts) {
  g_free (parts->name);
  g_free (parts->qualifier);
  *parts = (UtRegionLabel){ 0 };
}

static gboolean
looks_like_name (const char *text) {
  return g_unichar_isupper (g_utf8_get_char (text)) && strpbrk (text, "0123456789") == NULL;
}

gboolean
ut_region_label_is_marked_code (const char *label) {
  UtRegionLabel parts;
  ut_region_label_read (label, &parts);
  gboolean bare = label[0] == '0' && strlen (parts.code) == 4;
  gboolean code
      = parts.kind == UT_LABEL_CODE && (parts.name != NULL ? looks_like_name (parts.name) : bare || parts.lettered);
  ut_region_label_clear (&parts);
  return code;
}
