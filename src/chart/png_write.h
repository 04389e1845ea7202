/* PNG files of what cairo has drawn. */
#ifndef UT_CHART_PNG_WRITE_H
#define UT_CHART_PNG_WRITE_H

#include <glib.h>

/* Opaque pixels as CAIRO_FORMAT_RGB24 has them: 32 bits each, in the machine's byte order, red, green and blue below
 * eight unused bits. */
typedef struct {
  const guint8 *data;
  guint width, height;
  gsize stride; /* bytes from one row to the next */
} UtPixels;

/* 8 bits a colour, no alpha; the same pixels give the same bytes. UT_ERROR_IO when libpng met a fault. */
GBytes *ut_png_write (const UtPixels *pixels, double dpi, GError **error);

#endif
