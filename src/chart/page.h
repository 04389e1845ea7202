/* A figure's page: texts that wrap to the measured width, one below the other, around what the chart draws. */
#ifndef UT_CHART_PAGE_H
#define UT_CHART_PAGE_H

#include "style.h"

#include <utsyn/chart.h>

typedef struct {
  UtScene *scene;
  const UtMeasurer *measurer;
  UtLanguage language;
  double width;
  double y; /* bottom of what is there */
} UtPage;

UtPage ut_page_begin (const UtChartRequest *request);

double ut_page_text_width (const UtPage *page, UtStyle style, const char *text);

/* The lines of a text no wider than `width`: broken at blanks and after hyphens and slashes, and inside a word only
 * when it does not fit on a line of its own. At least one line. */
char **ut_page_wrap (const UtPage *page, UtStyle style, const char *text, double width);

/* The least width at which a text takes at most two lines without a broken word, if that is not over `most`. */
double ut_page_column_width (const UtPage *page, UtStyle style, const char *text, double most);

/* Draws lines from the first baseline down; returns the last baseline. */
double ut_page_lines (UtPage *page, char *const *lines, double x, double baseline, UtStyle style, UtFont font);

/* One paragraph over the whole width, below what is there. Nothing for an empty text. */
void ut_page_paragraph (UtPage *page, UtStyle style, const char *text);

/* Title and subtitle at the top. */
void ut_page_heading (UtPage *page, const char *title, const char *subtitle);

/* Sets the height, the title and the alt text (cut at a word when it is over 300 characters), and hands over the
 * scene. */
UtScene *ut_page_finish (UtPage *page, const char *title, const char *alt);

#endif
