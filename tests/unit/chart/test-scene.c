/* The display list and its painters. */
#include "chart/scene_items.h"

#include <string.h>

static const UtPaint line_paint
    = { .fill = UT_NO_COLOUR, .stroke = 0x12436D, .width_pt = 1.25, .dash = UT_DASH_DASHED };
static const UtPaint fill_paint = { .fill = 0xF46A25, .stroke = UT_NO_COLOUR, .opacity = 0.5 };
static const UtFont font = { .size_pt = 8, .weight = UT_WEIGHT_SEMIBOLD, .colour = 0, .anchor = UT_ANCHOR_END };

static UtScene *
small_scene (void) {
  UtScene *scene = ut_scene_new (100, 50, UT_LANGUAGE_NN);
  ut_scene_describe (scene, "Tittel <1> & \"to\"", "Alt-tekst");
  ut_scene_begin (scene, "row", "pedagognorm");
  ut_scene_line (scene, (UtPoint){ 1, 2 }, (UtPoint){ 3.005, -0.001 }, line_paint);
  ut_scene_polygon (scene, (UtPoint[]){ { 0, 0 }, { 4, 0 }, { 2, 3 } }, 3, fill_paint);
  ut_scene_rectangle (scene, 5, 6, 7, 8, 2, fill_paint);
  ut_scene_mark (scene, UT_MARK_CIRCLE, (UtPoint){ 20, 20 }, 6, fill_paint);
  ut_scene_mark (scene, UT_MARK_TRIANGLE_DOWN, (UtPoint){ 30, 20 }, 6, fill_paint);
  ut_scene_text (scene, (UtPoint){ 90, 40 }, font, "Bø & Øy < 3 «x»");
  ut_scene_text (scene, (UtPoint){ 90, 45 }, font, "");
  ut_scene_end (scene);
  return scene;
}

static void
test_dump (void) {
  g_autoptr (UtScene) scene = small_scene ();
  g_autofree char *dump = ut_scene_dump (scene);
  g_assert_cmpstr (dump, ==,
                   "scene 100.00x50.00 nn\n"
                   "title «Tittel <1> & \"to\"»\n"
                   "alt «Alt-tekst»\n"
                   "begin row «pedagognorm»\n"
                   "  line 1.00,2.00 3.00,0.00 stroke #12436D 1.25 dashed\n"
                   "  polygon 0.00,0.00 4.00,0.00 2.00,3.00 fill #F46A25 opacity 0.50\n"
                   "  rectangle 5.00,6.00 size 7.00x8.00 radius 2.00 fill #F46A25 opacity 0.50\n"
                   "  mark circle 20.00,20.00 size 6.00 fill #F46A25 opacity 0.50\n"
                   "  mark triangle-down 30.00,20.00 size 6.00 fill #F46A25 opacity 0.50\n"
                   "  text 90.00,40.00 end 8.00 semibold colour #000000 «Bø & Øy < 3 «x»»\n"
                   "end\n");
}

static void
test_marks_lie_in_their_box (void) {
  for (int shape = UT_MARK_CIRCLE; shape <= UT_MARK_BAR; shape++) {
    UtPoint corners[4];
    gsize n = ut_mark_corners ((UtMarkShape) shape, (UtPoint){ 10, 10 }, 8, corners);
    g_assert_cmpuint (n, ==, shape == UT_MARK_CIRCLE ? 0 : shape == UT_MARK_DIAMOND || shape == UT_MARK_BAR ? 4 : 3);
    for (gsize i = 0; i < n; i++) {
      g_assert_cmpfloat (ABS (corners[i].x - 10), <=, 4);
      g_assert_cmpfloat (ABS (corners[i].y - 10), <=, 4);
    }
  }
}

typedef struct {
  GString *names, *texts;
  gboolean has_label, has_role, has_language, has_id;
} Seen;

static void
see_element (G_GNUC_UNUSED GMarkupParseContext *context, const char *name, const char **names, const char **values,
             gpointer user, G_GNUC_UNUSED GError **error) {
  Seen *seen = user;
  g_string_append_printf (seen->names, "%s ", name);
  for (; *names != NULL; names++, values++) {
    seen->has_label |= g_str_equal (*names, "aria-label") && g_str_equal (*values, "Tittel <1> & \"to\"");
    seen->has_role |= g_str_equal (*names, "role") && g_str_equal (*values, "img");
    seen->has_language |= g_str_equal (*names, "lang") && g_str_equal (*values, "nn");
    seen->has_id |= g_str_equal (*names, "id");
  }
}

