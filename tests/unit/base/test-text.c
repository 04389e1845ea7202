#include "base/text.h"
#include <string.h>

static void
test_trim (void) {
  static const struct {
    const char *text, *trimmed;
  } cases[] = {
    { "", "" },
    { "  ", "" },
    { "a", "a" },
    { " \t Vinje \r\n", "Vinje" },
    { "\xc2\xa0"
      "12"
      "\xe2\x80\xaf",
      "12" },
    { "\xef\xbb\xbf"
      "kode",
      "kode" },
    { "Nore\xc2\xa0og Uvdal ", "Nore\xc2\xa0og Uvdal" },
    { "\xff ", "\xff" },
    { "\xc2", "\xc2" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *trimmed = ut_text_trim (cases[i].text);
    g_assert_cmpstr (trimmed, ==, cases[i].trimmed);
  }
}

static void
test_distance (void) {
  static const struct {
    const char *a, *b;
    guint distance;
  } cases[] = {
    { "", "", 0 },
    { "", "abc", 3 },
    { "high", "high", 0 },
    { "hihg", "high", 1 },
    { "polartiy", "polarity", 1 },
    { "low", "high", 4 },
    { "skule", "skole", 1 },
    { "Bø", "Bo", 1 },
    { "kitten", "sitting", 3 },
    { "år", "ar", 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpuint (ut_text_distance (cases[i].a, cases[i].b), ==, cases[i].distance);
    g_assert_cmpuint (ut_text_distance (cases[i].b, cases[i].a), ==, cases[i].distance);
  }
}

static void
test_nearest (void) {
  static const char *const words[] = { "high", "low", "neutral", "nb", NULL };
  g_assert_cmpstr (ut_text_nearest ("hihg", words), ==, "high");
  g_assert_cmpstr (ut_text_nearest ("netral", words), ==, "neutral");
  g_assert_cmpstr (ut_text_nearest ("lo", words), ==, "low");
  g_assert_null (ut_text_nearest ("good", words));
  g_assert_null (ut_text_nearest ("xy", words));
  g_assert_null (ut_text_nearest ("", words));
}

static void
test_equal_folded (void) {
  g_assert_true (ut_text_equal_folded ("VÅLER", "våler"));
  g_assert_true (ut_text_equal_folded ("Va\xcc\x8aler", "Våler"));
  g_assert_true (ut_text_equal_folded ("Bø", "BØ"));
  g_assert_false (ut_text_equal_folded ("Bø", "Bo"));
}

static void
test_join (void) {
  static const struct {
    const char *words[4];
    const char *bokmal, *english;
  } cases[] = {
    { { NULL }, "", "" },
    { { "a" }, "a", "a" },
    { { "a", "b" }, "a og b", "a and b" },
    { { "a", "b", "c" }, "a, b og c", "a, b and c" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *bokmal = ut_text_join (cases[i].words, UT_LANGUAGE_NB);
    g_autofree char *english = ut_text_join (cases[i].words, UT_LANGUAGE_EN);
    g_assert_cmpstr (bokmal, ==, cases[i].bokmal);
    g_assert_cmpstr (english, ==, cases[i].english);
  }
}

/* What stands in documents, on one line and at a terminal. */
static void
test_clean (void) {
  static const struct {
    const char *text, *document, *line, *terminal;
  } cases[] = {
    { "Guovdageaidnu – Kárášjohka, Deatnu, Unjárga, ŧŋđ", "Guovdageaidnu – Kárášjohka, Deatnu, Unjárga, ŧŋđ",
      "Guovdageaidnu – Kárášjohka, Deatnu, Unjárga, ŧŋđ", "Guovdageaidnu – Kárášjohka, Deatnu, Unjárga, ŧŋđ" },
    { "1\xc2\xa0"
      "000 a\xcc\x8a \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8f\xab",
      "1\xc2\xa0"
      "000 a\xcc\x8a \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8f\xab",
      "1\xc2\xa0"
      "000 a\xcc\x8a \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8f\xab",
      "1\xc2\xa0"
      "000 a\xcc\x8a \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8f\xab" },
    { "a\tb\nc", "a\tb\nc", "a b c", "a\tb\nc" },
    { "a\vb\rc", "a b c", "a b c", "a\\u000bb\\u000dc" },
    { "\x1b[31mred\x7f", " [31mred ", " [31mred ", "\\u001b[31mred\\u007f" },
    { "\xc2\x9b"
      "2J",
      " 2J", " 2J", "\\u009b2J" },
    { "a\xe2\x80\xa8z", "a\nz", "a z", "a\\u2028z" },
    { "\xe2\x80\xae"
      "1202\xe2\x80\xac \xe2\x81\xa6x\xe2\x81\xa9\xe2\x80\x8f\xd8\x9c",
      "1202 x", "1202 x", "\\u202e1202\\u202c \\u2066x\\u2069\\u200f\\u061c" },
    { "\xef\xbf\xbe|\xef\xbf\xbf|\xef\xb7\x90|\xf0\x9f\xbf\xbf", " | | | ", " | | | ",
      "\\ufffe|\\uffff|\\ufdd0|\\ud83f\\udfff" },
    { "\xff|\xed\xa0\x80|\xc3", "\xef\xbf\xbd|\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd|\xef\xbf\xbd",
      "\xef\xbf\xbd|\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd|\xef\xbf\xbd",
      "\xef\xbf\xbd|\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd|\xef\xbf\xbd" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *document = ut_text_clean (cases[i].text, UT_TEXT_DOCUMENT);
    g_autofree char *line = ut_text_clean (cases[i].text, UT_TEXT_LINE);
    g_autofree char *terminal = ut_text_clean (cases[i].text, UT_TEXT_TERMINAL);
    g_assert_cmpstr (document, ==, cases[i].document);
    g_assert_cmpstr (line, ==, cases[i].line);
    g_assert_cmpstr (terminal, ==, cases[i].terminal);
  }
}

static void
test_markup (void) {
  g_autoptr (GString) out = g_string_new (NULL);
  ut_text_append_markup (out, "<a b=\"&\">\x1b\xe2\x80\xae\xff\xef\xbf\xbf\n");
  g_assert_cmpstr (out->str, ==, "&lt;a b=&quot;&amp;&quot;&gt; \xef\xbf\xbd \n");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/trim", test_trim);
  g_test_add_func ("/base/text/distance", test_distance);
  g_test_add_func ("/base/text/nearest", test_nearest);
  g_test_add_func ("/base/text/equal-folded", test_equal_folded);
  g_test_add_func ("/base/text/join", test_join);
  g_test_add_func ("/base/text/clean", test_clean);
  g_test_add_func ("/base/text/markup", test_markup);
  return g_test_run ();
}
