#include <locale.h>
#include <math.h>
#include <string.h>

#include "import/label/cell.h"
#include "import/label/odd_cell.h"
#include "import/mapping/marks.h"

static void
add_digits (GString *text, guint n) {
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, (char) ('0' + g_test_rand_int_range (0, 10)));
}

/* A numeral, or nearly one. */
static char *
make_numeral (char mark) {
  static const char *const odd[] = { "", " ", "-", "+", ".", ",", "%", "e3", "\xc2\xa0", "\xe2\x88\x92", "x" };
  GString *text = g_string_new (g_test_rand_int_range (0, 4) == 0 ? "-" : NULL);
  add_digits (text, (guint) g_test_rand_int_range (0, g_test_rand_bit () ? 7 : 20));
  if (g_test_rand_bit ())
    g_string_append_c (text, mark);
  add_digits (text, (guint) g_test_rand_int_range (0, g_test_rand_bit () ? 3 : 20));
  if (g_test_rand_int_range (0, 10) == 0)
    g_string_insert (text, g_test_rand_int_range (0, (gint32) text->len + 1),
                     odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))]);
  return g_string_free (text, FALSE);
}

static void
check_cell (const char *text, UtDecimalMark mark) {
  double expected = NAN;
  UtCellFigure figure = { 0 };
  gboolean readable = ut_cell_read (text, &ut_notation_general, mark, &figure);
  if (!ut_number_parse (text, mark, &expected)) {
    g_assert_true (isnan (figure.value) || figure.value == 0);
    g_assert_true (readable || figure.status == UT_STATUS_OK);
    return;
  }
  const char *point = strchr (text, mark == UT_DECIMAL_COMMA ? ',' : '.');
  g_test_message ("%s", text);
  g_assert_true (readable);
  g_assert_cmpint (figure.status, ==, UT_STATUS_OK);
  g_assert_cmpint (figure.decimals, ==, point != NULL ? (int) strspn (point + 1, "0123456789") : 0);
  /* Zero has no sign. */
  g_assert_true (memcmp (&figure.value, &expected, sizeof expected) == 0 || (figure.value == 0 && expected == 0));
}

/* The short way reads what the long way reads, to the last bit. */
static void
test_numerals (void) {
  for (guint i = 0; i < 200000; i++) {
    UtDecimalMark mark = i % 2 == 0 ? UT_DECIMAL_POINT : UT_DECIMAL_COMMA;
    g_autofree char *text = make_numeral (g_test_rand_int_range (0, 8) == 0 ? '.'
                                          : mark == UT_DECIMAL_POINT        ? '.'
                                                                            : ',');
    check_cell (text, mark);
  }
  static const char *const edges[] = { "0",
                                       "-0",
                                       "00",
                                       "0.0",
                                       "-0.0",
                                       "999999999999999",
                                       "9999999999999999",
                                       "0.1",
                                       "0.000000000000001",
                                       "123456789012345.6",
                                       "-.5",
                                       ".5",
                                       "5.",
                                       "-",
                                       "",
                                       ".",
                                       "..",
                                       "99999999999999999999999999",
                                       "0.30000000000000004",
                                       "1-",
                                       "--1" };
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    check_cell (edges[i], UT_DECIMAL_POINT);
}

static void
test_zero_has_no_sign (void) {
  UtCellFigure figure = { 0 };
  static const char *const zeros[] = { "-0", "-0,0", "-0,00000000000000000000", "−0" };
  for (gsize i = 0; i < G_N_ELEMENTS (zeros); i++) {
    g_assert_true (ut_cell_read (zeros[i], &ut_notation_general, UT_DECIMAL_COMMA, &figure));
    g_assert_cmpfloat (figure.value, ==, 0);
    g_assert_false (signbit (figure.value));
  }
}

static void
test_signs (void) {
  UtCellFigure figure = { 0 };
  g_assert_true (ut_cell_read ("..", &ut_notation_ssb, UT_DECIMAL_POINT, &figure));
  g_assert_cmpint (figure.status, ==, UT_STATUS_MISSING);
  g_assert_true (isnan (figure.value));
  g_assert_true (ut_cell_read ("", &ut_notation_ssb, UT_DECIMAL_POINT, &figure));
  g_assert_cmpint (figure.status, ==, UT_STATUS_BLANK);
  g_assert_false (ut_cell_read ("mange", &ut_notation_ssb, UT_DECIMAL_POINT, &figure));
  g_assert_true (isnan (figure.value));
}

static void
test_exponents (void) {
  UtCellFigure figure = { 0 };
  g_assert_true (ut_cell_read ("1.5e-03", &ut_notation_general, UT_DECIMAL_POINT, &figure));
  g_assert_cmpfloat (figure.value, ==, 0.0015);
  g_assert_cmpint (figure.decimals, ==, 4);
  g_assert_true (ut_cell_read ("1.234567e+05", &ut_notation_general, UT_DECIMAL_POINT, &figure));
  g_assert_cmpint (figure.decimals, ==, 1);
  static const char *const none[] = { "12E3", "4e+", "4e+1234", "4e+999", "e+05", "4e+05x" };
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (ut_cell_read (none[i], &ut_notation_general, UT_DECIMAL_POINT, &figure));
}

/* They stand where figures should, and never in a heading or a label. */
static void
test_odd (void) {
  static const char *const odd[]
      = { "<5",  "< 5", "≤ 3",  ">=95", "ca. 5", "Ca 5",    "~5",        "12*",  "12 **", "12¹",    "12 1)", "12 a)",
          "12†", "inf", "-Inf", "nan",  "NULL",  "#DIV/0!", "#DELTPÅ0!", "#I/T", "#REF!", "#NAVN?", "1 234*" };
  static const char *const none[] = { "",     "12",   "1-4",  "<",   "< 18 år", "ca. 5 år", "Nan Su", "*",    "a*", "#",
                                      "#abc", "# 12", "105+", "1)a", "12 (1)",  "2023/24",  "-",      "ca. ", "¹" };
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++) {
    g_test_message ("%s", odd[i]);
    g_assert_true (ut_odd_cell_is (odd[i]));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++) {
    g_test_message ("%s", none[i]);
    g_assert_false (ut_odd_cell_is (none[i]));
  }
  g_assert_true (ut_odd_cell_is_span ("1-4") && ut_odd_cell_is_span ("1 – 4") && !ut_odd_cell_is_span ("1-4 år"));
}

static void
test_percent (void) {
  UtFact fact = { .value = 0.0725, .decimals = 4 };
  ut_fact_to_percent (&fact);
  g_assert_cmpfloat (fact.value, ==, 7.25);
  g_assert_cmpint (fact.decimals, ==, 2);
  /* Not before the whole column has told what it is. */
  fact = (UtFact){ .value = 37061, .decimals = UT_DECIMALS_OTHER_GROUPED };
  ut_fact_to_percent (&fact);
  g_assert_cmpfloat (fact.value, ==, 37061);
  g_assert_cmpint (fact.decimals, ==, UT_DECIMALS_OTHER_GROUPED);
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/cell/numerals", test_numerals);
  g_test_add_func ("/import/cell/zero", test_zero_has_no_sign);
  g_test_add_func ("/import/cell/signs", test_signs);
  g_test_add_func ("/import/cell/exponents", test_exponents);
  g_test_add_func ("/import/cell/odd", test_odd);
  g_test_add_func ("/import/cell/percent", test_percent);
  return g_test_run ();
}
