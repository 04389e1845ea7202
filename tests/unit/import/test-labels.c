#include <locale.h>
#include <string.h>

#include "import/label/calendar.h"
#include "import/label/notation.h"
#include "import/label/period.h"
#include "import/label/region.h"
#include "model/region_names.h"

static const struct {
  const char *label;
  UtLabelKind kind;
  const char *text; /* code or name */
  const char *qualifier;
} regions[] = {
  { "0301", UT_LABEL_CODE, "0301", NULL },
  { "301", UT_LABEL_CODE, "0301", NULL },
  { "0301 Oslo", UT_LABEL_CODE, "0301", NULL },
  { "301 Oslo", UT_LABEL_CODE, "0301", NULL },
  { "0301 - Oslo", UT_LABEL_CODE, "0301", NULL },
  { "0301 Oslo - Oslove", UT_LABEL_CODE, "0301", NULL },
  { "0101 Halden (-2019)", UT_LABEL_CODE, "0101", NULL },
  { "K-0301 Oslo", UT_LABEL_CODE, "0301", NULL },
  { "K-0301", UT_LABEL_CODE, "0301", NULL },
  { "K3807", UT_LABEL_CODE, "3807", NULL },
  { "F03", UT_LABEL_CODE, "03", NULL },
  { "F-31", UT_LABEL_CODE, "31", NULL },
  { "EKA31 Østfold (2020-2023)", UT_LABEL_CODE, "31", NULL },
  { "EAFK40", UT_LABEL_CODE, "40", NULL },
  { "40 Telemark", UT_LABEL_CODE, "40", NULL },
  { "0", UT_LABEL_COUNTRY, NULL, NULL },
  { "0 Hele landet", UT_LABEL_COUNTRY, NULL, NULL },
  { "00", UT_LABEL_COUNTRY, NULL, NULL },
  { "0000", UT_LABEL_COUNTRY, NULL, NULL },
  { "EAK", UT_LABEL_COUNTRY, NULL, NULL },
  { "EAK Landet", UT_LABEL_COUNTRY, NULL, NULL },
  { "Hele landet", UT_LABEL_COUNTRY, NULL, NULL },
  { "HEILE LANDET", UT_LABEL_COUNTRY, NULL, NULL },
  { "Landet", UT_LABEL_COUNTRY, NULL, NULL },
  { "EAKUO Landet uten Oslo", UT_LABEL_CODE, "EAKUO", NULL },
  { "Hele landet utenom Oslo", UT_LABEL_CODE, "EAKUO", NULL },
  { "Landet utan Oslo", UT_LABEL_CODE, "EAKUO", NULL },
  { "EKG05 KOSTRA-gruppe 5", UT_LABEL_CODE, "EKG05", NULL },
  { "EAFK Landet", UT_LABEL_COUNTRY, NULL, NULL },
  { "EAB Oslo bydelene", UT_LABEL_OUTSIDE, NULL, NULL },
  { "030101a", UT_LABEL_OUTSIDE, NULL, NULL },
  { "030101 Gamle Oslo", UT_LABEL_OUTSIDE, NULL, NULL },
  { "03010101", UT_LABEL_OUTSIDE, NULL, NULL },
  { "5", UT_LABEL_NUMBER, NULL, NULL },
  { "38011 Skien", UT_LABEL_NUMBER, NULL, NULL },
  { "(under kommune) Voss", UT_LABEL_OUTSIDE, NULL, NULL },
  { "2111 Longyearbyen", UT_LABEL_OUTSIDE, NULL, NULL },
  { "9999 Uoppgitt", UT_LABEL_OUTSIDE, NULL, NULL },
  { "Oslo kommune", UT_LABEL_NAME, "Oslo", NULL },
  { "OS (INNLANDET)", UT_LABEL_NAME, "OS", "INNLANDET" },
  { "Halden (-2019)", UT_LABEL_NAME, "Halden", NULL },
  { "Sør-Trøndelag (t.o.m. 2017)", UT_LABEL_NAME, "Sør-Trøndelag", NULL },
  { "Porsanger - Porsáŋgu - Porsanki", UT_LABEL_NAME, "Porsanger - Porsáŋgu - Porsanki", NULL },
  { "K-Rest Divided municalities and unknown", UT_LABEL_NAME, "K-Rest Divided municalities and unknown", NULL },
  { "Klepp", UT_LABEL_NAME, "Klepp", NULL },
  { "", UT_LABEL_NAME, "", NULL },
  { "(", UT_LABEL_NAME, "(", NULL },
  { "()", UT_LABEL_NAME, "()", NULL },
};

