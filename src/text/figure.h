/* A figure, and a value of an indicator, as text: one function, and a row for each place where it stands. */
#ifndef UT_TEXT_FIGURE_H
#define UT_TEXT_FIGURE_H

#include <utsyn/phrases.h>

#define UT_OWN_DECIMALS (-1) /* as many as the indicator has for the value */

/* New strings. `indicator` may be NULL in forms without a unit where the decimals are given. */
char *ut_phrase_figure_rounded (const UtFigure *figure, int decimals, const UtIndicator *indicator, UtFigureForm form,
                                UtLanguage language);
/* A value that is no figure's, or not only: never missing. */
char *ut_phrase_value (double value, int decimals, const UtIndicator *indicator, UtFigureForm form,
                       UtLanguage language);
/* "om lag 8,4 prosent" where a figure of this quality is only approximate; takes the text. */
char *ut_phrase_about (guint16 quality, char *text, UtLanguage language);

/* Why there is no figure. Never says whether the source or we have hidden it. */
const char *ut_phrase_missing (const UtFigure *figure, UtLanguage language);

/* own − other of the two as they are printed, each with its own decimals or both with so many: who subtracts one from
 * the other finds it. */
double ut_phrase_printed_difference (double own, double other, int decimals, const UtIndicator *indicator);

/* As many decimals as it takes not to print two values alike that differ by the test. */
int ut_phrase_distinct_decimals (double own, double other, const UtIndicator *indicator, UtLanguage language);

#endif
