/* SVG with real text. It is set into pages many times over, so it has no ids. */
#include "scene_items.h"
#include "style.h"

#include "base/text.h"

static void
add_number (GString *out, const char *name, double value) {
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  g_string_append_printf (out, " %s=\"%s\"", name, g_str_equal (buffer, "-0.00") ? "0.00" : buffer);
}

static void
add_colour (GString *out, const char *name, int colour) {
  if (colour == UT_NO_COLOUR)
    g_string_append_printf (out, " %s=\"none\"", name);
  else
    g_string_append_printf (out, " %s=\"#%06x\"", name, (guint) colour);
}

static void
add_paint (GString *out, const UtPaint *paint) {
  add_colour (out, "fill", paint->fill);
  if (paint->stroke != UT_NO_COLOUR) {
    add_colour (out, "stroke", paint->stroke);
    add_number (out, "stroke-width", paint->width_pt);
    if (paint->dash == UT_DASH_DASHED)
      g_string_append (out, " stroke-dasharray=\"5 2.5\"");
    if (paint->dash == UT_DASH_DOTTED)
      g_string_append (out, " stroke-dasharray=\"0.1 3\" stroke-linecap=\"round\"");
    g_string_append (out, " stroke-linejoin=\"round\"");
  }
  if (paint->opacity > 0 && paint->opacity < 1)
    add_number (out, "opacity", paint->opacity);
}

static void
add_points (GString *out, const UtPoint *points, gsize n) {
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append (out, " points=\"");
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s,%s", i > 0 ? " " : "", g_ascii_formatd (x, sizeof x, "%.2f", points[i].x),
                            g_ascii_formatd (y, sizeof y, "%.2f", points[i].y));
  g_string_append_c (out, '"');
}

static void
add_shape (GString *out, const char *element, const UtPoint *points, gsize n, const UtPaint *paint) {
  g_string_append_printf (out, "<%s", element);
  add_points (out, points, n);
  add_paint (out, paint);
  g_string_append (out, "/>\n");
}

static void
add_rectangle (GString *out, const UtItem *item) {
  g_string_append (out, "<rect");
  add_number (out, "x", item->points[0].x);
  add_number (out, "y", item->points[0].y);
  add_number (out, "width", item->width);
  add_number (out, "height", item->height);
  if (item->radius > 0)
    add_number (out, "rx", item->radius);
  add_paint (out, &item->paint);
  g_string_append (out, "/>\n");
}

static void
add_mark (GString *out, const UtItem *item) {
  UtPoint corners[4];
  gsize n = ut_mark_corners (item->shape, item->points[0], item->width, corners);
  if (n > 0) {
    add_shape (out, "polygon", corners, n, &item->paint);
    return;
  }
  g_string_append (out, "<circle");
  add_number (out, "cx", item->points[0].x);
  add_number (out, "cy", item->points[0].y);
  add_number (out, "r", item->width / 2);
  add_paint (out, &item->paint);
  g_string_append (out, "/>\n");
}

static void
add_text (GString *out, const UtItem *item) {
  g_string_append (out, "<text");
  add_number (out, "x", item->points[0].x);
  add_number (out, "y", item->points[0].y);
  add_number (out, "font-size", item->font.size_pt);
  if (item->font.weight == UT_WEIGHT_SEMIBOLD)
    g_string_append (out, " font-weight=\"600\"");
  if (item->font.anchor != UT_ANCHOR_START)
    g_string_append_printf (out, " text-anchor=\"%s\"", ut_anchor_word (item->font.anchor));
  add_colour (out, "fill", item->font.colour);
  g_string_append_c (out, '>');
  ut_text_append_markup (out, item->text);
  g_string_append (out, "</text>\n");
}

static void
add_item (GString *out, const UtItem *item) {
  switch (item->kind) {
  case UT_ITEM_BEGIN:
    g_string_append_printf (out, "<g class=\"%s\">\n", item->role);
    break;
  case UT_ITEM_END:
    g_string_append (out, "</g>\n");
    break;
  case UT_ITEM_LINE:
  case UT_ITEM_POLYLINE:
    add_shape (out, "polyline", item->points, item->n_points, &item->paint);
    break;
  case UT_ITEM_POLYGON:
    add_shape (out, "polygon", item->points, item->n_points, &item->paint);
    break;
  case UT_ITEM_RECTANGLE:
    add_rectangle (out, item);
    break;
  case UT_ITEM_MARK:
    add_mark (out, item);
    break;
  case UT_ITEM_TEXT:
    add_text (out, item);
    break;
  case UT_N_ITEM_KINDS:
    break;
  }
}

static void
add_opening (GString *out, const UtScene *scene) {
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (width, sizeof width, "%.2f", ut_scene_width (scene));
  g_ascii_formatd (height, sizeof height, "%.2f", ut_scene_height (scene));
  const char *tag = ut_language_tag (ut_scene_language (scene));
  g_string_append_printf (out,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%spt\" height=\"%spt\" "
                          "viewBox=\"0 0 %s %s\" role=\"img\" lang=\"%s\" xml:lang=\"%s\" "
                          "font-family=\"'" UT_FONT_FAMILY "', sans-serif\" aria-label=\"",
                          width, height, width, height, tag, tag);
  ut_text_append_markup (out, ut_scene_title (scene));
  g_string_append (out, "\">\n<title>");
  ut_text_append_markup (out, ut_scene_title (scene));
  g_string_append (out, "</title>\n<desc>");
  ut_text_append_markup (out, ut_scene_alt (scene));
  g_string_append_printf (out, "</desc>\n<rect width=\"%s\" height=\"%s\" fill=\"#%06x\"/>\n", width, height,
                          (guint) ut_colour (UT_COLOUR_PAPER));
}

GBytes *
ut_scene_paint_svg (const UtScene *scene) {
  GString *out = g_string_new (NULL);
  add_opening (out, scene);
  for (guint i = 0; i < ut_scene_n_items (scene); i++)
    add_item (out, ut_scene_item (scene, i));
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}
