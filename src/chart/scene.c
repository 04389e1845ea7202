/* The display list. */
#include "scene_items.h"

#include <math.h>

#include "base/text.h"

struct UtScene {
  double width, height;
  UtLanguage language;
  char *title, *alt;
  GArray *items; /* UtItem */
  guint depth;   /* open groups */
};

static void
clear_item (gpointer data) {
  UtItem *item = data;
  g_free (item->role);
  g_free (item->text);
  g_free (item->points);
}

UtScene *
ut_scene_new (double width_pt, double height_pt, UtLanguage language) {
  UtScene *scene = g_new0 (UtScene, 1);
  scene->width = width_pt;
  scene->height = height_pt;
  scene->language = language;
  scene->title = g_strdup ("");
  scene->alt = g_strdup ("");
  scene->items = g_array_new (FALSE, TRUE, sizeof (UtItem));
  g_array_set_clear_func (scene->items, clear_item);
  return scene;
}

void
ut_scene_free (UtScene *scene) {
  if (scene == NULL)
    return;
  g_array_unref (scene->items);
  g_free (scene->title);
  g_free (scene->alt);
  g_free (scene);
}

double
ut_scene_width (const UtScene *scene) {
  return scene->width;
}

double
ut_scene_height (const UtScene *scene) {
  return scene->height;
}

void
ut_scene_set_height (UtScene *scene, double height_pt) {
  scene->height = height_pt;
}

UtLanguage
ut_scene_language (const UtScene *scene) {
  return scene->language;
}

void
ut_scene_describe (UtScene *scene, const char *title, const char *alt) {
  g_free (scene->title);
  g_free (scene->alt);
  scene->title = ut_text_clean (title, UT_TEXT_LINE);
  scene->alt = ut_text_clean (alt, UT_TEXT_LINE);
}

const char *
ut_scene_title (const UtScene *scene) {
  return scene->title;
}

const char *
ut_scene_alt (const UtScene *scene) {
  return scene->alt;
}

static UtItem *
add (UtScene *scene, UtItemKind kind, const UtPoint *points, gsize n, UtPaint paint) {
  UtItem item = { .kind = kind, .paint = paint, .points = g_memdup2 (points, n * sizeof *points), .n_points = n };
  g_array_append_val (scene->items, item);
  return &g_array_index (scene->items, UtItem, scene->items->len - 1);
}

void
ut_scene_begin (UtScene *scene, const char *role, const char *name) {
  UtItem *item = add (scene, UT_ITEM_BEGIN, NULL, 0, (UtPaint){ 0 });
  item->role = g_strdup (role);
  item->text = g_strdup (name != NULL ? name : "");
  scene->depth++;
}

void
ut_scene_end (UtScene *scene) {
  g_return_if_fail (scene->depth > 0);
  scene->depth--;
  add (scene, UT_ITEM_END, NULL, 0, (UtPaint){ 0 });
}

void
ut_scene_line (UtScene *scene, UtPoint from, UtPoint to, UtPaint paint) {
  add (scene, UT_ITEM_LINE, (UtPoint[]){ from, to }, 2, paint);
}

void
ut_scene_polyline (UtScene *scene, const UtPoint *points, gsize n, UtPaint paint) {
  add (scene, UT_ITEM_POLYLINE, points, n, paint);
}

void
ut_scene_polygon (UtScene *scene, const UtPoint *points, gsize n, UtPaint paint) {
  add (scene, UT_ITEM_POLYGON, points, n, paint);
}

void
ut_scene_rectangle (UtScene *scene, double x, double y, double width, double height, double radius, UtPaint paint) {
  UtItem *item = add (scene, UT_ITEM_RECTANGLE, &(UtPoint){ x, y }, 1, paint);
  item->width = width;
  item->height = height;
  item->radius = radius;
}

void
ut_scene_mark (UtScene *scene, UtMarkShape shape, UtPoint centre, double size_pt, UtPaint paint) {
  UtItem *item = add (scene, UT_ITEM_MARK, &centre, 1, paint);
  item->shape = shape;
  item->width = size_pt;
}

void
ut_scene_text (UtScene *scene, UtPoint at, UtFont font, const char *text) {
  if (*text == '\0')
    return;
  UtItem *item = add (scene, UT_ITEM_TEXT, &at, 1, (UtPaint){ .fill = font.colour, .stroke = UT_NO_COLOUR });
  item->font = font;
  item->text = ut_text_clean (text, UT_TEXT_LINE);
}

guint
ut_scene_n_items (const UtScene *scene) {
  return scene->items->len;
}

const UtItem *
ut_scene_item (const UtScene *scene, guint i) {
  return &g_array_index (scene->items, UtItem, i);
}

gsize
ut_mark_corners (UtMarkShape shape, UtPoint centre, double size_pt, UtPoint corners[4]) {
  double x = centre.x, y = centre.y, r = size_pt / 2;
  switch (shape) {
  case UT_MARK_DIAMOND:
    corners[0] = (UtPoint){ x, y - r };
    corners[1] = (UtPoint){ x + r, y };
    corners[2] = (UtPoint){ x, y + r };
    corners[3] = (UtPoint){ x - r, y };
    return 4;
  case UT_MARK_BAR:
    corners[0] = (UtPoint){ x - r, y - r * 0.3 };
    corners[1] = (UtPoint){ x + r, y - r * 0.3 };
    corners[2] = (UtPoint){ x + r, y + r * 0.3 };
    corners[3] = (UtPoint){ x - r, y + r * 0.3 };
    return 4;
  case UT_MARK_TRIANGLE_UP:
  case UT_MARK_TRIANGLE_DOWN: {
    /* Equilateral looking, and with its middle height on the centre. */
    double h = (shape == UT_MARK_TRIANGLE_UP ? 1 : -1) * r * 0.9;
    corners[0] = (UtPoint){ x, y - h };
    corners[1] = (UtPoint){ x + r, y + h };
    corners[2] = (UtPoint){ x - r, y + h };
    return 3;
  }
  case UT_MARK_CIRCLE:
  case UT_N_MARK_SHAPES:
    break;
  }
  return 0;
}

const char *
ut_anchor_word (UtAnchor anchor) {
  static const char *const words[]
      = { [UT_ANCHOR_START] = "start", [UT_ANCHOR_MIDDLE] = "middle", [UT_ANCHOR_END] = "end" };
  G_STATIC_ASSERT (G_N_ELEMENTS (words) == UT_N_ANCHORS);
  return words[anchor];
}
