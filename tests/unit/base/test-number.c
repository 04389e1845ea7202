#include <float.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <utsyn/number.h>

#define NBSP   "\xc2\xa0"
#define NARROW "\xe2\x80\xaf"
#define THIN   "\xe2\x80\x89"
#define MINUS  "\xe2\x88\x92"

static void
test_parse (void) {
  static const struct {
    const char *text;
    UtDecimalMark mark;
    double value;
  } cases[] = {
    { "0", UT_DECIMAL_POINT, 0 },
    { "12", UT_DECIMAL_COMMA, 12 },
    { "12,5", UT_DECIMAL_COMMA, 12.5 },
    { "12.5", UT_DECIMAL_POINT, 12.5 },
    { ",5", UT_DECIMAL_COMMA, 0.5 },
    { "-3,25", UT_DECIMAL_COMMA, -3.25 },
    { "+3.25", UT_DECIMAL_POINT, 3.25 },
    { MINUS "7", UT_DECIMAL_COMMA, -7 },
    { "1 234", UT_DECIMAL_COMMA, 1234 },
    { "1" NBSP "234" NARROW "567" THIN "890,5", UT_DECIMAL_COMMA, 1234567890.5 },
    { "123 456", UT_DECIMAL_POINT, 123456 },
    { " \t12,5" NBSP, UT_DECIMAL_COMMA, 12.5 },
    { "45,2 %", UT_DECIMAL_COMMA, 45.2 },
    { "45,2%", UT_DECIMAL_COMMA, 45.2 },
    { "45" NBSP "%", UT_DECIMAL_COMMA, 45 },
    { "0005", UT_DECIMAL_COMMA, 5 },
    { "\xef\xbb\xbf"
      "8",
      UT_DECIMAL_COMMA, 8 },
    { "0,1", UT_DECIMAL_COMMA, 0.1 },
    { "4e+05", UT_DECIMAL_POINT, 400000 },
    { "-1,5E-03", UT_DECIMAL_COMMA, -0.0015 },
    { "1'234'567", UT_DECIMAL_POINT, 1234567 },
    { "1\xe2\x80\x99"
      "234,5",
      UT_DECIMAL_COMMA, 1234.5 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    double value = -1;
    g_test_message ("%s", cases[i].text);
    g_assert_true (ut_number_parse (cases[i].text, cases[i].mark, &value));
    g_assert_cmpfloat (value, ==, cases[i].value);
  }
}

static void
test_grouped (void) {
  static const struct {
    const char *text;
    UtMarkUse point, comma;
    double with_point; /* between thousands; NaN: no number */
  } cases[] = {
    { "37.061", UT_MARK_UNCLEAR, UT_MARK_ABSENT, 37061 },
    { "1.175.333", UT_MARK_SEPARATES, UT_MARK_ABSENT, 1175333 },
    { "-1.175.333", UT_MARK_SEPARATES, UT_MARK_ABSENT, -1175333 },
    { "1.234,5", UT_MARK_SEPARATES, UT_MARK_ABSENT, 1234.5 },
    { "1,234.5", UT_MARK_ABSENT, UT_MARK_SEPARATES, NAN },
    { "37,061", UT_MARK_ABSENT, UT_MARK_UNCLEAR, NAN },
    { "3.5", UT_MARK_DECIMAL, UT_MARK_ABSENT, NAN },
    { "0.125", UT_MARK_DECIMAL, UT_MARK_ABSENT, NAN },
    { "1234.567", UT_MARK_DECIMAL, UT_MARK_ABSENT, NAN },
    { "12", UT_MARK_ABSENT, UT_MARK_ABSENT, NAN },
    { "1.17.333", UT_MARK_ABSENT, UT_MARK_ABSENT, NAN },
    { "1.1755.333", UT_MARK_ABSENT, UT_MARK_ABSENT, NAN },
    { "01.06.2024", UT_MARK_ABSENT, UT_MARK_ABSENT, NAN },
    { "1.234.", UT_MARK_ABSENT, UT_MARK_ABSENT, NAN },
    { "1,234,5", UT_MARK_ABSENT, UT_MARK_ABSENT, NAN },
    { "", UT_MARK_ABSENT, UT_MARK_ABSENT, NAN },
    { "a.b", UT_MARK_ABSENT, UT_MARK_ABSENT, NAN },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    double value = NAN;
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (ut_number_mark_use (cases[i].text, UT_DECIMAL_POINT), ==, cases[i].point);
    g_assert_cmpint (ut_number_mark_use (cases[i].text, UT_DECIMAL_COMMA), ==, cases[i].comma);
    g_assert_true (ut_number_parse_grouped (cases[i].text, UT_DECIMAL_POINT, &value) == !isnan (cases[i].with_point));
    g_assert_true (isnan (value) ? isnan (cases[i].with_point) : value == cases[i].with_point);
  }
}

static void
test_parse_refused (void) {
  static const char *const comma[] = {
    "",         " ",    ".",       "..",       ":",      "-",       "+",       ",",         "1.234", "1,2,3",
    "5,",       "1 23", "12 3456", "1234 567", "1  234", "1 234 5", "--5",     "- 5",       "5-",    "1e5",
    "0x10",     "nan",  "inf",     "5 %%",     "%",      "5 kr",    "1,5 6",   "1,234 567", "\xff",  "5\xc2",
    "\xe2\x88", "١٢",   "12a",     "1_000",    "(5)",    "5 % a",   "2022/23",
  };
  static const char *const point[] = { "1,234", "1,5", "1.2.3", "5.", "." };
  double value = 42;
  for (gsize i = 0; i < G_N_ELEMENTS (comma); i++) {
    g_test_message ("%s", comma[i]);
    g_assert_false (ut_number_parse (comma[i], UT_DECIMAL_COMMA, &value));
  }
  for (gsize i = 0; i < G_N_ELEMENTS (point); i++)
    g_assert_false (ut_number_parse (point[i], UT_DECIMAL_POINT, &value));
  g_autofree char *huge = g_strnfill (400, '9');
  g_assert_false (ut_number_parse (huge, UT_DECIMAL_COMMA, &value));
  g_assert_cmpfloat (value, ==, 42);
}

static void
test_format (void) {
  static const struct {
    double value;
    int decimals;
    UtLanguage language;
    const char *text;
  } cases[] = {
    { 0, 0, UT_LANGUAGE_NB, "0" },
    { 0, 2, UT_LANGUAGE_NB, "0,00" },
    { -0.0, 1, UT_LANGUAGE_NB, "0,0" },
    { -0.04, 1, UT_LANGUAGE_NB, "0,0" },
    { -0.05, 1, UT_LANGUAGE_NB, MINUS "0,1" },
    { 0.125, 2, UT_LANGUAGE_NB, "0,13" },
    { 2.675, 2, UT_LANGUAGE_NN, "2,68" },
    { -2.675, 2, UT_LANGUAGE_NN, MINUS "2,68" },
    { 1.005, 2, UT_LANGUAGE_NB, "1,01" },
    { 8.05, 1, UT_LANGUAGE_NB, "8,1" },
    { 8.05, 2, UT_LANGUAGE_EN, "8.05" },
    { 0.5, 0, UT_LANGUAGE_NB, "1" },
    { 0.49, 0, UT_LANGUAGE_NB, "0" },
    { 0.05, 0, UT_LANGUAGE_NB, "0" },
    { 2.5, 0, UT_LANGUAGE_NB, "3" },
    { 1e-9, 2, UT_LANGUAGE_NB, "0,00" },
    { 1e-9, 9, UT_LANGUAGE_NB, "0,000000001" },
    { 9.996, 2, UT_LANGUAGE_NB, "10,00" },
    { 99.5, 0, UT_LANGUAGE_NB, "100" },
    { 1234, 0, UT_LANGUAGE_NB, "1234" },
    { 9999.4, 0, UT_LANGUAGE_NB, "9999" },
    { 9999.5, 0, UT_LANGUAGE_NB, "10" NARROW "000" },
    { 12345.678, 1, UT_LANGUAGE_NN, "12" NARROW "345,7" },
    { 12345.678, 1, UT_LANGUAGE_EN, "12,345.7" },
    { -1234567, 0, UT_LANGUAGE_NB, MINUS "1" NARROW "234" NARROW "567" },
    { 1234567, 2, UT_LANGUAGE_EN, "1,234,567.00" },
    { 123456, 0, UT_LANGUAGE_EN, "123,456" },
    { 1e15, 0, UT_LANGUAGE_EN, "1,000,000,000,000,000" },
    { NAN, 1, UT_LANGUAGE_NB, "" },
    { INFINITY, 1, UT_LANGUAGE_NB, "" },
    { 5, -1, UT_LANGUAGE_NB, "5" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = ut_number_format (cases[i].value, cases[i].decimals, cases[i].language);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

/* Every multiple of 0.001 up to 30, against whole-number arithmetic. */
static void
test_format_against_whole_numbers (void) {
  for (int thousandths = 0; thousandths <= 30000; thousandths++) {
    int hundredths = (thousandths + 5) / 10, tenths = (thousandths + 50) / 100;
    g_autofree char *two = ut_number_format (thousandths / 1000.0, 2, UT_LANGUAGE_EN);
    g_autofree char *one = ut_number_format (thousandths / 1000.0, 1, UT_LANGUAGE_EN);
    g_autofree char *wanted_two = g_strdup_printf ("%d.%02d", hundredths / 100, hundredths % 100);
    g_autofree char *wanted_one = g_strdup_printf ("%d.%d", tenths / 10, tenths % 10);
    g_assert_cmpstr (two, ==, wanted_two);
    g_assert_cmpstr (one, ==, wanted_one);
  }
}

/* What is written with n decimals is read back within half a unit of the last, and written the same again. */
static void
test_round_trip (void) {
  for (int i = 0; i < 20000; i++) {
    double value = (g_test_rand_double () - 0.5) * pow (10, g_test_rand_int_range (-3, 10)), read, again;
    int decimals = g_test_rand_int_range (0, 4);
    g_autofree char *text = ut_number_format (value, decimals, UT_LANGUAGE_NB);
    g_assert_true (ut_number_parse (text, UT_DECIMAL_COMMA, &read));
    g_assert_cmpfloat (ut_number_rounded (value, decimals), ==, read);
    g_assert_cmpfloat (fabs (read - value), <=,
                       0.5 * pow (10, -decimals) * (1 + 1e-6) + 2 * DBL_EPSILON * fabs (value));
    g_autofree char *repeated = ut_number_format (read, decimals, UT_LANGUAGE_NB);
    g_assert_cmpstr (repeated, ==, text);
    g_assert_true (ut_number_parse (repeated, UT_DECIMAL_COMMA, &again));
    g_assert_cmpfloat (again, ==, read);
  }
}

static void
test_parse_any_bytes (void) {
  static const char pieces[] = "0123456789 ,.-+%\xc2\xa0\xe2\x80\xaf\x88\x92";
  for (int i = 0; i < 50000; i++) {
    int length = g_test_rand_int_range (0, 12);
    g_autofree char *text = g_malloc0 ((gsize) length + 1);
    for (int k = 0; k < length; k++)
      text[k] = pieces[g_test_rand_int_range (0, (gint32) sizeof pieces - 1)];
    double value;
    if (ut_number_parse (text, UT_DECIMAL_COMMA, &value))
      g_assert_true (isfinite (value));
  }
}

static void
test_auto_decimals (void) {
  static const struct {
    double value;
    int decimals;
  } cases[] = {
    { 8.25, 2 },  { 16.2, 1 },  { 120, 0 },   { 9.994, 2 }, { 9.996, 1 }, { 10, 1 },
    { 99.94, 1 }, { 99.96, 0 }, { 0.004, 2 }, { -16.2, 1 }, { 1e6, 0 },   { NAN, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ut_number_auto_decimals (cases[i].value), ==, cases[i].decimals);
}

static void
test_locale_plays_no_part (void) {
  static const char *const locales[] = { "C", "nb_NO.UTF-8" };
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++) {
    double value;
    setlocale (LC_ALL, locales[i]);
    g_autofree char *text = ut_number_format (12345.678, 2, UT_LANGUAGE_EN);
    g_assert_cmpstr (text, ==, "12,345.68");
    g_assert_true (ut_number_parse ("1.5", UT_DECIMAL_POINT, &value));
    g_assert_cmpfloat (value, ==, 1.5);
  }
  setlocale (LC_ALL, "");
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/grouped", test_grouped);
  g_test_add_func ("/base/number/parse", test_parse);
  g_test_add_func ("/base/number/parse-refused", test_parse_refused);
  g_test_add_func ("/base/number/parse-any-bytes", test_parse_any_bytes);
  g_test_add_func ("/base/number/format", test_format);
  g_test_add_func ("/base/number/format-against-whole-numbers", test_format_against_whole_numbers);
  g_test_add_func ("/base/number/round-trip", test_round_trip);
  g_test_add_func ("/base/number/auto-decimals", test_auto_decimals);
  g_test_add_func ("/base/number/locale-plays-no-part", test_locale_plays_no_part);
  return g_test_run ();
}