static void
test_regions (void) {
  for (gsize i = 0; i < G_N_ELEMENTS (regions); i++) {
    UtRegionLabel label;
    ut_region_label_read (regions[i].label, &label);
    g_test_message ("%s", regions[i].label);
    g_assert_cmpint (label.kind, ==, regions[i].kind);
    if (label.kind == UT_LABEL_CODE)
      g_assert_cmpstr (label.code, ==, regions[i].text);
    if (label.kind == UT_LABEL_NAME)
      g_assert_cmpstr (label.name, ==, regions[i].text);
    g_assert_cmpstr (label.qualifier, ==, regions[i].qualifier);
    ut_region_label_clear (&label);
  }
}

static void
test_marked_codes (void) {
  g_assert_true (ut_region_label_is_marked_code ("0301"));
  g_assert_true (ut_region_label_is_marked_code ("4003 Skien"));
  g_assert_true (ut_region_label_is_marked_code ("K-4003"));
  g_assert_true (ut_region_label_is_marked_code ("F03"));
  g_assert_false (ut_region_label_is_marked_code ("2021"));
  g_assert_false (ut_region_label_is_marked_code ("03"));
  g_assert_false (ut_region_label_is_marked_code ("16 år"));
  g_assert_false (ut_region_label_is_marked_code ("18 - 29 år"));
  g_assert_false (ut_region_label_is_marked_code ("Skien"));
}

static void
check_name (const char *text, const char *name, const char *qualifier) {
  UtRegionLabel label;
  ut_region_label_read (text, &label);
  g_test_message ("%s", text);
  g_assert_cmpstr (label.name, ==, name);
  g_assert_cmpstr (label.qualifier, ==, qualifier);
  ut_region_label_clear (&label);
}

/* What stands after a code is its name. */
static void
test_names_of_codes (void) {
  check_name ("0301", NULL, NULL);
  check_name ("0301 -", NULL, NULL);
  check_name ("0301 - Oslo", "Oslo", NULL);
  check_name ("K-0301 Oslo kommune", "Oslo", NULL);
  check_name ("03 Oslo - Oslove i alt", "Oslo - Oslove", NULL);
  check_name ("0301 Oslo 1)", "Oslo", NULL);
  check_name ("0426 Våler (Hedmark) (-2019)", "Våler", "Hedmark");
  check_name ("EKG05 KOSTRA-gruppe 5", "KOSTRA-gruppe 5", NULL);
}

static void
check_folded (const char *name, const char *folded) {
  g_autofree char *place = ut_fold_place (name);
  g_assert_cmpstr (place, ==, folded);
}

static void
test_folding (void) {
  check_folded ("Porsanger - Porsáŋgu", "porsanger porsangu");
  check_folded ("Unjárga–Nesseby ", "unjarga nesseby");
  check_folded ("Trööndelage", "trøøndelage");
  check_folded ("ÅL", "ål");
  check_folded ("Porsa_x0001_gu_x", "porsa\357\277\275gu_x");
  check_folded ("", "");
}

static void
check_period (const char *label, guint first_year, guint last_year) {
  UtPeriod period;
  g_test_message ("%s", label);
  g_assert_true (ut_period_label_read (label, &period));
  g_assert_cmpuint (period.first_year, ==, first_year);
  g_assert_cmpuint (period.last_year, ==, last_year);
}

static void
check_cell (const char *cell, UtPeriodForm expected_form, guint expected_month) {
  UtPeriod period;
  UtPeriodForm form;
  g_test_message ("%s", cell);
  g_assert_true (ut_period_cell_read (cell, &period, &form));
  g_assert_cmpint (form, ==, expected_form);
  g_assert_cmpuint (period.first_part, ==, expected_month);
}

