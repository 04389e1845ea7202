/**
 * @file number.h
 * Numbers as texts, independent of the locale.
 */
#ifndef UTSYN_NUMBER_H
#define UTSYN_NUMBER_H

#include <glib.h>
#include <utsyn/language.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

typedef enum { UT_DECIMAL_POINT, UT_DECIMAL_COMMA, UT_N_DECIMAL_MARKS } UtDecimalMark;

/**
 * Parses a whole cell as one number.
 *
 * A space (also no-break, figure, thin or narrow) or an apostrophe may separate thousands: groups of exactly three
 * digits after the first. Blanks around the number and one trailing per cent sign are allowed. Anything else that is
 * not a digit, a leading sign (also U+2212) or the decimal mark makes it fail: "1.234" is no number where the decimal
 * mark is a comma, "1 23" and "5," never are.
 *
 * @return FALSE when the cell is not a number (`value` untouched). Never depends on the locale; never gives NaN or inf.
 */
gboolean ut_number_parse (const char *text, UtDecimalMark mark, double *value);

/** What a mark is in a text. */
typedef enum {
  UT_MARK_ABSENT,    /**< the text has none, or is no number whichever it is */
  UT_MARK_DECIMAL,   /**< 3.5, 0.125, 1234.567 */
  UT_MARK_UNCLEAR,   /**< 37.061 */
  UT_MARK_SEPARATES, /**< thousands: 1.175.333, 1.234,5 */
} UtMarkUse;

UtMarkUse ut_number_mark_use (const char *text, UtDecimalMark mark);

/** As ut_number_parse() where `separator` separates thousands, at least once, and the other mark is the decimal one:
 * "1.234" is 1234 and "1.234,5" is 1234.5 with the point, "0.234", "1234.567" and "12" are nothing. */
gboolean ut_number_parse_grouped (const char *text, UtDecimalMark separator, double *value);

/** Whether a text is a number with one of the marks as decimal mark, or separating thousands beyond doubt. */
gboolean ut_number_is_written (const char *text);

/**
 * Formats with a fixed number of decimals, decimal comma (point in English), U+2212 as minus and a narrow no-break
 * space (U+202F) in groups of three from 10 000 up (a comma in English). Minus zero is zero. NaN and
 * infinity give "".
 * Rounds half away from zero on the shortest decimal form, so 0.125 with two decimals is 0,13.
 *
 * @return a new string
 */
char *ut_number_format (double value, int decimals, UtLanguage language);

/** The number that ut_number_format() prints: 0.125 with two decimals is 0.13. NaN and infinity stay. */
double ut_number_rounded (double value, int decimals);

/** Decimals for three significant digits below 100 and none from 100 up (FHI's habit): 8.25 → 2, 16.2 → 1, 120 → 0; at
 * most two. */
int ut_number_auto_decimals (double value);

UT_END_DECLS

#endif
