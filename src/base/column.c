#include "base/column.h"

#include <stdlib.h>
#include <sys/mman.h>

#define LARGE_PAGE (2 * 1024 * 1024)

gpointer
ut_column_alloc (gsize n, gsize size) {
  gsize n_bytes = 0;
  gpointer memory = NULL;
  if (!g_size_checked_mul (&n_bytes, n, size))
    g_error ("a column of %zu elements of %zu bytes", n, size);
  if (n_bytes < 2 * LARGE_PAGE || posix_memalign (&memory, LARGE_PAGE, n_bytes) != 0)
    return g_malloc (n_bytes);
  /* Only a wish: without it the array is as good. */
  madvise (memory, n_bytes, MADV_HUGEPAGE);
  return memory;
}
