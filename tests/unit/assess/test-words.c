/* Words and marks: there for every answer, in every language, and different. */
#include <utsyn/assess.h>

static void
test_reasons (void) {
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < UT_N_REASONS; i++) {
    const char *code = ut_reason_code ((UtReason) i);
    g_assert_cmpstr (code, !=, NULL);
    g_assert_true (g_hash_table_add (codes, (gpointer) code));
    for (int language = 0; language < UT_N_LANGUAGES; language++) {
      const char *text = ut_reason_text ((UtReason) i, (UtLanguage) language);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpint (*text == '\0', ==, i == UT_REASON_NONE);
    }
    const char *english = ut_reason_text ((UtReason) i, UT_LANGUAGE_EN);
    if (i != UT_REASON_NONE) {
      g_assert_cmpstr (ut_reason_text ((UtReason) i, UT_LANGUAGE_NB), !=, english);
      g_assert_cmpstr (ut_reason_text ((UtReason) i, UT_LANGUAGE_NN), !=, english);
    }
  }
  g_assert_cmpstr (ut_reason_text (UT_REASON_COUNT_NOT_PUBLISHED, UT_LANGUAGE_NN), ==,
                   "kor mange det byggjer på, er ikkje publisert");
}

static void
test_levels (void) {
  g_assert_cmpstr (ut_level_word (UT_LEVEL_BETTER, UT_LANGUAGE_NN), ==, "betre");
  g_assert_cmpstr (ut_level_word (UT_LEVEL_WORSE, UT_LANGUAGE_NN), ==, "dårlegare");
  g_assert_cmpstr (ut_level_word (UT_LEVEL_SIMILAR, UT_LANGUAGE_NN), ==, "ikkje sikker skilnad");
  g_assert_cmpstr (ut_level_word (UT_LEVEL_HIGHER, UT_LANGUAGE_NN), ==, "høgare");
  g_assert_cmpstr (ut_level_word (UT_LEVEL_LOWER, UT_LANGUAGE_NB), ==, "lavere");
  g_assert_cmpstr (ut_level_word (UT_LEVEL_NOT_TESTED, UT_LANGUAGE_NN), ==, "ikkje testa");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_BETTER, TRUE), ==, "▲");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_BETTER, FALSE), ==, "△");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_WORSE, TRUE), ==, "▼");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_WORSE, FALSE), ==, "▽");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_SIMILAR, FALSE), ==, "○");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_HIGHER, TRUE), ==, "◆");
  g_assert_cmpstr (ut_level_mark (UT_LEVEL_NOT_TESTED, FALSE), ==, "–");
}

static void
test_trends (void) {
  g_assert_cmpstr (ut_trend_word (UT_TREND_RISING, UT_LANGUAGE_NN), ==, "stigande");
  g_assert_cmpstr (ut_trend_word (UT_TREND_FALLING, UT_LANGUAGE_NB), ==, "fallende");
  g_assert_cmpstr (ut_trend_word (UT_TREND_NONE, UT_LANGUAGE_NN), ==, "inga klar endring");
  g_assert_cmpstr (ut_trend_word (UT_TREND_JUMP, UT_LANGUAGE_NN), ==, "brått skifte");
  g_assert_cmpstr (ut_trend_word (UT_TREND_NOT_TESTED, UT_LANGUAGE_EN), ==, "not tested");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/reasons", test_reasons);
  g_test_add_func ("/words/levels", test_levels);
  g_test_add_func ("/words/trends", test_trends);
  return g_test_run ();
}
