#include <utsyn/period.h>

#include "base/i18n.h"
#include "base/text.h"
#include <string.h>

#define FIRST_YEAR 1700
#define LAST_YEAR  2199
#define LAST_WEEK  53

/* Reading */

/* "(2021–2023)" and "2021_2023" become "2021-2023": one kind of dash, nothing around it. */
static char *
plain_form (const char *text) {
  static const char *const dashes[] = { "-", "_", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x88\x92", "\xe2\x80\x91" };
  g_autofree char *trimmed = ut_text_trim (text);
  gsize length = strlen (trimmed);
  char *at = trimmed;
  if (length > 2 && trimmed[0] == '(' && trimmed[length - 1] == ')') {
    trimmed[length - 1] = '\0';
    at++;
  }
  g_autoptr (GString) plain = g_string_new (NULL);
  while (*at != '\0') {
    gsize dash = 0;
    for (gsize i = 0; i < G_N_ELEMENTS (dashes) && dash == 0; i++)
      dash = g_str_has_prefix (at, dashes[i]) ? strlen (dashes[i]) : 0;
    if (dash > 0) {
      while (plain->len > 0 && plain->str[plain->len - 1] == ' ')
        g_string_truncate (plain, plain->len - 1);
      g_string_append_c (plain, '-');
      at += dash;
      at += strspn (at, " ");
    } else
      g_string_append_c (plain, *at++);
  }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Exactly `n` digits at `*at`, no more. */
static gboolean
read_digits (const char **at, gsize n, guint *number) {
  if (strspn (*at, "0123456789") != n)
    return FALSE;
  *number = (guint) g_ascii_strtoull (*at, NULL, 10);
  *at += n;
  return TRUE;
}

static gboolean
read_char (const char **at, char wanted) {
  if (**at != wanted)
    return FALSE;
  (*at)++;
  return TRUE;
}

static gboolean
read_year (const char **at, guint *year) {
  return read_digits (at, 4, year) && *year >= FIRST_YEAR && *year <= LAST_YEAR;
}

static gboolean
read_month (const char **at, guint *month) {
  return (read_char (at, 'M') || read_char (at, 'm')) && read_digits (at, 2, month) && *month >= 1 && *month <= 12;
}

/* The second half of "2022/23" or "2022/2023": it must be the year after. */
static gboolean
read_next_year (const char **at, guint first) {
  guint next;
  if (read_digits (at, 2, &next))
    return next == (first + 1) % 100;
  return read_digits (at, 4, &next) && next == first + 1;
}

static gboolean
set_years (UtPeriod *period, UtPeriodKind kind, guint first, guint last) {
  *period = (UtPeriod){ .kind = (guint8) kind, .first_year = (guint16) first, .last_year = (guint16) last };
  return TRUE;
}

static gboolean
set_months (UtPeriod *period, guint year, guint first, guint last) {
  if (first > last)
    return FALSE;
  if (first == 1 && last == 12)
    return set_years (period, UT_PERIOD_YEAR, year, year);
  set_years (period, UT_PERIOD_MONTHS, year, year);
  period->first_part = (guint8) first;
  period->last_part = (guint8) last;
  return TRUE;
}

/* "2024" */
static gboolean
parse_year (const char *at, UtPeriod *period) {
  guint year;
  return read_year (&at, &year) && *at == '\0' && set_years (period, UT_PERIOD_YEAR, year, year);
}

/* "2024-06-01", with or without "T00:00:00" or " 00:00:00.000Z". */
static gboolean
read_iso_date (const char *at, guint *year, guint *month, guint *day) {
  if (!read_year (&at, year) || !read_char (&at, '-') || !read_digits (&at, 2, month) || !read_char (&at, '-')
      || !read_digits (&at, 2, day))
    return FALSE;
  if ((*at == 'T' || *at == ' ') && g_ascii_isdigit (at[1]))
    at += 1 + strspn (at + 1, "0123456789:.Z+");
  return *at == '\0';
}

static gboolean
read_one_or_two_digits (const char **at, guint *number) {
  return read_digits (at, strspn (*at, "0123456789") == 1 ? 1 : 2, number);
}

/* "01.06.2024", "1.6.2024" */
static gboolean
read_norwegian_date (const char *at, guint *year, guint *month, guint *day) {
  return read_one_or_two_digits (&at, day) && read_char (&at, '.') && read_one_or_two_digits (&at, month)
         && read_char (&at, '.') && read_year (&at, year) && *at == '\0';
}

gboolean
ut_period_parse_date (const char *text, guint *year, guint *month, guint *day) {
  guint y, m, d;
  g_autofree char *trimmed = ut_text_trim (text);
  if ((!read_iso_date (trimmed, &y, &m, &d) && !read_norwegian_date (trimmed, &y, &m, &d)) || m < 1 || m > 12
      || !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return FALSE;
  *year = y;
  *month = m;
  *day = d;
  return TRUE;
}

/* A date tells its month; that it stands for a year only others beside it can tell. */
static gboolean
parse_date (const char *at, UtPeriod *period) {
  guint year, month, day;
  return ut_period_parse_date (at, &year, &month, &day) && set_months (period, year, month, month);
}

/* "2024-06". Where the month may be the end of a span of years ("2010-12"), nothing is read. */
static gboolean
parse_dashed_month (const char *at, UtPeriod *period) {
  guint year, month;
  return read_year (&at, &year) && read_char (&at, '-') && read_digits (&at, 2, &month) && *at == '\0' && month >= 1
         && month <= 12 && month <= year % 100 && set_months (period, year, month, month);
}

/* "2022/23", "2022/2023" */
static gboolean
parse_school_year (const char *at, UtPeriod *period) {
  guint first;
  return read_year (&at, &first) && read_char (&at, '/') && read_next_year (&at, first) && *at == '\0'
         && set_years (period, UT_PERIOD_SCHOOL_YEAR, first, first + 1);
}

/* "2022-23" */
static gboolean
parse_dashed_school_year (const char *at, UtPeriod *period) {
  guint first, next;
  return read_year (&at, &first) && read_char (&at, '-') && read_digits (&at, 2, &next) && *at == '\0'
         && next == (first + 1) % 100 && set_years (period, UT_PERIOD_SCHOOL_YEAR, first, first + 1);
}

/* "2021-2023"; "2020-2020" is a year. */
static gboolean
parse_span (const char *at, UtPeriod *period) {
  guint first, last;
  if (!read_year (&at, &first) || !read_char (&at, '-') || !read_year (&at, &last) || *at != '\0' || first > last)
    return FALSE;
  return set_years (period, first == last ? UT_PERIOD_YEAR : UT_PERIOD_SPAN, first, last);
}

/* "2022/23-2024/25" */
static gboolean
parse_school_span (const char *at, UtPeriod *period) {
  guint first, last;
  if (!read_year (&at, &first) || !read_char (&at, '/') || !read_next_year (&at, first) || !read_char (&at, '-')
      || !read_year (&at, &last) || !read_char (&at, '/') || !read_next_year (&at, last) || *at != '\0' || first > last)
    return FALSE;
  return set_years (period, first == last ? UT_PERIOD_SCHOOL_YEAR : UT_PERIOD_SCHOOL_SPAN, first, last + 1);
}

/* "2025M10", "2021M01-M06", "2021M01-2021M06" */
static gboolean
parse_months (const char *at, UtPeriod *period) {
  guint year, first, last;
  if (!read_year (&at, &year) || !read_month (&at, &first))
    return FALSE;
  if (*at == '\0')
    return set_months (period, year, first, first);
  guint last_year = year;
  if (!read_char (&at, '-') || (g_ascii_isdigit (*at) && !read_year (&at, &last_year)))
    return FALSE;
  return read_month (&at, &last) && *at == '\0' && last_year == year && set_months (period, year, first, last);
}

/* "2024U12" as SSB writes a week, "2024W12", "2024-W12". */
static gboolean
parse_week (const char *at, UtPeriod *period) {
  guint year, week;
  if (!read_year (&at, &year))
    return FALSE;
  read_char (&at, '-');
  gboolean letter = read_char (&at, 'U') || read_char (&at, 'W') || read_char (&at, 'u') || read_char (&at, 'w');
  if (!letter || !read_digits (&at, 2, &week) || *at != '\0' || week < 1 || week > LAST_WEEK)
    return FALSE;
  set_years (period, UT_PERIOD_WEEK, year, year);
  period->first_part = period->last_part = (guint8) week;
  return TRUE;
}

gboolean
ut_period_parse (const char *text, UtPeriod *period) {
  static gboolean (*const forms[]) (const char *, UtPeriod *)
      = { parse_year,   parse_school_year, parse_dashed_school_year, parse_span, parse_school_span,
          parse_months, parse_date,        parse_dashed_month,       parse_week };
  g_autofree char *plain = plain_form (text);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    UtPeriod found;
    if (forms[i](plain, &found)) {
      *period = found;
      return TRUE;
    }
  }
  return FALSE;
}

/* Writing */

static const char *
month_name (guint month, UtLanguage language) {
  static const char *const names[]
      = { N_ ("January"), N_ ("February"), N_ ("March"),     N_ ("April"),   N_ ("May"),      N_ ("June"),
          N_ ("July"),    N_ ("August"),   N_ ("September"), N_ ("October"), N_ ("November"), N_ ("December") };
  return ut_tr (language, names[month - 1]);
}

static char *
format_months (UtPeriod period, UtLanguage language) {
  const char *first = month_name (period.first_part, language), *last = month_name (period.last_part, language);
  if (period.first_part == period.last_part)
    return g_strdup_printf ("%s %d", first, period.first_year);
  return g_strdup_printf ("%s–%s %d", first, last, period.first_year);
}

char *
ut_period_format (UtPeriod period, UtLanguage language) {
  switch ((UtPeriodKind) period.kind) {
  case UT_PERIOD_YEAR:
    return g_strdup_printf ("%d", period.first_year);
  case UT_PERIOD_SCHOOL_YEAR:
    return g_strdup_printf ("%d/%02d", period.first_year, period.last_year % 100);
  case UT_PERIOD_SPAN:
    return g_strdup_printf ("%d–%d", period.first_year, period.last_year);
  case UT_PERIOD_SCHOOL_SPAN:
    return g_strdup_printf ("%d/%02d–%d/%02d", period.first_year, (period.first_year + 1) % 100, period.last_year - 1,
                            period.last_year % 100);
  case UT_PERIOD_MONTHS:
    return format_months (period, language);
  case UT_PERIOD_WEEK:
    return g_strdup_printf (ut_tr (language, "week %1$d, %2$d"), period.first_part, period.first_year);
  case UT_PERIOD_NONE:
    break;
  }
  return g_strdup ("");
}

/* Order and time */

static int
compare_numbers (int a, int b) {
  return (a > b) - (a < b);
}

/* Where in its last year a period ends, of so many. A whole year ends with December, so it comes after its own parts.
 */
#define ENDS (12 * LAST_WEEK)

static int
end_in_year (UtPeriod period) {
  return period.kind == UT_PERIOD_MONTHS ? period.last_part * (ENDS / 12)
         : period.kind == UT_PERIOD_WEEK ? period.last_part * (ENDS / LAST_WEEK)
                                         : ENDS;
}

int
ut_period_compare (UtPeriod a, UtPeriod b) {
  const int orders[] = {
    compare_numbers (a.last_year, b.last_year),   compare_numbers (end_in_year (a), end_in_year (b)),
    compare_numbers (a.first_year, b.first_year), compare_numbers (a.kind, b.kind),
    compare_numbers (a.first_part, b.first_part),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i] != 0)
      return orders[i];
  return 0;
}

double
ut_period_time (UtPeriod period) {
  double years = (period.first_year + period.last_year) / 2.0;
  if (period.kind == UT_PERIOD_WEEK)
    return years + ((period.first_part - 1 + period.last_part) / 2.0 - LAST_WEEK / 2.0) / LAST_WEEK;
  if (period.kind != UT_PERIOD_MONTHS)
    return years;
  /* 2021 is the middle of 2021: six months in. */
  return years + ((period.first_part - 1 + period.last_part) / 2.0 - 6) / 12;
}

/* First month of a period and the first after it, counted from year 0. A school year runs from August to July. */
static void
month_range (UtPeriod period, int *first, int *end) {
  int shift = period.kind == UT_PERIOD_SCHOOL_YEAR || period.kind == UT_PERIOD_SCHOOL_SPAN ? 7 : 0;
  *first = 12 * period.first_year + shift;
  *end = 12 * period.last_year + (shift > 0 ? shift : 12);
  if (period.kind == UT_PERIOD_MONTHS) {
    *first += period.first_part - 1;
    *end = 12 * period.last_year + period.last_part;
  } else if (period.kind == UT_PERIOD_WEEK) {
    *first += (period.first_part - 1) * 12 / LAST_WEEK;
    *end = 12 * period.last_year + (period.last_part * 12 + LAST_WEEK - 1) / LAST_WEEK;
  }
}

gboolean
ut_period_overlaps (UtPeriod a, UtPeriod b) {
  int first_a, end_a, first_b, end_b;
  if (a.kind == UT_PERIOD_NONE || b.kind == UT_PERIOD_NONE)
    return FALSE;
  month_range (a, &first_a, &end_a);
  month_range (b, &first_b, &end_b);
  return first_a < end_b && first_b < end_a;
}

gboolean
ut_period_is_complete (UtPeriod period) {
  return period.kind != UT_PERIOD_MONTHS && period.kind != UT_PERIOD_WEEK && period.kind != UT_PERIOD_NONE;
}
