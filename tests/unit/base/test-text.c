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

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/trim", test_trim);
  g_test_add_func ("/text/distance", test_distance);
  g_test_add_func ("/text/nearest", test_nearest);
  g_test_add_func ("/text/equal-folded", test_equal_folded);
  g_test_add_func ("/text/join", test_join);
  return g_test_run ();
}
