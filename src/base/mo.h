/* A compiled gettext catalogue (.mo) in memory, of either byte order. */
#ifndef UT_BASE_MO_H
#define UT_BASE_MO_H

#include <glib.h>

typedef struct {
  const guint8 *data;
  gsize size;
  gboolean swapped;
  guint32 n_texts;
  guint32 originals;    /* offset of the table of (length, offset) pairs, sorted by text */
  guint32 translations; /* the same, in the same order */
} UtMo;

/* Checks everything a look-up relies on: bounds, closing NULs, order. FALSE: not a usable catalogue. `data` is
 * borrowed. */
gboolean ut_mo_open (UtMo *mo, const void *data, gsize size);

/* Translation of a key ("text" or "context\004text"); form 0 is the singular. NULL when absent or empty. */
const char *ut_mo_find (const UtMo *mo, const char *key, guint form);

#endif
