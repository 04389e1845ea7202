/* Short forms of periods and changes, and what texts are made of. */
#include "base/text.h"
#include "text/indicator.h"
#include "text/trend.h"

static void
check_period (const char *text, const char *want) {
  UtPeriod period;
  g_assert_true (ut_period_parse (text, &period));
  g_autofree char *got = ut_phrase_period (period, UT_LANGUAGE_NN);
  g_assert_cmpstr (got, ==, want);
}

static void
test_period (void) {
  check_period ("2024", "2024");
  check_period ("2021-2023", "2021–23");
  check_period ("1999-2001", "1999–2001");
  check_period ("2022/23", "2022/23");
  check_period ("2022/23-2024/25", "22/23–24/25");
  check_period ("2025M10", "oktober 2025");
}

static void
check_change (double value, const char *want) {
  g_autofree char *got = ut_phrase_change (value, value, UT_LANGUAGE_NB);
  g_assert_cmpstr (got, ==, want);
}

static void
test_change (void) {
  check_change (12.34, "12");
  check_change (-1.26, "−1,3");
  check_change (0.256, "0,26");
  check_change (0.0123, "0,012");
  check_change (0, "0,00");
}

static void
test_count (void) {
  g_assert_cmpuint (ut_text_count_words (""), ==, 0);
  g_assert_cmpuint (ut_text_count_words ("Vinje: 1 indikator betre enn landet"), ==, 6);
  /* The per cent sign belongs to its number. */
  g_assert_cmpuint (ut_text_count_words ("8,4\u00a0% for Vinje"), ==, 3);
}

static void
test_capital (void) {
  g_autofree char *got = ut_text_capital ("øydelagd");
  g_assert_cmpstr (got, ==, "Øydelagd");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/names/period", test_period);
  g_test_add_func ("/text/names/change", test_change);
  g_test_add_func ("/text/names/count", test_count);
  g_test_add_func ("/text/names/capital", test_capital);
  return g_test_run ();
}
