/**
 * @file scene.h
 * A figure as a display list in points, drawn by two painters.
 *
 * y grows downwards; the origin is the upper left corner. Colours are 0xRRGGBB. A scene carries the figure's language,
 * title and alt text, so that no painter can leave them out.
 */
#ifndef UTSYN_SCENE_H
#define UTSYN_SCENE_H

#include <glib.h>
#include <utsyn/language.h>
#include <utsyn/macros.h>

UT_BEGIN_DECLS

typedef enum { UT_ANCHOR_START, UT_ANCHOR_MIDDLE, UT_ANCHOR_END, UT_N_ANCHORS } UtAnchor;
typedef enum { UT_DASH_SOLID, UT_DASH_DASHED, UT_DASH_DOTTED, UT_N_DASHES } UtDash;
typedef enum { UT_WEIGHT_REGULAR, UT_WEIGHT_SEMIBOLD, UT_N_WEIGHTS } UtWeight;

typedef enum {
  UT_MARK_CIRCLE,
  UT_MARK_DIAMOND,
  UT_MARK_TRIANGLE_UP,
  UT_MARK_TRIANGLE_DOWN,
  UT_MARK_BAR, /**< a short horizontal bar: not tested */
  UT_N_MARK_SHAPES
} UtMarkShape;

#define UT_NO_COLOUR (-1)

typedef struct {
  int fill;        /**< 0xRRGGBB or UT_NO_COLOUR */
  int stroke;      /**< 0xRRGGBB or UT_NO_COLOUR */
  double width_pt; /**< of the stroke */
  UtDash dash;
  double opacity; /**< 0..1; 0 means 1 */
} UtPaint;

typedef struct {
  double size_pt;
  UtWeight weight;
  int colour;
  UtAnchor anchor;
} UtFont;

typedef struct {
  double x, y;
} UtPoint;

/** How wide a text is. Tests give a fixed-width font, so that a golden scene is the same on every machine. */
typedef struct {
  /** Mandatory. Width in points of one line of UTF-8 text. */
  double (*width) (gpointer user, const char *text, double size_pt, UtWeight weight);
  gpointer user;
} UtMeasurer;

/** The named font through Pango. Owned by the library. */
const UtMeasurer *ut_measurer_pango (void);
/** 0.55 em a character, for tests. */
const UtMeasurer *ut_measurer_fixed (void);

typedef struct UtScene UtScene;

UtScene *ut_scene_new (double width_pt, double height_pt, UtLanguage language);
void ut_scene_free (UtScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UtScene, ut_scene_free)

double ut_scene_width (const UtScene *scene);
double ut_scene_height (const UtScene *scene);
/** A chart learns its height while it is laid out; it must be set before painting. */
void ut_scene_set_height (UtScene *scene, double height_pt);
UtLanguage ut_scene_language (const UtScene *scene);

/** Title of the figure (document title of PDF and SVG) and alt text, at most 300 characters. */
void ut_scene_describe (UtScene *scene, const char *title, const char *alt);
const char *ut_scene_title (const UtScene *scene);
const char *ut_scene_alt (const UtScene *scene);

/** Groups nest and must be ended; `role` (a word of a-z and -) names what it is ("row", "axis", "legend") for readers
 * of the display list. */
void ut_scene_begin (UtScene *scene, const char *role, const char *name);
void ut_scene_end (UtScene *scene);
void ut_scene_line (UtScene *scene, UtPoint from, UtPoint to, UtPaint paint);
void ut_scene_polyline (UtScene *scene, const UtPoint *points, gsize n, UtPaint paint);
void ut_scene_polygon (UtScene *scene, const UtPoint *points, gsize n, UtPaint paint);
/** Corner radius in points, 0 for a plain rectangle. */
void ut_scene_rectangle (UtScene *scene, double x, double y, double width, double height, double radius, UtPaint paint);
void ut_scene_mark (UtScene *scene, UtMarkShape shape, UtPoint centre, double size_pt, UtPaint paint);
/** One line; `at` is the anchor point on the baseline. Nothing for an empty text; broken UTF-8 is made valid. */
void ut_scene_text (UtScene *scene, UtPoint at, UtFont font, const char *text);

/** The display list as text, one item a line, numbers with two decimals: what golden tests compare. New string. */
char *ut_scene_dump (const UtScene *scene);

/*
 * Painters. No clock and no locale: the same scene gives the same bytes. Error: UT_ERROR_IO.
 *
 * Tested in tests/unit/chart/test-scene.c.
 */

/** SVG with real text, <title> and <desc>, and no ids: it can be set into one page many times. */
GBytes *ut_scene_paint_svg (const UtScene *scene);
/** One page with the title, the alt text as subject, and the date of SOURCE_DATE_EPOCH (else a fixed one). */
GBytes *ut_scene_paint_pdf (const UtScene *scene, GError **error);
/** On white, with the resolution written in it. `dpi` is 300 for print. */
GBytes *ut_scene_paint_png (const UtScene *scene, double dpi, GError **error);

UT_END_DECLS

#endif
