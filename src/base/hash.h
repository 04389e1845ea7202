#ifndef UT_BASE_HASH_H
#define UT_BASE_HASH_H

#include <glib.h>

/* Of a gint64 that is two small numbers side by side: GLib's own adds the halves by XOR, and most pairs collide. */
guint ut_pair_hash (gconstpointer key);

#endif