static void
test_period_cells (void) {
  UtPeriod period;
  UtPeriodForm form;
  check_cell ("2024", UT_FORM_PLAIN, 0);
  check_cell ("2024M06", UT_FORM_PLAIN, 6);
  check_cell ("202406", UT_FORM_PLAIN, 6);
  check_cell ("jun. 2024", UT_FORM_PLAIN, 6);
  check_cell ("Jun 2024", UT_FORM_PLAIN, 6);
  check_cell ("mai 2024", UT_FORM_PLAIN, 5);
  check_cell ("jan.-mar. 2024", UT_FORM_PLAIN, 1);
  check_cell ("2024-01-01", UT_FORM_NEW_YEAR, 1);
  check_cell ("01.01.2024", UT_FORM_NEW_YEAR, 1);
  check_cell ("2024-12-31", UT_FORM_YEAR_END, 12);
  check_cell ("2024-06-01", UT_FORM_DAY, 6);
  check_cell ("2024-06", UT_FORM_MONTH, 6);
  check_cell ("2005-06", UT_FORM_MONTH_OR_SCHOOL_YEAR, 0);
  check_cell ("2022-23", UT_FORM_PLAIN, 0);
  g_assert_false (ut_period_cell_read ("202413", &period, &form));
  g_assert_false (ut_period_cell_read ("170001", &period, &form) && period.first_year < 1700);
  g_assert_false (ut_period_label_read ("202406", &period));
  g_assert_false (ut_period_cell_read ("juli4 2024", &period, &form));
  g_assert_true (ut_period_heading_names_year ("År"));
  g_assert_true (ut_period_heading_names_year ("År (intervall)"));
  g_assert_false (ut_period_heading_names_year ("År-måned"));
  g_assert_false (ut_period_heading_names_year ("Dato"));
}

