/* How everything looks: one table of colours, one of text styles, one of measures. */
#ifndef UT_CHART_STYLE_H
#define UT_CHART_STYLE_H

#include <utsyn/scene.h>

#define UT_FONT_FAMILY "Open Sans"

/* A plan's column, 159 mm. */
#define UT_DEFAULT_WIDTH_PT (159.0 / 25.4 * 72.0)
/* Narrower than this the columns of a barometer do not fit. */
#define UT_LEAST_WIDTH_PT 400.0

typedef enum {
  UT_COLOUR_INK,   /* titles, names, numbers */
  UT_COLOUR_SOFT,  /* subtitles, outlines, axes */
  UT_COLOUR_MUTED, /* the small line under a name */
  UT_COLOUR_PAPER, /* the ground, and the inside of hollow marks */
  UT_COLOUR_RULE,  /* gridlines and lines between rows */
  UT_COLOUR_OWN,   /* the place itself */
  UT_COLOUR_COUNTY,
  UT_COLOUR_COUNTY_TEXT,
  UT_COLOUR_COUNTRY,
  UT_COLOUR_COUNTRY_TEXT,
  UT_COLOUR_BETTER,
  UT_COLOUR_WORSE,
  UT_COLOUR_WORSE_TEXT,
  UT_COLOUR_SIMILAR, /* fill; always with an outline in UT_COLOUR_SOFT */
  UT_COLOUR_SPREAD,  /* fill; always with an outline in UT_COLOUR_SPREAD_EDGE */
  UT_COLOUR_SPREAD_EDGE,
  UT_COLOUR_WARNING,
  UT_N_COLOURS
} UtColour;

/* What a colour is for decides the contrast it needs against white (WCAG 2.1, 1.4.3 and 1.4.11). */
typedef enum { UT_USE_GROUND, UT_USE_GRAPHIC, UT_USE_TEXT } UtColourUse;

typedef struct {
  const char *name;
  int rgb;
  UtColourUse use;
} UtColourRow;

const UtColourRow *ut_colour_row (UtColour colour);
int ut_colour (UtColour colour);

typedef enum {
  UT_STYLE_TITLE,
  UT_STYLE_SUBTITLE,
  UT_STYLE_COLUMN, /* column headings */
  UT_STYLE_GROUP,  /* theme headings */
  UT_STYLE_NAME,
  UT_STYLE_DETAIL, /* under a name */
  UT_STYLE_NUMBER,
  UT_STYLE_OWN_NUMBER,
  UT_STYLE_WORD,
  UT_STYLE_STRONG_WORD,
  UT_STYLE_REASON, /* under a word */
  UT_STYLE_HINT,   /* "better ▸", legend, notes in the figure */
  UT_STYLE_AXIS,
  UT_STYLE_LABEL, /* at a line's end */
  UT_STYLE_OWN_LABEL,
  UT_STYLE_FINDING,
  UT_STYLE_FOOTER,
  UT_STYLE_NOTICE,
  UT_N_STYLES
} UtStyle;

typedef struct {
  double size_pt;
  UtWeight weight;
  UtColour colour;
  double leading_pt; /* from baseline to baseline */
} UtStyleRow;

const UtStyleRow *ut_style (UtStyle style);
UtFont ut_font (UtStyle style, UtAnchor anchor);
/* The same in another colour. */
UtFont ut_font_in (UtStyle style, UtAnchor anchor, UtColour colour);

UtPaint ut_fill (UtColour colour);
UtPaint ut_stroke (UtColour colour, double width_pt);
UtPaint ut_dashed (UtColour colour, double width_pt, UtDash dash);
UtPaint ut_fill_and_stroke (UtColour fill, UtColour stroke, double width_pt);

#endif
