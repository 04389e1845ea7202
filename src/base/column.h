/* Long arrays. */
#ifndef UT_BASE_COLUMN_H
#define UT_BASE_COLUMN_H

#include <glib.h>

/* Room for n elements, not cleared; freed with g_free(). A long one stands in large pages, where the system has them:
 * its first writing costs a fault for every two megabytes instead of one for every four kilobytes. */
#define ut_column_new(Type, n) ((Type *) ut_column_alloc ((n), sizeof (Type)))

gpointer ut_column_alloc (gsize n, gsize size);

#endif