/* What cells of a column mean together: "first month/year kind" of each. */
static void
check_calendar (const char *cells, gboolean below_year, const char *expected) {
  g_autoptr (UtCalendar) calendar = ut_calendar_new ();
  g_auto (GStrv) list = g_strsplit (cells, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  for (char **cell = list; *cell != NULL; cell++) {
    UtPeriod period;
    UtPeriodForm form;
    g_assert_true (ut_period_cell_read (*cell, &period, &form));
    ut_calendar_number_of (calendar, period, form, below_year);
  }
  guint n = ut_calendar_count (calendar);
  g_autofree UtPeriod *periods = g_new (UtPeriod, n + 1);
  ut_calendar_settle (calendar, n, NULL, periods);
  for (guint i = 0; i < n; i++) {
    g_autofree char *shown = ut_period_format (periods[i], UT_LANGUAGE_EN);
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", shown);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_calendar (void) {
  check_calendar ("2023-01-01 2024-01-01", FALSE, "2023, 2024");
  check_calendar ("2023-12-31 2024-12-31", FALSE, "2023, 2024");
  check_calendar ("2024-01-01 2024-06-01", FALSE, "January 2024, June 2024");
  check_calendar ("2023-01-01 2024-01-01 2024-02-01", TRUE, "January 2023, January 2024, February 2024");
  check_calendar ("2024-01-01", FALSE, "January 2024");
  check_calendar ("2024-01-01", TRUE, "2024");
  check_calendar ("2024-01-01 2024-12-31", TRUE, "January 2024, December 2024");
  check_calendar ("2022-10-01 2023-10-01", FALSE, "October 2022, October 2023");
  check_calendar ("2023 2023-01-01 2024-01-01", FALSE, "2023, 2023, 2024");
  check_calendar ("2005-04 2005-06", FALSE, "April 2005, June 2005");
  check_calendar ("2005-06 2006-07", FALSE, "2005/06, 2006/07");
}

static void
test_periods (void) {
  UtPeriod period;
  check_period ("2024", 2024, 2024);
  check_period ("2013 2013", 2013, 2013);
  check_period ("2013 - 2013", 2013, 2013);
  check_period ("2022/23", 2022, 2023);
  check_period ("2021-2023", 2021, 2023);
  check_period ("2024K2", 2024, 2024);
  g_assert_true (ut_period_label_read ("2024K2", &period));
  g_assert_cmpuint (period.first_part, ==, 4);
  g_assert_cmpuint (period.last_part, ==, 6);
  check_period ("2022 - 2022/2023", 2022, 2023);
  check_period ("2022 2022-23", 2022, 2023);
  check_period ("2024H2", 2024, 2024);
  g_assert_true (ut_period_label_read ("2024H2", &period));
  g_assert_cmpuint (period.first_part, ==, 7);
  g_assert_cmpuint (period.last_part, ==, 12);
  check_period ("2024T3", 2024, 2024);
  g_assert_true (ut_period_label_read ("2024T3", &period));
  g_assert_cmpuint (period.first_part, ==, 9);
  g_assert_cmpuint (period.last_part, ==, 12);
  g_assert_false (ut_period_label_read ("2024H3", &period));
  g_assert_false (ut_period_label_read ("2024T4", &period));
  g_assert_false (ut_period_label_read ("2024T0", &period));
  g_assert_false (ut_period_label_read ("2022 - 2023/2024", &period));
  g_assert_false (ut_period_label_read ("2013 2014", &period));
  g_assert_false (ut_period_label_read ("2024K5", &period));
  g_assert_false (ut_period_label_read ("", &period));
  g_assert_false (ut_period_label_read ("alle år", &period));
}

static void
check_heading (const char *heading, const char *contents, const char *period) {
  g_autofree char *found_contents = NULL, *found_period = NULL;
  gboolean split = ut_period_heading_split (heading, &found_contents, &found_period);
  g_test_message ("%s", heading);
  g_assert_cmpint (split, ==, period != NULL);
  g_assert_cmpstr (found_contents, ==, contents);
  g_assert_cmpstr (found_period, ==, period);
}

static void
test_headings (void) {
  check_heading ("Personer 2023", "Personer", "2023");
  check_heading ("Personer som pendler inn i regionen 2021", "Personer som pendler inn i regionen", "2021");
  check_heading ("Fullført (2011-2013)", "Fullført", "(2011-2013)");
  check_heading ("Personer1 - Personer 2023 - 2023", "Personer1 - Personer", "2023 - 2023");
  check_heading ("2015", "", "2015");
  check_heading ("Ledige 2024K1", "Ledige", "2024K1");
  check_heading ("Elever 2022 - 2022/2023", "Elever", "2022 - 2022/2023");
  check_heading ("2023 Personer i alt", "Personer i alt", "2023");
  check_heading ("2022 - 2022 Personer1 - Personer", "Personer1 - Personer", "2022 - 2022");
  check_heading ("2022 Endring fra 2021", "2022 Endring fra", "2021");
  check_heading ("1815 Vega", NULL, NULL);
  check_heading ("antall_2023", "antall", "2023");
  check_heading ("andel_2021_2023", "andel", "2021_2023");
  check_heading ("Personer", NULL, NULL);
  check_heading ("", NULL, NULL);
  check_heading ("Andel 2020 av alle", NULL, NULL);
}

static void
check_sign (const UtNotation *notation, const char *text, UtStatus expected) {
  UtStatus status;
  g_assert_true (ut_notation_sign (notation, text, &status));
  g_assert_cmpint (status, ==, expected);
}

/* The same sign means different things: a dash is zero at SSB and nothing at Udir, a star is Udir's alone. */
static void
test_signs (void) {
  UtStatus status;
  check_sign (&ut_notation_ssb, ".", UT_STATUS_NOT_POSSIBLE);
  check_sign (&ut_notation_ssb, "..", UT_STATUS_MISSING);
  check_sign (&ut_notation_ssb, "...", UT_STATUS_NOT_YET);
  check_sign (&ut_notation_ssb, ":", UT_STATUS_CONFIDENTIAL);
  check_sign (&ut_notation_ssb, "-", UT_STATUS_OK);
  check_sign (&ut_notation_udir, "*", UT_STATUS_CONFIDENTIAL);
  check_sign (&ut_notation_udir, "-", UT_STATUS_NOT_POSSIBLE);
  check_sign (&ut_notation_general, "-", UT_STATUS_MISSING);
  check_sign (&ut_notation_general, "NA", UT_STATUS_MISSING);
  g_assert_false (ut_notation_sign (&ut_notation_ssb, "NA", &status));
  for (const UtNotation *const *notation = ut_notations; *notation != NULL; notation++) {
    check_sign (*notation, "", UT_STATUS_BLANK);
    g_assert_false (ut_notation_sign (*notation, "12", &status));
    g_assert_true (ut_notation_find ((*notation)->name) == *notation);
  }
  g_assert_null (ut_notation_find ("nobody"));
}

int
main (int argc, char **argv) {
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/labels/period-cells", test_period_cells);
  g_test_add_func ("/import/labels/calendar", test_calendar);
  g_test_add_func ("/import/labels/regions", test_regions);
  g_test_add_func ("/import/labels/marked-codes", test_marked_codes);
  g_test_add_func ("/import/labels/names-of-codes", test_names_of_codes);
  g_test_add_func ("/import/labels/folding", test_folding);
  g_test_add_func ("/import/labels/periods", test_periods);
  g_test_add_func ("/import/labels/headings", test_headings);
  g_test_add_func ("/import/labels/signs", test_signs);
  return g_test_run ();
}
