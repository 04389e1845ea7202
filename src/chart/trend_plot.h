/* The plot of a trend figure, and what is written in it. */
#ifndef UT_CHART_TREND_PLOT_H
#define UT_CHART_TREND_PLOT_H

#include "trend.h"

typedef struct {
  UtTrendFigure *figure;
  UtPage *page;
  double left, right, top, bottom;
} UtPlot;

UtPoint ut_plot_place (const UtPlot *plot, double time, double value);
/* Where to centre a text of this width over `x`, inside the page. */
double ut_plot_text_middle (const UtPlot *plot, double x, double width);

/* A line's label: its lines of text, and where its point and its own middle are. */
typedef struct {
  UtLineKind kind;
  char **lines;
  double width, height;
  double point_y, middle_y;
} UtTrendLabel;

/* At most one a line; returns how many. */
guint ut_trend_labels_make (const UtTrendFigure *figure, const UtPage *page, UtTrendLabel labels[UT_N_LINES]);
void ut_trend_labels_draw (const UtPlot *plot, UtTrendLabel *labels, guint n);

/* Above the plot: where the series is broken, and points that are only a part of the year. */
typedef struct {
  double time, value; /* value is NaN for a break: its line goes all the way down */
  double middle;      /* of the text */
  guint row;          /* 0 is the one nearest the plot */
  char *text;
} UtTrendNote;

/* GArray of UtTrendNote, placed beside each other so that none touch; needs the time axis, not the heights. */
GArray *ut_trend_notes_make (const UtPlot *plot);
double ut_trend_notes_height (const GArray *notes);
void ut_trend_notes_draw (const UtPlot *plot, const GArray *notes);

typedef struct {
  UtColour line, text;
  double width;
  UtDash dash;
  UtStyle label;
} UtLineLook;

const UtLineLook *ut_line_look (UtLineKind kind);

#endif