static void
see_text (G_GNUC_UNUSED GMarkupParseContext *context, const char *text, gsize length, gpointer user,
          G_GNUC_UNUSED GError **error) {
  Seen *seen = user;
  g_string_append_len (seen->texts, text, (gssize) length);
}

static void
test_svg (void) {
  static const GMarkupParser parser = { .start_element = see_element, .text = see_text };
  g_autoptr (UtScene) scene = small_scene ();
  g_autoptr (GBytes) svg = ut_scene_paint_svg (scene);
  Seen seen = { .names = g_string_new (NULL), .texts = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &seen, NULL);
  GError *error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);
  g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (seen.names->str, ==, "svg title desc rect g polyline polygon rect circle polygon text ");
  g_assert_nonnull (strstr (seen.texts->str, "Bø & Øy < 3 «x»"));
  g_assert_nonnull (strstr (seen.texts->str, "Alt-tekst"));
  g_assert_true (seen.has_label && seen.has_role && seen.has_language);
  g_assert_false (seen.has_id);
  g_string_free (seen.names, TRUE);
  g_string_free (seen.texts, TRUE);
}

static void
test_svg_has_no_control_characters (void) {
  g_autoptr (UtScene) scene = ut_scene_new (10, 10, UT_LANGUAGE_NB);
  ut_scene_text (scene, (UtPoint){ 1, 1 }, font,
                 "a\x01"
                 "b\xff"
                 "c");
  g_autoptr (GBytes) svg = ut_scene_paint_svg (scene);
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (strstr (text, ">a b\xef\xbf\xbd"
                                  "c<"));
}

/* Whether the bytes hold a text; they also hold NULs. */
static gboolean
holds (const char *data, gsize size, const char *text) {
  gsize length = strlen (text);
  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

static void
test_pdf (void) {
  GError *error = NULL;
  g_autoptr (UtScene) scene = small_scene ();
  g_autoptr (GBytes) once = ut_scene_paint_pdf (scene, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) again = ut_scene_paint_pdf (scene, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (once, again));
  gsize size;
  const char *data = g_bytes_get_data (once, &size);
  g_assert_cmpuint (size, >, 500);
  g_assert_true (memcmp (data, "%PDF-1.", 7) == 0);
  g_assert_true (holds (data, size, "/Title"));
  g_assert_true (holds (data, size, "CreationDate (20240229"));
}

static guint32
big_endian (const guint8 *at) {
  guint32 value;
  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_BE (value);
}

static void
test_png (void) {
  GError *error = NULL;
  g_autoptr (UtScene) scene = small_scene ();
  g_autoptr (GBytes) once = ut_scene_paint_png (scene, 300, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) again = ut_scene_paint_png (scene, 300, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (once, again));
  gsize size;
  const guint8 *data = g_bytes_get_data (once, &size);
  g_assert_cmpuint (big_endian (data + 16), ==, 417); /* 100 pt */
  g_assert_cmpuint (big_endian (data + 33), ==, 9);
  g_assert_true (memcmp (data + 37, "pHYs", 4) == 0);
  g_assert_cmpuint (big_endian (data + 41), ==, 11811);
  g_assert_cmpuint (big_endian (data + 45), ==, 11811);
  g_assert_cmpuint (data[49], ==, 1);
  /* Worked out with zlib's crc32 for 300 dpi. */
  g_assert_cmphex (big_endian (data + 50), ==, 0x78A53F76);
}

/* 357 municipalities beside each other are 3 m high. */
static void
test_high_png (void) {
  GError *error = NULL;
  g_autoptr (UtScene) scene = ut_scene_new (10, 9000, UT_LANGUAGE_NB);
  g_autoptr (GBytes) png = ut_scene_paint_png (scene, 300, &error);
  g_assert_no_error (error);
  const guint8 *data = g_bytes_get_data (png, NULL);
  g_assert_cmpuint (big_endian (data + 20), >, 32000);
  g_assert_cmpuint (big_endian (data + 20), <=, 32767);
  g_assert_cmpuint (big_endian (data + 41), ==, 10320); /* 262 dots an inch */
}

int
main (int argc, char **argv) {
  g_setenv ("SOURCE_DATE_EPOCH", "1709208000", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scene/dump", test_dump);
  g_test_add_func ("/chart/scene/marks-lie-in-their-box", test_marks_lie_in_their_box);
  g_test_add_func ("/chart/scene/high-png", test_high_png);
  g_test_add_func ("/chart/scene/svg", test_svg);
  g_test_add_func ("/chart/scene/svg-has-no-control-characters", test_svg_has_no_control_characters);
  g_test_add_func ("/chart/scene/pdf", test_pdf);
  g_test_add_func ("/chart/scene/png", test_png);
  return g_test_run ();
}
