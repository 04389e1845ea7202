#include <locale.h>
#include <utsyn/language.h>

static void
test_tags (void) {
  static const struct {
    const char *tag;
    UtLanguage language;
  } known[] = {
    { "nb", UT_LANGUAGE_NB },          { "nn", UT_LANGUAGE_NN },  { "en", UT_LANGUAGE_EN },
    { "nb_NO.UTF-8", UT_LANGUAGE_NB }, { "no", UT_LANGUAGE_NB },  { "nn-NO", UT_LANGUAGE_NN },
    { "NN", UT_LANGUAGE_NN },          { "nno", UT_LANGUAGE_NN }, { "en_GB@euro", UT_LANGUAGE_EN },
  };
  static const char *const unknown[] = { "", "n", "nbx", "sv", "C", "POSIX", "_NO", " nb", "norsk" };
  UtLanguage language;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++) {
    g_assert_true (ut_language_find (known[i].tag, &language));
    g_assert_cmpint (language, ==, known[i].language);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++) {
    language = UT_LANGUAGE_NN;
    g_assert_false (ut_language_find (unknown[i], &language));
    g_assert_cmpint (language, ==, UT_LANGUAGE_NN);
  }
  for (UtLanguage each = 0; each < UT_N_LANGUAGES; each++) {
    g_assert_true (ut_language_find (ut_language_tag (each), &language));
    g_assert_cmpint (language, ==, each);
  }
}

static void
test_translations (void) {
  g_assert_cmpstr (ut_tr (UT_LANGUAGE_NB, "unknown region"), ==, "ukjent region");
  g_assert_cmpstr (ut_tr (UT_LANGUAGE_NN, "unknown region"), ==, "ukjend region");
  g_assert_cmpstr (ut_tr (UT_LANGUAGE_EN, "unknown region"), ==, "unknown region");
}

static void
test_absent_is_english (void) {
  for (UtLanguage language = 0; language < UT_N_LANGUAGES; language++) {
    g_assert_cmpstr (ut_tr (language, "no such text"), ==, "no such text");
    g_assert_cmpstr (ut_tr (language, ""), ==, "");
    g_assert_cmpstr (ut_trn (language, "one thing", "more things", 1), ==, "one thing");
    g_assert_cmpstr (ut_trn (language, "one thing", "more things", 0), ==, "more things");
    g_assert_cmpstr (ut_trn (language, "one thing", "more things", 2), ==, "more things");
    g_assert_cmpstr (ut_trc (language, "no such context", "unknown region"), ==, "unknown region");
  }
}

static void
test_locale_plays_no_part (void) {
  static const char *const locales[] = { "C", "nb_NO.UTF-8", "C.UTF-8" };
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++) {
    setlocale (LC_ALL, locales[i]);
    g_assert_cmpstr (ut_tr (UT_LANGUAGE_NN, "unknown period"), ==, "ukjend periode");
  }
  setlocale (LC_ALL, "");
}

static gpointer
look_up (gpointer data G_GNUC_UNUSED) {
  for (int i = 0; i < 1000; i++)
    g_assert_cmpstr (ut_tr (UT_LANGUAGE_NB, "unknown period"), ==, "ukjent periode");
  return NULL;
}

static void
test_threads (void) {
  GThread *threads[4];
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("look-up", look_up, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_message_language (void) {
  g_assert_cmpint (ut_language_messages (), ==, UT_LANGUAGE_NB);
  ut_language_set_messages (UT_LANGUAGE_EN);
  g_assert_cmpint (ut_language_messages (), ==, UT_LANGUAGE_EN);
  ut_language_set_messages (UT_LANGUAGE_NB);
}

static void
test_texts (void) {
  UtText text = { { NULL } };
  g_assert_cmpstr (ut_text_get (&text, UT_LANGUAGE_NN), ==, "");
  text.in[UT_LANGUAGE_EN] = g_strdup ("school");
  g_assert_cmpstr (ut_text_get (&text, UT_LANGUAGE_NN), ==, "school");
  text.in[UT_LANGUAGE_NB] = g_strdup ("skole");
  g_assert_cmpstr (ut_text_get (&text, UT_LANGUAGE_NN), ==, "skole");
  g_assert_cmpstr (ut_text_get (&text, UT_LANGUAGE_EN), ==, "school");
  text.in[UT_LANGUAGE_NN] = g_strdup ("");
  g_assert_cmpstr (ut_text_get (&text, UT_LANGUAGE_NN), ==, "skole");
  ut_text_clear (&text);
  g_assert_cmpstr (ut_text_get (&text, UT_LANGUAGE_NB), ==, "");
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/language/threads", test_threads);
  g_test_add_func ("/base/language/tags", test_tags);
  g_test_add_func ("/base/language/translations", test_translations);
  g_test_add_func ("/base/language/absent-is-english", test_absent_is_english);
  g_test_add_func ("/base/language/locale-plays-no-part", test_locale_plays_no_part);
  g_test_add_func ("/base/language/message-language", test_message_language);
  g_test_add_func ("/base/language/texts", test_texts);
  return g_test_run ();
}
