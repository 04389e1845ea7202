/* The named font through Pango: the same set-up when a text is measured and when it is painted. */
#ifndef UT_CHART_FONT_H
#define UT_CHART_FONT_H

#include <pango/pangocairo.h>
#include <utsyn/scene.h>

/* One point is one unit; no hinting, no rounding of positions. */
PangoContext *ut_font_context_new (void);
PangoLayout *ut_font_layout_new (PangoContext *context, const char *text, double size_pt, UtWeight weight);

#endif
