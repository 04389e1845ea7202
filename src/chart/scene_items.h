/* What a scene holds: read by the painters, the dump and the geometric tests. */
#ifndef UT_CHART_SCENE_ITEMS_H
#define UT_CHART_SCENE_ITEMS_H

#include <utsyn/scene.h>

typedef enum {
  UT_ITEM_BEGIN,
  UT_ITEM_END,
  UT_ITEM_LINE,
  UT_ITEM_POLYLINE,
  UT_ITEM_POLYGON,
  UT_ITEM_RECTANGLE,
  UT_ITEM_MARK,
  UT_ITEM_TEXT,
  UT_N_ITEM_KINDS
} UtItemKind;

typedef struct {
  UtItemKind kind;
  UtPaint paint;
  UtFont font;
  UtMarkShape shape;
  char *role;      /* of a group */
  char *text;      /* of a text; the name of a group */
  UtPoint *points; /* of a line, polyline or polygon; the corner, centre or anchor of the rest */
  gsize n_points;
  double width, height, radius; /* of a rectangle; width is the size of a mark */
} UtItem;

guint ut_scene_n_items (const UtScene *scene);
const UtItem *ut_scene_item (const UtScene *scene, guint i);

/* The corners of a mark that is no circle; at most four. */
gsize ut_mark_corners (UtMarkShape shape, UtPoint centre, double size_pt, UtPoint corners[4]);
/* "start", "middle", "end": as SVG has it. */
const char *ut_anchor_word (UtAnchor anchor);

#endif
