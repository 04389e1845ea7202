#include <string.h>
#include <utsyn/findings.h>
#include <utsyn/language.h>

static void
test_kept_in_order (void) {
  g_autoptr (UtFindings) findings = ut_findings_new ();
  g_assert_cmpuint (ut_findings_count (findings), ==, 0);
  char file[] = "a.csv";
  ut_findings_add (findings, file, 7, UT_FINDING_BAD_NUMBER, "'%s' in %d", "1,,2", 2021);
  file[0] = 'b';
  ut_findings_add (findings, NULL, 0, UT_FINDING_NOTHING_READ, "nothing");
  ut_findings_add (findings, file, 9, UT_FINDING_BAD_NUMBER, "%s", "100 %");
  g_assert_cmpuint (ut_findings_count (findings), ==, 3);
  g_assert_cmpuint (ut_findings_count_kind (findings, UT_FINDING_BAD_NUMBER), ==, 2);
  g_assert_cmpuint (ut_findings_count_kind (findings, UT_FINDING_NOTHING_READ), ==, 1);
  g_assert_cmpuint (ut_findings_count_kind (findings, UT_FINDING_CONFLICT), ==, 0);
  const UtFinding *first = ut_findings_get (findings, 0);
  g_assert_cmpstr (first->file, ==, "a.csv");
  g_assert_cmpuint (first->line, ==, 7);
  g_assert_cmpstr (first->message, ==, "'1,,2' in 2021");
  g_assert_null (ut_findings_get (findings, 1)->file);
  g_assert_cmpstr (ut_findings_get (findings, 2)->message, ==, "100 %");
}

static void
test_labels (void) {
  g_assert_cmpstr (ut_finding_kind_label (UT_FINDING_UNKNOWN_REGION, UT_LANGUAGE_NN), ==, "ukjend region");
  for (UtFindingKind kind = 0; kind < UT_N_FINDING_KINDS; kind++) {
    const char *english = ut_finding_kind_label (kind, UT_LANGUAGE_EN);
    g_assert_cmpstr (english, !=, "");
    for (UtLanguage language = UT_LANGUAGE_NB; language <= UT_LANGUAGE_NN; language++)
      g_assert_cmpstr (ut_finding_kind_label (kind, language), !=, english);
  }
}

static void
test_free_nothing (void) {
  ut_findings_free (NULL);
}

static void
test_one_line (void) {
  g_autoptr (UtFindings) findings = ut_findings_new ();
  ut_findings_add (findings, "a.csv", 2, UT_FINDING_BAD_ROW, "'%s' is no place", "Vinje\nb.csv:1: fine");
  ut_findings_add_lines (findings, NULL, 0, UT_FINDING_UNREAD, "a.yaml:1: wrong\na is left out");
  g_assert_cmpstr (ut_findings_get (findings, 0)->message, ==, "'Vinje\\u000ab.csv:1: fine' is no place");
  g_assert_cmpstr (ut_findings_get (findings, 1)->message, ==, "a.yaml:1: wrong\na is left out");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/findings/kept-in-order", test_kept_in_order);
  g_test_add_func ("/base/findings/labels", test_labels);
  g_test_add_func ("/base/findings/free-nothing", test_free_nothing);
  g_test_add_func ("/base/findings/one-line", test_one_line);
  return g_test_run ();
}
