/* The display list as text, for golden tests. */
#include "scene_items.h"

static const char *const dashes[]
    = { [UT_DASH_SOLID] = "", [UT_DASH_DASHED] = " dashed", [UT_DASH_DOTTED] = " dotted" };
G_STATIC_ASSERT (G_N_ELEMENTS (dashes) == UT_N_DASHES);
static const char *const weights[] = { [UT_WEIGHT_REGULAR] = "regular", [UT_WEIGHT_SEMIBOLD] = "semibold" };
G_STATIC_ASSERT (G_N_ELEMENTS (weights) == UT_N_WEIGHTS);
static const char *const shapes[] = {
  [UT_MARK_CIRCLE] = "circle",
  [UT_MARK_DIAMOND] = "diamond",
  [UT_MARK_TRIANGLE_UP] = "triangle-up",
  [UT_MARK_TRIANGLE_DOWN] = "triangle-down",
  [UT_MARK_BAR] = "bar",
};
G_STATIC_ASSERT (G_N_ELEMENTS (shapes) == UT_N_MARK_SHAPES);
static const char *const kinds[] = {
  [UT_ITEM_BEGIN] = "begin",       [UT_ITEM_END] = "end",         [UT_ITEM_LINE] = "line",
  [UT_ITEM_POLYLINE] = "polyline", [UT_ITEM_POLYGON] = "polygon", [UT_ITEM_RECTANGLE] = "rectangle",
  [UT_ITEM_MARK] = "mark",         [UT_ITEM_TEXT] = "text",
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == UT_N_ITEM_KINDS);

static void
add_number (GString *out, double value) {
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  g_string_append (out, g_str_equal (buffer, "-0.00") ? "0.00" : buffer);
}

static void
add_colour (GString *out, const char *what, int colour) {
  if (colour != UT_NO_COLOUR)
    g_string_append_printf (out, " %s #%06X", what, (guint) colour);
}

static void
add_points (GString *out, const UtItem *item) {
  for (gsize i = 0; i < item->n_points; i++) {
    g_string_append_c (out, ' ');
    add_number (out, item->points[i].x);
    g_string_append_c (out, ',');
    add_number (out, item->points[i].y);
  }
}

static void
add_paint (GString *out, const UtPaint *paint) {
  add_colour (out, "fill", paint->fill);
  add_colour (out, "stroke", paint->stroke);
  if (paint->stroke != UT_NO_COLOUR) {
    g_string_append_c (out, ' ');
    add_number (out, paint->width_pt);
    g_string_append (out, dashes[paint->dash]);
  }
  if (paint->opacity > 0 && paint->opacity < 1) {
    g_string_append (out, " opacity ");
    add_number (out, paint->opacity);
  }
}

static void
add_text (GString *out, const UtItem *item) {
  g_string_append_printf (out, " %s ", ut_anchor_word (item->font.anchor));
  add_number (out, item->font.size_pt);
  g_string_append_printf (out, " %s", weights[item->font.weight]);
  add_colour (out, "colour", item->font.colour);
  g_string_append_printf (out, " «%s»", item->text);
}

static void
add_item (GString *out, const UtItem *item) {
  g_string_append (out, kinds[item->kind]);
  if (item->kind == UT_ITEM_BEGIN)
    g_string_append_printf (out, " %s «%s»", item->role, item->text);
  if (item->kind == UT_ITEM_MARK)
    g_string_append_printf (out, " %s", shapes[item->shape]);
  add_points (out, item);
  if (item->kind == UT_ITEM_RECTANGLE) {
    g_string_append (out, " size ");
    add_number (out, item->width);
    g_string_append_c (out, 'x');
    add_number (out, item->height);
    g_string_append (out, " radius ");
    add_number (out, item->radius);
  }
  if (item->kind == UT_ITEM_MARK) {
    g_string_append (out, " size ");
    add_number (out, item->width);
  }
  if (item->kind == UT_ITEM_TEXT)
    add_text (out, item);
  else if (item->n_points > 0)
    add_paint (out, &item->paint);
}

char *
ut_scene_dump (const UtScene *scene) {
  GString *out = g_string_new ("scene ");
  add_number (out, ut_scene_width (scene));
  g_string_append_c (out, 'x');
  add_number (out, ut_scene_height (scene));
  g_string_append_printf (out, " %s\ntitle «%s»\nalt «%s»\n", ut_language_tag (ut_scene_language (scene)),
                          ut_scene_title (scene), ut_scene_alt (scene));
  int depth = 0;
  for (guint i = 0; i < ut_scene_n_items (scene); i++) {
    const UtItem *item = ut_scene_item (scene, i);
    depth -= item->kind == UT_ITEM_END;
    g_string_append_printf (out, "%*s", 2 * depth, "");
    add_item (out, item);
    g_string_append_c (out, '\n');
    depth += item->kind == UT_ITEM_BEGIN;
  }
  return g_string_free (out, FALSE);
}
