/* PDF and PNG through cairo. */
#include "font.h"
#include "png_write.h"
#include "scene_items.h"
#include "style.h"

#include <cairo-pdf.h>
#include <math.h>
#include <utsyn/error.h>

#include "base/i18n.h"

/* Of a side of a bitmap; cairo takes no more. */
#define MOST_PIXELS 32767

static void
set_colour (cairo_t *cr, int colour, double opacity) {
  double alpha = opacity > 0 ? opacity : 1;
  cairo_set_source_rgba (cr, ((colour >> 16) & 0xFF) / 255.0, ((colour >> 8) & 0xFF) / 255.0, (colour & 0xFF) / 255.0,
                         alpha);
}

static void
set_dash (cairo_t *cr, UtDash dash) {
  static const double dashed[] = { 5, 2.5 }, dotted[] = { 0.1, 3 };
  cairo_set_dash (cr, dash == UT_DASH_DASHED ? dashed : dotted, dash == UT_DASH_SOLID ? 0 : 2, 0);
  cairo_set_line_cap (cr, dash == UT_DASH_DOTTED ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

static void
paint_path (cairo_t *cr, const UtPaint *paint) {
  if (paint->fill != UT_NO_COLOUR) {
    set_colour (cr, paint->fill, paint->opacity);
    cairo_fill_preserve (cr);
  }
  if (paint->stroke != UT_NO_COLOUR) {
    set_colour (cr, paint->stroke, paint->opacity);
    set_dash (cr, paint->dash);
    cairo_set_line_width (cr, paint->width_pt);
    cairo_stroke_preserve (cr);
  }
  cairo_new_path (cr);
}

static void
trace (cairo_t *cr, const UtPoint *points, gsize n, gboolean closed) {
  for (gsize i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  if (closed)
    cairo_close_path (cr);
}

static void
trace_rectangle (cairo_t *cr, const UtItem *item) {
  double x = item->points[0].x, y = item->points[0].y, w = item->width, h = item->height;
  double r = fmin (item->radius, fmin (w, h) / 2);
  if (r <= 0) {
    cairo_rectangle (cr, x, y, w, h);
    return;
  }
  cairo_arc (cr, x + w - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + w - r, y + h - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + h - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
trace_mark (cairo_t *cr, const UtItem *item) {
  UtPoint corners[4];
  gsize n = ut_mark_corners (item->shape, item->points[0], item->width, corners);
  if (n > 0)
    trace (cr, corners, n, TRUE);
  else
    cairo_arc (cr, item->points[0].x, item->points[0].y, item->width / 2, 0, 2 * G_PI);
}

static void
paint_text (cairo_t *cr, PangoContext *context, const UtItem *item) {
  static const double shares[] = { [UT_ANCHOR_START] = 0, [UT_ANCHOR_MIDDLE] = 0.5, [UT_ANCHOR_END] = 1 };
  G_STATIC_ASSERT (G_N_ELEMENTS (shares) == UT_N_ANCHORS);
  g_autoptr (PangoLayout) layout = ut_font_layout_new (context, item->text, item->font.size_pt, item->font.weight);
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  double width = (double) logical.width / PANGO_SCALE;
  double baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  set_colour (cr, item->font.colour, 1);
  cairo_move_to (cr, item->points[0].x - width * shares[item->font.anchor], item->points[0].y - baseline);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
paint_item (cairo_t *cr, PangoContext *context, const UtItem *item) {
  switch (item->kind) {
  case UT_ITEM_BEGIN:
  case UT_ITEM_END:
  case UT_N_ITEM_KINDS:
    return;
  case UT_ITEM_TEXT:
    paint_text (cr, context, item);
    return;
  case UT_ITEM_LINE:
  case UT_ITEM_POLYLINE:
    trace (cr, item->points, item->n_points, FALSE);
    break;
  case UT_ITEM_POLYGON:
    trace (cr, item->points, item->n_points, TRUE);
    break;
  case UT_ITEM_RECTANGLE:
    trace_rectangle (cr, item);
    break;
  case UT_ITEM_MARK:
    trace_mark (cr, item);
    break;
  }
  paint_path (cr, &item->paint);
}

static void
paint_scene (cairo_t *cr, const UtScene *scene) {
  PangoContext *context = ut_font_context_new ();
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_colour (cr, ut_colour (UT_COLOUR_PAPER), 1);
  cairo_paint (cr);
  for (guint i = 0; i < ut_scene_n_items (scene); i++)
    paint_item (cr, context, ut_scene_item (scene, i));
  g_object_unref (context);
}

static cairo_status_t
append (gpointer closure, const unsigned char *data, unsigned int length) {
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
complain (cairo_status_t status, GError **error) {
  ut_error_set (error, UT_ERROR_IO, _ ("the figure could not be drawn: %s"), cairo_status_to_string (status));
}

/* No clock: SOURCE_DATE_EPOCH, else the day Utsyn began. */
static void
set_date (cairo_surface_t *surface) {
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 seconds;
  g_autofree char *date = NULL;
  if (epoch != NULL && g_ascii_string_to_unsigned (epoch, 10, 0, 253402300799, &seconds, NULL)) {
    g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc ((gint64) seconds);
    date = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  }
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  date != NULL ? date : "2026-01-01T00:00:00Z");
}

GBytes *
ut_scene_paint_pdf (const UtScene *scene, GError **error) {
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append, bytes, ut_scene_width (scene), ut_scene_height (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, ut_scene_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, ut_scene_alt (scene));
  set_date (surface);
  cairo_t *cr = cairo_create (surface);
  paint_scene (cr, scene);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_status_t status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  complain (status, error);
  return NULL;
}

/* A chart of all the country's municipalities is higher than a bitmap may be: it is drawn coarser. */
static double
fitting_dpi (const UtScene *scene, double dpi) {
  return MIN (dpi, 72 * (MOST_PIXELS - 1) / MAX (ut_scene_width (scene), ut_scene_height (scene)));
}

static GBytes *
write_png (cairo_surface_t *surface, double dpi, GError **error) {
  cairo_surface_flush (surface);
  const UtPixels pixels = { .data = cairo_image_surface_get_data (surface),
                            .width = (guint) cairo_image_surface_get_width (surface),
                            .height = (guint) cairo_image_surface_get_height (surface),
                            .stride = (gsize) cairo_image_surface_get_stride (surface) };
  return ut_png_write (&pixels, dpi, error);
}

GBytes *
ut_scene_paint_png (const UtScene *scene, double wanted_dpi, GError **error) {
  double dpi = fitting_dpi (scene, wanted_dpi), scale = dpi / 72;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (ut_scene_width (scene) * scale), (int) ceil (ut_scene_height (scene) * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  paint_scene (cr, scene);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  GBytes *png = status == CAIRO_STATUS_SUCCESS ? write_png (surface, dpi, error) : NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    complain (status, error);
  cairo_surface_destroy (surface);
  return png;
}
