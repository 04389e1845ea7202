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

/* Fills in the lines, and what is counted on the way. */
void ut_trend_collect (UtTrendFigure *figure);
void ut_trend_clear (UtTrendFigure *figure);

const UtTrendPoint *ut_trend_point (const UtTrendLine *line, guint i);
/* The newest that is no part of a year, else the newest. */
const UtTrendPoint *ut_trend_last (const UtTrendLine *line);

/* Draws axes, lines and labels below what is there. */
void ut_trend_plot (UtTrendFigure *figure, UtPage *page);

/* New strings. */
char *ut_trend_title (const UtTrendFigure *figure, const UtPage *page);
char *ut_trend_subtitle (const UtTrendFigure *figure, const char *title);
char *ut_trend_collecting (const UtTrendFigure *figure);
char *ut_trend_footer (const UtTrendFigure *figure);
char *ut_trend_alt (const UtTrendFigure *figure);

#endif
