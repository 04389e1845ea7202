/* The parts of the trend figure. */
#ifndef UT_CHART_TREND_H
#define UT_CHART_TREND_H

#include "page.h"
#include "scale.h"

/* Own, county, country: drawn in the opposite order, so that the own line lies on top. */
typedef enum { UT_LINE_OWN, UT_LINE_COUNTY, UT_LINE_COUNTRY, UT_N_LINES } UtLineKind;

typedef struct {
  UtPeriod period;
  double time, value;
  UtInterval interval; /* NaN ends when there is none */
  gboolean partial;    /* a part of the year: stands alone */
  gboolean estimated;  /* shared by weight: a ring, and a gap in the line */
  gboolean starts;     /* not joined to the point before */
  gboolean broken;     /* because the series is */
} UtTrendPoint;

typedef struct {
  char *name;     /* inside a sentence; NULL when there is no such line */
  char *heading;  /* the same, standing alone */
  GArray *points; /* UtTrendPoint */
} UtTrendLine;

typedef struct {
  const UtChartRequest *request;
  const UtAssessed *assessed;
  const UtIndicator *indicator;
  UtLanguage language;
  UtTrendLine lines[UT_N_LINES];
  UtScale value_axis, time_axis;
  gboolean cut_axis; /* does not start at zero */
  gboolean band;
  guint n_gaps, n_partial, n_estimated;
  guint16 quality;
} UtTrendFigure;

const UtTrendPoint *ut_trend_point (const UtTrendLine *line, guint i);
/* The newest that is no part of a year, else the newest. */
const UtTrendPoint *ut_trend_last (const UtTrendLine *line);

/* Draws axes, lines and labels below what is there. */
void ut_trend_plot (UtTrendFigure *figure, UtPage *page);

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

/* New strings. */
char *ut_trend_title (const UtTrendFigure *figure, const UtPage *page);
char *ut_trend_subtitle (const UtTrendFigure *figure, const char *title);
char *ut_trend_finding (const UtTrendFigure *figure);
char *ut_trend_footer (const UtTrendFigure *figure);
char *ut_trend_alt (const UtTrendFigure *figure);

#endif
