/* Contrast of every colour against the white ground: WCAG 2.1, 1.4.3 (text, 4.5) and 1.4.11 (graphics, 3). */
#include "chart/style.h"

#include <math.h>

static double
channel (int rgb, int shift) {
  double c = ((rgb >> shift) & 0xFF) / 255.0;
  return c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (int rgb) {
  return 0.2126 * channel (rgb, 16) + 0.7152 * channel (rgb, 8) + 0.0722 * channel (rgb, 0);
}

static double
contrast (int one, int other) {
  double a = luminance (one), b = luminance (other);
  return (fmax (a, b) + 0.05) / (fmin (a, b) + 0.05);
}

static void
test_formula (void) {
  g_assert_cmpfloat_with_epsilon (contrast (0x000000, 0xFFFFFF), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast (0x777777, 0xFFFFFF), 4.478, 1e-3);
}

static void
test_contrast (void) {
  for (int i = 0; i < UT_N_COLOURS; i++) {
    const UtColourRow *row = ut_colour_row ((UtColour) i);
    g_assert_nonnull (row->name);
    double least = row->use == UT_USE_TEXT ? 4.5 : row->use == UT_USE_GRAPHIC ? 3 : 1;
    if (contrast (row->rgb, 0xFFFFFF) < least)
      g_test_message ("%s: %.2f", row->name, contrast (row->rgb, 0xFFFFFF));
    g_assert_cmpfloat (contrast (row->rgb, 0xFFFFFF), >=, least);
  }
}

/* A text is never set in a colour that is not made for it. */
static void
test_texts (void) {
  for (int i = 0; i < UT_N_STYLES; i++) {
    const UtStyleRow *style = ut_style ((UtStyle) i);
    g_assert_cmpint (ut_colour_row (style->colour)->use, ==, UT_USE_TEXT);
    g_assert_cmpfloat (style->size_pt, >=, 6.5);
    g_assert_cmpfloat (style->leading_pt, >=, 1.2 * style->size_pt);
  }
}

/* The two judgements are told apart also in grey print, and so are neighbouring series. */
static void
test_apart (void) {
  g_assert_cmpfloat (contrast (ut_colour (UT_COLOUR_BETTER), ut_colour (UT_COLOUR_WORSE)), >=, 3);
  g_assert_cmpfloat (contrast (ut_colour (UT_COLOUR_OWN), ut_colour (UT_COLOUR_COUNTY)), >=, 3);
  g_assert_cmpfloat (contrast (ut_colour (UT_COLOUR_COUNTY), ut_colour (UT_COLOUR_COUNTRY)), >=, 3);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/style/formula", test_formula);
  g_test_add_func ("/chart/style/contrast", test_contrast);
  g_test_add_func ("/chart/style/texts", test_texts);
  g_test_add_func ("/chart/style/apart", test_apart);
  return g_test_run ();
}
