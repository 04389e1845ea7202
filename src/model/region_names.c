#include "model/region_names.h"

#include <string.h>

#include "base/text.h"

/* Letters of Sámi and Kven names, and of others' alphabets, as the nearest one of a name that has lost its marks. */
static gunichar
fold_letter (gunichar c) {
  static const struct {
    gunichar from, to;
  } letters[] = { { 0xe1, 'a' },  { 0xe0, 'a' }, { 0x10d, 'c' }, { 0x111, 'd' }, { 0xe9, 'e' },
                  { 0xed, 'i' },  { 0xef, 'i' }, { 0x14b, 'n' }, { 0xf3, 'o' },  { 0x161, 's' },
                  { 0x167, 't' }, { 0xfc, 'u' }, { 0x17e, 'z' }, { 0xf6, 0xf8 }, { 0xe4, 0xe6 } };
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].from == c)
      return letters[i].to;
  gboolean between
      = g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == '/' || c == ',' || c == ':';
  return between ? ' ' : c;
}

/* A workbook writes a character that XML cannot hold as _xHHHH_, for whatever it once was. */
static gboolean
is_escape (const char *text) {
  return text[0] == '_' && text[1] == 'x' && strspn (text + 2, "0123456789abcdef") == 4 && text[6] == '_';
}

char *
ut_fold_place (const char *name) {
  g_autofree char *folded = ut_text_fold (name);
  GString *place = g_string_new (NULL), *words = g_string_new (folded);
  g_string_replace (words, " & ", " og ", 0);
  for (const char *at = words->str; *at != '\0'; at = g_utf8_next_char (at)) {
    gboolean escape = is_escape (at);
    gunichar c = escape ? 0xfffd : fold_letter (g_utf8_get_char (at));
    at += escape ? strlen ("_x0000") : 0;
    if (c != ' ' || (place->len > 0 && place->str[place->len - 1] != ' '))
      g_string_append_unichar (place, c);
  }
  if (place->len > 0 && place->str[place->len - 1] == ' ')
    g_string_truncate (place, place->len - 1);
  g_string_free (words, TRUE);
  return g_string_free (place, FALSE);
}

char **
ut_region_names (const UtRegion *region) {
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  if (region->name != NULL) {
    g_autofree char *plain = g_strdup (region->name);
    g_strv_builder_add (all, region->name);
    plain[strcspn (plain, "(")] = '\0';
    g_strchomp (plain);
    g_auto (GStrv) parts = g_strsplit (plain, " - ", -1);
    g_strv_builder_add (all, plain);
    g_strv_builder_addv (all, (const char **) parts);
  }
  if (region->other_names != NULL)
    g_strv_builder_addv (all, (const char **) region->other_names);
  return g_strv_builder_end (all);
}

/* Without å, æ and ø, as English tables write it: "Tonsberg", "Baerum", "Aal". */
static char *
plain_letters (const char *folded, const char *a_ring, const char *o_stroke) {
  GString *plain = g_string_new (folded);
  g_string_replace (plain, "å", a_ring, 0);
  g_string_replace (plain, "ø", o_stroke, 0);
  g_string_replace (plain, "æ", "ae", 0);
  return g_string_free (plain, FALSE);
}

void
ut_add_spellings (GPtrArray *had, const char *name) {
  char *folded = ut_fold_place (name);
  g_ptr_array_add (had, folded);
  if (strlen (folded) == (gsize) g_utf8_strlen (folded, -1))
    return;
  g_ptr_array_add (had, plain_letters (folded, "a", "o"));
  g_ptr_array_add (had, plain_letters (folded, "aa", "oe"));
}

/* The bytes of a text that begins with the name; "?" and the sign of an unknown character stand for any letter, for
 * that is what a careless export leaves of them. 0 when it does not. */
static gsize
match_name (const char *text, const char *name) {
  const char *at = text;
  for (; *name != '\0'; name = g_utf8_next_char (name), at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (c != g_utf8_get_char (name) && (c == 0 || (c != '?' && c != 0xfffd)))
      return 0;
  }
  return (gsize) (at - text);
}

gboolean
ut_names_make_up (const GPtrArray *names, const char *folded) {
  gsize n = strlen (folded);
  g_autofree gboolean *begins = g_new0 (gboolean, n + 2); /* a name may begin at that byte */
  begins[0] = TRUE;
  for (gsize at = 0; at < n; at++)
    for (guint i = 0; begins[at] && i < names->len; i++) {
      gsize length = match_name (folded + at, g_ptr_array_index (names, i)), end = at + length;
      if (length > 0 && (folded[end] == '\0' || folded[end] == ' '))
        begins[end + (folded[end] == ' ')] = TRUE;
    }
  return n > 0 && begins[n];
}
