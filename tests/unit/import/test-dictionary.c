#include <string.h>

#include "import/label/dictionary.h"

static void
test_codes (void) {
  g_autoptr (UtDictionary) dictionary = ut_dictionary_new ();
  g_assert_cmpuint (ut_dictionary_count (dictionary), ==, 0);
  g_assert_cmpuint (ut_dictionary_code (dictionary, "Oslo"), ==, 0);
  g_assert_cmpuint (ut_dictionary_code (dictionary, ""), ==, 1);
  g_assert_cmpuint (ut_dictionary_code (dictionary, "Oslo "), ==, 2);
  g_assert_cmpuint (ut_dictionary_code (dictionary, "Oslo"), ==, 0);
  g_assert_cmpuint (ut_dictionary_count (dictionary), ==, 3);
  g_assert_cmpstr (ut_dictionary_label (dictionary, 1), ==, "");
}

/* Padding and another encoding spell the same label. */
static void
test_spellings (void) {
  g_autoptr (UtDictionary) dictionary = ut_dictionary_new ();
  g_assert_cmpuint (ut_dictionary_spelt (dictionary, "Oslo  ", 6), ==, UT_LABEL_NONE);
  g_assert_false (ut_dictionary_is_spelt (dictionary, 0, "Oslo  ", 6));
  g_assert_cmpuint (ut_dictionary_spell (dictionary, "Oslo  ", 6, "Oslo"), ==, 0);
  g_assert_cmpuint (ut_dictionary_spell (dictionary, "Oslo", 4, "Oslo"), ==, 0);
  g_assert_cmpuint (ut_dictionary_spelt (dictionary, "Oslo   x", 6), ==, 0);
  g_assert_true (ut_dictionary_is_spelt (dictionary, 0, "Oslo  ", 6));
  g_assert_false (ut_dictionary_is_spelt (dictionary, 0, "Oslo", 4));
  g_assert_false (ut_dictionary_is_spelt (dictionary, 7, "Oslo", 4));
  g_assert_cmpuint (ut_dictionary_code (dictionary, "Oslo"), ==, 0);
  g_assert_cmpuint (ut_dictionary_count (dictionary), ==, 1);
  /* A label that was only ever a label has no spelling yet. */
  g_assert_cmpuint (ut_dictionary_code (dictionary, "Moss"), ==, 1);
  g_assert_false (ut_dictionary_is_spelt (dictionary, 1, "Moss", 4));
  g_assert_cmpuint (ut_dictionary_spell (dictionary, "Moss", 4, "Moss"), ==, 1);
  g_assert_true (ut_dictionary_is_spelt (dictionary, 1, "Moss", 4));
  /* An empty cell, and bytes with a NUL among them. */
  g_assert_cmpuint (ut_dictionary_spell (dictionary, "", 0, ""), ==, 2);
  g_assert_true (ut_dictionary_is_spelt (dictionary, 2, "x", 0));
  g_assert_cmpuint (ut_dictionary_spelt (dictionary, "Oslo\0\0", 6), ==, UT_LABEL_NONE);
}

/* The bytes of one label as UTF-8 may be how a file spells another. */
static void
test_bytes_are_no_labels (void) {
  g_autoptr (UtDictionary) dictionary = ut_dictionary_new ();
  guint32 aring = ut_dictionary_spell (dictionary, "\xe5", 1, "å");
  g_assert_cmpuint (ut_dictionary_spelt (dictionary, "\xc3\xa5", 2), ==, UT_LABEL_NONE);
  guint32 other = ut_dictionary_spell (dictionary, "\xc3\xa5", 2, "Ã¥");
  g_assert_cmpuint (other, !=, aring);
  g_assert_cmpuint (ut_dictionary_code (dictionary, "å"), ==, aring);
  g_assert_cmpuint (ut_dictionary_spelt (dictionary, "\xc3\xa5", 2), ==, other);
  guint32 doubled = ut_dictionary_spell (dictionary, "a\"\"\"\"b", 6, "a\"\"b");
  g_assert_cmpuint (ut_dictionary_spelt (dictionary, "a\"\"b", 4), ==, UT_LABEL_NONE);
  g_assert_cmpuint (ut_dictionary_spell (dictionary, "a\"\"b", 4, "a\"b"), !=, doubled);
}

/* What grows keeps what it had. */
static void
test_many (void) {
  enum { N = 100000 };
  g_autoptr (UtDictionary) dictionary = ut_dictionary_new ();
  const char *first = NULL;
  for (guint i = 0; i < N; i++) {
    char label[32], padded[32];
    g_snprintf (label, sizeof label, "%u Kommune", i);
    g_snprintf (padded, sizeof padded, " %s ", label);
    guint32 code = i % 3 == 0 ? ut_dictionary_code (dictionary, label)
                              : ut_dictionary_spell (dictionary, padded, strlen (padded), label);
    g_assert_cmpuint (code, ==, i);
    if (i == 0)
      first = ut_dictionary_label (dictionary, 0);
  }
  g_assert_true (first == ut_dictionary_label (dictionary, 0));
  g_assert_cmpuint (ut_dictionary_count (dictionary), ==, N);
  for (guint i = 0; i < N; i++) {
    char label[32], padded[32];
    g_snprintf (label, sizeof label, "%u Kommune", i);
    g_snprintf (padded, sizeof padded, " %s ", label);
    g_assert_cmpstr (ut_dictionary_label (dictionary, i), ==, label);
    g_assert_cmpuint (ut_dictionary_code (dictionary, label), ==, i);
    g_assert_cmpuint (ut_dictionary_spelt (dictionary, padded, strlen (padded)), ==, i % 3 == 0 ? UT_LABEL_NONE : i);
  }
  g_assert_cmpuint (ut_dictionary_count (dictionary), ==, N);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/dictionary/codes", test_codes);
  g_test_add_func ("/import/dictionary/spellings", test_spellings);
  g_test_add_func ("/import/dictionary/bytes", test_bytes_are_no_labels);
  g_test_add_func ("/import/dictionary/many", test_many);
  return g_test_run ();
}
