/* Where a time and a value lie in the plot, and how each line looks. */
#include "trend_plot.h"

static const UtLineLook looks[] = {
  [UT_LINE_OWN] = { UT_COLOUR_OWN, UT_COLOUR_OWN, 2.2, UT_DASH_SOLID, UT_STYLE_OWN_LABEL },
  [UT_LINE_COUNTY] = { UT_COLOUR_COUNTY, UT_COLOUR_COUNTY_TEXT, 1.7, UT_DASH_DASHED, UT_STYLE_LABEL },
  [UT_LINE_COUNTRY] = { UT_COLOUR_COUNTRY, UT_COLOUR_COUNTRY_TEXT, 1.7, UT_DASH_DOTTED, UT_STYLE_LABEL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (looks) == UT_N_LINES);

const UtLineLook *
ut_line_look (UtLineKind kind) {
  return &looks[kind];
}

UtPoint
ut_plot_place (const UtPlot *plot, double time, double value) {
  return (UtPoint){ ut_scale_at (&plot->figure->time_axis, time), ut_scale_at (&plot->figure->value_axis, value) };
}

double
ut_plot_text_middle (const UtPlot *plot, double x, double width) {
  return CLAMP (x, width / 2, plot->page->width - width / 2);
}
