#include "style.h"

static const UtColourRow colours[] = {
  [UT_COLOUR_INK] = { "ink", 0x000000, UT_USE_TEXT },
  [UT_COLOUR_SOFT] = { "soft", 0x3D3D3D, UT_USE_TEXT },
  [UT_COLOUR_MUTED] = { "muted", 0x595959, UT_USE_TEXT },
  [UT_COLOUR_PAPER] = { "paper", 0xFFFFFF, UT_USE_GROUND },
  [UT_COLOUR_RULE] = { "rule", 0xDCDCDC, UT_USE_GROUND },
  [UT_COLOUR_OWN] = { "own", 0x12436D, UT_USE_TEXT },
  [UT_COLOUR_COUNTY] = { "county", 0x28A197, UT_USE_GRAPHIC },
  [UT_COLOUR_COUNTY_TEXT] = { "county text", 0x17736B, UT_USE_TEXT },
  [UT_COLOUR_COUNTRY] = { "country", 0x801650, UT_USE_GRAPHIC },
  [UT_COLOUR_COUNTRY_TEXT] = { "country text", 0x801650, UT_USE_TEXT },
  [UT_COLOUR_BETTER] = { "better", 0x12436D, UT_USE_TEXT },
  [UT_COLOUR_WORSE] = { "worse", 0xF46A25, UT_USE_GRAPHIC },
  [UT_COLOUR_WORSE_TEXT] = { "worse text", 0xB3480B, UT_USE_TEXT },
  [UT_COLOUR_SIMILAR] = { "similar", 0xBFBFBF, UT_USE_GROUND },
  [UT_COLOUR_SPREAD] = { "spread", 0xEBEDEF, UT_USE_GROUND },
  [UT_COLOUR_SPREAD_EDGE] = { "spread edge", 0x8A9096, UT_USE_GRAPHIC },
  [UT_COLOUR_WARNING] = { "warning", 0xB3480B, UT_USE_TEXT },
};
G_STATIC_ASSERT (G_N_ELEMENTS (colours) == UT_N_COLOURS);

static const UtStyleRow styles[] = {
  [UT_STYLE_TITLE] = { 13, UT_WEIGHT_SEMIBOLD, UT_COLOUR_INK, 16.5 },
  [UT_STYLE_SUBTITLE] = { 8.5, UT_WEIGHT_REGULAR, UT_COLOUR_SOFT, 11.5 },
  [UT_STYLE_COLUMN] = { 7.5, UT_WEIGHT_SEMIBOLD, UT_COLOUR_INK, 9.5 },
  [UT_STYLE_GROUP] = { 9, UT_WEIGHT_SEMIBOLD, UT_COLOUR_INK, 11.5 },
  [UT_STYLE_NAME] = { 8, UT_WEIGHT_REGULAR, UT_COLOUR_INK, 10 },
  [UT_STYLE_DETAIL] = { 6.8, UT_WEIGHT_REGULAR, UT_COLOUR_MUTED, 8.6 },
  [UT_STYLE_NUMBER] = { 8, UT_WEIGHT_REGULAR, UT_COLOUR_INK, 10 },
  [UT_STYLE_OWN_NUMBER] = { 8, UT_WEIGHT_SEMIBOLD, UT_COLOUR_OWN, 10 },
  [UT_STYLE_WORD] = { 7.5, UT_WEIGHT_REGULAR, UT_COLOUR_SOFT, 9.5 },
  [UT_STYLE_STRONG_WORD] = { 7.5, UT_WEIGHT_SEMIBOLD, UT_COLOUR_SOFT, 9.5 },
  [UT_STYLE_REASON] = { 6.5, UT_WEIGHT_REGULAR, UT_COLOUR_MUTED, 8.2 },
  [UT_STYLE_HINT] = { 7.5, UT_WEIGHT_REGULAR, UT_COLOUR_SOFT, 9.5 },
  [UT_STYLE_AXIS] = { 8, UT_WEIGHT_REGULAR, UT_COLOUR_SOFT, 10 },
  [UT_STYLE_LABEL] = { 8.5, UT_WEIGHT_REGULAR, UT_COLOUR_INK, 10.5 },
  [UT_STYLE_OWN_LABEL] = { 8.5, UT_WEIGHT_SEMIBOLD, UT_COLOUR_OWN, 10.5 },
  [UT_STYLE_FINDING] = { 8, UT_WEIGHT_REGULAR, UT_COLOUR_INK, 10.5 },
  [UT_STYLE_FOOTER] = { 6.8, UT_WEIGHT_REGULAR, UT_COLOUR_MUTED, 8.8 },
  [UT_STYLE_NOTICE] = { 6.8, UT_WEIGHT_SEMIBOLD, UT_COLOUR_WARNING, 8.8 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (styles) == UT_N_STYLES);

const UtColourRow *
ut_colour_row (UtColour colour) {
  return &colours[colour];
}

int
ut_colour (UtColour colour) {
  return colours[colour].rgb;
}

const UtStyleRow *
ut_style (UtStyle style) {
  return &styles[style];
}

UtFont
ut_font (UtStyle style, UtAnchor anchor) {
  return ut_font_in (style, anchor, styles[style].colour);
}

UtFont
ut_font_in (UtStyle style, UtAnchor anchor, UtColour colour) {
  return (UtFont){
    .size_pt = styles[style].size_pt,
    .weight = styles[style].weight,
    .colour = ut_colour (colour),
    .anchor = anchor,
  };
}

UtPaint
ut_fill (UtColour colour) {
  return (UtPaint){ .fill = ut_colour (colour), .stroke = UT_NO_COLOUR };
}

UtPaint
ut_stroke (UtColour colour, double width_pt) {
  return ut_dashed (colour, width_pt, UT_DASH_SOLID);
}

UtPaint
ut_dashed (UtColour colour, double width_pt, UtDash dash) {
  return (UtPaint){ .fill = UT_NO_COLOUR, .stroke = ut_colour (colour), .width_pt = width_pt, .dash = dash };
}

UtPaint
ut_fill_and_stroke (UtColour fill, UtColour stroke, double width_pt) {
  return (UtPaint){ .fill = ut_colour (fill), .stroke = ut_colour (stroke), .width_pt = width_pt };
}
