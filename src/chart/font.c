#include "font.h"

#include "style.h"

PangoContext *
ut_font_context_new (void) {
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Not the process's: digits and quotes must not depend on who runs the program. */
  pango_context_set_language (context, pango_language_from_string ("no"));
  return context;
}

PangoLayout *
ut_font_layout_new (PangoContext *context, const char *text, double size_pt, UtWeight weight) {
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();
  pango_font_description_set_family_static (font, UT_FONT_FAMILY ", sans-serif");
  pango_font_description_set_weight (font, weight == UT_WEIGHT_SEMIBOLD ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_size (font, (int) (size_pt * PANGO_SCALE + 0.5));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}
