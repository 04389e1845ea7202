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

static void
assert_all_different (const char *(*code) (int), int n) {
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i < n; i++)
    g_assert_true (g_hash_table_add (codes, (gpointer) code (i)));
}

static const char *
level_code (int i) {
  return ut_level_code ((UtLevel) i);
}

static const char *
trend_code (int i) {
  return ut_trend_code ((UtTrendClass) i);
}

static const char *
drop_code (int i) {
  return ut_drop_code ((UtDrop) i);
}

static const char *
benchmark_code (int i) {
  return ut_benchmark_code ((UtBenchmark) i);
}

/* What data files say, which must never change with the language. */
static void
test_codes (void) {
  assert_all_different (level_code, UT_LEVEL_LOWER + 1);
  assert_all_different (trend_code, UT_TREND_JUMP + 1);
  assert_all_different (drop_code, UT_N_DROPS);
  assert_all_different (benchmark_code, UT_N_BENCHMARKS);
  g_assert_cmpstr (ut_level_code (UT_LEVEL_WORSE), ==, "worse");
  g_assert_cmpstr (ut_trend_code (UT_TREND_FALLING), ==, "falling");
  g_assert_cmpstr (ut_drop_code (UT_DROP_OVERLAP), ==, "overlap");
  g_assert_cmpstr (ut_benchmark_code (UT_BENCHMARK_COUNTRY), ==, "country");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/reasons", test_reasons);
  g_test_add_func ("/words/levels", test_levels);
  g_test_add_func ("/words/trends", test_trends);
  g_test_add_func ("/words/codes", test_codes);
  return g_test_run ();
}
