/* How wide a text is: through Pango, or with a font of fixed width. */
#include "font.h"

static double
pango_width (G_GNUC_UNUSED gpointer user, const char *text, double size_pt, UtWeight weight) {
  PangoContext *context = ut_font_context_new ();
  g_autoptr (PangoLayout) layout = ut_font_layout_new (context, text, size_pt, weight);
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  g_object_unref (context);
  return (double) logical.width / PANGO_SCALE;
}

static double
fixed_width (G_GNUC_UNUSED gpointer user, const char *text, double size_pt, G_GNUC_UNUSED UtWeight weight) {
  return 0.55 * size_pt * (double) g_utf8_strlen (text, -1);
}

const UtMeasurer *
ut_measurer_pango (void) {
  static const UtMeasurer measurer = { .width = pango_width };
  return &measurer;
}

const UtMeasurer *
ut_measurer_fixed (void) {
  static const UtMeasurer measurer = { .width = fixed_width };
  return &measurer;
}
