/**
 * @file period.h
 * Periods: a year, a school year, a span of either, or a part of a year.
 */
#ifndef UTSYN_PERIOD_H
#define UTSYN_PERIOD_H

#include <glib.h>
#include <utsyn/language.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

typedef enum {
  UT_PERIOD_NONE,
  UT_PERIOD_YEAR,        /**< 2024 */
  UT_PERIOD_SCHOOL_YEAR, /**< 2022/23: first_year 2022, last_year 2023 */
  UT_PERIOD_SPAN,        /**< 2021–2023, both ends included */
  UT_PERIOD_SCHOOL_SPAN, /**< 2022/23–2024/25: first_year 2022, last_year 2025 */
  UT_PERIOD_MONTHS,      /**< January–June 2021 or October 2025: a part of a year, never in a trend */
  UT_PERIOD_WEEK,        /**< week 12 of 2024, likewise */
} UtPeriodKind;

/** Plain value, compared by ut_period_compare. All zero is UT_PERIOD_NONE. */
typedef struct {
  guint8 kind;
  guint8 first_part; /**< 1–12 in UT_PERIOD_MONTHS, 1–53 in UT_PERIOD_WEEK, else 0 */
  guint8 last_part;
  guint16 first_year;
  guint16 last_year;
} UtPeriod;

/**
 * Parses the forms the agencies write: 2024, 2022/23, 2022-23, 2022/2023, 2021-2023, 2021_2023, (2021-2023),
 * 2022/23-2024/25, 2025M10, 2025-10, 2021M01-M06, 2024U12 and 2024W12 (weeks), 2020_2020 (one year), and the dates
 * 2024-06-01 (a time of day may follow) and 01.06.2024 as their month. Dashes may be any of the typographic ones;
 * blanks around the text and its dash do not matter.
 *
 * "2022-23" is a school year, "2022-10" a month, "2010-12" nothing: it could be a month or three years. Twelve months
 * are the year.
 *
 * @return FALSE when it is none of these (`period` untouched)
 */
gboolean ut_period_parse (const char *text, UtPeriod *period);

/** A date, in the same forms; FALSE when it is none (untouched). */
gboolean ut_period_parse_date (const char *text, guint *year, guint *month, guint *day);

/** As the reader writes it: "2024", "2022/23", "2021–2023", "januar–juni 2021", "oktober 2025". New string. */
char *ut_period_format (UtPeriod period, UtLanguage language);

/** Orders by last year, the end within it (a whole year ends in December), first year, kind, first part. 0 when equal.
 */
int ut_period_compare (UtPeriod a, UtPeriod b);

/** The period's place on a time axis, in years: the middle of its years (2021–2023 is 2022, 2022/23 is 2022.5), or of
 * its months or week (January–June 2021 is 2020.75, since 2021 is the middle of 2021). */
double ut_period_time (UtPeriod period);

/** Whether two periods share any time: 2022 and 2021–2023 do, so do 2022 and 2022/23 (its autumn); 2021/22 and 2022/23
 * do not. */
gboolean ut_period_overlaps (UtPeriod a, UtPeriod b);

/** Whether a figure of this period may enter a trend: everything but a part of a year. */
gboolean ut_period_is_complete (UtPeriod period);

UT_END_DECLS

#endif
