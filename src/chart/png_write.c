#include "png_write.h"

#include <png.h>
#include <string.h>
#include <utsyn/error.h>

#include "base/i18n.h"

/* Figures are flat areas with thin lines: filters only make the rows harder to compress, and a higher level takes six
 * times as long for a few hundredths of the size. */
#define LEVEL 3

static void
fail (png_structp png, png_const_charp message) {
  char **fault = png_get_error_ptr (png);
  *fault = g_strdup (message);
  png_longjmp (png, 1);
}

static void
ignore_warning (png_structp png, png_const_charp message) {
  (void) png;
  (void) message;
}

static void
append (png_structp png, png_bytep data, size_t length) {
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush (png_structp png) {
  (void) png;
}

static void
write_header (png_structp png, png_infop info, const UtPixels *pixels, double dpi) {
  png_uint_32 per_metre = (png_uint_32) (dpi / 0.0254 + 0.5);
  png_set_IHDR (png, info, pixels->width, pixels->height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_set_compression_level (png, LEVEL);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_write_info (png, info);
}

static void
write_rows (png_structp png, const UtPixels *pixels, guint8 *row) {
  for (guint y = 0; y < pixels->height; y++) {
    const guint8 *from = pixels->data + y * pixels->stride;
    guint8 *to = row;
    for (guint x = 0; x < pixels->width; x++, from += sizeof (guint32)) {
      guint32 colour;
      memcpy (&colour, from, sizeof colour);
      *to++ = (guint8) (colour >> 16);
      *to++ = (guint8) (colour >> 8);
      *to++ = (guint8) colour;
    }
    png_write_row (png, row);
  }
}

/* On its own, since libpng leaves it by longjmp(): nothing that is freed afterwards is a variable of this function. */
static gboolean
write_all (png_structp png, png_infop info, const UtPixels *pixels, double dpi, guint8 *row) {
  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;
  write_header (png, info, pixels, dpi);
  write_rows (png, pixels, row);
  png_write_end (png, NULL);
  return TRUE;
}

GBytes *
ut_png_write (const UtPixels *pixels, double dpi, GError **error) {
  g_autofree char *fault = NULL;
  g_autofree guint8 *row = g_malloc (3 * (gsize) pixels->width);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &fault, fail, ignore_warning);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  gboolean fine = FALSE;
  if (info != NULL) {
    png_set_write_fn (png, bytes, append, flush);
    fine = write_all (png, info, pixels, dpi, row);
  }
  png_destroy_write_struct (&png, &info);
  if (fine)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  ut_error_set (error, UT_ERROR_IO, _ ("the figure could not be drawn: %s"),
                fault != NULL ? fault : _ ("out of memory"));
  return NULL;
}
