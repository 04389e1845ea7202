#include <locale.h>
#include <string.h>
#include <utsyn/period.h>

static UtPeriod
period_of (const char *text) {
  UtPeriod period = { 0 };
  g_test_message ("%s", text);
  g_assert_true (ut_period_parse (text, &period));
  return period;
}

static void
test_parse (void) {
  static const struct {
    const char *text;
    UtPeriod period;
  } cases[] = {
    { "2024", { UT_PERIOD_YEAR, 0, 0, 2024, 2024 } },
    { " 2024 ", { UT_PERIOD_YEAR, 0, 0, 2024, 2024 } },
    { "(2024)", { UT_PERIOD_YEAR, 0, 0, 2024, 2024 } },
    { "2020_2020", { UT_PERIOD_YEAR, 0, 0, 2020, 2020 } },
    { "2024-01-01", { UT_PERIOD_MONTHS, 1, 1, 2024, 2024 } },
    { "2024-02-29", { UT_PERIOD_MONTHS, 2, 2, 2024, 2024 } },
    { "2024-06-01T00:00:00", { UT_PERIOD_MONTHS, 6, 6, 2024, 2024 } },
    { "2024-06-01 00:00:00.000", { UT_PERIOD_MONTHS, 6, 6, 2024, 2024 } },
    { "01.06.2024", { UT_PERIOD_MONTHS, 6, 6, 2024, 2024 } },
    { "1.6.2024", { UT_PERIOD_MONTHS, 6, 6, 2024, 2024 } },
    { "2024-06", { UT_PERIOD_MONTHS, 6, 6, 2024, 2024 } },
    { "2012-12", { UT_PERIOD_MONTHS, 12, 12, 2012, 2012 } },
    { "2005-06", { UT_PERIOD_SCHOOL_YEAR, 0, 0, 2005, 2006 } },
    { "2022/23", { UT_PERIOD_SCHOOL_YEAR, 0, 0, 2022, 2023 } },
    { "2022-23", { UT_PERIOD_SCHOOL_YEAR, 0, 0, 2022, 2023 } },
    { "2022–23", { UT_PERIOD_SCHOOL_YEAR, 0, 0, 2022, 2023 } },
    { "2022/2023", { UT_PERIOD_SCHOOL_YEAR, 0, 0, 2022, 2023 } },
    { "1999/00", { UT_PERIOD_SCHOOL_YEAR, 0, 0, 1999, 2000 } },
    { "2021-2023", { UT_PERIOD_SPAN, 0, 0, 2021, 2023 } },
    { "2021–2023", { UT_PERIOD_SPAN, 0, 0, 2021, 2023 } },
    { "2021 - 2023", { UT_PERIOD_SPAN, 0, 0, 2021, 2023 } },
    { "2021_2023", { UT_PERIOD_SPAN, 0, 0, 2021, 2023 } },
    { "(2021-2023)", { UT_PERIOD_SPAN, 0, 0, 2021, 2023 } },
    { "2011-2015", { UT_PERIOD_SPAN, 0, 0, 2011, 2015 } },
    { "2022-2023", { UT_PERIOD_SPAN, 0, 0, 2022, 2023 } },
    { "2022/23-2024/25", { UT_PERIOD_SCHOOL_SPAN, 0, 0, 2022, 2025 } },
    { "2022/23–2024/25", { UT_PERIOD_SCHOOL_SPAN, 0, 0, 2022, 2025 } },
    { "2022/2023-2024/2025", { UT_PERIOD_SCHOOL_SPAN, 0, 0, 2022, 2025 } },
    { "2022/23-2022/23", { UT_PERIOD_SCHOOL_YEAR, 0, 0, 2022, 2023 } },
    { "2025M10", { UT_PERIOD_MONTHS, 10, 10, 2025, 2025 } },
    { "2021M01-M06", { UT_PERIOD_MONTHS, 1, 6, 2021, 2021 } },
    { "2021M01–2021M06", { UT_PERIOD_MONTHS, 1, 6, 2021, 2021 } },
    { "2021M01-M12", { UT_PERIOD_YEAR, 0, 0, 2021, 2021 } },
    { "2024U12", { UT_PERIOD_WEEK, 12, 12, 2024, 2024 } },
    { "2024W01", { UT_PERIOD_WEEK, 1, 1, 2024, 2024 } },
    { "2020-W53", { UT_PERIOD_WEEK, 53, 53, 2020, 2020 } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    UtPeriod period = period_of (cases[i].text);
    g_assert_cmpint (ut_period_compare (period, cases[i].period), ==, 0);
    g_assert_cmpint (period.last_part, ==, cases[i].period.last_part);
  }
}

static void
test_refused (void) {
  static const char *const cases[] = {
    "",
    " ",
    "-",
    "abc",
    "20244",
    "202",
    "2023-2021",
    "2022-25",
    "2022/24",
    "2022/22",
    "2022/2024",
    "2022/3",
    "2023/22",
    "0301",
    "9999",
    "2024.",
    "2024 25",
    "2021-",
    "-2021",
    "2021--2023",
    "2021-2023-2025",
    "2024-13-01",
    "2023-02-29",
    "2024-1-1",
    "2024-06-01x",
    "31.02.2024",
    "1.13.2024",
    "1.6.24",
    "2010-12", /* a month, or three years */
    "2024-13",
    "2024-00",
    "202406",
    "2025M13",
    "2025M00",
    "2025M1",
    "2025M",
    "2021M06-M01",
    "2021M01-2022M06",
    "2021M01-",
    "2021M01-06",
    "2024/25-2022/23",
    "2022/23-2024",
    "2022-23-2024-25",
    "(2024",
    "2024)",
    "2024x",
    "x2024",
    "2024\xff",
    "\xe2\x80",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    UtPeriod period = { .kind = UT_PERIOD_YEAR, .first_year = 1 };
    g_test_message ("%s", cases[i]);
    g_assert_false (ut_period_parse (cases[i], &period));
    g_assert_cmpint (period.first_year, ==, 1);
  }
}

static void
test_format (void) {
  static const struct {
    const char *text;
    const char *in[UT_N_LANGUAGES];
  } cases[] = {
    { "2024", { "2024", "2024", "2024" } },
    { "2022-23", { "2022/23", "2022/23", "2022/23" } },
    { "1999/2000", { "1999/00", "1999/00", "1999/00" } },
    { "2021_2023", { "2021–2023", "2021–2023", "2021–2023" } },
    { "2022/23-2024/25", { "2022/23–2024/25", "2022/23–2024/25", "2022/23–2024/25" } },
    { "2025M10", { "oktober 2025", "oktober 2025", "October 2025" } },
    { "2021M01-M06", { "januar–juni 2021", "januar–juni 2021", "January–June 2021" } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (UtLanguage language = 0; language < UT_N_LANGUAGES; language++) {
      g_autofree char *text = ut_period_format (period_of (cases[i].text), language);
      g_assert_cmpstr (text, ==, cases[i].in[language]);
    }
  }
  g_autofree char *none = ut_period_format ((UtPeriod){ 0 }, UT_LANGUAGE_NB);
  g_assert_cmpstr (none, ==, "");
}

static void
test_every_month_has_a_name (void) {
  for (guint month = 1; month <= 12; month++) {
    g_autofree char *text = g_strdup_printf ("2025M%02u", month);
    g_autofree char *nynorsk = ut_period_format (period_of (text), UT_LANGUAGE_NN);
    g_assert_true (g_ascii_islower (nynorsk[0]));
    g_assert_true (g_str_has_suffix (nynorsk, " 2025"));
  }
}

/* In order, each before the next. */
static const char *const ordered[] = {
  "2011-2015", "2020",      "2021M01-M06", "2021M06",   "2021M10", "2019-2021", "2020/21", "2021",
  "2022",      "2021-2023", "2022/23",     "2022-2023", "2023",    "2024",      "2025M10", "2022/23-2024/25",
};

static void
test_order (void) {
  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++) {
    for (gsize k = 0; k < G_N_ELEMENTS (ordered); k++) {
      int order = ut_period_compare (period_of (ordered[i]), period_of (ordered[k]));
      int wanted = i < k ? -1 : i > k;
      g_assert_cmpint (order, ==, wanted);
    }
  }
}

static void
test_time (void) {
  static const struct {
    const char *text;
    double time;
  } cases[] = {
    { "2024", 2024 },           { "2022/23", 2022.5 },         { "2021-2023", 2022 },
    { "2021-2022", 2021.5 },    { "2022/23-2024/25", 2023.5 }, { "2021M01-M06", 2020.75 },
    { "2021M07-M12", 2021.25 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (ut_period_time (period_of (cases[i].text)), cases[i].time, 1e-9);
}

static void
test_overlap (void) {
  static const struct {
    const char *a, *b;
    gboolean overlaps;
  } cases[] = {
    { "2022", "2022", TRUE },
    { "2022", "2023", FALSE },
    { "2021-2023", "2023-2025", TRUE },
    { "2021-2023", "2024-2026", FALSE },
    { "2021-2023", "2022", TRUE },
    { "2021/22", "2022/23", FALSE },
    { "2021/22-2023/24", "2023/24-2025/26", TRUE },
    { "2021/22-2023/24", "2024/25", FALSE },
    { "2022", "2022/23", TRUE },
    { "2023", "2022/23", TRUE },
    { "2024", "2022/23", FALSE },
    { "2021M01-M06", "2021", TRUE },
    { "2021M01-M06", "2021M06", TRUE },
    { "2021M01-M06", "2021M07", FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    UtPeriod a = period_of (cases[i].a), b = period_of (cases[i].b);
    g_assert_cmpint (ut_period_overlaps (a, b), ==, cases[i].overlaps);
    g_assert_cmpint (ut_period_overlaps (b, a), ==, cases[i].overlaps);
  }
  g_assert_false (ut_period_overlaps ((UtPeriod){ 0 }, (UtPeriod){ 0 }));
}

static void
test_complete (void) {
  g_assert_true (ut_period_is_complete (period_of ("2024")));
  g_assert_true (ut_period_is_complete (period_of ("2022/23-2024/25")));
  g_assert_false (ut_period_is_complete (period_of ("2025M10")));
  g_assert_false (ut_period_is_complete ((UtPeriod){ 0 }));
}

/* What is written is read back as the same period. */
static void
test_round_trip (void) {
  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++) {
    UtPeriod period = period_of (ordered[i]);
    if (period.kind == UT_PERIOD_MONTHS)
      continue;
    g_autofree char *text = ut_period_format (period, UT_LANGUAGE_NN);
    g_assert_cmpint (ut_period_compare (period_of (text), period), ==, 0);
  }
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/period/parse", test_parse);
  g_test_add_func ("/model/period/refused", test_refused);
  g_test_add_func ("/model/period/format", test_format);
  g_test_add_func ("/model/period/every-month-has-a-name", test_every_month_has_a_name);
  g_test_add_func ("/model/period/order", test_order);
  g_test_add_func ("/model/period/time", test_time);
  g_test_add_func ("/model/period/overlap", test_overlap);
  g_test_add_func ("/model/period/complete", test_complete);
  g_test_add_func ("/model/period/round-trip", test_round_trip);
  return g_test_run ();
}
